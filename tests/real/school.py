"""A folder of records from a published calendar and a published log that lie beside the checkout."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from makegood.cli.main import app

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
LOG = DATA / "logs" / "pine-hollow-speech-log.csv"
CALENDARS = DATA / "calendars"
ICS = CALENDARS / "2025-2026.ics"
OLDER = CALENDARS / "2025-2026.as-of-2026-03-11.ics"
SEIS = DATA / "seis" / "seis-deliveries.fictional.csv"

FIRST_DAY, LAST_DAY = date(2025, 8, 27), date(2026, 6, 18)
AS_OF = "2026-02-01"
REASON_OF = {"provider absent; no make-up scheduled": "provider_absent", "holiday week": "holiday"}
NAME = "Wilhelmina Brackenthorpe"

beside = pytest.mark.skipif(not DATA.exists(), reason="the published calendars and logs are not beside this checkout")


def makegood(*words: object, code: int = 0) -> Result:
    """Run a command; it must leave with the code, without a traceback, and its errors name no child."""
    done = CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "100"})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == code, done.output
    assert "Traceback" not in done.output
    assert not set(NAME.split()) & set(done.stderr.split())
    return done


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return a table's rows."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def school(folder: Path, ics: Path = ICS) -> Path:
    """Write a folder: the calendar as `makegood calendar` suggests it, all confirmed, and the log on Wednesdays.

    Where the calendar's words are for some and name no grades, a person writes them: here an elementary school's.
    """
    folder.mkdir()
    makegood("calendar", ics, "--calendar", "LIV", "--out", folder / "calendar.csv")
    makegood("check", folder, code=2)
    rows = rows_of(folder / "calendar.csv")
    grades = {row["grades"]: "K;1;2;3;4;5" if row["grades"] == "?" else row["grades"] for row in rows}
    write(folder / "calendar.csv", [row | {"confirm": "yes", "grades": grades[row["grades"]]} for row in rows])
    year = {"calendar_id": "LIV", "kind": "year", "start": FIRST_DAY.isoformat(), "end": LAST_DAY.isoformat()}
    write(folder / "terms.csv", [year])
    given, family = NAME.split()
    student = {"student_id": "ST-1", "calendar_id": "LIV", "given_name": given, "family_name": family}
    write(folder / "students.csv", [student | {"policy_id": "us-federal"}])
    service = {"service_id": "SL", "student_id": "ST-1", "service_type": "speech"}
    write(
        folder / "services.csv",
        [service | {"mandate": "60 min once a week", "start": "2025-08-21", "end": "2026-08-20"}],
    )
    sessions = [
        {
            "session_id": f"L{number:02d}",
            "service_id": "SL",
            "date": (date.fromisoformat(week["week_of"]) + timedelta(days=2)).isoformat(),
            "minutes_delivered": week["minutes_delivered"],
            "reason": REASON_OF.get(week["note"], ""),
        }
        for number, week in enumerate(rows_of(LOG), 1)
    ]
    write(folder / "sessions.csv", sessions)
    return folder
