import csv
from pathlib import Path

import pytest
from tests.exports.conftest import Export
from tests.exports.small import CONSENTS, TABLES, small_folder


@pytest.fixture
def consents(tmp_path: Path) -> Path:
    file = tmp_path / "consents.csv"
    file.write_text(CONSENTS)
    return file


def claims(place: Path) -> dict[str, dict[str, str]]:
    with (place / "claims.csv").open(encoding="utf-8", newline="") as file:
        return {row["line_control_no"]: row for row in csv.DictReader(file)}


def left_out(place: Path) -> dict[str, str]:
    """Return why each session was left out."""
    with (place / "left-out.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["why"] for row in csv.DictReader(file) if row["table"] == "sessions"}


def test_only_signed_sessions_with_consent_are_claimed(
    folder: Path, consents: Path, export: Export, tmp_path: Path
) -> None:
    """L8 took the place of L7, which is signed; only a supervisor signed L5; Ben's consent ended on the 1st."""
    done = export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    assert done.code == 0
    assert list(claims(tmp_path / "out")) == ["L1", "L6"]
    why = left_out(tmp_path / "out")
    assert set(why) == {"L2", "L5", "L8", "L9"}
    assert "consent" in why["L2"]
    assert "signed" in why["L5"]
    assert "signed" in why["L8"]
    assert "consent" in why["L9"]
    assert "2 of 6 sessions held" in done.out


def test_a_row_says_who_when_and_how_long(folder: Path, consents: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    row = claims(tmp_path / "out")["L1"]
    told = ("student_id", "medicaid_id", "last", "first", "dob", "service_date", "start_time", "end_time", "minutes")
    assert [row[name] for name in told] == [
        "0041", "MA-7", "Example", "Ana", "2018-03-02", "2026-09-01", "09:00", "09:30", "30",
    ]  # fmt: skip
    assert (row["individual_or_group"], row["group_size"], row["consent_date"]) == ("group", "2", "2026-08-20")
    assert row["note_signed_at"] == "2026-09-01 15:00:00"


def test_a_make_up_is_claimed_once_under_its_own_day(
    folder: Path, consents: Path, export: Export, tmp_path: Path
) -> None:
    export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    row = claims(tmp_path / "out")["L6"]
    assert (row["service_date"], row["minutes"], row["session_kind"]) == ("2026-09-09", "30", "make_up")
    assert "L3" not in claims(tmp_path / "out")


def test_nothing_of_a_payer_is_guessed(folder: Path, consents: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    row = claims(tmp_path / "out")["L1"]
    assert not any(row[name] for name in ("cpt", "units", "modifiers", "pos", "dx1", "rendering_npi", "sex"))
    assert "cpt" in (tmp_path / "out/left-out.csv").read_text()


def test_without_consents_nothing_is_claimed(folder: Path, export: Export) -> None:
    assert "0 of 6 sessions held" in export(folder, "medicaid").out


def test_where_nobody_signs_no_signature_is_asked_for(consents: Path, export: Export, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "records", signatures=None)
    done = export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    assert list(claims(tmp_path / "out")) == ["L1", "L5", "L6", "L8"]
    assert "no signatures" in done.out


def test_the_end_of_a_session_that_was_cut_short_is_not_guessed(consents: Path, export: Export, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "records", signatures=None)
    export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    row = claims(tmp_path / "out")["L5"]
    assert (row["minutes"], row["start_time"], row["end_time"]) == ("20", "09:00", "")
    assert "which minutes were lost" in row["look_at"]


def test_a_consultation_is_not_claimed(export: Export, tmp_path: Path) -> None:
    (tmp_path / "consents.csv").write_text("student_id,consent_date\n0042,2026-08-01\n")
    folder = small_folder(tmp_path / "records")
    export(folder, "medicaid", "--consents", tmp_path / "consents.csv", "--out", tmp_path / "out")
    assert "consultation" in left_out(tmp_path / "out")["L9"]


def test_a_session_that_is_supposed_and_not_recorded_is_not_claimed(
    consents: Path, export: Export, tmp_path: Path
) -> None:
    header, first, *rest = TABLES["sessions"].splitlines()
    sessions = "\n".join([f"{header},source", f"{first},assumed", *(f"{row}," for row in rest)]) + "\n"
    folder = small_folder(tmp_path / "records", sessions=sessions, signatures=None)
    export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    assert list(claims(tmp_path / "out")) == ["L5", "L6", "L8"]
    assert "supposed, not recorded" in left_out(tmp_path / "out")["L1"]


def test_one_session_logged_twice_is_claimed_once(consents: Path, export: Export, tmp_path: Path) -> None:
    sessions = TABLES["sessions"] + "L10,S1,2026-09-01,30,09:00,,make_up,L3,P01,1,,,\n"
    folder = small_folder(tmp_path / "records", sessions=sessions, signatures=None)
    export(folder, "medicaid", "--consents", consents, "--out", tmp_path / "out")
    assert list(claims(tmp_path / "out")) == ["L1", "L5", "L6", "L8"]
    assert "logged twice" in left_out(tmp_path / "out")["L10"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("student_id\n0041\n", "consent_date"),
        ("student_id,consent_date\n0041,yesterday\n", "not a date"),
        ("student_id,consent_date\n0041,\n", "must not be blank"),
        ("student_id,consent_date\n\u200b,2026-09-02\n", "must not be blank"),
        ("student_id,consent_date,withdrawn_date\n0041,2026-09-02,2026-09-01\n", "ends before it begins"),
    ],
)
def test_a_file_of_consents_that_cannot_be_read_is_refused(
    text: str, told: str, folder: Path, export: Export, tmp_path: Path
) -> None:
    (tmp_path / "consents.csv").write_text(text, encoding="utf-8")
    done = export(folder, "medicaid", "--consents", tmp_path / "consents.csv", "--out", tmp_path / "out")
    assert done.code == 2
    assert told in done.said
    assert not (tmp_path / "out").exists()
