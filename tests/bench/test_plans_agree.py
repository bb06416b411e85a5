"""The same account by other hands: Polars, DuckDB and the plain fold say what the compiled fold says."""

import importlib.util
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from makegood.calendars import day_number
from makegood.ledger import columns, fold
from makegood.ledger.run import room_for, room_in_arrays, run_fold, sizes_of
from makegood.ledger.speed import compiled_copy
from makegood.ledger.state.bucket import read_bucket
from makegood.ledger.state.run import _rules
from makegood.simulation import YEAR_END, simulate

STUDENTS = 150

needs_engines = pytest.mark.skipif(
    not all(importlib.util.find_spec(engine) for engine in ("polars", "duckdb")),
    reason="polars and duckdb are not installed; `scripts/install dev bench` does it",
)


@needs_engines
@pytest.mark.parametrize("seed", range(2))
def test_polars_and_duckdb_give_the_account_of_the_fold_in_every_figure_and_every_miss(seed: int) -> None:
    from bench.agree import disagreements  # noqa: PLC0415 - it imports both engines

    assert list(disagreements(range(seed, seed + 1), STUDENTS)) == []


@needs_engines
def test_an_account_that_differs_by_one_minute_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from bench import agree, polars_plan  # noqa: PLC0415 - they import both engines

    of_service = polars_plan.periods_of

    def off_by_one(*told: Any) -> Any:
        return of_service(*told).with_columns(polars_plan.col("due") + (polars_plan.col("service") == 0))

    monkeypatch.setattr(polars_plan, "periods_of", off_by_one)
    assert any("polars has other services" in wrong for wrong in agree.disagreements(range(1), STUDENTS))


@pytest.mark.parametrize("seed", range(3))
def test_the_compiled_fold_writes_what_the_plain_fold_writes(tmp_path: Path, seed: int) -> None:
    simulate(STUDENTS, seed, tmp_path)
    rules, policies = _rules(tmp_path)
    bucket = read_bucket(tmp_path, "00000", rules, policies)
    students, as_of = bucket.students.num_rows, day_number(YEAR_END) - 100 * (seed % 2)
    book = _lists(bucket.book)
    sizes = sizes_of(book)

    plain = room_for(sizes, lambda n, size: columns.Grid([[0] * size for _ in range(n)]), lambda size: [0] * size)
    fold.account_for(book, plain, 0, students, as_of)
    compiled: Any = room_in_arrays(sizes)
    compiled_copy(fold).account_for(bucket.book, compiled, 0, students, as_of)

    assert plain.counts[columns.Count.misses] > 1000
    for name in columns.Out._fields:
        written = getattr(plain, name)
        expected = written.columns if isinstance(written, columns.Grid) else written
        assert getattr(compiled, name).tolist() == expected, name


def test_the_fold_is_compiled_once_for_folders_and_states(tmp_path: Path) -> None:
    simulate(20, 7, tmp_path)
    rules, policies = _rules(tmp_path)
    bucket = read_bucket(tmp_path, "00000", rules, policies)
    book, students = _lists(bucket.book), bucket.students.num_rows
    kinds = compiled_copy(fold).account_for
    run_fold(book, day_number(YEAR_END), "compiled")
    left_out = replace(sizes_of(book), period_sums=0, payments=0, uses=0)
    kinds(bucket.book, room_in_arrays(left_out), 0, students, day_number(YEAR_END))
    assert len(kinds.signatures) == 1


AGAIN = """
import sys
from tests.bench.test_plans_agree import folded
folded(sys.argv[1])
print([name for name in ("numba", "numba.core.typing.arraydecl", "numba.np.linalg") if name in sys.modules])
"""


def test_what_was_compiled_earlier_is_loaded_without_readying_a_compiler(tmp_path: Path) -> None:
    simulate(20, 7, tmp_path)
    folded(tmp_path)
    told = subprocess.check_output(
        [sys.executable, "-c", AGAIN, str(tmp_path)], cwd=Path(__file__).parents[2], text=True
    )
    assert told.strip() == "['numba']"


def folded(folder: str | Path) -> None:
    """Run the compiled fold over a made-up state."""
    rules, policies = _rules(Path(folder))
    bucket = read_bucket(Path(folder), "00000", rules, policies)
    run_fold(_lists(bucket.book), day_number(YEAR_END), "compiled")


def _lists(book: Any) -> Any:
    """Return the same columns as plain lists."""
    if isinstance(book, tuple):
        return type(book)(*(_lists(part) for part in book))
    return columns.Grid(book.tolist()) if book.ndim > 1 else book.tolist()
