"""What a person says was given, sent or signed, as cells of the rows that it becomes."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, Final

from makegood.web.typed import day_in

METHODS: Final = ("letter", "e-mail", "in person", "phone")
HERE: Final = "this site"
"""How an answer came that was given on the site."""
ANSWERS: Final = ("no_answer", "accepted", "declined")
SEVERAL: Final = frozenset({"missed_notice", "make_up_offer"})
"""Letters about missed sessions: each session that it is about gets a row."""
_MOST: Final = 100_000
_LONGEST: Final = 200


Rows = list[dict[str, Any]]
"""The cells of each row by column."""


def rows_in(
    form: Any, kind: str, today: dt.date, sessions: Mapping[str, str | None], types: Collection[str]
) -> Rows | None:
    """Return the rows that a form becomes; None if something that is needed is not there.

    Args:
        form: What was posted.
        kind: The kind of letter.
        today: The day in the district: nothing was given after it.
        sessions: The ids of the missed sessions that it may be about, by their ids in addresses.
        types: The types of service that the child has.
    """
    if kind == "agreement":
        return _agreement(form, types)
    day, method = day_in(form.get("day", "")), form.get("method")
    about = [sessions.get(thing) for thing in dict.fromkeys(form.getlist("about"))]
    if day is None or day > today or method not in METHODS or None in about:
        return None
    if kind in SEVERAL:
        return _several(form, kind, day, method, about)
    if kind == "prior_written_notice" and (form.get("understood") != "yes" or method not in methods_of(kind)):
        return None
    return [{"sent_on": day, "method": method}]


def methods_of(kind: str) -> tuple[str, ...]:
    """Return how a letter can be given: a prior written notice is in writing."""
    return tuple(each for each in METHODS if kind != "prior_written_notice" or each != "phone")


def _several(form: Any, kind: str, day: dt.date, method: str, about: list[str | None]) -> Rows | None:
    answer = form.get("answer")
    if not about or (kind == "make_up_offer" and answer not in ANSWERS):
        return None
    if kind == "make_up_offer":
        return [{"session_id": id_, "date": day, "response": answer, "method": method} for id_ in about]
    return [{"session_id": id_, "sent_on": day, "method": method} for id_ in about]


def _agreement(form: Any, types: Collection[str]) -> Rows | None:
    first, typed_end = day_in(form.get("start", "")), form.get("end", "").strip()
    last = day_in(typed_end) if typed_end else None
    minutes = form.get("minutes", "").strip().replace(",", "")
    service = form.get("service")
    wrong_end = bool(typed_end) and (last is None or (first is not None and last < first))
    counted = int(minutes) if minutes.isascii() and minutes.isdecimal() and len(minutes) < len(str(_MOST)) else 0
    if first is None or wrong_end or not counted or service not in types or form.get("signed") != "yes":
        return None
    texts = {name: form.get(name, "").strip()[:_LONGEST] or None for name in ("source", "location")}
    return [{"service_type": service, "minutes": counted, "start": first, "end": last, **texts}]
