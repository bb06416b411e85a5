"""Running the fold over a book: room for what it writes, and the two ways to run it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from makegood.ledger import fold
from makegood.ledger.columns import (
    NOT_REGULAR,
    Accounts,
    Book,
    Ints,
    Misses,
    Out,
    Scratch,
    Settled,
    Spans,
)
from makegood.ledger.speed import compiled_copy
from makegood.terms.reasons import REASONS

Engine = Literal["plain", "compiled"]

COMPILED_FROM_ROWS: Final = 30_000
"""From this many rows on the compiler pays: loading it costs what plain Python takes for them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What the fold wrote: columns, of which the first so many rows are filled."""

    out: Out
    misses: int
    spans: int
    payments: int


def run_fold(book: Book, as_of: int, engine: Engine | None = None, *, details: bool) -> Folded:
    """Run the fold over a whole book.

    Args:
        book: Columns, as plain lists.
        as_of: The as-of date, as a day number.
        engine: How to run it; None chooses by size.
        details: Whether to write down periods and payments too.
    """
    engine = engine or ("compiled" if len(book.log.day) >= COMPILED_FROM_ROWS else "plain")
    if engine == "plain":
        out = room_for(book, lambda size: [0] * size, details=details)
        fold.account_for(book, out, 0, len(book.students.calendar), as_of)
    else:
        import numpy as np  # noqa: PLC0415 - a small folder does not pay for it

        book = arrays_of(book)
        out = room_for(book, lambda size: np.zeros(size, np.int32), details=details)
        twin = compiled_copy(fold)
        twin.account_for(book, out, 0, len(book.students.calendar), as_of)
    counts = out.scratch.counts
    return Folded(out, counts[fold.MISSES], counts[fold.SPANS], counts[fold.PAYMENTS])


def arrays_of(book: Any) -> Any:
    """Return the same columns as arrays of 32-bit whole numbers."""
    import numpy as np  # noqa: PLC0415 - only the compiled way needs it

    if isinstance(book, tuple):
        return type(book)(*(arrays_of(part) for part in book))
    return np.asarray(book, np.int32)


def room_for(book: Book, room: Callable[[int], Ints], *, details: bool) -> Out:
    """Make room for all that the fold may write of a book."""
    log, services = book.log, book.services
    rows, people = len(log.day), len(services.minutes)
    periods = sum(services.period_end[i] - services.period_begin[i] for i in range(people))
    regular = [not log.mark[i] & NOT_REGULAR for i in range(rows)]
    gaps = sum(regular[i] and log.planned[i] > log.delivered[i] for i in range(rows))
    misses = gaps + periods + len(book.decided.row)
    make_ups = rows - sum(regular)
    return room_of(
        room,
        services=people,
        misses=misses,
        awards=len(book.award_minutes),
        spans=periods if details else 0,
        payments=make_ups + misses if details else 0,
        make_ups=make_ups,
    )


def room_of(
    room: Callable[[int], Ints],
    *,
    services: int,
    misses: int,
    awards: int,
    spans: int,
    payments: int,
    make_ups: int,
) -> Out:
    """Make room of given sizes."""
    sizes = dict.fromkeys(Accounts._fields, services) | {"missed_by_reason": services * len(REASONS)}
    return Out(
        accounts=Accounts(*map(room, sizes.values())),
        misses=Misses(*(room(misses) for _ in Misses._fields)),
        award_delivered=room(awards),
        spans=Spans(*(room(spans) for _ in Spans._fields)),
        settled=Settled(*(room(payments) for _ in Settled._fields)),
        scratch=Scratch(
            make_up=room(make_ups),
            make_up_service=room(make_ups),
            make_up_left=room(make_ups),
            queue=room(misses),
            counts=room(4),
        ),
    )
