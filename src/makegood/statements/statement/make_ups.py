"""Make-ups and what they settled, awards, and sessions outside the service's periods."""

from collections.abc import Iterator

from makegood.statements.statement.case import Case


def make_up_lines(case: Case) -> Iterator[str]:
    """Yield each make-up of the window, and which misses it settled."""
    words, log = case.words, case.words.log
    for held in case.window.held:
        if held.kind != "make_up":
            continue
        head = f"{words.dated(held.date)}, {case.service(held.service_id)}: {words.minutes(held.minutes)}"
        parts = [
            log.settles.format(
                minutes=words.minutes(p.minutes), day=words.short_day(case.ledger.misses[p.miss].missed_on)
            )
            for p in held.payments
        ]
        if not parts:
            parts = [log.settles_nothing.format(minutes=words.minutes(held.extra))]
        elif held.extra:
            parts.append(log.also_extra.format(minutes=words.minutes(held.extra)))
        yield f"{head}: {words.listed(parts)}. ({words.misses.row.format(id=held.session_id)})"


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
        yield f"{line} ({log.award} {award.award_id})"


def outside_lines(case: Case) -> Iterator[str]:
    """Yield each regular session in no period of its service."""
    words = case.words
    for held in case.window.held:
        if held.kind == "regular" and held.period is None:
            yield words.log.outside_session.format(
                day=words.dated(held.date),
                service=case.service(held.service_id),
                minutes=words.minutes(held.minutes),
                id=held.session_id,
            )
