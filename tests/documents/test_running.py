"""What can still be given is told beside what is due so far: a line of a letter's services adds up to the minute.

By the tiny folder of `statement_folder`: five weeks of 60 minutes. 180 were given, 30 of them not as written; 60 were
missed; 30 are on no record; of the last week, which has not ended, 30 can still be given.
"""

import datetime as dt
from pathlib import Path

import pytest
from tests.documents.conftest import word_text
from tests.statements.statement_folder import AS_OF, read

from makegood.documents import tables
from makegood.documents.ask import letter
from makegood.documents.data import Subject, case_of
from makegood.terms.language import Lang

SAYS = {
    "en": "of the 300 minutes due so far (30 of them can still be given)",
    "es": "de los 300 minutos que correspondían hasta esa fecha (30 de ellos todavía se pueden dar)",
}
KINDS = (
    "missed_question",
    "meeting_request",
    "state_complaint",
    "prior_written_notice",
    "504_request",
    "504_grievance",
)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_line_of_the_services_adds_up(tmp_path: Path, lang: Lang) -> None:
    records, ledger = read(tmp_path, AS_OF)
    case = case_of(records, ledger, Subject(student_id="1", lang=lang, writer="family", fields={}))
    [row] = tables.services(case)["rows"]
    due, *parts = [int(cell.split()[0]) for cell in row[1:]]
    assert (due, parts) == (300, [180, 30, 60, 30])
    assert due == sum(parts)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_says_what_of_the_minutes_due_can_still_be_given(tmp_path: Path, kind: str, lang: Lang) -> None:
    records, _ = read(tmp_path, AS_OF)
    assert SAYS[lang] in word_text(letter(records, "1", kind, AS_OF, lang=lang).files[f"{kind}.docx"])


def test_a_letter_of_weeks_that_are_over_speaks_of_none(tmp_path: Path) -> None:
    as_of = dt.date(2026, 9, 27)
    records, ledger = read(tmp_path, as_of)
    case = case_of(records, ledger, Subject(student_id="1", lang="en", writer="family", fields={}))
    assert [int(cell.split()[0]) for cell in tables.services(case)["rows"][0][1:]] == [240, 150, 60, 30]
    text = word_text(letter(records, "1", "meeting_request", as_of).files["meeting_request.docx"])
    assert "of the 240 minutes due so far, and" in text
