"""The statement of a parent's own folder, as a tired reader who knows nothing of the program reads it."""

import json
import re
from pathlib import Path

import pytest
from tests.statements.parent_folder import AS_OF, TABLES, write_parent_folder
from tests.statements.reading import ease_of, grade_of, texts_of
from tests.statements.statement_folder import tell as tell_small
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.intake import read_folder_report
from makegood.ledger import ledger_of
from makegood.statements.statement.child import statement_of
from makegood.statements.statement.statement import Audience, Statement
from makegood.terms.language import Lang


def tell(path: Path, lang: Lang = "en", audience: Audience = "family", **tables: str) -> Statement:
    report = read_folder_report(write_parent_folder(path / "records", **tables), as_of=AS_OF)
    assert report.records is not None, report.findings
    ledger = ledger_of(report.records, AS_OF)
    return statement_of(report.records, ledger, "1", lang=lang, audience=audience, findings=report.every)


def test_held_missed_not_on_record_made_up_and_waiting_are_told_first(tmp_path: Path) -> None:
    told = tell(tmp_path)
    assert [(lead.name, *lead.lines) for lead in told.leads] == [
        ("team", "The team has not yet decided about 10 minutes (Sep 15, 2026)."),
        (
            "given",
            (
                "Speech-language therapy: 30 minutes a week. Up to October 7, 2026, 150 minutes were promised: 60 "
                "given, 30 missed, 30 with nothing on record and 30 that can still be given this week."
            ),
            "Given so far: 60 of 150 minutes due. That is 2 of 5 sessions, 40%.",
            (
                "On record, and not yet counted, because this week is not over: Tue, Oct 6, 2026 (the therapist had a "
                "meeting, testing or training)."
            ),
        ),
        ("not_on_record", "30 minutes have nothing on record (Sep 22, 2026). This is no proof either way."),
        (
            "made_up",
            "20 minutes were made up (Sep 18, 2026), before any decision.",
            (
                "The make-up session of Wed, Oct 7, 2026 (30 minutes) waits. It is for Tue, Oct 6, 2026, and this "
                "week is not over."
            ),
        ),
    ]


def test_the_details_say_the_same(tmp_path: Path) -> None:
    told = tell(tmp_path)
    (service,) = told.services
    assert [(miss.minutes, miss.follows) for miss in service.misses] == [
        (20, ("Made up before any decision", "20 minutes made up on Sep 18, 2026")),
        (10, ("Waiting for the IEP team",)),
    ]
    assert (service.cured, service.not_due) == ((), ())
    assert service.pending == (
        (
            "Tue, Oct 6, 2026 (the therapist had a meeting, testing or training): 30 minutes not given. As this week "
            "is not over, nothing counts as missed yet."
        ),
    )
    assert told.make_ups[1].endswith("30 minutes wait, because this week is not over; they are for Oct 6, 2026.")
    (held,) = told.held
    assert [(part.name, part.minutes) for part in held.parts if part.minutes] == [
        ("delivered", 60),
        ("made_up", 20),
        ("waiting", 30),
    ]
    assert held.adds_up


def test_spanish_says_the_same(tmp_path: Path) -> None:
    leads = {lead.name: lead.lines for lead in tell(tmp_path, "es").leads}
    assert leads["team"] == ("El equipo todavía no ha decidido sobre 10 minutos (15 sep 2026).",)
    assert leads["given"][1] == "Recibido hasta ahora: 60 de 150 minutos que correspondían. Son 2 de 5 sesiones, 40%."
    assert leads["made_up"][0] == "Se repusieron 20 minutos (18 sep 2026), antes de cualquier decisión."
    assert leads["not_on_record"] == (
        "Hay 30 minutos sin registro (22 sep 2026). Eso no prueba nada en ningún sentido.",
    )


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_family_reads_no_row_ids_no_pack_ids_and_no_commands(tmp_path: Path, lang: Lang) -> None:
    write_parent_folder(tmp_path / "records")
    arguments = ["statement", str(tmp_path / "records"), "--student", "1", "--as-of", "2026-10-07", "--lang", lang]
    family = CliRunner().invoke(app, arguments, env={"COLUMNS": "100"}).stdout
    assert not re.search(r"\bn[1-6]\b|\bSP\b|us-federal|makegood|\b[Rr]ow\b|\b[Ff]ila\b", family)
    school = CliRunner().invoke(app, [*arguments, "--for", "school"], env={"COLUMNS": "100"}).stdout
    assert re.search(r"\bn2\b", school)
    assert "us-federal 2006-10-13 provider_absent" in school
    assert "makegood explain" in school


def test_a_school_reads_of_the_student(tmp_path: Path) -> None:
    log = TABLES["sessions"].replace("n2,SP,2026-09-15,0,provider_absent", "n2,SP,2026-09-15,0,student_absent")
    assert tell(tmp_path / "a", sessions=log).services[0].misses[0].why == "Mia was absent"
    assert tell(tmp_path / "b", audience="school", sessions=log).services[0].misses[0].why == "the student was absent"


def test_a_federal_letter_is_called_guidance(tmp_path: Path) -> None:
    rule = next(rule for rule in tell(tmp_path).rules if rule.citation)
    assert rule.says[0] == "Federal guidance; not binding; in force since Oct 13, 2006."
    assert rule.name == rule.title == "United States, IDEA Part B"


def test_what_was_known_on_a_day_is_said(tmp_path: Path) -> None:
    write_parent_folder(tmp_path / "records")
    arguments = ["statement", str(tmp_path / "records"), "--student", "1", "--as-of", "2026-10-07", "--format", "json"]
    told = json.loads(CliRunner().invoke(app, [*arguments, "--known-on", "2026-10-07"]).stdout)
    assert told["about"][-1] == "As known on October 7, 2026."
    assert told["known_on"] == "2026-10-07"
    assert "known" not in " ".join(json.loads(CliRunner().invoke(app, arguments).stdout)["about"])


def test_english_reads_at_eighth_grade_and_spanish_is_plain(tmp_path: Path) -> None:
    english = [tell(tmp_path / "p"), *(tell_small(tmp_path / id_, id_) for id_ in ("1", "2"))]
    spanish = [tell(tmp_path / "q", "es"), *(tell_small(tmp_path / f"s{id_}", id_, lang="es") for id_ in ("1", "2"))]
    assert all(grade_of(texts_of(told)) <= 8 for told in english)
    assert all(ease_of(texts_of(told)) >= 65 for told in spanish)


def test_the_measures_tell_plain_from_hard_sentences() -> None:
    # 6 words, 6 syllables, 1 sentence: 0.39 x 6 + 11.8 - 15.59 = -1.45.
    assert grade_of(["The cat sat on the mat."]) == pytest.approx(-1.45)
    # 6 words; el, ni-ño, es-tá, en, la, es-cue-la: 1+2+2+1+1+3 = 10: 206.835 - 62.3 x 10/6 - 6 = 97.0.
    assert ease_of(["El niño está en la escuela."]) == pytest.approx(97.0017, abs=0.001)
    assert grade_of(["Compensatory determinations necessitate individualized consideration of circumstances."]) > 20
