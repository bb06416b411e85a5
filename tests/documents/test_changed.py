"""A paper says which figures of the last one are not the same now, and which rows and people changed them."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from tests.documents.conftest import AS_OF, EXAMPLE, child, word_text

from makegood.documents.ask import letter
from makegood.documents.changed import Before
from makegood.intake import read_folder_report
from makegood.records import Records


def read(folder: Path, student_id: str, day: dt.date, known_on: dt.date | None = None) -> Records:
    report = read_folder_report(folder, as_of=day, known_on=known_on, only=[student_id])
    assert report.records is not None, report.findings
    return report.records


def said(folder: Path, student_id: str, since: dt.date, lang: str = "en") -> str:
    before = Before(read(folder, student_id, since, since), since)
    made = letter(
        read(folder, student_id, AS_OF), student_id, "missed_question", AS_OF,
        lang=lang, formats=("docx",), before=before,  # type: ignore[arg-type]
    )  # fmt: skip
    return word_text(made.files["missed_question.docx"])


# The example's README: 18 February was logged as 30 minutes, and corrected on 10 March to 20; of 150 minutes 90 were
# given as it was known on 26 February, and 80 as it is known now.
def test_a_correction_is_shown_with_the_figures_that_it_changed_and_with_who_made_it() -> None:
    text = said(EXAMPLE, "003262", dt.date(2027, 2, 26))
    assert "given: 90 minutes in that paper, 80 minutes now" in text
    assert "missed: 60 minutes in that paper, 70 minutes now" in text
    assert "Minutes given: 30 became 20" in text
    assert "Recorded by P03, 2027-03-10" in text
    assert "due: " not in text  # it is the same


def test_the_same_in_spanish() -> None:
    text = said(EXAMPLE, "003262", dt.date(2027, 2, 26), "es")
    assert "recibido: 90 minutos en ese documento, 80 minutos ahora" in text
    assert "Registro de P03" in text


def test_what_only_came_later_is_no_change() -> None:
    # Up to 12 February nothing of this child was corrected; the sessions since then are no change of that paper.
    text = said(EXAMPLE, "003262", dt.date(2027, 2, 12))
    assert "No figure of that paper has changed" in text
    assert "in that paper," not in text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "records"
    shutil.copytree(EXAMPLE, copy)
    return copy


def test_a_decision_and_an_absence_that_were_entered_later_are_shown_with_who(folder: Path) -> None:
    rows = (folder / "determinations.csv").read_text().splitlines()
    rows = [f"{rows[0]},recorded_at", *(f"{row}," for row in rows[1:])]
    # L002572 is the session of 11 February, when the child was away: not owed, until the team decides otherwise.
    rows.append("D90,L002572,owed,,2027-03-08,The IEP team,,2027-03-08")
    (folder / "determinations.csv").write_text("\n".join(rows) + "\n")
    absences = (folder / "student_absences.csv").read_text().splitlines()
    absences = [f"{absences[0]},recorded_at", *(f"{row}," for row in absences[1:])]
    absences.append("003262,2027-02-04,,absent,2027-03-09")
    (folder / "student_absences.csv").write_text("\n".join(absences) + "\n")
    text = said(folder, "003262", dt.date(2027, 2, 26))
    assert "A decision about the session of Thu, Feb 11, 2027, Speech-language therapy: owed" in text
    assert "By the IEP team, March 8, 2027." in text
    assert "The child's absences: a row was added. March 9, 2027; who did it is not on record." in text


def test_a_row_that_was_taken_back_since_is_told_once(folder: Path) -> None:
    # On a site a decision can be taken back: it was known on the last paper's day, and the records of now lack it.
    (folder / "determinations.csv").write_text(
        "determination_id,session_id,disposition,minutes,decided_on,decided_by,rationale\n"
        "D90,L002572,owed,,2027-02-20,The IEP team,\n"
    )
    since = dt.date(2027, 2, 26)
    before = Before(read(folder, "003262", since, since), since)
    (folder / "determinations.csv").unlink()
    now = read(folder, "003262", AS_OF)
    made = letter(now, "003262", "missed_question", AS_OF, formats=("docx",), before=before)
    text = word_text(made.files["missed_question.docx"])
    says = "A decision about a missed session: a row that counted in that paper was taken out."
    assert text.count(says) == 1
    assert text.count("was taken out") == 1


def test_without_a_last_paper_nothing_is_said_of_changes() -> None:
    made = letter(child("003262"), "003262", "missed_question", AS_OF, formats=("docx",))
    assert "What changed" not in word_text(made.files["missed_question.docx"])
