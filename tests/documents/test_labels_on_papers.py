"""What no row of the log says is labelled on every paper that names the miss, also on those that the school sends."""

import datetime as dt
from pathlib import Path

import pytest
from tests.documents.conftest import word_text
from tests.statements.small_folder import house, write

from makegood.documents.ask import letter
from makegood.documents.produce import Made
from makegood.intake import read_folder
from makegood.terms.language import Lang

# Mondays at nine in a week of leave and the next: on the 8th the log has a row without a reason, on the 15th none.
TABLES = {
    "students": "student_id policy_id\nS-1 house",
    "terms": "calendar_id kind start end\nCAL year 2025-09-01 2025-12-19",
    "services": "service_id student_id service_type minutes per sessions provider_id start end\n"
    "SL S-1 speech 30 week 1 P1 2025-09-08 2025-09-19",
    "schedule": "service_id weekday start_time minutes provider_id\nSL Monday 09:00 30 P1",
    "provider_absences": "provider_id date until kind\nP1 2025-09-08 2025-09-19 vacancy",
    "sessions": "session_id service_id date minutes_delivered\na1 SL 2025-09-08 0",
}
PACK = house("{reasons: {vacancy: {disposition: owed, source: us}}}")
PAPERS = [
    "missed_question", "meeting_request", "state_complaint", "missed_notice", "not_given_notice", "make_up_offer",
]  # fmt: skip
LABELS: dict[Lang, tuple[str, str]] = {
    "en": (
        "assumed: the reason is from the record of absences",
        "inferred: the schedule has a session that day, and the log shows nothing",
    ),
    "es": (
        "supuesto: el motivo viene del registro de ausencias",
        "deducido: el horario tiene una sesión ese día y el registro no muestra nada",
    ),
}


def paper(folder: Path, kind: str, lang: Lang) -> Made:
    day = dt.date(2025, 9, 22)
    records, findings = read_folder(write(folder, PACK, **TABLES), as_of=day)
    assert records is not None, findings
    return letter(records, "S-1", kind, day, lang=lang)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", PAPERS)
def test_an_inferred_miss_and_an_assumed_reason_are_labelled_on_each_paper(
    tmp_path: Path, kind: str, lang: Lang
) -> None:
    text = word_text(paper(tmp_path, kind, lang).files[f"{kind}.docx"])
    for label in LABELS[lang]:
        assert text.count(label) == 1, label
