"""Make-ups and what they settled, awards, and sessions outside the service's periods."""

from collections.abc import Iterator

from makegood.ledger.result import MADE_UP_RULE, UseWord
from makegood.statements.statement.case import Case
from makegood.statements.window.held import Held
from makegood.statements.wording.log import LogPhrases


def make_up_lines(case: Case) -> Iterator[str]:
    """Yield each make-up of the window, and which misses it settled."""
    words = case.words
    for held in case.window.held:
        if held.kind != "make_up":
            continue
        head = f"{words.dated(held.date)}, {case.service(held.service_id)}: {words.minutes(held.minutes)}"
        yield f"{head}: {words.listed(_went(case, held))}.{case.row(held.session_id)}"


def _went(case: Case, held: Held) -> Iterator[str]:
    """Yield where a make-up's minutes went."""
    words, log = case.words, case.words.log
    for paid in held.payments:
        miss = case.ledger.misses[paid.miss]
        phrase = log.undecided if miss.rule == MADE_UP_RULE else log.settles
        yield phrase.format(minutes=words.minutes(paid.minutes), day=words.short_day(miss.missed_on))
    for word, phrase in _names(log).items():
        if held.used(word):
            named = words.short_day(case.records.sessions.date[_named(case, held)])
            this = case.this(held.service_id)
            yield phrase.format(minutes=words.minutes(held.used(word)), day=named, this=this)
    rest = held.used("nothing_to_settle")
    if rest:
        yield (log.also_extra if held.payments else log.settles_nothing).format(minutes=words.minutes(rest))


def _names(log: LogPhrases) -> dict[UseWord, str]:
    """Return what is said of minutes that settle nothing because of the session that they name."""
    return {"waiting": log.waits, "names_not_owed": log.not_owed}


def _named(case: Case, held: Held) -> int:
    """Return the place of the row that a make-up names, as it now stands."""
    return case.log.corrections.stands_for(case.records.sessions.makeup_for[held.place] or held.session_id)


def award_lines(case: Case) -> Iterator[str]:
    """Yield each compensatory award: minutes = delivered + remaining. Awards are shown whole, in every window."""
    words, log, table = case.words, case.words.log, case.records.awards
    for award in case.ledger.awards:
        if award.student_id != case.student_id:
            continue
        place = table.index()[award.award_id]
        line = log.award_account.format(
            service=words.service(award.service_type),
            total=words.minutes(award.minutes),
            delivered=words.number(award.delivered),
            remaining=words.number(award.remaining),
        )
        end, basis = table.end[place], table.basis[place]
        first = words.short_day(table.start[place])
        if end:
            line += f", {log.award_from_to.format(first=first, last=words.short_day(end))}."
        else:
            line += f", {log.award_from.format(first=first)}."
        if basis:
            line += f" {log.award_basis.format(basis=basis)}."
        yield f"{line} ({log.award} {award.award_id})" if case.audience == "school" else line


def outside_lines(case: Case) -> Iterator[str]:
    """Yield each regular session in no period of its service."""
    words = case.words
    for held in case.window.held:
        if held.kind == "regular" and held.period is None:
            line = words.log.outside_session.format(
                day=words.dated(held.date),
                service=case.service(held.service_id),
                minutes=words.minutes(held.minutes),
            )
            yield line + case.row(held.session_id)
