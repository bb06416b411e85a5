"""An import that is killed leaves the old folder or the new one, whatever it was doing."""

from pathlib import Path
from shutil import copytree

import pytest
from tests.files.changes import killed_at
from tests.imports.made import CASELOAD, DAYS, LOG, imported, mapping_for, written

from makegood.imports.finish import finish
from makegood.imports.loaded import load
from makegood.imports.read import read

MORE = LOG.replace("Total", '9/22/26,Ana Example,SLP,30,held,\n9/24/26,"Tompkins, Lee",SLP,25,held,\nTotal')


def tables(folder: Path) -> dict[str, bytes]:
    """Return what a folder says: all of its files but hidden ones."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a folder into which a caseload and a log were imported, and the log as it grew since."""
    place = tmp_path_factory.mktemp("account")
    into = place / "into"
    for name in ("team.csv", "log.csv"):
        mapping_for(into, name, DAYS)
    imported([written(place, "team.csv", CASELOAD), written(place, "log.csv", LOG)], into)
    return into, written(place, "log.csv", MORE)


def imports(log: Path, into: Path) -> None:
    """Import a log as the command does."""
    finish(read(load([log], into)))


def test_killed_before_each_step_the_folder_is_the_old_one_or_the_new_one(
    account: tuple[Path, Path], tmp_path: Path
) -> None:
    before, log = account
    old = tables(before)
    whole = copytree(before, tmp_path / "whole")
    imports(log, whole)
    new = tables(whole)
    assert new["sessions.csv"].startswith(old["sessions.csv"])
    assert len(new["sessions.csv"].splitlines()) == len(old["sessions.csv"].splitlines()) + 2
    outcomes: list[bool] = []
    for step in range(1, 600, 3):
        folder = copytree(before, tmp_path / f"{step}").resolve()
        died = killed_at(step, lambda folder=folder: imports(log, folder), folder)  # type: ignore[misc]
        # Whoever reads next completes what was begun.
        load([log], folder)
        found = tables(folder)
        kept = {name: data for name, data in found.items() if name != "imports.csv"}
        expected = [{name: data for name, data in each.items() if name != "imports.csv"} for each in (old, new)]
        assert kept in expected, f"killed before step {step}"
        outcomes.append(kept == expected[1])
        imports(log, folder)
        assert {name: data for name, data in tables(folder).items() if name != "imports.csv"} == expected[1]
        if not died:
            assert outcomes == sorted(outcomes), "once it was begun for good, it was never taken back"
            assert outcomes.count(False) > 5, "the steps were counted"
            return
    pytest.fail("it took more than 600 steps")


def test_killed_before_each_step_a_new_folder_holds_no_half_of_an_account(tmp_path: Path) -> None:
    files = [written(tmp_path, "team.csv", CASELOAD), written(tmp_path, "log.csv", LOG)]
    for step in range(1, 600, 7):
        into = tmp_path / f"{step}"
        for name in ("team.csv", "log.csv"):
            mapping_for(into, name, DAYS)
        into = into.resolve()

        def work(into: Path = into) -> None:
            finish(read(load(files, into)))

        died = killed_at(step, work, into)
        load(files, into)
        found = set(tables(into)) - {"mappings/team.csv.yaml", "mappings/log.csv.yaml"}
        assert found in (set(), {"students.csv", "services.csv", "sessions.csv", "terms.csv", "imports.csv"}), step
        if not died:
            assert found
            return
    pytest.fail("it took more than 600 steps")
