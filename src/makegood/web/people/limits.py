"""Limits of guessing: by account and device, by account from devices that it does not know, and very high by address.

A school is one address: two hundred people sign in within two minutes there, and some mistype.
"""

import datetime as dt
from typing import Final

from django.http import HttpRequest

from makegood.web.access.models import Attempt
from makegood.web.clock import now
from makegood.web.people.hashing import sum_of
from makegood.web.people.models import Device

DEVICE: Final = "makegood_device"
_PER_DEVICE: Final = 10
_PER_ACCOUNT: Final = 50
_PER_ADDRESS: Final = 3_000
_WINDOW: Final = dt.timedelta(minutes=15)


def too_many(request: HttpRequest, login: str) -> bool:
    """Return whether no more guesses are taken for now."""
    known, keys = _keys(request, login)
    since = now() - _WINDOW
    most = {"device": _PER_DEVICE, "account": _PER_ACCOUNT, "address": _PER_ADDRESS}
    if known:
        # Guesses from elsewhere do not lock out a browser in which the person has signed in before.
        del most["account"]
    return any(Attempt.objects.filter(key=keys[name], at__gte=since).count() >= limit for name, limit in most.items())


def failed(request: HttpRequest, login: str) -> None:
    """Count a wrong guess."""
    moment = now()
    _, keys = _keys(request, login)
    Attempt.objects.filter(at__lt=moment - 4 * _WINDOW).delete()
    Attempt.objects.bulk_create([Attempt(at=moment, key=key) for key in keys.values()])


def _keys(request: HttpRequest, login: str) -> tuple[bool, dict[str, str]]:
    device = request.COOKIES.get(DEVICE, "")
    known = bool(device) and Device.objects.filter(person__login=login, hashed=sum_of(device)).exists()
    keys = {
        "device": sum_of(f"device|{login}|{device}"),
        "account": sum_of(f"account|{login}"),
        "address": sum_of(f"address|{request.META.get('REMOTE_ADDR', '')}"),
    }
    return known, keys
