"""The order in which make-ups and misses settle (ledger.md, 5)."""

from makegood.ledger.columns import MAKE_UP, NONE, Cells, Ints, Log, MakeUp, Miss, Service
from makegood.ledger.speed import step

from .codes import UNRECORDED


@step
def session_comes_first(log: Log, row: int, other: int) -> bool:
    """Return whether one session comes before another: by date, then session_id."""
    if log.day[row] != log.day[other]:
        return log.day[row] < log.day[other]
    return log.order[row] < log.order[other]


@step
def miss_comes_first(order: Ints, misses: Cells, miss: int, other: int) -> bool:
    """Return whether one miss settles before another.

    The earlier one does; on one date those on record by session_id, then inferred ones with a reason, then unrecorded
    ones, each by service and start_time.
    """
    if misses[Miss.day, miss] != misses[Miss.day, other]:
        return misses[Miss.day, miss] < misses[Miss.day, other]
    silent, other_silent = misses[Miss.reason, miss] == UNRECORDED, misses[Miss.reason, other] == UNRECORDED
    if silent != other_silent:
        return other_silent
    if misses[Miss.inferred, miss] != misses[Miss.inferred, other] and not silent:
        return misses[Miss.inferred, miss] == 0
    if misses[Miss.service, miss] != misses[Miss.service, other] and (silent or misses[Miss.inferred, miss] == 1):
        return misses[Miss.service, miss] < misses[Miss.service, other]
    row, other_row = misses[Miss.row, miss], misses[Miss.row, other]
    if row == NONE or other_row == NONE:
        return row != NONE
    return order[row] < order[other_row]


@step
def settles_first(order: Ints, services: Cells, misses: Cells, miss: int, other: int) -> bool:
    """Return whether one miss is listed before another: by service type, disposition, then as they settle."""
    type_ = services[Service.type, misses[Miss.service, miss]]
    other_type = services[Service.type, misses[Miss.service, other]]
    if type_ != other_type:
        return type_ < other_type
    if misses[Miss.disposition, miss] != misses[Miss.disposition, other]:
        return misses[Miss.disposition, miss] < misses[Miss.disposition, other]
    return miss_comes_first(order, misses, miss, other)


@step
def widest_step(length: int) -> int:
    """Return how far apart the entries lie that are brought in order first, so that none moves far by single steps.

    A student's few misses and make-ups are mostly in order, and are brought in order one by one.
    """
    apart = 1
    while apart * 100 < length:
        apart = 3 * apart + 1
    return apart


@step
def sort_misses(order: Ints, services: Cells, misses: Cells, among: Ints, length: int) -> None:
    """Put misses in order: by service type, disposition, then as they settle."""
    apart = widest_step(length)
    while apart > 0:
        for place in range(apart, length):
            miss, at = among[place], place
            while at >= apart and settles_first(order, services, misses, miss, among[at - apart]):
                among[at] = among[at - apart]
                at -= apart
            among[at] = miss
        apart //= 3


@step
def end_of_kind(
    services: Cells, misses: Cells, among: Ints, begin: int, length: int, type_: int, disposition: int
) -> int:
    """Return where the misses of one service type and disposition end that begin at a place of misses in order."""
    while begin < length and misses[Miss.disposition, among[begin]] == disposition:
        if services[Service.type, misses[Miss.service, among[begin]]] != type_:
            return begin
        begin += 1
    return begin


@step
def sort_make_ups(log: Log, make_ups: Cells, length: int) -> None:
    """Put a student's make-ups and compensatory sessions in order: by date, then session_id."""
    apart = widest_step(length)
    while apart > 0:
        for place in range(apart, length):
            row, service = make_ups[MakeUp.row, place], make_ups[MakeUp.service, place]
            left = make_ups[MakeUp.left, place]
            at = place
            while at >= apart and session_comes_first(log, row, make_ups[MakeUp.row, at - apart]):
                make_ups[MakeUp.row, at] = make_ups[MakeUp.row, at - apart]
                make_ups[MakeUp.service, at] = make_ups[MakeUp.service, at - apart]
                make_ups[MakeUp.left, at] = make_ups[MakeUp.left, at - apart]
                at -= apart
            make_ups[MakeUp.row, at] = row
            make_ups[MakeUp.service, at] = service
            make_ups[MakeUp.left, at] = left
        apart //= 3


@step
def type_of_make_up(services: Cells, make_ups: Cells, make_up: int) -> int:
    """Return the service type of a make-up."""
    return services[Service.type, make_ups[MakeUp.service, make_up]]


@step
def make_ups_by_type(log: Log, services: Cells, make_ups: Cells, count: int, queue: Ints) -> int:
    """List make-ups, no compensatory sessions, by service type, each type's in their order; return how many."""
    length = 0
    for make_up in range(count):
        if log.mark[make_ups[MakeUp.row, make_up]] & MAKE_UP:
            queue[length] = make_up
            length += 1
    apart = widest_step(length)
    while apart > 0:
        for place in range(apart, length):
            make_up, at = queue[place], place
            type_ = type_of_make_up(services, make_ups, make_up)
            while at >= apart:
                other = queue[at - apart]
                other_type = type_of_make_up(services, make_ups, other)
                if other_type < type_ or (other_type == type_ and other < make_up):
                    break
                queue[at] = other
                at -= apart
            queue[at] = make_up
        apart //= 3
    return length
