import datetime as dt
from pathlib import Path

import pytest
from tests.intake.folders import SOUND, rows, swap, write_folder

from makegood.intake import Taken, read_folder, read_folder_report
from makegood.records import TABLES, Records


def sound(path: Path, changes: dict[str, str | bytes | None]) -> Records:
    """Read a changed folder that must give records without any finding."""
    records, findings = read_folder(write_folder(path, changes))
    assert findings == []
    assert records is not None
    return records


def test_cells_are_read_as_their_columns_say(tmp_path: Path) -> None:
    records = sound(tmp_path, {})
    assert records.students.student_id == ["004217", "004218", "004219"]
    assert records.sessions.date[0] == dt.date(2026, 9, 14)
    assert records.sessions.start_time[0] == 540
    assert records.providers.hourly_cost == [6250, 6200]
    assert records.sessions.row == [2, 3, 4, 5]


def test_blank_cells_take_what_a_blank_means(tmp_path: Path) -> None:
    services = sound(tmp_path, {}).services
    assert services.every == [1, 1, 1, 1]
    assert services.esy == [False, False, False, False]
    assert services.start == [None, None, None, None]


def test_a_mandate_fills_the_promise_and_only_blank_columns(tmp_path: Path) -> None:
    mandate = swap("services", "2 x 30 min weekly,,,,,,,", "2 x 30 min weekly (1:1),,,,,,4,")
    services = sound(tmp_path, mandate).services
    assert (services.minutes[2], services.sessions[2], services.per[2], services.every[2]) == (30, 2, "week", 1)
    assert services.group_max[2] == 4
    assert services.delivery[2] == "individual"


def test_sessions_of_a_mandate_may_be_repeated_but_not_contradicted(tmp_path: Path) -> None:
    repeated = swap("services", "2 x 30 min weekly,,,", "2 x 30 min weekly,,,2")
    assert sound(tmp_path, repeated).services.sessions[2] == 2
    contradicted = swap("services", "2 x 30 min weekly,,,", "2 x 30 min weekly,,,3")
    records, findings = read_folder(write_folder(tmp_path / "b", contradicted))
    assert records is None
    assert [(f.code, f.row, f.column, f.found, f.expected) for f in findings] == [
        ("mandate_contradicts", 4, "sessions", "3", "2")
    ]


def test_headers_are_known_by_what_people_call_them(tmp_path: Path) -> None:
    other = swap("sessions", "date,minutes_delivered,start_time", "Date of Service,MINUTES,Time In")
    report = read_folder_report(write_folder(tmp_path, other))
    assert report.findings == []
    assert report.taken == [
        Taken("sessions", "Date of Service", "date"),
        Taken("sessions", "MINUTES", "minutes_delivered"),
        Taken("sessions", "Time In", "start_time"),
    ]


def test_a_state_number_is_not_taken_for_the_student_id(tmp_path: Path) -> None:
    records, findings = read_folder(write_folder(tmp_path, swap("students", "grade", "SSID")))
    assert records is not None
    assert [(f.level, f.code, f.found) for f in findings] == [("warning", "unknown_column", "SSID")]


def test_no_alias_is_another_columns_own_name() -> None:
    from makegood.intake.aliases import column_of, table_of  # noqa: PLC0415 - only this test asks

    for table in TABLES:
        assert table_of(table.NAME) is table
        for column in table.columns():
            assert column_of(table.NAME, column) == column


def test_no_name_means_two_columns_of_one_table() -> None:
    from makegood.intake.aliases import COLUMNS, OF_EVERY_TABLE, plain  # noqa: PLC0415 - only this test asks

    for table in TABLES:
        others = [plain(name) for names in (COLUMNS[table.NAME] | OF_EVERY_TABLE).values() for name in names]
        assert sorted(others) == sorted(set(others)), table.NAME


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    text = SOUND["sessions"].replace("L2,", "\n,,,,,,,,,,,\nL2,").replace("L3,SV2,2026-09-14", "L3,SV2,2026-99-14")
    _, findings = read_folder(write_folder(tmp_path, {"sessions": text}))
    assert [(f.code, f.row) for f in findings] == [("impossible_date", 6)]


def test_the_header_and_a_missing_quotation_mark_have_the_rows_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    text = "\n\n" + SOUND["providers"].replace("hourly_cost", "favourite").replace("R. Sample", '"R.\nSample"')
    _, findings = read_folder(write_folder(tmp_path / "a", {"providers": text}))
    assert [(f.code, f.row, f.column) for f in findings] == [("unknown_column", 3, None)]
    _, findings = read_folder(write_folder(tmp_path / "b", {"providers": text + 'P03,"S. Sample,speech,60\n'}))
    assert ("broken_quotes", 6) in [(f.code, f.row) for f in findings]


def test_a_line_break_in_a_cell_is_one_row(tmp_path: Path) -> None:
    text = SOUND["providers"].replace("R. Sample", '"R.\nSample"').replace("$62", "62x")
    _, findings = read_folder(write_folder(tmp_path, {"providers": text}))
    assert [(f.code, f.row) for f in findings] == [("bad_money", 3)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_are_read_with_and_without_their_mark(encoding: str, tmp_path: Path) -> None:
    name = "Peque\u00f1o \u014cyama"
    schools = SOUND["schools"].replace("Maple Ridge Elementary", name).encode(encoding)
    assert sound(tmp_path, {"schools": schools}).schools.name[0] == name


def test_tabs_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    tabs = SOUND["sessions"].replace(",", "\t").replace("\n", "\r\n")
    records, findings = read_folder(write_folder(tmp_path, {"sessions": tabs}))
    assert records is not None
    assert [f.code for f in findings] == ["delimiter"]
    assert records.sessions.session_id == ["L1", "L2", "L3", "L4"]


def test_cells_too_many_are_forgiven_only_if_they_are_blank(tmp_path: Path) -> None:
    text = SOUND["awards"].replace("2026-12-18", "2026-12-18,, ")
    assert len(sound(tmp_path, {"awards": text}).awards) == 1


def test_a_private_cell_is_never_shown(tmp_path: Path) -> None:
    students = SOUND["students"].replace("grade", "date_of_birth").replace("Example,3", "Example,3/2/2018")
    _, findings = read_folder(write_folder(tmp_path, {"students": students}))
    finding = findings[0]
    assert (finding.code, finding.column, finding.found) == ("ambiguous_date", "date_of_birth", None)
    assert "2018" not in finding.message


def test_slashed_dates_are_read_as_the_caller_says(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,10/9/2026"))
    assert read_folder(folder)[0] is None
    records, _ = read_folder(folder, dates="mdy")
    assert records is not None
    assert records.sessions.date[0] == dt.date(2026, 10, 9)


def test_thousands_of_findings_of_one_kind_become_a_count(tmp_path: Path) -> None:
    more = [f"M{n},SV1,2026-09-{14 + n % 5},30 min,,,,,,,," for n in range(3000)]
    _, findings = read_folder(write_folder(tmp_path, rows("sessions", *more)))
    assert [(f.code, f.row) for f in findings] == [("not_a_number", 6)]
    assert findings[0].message.endswith("There are 3,000 like this, in rows 6, 7, 8 and 2,997 more.")


def test_other_checks_of_ids_run_while_a_cell_is_wrong(tmp_path: Path) -> None:
    changes = {**rows("sessions", "L1,SV9,2026-99-21,30,,,,,,,,")}
    _, findings = read_folder(write_folder(tmp_path, changes))
    assert {f.code for f in findings} == {"impossible_date", "duplicate_id", "unknown_reference"}


def test_an_id_is_not_called_unknown_while_its_table_has_rows_that_cannot_be_read(tmp_path: Path) -> None:
    students = SOUND["students"].replace("004217,MRE,Ana,Example,3", "004217,MRE,Ana,Example,3,extra")
    _, findings = read_folder(write_folder(tmp_path, {"students": students}))
    assert [(f.code, f.row) for f in findings] == [("ragged_row", 2)]


def test_ids_of_schools_and_providers_are_only_names_without_their_tables(tmp_path: Path) -> None:
    records, findings = read_folder(write_folder(tmp_path, {"schools": None, "providers": None}))
    assert records is not None
    assert findings == []


def test_a_corrected_row_is_asked_nothing_any_more(tmp_path: Path) -> None:
    wrong = "L8,SV2,2026-09-21,30,,,,L2,,,,"
    right = "L9,SV2,2026-09-21,30,,,,,,,,L8"
    assert len(sound(tmp_path, rows("sessions", wrong, right)).sessions) == 6


def test_confirmed_calendar_rows_count_and_refused_ones_do_not(tmp_path: Path) -> None:
    text = (
        "calendar_id,date,kind,until,label,grades,confirm,why\n"
        "C26,2026-09-07,holiday,,Labor Day,,yes,says 'no school'\n"
        "C26,2026-10-12,,,Potential Snow Makeup Day,,no,says 'potential'\n"
    )
    assert sound(tmp_path, {"calendar": text}).calendar.label == ["Labor Day"]


def test_what_is_neither_folder_nor_workbook_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing", write_folder(tmp_path / "f") / "students.csv"):
        records, findings = read_folder(path)
        assert records is None
        assert [f.code for f in findings] == ["own_file" if path.suffix else "no_records"]


def test_the_folders_own_policies_are_named(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    assert sound(tmp_path, {}).policies == tmp_path / "policies"
