"""One child's statement as a PDF says what the page says."""

from pathlib import Path

import pytest
from tests.documents.conftest import EXAMPLE, pdf_text, run
from tests.statements.small_folder import read

from makegood.documents.statement_paper import statement_blocks
from makegood.statements.statement.child import statement_of
from makegood.statements.wording.words import words_of


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "90 of 150 minutes due"),
        ("es", "90 de 150 minutos que correspondían"),
    ],
)
def test_a_statement_is_written_as_a_page_and_as_a_pdf_at_once(lang: str, says: str, tmp_path: Path) -> None:
    page, pdf = tmp_path / "statement.html", tmp_path / "statement.pdf"
    words = ("statement", EXAMPLE, "--student", "004518", "--as-of", "2027-03-12", "--lang", lang)
    code, said = run(*words, "--html", page, "--pdf", pdf)
    assert (code, said.count("Written:")) == (0, 2)
    assert says in " ".join(page.read_text("utf-8").split())
    assert says in pdf_text(pdf.read_bytes())


def test_the_legend_of_a_paper_names_the_weeks_without_school_where_there_are_any(tmp_path: Path) -> None:
    # Four weeks of 30, the second a break; without the break each week has school.
    tables = {
        "terms": "calendar_id kind start end\nCAL year 2025-09-01 2025-12-19",
        "services": "service_id student_id service_type minutes per end\nSL S-1 speech 30 week 2025-09-26",
        "sessions": "session_id service_id date minutes_delivered\na1 SL 2025-09-02 30",
    }
    legends = []
    for calendar in ("calendar_id date kind until\nCAL 2025-09-08 break 2025-09-12", "calendar_id date kind\n"):
        records, ledger = read(tmp_path, "2025-09-30", calendar=calendar, **tables)
        blocks = statement_blocks(statement_of(records, ledger, "S-1"), words_of("en"))
        legends.append([block["alt"] for block in blocks if block["type"] == "picture"][-1])
    assert legends == ["Given; Nothing on record; no school", "Given; Nothing on record"]
