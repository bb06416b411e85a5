"""Checks of make-ups, compensatory sessions and what they name."""

from collections.abc import Iterator

from makegood.intake.checks.check import COUNTING, KIND, OWNER, check
from makegood.intake.checks.facts import Facts
from makegood.log import alike
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin


@check(*COUNTING, *KIND)
def kind_contradicts_link(facts: Facts) -> Iterator[Finding]:
    """Yield sessions whose kind says another thing than what they name."""
    sessions = facts.records.sessions
    for at in sorted({*sessions.filled("makeup_for"), *sessions.filled("award_id")}):
        kind, makeup_for, award = sessions.kind[at], sessions.makeup_for[at], sessions.award_id[at]
        if not facts.log.counts[at]:
            continue
        if makeup_for and award:
            says = "This row names both a missed session and an award. A session can settle only one of them."
        elif makeup_for and kind not in (None, "make_up"):
            says = f"The kind is {quoted(kind)}, but 'makeup_for' names a missed session."
        elif award and kind not in (None, "compensatory"):
            says = f"The kind is {quoted(kind)}, but 'award_id' names an award."
        else:
            continue
        row = sessions.row[at]
        expected = "make_up with makeup_for, compensatory with award_id, regular with neither"
        yield Finding(
            "error",
            "kind_contradicts_link",
            says,
            Origin("sessions", row, "kind"),
            found=kind or "",
            expected=expected,
        )


@check(*COUNTING, *KIND, *OWNER)
def makeup_of_another(facts: Facts) -> Iterator[Finding]:
    """Yield make-ups that name another student's or another service type's session, or no miss."""
    sessions = facts.records.sessions
    for at, named in sessions.filled_cells("makeup_for"):
        missed = facts.last(named) if facts.log.counts[at] else None
        if missed is None:
            continue
        row = sessions.row[at]
        if facts.log.kinds[missed] != "regular":
            code = "makeup_of_no_miss"
            says = f"{quoted(named)} is itself {_in_words(facts.log.kinds[missed])}, so this session cannot make it up."
            expected = "a regular session that was missed"
        elif facts.log.owner(missed)[0] != facts.log.owner(at)[0]:
            code = "makeup_of_another_student"
            says = f"{quoted(named)} is a session of another student, {quoted(facts.log.owner(missed)[0])}."
            expected = f"a session of student {quoted(facts.log.owner(at)[0])}"
        elif alike(facts.log.owner(missed)[1]) != alike(facts.log.owner(at)[1]):
            code = "makeup_of_another_type"
            says = (
                f"{quoted(named)} is {shown(facts.log.owner(missed)[1])}, and this session is "
                f"{shown(facts.log.owner(at)[1])}."
            )
            expected = f"a session of {shown(facts.log.owner(at)[1])}"
        else:
            continue
        yield Finding("error", code, says, Origin("sessions", row, "makeup_for"), found=named, expected=expected)


@check(*COUNTING, *OWNER, "sessions.award_id", "awards.award_id", "awards.student_id", "awards.service_type")
def award_of_another(facts: Facts) -> Iterator[Finding]:
    """Yield compensatory sessions whose award is another student's or another service type's."""
    sessions, awards = facts.records.sessions, facts.records.awards
    for at, named in sessions.filled_cells("award_id"):
        award = facts.award.get(named) if facts.log.counts[at] else None
        if award is None:
            continue
        row = sessions.row[at]
        student, service_type = facts.log.owner(at)
        if awards.student_id[award] != student:
            says = (
                f"This session is for student {quoted(student)}, but award {quoted(named)} is for "
                f"{quoted(awards.student_id[award])}."
            )
            code, expected = "award_of_another_student", f"an award of student {quoted(student)}"
        elif alike(awards.service_type[award]) != alike(service_type):
            says = (
                f"This session is {shown(service_type)}, but award {quoted(named)} is "
                f"{shown(awards.service_type[award])}."
            )
            code, expected = "award_of_another_type", f"an award of {shown(service_type)}"
        else:
            continue
        yield Finding(
            "error",
            code,
            says,
            Origin("sessions", row, "award_id"),
            found=named,
            expected=expected,
        )


@check(*COUNTING, "sessions.kind", "sessions.award_id")
def compensatory_without_award(facts: Facts) -> Iterator[Finding]:
    """Yield compensatory sessions that name no award: their minutes settle nothing."""
    sessions = facts.records.sessions
    for at, kind in sessions.filled_cells("kind"):
        if kind == "compensatory" and sessions.award_id[at] is None and facts.log.counts[at]:
            row = sessions.row[at]
            says = "This compensatory session names no award, so its minutes count as extra."
            yield Finding(
                "warning",
                "compensatory_without_award",
                says,
                Origin("sessions", row, "award_id"),
                found="",
                expected="an award_id",
            )


@check(*COUNTING, "sessions.award_id", "sessions.date", "awards.award_id", "awards.start", "awards.end")
def outside_award(facts: Facts) -> Iterator[Finding]:
    """Yield compensatory sessions on a day on which their award does not run."""
    sessions, awards = facts.records.sessions, facts.records.awards
    for at, named in sessions.filled_cells("award_id"):
        award = facts.award.get(named) if facts.log.counts[at] else None
        if award is None:
            continue
        start, end = awards.start[award], awards.end[award]
        if sessions.date[at] < start or (end and sessions.date[at] > end):
            row, runs = sessions.row[at], f"{start} to {end}" if end else f"{start} on"
            says = f"This day is outside the days of award {quoted(named)}. It counts all the same."
            yield Finding(
                "warning",
                "outside_award",
                says,
                Origin("sessions", row, "date"),
                found=str(sessions.date[at]),
                expected=runs,
            )


def _in_words(kind: str) -> str:
    return "a make-up" if kind == "make_up" else "a compensatory session"
