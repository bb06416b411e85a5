"""What is on record of a school's letters to a family: notices, offers and agreements, latest first."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from makegood.web.access.asked import Asked
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.all import SiteWords


def on_record(asked: Asked, words: SiteWords) -> Iterator[tuple[dt.date, str]]:
    """Yield each day with what was given, sent or agreed; an offer of several sessions once for each answer."""
    id_, w = asked.the_child.student_id, words.papers
    found: set[tuple[dt.date, str]] = set()
    notices: Any = holding(MODELS["notices"]).filter(student_id=id_)
    for row in notices:
        said = w.notices.get(row.kind, w.notice)
        found.add((_day(row.sent_on), f"{said} ({w.methods.get(row.method, row.method)})" if row.method else said))
    services = list(holding(MODELS["services"]).filter(student_id=id_).values_list("service_id", flat=True))
    sessions = list(holding(MODELS["sessions"]).filter(service_id__in=services).values_list("session_id", flat=True))
    offers: Any = holding(MODELS["offers"]).filter(session_id__in=sessions)
    for row in offers:
        found.add((_day(row.date), w.offers[row.response]))
    awards: Any = holding(MODELS["awards"]).filter(student_id=id_)
    for row in awards:
        service, minutes = words.told.service(row.service_type), words.told.minutes(int(row.minutes))
        found.add((_day(row.start), w.award.format(service=service, minutes=minutes)))
    yield from sorted(found, reverse=True)


def _day(cell: str) -> dt.date:
    return dt.date.fromisoformat(cell)
