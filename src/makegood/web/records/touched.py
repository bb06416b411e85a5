"""Which children's accounts a written row changes: noted in the same transaction, so that no page shows an old sum."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from django.db.models import F

from makegood.web.records.models import MODELS, Touched
from makegood.web.records.versions import holding

SHARED: Final = ""
"""The key of what all children share: calendars, schools, providers, policies; and of everything after an import."""

_OF_NOBODY: Final = frozenset(
    {"signatures", "family_notes", "availability", "working_hours", "bell", "student_times", "travel", "limits"}
)
"""Tables on which no figure of an account rests."""


def touch(table: str, cells: Mapping[str, str | None]) -> None:
    """Note whose account a row of a table changes."""
    if table in _OF_NOBODY:
        return
    students = {cells["student_id"]} if cells.get("student_id") else _of_services(_services(cells))
    bump({id_ for id_ in students if id_} or {SHARED})


def bump(keys: Iterable[str]) -> None:
    """Note that the rows of some keys have changed."""
    for key in keys:
        if not Touched.objects.filter(student_id=key).update(number=F("number") + 1):
            Touched.objects.create(student_id=key, number=1)


def _services(cells: Mapping[str, str | None]) -> set[str]:
    """Return the services that a row is about: its own, its session's, and those of the others of its group."""
    sessions = holding(MODELS["sessions"])
    services = {cells["service_id"]} if cells.get("service_id") else set()
    if cells.get("session_id") and not services:
        services |= set(sessions.filter(session_id=cells["session_id"]).values_list("service_id", flat=True))
    if cells.get("group_id"):
        services |= set(sessions.filter(group_id=cells["group_id"]).values_list("service_id", flat=True))
    return {id_ for id_ in services if id_}


def _of_services(services: Collection[str]) -> set[str | None]:
    if not services:
        return set()
    return set(holding(MODELS["services"]).filter(service_id__in=services).values_list("student_id", flat=True))
