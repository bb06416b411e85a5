"""The misses of a statement: date, minutes, reason, what follows, by which rule, and who decides."""

from collections.abc import Iterator

from makegood.ledger import Miss
from makegood.ledger.result import MADE_UP_RULE
from makegood.statements.statement.case import Case
from makegood.statements.statement.rules import RuleBook, decider
from makegood.statements.statement.statement import MissLine
from makegood.statements.wording.words import capital
from makegood.terms.reasons import UNRECORDED


def miss_line(case: Case, rules: RuleBook, miss: Miss) -> MissLine:
    """Return one miss in words."""
    words = case.words
    return MissLine(
        service_id=miss.service_id,
        service=case.service(miss.service_id),
        session_id=miss.session_id,
        ref=ref_of(miss),
        date=miss.missed_on,
        date_words=case.when(miss),
        minutes=miss.minutes,
        gap=miss.gap,
        reason=miss.reason,
        why=case.why(miss.reason, miss.session_id),
        inferred=miss.inferred,
        labels=tuple(labels_of(case, miss)),
        disposition=miss.disposition or miss.status,
        status=miss.status,
        made_up=miss.made_up,
        released=miss.released,
        open=miss.open,
        due_by=miss.due_by,
        due_words=words.short_day(miss.due_by) if miss.due_by else words.undated(miss.unreached),
        overdue=miss.status == "overdue",
        follows=tuple(what_follows(case, miss)),
        rule=rules.number(miss),
        who_decides=who_decides(case, miss),
    )


def ref_of(miss: Miss) -> str:
    """Return what `makegood explain` takes for a miss."""
    return miss.session_id or f"{miss.service_id}:{miss.missed_on.isoformat()}"


def labels_of(case: Case, miss: Miss) -> Iterator[str]:
    """Yield what a reader needs to know of a miss beside its reason: what of it no row of the log says."""
    words, phrases = case.words, case.words.misses
    if miss.inferred:
        yield phrases.inferred
    if miss.reason_from == "absences":
        yield phrases.reason_assumed
    if miss.planned_by == "usual":
        planned = words.minutes(_planned(case, miss))
        yield phrases.planned.format(minutes=planned, planned_by=phrases.planned_by[miss.planned_by])
    missed = case.laid(miss)
    if missed < miss.gap:
        yield phrases.part_of_gap.of(missed, minutes=words.minutes(missed), gap=miss.gap)


def _planned(case: Case, miss: Miss) -> int:
    """Return how long the session of a miss was planned to last."""
    if miss.session_id is None:
        return miss.gap
    return case.log.lengths.planned(case.records.sessions.index()[miss.session_id]).minutes


def what_follows(case: Case, miss: Miss) -> list[str]:
    """Return what follows from a miss, and what settled it."""
    words, phrases = case.words, case.words.misses
    if miss.rule == MADE_UP_RULE:
        parts = [phrases.made_up_undecided]
    else:
        parts = [by_decision(case, miss) or words.account(miss.disposition or "team_decides")]
    parts += [
        phrases.made_up_on.format(minutes=words.minutes(p.minutes), day=words.short_day(p.held_on))
        + case.row(p.session_id)
        for p in case.paid(miss.place)
    ]
    if miss.released:
        parts.append(phrases.closed.format(minutes=words.minutes(miss.released)))
    if miss.open:
        minutes = words.minutes(miss.open)
        if miss.unreached is not None:
            parts.append(phrases.open_within.format(minutes=minutes, time=words.undated(miss.unreached)))
        elif miss.due_by is None:
            parts.append(phrases.open_without_deadline.format(minutes=minutes))
        elif miss.status == "overdue":
            parts.append(phrases.overdue.format(minutes=minutes, day=words.short_day(miss.due_by)))
        else:
            parts.append(phrases.open_by.format(minutes=minutes, day=words.short_day(miss.due_by)))
    if miss.disposition == "not_owed":
        parts += named_by(case, miss)
    return [capital(part) for part in parts]


def by_decision(case: Case, miss: Miss) -> str | None:
    """Return what a decision says of a miss, where one stands in the place of the rule and settles it."""
    if miss.determination_id is None:
        return None
    phrases = case.words.misses
    return {"owed": phrases.owed_by_decision, "not_owed": phrases.not_owed_by_decision}.get(miss.disposition or "")


def named_by(case: Case, miss: Miss) -> Iterator[str]:
    """Yield the make-ups that name a miss which is not owed: they settle nothing."""
    words, sessions = case.words, case.records.sessions
    for use in case.ledger.uses:
        if use.use != "names_not_owed":
            continue
        named = sessions.makeup_for[sessions.index()[use.session_id]]
        if named is not None and sessions.session_id[case.log.corrections.stands_for(named)] == miss.session_id:
            line = words.misses.names_it.format(day=words.short_day(use.held_on), minutes=words.minutes(use.minutes))
            yield line + case.row(use.session_id)


def who_decides(case: Case, miss: Miss) -> str:
    """Return who decides about a miss. No rule has the last word: the IEP team has."""
    phrases = case.words.misses
    if miss.rule == MADE_UP_RULE:
        return phrases.decides_made_up
    if miss.determination_id is None:
        return phrases.decides[miss.disposition or "team_decides"]
    table = case.records.determinations
    who = table.decided_by[table.index()[miss.determination_id]]
    return phrases.decided_by.format(who=decider(case.words, who))


def is_unrecorded(miss: Miss) -> bool:
    """Return whether nothing is on record: no row, and no reason from a calendar or a table of absences."""
    return miss.reason == UNRECORDED
