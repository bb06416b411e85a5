"""Checks of make-ups, compensatory sessions and what they name."""

from collections.abc import Iterator

from makegood.intake.checks.check import COUNTING, KIND, OWNER, check
from makegood.intake.checks.facts import COMPENSATORY, MAKE_UP, REGULAR, Facts
from makegood.log import alike
from makegood.terms.findings import Finding, Origin


@check(*COUNTING, *KIND)
def kind_contradicts_link(facts: Facts) -> Iterator[Finding]:
    """Yield sessions whose kind says another thing than what they name."""
    log = facts.records.sessions
    for at in facts.counting:
        kind, makeup_for, award = log.kind[at], log.makeup_for[at], log.award_id[at]
        if makeup_for and award:
            says = "This row names both a missed session and an award. A session can settle only one of them."
        elif makeup_for and kind not in (None, MAKE_UP):
            says = f"The kind is '{kind}', but 'makeup_for' names a missed session."
        elif award and kind not in (None, COMPENSATORY):
            says = f"The kind is '{kind}', but 'award_id' names an award."
        else:
            continue
        row = log.row[at]
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
    log = facts.records.sessions
    for at in facts.counting:
        named = log.makeup_for[at]
        if named is None:
            continue
        missed = facts.last(named)
        if missed is None:
            continue
        row = log.row[at]
        if facts.kinds[missed] != REGULAR:
            code = "makeup_of_no_miss"
            says = f"'{named}' is itself {_in_words(facts.kinds[missed])}, so this session cannot make it up."
            expected = "a regular session that was missed"
        elif facts.owner(missed)[0] != facts.owner(at)[0]:
            code = "makeup_of_another_student"
            says = f"'{named}' is a session of another student, '{facts.owner(missed)[0]}'."
            expected = f"a session of student '{facts.owner(at)[0]}'"
        elif alike(facts.owner(missed)[1]) != alike(facts.owner(at)[1]):
            code = "makeup_of_another_type"
            says = f"'{named}' is {facts.owner(missed)[1]}, and this session is {facts.owner(at)[1]}."
            expected = f"a session of {facts.owner(at)[1]}"
        else:
            continue
        yield Finding("error", code, says, Origin("sessions", row, "makeup_for"), found=named, expected=expected)


@check(*COUNTING, *OWNER, "sessions.award_id", "awards.award_id", "awards.student_id", "awards.service_type")
def award_of_another(facts: Facts) -> Iterator[Finding]:
    """Yield compensatory sessions whose award is another student's or another service type's."""
    log, awards = facts.records.sessions, facts.records.awards
    for at in facts.counting:
        named = log.award_id[at]
        award = None if named is None else facts.award.get(named)
        if award is None:
            continue
        row = log.row[at]
        student, service_type = facts.owner(at)
        if awards.student_id[award] != student:
            says = f"This session is for student '{student}', but award '{named}' is for '{awards.student_id[award]}'."
            code, expected = "award_of_another_student", f"an award of student '{student}'"
        elif alike(awards.service_type[award]) != alike(service_type):
            says = f"This session is {service_type}, but award '{named}' is {awards.service_type[award]}."
            code, expected = "award_of_another_type", f"an award of {service_type}"
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
    log = facts.records.sessions
    for at in facts.counting:
        if log.kind[at] == COMPENSATORY and log.award_id[at] is None:
            row = log.row[at]
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
    log, awards = facts.records.sessions, facts.records.awards
    for at in facts.counting:
        named = log.award_id[at]
        if named is None:
            continue
        start, end = awards.start[facts.award[named]], awards.end[facts.award[named]]
        if log.date[at] < start or (end and log.date[at] > end):
            row, runs = log.row[at], f"{start} to {end}" if end else f"{start} on"
            says = f"This day is outside the days of award '{named}'. It counts all the same."
            yield Finding(
                "warning",
                "outside_award",
                says,
                Origin("sessions", row, "date"),
                found=str(log.date[at]),
                expected=runs,
            )


def _in_words(kind: str) -> str:
    return "a make-up" if kind == MAKE_UP else "a compensatory session"
