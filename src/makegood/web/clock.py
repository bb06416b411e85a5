"""What time it is, for the site: the server's clock in UTC, and the day as the district's people count it.

No other file asks the machine for the time. A made-up district has one day only, because its records end there.
"""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from makegood.web.options import option
from makegood.web.site import site

DEMO_DAY: Final = dt.date(2027, 3, 12)
_DEMO_HOUR: Final = 8
ZONE: Final = "zone"
USUAL_ZONE: Final = "America/Chicago"


def now() -> dt.datetime:
    """Return the moment, in UTC."""
    real = dt.datetime.now(tz=dt.UTC)
    if not site().demo:
        return real
    # The demonstration's clock runs, but every day is the same day.
    seconds = real.minute * 60 + real.second
    begin = dt.datetime.combine(DEMO_DAY, dt.time(_DEMO_HOUR), tzinfo=zone()).astimezone(dt.UTC)
    return begin + dt.timedelta(seconds=seconds, microseconds=real.microsecond)


def zone() -> ZoneInfo:
    """Return the district's time zone."""
    return ZoneInfo(option(ZONE) or USUAL_ZONE)


def today() -> dt.date:
    """Return the day in the district."""
    return local_day(now())


def local(moment: dt.datetime) -> dt.datetime:
    """Return a moment as a clock in the district shows it."""
    return moment.astimezone(zone())


def local_day(moment: dt.datetime) -> dt.date:
    """Return the day of a moment in the district."""
    return local(moment).date()


def as_cell(moment: dt.datetime) -> str:
    """Return a moment as a cell of records holds it: as a clock in the district shows it, to the second."""
    return local(moment).replace(tzinfo=None).isoformat(" ", "seconds")


def end_of_day(day: dt.date) -> dt.datetime:
    """Return the last moment of a day in the district."""
    return dt.datetime.combine(day, dt.time.max, tzinfo=zone()).astimezone(dt.UTC)
