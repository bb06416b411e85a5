"""Running the fold over a book: room for what it writes, and the two ways to run it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from makegood.ledger import fold
from makegood.ledger.columns import (
    LEFT_OUT,
    NOT_REGULAR,
    Account,
    Book,
    Cells,
    Count,
    Grid,
    Ints,
    Log,
    MakeUp,
    Miss,
    Out,
    Payment,
    PeriodSums,
    Service,
    Student,
    Use,
    columns_of,
)
from makegood.ledger.speed import call, compiled_copy
from makegood.terms.reasons import REASONS

Engine = Literal["plain", "compiled"]

COMPILED_FROM_ROWS: Final = 200_000
"""From this many rows on the compiler pays: plain Python takes seconds for them, compiling some fifty, once."""

_TWO: Final = 2
"""The rows that a grid has at least: with fewer, nobody can tell whether its rows or its columns lie together."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows the fold may write at most."""

    services: int
    misses: int
    awards: int
    period_sums: int
    payments: int
    uses: int
    make_ups: int


def engine_for(book: Book) -> Engine:
    """Return how a book of this size is run."""
    return "compiled" if len(book.log.day) >= COMPILED_FROM_ROWS else "plain"


def without_log(book: Book) -> Book:
    """Return the same promises as if nothing were on record."""
    services, students = columns_of(book.services, Service), columns_of(book.students, Student)
    none = {"row_begin", "row_end"}, {name for name in students if not name.startswith("service")}
    cells = [
        [[0] * len(column) if name in left_out else column for name, column in columns.items()]
        for columns, left_out in zip((services, students), none, strict=True)
    ]
    return book._replace(
        services=Grid(cells[0]),
        students=Grid(cells[1]),
        log=Log([], [], [], [], [], []),
        links=Grid([[], []]),
        decided=Grid([[], [], []]),
        declined=[],
        award_minutes=[],
    )


def run_fold(book: Book, as_of: int, engine: Engine | None = None) -> Out:
    """Run the fold over a whole book, and return what it wrote, periods and payments too.

    Args:
        book: Columns, as plain lists; those of the log can be arrays.
        as_of: The as-of date, as a day number.
        engine: How to run it; None chooses by size.
    """
    engine = engine or engine_for(book)
    sizes = sizes_of(book)
    students = book.students.shape[1]
    if engine == "plain":
        book = book._replace(log=Log(*map(listed, book.log)))
        out = room_for(sizes, _cells, lambda size: [0] * size)
        fold.account_for(book, out, 0, students, as_of)
        return out
    out = room_in_arrays(sizes)
    call(compiled_copy(fold).account_for, arrays_of(book), out, 0, students, as_of)
    return out


def room_in_arrays(sizes: Sizes) -> Out:
    """Make room of given sizes in arrays; the system hands out pages only when they are touched.

    A grid's rows lie one after the other, so that a row is written in one place.
    """
    import numpy as np  # noqa: PLC0415 - only the compiled way needs it

    return room_for(
        sizes,
        lambda n, size: np.zeros((max(size, _TWO), n), np.int32).T,
        lambda size: np.zeros(size, np.int32),
    )


def arrays_of(book: Any) -> Any:
    """Return the same columns as arrays of 32-bit whole numbers, which are only to be read.

    That they are read-only, and that a grid's rows lie one after the other, is part of their type: the fold is
    compiled once for it. So a grid has two rows at least.
    """
    import numpy as np  # noqa: PLC0415 - only the compiled way needs it

    if isinstance(book, tuple):
        return type(book)(*(arrays_of(part) for part in book))
    array = np.array(book.columns if isinstance(book, Grid) else book, np.int32, order="F", copy=None)
    if array.ndim > 1 and array.shape[1] < _TWO:
        array = np.asfortranarray(np.pad(array, ((0, 0), (0, _TWO - array.shape[1]))))
    array.flags.writeable = False
    return array


def listed(column: Any) -> list[int]:
    """Return a column as a plain list."""
    numbers: list[int] = column if isinstance(column, list) else column.tolist()
    return numbers


def sizes_of(book: Book) -> Sizes:
    """Return how much the fold may write of a book of plain lists; the columns of its log can be arrays."""
    log, services = book.log, columns_of(book.services, Service)
    rows, people = len(log.day), len(services["minutes"])
    periods = sum(services["period_end"]) - sum(services["period_begin"])
    gaps, make_ups = _gaps_and_make_ups(log)
    # A make-up can leave one miss partly settled, which is then listed in two.
    misses = gaps + periods + book.decided.shape[1] + make_ups
    # A session's minutes can be given and over the promise; a make-up's can settle many misses, and be extra.
    return Sizes(people, misses, len(book.award_minutes), periods, make_ups + misses, 2 * rows + misses, make_ups)


def _gaps_and_make_ups(log: Log) -> tuple[int, int]:
    """Return how many regular rows lack minutes of what was planned, and how many rows are not regular."""
    mark, planned, delivered = cast("tuple[Any, Any, Any]", (log.mark, log.planned, log.delivered))
    if isinstance(mark, list):
        cells = zip(mark, planned, delivered, strict=True)
        gaps = sum(1 for marks, length, held in cells if length > held and not marks & NOT_REGULAR)
        return gaps, sum(1 for marks in mark if marks & NOT_REGULAR)
    is_regular = (mark & NOT_REGULAR) == 0
    return int((is_regular & (planned > delivered)).sum()), int((~is_regular).sum())


def room_for(sizes: Sizes, cells: Callable[[int, int], Cells], ints: Callable[[int], Ints]) -> Out:
    """Make room of given sizes; of none for periods, payments or uses, they are left out."""
    return Out(
        accounts=cells(len(Account), sizes.services),
        missed_by_reason=cells(len(REASONS), sizes.services),
        misses=cells(len(Miss), sizes.misses),
        award_delivered=ints(sizes.awards),
        period_sums=cells(len(PeriodSums), LEFT_OUT + sizes.period_sums),
        payments=cells(len(Payment), LEFT_OUT + sizes.payments),
        uses=cells(len(Use), LEFT_OUT + sizes.uses),
        make_ups=cells(len(MakeUp), sizes.make_ups),
        owed=ints(sizes.misses),
        waiting=ints(sizes.misses),
        queue=ints(sizes.misses),
        counts=ints(len(Count)),
    )


def _cells(columns: int, size: int) -> Grid:
    return Grid([[0] * size for _ in range(columns)])
