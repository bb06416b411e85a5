"""Dates in a text: those of the plan, and those that a spreadsheet made of shorthand ('1-2', '2:30:1')."""

import datetime as dt
import re
from typing import Final

MARK: Final = "\u0001"
"""Takes the place of dates that were set aside."""

_DAY: Final = r"(?:1899-12-3[01]|1900-01-0[01]|1904-01-01)"
_TIME: Final = re.compile(rf"(?:{_DAY}[ t])?([0-9]{{1,2}}):([0-9]{{2}}):([0-9]{{2}})(?:\.0+)?(\s*am)?", re.IGNORECASE)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE: Final = re.compile(
    rf"[0-9]{{1,2}}-{_MONTH}(?:-[0-9]{{2,4}})?|{_MONTH}-[0-9]{{1,4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ t][0-9:.]+)?|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{2}|[0-9]{4})(?:\s[0-9: apm]+)?"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s*[ap]m|0[0-9]:[0-9]{2}|0?\.[0-9]{4,}(?:e-?[0-9]+)?",
    re.IGNORECASE,
)

_NAMED: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.?"
)
_WRITTEN: Final = (
    r"(?<![0-9/])(?:(?P<slash>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2}))|(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
    r"|(?P<dash>[0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{4})"
    rf"|(?:{_NAMED}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}})"
    rf"|(?:[0-9]{{1,2}}\s(?:de\s)?{_NAMED},?\s(?:del?\s)?[0-9]{{4}})"
    r"|(?:(?:sy\s)?(?P<from>20[0-9]{2})\s?[-/]\s?(?P<to>20[0-9]{2}|[0-9]{2})(?:\s(?:school|academic)\syear)?))(?![0-9/])"
)
_DATED: Final = re.compile(_WRITTEN)
# Without a year only after a word that makes it a date: '3/4 hour' is none.
_SHORT: Final = re.compile(
    r"\b(from|starting|beginning|effective|until|through|thru|ending)\s[0-9]{1,2}/[0-9]{1,2}(?![0-9/]|\s?h)"
    r"(?:\s?(?:to|through|thru|until|-)\s?[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))?"
)
_LEAD: Final = (
    r"(?:from|beginning|begins?|starting|starts?|ending|ends?|effective|projected|anticipated|implementation|initiation|"
    r"on|date|dates|of|between|until|through|thru|to|del?|desde|hasta|al?|and|y|el|inicio|fin|fecha|para|partir|-|:|,)"
)
_AROUND: Final = re.compile(rf"(?:(?<![^\s,;:(|/]){_LEAD}\s*)*{MARK}(?:\s*(?:{_LEAD}\s*)*{MARK})*")
_RATE: Final = re.compile(r"(?:\bper|\beach|\ba|\bevery|/|\bduring|\bover|\bfor|\bthroughout)\s*(?:the\s)?$")


def restore(text: str) -> str | None:
    """Return what was typed into a cell that became a time or date ('' if it is lost), else None."""
    cell = " ".join(text.split())
    time = _TIME.fullmatch(cell)
    if time is not None:
        hours, minutes, seconds, morning = time.groups()
        written = f"{int(hours)}:{int(minutes)}:{int(seconds)}"
        if cell != written or morning:
            return written if int(hours) and int(minutes) and int(seconds) else ""
    return "" if _DATE.fullmatch(cell) else None


def without_dates(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the plan's dates out of a text in small letters; a mark stays in their place.

    Returns:
        The text, and the dates as they are written, the words between them included.
    """
    found: list[str] = []

    def mark(match: re.Match[str]) -> str:
        if not _real(match):
            return match[0]
        found.append(match[0])
        years = match["from"] and match[0].endswith("year") and _RATE.search(match.string[: match.start()])
        return f"{MARK} year" if years else MARK

    def short(match: re.Match[str]) -> str:
        found.append(match[0])
        return MARK

    marked = _SHORT.sub(short, _DATED.sub(mark, " ".join(text.split())))
    return _AROUND.sub(f" {MARK} ", marked), tuple(found)


def _real(match: re.Match[str]) -> bool:
    """Say whether the digits of a match can be a date, month or day first, or two years in a row."""
    if match["from"]:
        return int(match["to"]) % 100 == (int(match["from"]) + 1) % 100
    digits = match["slash"] or match["iso"] or match["dash"]
    if digits is None:
        return True
    first, second, third = (int(part) for part in re.split("[/.-]", digits))
    orders = [(first, second, third)] if match["iso"] else [(third, first, second), (third, second, first)]
    return any(_exists(2000 + year if year < 100 else year, month, day) for year, month, day in orders)  # noqa: PLR2004


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
