"""What a family sees of who looked at its child's page."""

import datetime as dt
from typing import cast

from makegood.web.access.models import Reading
from makegood.web.clock import zone
from makegood.web.people.models import Person
from makegood.web.words.all import SiteWords

_MOST = 50


def readings_of(student_id: str, w: SiteWords) -> list[tuple[dt.date, str]]:
    """Return the days on which contractors, agencies and staff outside their relation looked, latest first.

    A day is listed once for each person.
    """
    rows = Reading.objects.filter(student_id=student_id).exclude(kind="family").order_by("-at")
    outside = [row for row in rows[:1000] if row.kind == "contractor" or not row.within]
    names = dict(Person.objects.filter(ref__in={row.person for row in outside}).values_list("ref", "name"))
    kinds, there = cast("dict[str, str]", w.people.kinds), zone()
    days = ((row.at.astimezone(there).date(), f"{names.get(row.person, '')} ({kinds[row.kind]})") for row in outside)
    return list(dict.fromkeys(days))[:_MOST]
