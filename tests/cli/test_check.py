"""What `makegood check` says to a person who typed a log by hand."""

import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from makegood.cli.main import app

LOG = """session_id,service_id,date,minutes_delivered,reason
1,speech,2026-09-03,30,
2,speech,Sept 8 2026,30,
3,speech,9/10/2026,0,
3,speech,2026-09-15,30 min,
,speech,2026-09-17,30,
6,speach,2026-09-22,30,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    CliRunner().invoke(app, ["template", str(made)])
    return made


def fill(folder: Path, log: str) -> None:
    (folder / "students.csv").write_text("student_id,policy_id\n1,us-federal\n")
    (folder / "terms.csv").write_text("calendar_id,kind,start,end\nschool,year,2026-08-24,2027-06-04\n")
    services = "service_id,student_id,service_type,mandate,start\nspeech,1,speech,2 x 30 min weekly,2026-09-01\n"
    (folder / "services.csv").write_text(services)
    (folder / "sessions.csv").write_text(log)


def test_each_line_names_its_place_and_its_value_once(folder: Path) -> None:
    fill(folder, LOG)
    done = CliRunner().invoke(app, ["check", str(folder), "--as-of", "2026-11-23"])
    assert done.exit_code == 2
    *found, last = done.stdout.splitlines()
    assert [line.split(": ")[1] for line in found] == [
        "sessions, row 3, date", "sessions, row 4, date", "sessions, row 5, session_id",
        "sessions, row 5, minutes_delivered", "sessions, row 6, session_id", "sessions, row 7, service_id",
    ]  # fmt: skip
    for line, typed in zip(found, ("Sept 8 2026", "9/10/2026", "'3'", "30 min", None, "speach"), strict=True):
        assert typed is None or line.count(typed) == 1, line
        place, told = line.split(": ")[1], line.split(": ", 2)[2]
        assert f"row {place.split()[2].rstrip(',')}" not in told, line
        assert "Needed: " in line
    assert last == "6 errors, no warnings: these records cannot be used yet. Fix the errors above, then check again."


def test_one_error_is_no_errors(folder: Path) -> None:
    fill(folder, LOG.splitlines()[0] + "\n1,speech,2026-09-31,30,\n")
    done = CliRunner().invoke(app, ["check", str(folder), "--as-of", "2026-11-23"])
    assert done.stdout.splitlines()[-1].startswith("1 error, no warnings: ")


def test_empty_tables_are_not_said_to_be_ready(folder: Path) -> None:
    done = CliRunner().invoke(app, ["check", str(folder)])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].startswith("No errors, 3 warnings: nothing to count yet.")


def test_where_nothing_is_owed_the_list_says_so_and_names_what_waits(folder: Path) -> None:
    fill(folder, LOG.splitlines()[0] + "\n1,speech,2026-09-03,0,provider_absent\n")
    done = CliRunner().invoke(app, ["owed", str(folder), "--as-of", "2026-09-07"])
    assert done.exit_code == 0
    first, *_ = done.stdout.splitlines()
    assert first == "Nothing is owed and still to come on 2026-09-07."
    assert "30 minutes wait for the IEP team: --include team_decides lists them." in done.stdout
    assert "No minutes are owed by the rules." in done.stdout


def test_mended_records_can_be_used(folder: Path) -> None:
    fill(folder, "session_id,service_id,date,minutes_delivered\n1,speech,2026-09-03,30\n")
    done = CliRunner().invoke(app, ["check", str(folder), "--as-of", "2026-09-14"])
    assert (done.exit_code, done.stdout) == (0, "No errors, no warnings: these records can be used.\n")


def test_words_for_reasons_that_nobody_knows_are_found_beside_bad_dates_and_counted(folder: Path) -> None:
    rows = [f"{n},speech,2026-{9 + n // 30:02}-{1 + n % 30:02},0,NS\n" for n in range(60)]
    fill(folder, LOG.splitlines()[0] + "\n" + "".join(rows) + "x,speech,Sept 8,0,Student Absent\n")
    done = CliRunner().invoke(app, ["check", str(folder), "--as-of", "2026-11-23"])
    found = [line for line in done.stdout.splitlines() if line.startswith("error: ")]
    assert [line.rsplit("[")[-1] for line in found] == ["unknown_reason]", "bad_date]"]
    assert "There are 60 like this, in rows 2, 3, 4 and 57 more. Needed: one of" in found[0]


def test_a_code_of_an_absence_that_no_policy_has_is_found_beside_bad_dates_and_once(folder: Path) -> None:
    (folder / "student_absences.csv").write_text("student_id,date,kind\n1,2026-09-03,XYZ\n", encoding="utf-8")
    for log, more in (("Sept 3", ["bad_date]"]), ("2026-09-03", [])):
        fill(folder, LOG.splitlines()[0] + f"\n1,speech,{log},0,\n")
        done = CliRunner().invoke(app, ["check", str(folder), "--as-of", "2026-11-23"])
        found = [line.rsplit("[")[-1] for line in done.stdout.splitlines() if line.startswith("error: ")]
        assert found == [*more, "unknown_reason]"]


@pytest.mark.parametrize("options", ["--as-of 2027-03-12", "--as-of 2027-02-01 --known-on 2027-02-01"])
def test_a_note_on_warnings_names_the_check_that_finds_as_many(options: str, tmp_path: Path) -> None:
    place = tmp_path / "maple ridge"
    shutil.copytree(Path("examples/maple-ridge"), place)
    done = CliRunner().invoke(app, ["ledger", str(place), *options.split()])
    count, _, command = done.stderr.strip().partition(" warnings about these records; to read them: makegood ")
    checked = CliRunner().invoke(app, shlex.split(command))
    assert checked.stdout.splitlines()[-1].startswith(f"No errors, {count} warnings: ")
    assert int(count) == checked.stdout.count("warning: ")


def test_commands_that_do_not_count_everything_announce_no_number(tmp_path: Path) -> None:
    place = tmp_path / "records"
    shutil.copytree(Path("examples/maple-ridge"), place)
    for verb in ("owed", "notices", "pace"):
        done = CliRunner().invoke(app, [verb, str(place), "--as-of", "2027-03-12"])
        note = "There are warnings about these records; to read them: makegood check"
        assert done.stderr.splitlines()[0] == f"{note} {place} --as-of 2027-03-12"


def test_a_policy_that_is_not_there_is_one_error_of_a_student_with_two_services(folder: Path) -> None:
    fill(folder, "session_id,service_id,date,minutes_delivered\n1,speech,2026-09-03,30\n")
    (folder / "students.csv").write_text("student_id,policy_id\n1,us-nowhere\n")
    with (folder / "services.csv").open("a") as services:
        services.write("ot,1,occupational_therapy,1 x 30 min weekly,2026-09-01\n")
    done = CliRunner().invoke(app, ["check", str(folder), "--as-of", "2026-11-23"])
    assert done.exit_code == 2
    assert done.stdout.count("[unknown_policy]") == 1
    assert "1 error, no warnings" in done.stdout


def test_a_folder_of_folders_of_records_is_told_as_that_and_none_is_named(folder: Path, tmp_path: Path) -> None:
    fill(folder, "session_id,service_id,date,minutes_delivered\n1,speech,2026-09-03,30\n")
    above = tmp_path / "above"
    (above / "notes").mkdir(parents=True)
    (above / "notes" / "letter.csv").write_text("a,b\n")
    said = [CliRunner().invoke(app, ["check", str(above)]).stdout]
    for name in ("Ana Example", "elsewhere"):
        shutil.copytree(folder, above / name)
        said.append(CliRunner().invoke(app, ["ledger", str(above)]).stderr)
    assert "'makegood template' writes empty ones" in said[0]
    assert "A folder in it does: give that one." in said[1]
    assert "2 folders in it do: give one of them, or gather them with 'makegood store'." in said[2]
    assert "Ana" not in "".join(said)
