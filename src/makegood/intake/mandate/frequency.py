"""How often: the sessions and the block of time in which they fall, as one part of a text says it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from makegood.intake.mandate.phrases import Count, Limit, Period, Phrase, Span, Within


class Frequency(NamedTuple):
    """So many sessions in a span; None for what is not said.

    `tied`: each session has all the minutes. `pace`: the sessions are a total, beside a pace.
    """

    sessions: int | None
    span: Span | None
    lay: Literal["free", "tied", "pace"] = "free"


def frequency(phrases: Sequence[Phrase]) -> tuple[list[Frequency], set[str]]:
    """Return every frequency that the phrases can mean, and the flags that they raise."""
    bound, free = _bind(phrases)
    within = next((each for each in phrases if isinstance(each, Within)), None)
    if within is not None:
        return _shared(within, bound, free)
    if not bound:
        return _unbound(phrases, free)
    return _bound(bound, free)


def _bind(phrases: Sequence[Phrase]) -> tuple[list[tuple[Count | None, Period]], list[Count]]:
    """Give each period the count that stands right before it; the other counts are free."""
    bound: list[tuple[Count | None, Period]] = []
    free: list[Count] = []
    for place, phrase in enumerate(phrases):
        before = phrases[place - 1] if place else None
        if isinstance(phrase, Period):
            mine = free.pop() if isinstance(before, Count) else None
            if (mine, phrase) not in bound:
                bound.append((mine, phrase))
        elif isinstance(phrase, Count) and phrase not in free:
            free.append(phrase)
    counted = {period for count, period in bound if count}
    return [(count, period) for count, period in bound if count or period not in counted], free


def _shared(
    within: Within, bound: list[tuple[Count | None, Period]], free: list[Count]
) -> tuple[list[Frequency], set[str]]:
    """Multiply: so many a day on 5 days a week; once a week in 3 out of 4 weeks."""
    unit = Period((Span(within.unit),))
    daily = [count for count, period in bound if period == unit]
    others = [pair for pair in bound if pair[1] not in {unit, Period((within.span,))}]
    counts = [count for count in (*daily, *free) if count]
    times = counts[0].times if counts else (1,)
    whole = (None, Period((within.span,))) in bound  # the minutes may be those of the whole span
    found = [Frequency(each * within.times, within.span, "free" if whole else "tied") for each in times]
    flags: set[str] = set()
    if others:
        flags.add("two_periods")
        found += _bound(others, [])[0]
    if len(counts) > 1 or (free and not daily and times != (1,)):
        flags.add("two_counts")
        found += [Frequency(each, within.span) for count in counts for each in count.times]
    return found, flags


def _unbound(phrases: Sequence[Phrase], free: list[Count]) -> tuple[list[Frequency], set[str]]:
    """Without a period: a total is for the whole IEP, 'over three weeks' is a block of them."""
    limit = next((each.span for each in phrases if isinstance(each, Limit)), None)
    found = [
        Frequency(times, limit or (Span("iep") if count.role == "total" else None))
        for count in free
        for times in count.times
    ]
    return found or [Frequency(None, limit)], {"two_counts"} if len(free) > 1 else set()


def _bound(bound: list[tuple[Count | None, Period]], free: list[Count]) -> tuple[list[Frequency], set[str]]:
    """One period, or several that a person must choose from."""
    counts = [count for count, _ in bound if count]
    flags = {"two_periods"} if len({period for _, period in bound}) > 1 else set()
    if len(counts) > len({period for _, period in bound}):
        flags.add("two_counts")
    if counts and any(each.role in {"total", "split"} for each in free):
        whole = [each for each in free if each.role in {"total", "split"}]
        return [Frequency(times, Span("iep"), "pace") for each in whole for times in each.times], flags | {
            "pace_left_out"
        }
    found: list[Frequency] = []
    for count, period in bound:
        choices = [count] if count else []
        choices += [each for each in free if not count or each.times != count.times]
        if len(choices) > 1:
            flags.add("two_counts")
        times: list[int | None] = [each for choice in choices for each in choice.times] or [None]
        found += [_frequency(each, span) for span in period.spans for each in times]
    return found, flags


def _frequency(times: int | None, span: Span) -> Frequency:
    """Return the frequency of a count in a span that may itself say how often: 'biweekly'."""
    plain = Span(span.per, span.every)
    if span.times == 1:
        return Frequency(times, plain)
    return Frequency((times or 1) * span.times, plain, "tied")
