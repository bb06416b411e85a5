"""The hours that a student's family declined, where somebody would still have time."""

from makegood.planner.explain.case import Case
from makegood.planner.explain.minutes import bits_of, in_a_row
from makegood.planner.explain.words import clock, dated, have, listed


def declined(case: Case) -> str:
    """Return a sentence that names them, to be added to another; nothing where there are none."""
    hours: dict[str, None] = {}
    people: dict[str, None] = {}
    refused = [row for row in case.book.instance.declined if row.student_id == case.student.student_id]
    for row in refused:
        span = row.start, row.start + row.minutes
        for date, offers in case.supply.days:
            for offer in offers if date == row.date >= case.miss.missed_on else ():
                if in_a_row(bits_of([span]) & offer.fact & ~(offer.here | offer.elsewhere), case.shortest):
                    hours[f"{dated(date)}, {clock(*span)}"] = people[offer.provider_id] = None
    who = list(people)
    return f" The family declined {listed(list(hours))}, when {listed(who)} still {have(who)} time." if hours else ""
