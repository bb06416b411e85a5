"""Read a text: from words to a reading, or to what a person must decide."""

from functools import lru_cache
from typing import Final

from makegood.intake.mandate.company import company
from makegood.intake.mandate.drafts import Draft
from makegood.intake.mandate.excel import restore
from makegood.intake.mandate.flags import FLAGS
from makegood.intake.mandate.grammar import phrases
from makegood.intake.mandate.part import Part, read_part, shared
from makegood.intake.mandate.periods import UNKNOWN_LENGTH
from makegood.intake.mandate.phrases import Who
from makegood.intake.mandate.pieces import pieces, settle
from makegood.intake.mandate.reading import MandateReading, Reading
from makegood.intake.mandate.relation import relate
from makegood.intake.mandate.words import words

_LONGEST: Final = 400
_MOST_READINGS: Final = 12
_DAYS: Final = {
    "day": 1, "cycle": 1, "week": 7, "month": 31, "quarter": 100, "semester": 200, "year": 366,
}  # fmt: skip
_APART: Final = {"several_parts", "alternatives", "two_periods"}
_DAY: Final = 24 * 60


@lru_cache(maxsize=16384)
def read_mandate(text: str) -> MandateReading:
    """Return every meaning of an IEP's wording, in minutes, and whether a person must decide.

    Never raises: what is not understood is `unparsed`. A text of over 400 characters is not read.
    """
    if len(text) > _LONGEST:
        return MandateReading(text, "review", ("unparsed",), ())
    restored = restore(text)
    readings, flags = _understand(text if restored is None else restored)
    if restored is not None:
        flags = flags - {"unparsed"} | {"excel_damage"}
    if len(readings) > _MOST_READINGS:
        readings, flags = [], flags | {"unparsed"}
    if not flags and len(readings) != 1:
        flags = flags | {"unparsed"}
    ordered = tuple(flag for flag in FLAGS if flag in flags)
    return MandateReading(text, "review" if ordered else "ok", ordered, tuple(readings))


def _understand(text: str) -> tuple[list[Reading], set[str]]:
    """Return the readings and flags of a text."""
    cut = pieces(settle(phrases(words(text))))
    parts = shared([read_part(piece) for piece in cut])
    flags = set().union(*(part.flags for part in parts))
    drafts = [(draft, part) for part in parts for draft in part.drafts]
    if len(parts) == 2:  # noqa: PLR2004 - a pair is what can be set against each other
        drafts, raised = relate(*parts)
        flags |= raised
    elif len(parts) > 1:
        flags.add("several_parts")
    everyone = tuple(dict.fromkeys(who for part in parts for who in part.who))
    readings: dict[Reading, None] = {}
    for draft, part in drafts:
        people: list[Who | None] = [*company(part.who if flags & _APART else everyone)]
        flags |= _missing(draft, part) | ({"delivery_unclear"} if len(people) > 1 else set())
        if draft.minutes or draft.sessions or draft.span:
            readings |= dict.fromkeys(_reading(draft, who) for who in people or [None])
    if any(map(_impossible, readings)):
        flags.add("impossible")
    return list(readings), flags


def _missing(draft: Draft, part: Part) -> set[str]:
    """Name what a draft lacks."""
    lacks = set()
    if draft.minutes is None and "not_minutes" not in part.flags:
        lacks.add("no_minutes")
    if draft.span is None:
        lacks.add("no_period")
    elif draft.span == UNKNOWN_LENGTH:
        lacks.add("no_cycle_length")
    if draft.sessions is None and part.role == "each":
        lacks.add("count_assumed")
    return lacks


def _reading(draft: Draft, who: Who | None) -> Reading:
    span = None if draft.span == UNKNOWN_LENGTH else draft.span
    return Reading(
        minutes=draft.minutes,
        sessions=draft.sessions or 1,
        per=span.per if span else None,
        every=span.every if span else 1,
        group_max=who.group_max if who else None,
        delivery=who.delivery if who else None,
    )


def _impossible(reading: Reading) -> bool:
    """Say whether it comes to more minutes than the days of its period have."""
    days = _DAYS.get(reading.per or "")
    total = (reading.minutes or 0) * reading.sessions
    return days is not None and total > days * reading.every * _DAY
