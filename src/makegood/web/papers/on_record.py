"""What is on record of a school's letters to a family: notices, offers and agreements, latest first."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from makegood.web.access.asked import Asked
from makegood.web.papers.rows import HERE
from makegood.web.papers.writers import Writers
from makegood.web.records.models import MODELS, Entry
from makegood.web.records.versions import holding
from makegood.web.words.all import SiteWords

OF_SCHOOL: Final = ("notices", "offers", "awards")
"""The tables of what a school gave, sent or agreed."""
TABLES: Final = ("requests", *OF_SCHOOL)
"""These, and what a family asked for: all that a button enters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that may be taken back.

    Attributes:
        thing: Its table and random id, as a form names it.
        says: What tells it from the others of its line; blank where there is none.
    """

    thing: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What was given, sent or agreed on a day; an offer or notice about several sessions is one line.

    Attributes:
        rows: Those of its rows that this person may take back.
    """

    date: dt.date
    says: str
    rows: list[Row] = field(default_factory=list)


def on_record(asked: Asked, words: SiteWords) -> list[Line]:
    """Return what was given, sent or agreed, latest first."""
    lines: dict[tuple[dt.date, str], Line] = {}
    for table in OF_SCHOOL:
        rows: Any = list(rows_of(asked, table))
        writers = Writers(asked, table, [row.ref for row in rows])
        sessions = _sessions(rows, words)
        for row in rows:
            date, says = said(table, row, words)
            line = lines.setdefault((date, says), Line(date=date, says=says))
            if writers.may_take_back(row.ref):
                about = sessions.get(getattr(row, "session_id", None) or "", "")
                line.rows.append(Row(thing=f"{table}.{row.ref}", says=about))
    return [lines[key] for key in sorted(lines, reverse=True)]


def rows_of(asked: Asked, table: str) -> Iterable[Entry]:
    """Return the rows of a table about the child that hold."""
    return holding(MODELS[table]).filter(**about_child(asked, table))


def about_child(asked: Asked, table: str) -> dict[str, Any]:
    """Return the condition of a table's rows about the child."""
    id_ = asked.the_child.student_id
    if table != "offers":
        return {"student_id": id_}
    services = list(holding(MODELS["services"]).filter(student_id=id_).values_list("service_id", flat=True))
    sessions = holding(MODELS["sessions"]).filter(service_id__in=services).values_list("session_id", flat=True)
    return {"session_id__in": list(sessions)}


def said(table: str, row: Any, words: SiteWords) -> tuple[dt.date, str]:
    """Return the day of a row, and what it says."""
    w = words.papers
    match table:
        case "notices":
            kind = w.notices.get(row.kind, w.notice)
            return _day(row.sent_on), f"{kind} ({_how(row.method, words)})" if row.method else kind
        case "offers":
            answer = w.offers[row.response]
            return _day(row.date), f"{answer} ({w.here})" if row.method == HERE else answer
        case "awards":
            service, minutes = words.statement.service(row.service_type), words.statement.minutes(int(row.minutes))
            return _day(row.start), w.award.format(service=service, minutes=minutes)
        case _:
            day = _day(row.received_on)
            return day, words.replies.asked[row.kind]


def _how(method: str, words: SiteWords) -> str:
    return words.papers.methods.get(method, method)


def _sessions(rows: Iterable[Any], words: SiteWords) -> dict[str, str]:
    """Return what the sessions of some rows are called, by session_id."""
    ids = {id_ for row in rows if (id_ := getattr(row, "session_id", None))}
    held: Any = list(holding(MODELS["sessions"]).filter(session_id__in=ids)) if ids else []
    services: Any = holding(MODELS["services"]).filter(service_id__in={row.service_id for row in held})
    types = dict(services.values_list("service_id", "service_type")) if held else {}
    return {
        row.session_id: words.replies.of_session.format(
            day=words.statement.dated(_day(row.date)), service=words.statement.service(types.get(row.service_id, ""))
        )
        for row in held
    }


def _day(cell: str) -> dt.date:
    return dt.date.fromisoformat(cell)
