"""What-if files: every kind of error has a broken file, which shows its line and its words."""

import re
from pathlib import Path

import pytest

from makegood.planner.what_if import read_what_if
from makegood.planner.what_if.changes import KINDS, Contractor, Leave, LongerDay, Summer, Teletherapy, Vacancy

BROKEN = Path(__file__).parent / "broken_what_if"
EXAMPLE = Path(__file__).parents[2] / "examples" / "maple-ridge" / "what-if.yaml"

EXPECTED = {
    "a-list.yaml": (1, None, "wrong_kind", "does not consist of keys with values"),
    "anchor.yaml": (2, "changes[1].vacancy", "yaml_shortcut", "This file is written without anchors (&)"),
    "beside-scenarios.yaml": (4, "change", "unknown_key", "“change” is not a key that is known here"),
    "date-in-quotes.yaml": (2, "changes[1].vacancy.from", "wrong_kind", "“from” holds a value"),
    "duplicate-key.yaml": (4, "changes[1].vacancy.provider", "duplicate_key", "appears twice here, first on line 3"),
    "empty-changes.yaml": (1, "changes", "wrong_kind", "not a list with something in it"),
    "empty.yaml": (1, None, "empty_file", "This file is empty"),
    "end-before-start.yaml": (2, "changes[1].contractor.end", "end_before_start", "ends before it begins"),
    "id-is-a-number.yaml": (2, "changes[1].vacancy.provider", "wrong_kind", "“provider” holds a value"),
    "impossible-date.yaml": (5, "changes[1].vacancy.until", "impossible_date", "no such day as 2027-02-30"),
    "missing-key.yaml": (2, "changes[1].vacancy", "missing_key", "“provider” is missing here"),
    "name-is-a-number.yaml": (1, "name", "wrong_kind", "This cannot be a name"),
    "no-changes.yaml": (1, None, "missing_key", "“changes” is missing here"),
    "no-keys.yaml": (2, "changes[1].vacancy", "wrong_kind", "“vacancy” has no keys under it"),
    "no-money.yaml": (2, "changes[1].contractor.hourly_cost", "wrong_kind", "“hourly_cost” holds a value"),
    "no-time.yaml": (2, "changes[1].longer_day.end", "wrong_kind", "“end” holds a value"),
    "no-weekday.yaml": (2, "changes[1].contractor.weekdays", "wrong_kind", "“weekdays” holds a value"),
    "nobody-stays.yaml": (2, "changes[1].summer", "unclear_who", "must say who stays"),
    "open-bracket.yaml": (3, None, "not_yaml", "From this line on"),
    "same-name.yaml": (4, "scenarios[2].name", "duplicate_name", "the scenario on line 2 already"),
    "scenario-is-a-word.yaml": (1, "scenarios[1]", "wrong_kind", "A scenario is a name and its changes"),
    "scenario-without-name.yaml": (2, "scenarios[1]", "missing_key", "“name” is missing here"),
    "too-many-seats.yaml": (2, "changes[1].teletherapy.seats", "wrong_kind", "“seats” holds a value"),
    "two-changes-in-one.yaml": (2, "changes[1]", "wrong_kind", "each change has its own hyphen"),
    "unknown-change.yaml": (2, "changes[1].vacansy", "unknown_change", "Is “vacancy” meant?"),
    "unknown-key.yaml": (4, "changes[1].vacancy.untl", "unknown_key", "Is “until” meant?"),
    "until-before-from.yaml": (5, "changes[1].leave.until", "until_before_from", "before it begins on 2027-04-16"),
    "who-stays.yaml": (2, "changes[1].longer_day", "unclear_who", "one of the two"),
}
"""For each broken file: line, key, code and the deciding words of the message."""


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_shows_one_error_with_its_file_line_key_and_plain_words(name: str) -> None:
    scenarios, findings = read_what_if(BROKEN / name)
    line, key, code, words = EXPECTED[name]
    assert scenarios is None
    (found,) = findings
    assert (found.level, found.table, found.row, found.column, found.code) == ("error", name, line, key, code)
    assert words in found.message


def test_every_broken_file_is_looked_at() -> None:
    assert {path.name for path in BROKEN.iterdir()} == set(EXPECTED)


def test_no_message_speaks_the_reader_s_own_language() -> None:
    jargon = {"str", "dict", "tuple", "none", "mapping", "instance", "validation", "field", "pack", "packs", "policy"}
    for name in EXPECTED:
        for finding in read_what_if(BROKEN / name)[1]:
            said = f"{finding.message} {finding.expected or ''}".lower()
            assert not jargon & set(re.findall(r"\w+", said)), said


def test_one_look_shows_every_error_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "three.yaml"
    file.write_text("changes:\n  - vacansy: {}\n  - leave: {}\n  - summer: {year: 2027}\n", encoding="utf-8")
    found = [(finding.row, finding.code) for finding in read_what_if(file)[1]]
    # A summer lacks from, until, weekdays, start and end, and has no `year`.
    assert found == [(2, "unknown_change"), (3, "missing_key"), (4, "unknown_key"), *[(4, "missing_key")] * 5]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\xff\xfe\x00", "not_utf8"), (b"[" * 20_000, "not_yaml"), (b"just a sentence", "wrong_kind")],
)
def test_whatever_stands_in_a_file_it_is_a_finding_and_never_a_crash(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "odd.yaml").write_bytes(content)
    assert [finding.code for finding in read_what_if(tmp_path / "odd.yaml")[1]] == [code]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert [finding.code for finding in read_what_if(tmp_path / "none.yaml")[1]] == ["unreadable_file"]


def test_one_list_of_changes_is_one_scenario_named_by_its_file(tmp_path: Path) -> None:
    file = tmp_path / "spring.yaml"
    text = """changes:
      - vacancy: {provider: P1, from: 2027-03-22, until: 2027-04-16}
      - leave: {provider: P2}
      - contractor: {service_types: speech, schools: [E, W], weekdays: [wed, Monday], start: "09:00", end: "12:30",
          from: 2027-03-22, until: 2027-05-07, hourly_cost: 95.00, name: C1}
      - longer_day: {school: E, service_types: [speech], end: 15:45, weekdays: [Tue]}
      - summer: {providers: P1, from: 2027-06-21, until: 2027-07-02, weekdays: [Mon], start: "08:00", end: "12:00"}
      - teletherapy: {service_types: [speech], weekdays: [Fri], start: "10:00", end: "11:00", hourly_cost: 78, seats: 2}
    """
    file.write_text(text, encoding="utf-8")
    scenarios, findings = read_what_if(file)
    assert findings == []
    assert scenarios is not None
    (scenario,) = scenarios
    assert scenario.name == "spring"
    vacancy, leave, contractor, day, summer, screen = (change.what for change in scenario.changes)
    assert [change.row for change in scenario.changes] == [2, 3, 4, 6, 7, 8]
    assert [change.kind for change in scenario.changes] == [
        "vacancy", "leave", "contractor", "longer_day", "summer", "teletherapy",
    ]  # fmt: skip
    assert isinstance(vacancy, Vacancy)
    assert (vacancy.provider, str(vacancy.from_), str(vacancy.until)) == ("P1", "2027-03-22", "2027-04-16")
    assert leave == Leave(provider="P2")
    assert isinstance(contractor, Contractor)
    # 09:00 is 540 minutes after midnight; 12:30 is 750.
    assert (contractor.service_types, contractor.schools, contractor.weekdays) == (("speech",), ("E", "W"), (0, 2))
    assert (contractor.start, contractor.end, contractor.hourly_cost, contractor.name) == (540, 750, 9500, "C1")
    assert isinstance(day, LongerDay)
    assert (day.school, day.service_types, day.providers, day.end, day.weekdays) == ("E", ("speech",), None, 945, (1,))
    assert isinstance(summer, Summer)
    assert (summer.providers, summer.school, summer.start) == (("P1",), None, 480)
    assert isinstance(screen, Teletherapy)
    assert (screen.hourly_cost, screen.seats, screen.weekdays, screen.schools) == (7800, 2, (4,), None)


@pytest.mark.parametrize(("said", "minute"), [("08:03", 483), ('"8:03"', 483), ("1:30 PM", 810), ('"12:15 am"', 15)])
def test_a_time_is_read_as_in_the_tables(tmp_path: Path, said: str, minute: int) -> None:
    file = tmp_path / "late.yaml"
    file.write_text(f"changes:\n  - longer_day: {{school: E, providers: P1, end: {said}}}", encoding="utf-8")
    scenarios, findings = read_what_if(file)
    assert findings == []
    assert scenarios is not None
    assert scenarios[0].changes[0].what == LongerDay(school="E", providers=("P1",), end=minute)


def test_the_example_is_sound_and_shows_most_kinds_of_change() -> None:
    scenarios, findings = read_what_if(EXAMPLE)
    assert findings == []
    assert scenarios is not None
    assert len(scenarios) == 4
    shown = {change.kind for scenario in scenarios for change in scenario.changes}
    assert shown == set(KINDS) - {"leave"}
