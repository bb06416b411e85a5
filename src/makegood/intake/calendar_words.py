"""What a calendar entry's title suggests about a day. It only suggests: a person confirms.

The title decides. A category that its publisher gave supports or questions it. A description decides nothing.
What is clear holds for everyone, says one thing, and has no word that is not known; the rest is asked about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from makegood.intake.calendar_signs import Signs, read_signs
from makegood.intake.confirmed import UNKNOWN_GRADES

Verdict = Literal["clear", "ask", "named", "left_out"]
"""A row that is likely right; a row to look at twice; no row, but named to the person; no row."""

_STRONG: Final = frozenset({"closed", "holiday", "break"})
_WEAK: Final = frozenset({"named", "staff", "off"})
_UNPLANNED: Final = frozenset({"weather", "emergency"})
_SHORT: Final = frozenset({"early", "late"})
_OTHER: Final = frozenset({"remote", "makeup"})
_DECIDING: Final = _STRONG | _WEAK | _UNPLANNED | _SHORT | _OTHER | {"odd"}
_DOUBTFUL: Final = frozenset({"doubt", "date", "edge", "event", "not_short", "negation"})
_WORTH_NAMING: Final = _DECIDING | {"closed_word", "conference", "office", "cause", "not_short"}
_CLOSING: Final = frozenset({"holiday", "break", "in_service", "weather_closure", "emergency_closure"})
_CATEGORY: Final = _STRONG | _UNPLANNED | _SHORT | {"remote", "makeup"}
_DESCRIBED: Final = frozenset({"closed", "early", "late", "remote"})
_WEEKDAYS: Final = {
    word: place
    for names in (("mon", "tue", "wed", "thu", "fri", "sat", "sun"), ("lun", "", "mie", "jue", "vie", "sab", "dom"))
    for place, word in enumerate(names)
}
"""Weekdays by their first three letters; Spanish "martes" begins like March and is not told apart."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What an entry suggests.

    Attributes:
        verdict: What becomes of it.
        kind: The calendar kind that it suggests, or None: a person must say.
        words: The words that led to it.
        for_some: Words that say for which grades or schools it holds.
        grades: The grades that these words name, `?` where they name none that is known; empty: everyone.
        unread: Words that were not read; any may be a school's name.
    """

    verdict: Verdict
    kind: str | None = None
    words: tuple[str, ...] = ()
    for_some: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def sense_of(
    title: str, categories: Sequence[str] = (), description: str = "", weekdays: Iterable[int] = range(7)
) -> Sense:
    """Return what an entry suggests.

    Args:
        title: What the calendar calls it.
        categories: The kinds that its publisher gave it.
        description: What else the calendar says. It decides nothing.
        weekdays: The weekdays of its days, Monday being 0: a title that names another is asked about.
    """
    own = read_signs(title)
    given = [read_signs(category) for category in categories]
    kind, clear = _reading(own, any("closed" in signs for signs in given))
    if kind == "":
        return _left_out(own, given, description)
    for_some = list(own.for_some)
    for signs in given:
        clear &= not _disputes(kind, signs)
        for_some += signs.for_some
    if not own.any_of(_DECIDING | {"closed_word"}):
        return _left_out(own, given, description)
    everyone = not for_some and not _for_staff(own)
    clear &= everyone and not own.unread and _weekdays(own) <= set(weekdays)
    return Sense(
        "clear" if clear else "ask",
        kind,
        _said(own, _DECIDING | _DOUBTFUL | {"open", "closed_word", "office", "conference", "cause"}),
        tuple(for_some) or (() if everyone else tuple(own.said["adult"])),
        () if everyone else _grades(own, for_some),
        tuple(own.unread),
    )


def _reading(own: Signs, told_closed: bool) -> tuple[str | None, bool]:  # noqa: FBT001 - one caller
    """Return the kind and whether it is clear; the kind is "" where the title suggests none, None where it is open."""
    closed = "closed" in own or (told_closed and own.any_of(_STRONG | _WEAK))
    strong = closed or own.any_of(_STRONG) or ("closed_word" in own and own.any_of(_WEAK - {"staff"}))
    away = strong or own.any_of(_WEAK) or "closed_word" in own
    short = own.any_of(_SHORT)
    sure = not own.any_of(_DOUBTFUL) and (short or "hint" not in own)
    kind: str | None = ""
    if "event" in own and not closed and not short:
        sure = False
    elif "makeup" in own:
        kind, sure = (_closure(own) if strong else "school_day" if "doubt" not in own else None), False
    elif "remote" in own:
        kind, sure = "remote_day", False
    elif short and not closed and ("open" in own or not strong):
        kind, sure = _shorter(own), sure and not {"early", "late"} <= own.said.keys()
    elif own.any_of(_UNPLANNED) or ("cause" in own and away):
        kind, sure = ("emergency_closure" if "emergency" in own else "weather_closure"), False
    elif short:
        kind, sure = (_closure(own) if closed else _shorter(own)), False
    elif "office" in own and "closed_word" in own and not strong:
        sure = False
    elif away and (closed or "open" not in own):
        mixed = "staff" in own and own.any_of(frozenset({"named", "break", "off"}))
        kind = _closure(own)
        sure &= strong and not mixed and "open" not in own and ("office" not in own or closed)
        sure &= "holiday" not in own or "staff" not in own or closed
    elif "odd" in own:
        kind, sure = None, False
    return kind, sure


def _closure(own: Signs) -> str:
    if "staff" in own or ("conference" in own and not own.any_of(frozenset({"named", "break"}))):
        return "in_service"
    return "break" if "break" in own else "holiday"


def _shorter(own: Signs) -> str:
    return "early_dismissal" if "early" in own else "delayed_start"


def _weekdays(own: Signs) -> set[int]:
    words = (word[:3] for word in own.said.get("plain", ()))
    return {_WEEKDAYS[word] for word in words if word in _WEEKDAYS}


def _for_staff(own: Signs) -> bool:
    """Return whether it names staff and no student, and is no training day."""
    return "adult" in own and "pupil" not in own and "staff" not in own


def _grades(own: Signs, for_some: list[str]) -> tuple[str, ...]:
    """Return the grades that are named; `?` if a word names others, or if the title says two things."""
    number = any(word.isdigit() for word in own.unread)
    known = own.grades and "for_some" not in own and len(for_some) == len(own.for_some) and not number
    two = own.any_of(_STRONG | _WEAK) and own.any_of(_SHORT | {"open"})
    return tuple(own.grades) if known and not two else (UNKNOWN_GRADES,)


def _disputes(kind: str | None, category: Signs) -> bool:
    """Return whether a category says another thing than the title, or holds for some only."""
    if category.for_some or "event" in category:
        return True
    if kind in _CLOSING:
        return category.any_of(_SHORT | {"remote", "makeup"})
    return category.any_of(_STRONG | _UNPLANNED)


def _left_out(own: Signs, given: list[Signs], description: str) -> Sense:
    """Return an entry without a kind of its own: asked about if a category gives one, else named or left out."""
    if not own.any_of(frozenset({"open", "event", "not_short"})):
        for signs in given:
            if signs.any_of(_CATEGORY):
                return Sense("ask", _reading(signs, told_closed=False)[0] or None, _said(signs, _CATEGORY))
    found = _said(own, _WORTH_NAMING) or tuple(word for signs in given for word in _said(signs, _CATEGORY))
    if not found and "event" not in own:
        found = _said(own, frozenset({"hint", "negation"}))
    found = found or _said(read_signs(description), _DESCRIBED)
    return Sense("named" if found else "left_out", None, found)


def _said(signs: Signs, which: Iterable[str]) -> tuple[str, ...]:
    return tuple(words for sign, all_words in signs.said.items() if sign in which for words in all_words)
