"""Services that go on after the last term that is on record."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from makegood.calendars import date_of
from makegood.log.log import Log
from makegood.terms.echo import Public, quoted
from makegood.terms.findings import Finding, Origin


def outlives_calendar(log: Log, services: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield calendars after whose last term services go on: nothing falls due any more, as if nothing were promised.

    Each calendar is told once, with the number of its services.
    """
    table, terms = log.records.services, log.records.terms
    found: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    for place in range(len(table)) if services is None else sorted(services):
        calendar, last = log.services.calendar(place), log.services.last_term_day(place)
        dates = log.services.dates(place)
        if calendar is not None and last is not None and dates is not None and dates[1] > last:
            found[calendar.calendar_id, table.esy[place]].append(place)
    for (calendar_id, esy), places in sorted(found.items()):
        last = log.services.last_term_day(places[0])
        kind = "esy" if esy else "year"
        if last is None:
            continue
        day = date_of(last)
        rows = [
            row
            for row, id_, of_kind, end in zip(terms.row, terms.calendar_id, terms.kind, terms.end, strict=True)
            if (id_, of_kind, end) == (calendar_id, kind, day)
        ]
        whose = f"Service {quoted(table.service_id[places[0]])} goes"
        if len(places) > 1:
            whose = f"{len(places):,} services (the first is {quoted(table.service_id[places[0]])}) go"
        says = (
            f"{whose} on after {day}, the end of the last {kind} term of calendar {quoted(Public(calendar_id))}. "
            "Nothing falls due after that day."
        )
        yield Finding(
            "warning",
            "outlives_calendar",
            says,
            Origin("terms", rows[0] if rows else None, "end"),
            found=str(day),
            expected="the next term, as soon as it is known",
        )
