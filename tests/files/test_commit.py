"""A change of two files: all or nothing, over kills, other programs and full disks."""

import errno
import os
from pathlib import Path

import pytest
from tests.files.changes import NAMES, NEW, OLD, change, folder, killed_at, stands

from makegood.files import moves, places, recovery
from makegood.files.journal import is_pending
from makegood.files.lock import lock
from makegood.files.recovery import put_right, steadily


def test_both_files_are_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = folder(tmp_path)
    assert change(path) == []
    assert stands(path) == NEW


def test_a_new_file_and_an_old_one_are_one_change(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "offers.csv").unlink()
    assert change(path) == []
    assert stands(path) == NEW


@pytest.mark.parametrize("first", ["there", "new"])
@pytest.mark.parametrize("system", ["exchanges", "only renames"])
def test_killed_before_each_step_it_is_all_or_nothing_after_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, system: str
) -> None:
    if system == "only renames":
        monkeypatch.setattr(moves, "_rename", lambda *_: False)
    outcomes = []
    for step in range(1, 200):
        path = folder(tmp_path / f"{step}")
        if first == "new":
            (path / "offers.csv").unlink()
        before = stands(path)
        died = killed_at(step, lambda path=path: change(path), path)  # type: ignore[misc]
        begun = is_pending(path)
        told, findings = put_right(path, "check")
        assert findings == []
        assert len(told) == begun
        found = {name: data for name, data in stands(path).items() if name[0] != "."}
        assert found in (before, NEW), f"killed before step {step}"
        outcomes.append(found == NEW)
        assert not is_pending(path)
        # Whoever is next to have the lock removes what was left hidden, also with nothing to write.
        held, _ = lock(path, "accept")
        assert held is not None
        with held:
            pass
        assert [each.name for each in path.iterdir() if each.name[0] == "."] == []
        assert change(folder(path)) == []
        assert stands(path) == NEW
        if not died:
            assert outcomes == sorted(outcomes), "once it was begun for good, it was never taken back"
            assert outcomes.count(False) > 10, "the steps were counted"
            return
    pytest.fail("it took more than 200 steps")


def test_what_was_stopped_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = folder(tmp_path)
    step = next(n for n in range(1, 200) if killed_at(n, lambda: change(path), path) and is_pending(path))
    assert step
    told, _ = put_right(path, "check")
    assert told == [
        (
            "'makegood accept' was stopped in the middle of writing offers.csv and pinned.csv: "
            "what it had begun was completed just now."
        )
    ]
    assert put_right(path, "check") == ([], [])


def stopped(path: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Leave the change as a process does that is killed after so many files have changed places."""
    done = []
    forward = places._forward

    def stop(entry: places.Entry) -> None:
        if len(done) == after:
            os._exit(0)
        forward(entry)
        done.append(entry)

    monkeypatch.setattr(places, "_forward", stop)
    child = os.fork()
    if child == 0:
        change(path)
        os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    monkeypatch.setattr(places, "_forward", forward)


def test_a_row_that_was_added_after_the_kill_is_kept_and_the_change_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path)
    stopped(path, monkeypatch, after=1)
    assert (path / "offers.csv").read_bytes() == NEW["offers.csv"]
    with (path / "pinned.csv").open("ab") as file:
        file.write(b"by hand\n")
    told, findings = put_right(path, "check")
    assert findings == []
    assert "nothing of it was kept; run it again" in told[0]
    assert stands(path) == OLD | {"pinned.csv": OLD["pinned.csv"] + b"by hand\n"}


def test_a_row_added_to_the_file_that_was_already_replaced_is_kept_and_the_change_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path)
    stopped(path, monkeypatch, after=1)
    with (path / "offers.csv").open("ab") as file:
        file.write(b"by hand\n")
    told, _ = put_right(path, "check")
    assert "completed" in told[0]
    assert stands(path) == NEW | {"offers.csv": NEW["offers.csv"] + b"by hand\n"}


def test_rows_added_to_both_are_kept_though_the_change_is_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path)
    stopped(path, monkeypatch, after=1)
    for name in NAMES:
        with (path / name).open("ab") as file:
            file.write(b"by hand\n")
    told, _ = put_right(path, "check")
    assert "left as they are" in told[0]
    assert stands(path) == {
        "offers.csv": NEW["offers.csv"] + b"by hand\n",
        "pinned.csv": OLD["pinned.csv"] + b"by hand\n",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_row_added_while_the_change_was_worked_out_is_kept_and_nothing_written(tmp_path: Path, name: str) -> None:
    path = folder(tmp_path)

    def add() -> None:
        with (path / name).open("ab") as file:
            file.write(b"by hand\n")

    (finding,) = change(path, add)
    assert finding.code == "folder_changed"
    assert "Try again" in finding.message
    assert stands(path) == OLD | {name: OLD[name] + b"by hand\n"}


def test_another_table_that_changed_meanwhile_stops_it_too(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "sessions.csv").write_bytes(b"session_id\n")
    (finding,) = change(path, lambda: (path / "sessions.csv").write_bytes(b"session_id\n1\n"))
    assert "sessions.csv" in finding.message
    assert (path / "pinned.csv").read_bytes() == OLD["pinned.csv"]


@pytest.mark.parametrize("name", NAMES)
def test_a_row_added_between_the_last_look_and_the_change_of_places_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = folder(tmp_path)
    forward = places._forward

    def add(entry: places.Entry) -> None:
        if entry.file.name == name:
            with (path / name).open("ab") as file:
                file.write(b"by hand\n")
        forward(entry)

    monkeypatch.setattr(places, "_forward", add)
    (finding,) = change(path)
    assert finding.code == "folder_changed"
    assert stands(path) == OLD | {name: OLD[name] + b"by hand\n"}


def test_a_full_disk_at_the_second_file_leaves_both_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path)
    exchange = places.exchange

    def fail(room: Path, file: Path) -> None:
        if file.name == "pinned.csv":
            raise OSError(errno.ENOSPC, "No space left on device")
        exchange(room, file)

    monkeypatch.setattr(places, "exchange", fail)
    (finding,) = change(path)
    assert finding.message == "Nothing was written: No space left on device."
    assert stands(path) == OLD


def test_a_signal_in_the_middle_leaves_both_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder(tmp_path)
    exchange = places.exchange

    def interrupted(room: Path, file: Path) -> None:
        exchange(room, file)
        if file.name == "offers.csv" and file.read_bytes() == NEW["offers.csv"]:
            raise SystemExit(143)

    monkeypatch.setattr(places, "exchange", interrupted)
    with pytest.raises(SystemExit):
        change(path)
    assert stands(path) == OLD


def test_a_file_keeps_its_mode_and_what_is_being_written_is_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path)
    (path / "offers.csv").chmod(0o640)
    (path / "pinned.csv").chmod(0o604)
    modes = []
    fsync = os.fsync

    def look(handle: int) -> None:
        modes.extend(each.stat().st_mode & 0o777 for each in path.glob(".makegood-room-*"))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", look)
    assert change(path) == []
    assert [(path / name).stat().st_mode & 0o777 for name in NAMES] == [0o640, 0o604]
    # The first room is being filled; then it has its file's mode while the second is.
    assert modes[0] == 0o600


def test_a_reader_never_sees_a_half_of_a_change(tmp_path: Path) -> None:
    path = folder(tmp_path)
    begin = os.fork()
    if begin == 0:
        for round_ in range(40):
            change(path) if round_ % 2 == 0 else back(path)
        os._exit(0)
    halves = readings = 0
    while os.waitpid(begin, os.WNOHANG)[0] == 0:
        seen, _, findings = steadily(path, "check", lambda: {name: (path / name).read_bytes() for name in NAMES})
        if findings:
            continue
        readings += 1
        halves += seen not in (OLD, NEW)
    assert readings > 0
    assert halves == 0


def test_a_reader_whose_first_look_came_just_before_a_change_does_not_take_its_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path)
    stopped(path, monkeypatch, after=1)
    looks = iter([False])
    monkeypatch.setattr(recovery, "is_pending", lambda where: next(looks, is_pending(where)))
    seen, _, findings = steadily(path, "check", lambda: {name: (path / name).read_bytes() for name in NAMES})
    assert (seen, findings) == (NEW, [])


def back(path: Path) -> None:
    from makegood.files.commit import Change, commit  # noqa: PLC0415
    from makegood.files.lock import lock  # noqa: PLC0415
    from makegood.files.seen import Seen  # noqa: PLC0415

    held, _ = lock(path, "accept")
    assert held is not None
    with held:
        commit(held, "accept", [Change(path / name, NEW[name], OLD[name]) for name in NAMES], Seen.of(held.folder))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        '{"command": "accept", "changes": []}',
        (
            '{"command": "accept", "changes": [{"file": "../other.csv", '
            '"room": ".makegood-room-00000000-1-000000000000", "old": null, "new": "x"}]}'
        ),
        '{"command": "accept", "changes": [{"file": "offers.csv", "room": "../pinned.csv", "old": null, "new": "x"}]}',
    ],
)
def test_a_journal_of_another_make_is_refused_and_nothing_moves(tmp_path: Path, text: str) -> None:
    path = folder(tmp_path)
    (path / ".makegood-commit").write_text(text)
    told, (finding,) = put_right(path, "check")
    assert told == []
    assert finding.code == "strange_journal"
    assert {name: (path / name).read_bytes() for name in NAMES} == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_who_may_not_write_is_not_shown_half_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder(tmp_path)
    stopped(path, monkeypatch, after=1)
    path.chmod(0o555)
    seen, _, (finding,) = steadily(path, "check", lambda: "half")
    assert seen is None
    assert finding.code == "change_in_the_middle"
