"""`makegood accept`: make-ups of a plan become agreed, and offered to the families; a week becomes the schedule."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from makegood.answers.accept import acceptance
from makegood.cli.accept_week import accept_week, put_right
from makegood.cli.fail import counted, refuse, refuse_input, show
from makegood.cli.load import Dates, asked, day, records_of, refuse_site
from makegood.cli.out import print_line
from makegood.files.lock import lock
from makegood.files.reading import is_folder, is_regular
from makegood.files.seen import Seen
from makegood.planner.accept.acceptance import Acceptance
from makegood.planner.accept.write import write_acceptance
from makegood.plans.instance import Session
from makegood.plans.plan import Plan
from makegood.plans.plan_json import read_plan
from makegood.records import Records
from makegood.terms.echo import quoted
from makegood.week.week_json import is_week

_NAME: Final = "accept"
_NAMED: Final = 6
"""So many providers are named."""


def command(
    plan: Annotated[
        Path, typer.Argument(metavar="PLAN", help="What 'makegood plan' or 'makegood schedule' printed as JSON.")
    ],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of CSV tables that it was made from.")],
    *,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="PROVIDER", help="Only this provider's (may be repeated).")
    ] = None,
    student: Annotated[
        list[str] | None,
        typer.Option("--student", metavar="ID", help="Only sessions of this student, with the others in the group."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day of the offer (default: the plan's own day).")
    ] = None,
    dates: Dates = "iso",
) -> None:
    """Write the plan's sessions to `pinned` and their offers to `offers`, a week's slots to `schedule`, or nothing.

    The day of the offer is that of the plan's account. If the log goes on after that day, it is the last day in the
    log up to today: what was logged since the plan was made counts, and nobody is offered a day that is behind us.
    """
    named = None if on is None else day(on, "--on")
    if is_regular(folder):
        refuse_input(
            f"{folder} is one file, and rows can be added to CSV tables only.",
            expected="a folder of CSV tables; a spreadsheet program saves each sheet of a workbook as CSV",
        )
    refuse_site(folder)
    if is_week(plan):
        if on is not None:
            refuse_input("a week has a first day of its own, and nothing is offered.", expected="no --on")
        accept_week(plan, folder, only or [], student or [], dates)
        return
    _accept_plan(plan, folder, only=only or [], students=student or [], named=named, dates=dates)


def _accept_plan(
    plan: Path,
    folder: Path,
    *,
    only: Sequence[str],
    students: Sequence[str],
    named: dt.date | None,
    dates: Literal["iso", "mdy", "dmy"],
) -> None:
    made, findings = read_plan(plan)
    if made is None:
        refuse(findings)
    _known(made, only, students)
    if not is_folder(folder):
        refuse_input(f"there is no folder {folder}.", expected="the folder of CSV tables that the plan was made from")
    held, findings = lock(folder, _NAME)
    if held is None:
        refuse_input(findings[0].message, expected=findings[0].expected)
    with held:
        put_right(held)
        seen = Seen.of(held.folder)
        records = records_of(folder, named or made.as_of or day(None), dates)
        upto = named or _day_of(made, records)
        accepted, doubts = asked(lambda: acceptance(records, made, upto, providers=only, students=students))
        show(doubts)
        if not accepted.sessions:
            print_line(f"Agreed before, nothing new: {counted(accepted.already, 'make-up')}. Nothing was written.")
            return
        files, findings = write_acceptance(held, _NAME, accepted.rows, seen)
    if findings:
        refuse(findings)
    for line in _summary(accepted, files, upto):
        print_line(line)


def _day_of(plan: Plan, records: Records) -> dt.date:
    today = day(None)
    logged = (date for date in records.sessions.date if date <= today)
    return max(plan.as_of, max(logged, default=plan.as_of)) if plan.as_of else today


def _known(plan: Plan, providers: Sequence[str], students: Sequence[str]) -> None:
    """Refuse ids that the plan does not name."""
    named = {attends.student_id for session in plan.sessions for attends in session.students}
    for what, wanted, known in (
        ("provider", providers, {session.provider_id for session in plan.sessions}),
        ("student", students, named),
    ):
        for id_ in wanted:
            if id_ not in known:
                refuse_input(f"this plan has no session of {what} {quoted(id_)}.", expected=f"a {what} of the plan")


def _summary(accepted: Acceptance, files: dict[str, Path], on: dt.date) -> list[str]:
    sessions = accepted.sessions
    parts = [part for session in sessions for attends in session.students for part in attends.settles]
    students = {attends.student_id for session in sessions for attends in session.students}
    minutes = sum(part.minutes for part in parts)
    first, last = min(session.date for session in sessions), max(session.date for session in sessions)
    when = f"on {first}" if first == last else f"from {first} to {last}"
    of = f"{counted(minutes, 'minute')} of {counted(len(students), 'student')}"
    lines = [f"Agreed: {counted(len(sessions), 'make-up')} {when}, {of}.", f"{_with_whom(sessions)} Offered on {on}."]
    if accepted.already:
        lines.append(f"Agreed before, and left as it is: {counted(accepted.already, 'make-up')}.")
    lines += [f"{path.name}: {counted(len(accepted.rows[table]), 'row')} added." for table, path in files.items()]
    lines.append(
        "Next: when a family answers, enter it with 'makegood record reply', for each session of its offer. The "
        "minutes count as made up once the make-up is logged in sessions."
    )
    lines += _without_offer(accepted)
    return lines


def _with_whom(sessions: Sequence[Session]) -> str:
    many = Counter(session.provider_id for session in sessions)
    named = [f"{provider} ({count})" for provider, count in sorted(many.items())]
    more = counted(len(named) - _NAMED, "other provider") if len(named) > _NAMED else ""
    return f"With {', '.join(named[:_NAMED])}{f' and {more}' if more else ''}."


def _without_offer(accepted: Acceptance) -> list[str]:
    """Name students whose missed sessions have no row in the log, so that no offer can name them."""
    asked: dict[tuple[str, str], bool] = {}
    for row in accepted.rows["pinned"]:
        who = row["pinned_id"], row["student_id"]
        asked[who] = asked.get(who, False) or "session_id" in row
    unasked = [f"{id_} with {student}" for (id_, student), has_offer in asked.items() if not has_offer]
    if not unasked:
        return []
    no_row = f"offers has no row for {', '.join(unasked)}: what was missed has no row in sessions."
    return [f"{no_row} If the family says no, take the make-up's rows of that student out of pinned."]
