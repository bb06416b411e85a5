"""The commands that a director reads, run as a person runs them."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.statements.small_folder import house, write
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.terms.reasons import REASONS

ROOT = Path(__file__).parents[2]
MAPLE_RIDGE = str(ROOT / "examples" / "maple-ridge")
ON_12_MARCH = ("--as-of", "2027-03-12")


def makegood(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def as_json(*words: str) -> Any:
    result = makegood(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_policies_are_listed_with_what_binds_and_from_when() -> None:
    rows = {row["id"]: row for row in as_json("policy", "list")["policies"]}
    assert rows["us-il"]["binding"] is True
    assert rows["us-mo"]["versions"] == [{"from": None, "to": "2008-05-22"}, {"from": "2008-05-23", "to": None}]
    assert "maple-ridge" not in rows
    assert "maple-ridge" in makegood("policy", "list", "--folder", MAPLE_RIDGE).stdout


def test_a_policy_is_shown_as_it_held_on_a_day() -> None:
    before = as_json("policy", "show", "us-mo", "--on", "2008-05-22")["reasons"]["provider_absent"]
    after = as_json("policy", "show", "us-mo", "--on", "2008-05-23")["reasons"]["provider_absent"]
    assert (before["rule"], after["rule"]) == (
        "us-mo until 2008-05-22 provider_absent",
        "us-mo 2008-05-23 provider_absent",
    )
    assert (before["disposition"], after["verification"]) == ("team_decides", "found")


def test_a_policys_silence_notices_and_sources_are_told() -> None:
    shown = " ".join(makegood("policy", "show", "us-il", "--on", "2026-09-01").stdout.split())
    assert "No rule for minutes with nothing on record" in shown
    assert "Notice: after 10 school days without the service, tell the parent, within 3 school days" in shown
    assert "as reported by Special Ed Law Insights (us-il: a statute, binding; as reported by others)." in shown
    assert "Also: Illinois Administrative Code, 23 Ill. Adm. Code 226.220(b) (the source's own words)." in shown
    assert (
        "OSEP, Letter to Kane, 2018-04-18 (us-federal: a federal letter, guidance, not binding; not verified" in shown
    )
    assert "34 CFR 300.323(c)(2) (us-federal: a regulation, binding; the source's own words)." in shown


def test_our_reading_is_shown_with_its_words_and_as_ours() -> None:
    shown = makegood("policy", "show", "us-in-first-steps", "--on", "2022-06-07").stdout.splitlines()
    (vacancy,) = [line for line in shown if line.startswith("vacancy ")]
    assert "team decides (our" in vacancy
    assert "reading: owed)" in shown[shown.index(vacancy) + 1] + vacancy
    text = " ".join(" ".join(shown).split())
    assert "2019-10-31 (us-in-first-steps: a State's guidance, binding; our reading" in text
    assert "“Providers must offer make-up sessions to the family" in text
    rule = as_json("policy", "show", "us-pa-ispa", "--on", "2021-11-09")["reasons"]["family_cancelled"]
    assert (rule["disposition"], rule["decides"], rule["make_up_within"]) == ("team_decides", False, None)
    assert (rule["written_disposition"], rule["written_make_up_within"]) == ("owed", "within 1 week")


def test_packs_that_cite_rules_and_packs_that_decide_are_two_numbers() -> None:
    told = as_json("policy", "list", "--on", "2026-11-27")
    # All but the two that only have codes cite rules. North Carolina and Insight PA decided until 2020 and 2022.
    assert told["counts"] == {"policies": 27, "cite_rules": 25, "decide": 8, "decide_on_that_day": 6}
    decides = {row["id"]: row["decides"] for row in told["policies"]}
    assert decides["us-tx-hcde"] == ["provider_absent", "school_activity", "student_absent"]
    assert decides["us-nc"] == []
    shown = " ".join(makegood("policy", "list", "--on", "2020-04-14").stdout.split())
    # Delaware County begins in 2025.
    assert (
        "25 of 27 policies cite rules. 8 decide something (owed or not owed); 6 of them for a miss on 2020-04-14"
        in shown
    )


def test_every_policys_own_sentences_pass() -> None:
    result = makegood("policy", "test", MAPLE_RIDGE)
    assert result.exit_code == 0
    assert "maple-ridge.tests: " in result.stdout


def test_a_sentence_that_fails_is_shown_and_leaves_with_2(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text(
        house("{reasons: {vacancy: {disposition: owed, source: us}}}"), encoding="utf-8"
    )
    (tmp_path / "house.tests.yaml").write_text(
        "- {name: A vacancy is not owed, policy: house, date: 2026-09-01, miss: {reason: vacancy},"
        " expect: {disposition: not_owed}}\n",
        encoding="utf-8",
    )
    result = makegood("policy", "test", str(tmp_path))
    assert result.exit_code == 2
    assert "fails: A vacancy is not owed" in result.stdout


def test_a_comparison_shows_both_sides_and_takes_neither() -> None:
    told = as_json("policy", "compare", MAPLE_RIDGE, "maple-ridge", "us-federal", *ON_12_MARCH)
    own = as_json("ledger", MAPLE_RIDGE, *ON_12_MARCH)["totals"]
    assert {name: side["maple-ridge"] for name, side in told["totals"].items()} == {
        name: own[name] for name in told["totals"]
    }
    assert told["totals"]["missed"]["us-federal"] == own["missed"]
    shown = makegood("policy", "compare", MAPLE_RIDGE, "maple-ridge", "us-federal", *ON_12_MARCH).stdout
    assert "This does not say which policy is right." in shown
    assert f"Misses that come to something else: {len(told['changed'])} of {told['misses']}" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["policy", "show", "us-zz"], "there is no policy 'us-zz'"),
        (["policy", "show", "us-il", "--on", "someday"], "--on 'someday' is not a date"),
        (["policy", "compare", MAPLE_RIDGE, "us-il"], "a comparison needs two policies"),
        (["policy", "compare", MAPLE_RIDGE, "us-il", "us-zz"], "there is no policy 'us-zz'"),
        (["policy", "test", "no/such/folder"], "there is no folder or workbook no/such/folder"),
        (["owed", MAPLE_RIDGE, "--by", "therapist"], "--by 'therapist' is not known"),
        (["owed", MAPLE_RIDGE, "--include", "everything"], "--include 'everything' is not known"),
        (["pace", MAPLE_RIDGE, "--student", "999999"], "there is no student '999999'"),
        (["notices", MAPLE_RIDGE, "--student", "999999"], "there is no student '999999'"),
        (["weekday", "no/such/folder"], "there is no folder or workbook no/such/folder"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(words: list[str], told: str) -> None:
    result = makegood(*words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


COMMANDS = [
    ("owed", MAPLE_RIDGE, *ON_12_MARCH),
    *(("owed", MAPLE_RIDGE, "--by", by, *ON_12_MARCH) for by in ("school", "service", "provider", "reason")),
    ("owed", MAPLE_RIDGE, "--include", "team_decides", *ON_12_MARCH),
    ("pace", MAPLE_RIDGE, "--all", *ON_12_MARCH),
    ("weekday", MAPLE_RIDGE, *ON_12_MARCH),
    ("notices", MAPLE_RIDGE, *ON_12_MARCH),
    ("policy", "list"),
    ("policy", "compare", MAPLE_RIDGE, "maple-ridge", "us-federal", "us-tx-hcde", "us-me-cds", *ON_12_MARCH),
    ("reasons",),
]


@pytest.mark.parametrize("width", [80, 100])
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(word for word in words if "/" not in word))
def test_every_page_fits_its_width_and_names_no_pupil(words: tuple[str, ...], width: int) -> None:
    result = CliRunner(env={"COLUMNS": str(width)}).invoke(app, words)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert [line for line in lines if len(line) > width] == []
    assert "…" not in result.stdout
    assert not any(name in result.stdout + result.stderr for name in ("Solverano", "Thistledown"))


@pytest.mark.parametrize("width", [80, 100])
def test_figures_are_never_cut_off(width: int) -> None:
    shown = CliRunner(env={"COLUMNS": str(width)}).invoke(app, ["owed", MAPLE_RIDGE, "--by", "school", *ON_12_MARCH])
    totals = as_json("owed", MAPLE_RIDGE, "--by", "school", *ON_12_MARCH)["totals"]
    (line,) = [line for line in shown.stdout.splitlines() if line.startswith("all ")]
    names = ("missed", "owed", "made_up", "overdue", "open", "team_decides", "unknown")
    children, hours, *figures = line.split()[1:]
    assert figures == [f"{totals[name]:,}" for name in names]
    # 1,280 overdue and 3,564 open are 80 hours and 44 minutes.
    assert (children, hours) == ("41", "80:44")


def test_names_stand_beside_ids_only_when_they_are_asked_for() -> None:
    assert "Thistledown" in makegood("owed", MAPLE_RIDGE, "--by", "provider", "--names", *ON_12_MARCH).stdout


def test_the_caseload_page_says_whose_debt_it_is() -> None:
    shown = makegood("owed", MAPLE_RIDGE, "--by", "provider", *ON_12_MARCH).stdout
    assert shown.startswith("The debt is the district's.")


def test_owed_as_csv_has_a_row_for_each_line() -> None:
    rows = makegood("owed", MAPLE_RIDGE, "--by", "reason", "--format", "csv", *ON_12_MARCH).stdout.splitlines()
    lines = as_json("owed", MAPLE_RIDGE, "--by", "reason", *ON_12_MARCH)["lines"]
    assert rows[0].startswith("reason,missed,unrecorded,owed,made_up,")
    assert len(rows) - 1 == len(lines)


def test_late_notices_are_those_past_their_day() -> None:
    every = as_json("notices", MAPLE_RIDGE, *ON_12_MARCH)["notices"]
    late = as_json("notices", MAPLE_RIDGE, "--late", *ON_12_MARCH)["notices"]
    assert late == [notice for notice in every if notice["status"] in {"late", "sent_late"}]
    # The README tells of one never started, with no letter: from Mon 25 Jan 2027 the tenth school day is Mon 8 Feb.
    (never,) = [n for n in late if n["student_id"] == "004487"]
    assert (never["complete"], never["due_by"], never["status"]) == ("2027-02-08", "2027-02-11", "late")


def test_pace_lists_only_those_behind_unless_all_are_asked_for(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        terms="calendar_id kind start end\nCAL year 2025-09-01 2025-09-26",
        services="service_id student_id service_type minutes per\nSL S-1 speech 30 week\nOT S-1 ot 30 week",
        sessions="session_id service_id date minutes_delivered reason\n"
        "L1 SL 2025-09-03 30 -\nL2 SL 2025-09-10 30 -\nL3 OT 2025-09-03 30 -\nL4 OT 2025-09-10 0 vacancy\n",
    )
    words = ("pace", str(folder), "--as-of", "2025-09-12")
    assert {pace["service_id"] for pace in as_json(*words)["paces"]} == {"OT"}
    assert {pace["service_id"] for pace in as_json(*words, "--all")["paces"]} == {"OT", "SL"}
    assert "1 of 2 services" in makegood(*words).stdout


def test_every_reason_is_listed_once_by_party() -> None:
    listed = [row["reason"] for row in as_json("reasons")["reasons"]]
    assert sorted(listed) == sorted(REASONS)


def test_a_hint_at_a_folders_own_policy_names_the_folder_as_the_command_takes_it(tmp_path: Path) -> None:
    folder = tmp_path / "maple ridge"
    shutil.copytree(Path("examples/maple-ridge"), folder)
    done = CliRunner().invoke(app, ["policy", "show", "maple-ridge"])
    assert (done.exit_code, "(or one of a folder's own: --folder FOLDER)" in done.stderr) == (2, True)
    done = CliRunner().invoke(app, ["policy", "list", "--folder", str(folder)])
    (hint,) = re.findall(r"`makegood (policy show ID .*?)` prints", done.stdout.replace("\n", " "))
    done = CliRunner().invoke(app, ["maple-ridge" if word == "ID" else word for word in shlex.split(hint)])
    assert (done.exit_code, done.stdout.startswith("Maple Ridge Public Schools")) == (0, True)
