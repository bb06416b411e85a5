"""The settings of a site that its people choose: few, and each with what holds where nothing was chosen."""

from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from makegood.web.people.models import Option

_READ: ContextVar[dict[str, str | None] | None] = ContextVar("settings that a request has read", default=None)


def option(name: str) -> str | None:
    """Return what was chosen, or None."""
    read = _READ.get()
    if read is not None and name in read:
        return read[name]
    found = Option.objects.filter(name=name).first()
    value = found.value if found else None
    if read is not None:
        read[name] = value
    return value


def choose(name: str, value: str) -> None:
    """Write down what was chosen."""
    Option.objects.update_or_create(name=name, defaults={"value": value})
    read = _READ.get()
    if read is not None:
        read.pop(name, None)


def read_once(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Read each setting at most once for a request: a page asks for the time zone whenever it asks for the day."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        token = _READ.set({})
        try:
            return answer(request)
        finally:
            _READ.reset(token)

    return middleware
