import datetime as dt
from pathlib import Path
from typing import get_type_hints

import pytest
from tests.oracle.folders import as_of_dates, write_folder

from makegood.intake import read_folder
from makegood.ledger import Ledger, ServiceAccount, ledger_of, log_of
from makegood.log import alike
from makegood.records import Records
from makegood.statements.window.held import by_service, period_on
from makegood.statements.window.window import Window, window_of

EXAMPLES = Path(__file__).parents[2] / "examples"
FIGURES = [name for name, kind in get_type_hints(ServiceAccount).items() if kind is int]
DAY = dt.timedelta(1)


def splits(first: dt.date, last: dt.date) -> list[list[tuple[dt.date | None, dt.date | None]]]:
    """Ways to cut a span: in two on the middle, and in pieces of 25 days, which cut weeks and months alike."""
    middle = first + (last - first) // 2
    begins = [first + dt.timedelta(n) for n in range(0, max((last - first).days, 1), 25)]
    return [
        [(None, middle), (middle + DAY, None)],
        [(None, begins[0] - DAY), *((day, day + 24 * DAY) for day in begins), (begins[-1] + 25 * DAY, None)],
    ]


def assert_windows_add_up(records: Records, ledger: Ledger, first: dt.date, last: dt.date) -> None:
    log = log_of(records, ledger.as_of)
    for student in records.students.student_id:
        own = [s for s in ledger.services if s.student_id == student]
        whole = window_of(log, ledger, student)
        assert list(whole.services) == own
        assert_third_sum(whole)
        for cut in splits(first, last):
            windows = [window_of(log, ledger, student, begin, end) for begin, end in cut]
            for place, service in enumerate(own):
                for name in FIGURES:
                    figures = [getattr(window.services[place], name) for window in windows]
                    assert sum(figures) == getattr(service, name), (student, service.service_id, name)
            assert sum(len(w.misses) for w in windows) == len(whole.misses)
            assert sum(len(w.held) for w in windows) == len(whole.held)
            assert sum(len(w.payments) for w in windows) == len(whole.payments)
            for window in windows:
                assert_third_sum(window)


def assert_third_sum(window: Window) -> None:
    for type_, minutes in window.held_minutes.items():
        own = [s for s in window.services if alike(s.service_type) == type_]
        names = ("delivered", "delivered_differently", "made_up", "compensatory", "extra")
        assert minutes == sum(getattr(s, name) for s in own for name in names)


@pytest.mark.parametrize("seed", range(8))
def test_windows_add_up_to_the_whole_for_invented_folders(seed: int, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "records", seed)
    for as_of in as_of_dates(seed):
        records, findings = read_folder(folder, as_of=as_of)
        assert records is not None, findings
        ledger = ledger_of(records, as_of)
        assert_windows_add_up(records, ledger, min(records.terms.start), as_of)


@pytest.mark.parametrize(
    ("name", "as_of"), [("one-child", dt.date(2026, 11, 20)), ("maple-ridge", dt.date(2027, 3, 12))]
)
def test_windows_add_up_to_the_whole_for_the_examples(name: str, as_of: dt.date) -> None:
    records, _ = read_folder(EXAMPLES / name, as_of=as_of)
    assert records is not None
    assert_windows_add_up(records, ledger_of(records, as_of), min(records.terms.start), as_of)


def test_a_day_lies_in_the_period_between_whose_first_and_last_days_it_is() -> None:
    records, _ = read_folder(EXAMPLES / "maple-ridge")
    assert records is not None
    for own in by_service(ledger_of(records, dt.date(2027, 3, 12)).periods).values():
        assert all(period_on(own, day) is period for period in own for day in (period.first, period.last))
        taken = {period.first + n * DAY for period in own for n in range((period.last - period.first).days + 1)}
        around = (day for period in own for day in (period.first - DAY, period.last + DAY))
        assert all(period_on(own, day) is None for day in around if day not in taken)
    assert period_on([], dt.date(2027, 3, 12)) is None
