"""Checks of what teams and families decided."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from makegood.intake.checks.check import COUNTING, KIND, PLANNED, check
from makegood.intake.checks.facts import Facts
from makegood.log import alike
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    import datetime as dt

_USUAL: Final = frozenset(
    (
        "speech",
        "occupational_therapy",
        "physical_therapy",
        "counseling",
        "specialized_instruction",
        "instruction",
        "special_instruction",
        "social_work",
        "transportation",
        "nursing",
        "vision",
        "hearing",
    )
)
"""Types by their usual words. A child may be awarded one that no plan of theirs promises."""


@check(*COUNTING, "determinations.session_id", "determinations.decided_on")
def two_determinations(facts: Facts) -> Iterator[Finding]:
    """Yield determinations of one session that no day puts in an order."""
    rows = facts.records.determinations
    first: dict[tuple[int, dt.date | None], int] = {}
    for session, day, row in zip(rows.session_id, rows.decided_on, rows.row, strict=True):
        place = facts.last(session)
        if place is None:
            continue
        if (place, day) in first:
            when = f"on {day}" if day else "without a day"
            says = (
                f"Session {quoted(session)} has another determination {when}, in row {first[place, day]}. "
                "It is not clear which one applies."
            )
            expected = "one determination of a session and day"
            yield Finding(
                "error",
                "two_determinations",
                says,
                Origin("determinations", row, "decided_on"),
                found=str(day or ""),
                expected=expected,
            )
        first.setdefault((place, day), row)


@check(*COUNTING, *KIND, "determinations.session_id", "offers.session_id")
def decides_no_miss(facts: Facts) -> Iterator[Finding]:
    """Yield determinations and offers about sessions that are not regular ones."""
    for name in ("determinations", "offers"):
        rows = facts.records.table(name)
        for session, row in zip(rows.values("session_id"), rows.row, strict=True):
            place = facts.last(session)
            if place is not None and facts.log.kinds[place] != "regular":
                kind = facts.log.kinds[place].replace("_", "-")
                says = f"This names a {kind} session. Only a regular session can be missed."
                yield Finding(
                    "error",
                    "decides_no_miss",
                    says,
                    Origin(name, row, "session_id"),
                    found=session,
                    expected="a regular session",
                )


@check(*COUNTING, "offers.session_id", "offers.date", "offers.response")
def accepted_after_declined(facts: Facts) -> Iterator[Finding]:
    """Yield offers that were accepted after one for the same miss was declined."""
    offers = facts.records.offers
    declined: dict[int, dt.date] = {}
    for session, day, response in zip(offers.session_id, offers.date, offers.response, strict=True):
        place = facts.last(session)
        if response == "declined" and place is not None:
            declined[place] = min(day, declined.get(place, day))
    for session, day, response, row in zip(offers.session_id, offers.date, offers.response, offers.row, strict=True):
        place = facts.last(session)
        if response == "accepted" and place is not None and place in declined and day >= declined[place]:
            says = (
                f"A make-up of session {quoted(session)} was accepted on {day}, after one was declined on "
                f"{declined[place]}. The declined offer may still close what is owed. Please look."
            )
            yield Finding("warning", "accepted_after_declined", says, Origin("offers", row, "response"), found=response)


@check(*PLANNED, "determinations.session_id", "determinations.minutes")
def decides_more_minutes(facts: Facts) -> Iterator[Finding]:
    """Yield determinations that name more minutes of a session than were not given that day."""
    rows = facts.records.determinations
    for at, minutes in rows.filled_cells("minutes"):
        place = facts.last(rows.session_id[at])
        if place is None or facts.log.kinds[place] != "regular":
            continue
        planned, given = facts.log.lengths.planned(place).minutes, facts.records.sessions.minutes_delivered[place]
        if planned and minutes > max(0, planned - given):
            says = (
                f"This decides about more minutes than were not given: session {quoted(rows.session_id[at])} was "
                f"planned for {planned}, and {given} were given. Is this a typing error?"
            )
            yield Finding(
                "warning",
                "decides_more_minutes",
                says,
                Origin("determinations", rows.row[at], "minutes"),
                found=str(minutes),
                expected=f"at most {max(0, planned - given)}",
            )


@check("awards.student_id", "awards.service_type", "services.student_id", "services.service_type", whole=("services",))
def award_of_no_service(facts: Facts) -> Iterator[Finding]:
    """Yield awards of a type that the student has no service of, unless it is called by its usual word."""
    awards, services = facts.records.awards, facts.records.services
    wanted = set(awards.student_id)
    own: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for student, name in zip(services.student_id, services.service_type, strict=True) if wanted else ():
        if student in wanted:
            own[student].setdefault(alike(name), name)
    for student, name, row in zip(awards.student_id, awards.service_type, awards.row, strict=True):
        types = own.get(student)
        if types and alike(name) not in types.keys() | _USUAL:
            says = "No service of this student is called so, so no session can be given under this award."
            yield Finding(
                "warning",
                "award_of_no_service",
                says,
                Origin("awards", row, "service_type"),
                found=name,
                expected=f"one of {', '.join(sorted(map(shown, types.values())))}; or a row of services for it",
            )
