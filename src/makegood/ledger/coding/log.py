"""The log as columns: the rows that count, in the order in which the fold walks them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from makegood.calendars import day_number
from makegood.ledger import columns
from makegood.ledger.coding.cast import Cast
from makegood.ledger.coding.corrections import Corrections, corrections_of
from makegood.ledger.coding.inferred import Slot, inferred_gaps
from makegood.ledger.coding.reasons import ReasonCodes
from makegood.records import Services, Sessions
from makegood.terms.reasons import REASONS


@dataclass(frozen=True, slots=True)
class CodedLog:
    """The log as columns, and where each of its rows comes from.

    Attributes:
        columns: What the fold reads.
        source: For each row, its place in the table of sessions, or NONE if it is inferred.
        slots: For each inferred row, the slot that it comes from.
        row_begin: For each service and one more, where its rows begin.
        row_of: For each row of the table that counts, its place in the columns.
        corrections: How the log was corrected.
    """

    columns: columns.Log
    source: list[int]
    slots: dict[int, Slot]
    row_begin: list[int]
    row_of: dict[int, int]
    corrections: Corrections


class _Row(NamedTuple):
    """A row of the log; rows sort as they are written here."""

    service: int
    day: int
    inferred: int
    id: str
    start_time: int
    source: int
    slot: Slot | None


def code_log(cast: Cast, codes: ReasonCodes, until: int | None = None) -> CodedLog:
    """Choose the rows that count, add the gaps inferred up to a day, if one is given, and put all in order."""
    sessions, services = cast.records.sessions, cast.records.services
    corrections = corrections_of(sessions)
    place_of = {services.service_id[row]: place for place, row in enumerate(cast.services)}
    logged = [
        _Row(service, day_number(sessions.date[i]), 0, sessions.session_id[i], 0, i, None)
        for i, service_id in enumerate(sessions.service_id)
        if (service := place_of.get(service_id, columns.NONE)) != columns.NONE and corrections.counts[i]
    ]
    slots = inferred_gaps(cast, ((row.service, row.day) for row in logged), until)
    gaps = [_Row(slot.service, slot.day, 1, "", slot.start_time, columns.NONE, slot) for slot in slots]
    rows = sorted(logged + gaps)
    return CodedLog(
        columns=_columns(cast, codes, rows),
        source=[row.source for row in rows],
        slots={place: row.slot for place, row in enumerate(rows) if row.slot is not None},
        row_begin=list(_begins(rows, len(cast.services))),
        row_of={row.source: place for place, row in enumerate(rows) if row.source >= 0},
        corrections=corrections,
    )


def _columns(cast: Cast, codes: ReasonCodes, rows: list[_Row]) -> columns.Log:
    sessions, services = cast.records.sessions, cast.records.services
    providers = _credentials(cast)
    policy_of = [cast.policies[cast.policy[student]] for student in cast.owners()]
    marks: dict[tuple[object, ...], int] = {}
    day: list[int] = []
    delivered: list[int] = []
    planned: list[int] = []
    reason: list[int] = []
    mark: list[int] = []
    for service, number, _, _, _, i, slot in rows:
        day.append(number)
        if slot is not None:
            delivered.append(0)
            planned.append(slot.minutes)
            reason.append(REASONS.index(slot.reason))
            mark.append(columns.INFERRED)
            continue
        own = cast.services[service]
        given = sessions.minutes_planned[i]
        delivered.append(sessions.minutes_delivered[i])
        planned.append((services.minutes[own] or 0) if given is None else given)
        reason.append(codes.code(sessions.reason[i], policy_of[service], sessions.date[i], sessions.row[i]))
        # Few sessions differ from the others of their service, so each kind is looked at once.
        kind = (own, sessions.as_written[i], sessions.group_size[i], sessions.setting[i], sessions.provider_id[i])
        if kind not in marks:
            marks[kind] = _different(sessions, i, services, own, providers)
        mark.append(kind_of(sessions, i) | marks[kind])
    return columns.Log(day, delivered, planned, reason, mark, _ranks_by_id(rows))


def _ranks_by_id(rows: list[_Row]) -> list[int]:
    """Return each row's rank in the order of their ids, inferred ones in that of the rows."""
    ids, ranks = [row.id for row in rows], [0] * len(rows)
    for rank, place in enumerate(sorted(range(len(rows)), key=ids.__getitem__)):
        ranks[place] = rank
    return ranks


def _credentials(cast: Cast) -> dict[str, frozenset[str] | None]:
    providers = cast.records.providers
    return {
        id_: frozenset(alike(word) for word in types) if types else None
        for id_, types in zip(providers.provider_id, providers.service_types, strict=True)
    }


def kind_of(sessions: Sessions, i: int) -> int:
    """Return the mark of a session's kind; a filled link says it too."""
    if sessions.award_id[i] is not None or sessions.kind[i] == "compensatory":
        return columns.COMPENSATORY
    if sessions.makeup_for[i] is not None or sessions.kind[i] == "make_up":
        return columns.MAKE_UP
    return 0


def _different(
    sessions: Sessions,
    i: int,
    services: Services,
    own: int,
    providers: dict[str, frozenset[str] | None],
) -> int:
    return 0 if next(differences(sessions, i, services, own, providers), None) is None else columns.DIFFERENT


def differences(
    sessions: Sessions,
    i: int,
    services: Services,
    own: int,
    providers: dict[str, frozenset[str] | None],
) -> Iterator[str]:
    """Yield in plain words how a session differed from the promise (ledger.md, 3)."""
    if sessions.as_written[i] is False:
        yield "the log says that it was not given as written"
    size, most = sessions.group_size[i], services.group_max[own]
    if size is not None and most is not None and size > most:
        yield f"a group of {size} where the IEP says at most {most}"
    held, promised = sessions.setting[i], services.setting[own]
    if held is not None and promised is not None and alike(held) != alike(promised):
        yield f"given in {held!r} where the IEP says {promised!r}"
    types = providers.get(sessions.provider_id[i] or "")
    if types is not None and alike(services.service_type[own]) not in types:
        yield "the provider's service types do not list this service"


def alike(word: str) -> str:
    """Return a word without regard to case and outer blanks."""
    return word.strip().casefold()


def _begins(rows: list[_Row], services: int) -> Iterator[int]:
    """Yield, for each service and one more, where its rows begin."""
    place = 0
    for service in range(services):
        yield place
        while place < len(rows) and rows[place].service == service:
            place += 1
    yield place
