"""What papers take: a letter, a packet of 1,000 sessions, and statements, in processor time of this process."""

import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from makegood.documents.ask import letter
from makegood.documents.packet.make import packet_of
from makegood.documents.statements import Run, write_statements
from makegood.files.seen import Seen
from makegood.intake import read_folder_report
from makegood.records import Records

_EXAMPLE: Final = Path(__file__).parent.parent / "examples" / "maple-ridge"
_AS_OF: Final = dt.date(2027, 3, 12)
_SESSIONS: Final = 1_000
_STATEMENTS: Final = 1_000


def papers(folder: Path) -> None:
    """Measure, and print a table.

    Args:
        folder: Records of some 1,000 students, as `bench.planner.folder` writes them.
    """
    child = _records(_EXAMPLE, ["004312"])
    with tempfile.TemporaryDirectory() as place:
        many = _with_many_sessions(Path(place))
        district = _records(folder, None)
        students = len(district.students)
        run = Run(as_of=_AS_OF, choice="en", known_on=None, files=Seen.of(folder))
        letter(child, "004312", "missed_question", _AS_OF)
        print("| what | processor, s | aim, s |\n| --- | ---: | ---: |")
        _row("a letter as PDF", 0.1, lambda: letter(child, "004312", "missed_question", _AS_OF, formats=("pdf",)))
        _row("a letter as PDF and Word file", 0.1, lambda: letter(child, "004312", "missed_question", _AS_OF))
        _row(f"a packet of {_SESSIONS:,} sessions", 2, lambda: packet_of(many, "1", dt.date(2027, 6, 1)))
        out = Path(place) / "out"
        _row(f"{students:,} statements", 60, lambda: list(write_statements(district, run, out, [folder])))


def _row(what: str, aim: float, do: Callable[[], object]) -> None:
    before = time.process_time()
    do()
    print(f"| {what} | {time.process_time() - before:.2f} | {aim:g} |", flush=True)


def _records(folder: Path, only: list[str] | None) -> Records:
    report = read_folder_report(folder, as_of=_AS_OF, only=only)
    if report.records is None:
        raise ValueError([finding.line() for finding in report.findings[:3]])
    return report.records


def _with_many_sessions(folder: Path) -> Records:
    """Return a made-up child with as many sessions, one each weekday in each of several services."""
    days = [dt.date(2026, 8, 24) + dt.timedelta(n) for n in range(280)]
    school = [day for day in days if day.weekday() < 5][: _SESSIONS // 5]  # noqa: PLR2004 - Monday to Friday
    (folder / "students.csv").write_text("student_id\n1\n")
    (folder / "terms.csv").write_text("calendar_id,kind,start,end\nc,year,2026-08-24,2027-06-04\n")
    services = [f"SV{n},1,speech,30,week,5,2026-08-24,2027-06-04\n" for n in range(5)]
    (folder / "services.csv").write_text(
        "service_id,student_id,service_type,minutes,per,sessions,start,end\n" + "".join(services)
    )
    rows = [
        f"L{n:05d},SV{n % 5},{day},{0 if n % 7 == 0 else 30},{'provider_absent' if n % 7 == 0 else ''}\n"
        for n, day in enumerate(day for day in school for _ in range(5))
    ]
    (folder / "sessions.csv").write_text("session_id,service_id,date,minutes_delivered,reason\n" + "".join(rows))
    return _records(folder, ["1"])
