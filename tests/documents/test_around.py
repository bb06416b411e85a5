"""Statements of many go on where they stopped; notes are laid beside the log; what came back is entered."""

import csv
import shutil
from pathlib import Path

import pytest
import xlsxwriter
from tests.documents.conftest import AS_OF, EXAMPLE, child, pdf_text, run, word_text

from makegood.documents.ask import letter
from makegood.documents.packet.make import packet_of
from makegood.documents.reconcile import reconcile
from makegood.intake import read_folder_report

ONE = EXAMPLE.parent / "one-child"


def test_a_run_of_statements_that_was_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    out = tmp_path / "statements"
    assert run("statements", ONE, "--as-of", "2026-12-01", "--out", out)[0] == 0
    (made,) = out.iterdir()
    before = made.stat().st_mtime_ns
    code, said = run("statements", ONE, "--as-of", "2026-12-01", "--out", out)
    assert code == 0
    assert "There already: 1" in said
    assert made.stat().st_mtime_ns == before
    # A statement of another day stands beside it.
    assert run("statements", ONE, "--as-of", "2026-12-02", "--out", out)[0] == 0
    assert made.stat().st_mtime_ns == before
    assert sorted(path.name for path in out.iterdir()) == ["1_2026-12-01.pdf", "1_2026-12-02.pdf"]


def test_statements_of_a_workbook_or_a_folder_that_changed_meanwhile_are_made_once_more(tmp_path: Path) -> None:
    folder, book, out = tmp_path / "one", tmp_path / "one.xlsx", tmp_path / "statements"
    shutil.copytree(ONE, folder)
    write_workbook(folder, book)
    for records, change in ((book, lambda: write_workbook(folder, book)), (folder, (folder / "sessions.csv").touch)):
        words = ("statements", records, "--as-of", "2026-12-01", "--out", out)
        assert "Written to" in run(*words)[1]
        assert "There already: 1" in run(*words)[1]
        change()
        assert "There already" not in run(*words)[1]


def write_workbook(folder: Path, book: Path) -> None:
    with xlsxwriter.Workbook(str(book)) as file:
        for table in sorted(folder.glob("*.csv")):
            sheet = file.add_worksheet(table.stem)
            for at, cells in enumerate(csv.reader(table.read_text(encoding="utf-8").splitlines())):
                sheet.write_row(at, 0, cells)


def test_nothing_is_entered_into_the_folder_of_a_site(tmp_path: Path) -> None:
    (tmp_path / "site.sqlite3").touch()
    words = ("record", "reply", tmp_path, "--session", "L000702", "--answer", "accepted", "--on", "2027-03-10")
    code, said = run(*words)
    assert (code, "is a site, and no command writes there" in said) == (2, True)


def test_a_statement_never_takes_the_place_of_anothers_file(tmp_path: Path) -> None:
    out = tmp_path / "statements"
    assert run("statements", ONE, "--as-of", "2026-12-01", "--out", out)[0] == 0
    (made,) = out.iterdir()
    made.write_bytes(b"%PDF mine")
    assert run("statements", ONE, "--as-of", "2026-12-01", "--out", out)[0] == 2
    assert made.read_bytes() == b"%PDF mine"


def test_notes_are_beside_the_log_and_change_no_figure() -> None:
    found = reconcile(child("004518"), AS_OF, "004518")
    assert [(each.outcome, each.logged) for each in found.beside] == [("only_family", None)]
    assert found.school == {"due": 150, "given": 90, "missed": 30, "unrecorded": 30}
    # The log has nothing on 16 February; the family noted that nobody came: its 30 minutes are missed by its reading.
    assert found.family == {"due": 150, "given": 90, "missed": 60, "unrecorded": 0}
    shorter = reconcile(child("003262"), AS_OF, "003262")
    assert [(each.outcome, each.noted, each.logged) for each in shorter.beside] == [("both_held", 20, 20)]


def test_the_account_under_the_familys_reading_takes_its_notes_as_written(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLE, folder)
    row = "F03,003262,2027-02-18,speech,not_held,,Nobody came.,2027-02-19\n"
    (folder / "family_notes.csv").write_text("note_id,student_id,date,service_type,saw,minutes,words,noted_at\n" + row)
    code, said = run("reconcile", folder, "--as-of", "2027-03-12", "--student", "003262")
    assert code == 0
    assert "the log has it as held, the family noted that it was not" in said
    assert "The log: 20 of 30 minutes. The family: the session was not held." in said
    # The log has 20 of 30 minutes on that day: 185 given and 85 missed become 165 and 105.
    assert "given 185, missed 85" in said
    assert "given 165, missed 105" in said
    _, spanish = run("reconcile", folder, "--as-of", "2027-03-12", "--student", "003262", "--lang", "es")
    assert spanish.startswith("Estudiante 003262")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "records"
    shutil.copytree(EXAMPLE, copy)
    return copy


def test_a_reply_becomes_a_row_of_offers_once(folder: Path) -> None:
    words = ("record", "reply", folder, "--session", "L000702", "--answer", "accepted", "--on", "2027-03-10")
    code, said = run(*words, "--today", "2027-03-12")
    assert (code, "offers.csv: row O08 added." in said) == (0, True)
    assert (folder / "offers.csv").read_text().splitlines()[-1] == "O08,L000702,2027-03-10,accepted,"
    assert run(*words, "--today", "2027-03-12")[0] == 2


def test_a_row_is_entered_beside_dates_with_slashes_once_it_is_said_how_they_are_written(folder: Path) -> None:
    terms = (folder / "terms.csv").read_text()
    assert "2027-06-04" in terms
    (folder / "terms.csv").write_text(terms.replace("2027-06-04", "6/4/2027"))
    words = ("record", "reply", folder, "--session", "L000702", "--answer", "accepted", "--on", "2027-03-10")
    code, said = run(*words, "--today", "2027-03-12")
    assert (code, "--dates mdy" in said) == (2, True)
    code, said = run(*words, "--today", "2027-03-12", "--dates", "mdy")
    assert (code, "offers.csv: row O08 added." in said) == (0, True)


@pytest.mark.parametrize(
    ("words", "table", "row"),
    [
        (
            (
                "agreement",
                "--student",
                "004312",
                "--service-type",
                "speech",
                "--minutes",
                "120",
                "--start",
                "2027-04-01",
            ),
            "awards",
            "A03,004312,speech,120,2027-04-01,,,,agreement,",
        ),
        (
            ("notice", "--student", "004312", "--kind", "lapse", "--sent-on", "2027-03-12"),
            "notices",
            "N16,004312,lapse,2027-03-12,,",
        ),
        (
            ("request", "--student", "004312", "--kind", "records", "--received-on", "2027-03-01"),
            "requests",
            "R01,004312,records,2027-03-01,,",
        ),
        (
            ("decision", "--session", "L000702", "--follows", "owed", "--on", "2027-03-11"),
            "determinations",
            "D10,L000702,owed,,2027-03-11,IEP team,",
        ),
    ],
)
def test_what_was_agreed_sent_or_decided_becomes_a_row(
    folder: Path, words: tuple[str, ...], table: str, row: str
) -> None:
    verb, *rest = words
    assert run("record", verb, folder, *rest, "--today", "2027-03-12")[0] == 0
    assert (folder / f"{table}.csv").read_text().splitlines()[-1] == row


@pytest.mark.parametrize(
    "words",
    [
        ("reply", "--session", "NONE", "--answer", "accepted", "--on", "2027-03-10"),
        ("reply", "--session", "L000702", "--answer", "accepted", "--on", "2027-03-13"),
        ("notice", "--student", "999999", "--kind", "lapse", "--sent-on", "2027-03-12"),
        ("request", "--student", "004312", "--kind", "records", "--received-on", "2027-03-13"),
        (
            "request",
            "--student",
            "004312",
            "--kind",
            "records",
            "--received-on",
            "2027-03-01",
            "--answered-on",
            "2027-02-27",
        ),
    ],
)
def test_a_reply_to_nothing_or_of_a_day_to_come_is_refused_and_nothing_is_written(
    folder: Path, words: tuple[str, ...]
) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    verb, *rest = words
    assert run("record", verb, folder, *rest, "--today", "2027-03-12")[0] == 2
    assert {path.name: path.read_bytes() for path in folder.glob("*.csv")} == before


def test_notes_beside_the_log_are_a_paper_too(tmp_path: Path) -> None:
    words = (
        "reconcile",
        EXAMPLE,
        "--as-of",
        "2027-03-12",
        "--student",
        "004518",
        "--lang",
        "es",
        "--out",
        tmp_path / "r",
    )
    assert run(*words)[0] == 0
    text = pdf_text((tmp_path / "r" / "reconcile.pdf").read_bytes())
    assert "no juzga ninguno" in text


def test_the_answer_to_a_request_knows_the_day_it_came_and_the_packet_lists_it(folder: Path) -> None:
    rows = ["request_id,student_id,kind,received_on,answered_on,answer"]
    rows += ["R01,004312,records,2027-01-11,2027-01-20,sent with a note", "R02,004312,records,2027-03-01,,"]
    rows += ["R03,004312,iep_meeting,2027-03-05,,", "R04,004518,records,2027-03-08,,"]
    (folder / "requests.csv").write_text("\n".join(rows) + "\n")
    report = read_folder_report(folder, as_of=AS_OF, only=["004312"])
    assert report.records is not None
    said = letter(report.records, "004312", "records_answer", AS_OF, formats=("docx",))
    assert "Your request came on: March 1, 2027." in word_text(said.files["records_answer.docx"])
    files = packet_of(report.records, "004312", AS_OF).files
    # Another child's request is not in it, and no words of an answer, which may name another child.
    assert files["records/requests.csv"].decode().splitlines() == [
        "request_id,student_id,kind,received_on,answered_on,recorded_at",
        "R01,004312,records,2027-01-11,2027-01-20,",
        "R02,004312,records,2027-03-01,,",
        "R03,004312,iep_meeting,2027-03-05,,",
    ]
    assert "Requests of the family" in pdf_text(files["packet.pdf"])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "up to March 12, 2027 (as known on March 1, 2027), "),
        ("es", "al 12 de marzo de 2027 (según lo que se sabía al 1 de marzo de 2027), "),
    ],
)
def test_a_letter_that_leaves_later_rows_out_says_so_beside_its_figures(tmp_path: Path, lang: str, said: str) -> None:
    words = ("--student", "004518", "--as-of", "2027-03-12", "--lang", lang)
    for name, known in (("then", ("--known-on", "2027-03-01")), ("now", ())):
        code, _ = run("letter", "missed_question", EXAMPLE, "--out", tmp_path / name, *words, *known)
        assert code == 0
    then, now = (pdf_text((tmp_path / name / "missed_question.pdf").read_bytes()) for name in ("then", "now"))
    assert said in then
    assert "known on" not in now
    assert "sabía" not in now


def test_notes_beside_the_log_say_up_to_when_and_as_known_on_which_day() -> None:
    words = ("reconcile", EXAMPLE, "--student", "003262", "--as-of", "2027-03-12")
    _, said = run(*words, "--known-on", "2027-03-11")
    assert said.startswith("Student 003262. Records up to March 12, 2027 (as known on March 11, 2027).")
    assert run(*words)[1].startswith("Student 003262. Records up to March 12, 2027.\n")


def test_whoever_decides_about_a_gap_without_a_row_reads_that_it_is_logged_first(folder: Path) -> None:
    asked = ("record", "decision", folder, "--session", "SV009:2026-09-14", "--follows", "owed", "--on", "2026-11-20")
    code, said = run(*asked, "--today", "2026-11-23")
    assert code == 2
    assert "a miss without a row is logged there first, with 0 minutes" in " ".join(said.split())
