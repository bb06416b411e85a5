"""A child's statement as PDF: who gets it, in which language, and that it is recorded as a read."""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import Client
from tests.web.cast import client_of, ref_of, relation

from makegood.web.access.models import Reading
from makegood.web.people.kinds import Kind
from makegood.web.people.models import CaseloadChild, Relation

pytestmark = pytest.mark.usefixtures("district")
CHILD = "004312"


def one(kind: Kind, **more: Any) -> tuple[Relation, Client]:
    made = relation(kind, kind, **more)
    if kind == "case_manager":
        CaseloadChild.objects.create(relation=made, student_id=CHILD, begins="2026-08-01")
    return made, client_of(kind)


def page(made: Relation) -> str:
    return f"/as/{made.ref}/child/{ref_of('students', student_id=CHILD)}/"


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("family", {"student_id": CHILD}),
        ("case_manager", {}),
        ("school_leader", {"school_id": "MRE"}),
        ("director", {}),
        ("alone", {}),
    ],
)
def test_who_may_take_a_statement_along_downloads_it_from_the_childs_page_and_the_read_is_recorded(
    kind: Kind, more: dict[str, str]
) -> None:
    made, client = one(kind, **more)
    link = f"{page(made)}statement/"
    assert f'href="{link}" download>Download this statement as PDF</a>' in client.get(page(made)).content.decode()
    answer = client.get(link)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="statement.pdf"'
    assert answer["Cache-Control"] == "no-store"
    with pikepdf.open(BytesIO(answer.content)) as file:
        assert "Percival Dapplestone" in str(file.docinfo["/Title"])
    assert list(Reading.objects.values_list("student_id", "route", "person").filter(route="statement")) == [
        (CHILD, "statement", made.person.ref)
    ]


def test_a_statement_is_in_the_language_of_the_page() -> None:
    made, client = one("family", student_id=CHILD)
    client.post("/language/", {"lang": "es"})
    assert "Descargar este informe en PDF" in client.get(page(made)).content.decode()
    answer = client.get(f"{page(made)}statement/")
    assert answer["Content-Disposition"] == 'attachment; filename="informe.pdf"'
    with pikepdf.open(BytesIO(answer.content)) as file:
        assert str(file.Root.Lang) == "es-US"


@pytest.mark.parametrize("kind", ["therapist", "contractor"])
def test_who_only_gives_sessions_is_offered_no_statement(kind: Kind) -> None:
    made, client = one(kind, provider_id="P01")
    assert "/statement/" not in client.get(page(made)).content.decode()
    assert client.get(f"{page(made)}statement/").status_code == 404


def test_of_a_statement_whose_process_is_ended_in_the_middle_nothing_stays_on_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = "import os, typst\ntypst.compile = lambda *_, **__: os.abort()\n"
    (tmp_path / "sitecustomize.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    rooms = tmp_path / "rooms"
    rooms.mkdir()
    monkeypatch.setenv("TMPDIR", str(rooms))
    monkeypatch.setattr(tempfile, "tempdir", str(rooms))
    made, client = one("family", student_id=CHILD)
    assert client.get(f"{page(made)}statement/").status_code == 503
    assert list(rooms.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a limit of memory")
@pytest.mark.parametrize(
    ("lang", "says"), [("en", "it needs more than 20 seconds, or more memory"), ("es", "necesita más de 20 segundos")]
)
def test_a_statement_that_takes_too_much_memory_is_refused_in_a_sentence_and_the_site_goes_on(
    lang: str, says: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # The process that makes it reads the same table of limits: here a paper may take as much memory as it has already.
    code = "import makegood.files.limits as limits\nlimits.PAPER_MEMORY = 1_000_000\n"
    (tmp_path / "sitecustomize.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    made, client = one("family", student_id=CHILD)
    client.post("/language/", {"lang": lang})
    answer = client.get(f"{page(made)}statement/")
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert says in answer.content.decode()
    assert client.get(page(made)).status_code == 200
