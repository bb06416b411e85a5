"""No name, birth date or note of a person reaches standard error or a log, however the records are damaged."""

import json
import random
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import pytest
from tests.house.run_here import makegood
from tests.house.secret_folder import (
    DAMAGES,
    MARKS,
    Damage,
    Folder,
    every_move,
    header_missing,
    holds_secret,
    of_persons,
    secret_folder,
    shifted_right,
    write,
    write_workbook,
)  # fmt: skip

SOUND = secret_folder()
TABLES = of_persons(SOUND)
DAY = ("--as-of", "2026-11-20")
QUICK = (
    ("check",),
    ("check", "--format", "json"),
    ("ledger",),
    ("ledger", "--format", "csv", "--out", "{out}"),
    ("statement", "--student", "004217"),
    ("explain", "L2"),
    ("owed", "--by", "provider"),
    ("pace",),
    ("weekday",),
    ("notices",),
    ("capacity",),
    ("export", "--as", "medicaid", "--out", "{out}"),
)
"""Commands that read a folder; `check` prints its findings, so what it prints may hold no secret either."""
SLOW = (("plan", "--time", "1"), ("accept", "{plan}"), ("store", "{out}"))


def told(words: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int | str | None, str]:
    """Run a command in this process; return its exit code, and all that it says beside its result."""
    done = makegood(monkeypatch, *words)
    return done.code, done.said + (done.out if words[0] == "check" else "")


def secrets_in(said: str) -> list[str]:
    """Return the lines that hold a secret."""
    return [line for line in said.splitlines() if holds_secret(line)]


def words_for(command: Sequence[str], folder: Path, room: Path) -> list[str]:
    verb, *more = (word.format(out=room / "out", plan=room / "plan.json") for word in command)
    place = [str(folder)]
    if verb == "store":
        return [verb, *place, *more, *DAY]
    return [verb, *place, *more, *(DAY if verb != "accept" else ())]


def damaged(damage: Damage, table: str, chance: random.Random) -> Folder:
    folder = deepcopy(SOUND)
    damage(folder, table, chance)
    return folder


def test_the_sound_folder_can_be_used_and_its_secrets_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(SOUND, tmp_path / "records")
    text = "".join(path.read_text() for path in folder.iterdir()).casefold()
    assert all(mark in text for mark in MARKS)
    code, said = told(["ledger", str(folder), *DAY], monkeypatch)
    assert code == 0, said


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_command_tells_a_secret_of_a_damaged_folder(
    damage: Damage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(damage.__name__)  # noqa: S311 - damages, not secrets
    (tmp_path / "plan.json").write_text(json.dumps({"sessions": "Qzorva", "Qzu": "2018-03-07"}))
    for table in TABLES:
        folder = write(damaged(damage, table, chance), tmp_path / table)
        # All commands read a folder by one door: `check` looks at every table, the others at the students.
        for command in QUICK if table == "students" else QUICK[:1]:
            _, said = told(words_for(command, folder, tmp_path), monkeypatch)
            assert not secrets_in(said), (table, command)


@pytest.mark.parametrize("command", SLOW, ids=lambda command: command[0])
def test_a_command_that_writes_tells_no_secret_of_a_folder_without_a_header(
    command: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.json").write_text(json.dumps({"sessions": "Qzorva", "Qzu": "2018-03-07"}))
    folder = write(damaged(header_missing, "students", random.Random(1)), tmp_path / "records")  # noqa: S311
    code, said = told(words_for(command, folder, tmp_path), monkeypatch)
    assert code == 2, said
    assert not secrets_in(said)


def test_no_cell_that_has_slipped_into_the_next_column_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n, (table, at) in enumerate(every_move(SOUND)):
        folder = deepcopy(SOUND)
        for row in folder[table][1:]:
            row[at], row[at + 1] = "", row[at]
        _, said = told(["check", str(write(folder, tmp_path / f"{n}")), *DAY], monkeypatch)
        assert not secrets_in(said), (table, at)


def test_no_cell_of_a_child_is_told_wherever_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(20261123)  # noqa: S311 - places, not secrets
    secrets = [cell for cell in SOUND["students"][1] if holds_secret(cell)]
    for n in range(60):
        folder, table = deepcopy(SOUND), chance.choice(sorted(SOUND.keys() - {"students"}))
        # A birth date where a date is due is a date; a name is a name everywhere.
        row = chance.choice(folder[table][1:])
        row[chance.randrange(len(row))] = chance.choice([cell for cell in secrets if "-0" not in cell])
        _, said = told(["check", str(write(folder, tmp_path / f"{n}")), *DAY], monkeypatch)
        assert not secrets_in(said), table


@pytest.mark.parametrize("damage", [None, header_missing, shifted_right])
def test_no_workbook_tells_a_secret_nor_the_name_of_a_sheet(
    damage: Damage | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for table in ("students", "sessions", "services"):
        folder = deepcopy(SOUND) if damage is None else damaged(damage, table, random.Random(1))  # noqa: S311
        book = write_workbook(folder, tmp_path / f"{table}.xlsx")
        for command in (("check",), ("owed",)):
            _, said = told(words_for(command, book, tmp_path), monkeypatch)
            assert not secrets_in(said), (table, command)


def test_a_file_that_bears_a_childs_name_is_told_by_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(SOUND, tmp_path / "records")
    (folder / "Qzorva Vexholm.csv").write_text("Qzorva,2018-03-07\n")
    code, said = told(["check", str(folder), *DAY], monkeypatch)
    assert code == 0
    assert "file 1 of" in said
    assert not secrets_in(said)


def test_a_calendar_that_is_broken_tells_no_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:Qzorva 2018", "SUMMARY:Qzorva's birthday", "Qzu", "END:VEVENT"]
    (tmp_path / "school.ics").write_text("\r\n".join(lines))
    _, said = told(["calendar", str(tmp_path / "school.ics"), "--calendar", "C26"], monkeypatch)
    assert said
    assert not secrets_in(said)


def test_the_words_of_a_mandate_are_told_only_if_none_can_be_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n, (words, shown) in enumerate({"Qzorva 2-3 x 30 min weekly": False, "2-3 x 30 min weekly": True}.items()):
        folder = deepcopy(SOUND)
        folder["services"][3][3] = words
        _, said = told(["check", str(write(folder, tmp_path / f"{n}")), *DAY], monkeypatch)
        assert "mandate_needs_review" in said
        assert (words in said) == shown
        assert not secrets_in(said)
