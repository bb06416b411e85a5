"""The misses of a statement: date, minutes, reason, what follows, by which rule, and who decides."""

from makegood.ledger import Miss
from makegood.statements.statement.case import Case
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.statement import MissLine


def miss_line(case: Case, rules: RuleBook, miss: Miss) -> MissLine:
    """Return one miss in words."""
    words, say = case.words, case.words.say
    told = []
    if miss.inferred:
        told.append(say("inferred"))
    if miss.minutes < miss.gap and miss.determination_id is None:
        told.append(say("gap_part", minutes=words.minutes(miss.minutes), gap=miss.gap))
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
        told=tuple(told),
        disposition=miss.disposition,
        status=miss.status,
        made_up=miss.made_up,
        released=miss.released,
        open=miss.open,
        due_by=miss.due_by,
        due_words=words.short_day(miss.due_by) if miss.due_by else say("no_day"),
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
    words, say = case.words, case.words.say
    parts = [say(f"follows_{miss.disposition}")]
    parts += [
        say("paid", minutes=words.minutes(p.minutes), day=words.short_day(p.held_on), id=p.session_id)
        for p in case.paid(miss.place)
    ]
    if miss.released:
        parts.append(say("was_released", minutes=words.minutes(miss.released)))
    if miss.open:
        minutes = words.minutes(miss.open)
        day = words.short_day(miss.due_by) if miss.due_by else ""
        key = "to_come_late" if miss.status == "overdue" else "to_come_by" if miss.due_by else "to_come"
        parts.append(say(key, minutes=minutes, day=day))
    return parts


def who_decides(case: Case, miss: Miss) -> str:
    """Return who decides about a miss. No rule has the last word: the IEP team has."""
    say = case.words.say
    if miss.determination_id is None:
        return say(f"decides_{miss.disposition}")
    table = case.records.determinations
    who = table.decided_by[table.index()[miss.determination_id]]
    return say("decides_determination", who=who or say("someone"))


def is_unrecorded(miss: Miss) -> bool:
    """Return whether nothing is on record: no row, and no slot that tells of it."""
    return miss.session_id is None and not miss.inferred


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
            lines.append(words.say("cured_line", day=day, why=why, cured=cured, gap=words.minutes(entries[0].gap)))
    return lines
