"""Checks of make-ups that are agreed: that their rows agree, and that they can be what they say.

People leave, move and learn: what today's tables say about who may do what where is held only against what is to come.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.terms.clock import clock
from makegood.terms.echo import echo, quoted, shown
from makegood.terms.findings import Finding, Origin

_SHARED: Final = ("date", "start", "minutes", "school_id", "provider_id")
"""What every row of one agreed session must have in common."""


def to_come(facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield the place and the row of each agreed make-up that is not behind us: on the as-of date or later."""
    rows = facts.records.pinned
    for at, row in enumerate(rows.row):
        if facts.as_of is None or rows.date[at] >= facts.as_of:
            yield at, row


@check(
    "pinned.pinned_id",
    "pinned.service_id",
    *(f"pinned.{name}" for name in _SHARED),
    "services.service_id",
    "services.service_type",
)
def pinned_disagrees(facts: Facts) -> Iterator[Finding]:
    """Yield rows of one agreed make-up that differ in its day, time, length, school, provider or service type."""
    rows = facts.records.pinned
    first: dict[str, int] = {}
    for at, (id_, row) in enumerate(zip(rows.pinned_id, rows.row, strict=True)):
        one = first.setdefault(id_, at)
        for column in _SHARED:
            mine, theirs = rows.values(column)[at], rows.values(column)[one]
            if mine != theirs:
                found, wanted = (clock(mine), clock(theirs)) if column == "start" else (str(mine), str(theirs))
                if column == "school_id":
                    found, wanted = facts.place(mine) or "", facts.place(theirs) or ""
                expected = echo(wanted) or "the same as there"
                says = (
                    f"{quoted(id_)} has another {column} in row {rows.row[one]}. Rows with one pinned_id are one "
                    "session."
                )
                yield Finding(
                    "error", "pinned_disagrees", says, Origin("pinned", row, column), found=found, expected=expected
                )
        mine, theirs = _type(facts, at), _type(facts, one)
        if mine.casefold() != theirs.casefold():
            says = (
                f"{quoted(id_)} is {shown(mine)} here and {shown(theirs)} in row {rows.row[one]}. One session gives "
                "one kind of service."
            )
            expected = f"a service of {shown(theirs)}, or a pinned_id of its own"
            yield Finding(
                "error",
                "pinned_disagrees",
                says,
                Origin("pinned", row, "service_id"),
                found=rows.service_id[at],
                expected=expected,
            )


@check(
    "pinned.student_id",
    "pinned.service_id",
    "pinned.session_id",
    "services.service_id",
    "services.student_id",
    "sessions.session_id",
    "sessions.service_id",
)
def pinned_of_another(facts: Facts) -> Iterator[Finding]:
    """Yield agreed make-ups of another student's service, or of another service's session."""
    rows, sessions = facts.records.pinned, facts.records.sessions
    for at, row in enumerate(rows.row):
        student, service, session = rows.student_id[at], rows.service_id[at], rows.session_id[at]
        owner = facts.records.services.student_id[facts.service[service]]
        if owner != student:
            column, found, expected = "service_id", service, f"a service of student {quoted(student)}"
            says = (
                f"Service {quoted(service)} is for student {quoted(owner)}, and this make-up is for student "
                f"{quoted(student)}."
            )
        elif session in facts.session and sessions.service_id[facts.session[session]] != service:
            other = sessions.service_id[facts.session[session]]
            column, found, expected = "session_id", session, f"a session of service {quoted(service)}"
            says = (
                f"Session {quoted(session)} is of service {quoted(other)}, and this make-up is of service "
                f"{quoted(service)}."
            )
        else:
            continue
        yield Finding(
            "error",
            "pinned_of_another",
            says,
            Origin("pinned", row, column),
            found=found,
            expected=expected,
        )


@check("pinned.pinned_id", "pinned.date", "pinned.student_id", "pinned.minutes", "pinned.settles")
def pinned_settles_too_much(facts: Facts) -> Iterator[Finding]:
    """Yield agreed make-ups still to come that settle more minutes of a student than they last."""
    rows = facts.records.pinned
    total: defaultdict[tuple[str, str], int] = defaultdict(int)
    for at, row in to_come(facts):
        key = rows.pinned_id[at], rows.student_id[at]
        before, total[key] = total[key], total[key] + rows.settles[at]
        if before <= rows.minutes[at] < total[key]:
            says = (
                f"{quoted(key[0])} lasts {rows.minutes[at]} minutes, but settles {total[key]} minutes of student "
                f"{quoted(key[1])}."
            )
            expected = f"at most {rows.minutes[at]} minutes for each student"
            found = str(rows.settles[at])
            yield Finding(
                "error",
                "pinned_settles_too_much",
                says,
                Origin("pinned", row, "settles"),
                found=found,
                expected=expected,
            )


@check(
    "pinned.pinned_id",
    "pinned.date",
    "pinned.provider_id",
    "pinned.service_id",
    "providers.provider_id",
    "providers.service_types",
    "services.service_id",
    "services.service_type",
    whole=("providers",),
)
def pinned_without_credential(facts: Facts) -> Iterator[Finding]:
    """Yield agreed make-ups still to come whose provider may not give the service, by the table of providers."""
    rows = facts.records.pinned
    told: set[tuple[str, str]] = set()
    for at, row in to_come(facts):
        provider, wanted = rows.provider_id[at], _type(facts, at)
        place = facts.provider.get(provider)
        may = (facts.records.providers.service_types[place] if place is not None else None) or ()
        key = rows.pinned_id[at], wanted
        if wanted.casefold() in map(str.casefold, may) or key in told:
            continue
        told.add(key)
        gives = "; ".join(map(shown, may)) or "nothing"
        says = f"{quoted(key[0])} is {shown(wanted)}, but the table 'providers' says that this provider gives {gives}."
        expected = f"a provider of {shown(wanted)}, or {shown(wanted)} among their service_types"
        yield Finding(
            "error",
            "pinned_without_credential",
            says,
            Origin("pinned", row, "provider_id"),
            found=provider,
            expected=expected,
        )


@check("pinned.date", "pinned.missed_on")
def pinned_before_miss(facts: Facts) -> Iterator[Finding]:
    """Yield agreed make-ups on a day before the session was missed."""
    rows = facts.records.pinned
    for date, missed, row in zip(rows.date, rows.missed_on, rows.row, strict=True):
        if date < missed:
            says = "The make-up is before the day on which the session was missed."
            yield Finding(
                "error",
                "pinned_before_miss",
                says,
                Origin("pinned", row, "date"),
                found=str(date),
                expected=f"{missed} or later",
            )


def _type(facts: Facts, at: int) -> str:
    """Return the service type of a row of pinned, by its place."""
    return facts.records.services.service_type[facts.service[facts.records.pinned.service_id[at]]]
