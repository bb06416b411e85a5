"""The misses of a statement: date, minutes, reason, what follows, by which rule, and who decides."""

from makegood.ledger import Miss
from makegood.statements.statement.case import Case
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.statement import MissLine
from makegood.statements.wording.words import capital
from makegood.terms.reasons import UNRECORDED


def miss_line(case: Case, rules: RuleBook, miss: Miss) -> MissLine:
    """Return one miss in words."""
    words, phrases = case.words, case.words.misses
    labels = []
    if miss.inferred:
        labels.append(phrases.inferred)
    if miss.minutes < miss.gap and miss.determination_id is None:
        labels.append(phrases.part_of_gap.format(minutes=words.minutes(miss.minutes), gap=miss.gap))
    return MissLine(
        service_id=miss.service_id,
        service=case.service(miss.service_id),
        session_id=miss.session_id,
        ref=ref_of(miss),
        date=miss.missed_on,
        date_words=words.dated(miss.missed_on),
        minutes=miss.minutes,
        gap=miss.gap,
        reason=miss.reason,
        why=words.reason(miss.reason),
        inferred=miss.inferred,
        labels=tuple(labels),
        disposition=miss.disposition or miss.status,
        status=miss.status,
        made_up=miss.made_up,
        released=miss.released,
        open=miss.open,
        due_by=miss.due_by,
        due_words=words.short_day(miss.due_by) if miss.due_by else phrases.no_deadline,
        overdue=miss.status == "overdue",
        follows=tuple(what_follows(case, miss)),
        rule=rules.number(miss),
        who_decides=who_decides(case, miss),
    )


def ref_of(miss: Miss) -> str:
    """Return what `makegood explain` takes for a miss."""
    return miss.session_id or f"{miss.service_id}:{miss.missed_on.isoformat()}"


def what_follows(case: Case, miss: Miss) -> list[str]:
    """Return what follows from a miss, and what settled it."""
    words, phrases = case.words, case.words.misses
    parts = [words.account(miss.disposition or "team_decides")]
    parts += [
        phrases.made_up_on.format(minutes=words.minutes(p.minutes), day=words.short_day(p.held_on), id=p.session_id)
        for p in case.paid(miss.place)
    ]
    if miss.released:
        parts.append(phrases.closed.format(minutes=words.minutes(miss.released)))
    if miss.open:
        minutes = words.minutes(miss.open)
        if miss.due_by is None:
            parts.append(phrases.open_without_deadline.format(minutes=minutes))
        elif miss.status == "overdue":
            parts.append(phrases.overdue.format(minutes=minutes, day=words.short_day(miss.due_by)))
        else:
            parts.append(phrases.open_by.format(minutes=minutes, day=words.short_day(miss.due_by)))
    return [capital(part) for part in parts]


def who_decides(case: Case, miss: Miss) -> str:
    """Return who decides about a miss. No rule has the last word: the IEP team has."""
    phrases = case.words.misses
    if miss.determination_id is None:
        return phrases.decides[miss.disposition or "team_decides"]
    table = case.records.determinations
    who = table.decided_by[table.index()[miss.determination_id]]
    return phrases.decided_by.format(who=who or phrases.someone)


def is_unrecorded(miss: Miss) -> bool:
    """Return whether nothing is on record: no row, and no slot."""
    return miss.reason == UNRECORDED


def cured_lines(case: Case, misses: list[Miss]) -> list[str]:
    """Return what other sessions of the same period gave back, gap by gap."""
    words = case.words
    gaps: dict[tuple[str, int | None, str], list[Miss]] = {}
    for miss in misses:
        if not is_unrecorded(miss):
            gaps.setdefault((ref_of(miss), miss.start_time, miss.service_id), []).append(miss)
    lines = []
    for entries in gaps.values():
        cured = entries[0].gap - sum(entry.minutes for entry in entries)
        if cured:
            day, why = words.dated(entries[0].missed_on), words.reason(entries[0].reason)
            gap = words.minutes(entries[0].gap)
            lines.append(words.misses.cured.format(day=day, why=why, cured=cured, gap=gap))
    return lines
