"""What a child's statement says is worth a look in the records."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.statements.small_folder import read

from makegood.statements.statement.child import statement_of
from makegood.terms.language import Lang

TERMS = "calendar_id kind start end\nC1 year 2026-08-31 2027-06-04"
SERVICES = "service_id student_id service_type minutes sessions per end\nV1 S-1 speech 30 1 week 2027-09-30"
SESSIONS = """
session_id service_id date minutes_delivered reason
L1 V1 2026-10-06 0 holiday
L2 V1 2026-10-13 30 provider_absent
"""


def told(folder: Path, as_of: str, lang: Lang = "en", **more: Any) -> tuple[str, ...]:
    records, ledger = read(folder, as_of, terms=TERMS, services=SERVICES, sessions=SESSIONS)
    return statement_of(records, ledger, "S-1", lang=lang, **more).findings


def test_doubts_about_reasons_are_told_with_their_day(tmp_path: Path) -> None:
    first, second, *_ = told(tmp_path, "2026-10-30")
    assert "Oct 6, 2026" in first
    assert first.endswith("the log says that there was no school, and the calendar has school.")
    assert "Oct 13, 2026" in second
    assert second.endswith("all the minutes were given, and the log still has a reason for missing some.")


def test_the_day_after_which_nothing_falls_due_is_told_once_it_is_past(tmp_path: Path) -> None:
    assert not any("calendar on record ends" in line for line in told(tmp_path, "2027-06-04"))
    *_, last = told(tmp_path, "2027-09-15")
    assert (
        last == "The school calendar on record ends on June 4, 2027. After that day no minutes are counted as promised."
    )
    *_, spanish = told(tmp_path, "2027-09-15", lang="es")
    assert "termina el 4 de junio de 2027" in spanish
    before = told(tmp_path, "2027-09-15", last=date(2027, 5, 28))
    assert not any("calendar on record ends" in line for line in before)


def test_the_day_on_which_the_log_of_a_service_ends_is_told_with_the_weeks_after_it(tmp_path: Path) -> None:
    # The last row is of Tuesday, October 13. Nine school days later nothing is said yet, ten days later it is.
    assert not any("log of" in line for line in told(tmp_path, "2026-10-26"))
    *_, last = told(tmp_path, "2026-10-27")
    assert last == (
        "The log of Speech-language therapy ends on October 13, 2026. 2 weeks of school after it are on no record."
    )
    *_, spanish = told(tmp_path, "2026-10-27", lang="es")
    assert spanish == (
        "El registro de Terapia del habla y lenguaje termina el 13 de octubre de 2026. De las 2 semanas de clases que "
        "siguieron no consta nada."
    )
    assert not any("log of" in line for line in told(tmp_path, "2026-10-27", last=date(2026, 10, 13)))
