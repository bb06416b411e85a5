"""Which rules of repetition (RFC 5545, 3.3.10) are written out: those of days, that surely come to some days.

A rule that never comes to a day, such as 31 February, has the library look for one through 8,000 years. So only parts
are taken of which that can be told; schools' calendars have no others.
"""

from collections.abc import Iterator
from math import prod
from typing import Any, Final

PERIODS: Final = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 30, "YEARLY": 365}
"""Days of a period, about."""
WITHIN_A_DAY: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")
_PARTS: Final = frozenset({"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", *WITHIN_A_DAY})
_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_MONTH: Final = 31
_WEEKS: Final = 5
"""The fifth Monday of a month is the last that there is; of each month the fourth is sure."""


def rules_of(event: Any) -> list[Any]:
    """Return an entry's rules."""
    rules = event.get("RRULE", [])
    return rules if isinstance(rules, list) else [rules]


def refusal(event: Any) -> str | None:
    """Return why an entry's rules are not written out, or None."""
    for rule in rules_of(event):
        often = str(rule.get("FREQ", [""])[0]).upper()
        if often not in PERIODS or any(len(rule.get(part, [])) > 1 for part in WITHIN_A_DAY):
            return "This entry repeats more often than daily. Only its first day was read."
        if any(step < 1 for step in rule.get("INTERVAL", [1])):
            return "This entry repeats every 0 days, which cannot be. Only its first day was read."
        if not all(_checks(rule, often)):
            return "It cannot be read on which days this entry repeats. Only its first day was read."
    if "EXRULE" in event:
        return "This entry leaves days out by a rule that is not read (EXRULE). Only its first day was read."
    return None


def steps(event: Any, days: int) -> float:
    """Return about how many days are tried to write an entry's rules out over so many days."""
    tried = 0.0
    for rule in rules_of(event):
        period = PERIODS[str(rule["FREQ"][0]).upper()]
        parts = prod(len(values) * (5 if name == "BYDAY" else 1) for name, values in rule.items() if name[:2] == "BY")
        tried += max(days / period, min(days, days / period / int(rule.get("INTERVAL", [1])[0]) * parts))
    return tried


def _checks(rule: Any, often: str) -> Iterator[bool]:
    """Yield for each part of a rule whether it surely comes to days."""
    months, days, weekdays = (list(rule.get(part, [])) for part in ("BYMONTH", "BYMONTHDAY", "BYDAY"))
    ordinals = [day.relative for day in weekdays if day.relative]
    places = list(rule.get("BYSETPOS", []))
    longest = max((_LENGTHS[month - 1] for month in months if 1 <= month <= len(_LENGTHS)), default=0)
    yield {name for name in rule if name.startswith("BY")} <= _PARTS
    yield not months or longest > 0
    yield not days or (often != "WEEKLY" and min(map(abs, days)) in range(1, (longest or _LONGEST_MONTH) + 1))
    yield not ordinals or (often in {"MONTHLY", "YEARLY"} and not days and max(map(abs, ordinals)) <= _WEEKS)
    sure = often in {"MONTHLY", "YEARLY"} and weekdays and not ordinals and not days
    yield not places or bool(sure and all(0 < abs(place) < _WEEKS for place in places))
