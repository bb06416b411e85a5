"""The second factor: codes of an app (TOTP), each used once, and recovery codes on paper."""

import secrets
import time
from typing import Final

import pyotp
import segno
from django.contrib.auth.hashers import check_password, make_password

from makegood.web.clock import now
from makegood.web.people.kinds import ABOUT
from makegood.web.people.models import Person, RecoveryCode
from makegood.web.records.ids import random_letters
from makegood.web.site import site

STEP: Final = 30
CODES: Final = 8
_LENGTH: Final = 10


def needs_factor(person: Person) -> bool:
    """Return whether any relation of a person, also one to come, asks for a second factor."""
    if site().demo:
        # The passwords of made-up people are printed at the start: a second factor would keep nobody out.
        return False
    kinds = person.relations.values_list("kind", flat=True)
    return any(ABOUT[kind].second_factor for kind in kinds)


def new_secret() -> str:
    """Return a new secret for an app."""
    return pyotp.random_base32()


def picture_of(person: Person, secret: str) -> str:
    """Return the square that an app reads, as the address of an image. Its label is the site, not the person."""
    address = pyotp.TOTP(secret).provisioning_uri(name=person.login, issuer_name="Makegood")
    picture: str = segno.make_qr(address).svg_data_uri(scale=5, border=3)
    return picture


def is_code(secret: str, code: str, last_step: int) -> int | None:
    """Return the step of time of a right code, which must be later than the last one that was used; else None."""
    step = int(_real_time()) // STEP
    plain = code.replace(" ", "")
    for each in (step, step - 1, step + 1):
        if each > last_step and secrets.compare_digest(pyotp.TOTP(secret).at(each * STEP).encode(), plain.encode()):
            return each
    return None


def use_code(person: Person, code: str) -> bool:
    """Return whether a code is right, and use it up: an app's code or a recovery code."""
    step = is_code(person.factor, code, person.factor_step) if person.factor else None
    if step is not None:
        # Two that come at once with one code: only one of them changes the row.
        return bool(Person.objects.filter(pk=person.pk, factor_step__lt=step).update(factor_step=step))
    plain = code.replace(" ", "").replace("-", "").casefold()
    for kept in person.codes.filter(used_at=None):
        if check_password(plain, kept.hashed):
            return bool(RecoveryCode.objects.filter(pk=kept.pk, used_at=None).update(used_at=now()))
    return False


def new_codes(person: Person) -> list[str]:
    """Write new recovery codes in place of the old ones, and return them to be shown once."""
    person.codes.all().delete()
    codes = [random_letters(_LENGTH) for _ in range(CODES)]
    RecoveryCode.objects.bulk_create([RecoveryCode(person=person, hashed=make_password(code)) for code in codes])
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _real_time() -> float:
    """Return the machine's time: an app's codes go by it, also where a demonstration's day is always the same."""
    return time.time()
