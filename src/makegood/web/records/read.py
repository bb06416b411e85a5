"""The database becomes `Records`, through the same checks as a folder or a workbook."""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from django.db.models import Q, QuerySet

from makegood.answers.known_words import unknown_reasons
from makegood.intake.read import Report, read_sheets
from makegood.intake.sheet import Sheet
from makegood.records import NEEDED
from makegood.web.records.models import MODELS, TABLE_OF, Entry, Policy
from makegood.web.records.versions import holding, one_moment
from makegood.web.site import site

SHARED: Final = ("schools", "terms", "calendar", "providers", "provider_absences", "bell", "limits", "travel")
"""Tables that are about no child. They are small, so they are read whole."""

_LINKS: Final = ("corrects", "makeup_for", "together_with")
Chosen = Mapping[str, QuerySet[Entry]]
"""The versions to be read, by table."""


def records_of_all(as_of: dt.date, known_on: dt.date | None = None) -> Report:
    """Read every table.

    Args:
        as_of: The day of the account.
        known_on: Only what was known by the end of this day; None for all.
    """
    with one_moment():
        return _report({name: holding(model, known_on) for name, model in MODELS.items()}, as_of, known_on)


def records_of_children(students: Collection[str], as_of: dt.date, known_on: dt.date | None = None) -> Report:
    """Read what the accounts of some children rest on: their rows, those that these name, and what all share.

    Args:
        students: Their student_ids. One that nobody has is no error here.
        as_of: The day of the account.
        known_on: Only what was known by the end of this day; None for all.
    """
    with one_moment():
        return _report(_concerned(students, known_on), as_of, known_on)


def records_of_provider(provider_id: str, students: Collection[str], day: dt.date, since: dt.date) -> Report:
    """Read what a provider's day shows: the services of their children, and of the log the rows from a day on.

    Of a service without a slot in the schedule the whole log is read: its period may be long.

    Args:
        provider_id: The provider.
        students: The student_ids of their children.
        day: The day that is shown.
        since: The first day of the log that is needed for the others.
    """
    with one_moment():
        held = {name: holding(model) for name, model in MODELS.items()}
        slotted = set(_ids(held["schedule"], "service_id"))
        services = held["services"].filter(student_id__in=students)
        own = set(_ids(services, "service_id"))
        of_log = held["sessions"].filter(service_id__in=own)
        recent = Q(date__gte=since.isoformat()) | ~Q(service_id__in=slotted & own)
        pinned = held["pinned"].filter(provider_id=provider_id, service_id__in=own)
        sessions = set(_sessions(held["sessions"], of_log.filter(recent)))
        sessions |= set(_sessions(held["sessions"], held["sessions"].filter(session_id__in=_ids(pinned, "session_id"))))
        chosen: dict[str, QuerySet[Entry]] = {
            **{name: held[name] for name in SHARED},
            "services": services,
            "schedule": held["schedule"].filter(service_id__in=own),
            "student_absences": held["student_absences"].filter(student_id__in=students),
            "pinned": pinned,
            "sessions": held["sessions"].filter(session_id__in=sessions),
            "signatures": held["signatures"].filter(session_id__in=sessions),
        }
        # A group's other children are named by their rows, so their services and they must be there too.
        of_rows = set(_ids(chosen["sessions"], "service_id"))
        chosen["services"] = held["services"].filter(Q(service_id__in=own | of_rows))
        owners = {*students, *_ids(chosen["services"], "student_id")}
        chosen["students"] = held["students"].filter(student_id__in=owners)
        awards = set(_ids(chosen["sessions"], "award_id"))
        chosen["awards"] = held["awards"].filter(award_id__in=awards)
        return _report(chosen, day, None)


def _concerned(students: Collection[str], known_on: dt.date | None) -> Chosen:
    held = {name: holding(model, known_on) for name, model in MODELS.items()}
    own = set(_ids(held["services"].filter(student_id__in=students), "service_id"))
    sessions = _sessions(held["sessions"], held["sessions"].filter(service_id__in=own))
    services = own | {service for service, *_ in sessions.values()}
    pinned = held["pinned"].filter(Q(student_id__in=students) | Q(service_id__in=own))
    pinned = held["pinned"].filter(pinned_id__in=set(_ids(pinned, "pinned_id")))
    services |= set(_ids(pinned, "service_id"))
    owners = {*students, *_ids(held["services"].filter(service_id__in=services), "student_id")}
    owners |= set(_ids(pinned, "student_id"))
    of_sessions = {name: held[name].filter(session_id__in=sessions) for name in ("determinations", "offers")}
    awards = Q(student_id__in=students) | Q(award_id__in={award for *_, award in sessions.values() if award})
    return {
        **{name: held[name] for name in SHARED},
        **of_sessions,
        "students": held["students"].filter(student_id__in=owners),
        "services": held["services"].filter(service_id__in=services),
        "schedule": held["schedule"].filter(service_id__in=own),
        "sessions": held["sessions"].filter(session_id__in=sessions),
        "awards": held["awards"].filter(awards),
        "notices": held["notices"].filter(student_id__in=students),
        "student_absences": held["student_absences"].filter(student_id__in=students),
        "pinned": pinned,
    }


def _sessions(log: QuerySet[Entry], own: QuerySet[Entry]) -> dict[str, tuple[str, ...]]:
    """Return some sessions, those of their groups, and all that these name or that correct them.

    By session_id: service_id, group_id, the rows that are named, award_id.
    """
    names = ("session_id", "service_id", "group_id", *_LINKS, "award_id")
    found: dict[str, tuple[str, ...]] = {}

    def add(rows: QuerySet[Entry]) -> set[str]:
        new = {row[0]: row[1:] for row in rows.values_list(*names) if row[0] not in found}
        found.update(new)
        return set(new)

    new = add(own)
    groups = {row[1] for row in found.values() if row[1]}
    new |= add(log.filter(group_id__in=groups)) if groups else set()
    while new:
        named = {id_ for key in new for id_ in found[key][2:5] if id_} - found.keys()
        new = add(log.filter(Q(session_id__in=named) | Q(corrects__in=new)))
    return found


def _ids(rows: QuerySet[Entry], column: str) -> Iterable[str]:
    return (id_ for id_ in rows.values_list(column, flat=True) if id_)


def _report(chosen: Chosen, as_of: dt.date, known_on: dt.date | None) -> Report:
    sheets = [sheet for name in MODELS if name in chosen and (sheet := _sheet(name, chosen[name]))]
    policies = _policies(holding(Policy, known_on))
    return read_sheets(sheets, (), policies, as_of=as_of, known_on=known_on, more=(unknown_reasons,))


def _sheet(name: str, rows: QuerySet[Entry]) -> Sheet | None:
    """Return a table's cells, each row numbered by its entry; None for an empty one that need not be there."""
    header = list(TABLE_OF[name].columns())
    cells = list(rows.order_by("entry").values_list("entry", *header))
    if not cells and name not in NEEDED:
        return None
    numbers, *columns = zip(*cells, strict=True) if cells else ([], *([] for _ in header))
    texts: list[Any] = [["" if cell is None else cell for cell in column] for column in columns]
    return Sheet(name, name, header, texts, list(numbers))


def _policies(rows: QuerySet[Any]) -> Path | None:
    """Lay out the district's packs as files, once for each of their versions, and return the folder."""
    files = sorted(rows.values_list("name", "text"))
    if not files:
        return None
    sum_ = hashlib.sha256(repr(files).encode()).hexdigest()[:16]
    folder = site().policies / sum_
    if not folder.exists():
        made = folder.with_name(f".{sum_}")
        made.mkdir(parents=True, exist_ok=True)
        for name, text in files:
            (made / name).write_text(text, encoding="utf-8")
        made.rename(folder)
    return folder
