"""Sessions that nobody noted and somebody supposed were given: they count, and whatever rests on them says so."""

from collections.abc import Iterator

from makegood.statements.statement.case import Case


def supposed_lines(case: Case, service_id: str | None = None) -> Iterator[str]:
    """Yield how many of the minutes given are supposed, not recorded, and of which days.

    Args:
        case: The child's case.
        service_id: Of one service; None for all of the child's.
    """
    own = [
        held
        for held in case.window.held
        if held.minutes
        and case.records.sessions.is_supposed(held.place)
        and (service_id is None or held.service_id == service_id)
    ]
    if own:
        minutes = sum(held.minutes for held in own)
        days = sorted({held.date for held in own})
        yield case.words.leads.supposed.of(minutes, minutes=case.words.minutes(minutes), days=case.days(days))
