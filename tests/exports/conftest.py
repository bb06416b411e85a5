"""The program, run as a person runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exports.small import small_folder
from tests.house.run_here import Done, makegood

Export = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path / "records")


@pytest.fixture
def export(monkeypatch: pytest.MonkeyPatch) -> Export:
    """Run `makegood export` on a folder, as of 2026-09-10 if nothing else is said."""

    def run(folder: Path, kind: str, *words: object) -> Done:
        return makegood(monkeypatch, "export", folder, "--as", kind, "--as-of", "2026-09-10", *words)

    return run
