"""Each case of the field, by name: the decision's figures against the ledger's."""

from pathlib import Path
from typing import Any

import pytest
from tests.cases.expectation import Asked, asked, differences, folders, read_case
from tests.cases.sums import broken_sums

from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.terms.findings import errors

CASES = folders()
COUNTED = [folder for folder in CASES if "expect" in read_case(folder)]
REFUSED = [folder for folder in CASES if "refused" in read_case(folder)]


def _name(folder: Path) -> str:
    return folder.name


def _ledger(folder: Path, dates: Asked) -> dict[str, Any]:
    as_of, known_on = dates
    known: dict[str, Any] = {} if known_on is None else {"known_on": known_on}
    records, findings = read_folder(folder, as_of=as_of, **known)
    assert records is not None, [finding.message for finding in errors(findings)]
    ledger: dict[str, Any] = ledger_of(records, as_of=as_of).as_dict()
    return ledger | {"findings": [*(finding.as_dict() for finding in findings), *ledger["findings"]]}


@pytest.mark.parametrize("folder", COUNTED, ids=_name)
def test_the_ledger_counts_what_the_decision_counted(folder: Path) -> None:
    case = read_case(folder)
    different = differences(case, lambda dates: _ledger(folder, dates))
    assert not different, "\n" + "\n".join(different)


@pytest.mark.parametrize("folder", COUNTED, ids=_name)
def test_every_minute_of_the_case_is_in_one_account(folder: Path) -> None:
    for as_of, known_on in asked(read_case(folder)):
        broken = broken_sums(_ledger(folder, (as_of, known_on)), folder, as_of, known_on)
        assert not broken, "\n" + "\n".join(broken)


@pytest.mark.parametrize("folder", REFUSED, ids=_name)
def test_a_case_that_a_person_must_settle_is_refused(folder: Path) -> None:
    case = read_case(folder)
    refused = case["refused"]
    records, findings = read_folder(folder, as_of=case["as_of"])
    assert records is None, refused["sentence"]
    there = [
        finding
        for finding in errors(findings)
        if (finding.table, finding.row, finding.column) == (refused["table"], refused["row"], refused["column"])
    ]
    assert there, f"{refused['sentence']} No error stands at that place: {errors(findings)}"
    said = " ".join(finding.message for finding in there)
    for reading in refused.get("readings", ()):
        # A total has no sessions: they stay blank in the folder.
        shown = ", ".join(f"{column} {cell}" for column, cell in reading.items())
        assert shown in said, f"{refused['sentence']} '{shown}' is not shown: {said}"


@pytest.mark.parametrize("folder", CASES, ids=_name)
def test_a_case_says_where_it_comes_from_and_what_is_assumed(folder: Path) -> None:
    case = read_case(folder)
    assert case["source"].startswith("http") or case["source"] == "Made up"
    assert case["what_was_decided"].strip()
    assert case["note"].strip()
    assert ("expect" in case) != ("refused" in case)
    assert folder.name.startswith(case["case"].lower())
