"""A folder whose statement is long: two services over a school year, long names, every third session missed."""

import datetime as dt
from pathlib import Path

from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.statements.statement.child import statement_of
from makegood.statements.statement.statement import Statement
from makegood.terms.language import Lang

AS_OF = dt.date(2027, 5, 28)
GIVEN = "Maximiliana-Bartolomea Alejandra"
FAMILY = "Featherstonehaughwolfeschlegelsteinhausen de la Santísima Trinidad"
REASONS = ("provider_absent", "student_absent", "assessment", "not_released_by_teacher")
SERVICES = (("SPEECH-LANGUAGE-2026-27", "speech", 1), ("OT", "occupational_therapy", 3))
"""Each service with its weekday, from Monday 0."""


def tell_long(path: Path, lang: Lang = "en") -> Statement:
    """Write and read the folder, and return the child's statement."""
    tables = {
        "students": f"student_id,given_name,family_name\n1,{GIVEN},{FAMILY}\n",
        "terms": "calendar_id,name,kind,start,end\nc,Year,year,2026-08-24,2027-05-28\n",
        "services": "service_id,student_id,service_type,minutes,sessions,per\n"
        + "".join(f"{id_},1,{type_},30,1,week\n" for id_, type_, _ in SERVICES),
        "sessions": "session_id,service_id,date,minutes_delivered,reason\n" + "".join(_rows()),
    }
    path.mkdir()
    for name, text in tables.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    records, findings = read_folder(path, as_of=AS_OF)
    assert records is not None, findings
    return statement_of(records, ledger_of(records, AS_OF), "1", lang=lang)


def _rows() -> list[str]:
    rows = []
    for id_, _, weekday in SERVICES:
        for n in range(40):
            day = dt.date(2026, 8, 24) + dt.timedelta(7 * n + weekday)
            told = f"0,{REASONS[n // 3 % len(REASONS)]}" if n % 3 == 0 else "30,"
            rows.append(f"{id_}-{day:%Y%m%d}-{n:03},{id_},{day},{told}\n")
    return rows
