"""One student of the example district by the plain call: what a screen waits for."""

import datetime as dt
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from makegood.calendars import day_number
from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.ledger.coding.book import code_book
from makegood.ledger.run import run_fold

DISTRICT: Final = Path(__file__).parent.parent / "examples" / "maple-ridge"
AS_OF: Final = dt.date(2027, 3, 12)
RUNS: Final = 200


def median_ms(task: Callable[[], Any]) -> float:
    """Return the median of many runs, in milliseconds."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        task()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def student() -> dict[str, float]:
    """Return how long the student with the longest log takes, in milliseconds: the whole call, and the fold alone."""
    records, _ = read_folder(DISTRICT, as_of=AS_OF)
    if records is None:
        raise SystemExit("The example district cannot be read.")
    student_of = dict(zip(records.services.service_id, records.services.student_id, strict=True))
    one, sessions = Counter(student_of[service] for service in records.sessions.service_id).most_common(1)[0]
    coded, _ = code_book(records, AS_OF, frozenset({one}))
    if coded is None:
        raise SystemExit("The example district cannot be accounted for.")
    book = coded.book
    call = median_ms(lambda: ledger_of(records, AS_OF, only={one}, engine="plain"))
    alone = median_ms(lambda: run_fold(book, day_number(AS_OF), "plain"))
    return {"sessions": sessions, "call": call, "fold": alone, "runs": RUNS}
