"""`makegood plan`, end to end: every format on a small folder, and what it never does."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import Result
from tests.planner import agreed_folder
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.cli.plan_watch import Watch
from makegood.planner.invent import invent
from makegood.plans.instance_file import write_instance

ROOT = Path(__file__).parents[2]
WEEKS = ("--from", "2026-10-05", "--until", "2026-10-16", "--as-of", "2026-10-04")
NO_P2 = "provider_id weekday date start end school_id\nP1 Monday - 13:00 15:00 -"

WATCHED = """
import sys
import makegood.planner.make as make
real = make.make_plan
def watched(instance, *, progress, **more):
    def told(*figures):
        print("planning", file=sys.stderr, flush=True)
        progress(*figures)
    return real(instance, progress=told, **more)
make.make_plan = watched
sys.argv[0] = "makegood"
from makegood.cli.main import run
run()
"""


def plan(*words: object) -> Result:
    return CliRunner().invoke(app, ["plan", *(str(word) for word in words)])


def done(*words: object) -> Result:
    result = plan(*words)
    assert result.exit_code == 0, result.output
    return result


def folder(path: Path, **tables: str) -> Path:
    path.mkdir(exist_ok=True)
    return agreed_folder.folder(path, **tables)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def written(place: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(place.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(place)), path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def told(small: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done(small, *WEEKS, "--format", "json").stdout)
    return found


def test_all_that_has_a_place_is_planned_where_only_one_place_is_possible(told: dict[str, Any]) -> None:
    # Owed: 30 and 30 minutes of S-1 at E, where P1 is, and 20 of S-3 at W, where P2 is on Mondays.
    summary = told["summary"]
    assert [summary[name] for name in ("owed", "planned", "in_time", "bound")] == [80, 80, 80, 80]
    assert (summary["worst_open_share"], summary["verified"]) == (0, True)
    assert told["unplanned"] == told["cover"] == []
    settled = sorted(
        (session["provider_id"], student["student_id"], part["session_id"], part["minutes"])
        for session in told["sessions"]
        for student in session["students"]
        for part in student["settles"]
    )
    assert settled == [("P1", "S-1", "A1", 30), ("P1", "S-1", "A2", 30), ("P2", "S-3", "C1", 20)]


def test_json_has_the_promised_keys_and_no_more(told: dict[str, Any]) -> None:
    assert list(told) == ["as_of", "sessions", "unplanned", "summary", "cover"]
    assert told["as_of"] == "2026-10-04"
    assert set(told["summary"]) == {"owed", "planned", "in_time", "bound", "worst_open_share", "seconds", "verified"}


def test_whose_free_time_is_not_on_record_is_the_reason(tmp_path: Path) -> None:
    found = json.loads(done(folder(tmp_path, availability=NO_P2), *WEEKS, "--format", "json").stdout)
    (left,) = found["unplanned"]
    assert (left["student_id"], left["session_id"], left["minutes"], left["why"]) == ("S-3", "C1", 20, "missing_data")
    assert [(each["school_id"], each["service_type"]) for each in found["cover"]] == [("W", "speech")]


def test_what_waits_for_the_team_is_planned_only_when_asked_for_and_marked(small: Path, tmp_path: Path) -> None:
    asked = json.loads(done(small, *WEEKS, "--format", "json", "--include", "team_decides").stdout)
    assert asked["summary"]["owed"] == 110
    nobody = folder(tmp_path, availability="provider_id weekday date start end school_id\nP2 Monday - 13:00 14:00 W")
    left = json.loads(done(nobody, *WEEKS, "--format", "json", "--include", "team_decides").stdout)["unplanned"]
    assert {(each["session_id"], each.get("decided", True)) for each in left} == {
        ("A1", True), ("A2", True), ("B1", False),
    }  # fmt: skip


def test_one_child_reads_each_miss_with_its_place_or_why_it_has_none(tmp_path: Path) -> None:
    here = folder(tmp_path, availability=NO_P2)
    found = done(here, *WEEKS, "--student", "S-1").stdout
    assert "60 of 60 minutes owed and open have a place." in found
    assert [line.split()[0] for line in found.splitlines() if line.startswith("2026-")] == ["2026-09-08", "2026-09-15"]
    assert "P1 usually gives it. In time: due by November" in found
    assert "S-3" not in found
    none = done(here, *WEEKS, "--student", "S-3").stdout
    assert "0 of 20 minutes owed and open have a place." in none
    told = " ".join(none.split())
    assert "1. The table availability has no row in these weeks for P2, who may give speech at W." in told
    assert "Nothing that can be planned is owed and open to S-4." in done(here, *WEEKS, "--student", "S-4").stdout


@pytest.mark.parametrize("width", ["80", "100"])
def test_one_child_is_read_whole_on_a_narrow_screen_too(
    tmp_path: Path, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = "provider_id name service_types school_id\nP1 Bartholomew-Featherstonehaugh-pathologist Speech E"
    here = folder(tmp_path, providers=f"{named}\nP2 B speech W\nP3 C - -")
    monkeypatch.setenv("COLUMNS", width)
    found = done(here, *WEEKS, "--student", "S-1", "--names").stdout.splitlines()
    assert max(map(len, found)) <= int(width)
    (head,) = (line for line in found if line.startswith("missed on"))
    assert head.split()[-5:] == ["for", "day", "in", "time", "why"]
    lines = [line.split() for line in found if line.startswith("2026-")]
    assert [(line[-2], line[-1]) for line in lines] == [("yes", "1"), ("yes", "2")]
    assert "pathologist" in "".join("".join(found).split())


@pytest.mark.parametrize("more", [("--out", "x"), ("--format", "json"), ("--what-if", "x.yaml")])
def test_one_child_is_shown_on_the_screen_only(small: Path, more: tuple[str, str]) -> None:
    result = plan(small, *WEEKS, "--student", "S-1", *more)
    assert (result.exit_code, "one child on the screen" in result.stderr) == (2, True)
    assert "no student 'S-9'" in plan(small, *WEEKS, "--student", "S-9").stderr


def test_tables_say_for_each_row_why_and_whether_in_time(small: Path, tmp_path: Path) -> None:
    found = rows(done(small, *WEEKS, "--format", "csv").stdout)
    assert {row["in_time"] for row in found} == {"yes"}
    assert all(row["due_by"] and "on which both have time" in row["why"] for row in found)
    done(folder(tmp_path / "in", availability=NO_P2), *WEEKS, "--format", "csv", "--out", tmp_path / "out")
    (left,) = rows((tmp_path / "out" / "unplanned.csv").read_text(encoding="utf-8"))
    assert (left["school_id"], left["due_by"]) == ("W", "2026-11-07")


def test_the_same_input_gives_the_same_plan(small: Path, told: dict[str, Any]) -> None:
    again = json.loads(done(small, *WEEKS, "--format", "json").stdout)
    assert again["sessions"] == told["sessions"]


def test_csv_has_a_row_for_each_session_student_and_miss(small: Path, told: dict[str, Any]) -> None:
    found = rows(done(small, *WEEKS, "--format", "csv").stdout)
    assert [(row["session_id"], row["settles"]) for row in found] == [
        (part["session_id"], str(part["minutes"]))
        for session in told["sessions"]
        for student in session["students"]
        for part in student["settles"]
    ]
    assert all("name" not in row for row in found)


def test_csv_to_a_folder_has_three_tables(tmp_path: Path) -> None:
    out = tmp_path / "plan"
    done(folder(tmp_path / "in", availability=NO_P2), *WEEKS, "--format", "csv", "--out", out)
    tables = dict(written(out))
    assert sorted(tables) == ["cover.csv", "sessions.csv", "unplanned.csv"]
    assert [(row["session_id"], row["why"]) for row in rows(tables["unplanned.csv"])] == [("C1", "missing_data")]
    assert [(row["school_id"], row["minutes"]) for row in rows(tables["cover.csv"])] == [("W", "20")]


def test_each_provider_gets_a_calendar_in_which_no_child_is_named_or_numbered(
    small: Path, tmp_path: Path, told: dict[str, Any]
) -> None:
    done(small, *WEEKS, "--format", "ics", "--out", tmp_path / "c")
    calendars = dict(written(tmp_path / "c"))
    assert sorted(calendars) == ["P1.ics", "P2.ics"]
    (event,) = icalendar.Calendar.from_ical(calendars["P2.ics"]).events
    (held,) = (session for session in told["sessions"] if session["provider_id"] == "P2")
    assert event["summary"] == "Make-up speech, 1 student"
    assert event.start.isoformat() == f"{held['date']}T{held['start']}:00"
    assert event.start.tzinfo is None
    assert (event.end - event.start).seconds == 60 * held["minutes"]
    assert "S-3" not in "".join(calendars.values())


def test_the_same_session_keeps_its_event(small: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        done(small, *WEEKS, "--format", "ics", "--out", tmp_path / name)
    assert list(written(tmp_path / "a")) == list(written(tmp_path / "b"))


def test_several_calendars_want_a_folder_and_one_does_not(small: Path, tmp_path: Path) -> None:
    refused = plan(small, *WEEKS, "--format", "ics")
    assert refused.exit_code == 2
    assert "--out DIR" in refused.stderr
    one = done(folder(tmp_path, availability=NO_P2), *WEEKS, "--format", "ics")
    events = icalendar.Calendar.from_ical(one.stdout).events
    assert sum((event.end - event.start).seconds for event in events) == 60 * 60


def test_the_table_says_how_near_the_best_what_is_left_and_when(tmp_path: Path) -> None:
    shown = done(folder(tmp_path, availability=NO_P2), *WEEKS).stdout
    assert "75%" in shown
    assert "No plan can place more than 60 minutes: this plan reaches that." in shown
    assert "The records lack" in shown
    assert "What a contractor would take" in shown
    # Both weeks are as good.
    assert any(f"P1, week of October {monday}, 2026" in shown for monday in (5, 12))


def test_a_sum_of_costs_says_that_it_leaves_hours_without_a_cost_out(tmp_path: Path) -> None:
    # Nobody is free at W for the 20 of C, which the one hourly cost for speech prices; nobody at all for the 30 of G,
    # and no cost is on record for counseling.
    tables = agreed_folder.TABLES
    priceless = {
        "providers": tables["providers"] + "\nP9 counseling E district -",
        "services": tables["services"] + "\nG S-4 counseling 30 week individual - P9 2026-09-07 2026-09-11",
        "sessions": tables["sessions"] + "G1 G 2026-09-08 0 provider_absent - -\n",
    }
    shown = " ".join(done(folder(tmp_path, availability=NO_P2, **priceless), *WEEKS).stdout.split())
    assert re.search(r"all 50 \S+ \$\S+ \+ ", shown), shown
    assert "The sum leaves these out: the + stands for 0.50 hours more." in shown
    assert "+" not in done(folder(tmp_path / "priced", availability=NO_P2), *WEEKS).stdout


def test_a_folder_of_everything_can_be_written_twice(small: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done(small, *WEEKS, "--out", tmp_path / "plan")
    found = dict(written(tmp_path / "plan"))
    assert {"plan.html", "plan.json", "sessions.csv", "unplanned.csv", "cover.csv", "calendars/P1.ics"} <= set(found)
    assert json.loads(found["plan.json"])["summary"]["planned"] == 80


def test_nobody_is_named_unless_that_was_asked_for(tmp_path: Path) -> None:
    given = {"S-1": ("Ottoline", "Quince"), "S-2": ("Barnabas", "Thistle"), "S-3": ("Xanthippe", "Larkspur")}
    providers = (
        "provider_id name service_types school_id\nP1 Marrowby Speech;ot E\nP2 Dunnikin speech W\nP3 Fennwick - -"
    )
    students = "student_id given_name family_name school_id policy_id grade\n" + "\n".join(
        f"{id_} {' '.join(given.get(id_, ('Peregrine', 'Duskwater')))} {school} house 3"
        for id_, school in zip(("S-1", "S-2", "S-3", "S-4", "S-5"), "EEWEW", strict=True)
    )
    here = folder(tmp_path / "records", students=students, providers=providers)
    persons = [*(name for both in given.values() for name in both), "Peregrine", "Marrowby", "Dunnikin", "Fennwick"]
    quiet = done(here, *WEEKS, "--out", tmp_path / "quiet")
    everything = quiet.output + "".join(name + text for name, text in written(tmp_path / "quiet"))
    assert [person for person in persons if person in everything] == []
    calendars = "".join(text for name, text in written(tmp_path / "quiet") if name.startswith("calendars/"))
    assert calendars
    assert [id_ for id_ in given if id_ in calendars] == []
    done(here, *WEEKS, "--names", "--out", tmp_path / "named")
    named = dict(written(tmp_path / "named"))
    told = {row["student_id"]: row["name"] for row in rows(named["sessions.csv"])}
    assert told == {"S-1": "Ottoline Quince", "S-3": "Xanthippe Larkspur"}
    assert all(name in named["plan.html"] for name in told.values())


def test_a_what_if_stands_beside_today(small: Path, tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").write_text("name: P1 leaves\nchanges:\n  - vacancy: {provider: P1}\n", encoding="utf-8")
    found = json.loads(done(small, *WEEKS, "--format", "json", "--what-if", tmp_path / "gone.yaml").stdout)
    (beside,) = found["what_if"]
    assert (beside["name"], beside["today"]["planned"], beside["then"]["planned"]) == ("P1 leaves", 80, 20)
    assert "What if: P1 leaves" in done(small, *WEEKS, "--what-if", tmp_path / "gone.yaml").stdout
    table = rows(done(small, *WEEKS, "--format", "csv", "--what-if", tmp_path / "gone.yaml").stdout)
    assert {"scenario": "P1 leaves", "figure": "planned", "unit": "minutes", "today": "80", "what_if": "20"} in table


def test_several_what_ifs_are_weighed_in_one_table_first(small: Path, tmp_path: Path) -> None:
    both = [
        f"  - {{name: {name}, changes: [leave: {{provider: {who}}}]}}" for name, who in (("one", "P1"), ("two", "P2"))
    ]
    (tmp_path / "both.yaml").write_text("\n".join(["scenarios:", *both]), encoding="utf-8")
    found = done(small, *WEEKS, "--what-if", tmp_path / "both.yaml", "--out", tmp_path / "out").stdout
    assert [found.count(words) for words in ("What if, in short", "What if: one", "What if: two")] == [1, 1, 1]
    assert "Nobody there: minutes of regular sessions" in (tmp_path / "out" / "plan.html").read_text(encoding="utf-8")


def test_an_instance_is_planned_with_its_own_days(tmp_path: Path) -> None:
    path, instance = tmp_path / "school.json.gz", invent("school", 1)
    write_instance(instance, path)
    summary = json.loads(done(path, "--format", "json", "--time", "1").stdout)["summary"]
    assert summary["verified"]
    assert summary["owed"] == sum(miss.minutes for miss in instance.misses)
    assert plan(path, "--from", "2027-03-02").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "2026-10-05"),
        ("--from", "2026-10-16", "--until", "2026-10-05"),
        ("--from", "5.10.2026", "--until", "2026-10-16"),
        (*WEEKS, "--include", "everything"),
        (*WEEKS, "--time", "0"),
        (*WEEKS, "--time", "nan"),
        (*WEEKS, "--what-if", "none.yaml"),
        (*WEEKS, "--format", "ics", "--what-if", "none.yaml"),
    ],
)
def test_words_that_cannot_be_used_write_nothing(small: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    refused = plan(small, *words, "--out", tmp_path / "out")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("makegood: ")
    assert list(tmp_path.iterdir()) == []


def test_records_that_cannot_be_used_write_nothing(tmp_path: Path) -> None:
    bad = folder(tmp_path / "in", availability="provider_id weekday start end\nP1 Monday 15:00 13:00")
    refused = plan(bad, *WEEKS, "--out", tmp_path / "out")
    assert refused.exit_code == 2
    assert "availability, row 2" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_a_what_if_that_names_nobody_is_refused_before_anything_is_planned(small: Path, tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("name: x\nchanges:\n  - vacancy: {provider: P9}\n", encoding="utf-8")
    refused = plan(small, *WEEKS, "--what-if", tmp_path / "w.yaml", "--out", tmp_path / "out")
    assert refused.exit_code == 2
    assert "P9" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_of_something_else_is_not_overwritten(small: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    assert plan(small, *WEEKS, "--out", tmp_path / "mine").exit_code == 2
    assert [name for name, _ in written(tmp_path / "mine")] == ["letter.txt"]


def test_ctrl_c_ends_the_search_and_shows_the_best_plan_so_far_verified(tmp_path: Path) -> None:
    path = tmp_path / "contested.json"
    write_instance(invent("contested", 1), path)
    words = ["plan", str(path), "--format", "json", "--time", "120"]
    with subprocess.Popen(
        [sys.executable, "-c", WATCHED, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "planning\n"
        running.send_signal(signal.SIGINT)
        told, also = running.communicate(timeout=60)
    assert running.returncode == 0, also
    assert "Stopped early: this is the best plan so far" in also
    summary = json.loads(told)["summary"]
    assert summary["verified"]
    assert 0 < summary["planned"] <= summary["bound"]


def test_a_second_ctrl_c_interrupts_as_anywhere_else() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Watch("Planning") as watch:
        assert not watch.stopped()
        os.kill(os.getpid(), signal.SIGINT)
        assert watch.stopped()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
