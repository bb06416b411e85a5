"""The days of a calendar entry, as people of that place name them."""

import datetime as dt
from typing import Any, Final

_DAY: Final = dt.timedelta(days=1)
_HOUR: Final = dt.timedelta(hours=1)
_NOON: Final = 12


def days_of(event: Any, zone: Any) -> tuple[dt.date, dt.date]:
    """Return an entry's first and last day.

    An end at midnight, like a date, is the day after the last (RFC 5545, 3.6.1). Some programs write a whole
    day as midnight to midnight in world time (UTC), or as the hours of UTC at which the day begins and ends at
    home; both fall on the day that is meant, with or without a zone.

    Args:
        event: The entry.
        zone: The calendar's time zone, or None.
    """
    start, end = event["DTSTART"].dt, _end(event)
    if not isinstance(start, dt.datetime):
        last = (end.date() if isinstance(end, dt.datetime) else end) - _DAY if end else start
        return start, max(start, last)
    if end is not None and not isinstance(end, dt.datetime):
        end = dt.datetime.combine(end, dt.time(), start.tzinfo)
    first = day_of(start, zone, whole=is_whole(event))
    if end is None or end <= start:
        return first, first
    if is_whole(event):
        # An hour more or less: clocks may change in between.
        return first, first + (round((end - start) / _DAY) - 1) * _DAY
    return first, max(first, day_of(end - dt.timedelta(microseconds=1), zone, whole=False))


def is_whole(event: Any) -> bool:
    """Return whether an entry stamped in UTC lasts whole days."""
    start, end = event["DTSTART"].dt, _end(event)
    if not _in_utc(start) or start.minute or start.second:
        return False
    if end is None or end == start:
        return bool(start.hour == 0)
    if not isinstance(end, dt.datetime) or end < start:
        return False
    length: dt.timedelta = end - start
    days = round(length / _DAY)
    return days >= 1 and abs(length - days * _DAY) <= _HOUR


def day_of(moment: dt.date, zone: Any, *, whole: bool) -> dt.date:
    """Return the day of a moment: in the calendar's zone if it is stamped in UTC, else as it is written."""
    if not isinstance(moment, dt.datetime):
        return moment
    if not _in_utc(moment) or zone is None:
        return moment.date()
    local = moment.astimezone(zone)
    if whole and local.time() != dt.time() and moment.hour < _NOON:
        return moment.date()
    return local.date()


def _end(event: Any) -> dt.date | None:
    """Return the end that is written, or that its length gives; None without either."""
    if "DTEND" in event:
        end: dt.date = event["DTEND"].dt
        return end
    if "DURATION" in event:
        length: dt.timedelta = event["DURATION"].dt
        start: dt.date = event["DTSTART"].dt
        return start + length
    return None


def _in_utc(moment: dt.date) -> bool:
    return isinstance(moment, dt.datetime) and moment.tzinfo is not None and str(moment.tzinfo) == "UTC"
