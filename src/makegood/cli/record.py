"""`makegood record`: enter what came back, so that the next paper says it."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from makegood.cli.accept_week import put_right
from makegood.cli.fail import refuse, refuse_input, show
from makegood.cli.load import Dates, day, read_report, records_of, refuse_site
from makegood.cli.out import print_line
from makegood.documents.enter import row_of
from makegood.files.lock import lock
from makegood.files.reading import is_folder
from makegood.files.seen import Seen
from makegood.intake import DateOrder
from makegood.planner.accept.write import write_acceptance
from makegood.records import RECORDED_AT, Awards, Determinations, Notices, Offers, Requests, Table

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Enter a reply, a notice, a request, an agreement or a decision: a row is added, none is changed.",
)
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of CSV tables.")]
Student = Annotated[str, typer.Option("--student", metavar="ID", help="The child's student_id.")]
Session = Annotated[str, typer.Option("--session", metavar="ID", help="The missed session's session_id.")]
Method = Annotated[str | None, typer.Option("--method", metavar="WORD", help="letter, e-mail, phone ...")]
Today = Annotated[str | None, typer.Option("--today", metavar="DATE", help="The day of entering (default: today).")]


@app.command(short_help="Enter a family's reply to an offer of make-ups.")
def reply(
    folder: Folder,
    *,
    session: Session,
    answer: Annotated[Literal["accepted", "declined"], typer.Option("--answer", help="What the family answered.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The date on the reply slip.")],
    method: Method = None,
    today: Today = None,
    dates: Dates = "iso",
) -> None:
    """Enter a family's reply to an offer. No answer is not a no: only a reply is entered."""
    cells = {"session_id": session, "date": day(on, "--on"), "response": answer, "method": method}
    _enter(folder, Offers, cells, today, dates)


@app.command()
def notice(
    folder: Folder,
    *,
    student: Student,
    kind: Annotated[str, typer.Option("--kind", metavar="WORD", help="missed_session, lapse, written_notice ...")],
    sent_on: Annotated[str, typer.Option("--sent-on", metavar="DATE", help="The day it was sent.")],
    session: Annotated[
        str | None, typer.Option("--session", metavar="ID", help="The missed session it is about.")
    ] = None,
    method: Method = None,
    today: Today = None,
    dates: Dates = "iso",
) -> None:
    """Enter a notice that was sent to a family."""
    sent = day(sent_on, "--sent-on")
    cells = {"student_id": student, "kind": kind, "sent_on": sent, "session_id": session, "method": method}
    _enter(folder, Notices, cells, today, dates)


@app.command(short_help="Enter what a family asked for: a meeting, records, make-ups ...")
def request(
    folder: Folder,
    *,
    student: Student,
    kind: Annotated[
        Literal["iep_meeting", "records", "make_up", "amendment"], typer.Option("--kind", help="What was asked for.")
    ],
    received_on: Annotated[str, typer.Option("--received-on", metavar="DATE", help="The day it came.")],
    answered_on: Annotated[
        str | None, typer.Option("--answered-on", metavar="DATE", help="The day of the answer, if there is one.")
    ] = None,
    answer: Annotated[str | None, typer.Option("--answer", metavar="TEXT", help="What was answered.")] = None,
    today: Today = None,
    dates: Dates = "iso",
) -> None:
    """Enter a family's request for a meeting, for records, for make-ups or for an amendment."""
    came = day(received_on, "--received-on")
    replied = day(answered_on, "--answered-on") if answered_on is not None else None
    if replied is not None and replied < came:
        refuse_input(f"--answered-on {replied} lies before --received-on {came}.", expected="a day after it came")
    cells = {"student_id": student, "kind": kind, "received_on": came, "answered_on": replied, "answer": answer}
    _enter(folder, Requests, cells, today, dates)


@app.command(short_help="Enter a signed agreement on compensatory services.")
def agreement(
    folder: Folder,
    *,
    student: Student,
    service_type: Annotated[str, typer.Option("--service-type", metavar="WORD", help="Of which service.")],
    minutes: Annotated[int, typer.Option("--minutes", min=1, help="How many minutes were agreed.")],
    start: Annotated[str, typer.Option("--start", metavar="DATE", help="From when it may be given.")],
    end: Annotated[str | None, typer.Option("--end", metavar="DATE", help="Until when.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Which paper says so.")] = None,
    location: Annotated[str | None, typer.Option("--location", metavar="TEXT", help="Where.")] = None,
    today: Today = None,
    dates: Dates = "iso",
) -> None:
    """Enter an agreement on compensatory services that both sides signed."""
    last = day(end, "--end") if end is not None else None
    first = day(start, "--start")
    if last is not None and last < first:
        refuse_input(f"--end {last} lies before --start {first}.", expected="a first day, then a last day")
    cells = {
        "student_id": student,
        "service_type": service_type,
        "minutes": minutes,
        "start": first,
        "end": last,
        "basis": "agreement",
        "source": source,
        "location": location,
    }
    _enter(folder, Awards, cells, today, dates)


@app.command()
def decision(
    folder: Folder,
    *,
    session: Session,
    follows: Annotated[
        Literal["owed", "not_owed", "team_decides", "unknown"], typer.Option("--follows", help="What was decided.")
    ],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day of the decision.")],
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who decided.")] = "IEP team",
    minutes: Annotated[int | None, typer.Option("--minutes", min=0, help="Only if it holds for some of them.")] = None,
    today: Today = None,
    dates: Dates = "iso",
) -> None:
    """Enter what the team decided about a missed session."""
    cells = {
        "session_id": session,
        "disposition": follows,
        "minutes": minutes,
        "decided_on": day(on, "--on"),
        "decided_by": by,
    }
    _enter(folder, Determinations, cells, today, dates)


def _enter(folder: Path, table: type[Table], cells: dict[str, Any], today: str | None, dates: DateOrder) -> None:
    """Add a row to a table, or write nothing."""
    now = day(today, "--today")
    if not is_folder(folder):
        refuse_input(f"there is no folder {folder}.", expected="a folder of CSV tables")
    refuse_site(folder)
    held, findings = lock(folder, "record")
    if held is None:
        refuse_input(findings[0].message, expected=findings[0].expected)
    with held:
        put_right(held)
        seen = Seen.of(held.folder)
        records = records_of(folder, now, dates, quiet=True)
        row, findings = row_of(records, table, cells, now)
        if row is None:
            refuse(findings)
        files, findings = write_acceptance(held, "record", {table.NAME: [row]}, seen, [table])
        if findings and findings[0].column == RECORDED_AT:
            # A table without a column for the day of entry goes on without it.
            del row[RECORDED_AT]
            files, findings = write_acceptance(held, "record", {table.NAME: [row]}, seen, [table])
    if findings:
        refuse(findings)
    print_line(f"{files[table.NAME].name}: row {row[table.key() or '']} added.")
    _look_at(folder, table, len(records.table(table.NAME)), now, dates)


def _look_at(folder: Path, table: type[Table], before: int, now: dt.date, dates: DateOrder) -> None:
    """Show the warnings about the row that was added to a table, if there are any."""
    written, report = read_report(folder, now, dates)
    added = set(written.table(table.NAME).row[before:])
    show(finding for finding in report.findings if finding.table == table.NAME and finding.row in added)
