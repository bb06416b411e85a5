"""Make-ups and what they settled, awards, and sessions outside the service's periods."""

from collections.abc import Iterator

from makegood.statements.statement.case import Case


def make_up_lines(case: Case) -> Iterator[str]:
    """Yield each make-up of the window, and which misses it settled."""
    words, say = case.words, case.words.say
    for held in case.window.held:
        if held.kind != "make_up":
            continue
        head = f"{words.dated(held.date)}, {case.service(held.service_id)}: {words.minutes(held.minutes)}"
        parts = [
            say(
                "settles",
                minutes=words.minutes(p.minutes),
                day=words.short_day(case.ledger.misses[p.miss].missed_on),
            )
            for p in held.payments
        ]
        if not parts:
            parts = [say("settles_nothing", minutes=words.minutes(held.extra))]
        elif held.extra:
            parts.append(say("and_extra", minutes=words.minutes(held.extra)))
        yield f"{head}: {words.listed(parts)}. ({say('row_n', id=held.session_id)})"


def award_lines(case: Case) -> Iterator[str]:
    """Yield each compensatory award: minutes = delivered + remaining. Awards are shown whole, in every window."""
    words, say, table = case.words, case.words.say, case.records.awards
    for award in case.ledger.awards:
        if award.student_id != case.student_id:
            continue
        place = table.index()[award.award_id]
        line = say(
            "award_line",
            service=words.service(award.service_type),
            total=words.minutes(award.minutes),
            delivered=words.number(award.delivered),
            remaining=words.number(award.remaining),
        )
        end, basis = table.end[place], table.basis[place]
        first = words.short_day(table.start[place])
        dates = say("award_until", first=first, last=words.short_day(end)) if end else say("award_dates", first=first)
        line += f", {dates}."
        if basis:
            line += f" {say('award_basis', basis=basis)}."
        yield f"{line} ({say('award')} {award.award_id})"


def outside_lines(case: Case) -> Iterator[str]:
    """Yield each regular session in no period of its service."""
    words = case.words
    for held in case.window.held:
        if held.kind == "regular" and held.period is None:
            yield words.say(
                "outside_line",
                day=words.dated(held.date),
                service=case.service(held.service_id),
                minutes=words.minutes(held.minutes),
                id=held.session_id,
            )
