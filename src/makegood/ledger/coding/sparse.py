"""The few rows with more to them: links, determinations and declined offers, by student."""

from bisect import bisect_right
from typing import Final, NamedTuple

from makegood.calendars import day_number
from makegood.ledger import columns
from makegood.ledger.coding.log import CodedLog
from makegood.ledger.coding.roster import Roster
from makegood.terms.accounts import DISPOSITIONS

_DISPOSITION: Final[dict[str, int]] = {word: code for code, word in enumerate(DISPOSITIONS)}


class Sparse(NamedTuple):
    """Sparse columns by student, each with where a student's entries begin (and one more).

    Attributes:
        awards: The awards' places in their table, by student and award_id.
        determinations: For each entry of `decided`, its place in its table.
    """

    links: list[list[int]]
    link_begin: list[int]
    decided: list[list[int]]
    decided_begin: list[int]
    determinations: list[int]
    declined: list[int]
    declined_begin: list[int]
    awards: list[int]


def code_sparse(roster: Roster, log: CodedLog, as_of: int) -> Sparse:
    """Look up what names a row, following corrections to the row that stands for it now."""
    awards = _awards(roster, as_of)
    links = sorted(_links(roster, log, {place: at for at, place in enumerate(awards)}))
    chosen = _decided(roster, log, as_of)
    decided = sorted(chosen.items())
    declined = sorted(_declined(roster, log, as_of))
    students = len(roster.students)
    row_begin = [log.row_begin[begin] for begin in roster.service_begin]
    determinations = roster.records.determinations
    return Sparse(
        links=[[row for row, _ in links], [names for _, names in links]],
        link_begin=_begins(_owners(row_begin, [row for row, _ in links]), students),
        decided=[
            [row for row, _ in decided],
            [_DISPOSITION[determinations.disposition[place]] for _, place in decided],
            [_minutes(determinations.minutes[place]) for _, place in decided],
        ],
        decided_begin=_begins(_owners(row_begin, [row for row, _ in decided]), students),
        determinations=[place for _, place in decided],
        declined=declined,
        declined_begin=_begins(_owners(row_begin, declined), students),
        awards=awards,
    )


def _minutes(minutes: int | None) -> int:
    return columns.NONE if minutes is None else minutes


def _owners(row_begin: list[int], rows: list[int]) -> list[int]:
    """Return the student of each of some rows.

    Args:
        row_begin: For each student and one more, where the rows begin.
        rows: The rows.
    """
    return [bisect_right(row_begin, row) - 1 for row in rows]


def _row(roster: Roster, log: CodedLog, session_id: str) -> int:
    """Return the row that stands for a session, or NONE if its student is not accounted for."""
    return log.row_of[roster.log.corrections.stands_for(session_id)]


def _links(roster: Roster, log: CodedLog, award_at: dict[int, int]) -> list[tuple[int, int]]:
    sessions, award_place = roster.records.sessions, roster.records.awards.index()
    links = []
    for i in sorted({*sessions.filled("award_id"), *sessions.filled("makeup_for")}):
        row, award_id, makeup_for = log.row_of[i], sessions.award_id[i], sessions.makeup_for[i]
        if row == columns.NONE:
            continue
        if award_id is not None:
            links.append((row, award_at.get(award_place[award_id], columns.NONE)))
        elif makeup_for is not None:
            links.append((row, _row(roster, log, makeup_for)))
    return links


def _decided(roster: Roster, log: CodedLog, as_of: int) -> dict[int, int]:
    """Return the determination that holds for each row: the latest up to the as-of date."""
    table = roster.records.determinations
    chosen: dict[int, tuple[int, int]] = {}
    for place, session_id in enumerate(table.session_id):
        decided_on = table.decided_on[place]
        day = day_number(decided_on) if decided_on else -1
        row = _row(roster, log, session_id)
        if row != columns.NONE and day <= as_of:
            chosen[row] = max(chosen.get(row, (day, place)), (day, place))
    return {row: place for row, (_, place) in chosen.items()}


def _declined(roster: Roster, log: CodedLog, as_of: int) -> set[int]:
    table = roster.records.offers
    return {
        row
        for place, session_id in enumerate(table.session_id)
        if table.response[place] == "declined"
        and day_number(table.date[place]) <= as_of
        and (row := _row(roster, log, session_id)) != columns.NONE
    }


def _awards(roster: Roster, as_of: int) -> list[int]:
    """Return the awards that have started, by student and award_id."""
    table, student_id = roster.records.awards, roster.records.students.student_id
    chosen = {student_id[place] for place in roster.students}
    places = [
        place for place, id_ in enumerate(table.student_id) if id_ in chosen and day_number(table.start[place]) <= as_of
    ]
    return sorted(places, key=lambda place: (table.student_id[place], table.award_id[place]))


def _begins(students: list[int], count: int) -> list[int]:
    """Return where each student's entries begin in a list that is in order of students."""
    begins = [0] * (count + 1)
    for student in students:
        begins[student + 1] += 1
    for student in range(count):
        begins[student + 1] += begins[student]
    return begins
