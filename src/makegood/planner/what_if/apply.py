"""The facts of a plan as they would be after some changes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from makegood.planner.what_if.away import take_away
from makegood.planner.what_if.changes import Change, Contractor, LongerDay, Summer, Teletherapy
from makegood.planner.what_if.dated import lengthen, open_summer, who_stays
from makegood.planner.what_if.people import add_people
from makegood.planner.what_if.telling import unknown, unwanted
from makegood.plans.instance import Instance
from makegood.terms.findings import Finding, errors


def apply(instance: Instance, changes: Iterable[Change]) -> tuple[Instance, list[Finding]]:
    """Return the facts after some changes, one upon the other.

    Args:
        instance: The facts as they are, up to `last_day` where anything is known of these days; after their last day
            they are taken for days without school.
        changes: What is tried. A contractor who comes in one change can be on leave in a later one.

    Returns:
        The changed facts, or the facts as they are if any finding is an error; and what was found.
    """
    changes = list(changes)
    findings: list[Finding] = []
    changed = replace(instance, last=last_day(instance, changes))
    for change in changes:
        found = [*unknown(change, changed), *unwanted(change, changed)]
        if not errors(found):
            changed, more = _applied(changed, change)
            found += more
        findings += found
    return (instance if errors(findings) else changed), findings


def last_day(instance: Instance, changes: Iterable[Change]) -> dt.date:
    """Return the last day of a plan with these changes.

    A summer makes the plan longer for all that is tried with it, whichever comes first in the file.
    """
    return max([instance.last, *(each.what.until for each in changes if isinstance(each.what, Summer))])


def with_more_time(instance: Instance, changes: Iterable[Change]) -> frozenset[str]:
    """Return the providers who get time after the last bell or in summer: their regular sessions have to be known."""
    return frozenset(
        id_
        for each in changes
        if isinstance(each.what, LongerDay | Summer)
        for id_ in who_stays(instance, each.what, each.what.school)
    )


def _applied(instance: Instance, change: Change) -> tuple[Instance, list[Finding]]:
    what = change.what
    if isinstance(what, Contractor | Teletherapy):
        return add_people(instance, change, what)
    if isinstance(what, LongerDay):
        return lengthen(instance, change, what)
    if isinstance(what, Summer):
        return open_summer(instance, change, what)
    return take_away(instance, change, what)
