"""A log whose rows are asked all at once has the account of one whose rows are asked one by one."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.cases.expectation import folders, read_case
from tests.oracle.folders import as_of_dates, write_folder

from makegood.intake import read_folder
from makegood.ledger import ledger_of, log_of
from makegood.policies import read_packs
from makegood.records import Records
from makegood.statements.log_rows import log_rows
from makegood.statements.notices.notices import notices_of
from makegood.statements.notices.running import clocks_running

EVERY = 2**62


@pytest.mark.parametrize("seed", range(12))
def test_random_folders_have_the_same_account(tmp_path: Path, seed: int) -> None:
    folder = write_folder(tmp_path / "folder", seed)
    for as_of in as_of_dates(seed):
        records, _ = read_folder(folder, as_of=as_of)
        assert records is not None
        assert _told(records, as_of, large_from=0) == _told(records, as_of, large_from=EVERY)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_cases_have_the_same_account(folder: Path) -> None:
    as_of = read_case(folder)["as_of"]
    records, _ = read_folder(folder, as_of=as_of)
    if records is not None:
        assert _told(records, as_of, large_from=0) == _told(records, as_of, large_from=EVERY)


def _told(records: Records, as_of: dt.date, *, large_from: int) -> tuple[Any, ...]:
    """Return all that is told of records, a log being large from so many rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("makegood.log.log.LARGE", large_from)
        ledger, packs = ledger_of(records, as_of, engine="plain"), read_packs(records.policies)[0]
        log = log_of(records, as_of)
        account = (ledger.services, ledger.misses, ledger.awards, ledger.periods, ledger.payments, ledger.uses)
        notices = notices_of(log, ledger, packs), clocks_running(log, ledger, packs)
        # Some rows are made only when they are looked at.
        return *map(list, account), ledger.findings, log_rows(log), *notices
