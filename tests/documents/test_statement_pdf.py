"""One child's statement as a PDF says what the page says."""

from pathlib import Path

import pytest
from tests.documents.conftest import EXAMPLE, pdf_text, run


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
