"""A copy of the site is whole, private, and becomes a site again; and what the owner of the machine can do."""

import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.cast import PASSWORD, person, relation
from tests.web.conftest import close
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.web.site import DEMO, Site

pytestmark = pytest.mark.usefixtures("district")


def run(*words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    program = "from makegood.cli.main import run; run()"
    return subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False, input=typed
    )


def here(*words: str) -> int:
    """Run a command in this process, whose site is the test's; return its exit code."""
    return CliRunner().invoke(app, words).exit_code


def test_a_backup_that_is_made_while_somebody_writes_is_restored_whole(district: Site, tmp_path: Path) -> None:
    from makegood.web.options import choose

    choose("zone", "America/Denver")
    close()
    writer = sqlite3.connect(district.records, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO people_option VALUES ('unfinished', '1')")
    done = run("backup", str(tmp_path / "copy"), "--data", str(district.data))
    writer.execute("ROLLBACK")
    writer.close()
    assert done.returncode == 0, done.stderr
    done = run("restore", str(tmp_path / "copy"), "--data", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    raw = sqlite3.connect(tmp_path / "site" / "site.sqlite3")
    assert raw.execute("SELECT count(*) FROM sessions").fetchone() == (2594,)
    assert raw.execute("SELECT name, value FROM people_option").fetchall() == [("zone", "America/Denver")]
    with pytest.raises(sqlite3.DatabaseError, match="never changed"):
        raw.execute("UPDATE sessions SET note = 'x'")
    raw.close()
    for name in ("site.sqlite3", "access.sqlite3", "secret"):
        assert stat.S_IMODE((tmp_path / "site" / name).stat().st_mode) == 0o600


def test_a_damaged_backup_and_a_folder_that_is_taken_are_refused(district: Site, tmp_path: Path) -> None:
    assert run("backup", str(tmp_path / "copy"), "--data", str(tmp_path / "nowhere")).returncode == 2
    assert run("backup", str(tmp_path / "copy"), "--data", str(district.data)).returncode == 0
    assert run("restore", str(tmp_path / "copy"), "--data", str(district.data)).returncode == 2
    shutil.copytree(tmp_path / "copy", tmp_path / "bad")
    (tmp_path / "bad" / "site.sqlite3").write_bytes(b"no database at all" * 100)
    done = run("restore", str(tmp_path / "bad"), "--data", str(tmp_path / "site"))
    assert done.returncode == 2
    assert "site.sqlite3 is not whole" in done.stderr
    assert not (tmp_path / "site").exists()


def test_the_owner_of_the_machine_lists_confirms_resets_and_closes(
    district: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from makegood.web.people.invite import invite
    from makegood.web.people.models import Invitation, Person

    monkeypatch.setenv(DEMO, "0")
    relation("rowan", "family", student_id="004312")
    made, _, _ = invite("family", by="one", student_id="004251")
    Person.objects.filter(login="rowan").update(factor="SECRET")
    close()
    data = ("--data", str(district.data))
    told = run("user", "list", *data)
    assert "family of Percival" in told.stdout, told.stderr
    assert here("user", "confirm", str(made.pk), *data) == 0
    assert here("user", "confirm", "99", *data) == 2
    assert Invitation.objects.get().seconded_by
    new = "another set of words"
    assert run("user", "password", "Rowan", *data, typed=f"{new}\n{new}\n").returncode == 0
    assert person("rowan").has_password(new)
    assert not person("rowan").has_password(PASSWORD)
    # OWASP's choice for argon2id, in KiB and rounds.
    assert person("rowan").password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert person("rowan").factor == "SECRET", "another password skips no second factor"
    assert here("user", "factor", "rowan", *data) == 0
    assert person("rowan").factor == ""
    assert here("user", "close", "rowan", *data) == 0
    assert here("user", "close", "rowan", *data) == 2
    assert here("user", "factor", "nobody", *data) == 2
