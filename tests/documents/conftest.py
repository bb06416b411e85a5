"""One child's papers, made once for all tests of this folder."""

import datetime as dt
import io
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.documents.ask import letter
from makegood.documents.produce import Made
from makegood.intake import read_folder_report
from makegood.records import Records

AS_OF = dt.date(2027, 3, 12)
EXAMPLE = Path(__file__).parents[2] / "examples" / "maple-ridge"


@cache
def child(student_id: str) -> Records:
    """Return the example district's records of one child."""
    report = read_folder_report(EXAMPLE, as_of=AS_OF, only=[student_id])
    assert report.records is not None
    return report.records


@cache
def made(kind: str, lang: str, student_id: str = "004518") -> Made:
    """Return a letter about a child of the example district; one about a 504 plan takes the child's plan for one."""
    records = child(student_id)
    if kind.startswith("504"):
        records = replace(records, services=replace(records.services, plan=["504"] * len(records.services)))
    return letter(records, student_id, kind, AS_OF, lang=lang)  # type: ignore[arg-type]


def pdf_text(data: bytes) -> str:
    """Return the words of a PDF, blanks and line breaks as one blank."""
    if not Path("/usr/bin/pdftotext").exists():
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def word_text(data: bytes) -> str:
    """Return the words of a Word file."""
    body = docx.Document(io.BytesIO(data)).element.body
    return " ".join("".join(each.text or "" for each in body.iter() if each.tag.endswith("}t")).split())


def run(*words: object) -> tuple[int, str]:
    """Run a command; return its exit code and what it printed."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    return done.exit_code, done.output
