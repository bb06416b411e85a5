"""Which agreed make-ups still stand, and what they leave open of each miss."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from makegood.ledger import Ledger
from makegood.planner.gather.claims import claims
from makegood.planner.gather.freed import told_of
from makegood.planner.gather.make_ups import MakeUps
from makegood.planner.gather.offers import Offers
from makegood.planner.gather.outcome import Outcome, outcome_of
from makegood.planner.gather.people import People
from makegood.planner.gather.pins import Pin, pins_of
from makegood.planner.gather.released import Released
from makegood.planner.gather.tables import limits_of
from makegood.planner.misses import MissKey, key_of
from makegood.plans.instance import Miss
from makegood.records import Records
from makegood.terms.findings import Finding


@dataclass(frozen=True, slots=True)
class Agreed:
    """What still stands.

    Attributes:
        pins: The rows that stand, soonest first, each with what it still settles.
        declined: The rows to which the family said no.
        misses: Every miss with what the make-ups held left open of it.
        findings: What a person should look at.
    """

    pins: list[Pin]
    declined: list[Pin]
    misses: list[Miss]
    findings: list[Finding]


def agreed(
    records: Records, ledger: Ledger, first: dt.date, people: People, make_ups: MakeUps, *, misses: list[Miss]
) -> Agreed:
    """Follow up each agreed make-up.

    Args:
        records: The records.
        ledger: Their account.
        first: The first day of the plan.
        people: The students.
        make_ups: The make-ups in the log.
        misses: What is open.
    """
    offers, released = Offers(records, make_ups, ledger.as_of), Released(records, people)
    pins = pins_of(records, make_ups)
    outcomes = [(pin, outcome_of(pin, make_ups, offers, ledger.as_of, first)) for pin in pins]
    misses = list(_left_open(misses, outcomes, make_ups))
    to_come: list[Pin] = []
    freed: list[tuple[Pin, str | None]] = []
    for pin, outcome in outcomes:
        if outcome in {"to_come", "not_logged"}:
            why = released.why(pin)
            if why is None and outcome == "to_come":
                to_come.append(pin)
            elif why is None or outcome == "to_come":
                freed.append((pin, why))
            # What could not be held on a day that is behind us, nobody need log or hear of.
    room = {key_of(miss): miss.minutes for miss in misses}
    stands, findings = claims(to_come, misses, room, limits_of(records).shortest or 1)
    # Of what was settled or agreed anew since, nobody needs to hear again. What cannot be held is told while anything
    # of the service is left: the log may have paid the miss that the row names, and the family still expects somebody.
    left = {service_id for (service_id, _, _), minutes in room.items() if minutes > 0}
    findings += told_of(
        (pin, why) for pin, why in freed if room.get(pin.key, 0) > 0 or (why is not None and pin.key[0] in left)
    )
    declined = [pin for pin, outcome in outcomes if outcome == "declined"]
    return Agreed(stands, declined, misses, findings)


def _left_open(misses: list[Miss], outcomes: list[tuple[Pin, Outcome]], make_ups: MakeUps) -> Iterator[Miss]:
    """Take off what was held for minutes that wait for the team; of those owed, the ledger did so."""
    held: dict[MissKey, list[Pin]] = {}
    for pin, outcome in outcomes:
        if outcome == "held":
            held.setdefault(pin.key, []).append(pin)
    for miss in misses:
        minutes = miss.minutes
        if not miss.decided:
            minutes -= make_ups.take_spare(make_ups.of_miss(miss.session_id), minutes)
            for pin in held.get(key_of(miss), ()):
                that_day = make_ups.of_day(pin.student_id, pin.service_type, pin.date)
                minutes -= make_ups.take_spare(that_day, min(minutes, pin.settles))
        if minutes:
            yield replace(miss, minutes=minutes)
