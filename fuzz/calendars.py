"""Calendar files: entries with rules, zones and words, damaged by the line and by the byte."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from fuzz.program import Tally, attempt

from fuzz import damage

_TITLES: Final = (
    *("No School - Labor Day", "Early Release", "Spring Break", "Grades K-5: no school", "Board Meeting", "PTA", ""),
    *("Half day, grades 6, 7 & 8", "School closed<br>snow", "&lt;b&gt;Holiday&lt;/b&gt;", "\\n\\, \\;", "Sin clases"),
)
_STARTS: Final = (
    *("DTSTART;VALUE=DATE:20260907", "DTSTART:20260907T130000Z", "DTSTART;TZID=America/Chicago:20260907T090000"),
    *("DTSTART:20260907T000000", "DTSTART;VALUE=DATE:19000101", "DTSTART;TZID=Nowhere/Else:20261101T013000"),
)
_MORE: Final = (
    *("DTEND;VALUE=DATE:20260908", "DTEND:20260907T210000Z", "DURATION:P1D", "DURATION:-P1000W", "DURATION:PT25H"),
    *("RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270601"),
    *("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;INTERVAL=0"),
    *("RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "RRULE:FREQ=YEARLY;BYWEEKNO=53", "RRULE:FREQ=DAILY;BYSETPOS=400"),
    *("EXDATE;VALUE=DATE:20260909", "RDATE;VALUE=DATE:20260910,20260911", "RDATE;VALUE=PERIOD:20260910T090000Z/PT1H"),
    *("RECURRENCE-ID;VALUE=DATE:20260914", "STATUS:CANCELLED", "SEQUENCE:3", "SEQUENCE:x", "CATEGORIES:Holiday,School"),
    *("DESCRIPTION:<p>Schools are <b>closed</b></p>", "EXRULE:FREQ=DAILY", "X-OTHER:1", "BEGIN:VALARM\r\nEND:VALARM"),
)
_WORDS: Final = (
    *damage.CELLS[:30], *_STARTS, *_MORE, "FREQ=DAILY;COUNT=99999999", "FREQ=WEEKLY;INTERVAL=999999999", "99991231",
    "00010101", "20260931", "20260907T990000", "P99999999999D", "-P1D", "FREQ=DAILY;UNTIL=99991231T235959Z",
    "BYDAY=60MO",
)  # fmt: skip


def run(rng: Random, room: Path, tally: Tally) -> Iterator[str]:
    """Write a calendar, damage it, and have its days suggested."""
    text = _calendar(rng)
    if rng.random() < 0.7:
        text = damage.lines_of(text, rng, _WORDS)
    data = text.encode(rng.choice(["utf-8", "utf-8", "utf-16", "cp1252"]), "replace")
    if rng.random() < 0.4:
        data = damage.bytes_of(data, rng)
    (room / "year.ics").write_bytes(data)
    more = rng.choice(((), ("--format", "json"), ("--out", "rows.csv"), ("--from", "2026-08-01", "--to", "2027-07-31")))
    yield from attempt(room, tally, "calendar", "year.ics", "--calendar", "C26", *more)


def _calendar(rng: Random) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *rng.choice(([], ["X-WR-TIMEZONE:America/New_York"]))]
    for _ in range(rng.choice([1, 5, 40])):
        lines += ["BEGIN:VEVENT", f"UID:{rng.randrange(9)}", rng.choice(_STARTS), f"SUMMARY:{rng.choice(_TITLES)}"]
        lines += rng.sample(_MORE, rng.randint(0, 4))
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""])
