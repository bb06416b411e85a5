"""The log's words for reasons."""

from pathlib import Path

import pytest
from tests.questions.book import book

from makegood.ledger import UnusableRecordsError

SERVICE = """
    service_id student_id service_type minutes per
    V1         S-1        speech       30      week
"""


def _missed_for(folder: Path, reason: str) -> str:
    log = f"""
        session_id service_id date       minutes_delivered reason
        L1         V1         2025-09-09 0                 {reason}
    """
    told = book(folder, "2025-09-14", services=SERVICE, sessions=log)
    return next(str(miss["reason"]) for miss in told.misses("V1") if miss["session_id"])


@pytest.mark.parametrize("written", ["provider_absent", "Provider_Absent", "provider-absent"])
def test_a_fixed_reason_is_known_however_it_is_spelled(tmp_path: Path, written: str) -> None:
    assert _missed_for(tmp_path, written) == "provider_absent"


@pytest.mark.parametrize(
    ("written", "named"), [("provider_absnt", True), ("Provider-absemt", True), ("provider_present", False)]
)
def test_an_unknown_reason_is_refused_and_one_that_was_only_mistyped_named(
    tmp_path: Path,
    written: str,
    named: bool,  # noqa: FBT001 - a case's own answer
) -> None:
    with pytest.raises(UnusableRecordsError) as refused:
        _missed_for(tmp_path, written)
    (finding,) = [f for f in refused.value.findings if f.level == "error"]
    assert finding.code == "unknown_reason"
    assert finding.found == written
    assert ("perhaps provider_absent;" in (finding.expected or "")) == named
