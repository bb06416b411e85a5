"""Reading a folder for a command, or refusing it."""

import datetime as dt
import shlex
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Annotated, Literal, NoReturn, TypeVar, cast

import typer

from makegood.answers.account import account, why_not_counted
from makegood.answers.answer import Answer
from makegood.answers.known_words import KNOWN_WORDS
from makegood.cli.fail import refuse, refuse_input
from makegood.cli.out import print_note
from makegood.cli.progress import working
from makegood.files.collector import all_stays
from makegood.files.reading import is_folder, is_regular, is_there
from makegood.files.recovery import steadily
from makegood.intake import Report, read_folder_report
from makegood.intake.foreign import FOREIGN
from makegood.ledger import Ledger
from makegood.records import Records
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding
from makegood.terms.spelling import near

T = TypeVar("T")
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of CSV tables, or one .xlsx workbook.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Count rows up to this day (default: today)."),
]
KnownOn = Annotated[
    str | None,
    typer.Option(
        "--known-on",
        metavar="DATE",
        help="Leave out rows recorded after this day: the account as it was known then.",
    ),
]
Dates = Annotated[
    Literal["iso", "mdy", "dmy"],
    typer.Option("--dates", help="How dates with slashes are written; iso refuses those that could be two days."),
]


def day(text: str | None, name: str = "--as-of") -> dt.date:
    """Return an ISO date; today if none was given."""
    if text is None:
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        refuse_input(f"{name} {text!r} is not a date.", expected="a day such as 2027-03-12")


def known_day(text: str | None) -> dt.date | None:
    """Return the day of `--known-on`, or None if every row is to be read."""
    return None if text is None else day(text, "--known-on")


def read(
    folder: Path,
    as_of: dt.date,
    dates: Literal["iso", "mdy", "dmy"] = "iso",
    *,
    known_on: dt.date | None = None,
) -> tuple[Records, list[Finding]]:
    """Read a folder, or refuse it if any finding is an error; return its warnings too, many of one kind as one."""
    records, report = read_report(folder, as_of, dates, known_on=known_on)
    return records, report.findings


def read_report(
    folder: Path,
    as_of: dt.date,
    dates: Literal["iso", "mdy", "dmy"] = "iso",
    *,
    known_on: dt.date | None = None,
    only: Collection[str] | None = None,
) -> tuple[Records, Report]:
    """Read a folder, or refuse it if any finding is an error; return the whole report too.

    Of `only` some students' accounts, what does not concern them is neither read nor checked.
    """
    report = report_of(folder, as_of, dates, known_on=known_on, only=only)
    if report.records is None:
        refuse(report.findings)
    return report.records, report


def report_of(
    folder: Path,
    as_of: dt.date,
    dates: Literal["iso", "mdy", "dmy"] = "iso",
    *,
    known_on: dt.date | None = None,
    only: Collection[str] | None = None,
) -> Report:
    """Read and check a folder, a workbook, a file of a person's own or a site, of `only` some students' accounts."""
    if is_folder(folder / "sessions"):
        from makegood.ledger.state import is_state  # noqa: PLC0415 - a folder of tables needs no Parquet

        if is_state(folder):
            refuse_input(
                f"{folder} is a store, which only 'makegood ledger' reads.",
                expected=f"'makegood ledger {folder}', or one of the folders that it was gathered from",
            )
    if is_site(folder):
        # The site and what it needs are loaded for its folder alone.
        from makegood.web import outside  # noqa: PLC0415

        with working(f"Reading {folder}"):
            try:
                return outside.report_of(folder, as_of, known_on=known_on, only=only)
            except outside.OtherVersionError:
                pass
        refuse_input(f"the site in {folder} is of another version.", expected=f"'makegood serve --data {folder}', once")
    return steadily_read(
        folder,
        lambda place: read_folder_report(
            place, as_of=as_of, known_on=known_on, dates=dates, more=KNOWN_WORDS, only=only
        ),
    )


def is_site(folder: Path) -> bool:
    """Return whether a folder is the one of a site."""
    return is_regular(folder / "site.sqlite3")


def refuse_site(folder: Path) -> None:
    """Refuse to write into the folder of a site."""
    if is_site(folder):
        refuse_input(
            f"{folder} is a site, and no command writes there.",
            expected="a folder of CSV tables, such as one that 'makegood export' writes",
        )


def steadily_read(folder: Path, read_it: Callable[[Path], Report]) -> Report:
    """Read a folder as it is before or after a change; say what was put right first, or refuse.

    A file of a person's own is read as an import would read it, if it is known how.
    """
    if not is_there(folder):
        refuse_input(f"there is no folder or workbook {folder}.", expected="a folder of tables or one .xlsx workbook")
    with working(f"Reading {folder}"), all_stays():
        report, sentences, findings = steadily(folder, "read", lambda: read_it(folder))
    for sentence in sentences:
        print_note(f"makegood: {sentence}")
    for finding in findings:
        refuse_input(finding.message, expected=finding.expected)
    if report is None or not any(finding.code == FOREIGN for finding in report.findings):
        return cast("Report", report)
    # The room of imports is loaded for such a file alone.
    from makegood.cli.own_file import folder_of  # noqa: PLC0415

    with working(f"Reading {folder}"), folder_of(folder) as place:
        if place is None:
            return report
        print_note(f"makegood: {folder.name} was read as an import would read it. Nothing was written.")
        return read_it(place)


def records_of(
    folder: Path,
    as_of: dt.date,
    dates: Literal["iso", "mdy", "dmy"] = "iso",
    *,
    known_on: dt.date | None = None,
    quiet: bool = False,
) -> Records:
    """Read a folder, or refuse it; say whether there are warnings, and where to read them."""
    records, findings = read(folder, as_of, dates, known_on=known_on)
    if not quiet:
        hint_at_warnings(folder, findings, as_of, dates, known_on)
    return records


def records_asked(
    folder: Path,
    student: str | None,
    as_of: dt.date,
    dates: Literal["iso", "mdy", "dmy"],
    *,
    known_on: dt.date | None,
    quiet: bool,
) -> Records:
    """Read a folder, or what concerns one student of it."""
    if student is None:
        return records_of(folder, as_of, dates, known_on=known_on, quiet=quiet)
    return records_of_student(folder, student, as_of, dates, known_on=known_on)


def records_of_student(
    folder: Path,
    student: str,
    as_of: dt.date,
    dates: Literal["iso", "mdy", "dmy"] = "iso",
    *,
    known_on: dt.date | None = None,
) -> Records:
    """Read what concerns a student, or refuse it; say if there is no such student."""
    records, _ = read_report(folder, as_of, dates, known_on=known_on, only=[student])
    if student not in records.students.student_id:
        refuse_student(records, folder, student)
    return records


def hint_at_warnings(
    folder: Path, findings: Sequence[Finding], as_of: dt.date, dates: str, known_on: dt.date | None = None
) -> None:
    """Say on standard error that there are warnings, if there are, and which command shows them.

    They are not counted: a check of the same records also finds what only the whole account shows.
    """
    if findings:
        command = check_command(folder, as_of, dates, known_on)
        print_note(f"There are warnings about these records; to read them: {command}")


def check_command(folder: Path, as_of: dt.date, dates: str, known_on: dt.date | None = None) -> str:
    """Return the check that reads a folder as a command did that was given these options."""
    options = [f" --as-of {as_of}"]
    options += [f" --known-on {known_on}"] if known_on is not None else []
    options += [f" --dates {dates}"] if dates != "iso" else []
    return f"makegood check {shlex.quote(str(folder))}{''.join(options)}"


def as_known(known_on: dt.date | None) -> str:
    """Return what a heading adds where rows that were recorded later are left out."""
    return f", as known on {known_on}" if known_on else ""


def answered(ask: Callable[[], Answer[T]]) -> T | None:
    """Ask for something that takes an account, and refuse the records if they cannot be counted.

    Returns None if the records tell nothing of what was asked.
    """
    return _answer(ask).value


def asked(ask: Callable[[], Answer[T]]) -> tuple[T, Sequence[Finding]]:
    """Ask for what there is of any records that can be counted, or refuse these; return also what to know beside it."""
    answer = _answer(ask)
    return cast("T", answer.value), answer.findings


def _answer(ask: Callable[[], Answer[T]]) -> Answer[T]:
    with working("Accounting for every minute"), all_stays():
        answer = ask()
    if answer.value is None and answer.findings:
        refuse(answer.findings)
    return answer


def refuse_uncounted(records: Records, as_of: dt.date) -> None:
    """Refuse records that cannot be counted, before anything is made of them."""
    findings = why_not_counted(records, as_of)
    if findings:
        refuse(findings)


def account_of(records: Records, as_of: dt.date, only: Collection[str] | None = None) -> Ledger:
    """Account for the records, or refuse them: for some students too where the error is of another one."""
    return asked(lambda: account(records, as_of, only))[0]


def refuse_student(records: Records, folder: Path, student: str) -> NoReturn:
    """Say that a student is not on record, and how to find the id that is."""
    known = records.students.student_id
    wanted = near(student.strip())
    like = next((id_ for id_ in known if near(id_) == wanted), None)
    # Only case and zeros: the number that looks most alike is another child's.
    hint = f" Did you mean {like!r}?" if like is not None else ""
    refuse_input(
        f"there is no student {quoted(student)} in these records.{hint}",
        expected=f"a student_id as it is written in the records ('makegood ledger {folder}' lists them)",
    )
