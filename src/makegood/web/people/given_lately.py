"""What was given in the last seven days: rights, children named for them, and ways to sign in given anew.

Two people give a right. The director reads once a week what was given.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from makegood.web.access.asked import Asked
from makegood.web.clock import local_day, now
from makegood.web.people.invite import used
from makegood.web.people.models import Person, Renewal
from makegood.web.people.shown import names_of, right_each, students_named
from makegood.web.people.wanted import sees_children
from makegood.web.words.all import SiteWords

LATELY: Final = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Something that somebody got.

    Attributes:
        day: When, as the district counts days.
        person: Who got it.
        what: `right`, `children` of a right that was there, or the way to sign in: `password` or `factor`.
        name: What the right is to, in words; blank of a way to sign in.
        children: The children who were named with it, in words.
        by: Who offered it, or gave it anew.
        second: Who confirmed it; blank of a way to sign in.
    """

    day: dt.date
    person: Person
    what: Literal["right", "children", "password", "factor"]
    by: str
    name: str = ""
    children: Sequence[str] = ()
    second: str = ""


def given_lately(asked: Asked, w: SiteWords) -> list[Given]:
    """Return what was given since seven days ago, the latest first."""
    since = now() - LATELY
    rows = list(used(since).select_related("used_by"))
    renewed = list(Renewal.objects.filter(at__gte=since).select_related("person"))
    by_name = sees_children(asked)
    what = right_each(rows, w, by_name=by_name)
    children = students_named({id_ for row in rows for id_ in row.children}, w, by_name=by_name)
    names = names_of((ref for row in rows for ref in (row.made_by, row.seconded_by)), w)
    found = [
        (
            row.used_at,
            Given(
                day=local_day(row.used_at),
                person=row.used_by,
                what="children" if row.relation_id else "right",
                name=name,
                children=[children[id_] for id_ in row.children],
                by=names[row.made_by],
                second=names[row.seconded_by],
            ),
        )
        for row, name in zip(rows, what, strict=True)
    ]
    found += [
        (row.at, Given(day=local_day(row.at), person=row.person, what=row.what, by=w.rights.owner)) for row in renewed
    ]
    return [given for _, given in sorted(found, key=lambda each: each[0], reverse=True)]


def how_many_lately() -> int:
    """Return how many things were given since seven days ago."""
    since = now() - LATELY
    return used(since).count() + Renewal.objects.filter(at__gte=since).count()
