"""From files to a folder of records, and the same files again."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from tests.imports.made import CASELOAD, DAYS, LOG, asked, imported, mapping_for, seen, written

from makegood.answers.explain import explanation
from makegood.answers.statement import statement
from makegood.imports.finish import finish, write_mappings
from makegood.imports.loaded import load
from makegood.imports.mapping import read_mapping
from makegood.imports.read import read
from makegood.intake import read_folder
from makegood.intake.read import read_folder_report


def rows(path: Path) -> list[dict[str, str]]:
    """Return a table's rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def account(tmp_path: Path) -> Path:
    """Return a folder into which a caseload and a log were imported."""
    into = tmp_path / "into"
    mapping_for(into, "caseload.csv", DAYS)
    imported([written(tmp_path, "team.csv", CASELOAD), written(tmp_path, "log.csv", LOG)], _with_days(into))
    return into


def _with_days(into: Path) -> Path:
    mapping_for(into, "team.csv", DAYS)
    return into


def test_a_caseload_and_a_log_become_an_account(account: Path) -> None:
    records, findings = read_folder(account)
    assert records is not None
    assert not [finding for finding in findings if finding.level == "error"]
    assert [(row["service_id"], row["student_id"], row["mandate"]) for row in rows(account / "services.csv")] == [
        ("SV-0001", "S-0001", "2 x 30 min weekly"), ("SV-0002", "S-0002", "1 x 30 min weekly"),
    ]  # fmt: skip
    log = rows(account / "sessions.csv")
    assert [(row["service_id"], row["date"], row["minutes_delivered"], row["reason"]) for row in log] == [
        ("SV-0001", "2026-09-08", "30", ""),
        ("SV-0001", "2026-09-10", "0", "student_absent"),
        # 20 of the 30 minutes that the IEP promises; the note says why.
        ("SV-0001", "2026-09-15", "20", "school_activity"),
        ("SV-0002", "2026-09-08", "30", ""),
        ("SV-0002", "2026-09-15", "0", "provider_absent"),
        ("SV-0002", "2026-09-17", "30", ""),
    ]
    assert (log[5]["kind"], log[5]["makeup_for"]) == ("make_up", log[4]["session_id"])
    assert [row["source"] for row in log[:2]] == ["log.csv, row 3", "log.csv, row 4"]
    assert [row["file"] for row in rows(account / "imports.csv")] == ["team.csv", "log.csv"]


def test_the_same_files_again_change_nothing(account: Path) -> None:
    before = contents(account)
    _, files = imported([account.parent / "team.csv", account.parent / "log.csv"], account)
    assert files == []
    assert contents(account) == before


def test_a_grown_file_adds_its_new_rows_wherever_they_stand(account: Path) -> None:
    grown = LOG.replace('9/8/26,"Tompkins', '9/22/26,Ana Example,SLP,30,held,\n9/8/26,"Tompkins')
    made, _ = imported([written(account.parent, "log.csv", grown)], account)
    assert (len(made.again.new), made.again.same, made.again.changed, made.again.gone) == (1, 6, [], [])
    assert rows(account / "sessions.csv")[-1]["date"] == "2026-09-22"


def test_a_changed_row_becomes_a_correction_and_a_row_that_is_gone_stays(account: Path) -> None:
    changed = LOG.replace(",SLP,20,held,fire drill", ",SLP,25,held,fire drill").replace(
        "9/8/26,Ana Example,SLP,30,held,\n", ""
    )
    made, _ = imported([written(account.parent, "log.csv", changed)], account)
    log = rows(account / "sessions.csv")
    assert len(log) == 7
    assert (log[6]["minutes_delivered"], log[6]["corrects"]) == ("25", log[2]["session_id"])
    assert log[6]["recorded_at"] != ""
    assert [row.id for row in made.again.gone] == [log[3]["session_id"]]


def test_a_session_that_another_file_brought_is_never_written_twice(account: Path) -> None:
    other = "Date,Student,Svc,Min\n9/15/26,Lee Tompkins,Speech,30\n9/8/26,Lee Tompkins,Speech,30\n"
    made = seen([written(account.parent, "tap.csv", other)], account)
    assert (made.again.same, made.again.new) == (1, [])
    assert [(old.minutes, row.minutes) for old, row in made.again.differs] == [(20, 30)]


def test_a_log_without_a_promise_is_no_account_but_a_caseload_to_fill_in(tmp_path: Path) -> None:
    into, log = tmp_path / "into", written(tmp_path, "log.csv", LOG)
    _, files = imported([log], into)
    assert files == ["caseload.csv", "mappings/log.csv.yaml"]
    waiting = rows(into / "caseload.csv")
    assert [(row["Last name"], row["Service"], row["Frequency"], row["Sessions found"]) for row in waiting] == [
        ("Tompkins", "speech", "", "3"), ("Example", "speech", "", "3"),
    ]  # fmt: skip
    text = (into / "caseload.csv").read_text(encoding="utf-8-sig")
    (into / "caseload.csv").write_text(text.replace("speech,,", "speech,2 x 30 min weekly,"), encoding="utf-8")
    made = seen([log], into)
    assert asked(made) == [("school_days", "first day of school"), ("school_days", "last day of school")]
    mapping_for(into, "log.csv", "dates: {first_day: 2026-08-24, last_day: 2026-06-04}\n")
    assert [question.says for question in seen([log], into).questions] == [
        "What is the first day of school of 2026-27? It must come before the last.",
        "What is the last day of school of 2026-27? It must come after the first.",
    ]
    mapping_for(into, "log.csv", DAYS)
    _, files = imported([log], into)
    assert not (into / "caseload.csv").exists()
    assert len(rows(into / "sessions.csv")) == 6
    assert [row["student_id"] for row in rows(into / "students.csv")] == ["S-0001", "S-0002"]


def test_questions_stand_in_the_mapping_and_answers_are_remembered(tmp_path: Path) -> None:
    into = tmp_path / "into"
    text = LOG.replace("student absent", "SA").replace("therapist out", "TA")
    log = written(tmp_path, "log.csv", text)
    made = seen([log], into)
    assert asked(made) == [("code", "SA"), ("code", "TA")]
    (path,), found = write_mappings(made)
    assert not found
    mapping, findings = read_mapping(path)
    assert not findings
    assert mapping is not None
    assert (mapping.codes["SA"], mapping.codes["TA"]) == ("?", "?")
    answered = (
        path.read_text(encoding="utf-8").replace('SA: "?"', "SA: student_absent").replace('TA: "?"', "TA: vacancy")
    )
    path.write_text(answered, encoding="utf-8")
    made = seen([log], into)
    assert asked(made) == []
    assert [session.meaning for session in made.drafts.sessions][4] == "vacancy"


def test_records_that_would_have_an_error_leave_the_folder_as_it_was(account: Path) -> None:
    # A promise of 40 hours a day cannot be held by any period.
    before = contents(account)
    text = "Student,Service,Frequency\nAna Example,Art therapy,2400 min daily\n"
    mapping_for(
        account, "more.csv", 'service_types: {"Art therapy": art}\npromises: {"2400 min daily": "2 x 30 min daily"}\n'
    )
    loaded = load([written(account.parent, "more.csv", text)], account)
    made = read(loaded)
    made.services.all["SV-0003"].mandate = "40 hours"
    _, found = finish(made)
    assert "mandate_needs_review" in {finding.code for finding in found}
    left = {name: data for name, data in contents(account).items() if name != "mappings/more.csv.yaml"}
    assert left == before


def test_a_folder_with_errors_is_not_imported_into(account: Path) -> None:
    (account / "terms.csv").write_text("calendar_id,kind,start,end\nA,year,2026-13-01,2027-06-04\n", encoding="utf-8")
    loaded = load([account.parent / "log.csv"], account)
    assert loaded.findings[0].code == "folder_has_errors"


def test_a_name_that_a_spreadsheet_would_run_is_a_name_and_is_found_again(tmp_path: Path) -> None:
    into = _with_days(tmp_path / "into")
    text = "Student,Service,Frequency\n=cmd(),Speech,30 min weekly\n"
    _, files = imported([written(tmp_path, "team.csv", text)], into)
    assert "students.csv" in files
    assert rows(into / "students.csv")[0]["given_name"] == "'=cmd()"
    _, files = imported([tmp_path / "team.csv"], into)
    assert files == []


def test_a_name_that_a_spreadsheet_would_run_is_a_name_in_the_caseload_to_fill_in(tmp_path: Path) -> None:
    text = "Date,Student,Service,Minutes\n9/18/26,=cmd(),Speech,30\n"
    imported([written(tmp_path, "log.csv", text)], tmp_path / "into")
    waiting = rows(tmp_path / "into" / "caseload.csv")
    assert [(row["First name"], row["Last name"]) for row in waiting] == [("'=cmd()", "")]


def test_a_column_that_a_table_lacks_is_added_and_its_other_rows_stay(account: Path) -> None:
    path = account / "sessions.csv"
    kept = [[cell for name, cell in row.items() if name != "source"] for row in rows(path)]
    names = [name for name in rows(path)[0] if name != "source"]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *kept])
    grown = LOG + "9/24/26,Ana Example,SLP,30,held,\n"
    imported([written(account.parent, "fall.csv", grown)], account)
    log = rows(path)
    assert [row["source"] for row in log] == ["", "", "", "", "", "", "fall.csv, row 10"]


def test_an_import_that_was_begun_says_what_it_still_needs_and_what_to_do_next(tmp_path: Path) -> None:
    into = tmp_path / "into"
    mapping_for(into, "log.csv", 'codes:\n  P: "?"\n  XQ: held\n')
    (finding,) = read_folder(into)[1]
    assert finding.code == "import_not_finished"
    assert '1 answer is missing in mappings/log.csv.yaml: write it in the place of its "?".' in finding.message
    mapping_for(into, "log.csv", 'codes:\n  P: "?"\n  XQ: "?"\n')
    (finding,) = read_folder(into)[1]
    assert "2 answers are missing in mappings/log.csv.yaml: write each in the place" in finding.message
    mapping_for(into, "log.csv", "codes: {P: held, XQ: held}\n")
    waits = "Student ID,Service,Frequency\n1,speech,\n2,speech,2 x 30 min weekly\n3,speech,\n"
    (into / "caseload.csv").write_text(waits, encoding="utf-8-sig")
    for only in (None, {"1"}):
        report = read_folder_report(into, only=only)
        (finding,) = report.findings
        assert report.records is None
        assert "What the IEPs promise is missing for 2 services in caseload.csv" in finding.message
        assert finding.message.endswith("Then run the same 'makegood import' again, and check after that.")


def test_a_folder_with_tables_is_no_import_that_was_begun(account: Path) -> None:
    assert (account / "mappings").is_dir()
    assert "import_not_finished" not in {finding.code for finding in read_folder(account)[1]}


def test_a_caseload_of_somebodys_own_may_be_called_as_the_one_to_fill_in(tmp_path: Path) -> None:
    into = tmp_path / "into"
    blank = CASELOAD.replace("2 x 30 min weekly", "").replace("1 x 30 min weekly", "")
    own = written(tmp_path, "caseload.csv", blank)
    imported([own], into)
    text = (into / "caseload.csv").read_text(encoding="utf-8-sig")
    (into / "caseload.csv").write_text(text.replace("speech,,", "speech,2 x 30 min weekly,"), encoding="utf-8")
    made = seen([own], into)
    assert [file.name for file in made.loaded.files] == ["caseload.csv (to fill in)", "caseload.csv"]
    assert [service.mandate for service in made.services.all.values()] == ["2 x 30 min weekly", "2 x 30 min weekly"]


def test_a_therapist_of_a_caseload_comes_on_record_though_the_promise_is_written_elsewhere(tmp_path: Path) -> None:
    into = tmp_path / "into"
    own = written(tmp_path, "team.csv", "Student,Service,Provider\nAna Example,Speech,Ada Sample\n")
    log = written(tmp_path, "log.csv", "Day,Pupil,Svc,Min,Who\n9/18/2026,Ana Example,Speech,30,Bo Sample\n")
    imported([own, log], into)
    text = (into / "caseload.csv").read_text(encoding="utf-8-sig")
    (into / "caseload.csv").write_text(text.replace("speech,,", "speech,30 min weekly,"), encoding="utf-8")
    mapping_for(into, "log.csv", DAYS)
    imported([own, log], into)
    providers = {row["name"]: row["provider_id"] for row in rows(into / "providers.csv")}
    assert sorted(providers) == ["Ada Sample", "Bo Sample"]
    assert rows(into / "services.csv")[0]["provider_id"] == providers["Ada Sample"]
    assert rows(into / "sessions.csv")[0]["provider_id"] == providers["Bo Sample"]


def test_a_reason_stays_word_for_word_beside_what_it_was_read_as(tmp_path: Path) -> None:
    into = tmp_path / "into"
    mapping_for(into, "log.csv", f"{DAYS}codes: {{slow walk over: not_released_by_teacher}}\n")
    log = LOG.replace("fire drill", "a slow walk after the fire drill").replace("therapist out", "Slow walk over")
    imported([written(tmp_path, "team.csv", CASELOAD), written(tmp_path, "log.csv", log)], into)
    told = [(row["reason"], row["reason_words"], row["note"]) for row in rows(into / "sessions.csv") if row["reason"]]
    assert told == [
        ("student_absent", "student absent", ""),
        ("school_activity", "a slow walk after the fire drill", "a slow walk after the fire drill"),
        ("not_released_by_teacher", "Slow walk over", ""),
    ]
    records = read_folder_report(into).records
    assert records is not None
    (row,) = [row for row in rows(into / "sessions.csv") if row["reason_words"] == "Slow walk over"]
    parts = explanation(records, row["session_id"], dt.date(2026, 10, 30)).value
    assert parts is not None
    lines = [line for part in parts.parts for line in part.lines]
    assert any(line.endswith("Reason as written: Slow walk over.") for line in lines)
    assert "Recorded as 'Slow walk over', which was read as: the student was kept in class" in " ".join(lines)


def test_what_was_answered_holds_for_a_file_of_another_name_with_the_same_headings(tmp_path: Path) -> None:
    into = tmp_path / "into"
    text = "Day,Pupil,Svc,Min,Outcome\n9/14/2026,Ana Example,SLP,0,QX\n9/21/2026,Ana Example,SLP,30,held\n"
    mapping_for(into, "sept.csv", f"{DAYS}codes: {{QX: provider_absent}}\ndays: {{2026-10-19: leave_out}}\n")
    imported([written(tmp_path, "team.csv", CASELOAD), written(tmp_path, "sept.csv", text)], into)
    october = written(tmp_path, "october.csv", text.replace("9/14", "10/12").replace("9/21", "10/19"))
    made, _ = imported([october], into)
    assert [(row.date.month, row.reason) for row in made.again.new] == [(10, "provider_absent"), (10, None)]
    assert "What was answered about an earlier file" in " ".join(made.desks["october.csv"].assumed)
    assert "QX: provider_absent" in (into / "mappings" / "october.csv.yaml").read_text(encoding="utf-8")
    other = written(tmp_path, "other.csv", text.replace("Outcome", "Status").replace("9/", "11/"))
    assert asked(seen([other], into)) == [("code", "QX")]


def test_whose_sheet_it_is_and_which_service_is_asked_again_of_a_file_with_the_same_headings(tmp_path: Path) -> None:
    into = tmp_path / "into"
    text = "Day,Pupil,Min\n9/14/2026,Ana Example,30\n9/21/2026,Ana Example,30\n"
    mapping_for(into, "a.csv", f"{DAYS}service_type: speech\n")
    caseload = CASELOAD + "Ana Example,OT,30 min weekly,8/24/2026,6/4/2027\n"
    imported([written(tmp_path, "team.csv", caseload), written(tmp_path, "a.csv", text)], into)
    assert asked(seen([written(tmp_path, "b.csv", text)], into)) == [("service_type", "b.csv")]


@pytest.mark.parametrize(
    "word",
    ["VACANT", "Vacant position", "TBD", "SLP - vacant", "Vacante", "por asignar", "To be hired", "SLP TBD"],
)
def test_a_post_that_is_open_is_nobody_and_the_import_says_so(word: str, tmp_path: Path) -> None:
    into = tmp_path / "into"
    first, *lines = CASELOAD.splitlines()
    text = "\n".join([f"{first},Provider", f"{lines[0]},{word}", f"{lines[1]},R. Vacanti", ""])
    mapping_for(into, "team.csv", DAYS)
    made, _ = imported([written(tmp_path, "team.csv", text)], into)
    assert [row["name"] for row in rows(into / "providers.csv")] == ["R. Vacanti"]
    assert [row["provider_id"] for row in rows(into / "services.csv")] == ["", "P-001"]
    line = f"Where the provider is {word!r}, the post is open: nobody is named as the provider."
    assert made.desks["team.csv"].assumed[line] == 1


def test_a_spanish_statement_says_in_spanish_from_which_row_a_promise_comes(account: Path) -> None:
    records, _ = read_folder(account)
    assert records is not None
    for lang, source in (("en", "From: team.csv, row 2"), ("es", "Fuente: team.csv, fila 2")):
        made = statement(records, "S-0001", dt.date(2026, 10, 30), lang=lang).value
        assert made is not None
        assert source in made.services[0].about
