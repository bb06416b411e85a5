"""What is owed, as tables for people."""

import datetime as dt
from typing import Final

from makegood.cli.fail import counted
from makegood.cli.load import as_known
from makegood.cli.paper import hours, minutes, say, show_table
from makegood.ledger import Ledger, ServiceAccount
from makegood.records import Records
from makegood.statements.owed.line import SUMS, By, OwedLine
from makegood.statements.owed.work_list import totals_of

MOST_REASONS: Final = 3
MOST_SILENT: Final = 8
"""How many services without a row are named; all are in the JSON."""
HEADING: Final = {
    "school": "school",
    "service": "service",
    "provider": "caseload",
    "reason": "reason",
}
CASELOAD: Final = (
    "The debt is the district's. A caseload shows where hours are needed, not how anyone works: "
    "vacancies, meetings, testing and closed days are in it."
)


def print_owed(
    records: Records,
    ledger: Ledger,
    by: By,
    lines: list[OwedLine],
    people: dict[str, str],
    *,
    with_team: bool,
    known_on: dt.date | None = None,
) -> None:
    """Print the lines, and how they add up."""
    sums = totals_of(lines)
    day = f"{ledger.as_of}{as_known(known_on)}"
    title = f"Owed and still to come on {day}, in minutes, worst first"
    if by == "student":
        listed = [line for line in lines if line.waiting(with_team=with_team)]
        _print_students(title, day, listed, sums, people, with_team=with_team)
    else:
        _print_groups(title, by, lines, _labels(records, by, lines, people), with_team=with_team)
    _print_sums(sums, ledger)


def _print_students(
    title: str, day: str, lines: list[OwedLine], sums: dict[str, int], people: dict[str, str], *, with_team: bool
) -> None:
    columns = [("student", "left"), ("service, and why", "words"), ("overdue", "right"), ("open", "right")]
    columns += [("team", "right"), ("hours", "right"), ("oldest", "id"), ("next due", "id")]
    rows = [
        [
            f"{line.key[0]}\n{people.get(line.key[0], '')}".strip(),
            "\n".join(part for part in (line.key[1].replace("_", " "), _why(line)) if part),
            *(minutes(line.sums[name]) for name in ("overdue", "open", "team_decides")),
            hours(line.waiting(with_team=with_team)),
            line.oldest.isoformat() if line.oldest else "",
            line.next_deadline.isoformat() if line.next_deadline else "none",
        ]
        for line in lines
    ]
    listed = totals_of(lines)
    whole = sum(line.waiting(with_team=with_team) for line in lines)
    children = len({line.key[0] for line in lines})
    total = [f"{children:,} in all", ""]
    total += [*(minutes(listed[name]) for name in ("overdue", "open", "team_decides")), hours(whole), "", ""]
    waiting = sums["team_decides"] - listed["team_decides"]
    if not lines:
        say(f"Nothing is owed and still to come on {day}.")
        if waiting:
            say(f"{waiting:,} minutes wait for the IEP team: --include team_decides lists them.")
        return
    show_table(title, columns, rows, total)
    if waiting:
        say(
            f"{waiting:,} more minutes wait for an IEP team and for students or services not listed: "
            "--include team_decides lists them."
        )


def _why(line: OwedLine) -> str:
    """Name the largest reasons."""
    told = [f"{why.replace('_', ' ')} {n:,}" for why, n in line.by_reason.most_common()]
    more = len(told) - MOST_REASONS
    return ", ".join(told[:MOST_REASONS]) + (f", {more} more" if more > 0 else "")


def _print_groups(title: str, by: By, lines: list[OwedLine], labels: dict[str, str], *, with_team: bool) -> None:
    if by == "provider":
        say(CASELOAD)
        say()
        title = "Still to come by caseload" + title.removeprefix("Owed and still to come")
    shown = ("missed", "owed", "made_up", "overdue", "open", "team_decides", "unknown")
    heads = ("missed", "owed", "made\nup", "overdue", "open", "team", "not\nknown")
    columns = [(HEADING[by], "words"), ("children", "right"), ("hours", "right")]
    columns += [(head, "right") for head in heads]
    whole = sum(line.waiting(with_team=with_team) for line in lines)
    rows = [
        [
            labels[line.key[0]],
            f"{len(line.students):,}",
            hours(line.waiting(with_team=with_team)),
            *(minutes(line.sums[column]) for column in shown),
        ]
        for line in lines
    ]
    sums = totals_of(lines)
    children = len({student for line in lines for student in line.students})
    show_table(title, columns, rows, ["all", f"{children:,}", hours(whole), *(minutes(sums[name]) for name in shown)])
    counted = "overdue, open and team" if with_team else "overdue and open"
    say(f"Children: with minutes still to come. Hours (such as 12:30): what is {counted}.")


def _labels(records: Records, by: By, lines: list[OwedLine], people: dict[str, str]) -> dict[str, str]:
    """Name each line for people; names of persons only where they were asked for."""
    keys = [line.key[0] for line in lines]
    if by == "school":
        names = dict(zip(records.schools.school_id, records.schools.name, strict=True))
        return {key: names.get(key) or key or "no school named" for key in keys}
    if by == "provider":
        return {key: f"{key} {people.get(key, '')}".strip() or "nobody named" for key in keys}
    return {key: key.replace("_", " ") for key in keys}


def _print_sums(sums: dict[str, int], ledger: Ledger) -> None:
    say(
        f"In all {sums['owed']:,} minutes are owed: {sums['made_up']:,} made up, {sums['released']:,} released, "
        f"{sums['open']:,} open, {sums['overdue']:,} overdue (past their deadline)."
        if sums["owed"]
        else "No minutes are owed by the rules."
    )
    say(
        f"{sums['team_decides']:,} minutes wait for an IEP team to decide, {sums['not_owed']:,} are not owed, and "
        f"{sums['unknown']:,} are not known. On no record: {sums['unrecorded']:,}, which is no proof either way."
    )
    totals = ledger.totals
    same = all(totals[name] == sums[name] for name in SUMS)
    say("These sums are the ledger's." if same else "These sums are NOT the ledger's: please report this.")


def say_silent(services: list[ServiceAccount]) -> None:
    """Name the services of which the log has no row at all: a line above need not have them."""
    if not services:
        return
    named = [f"{each.service_id} ({each.service_type.replace('_', ' ')}) {each.unrecorded:,}" for each in services]
    more = len(named) - MOST_SILENT
    listed = ", ".join(named[:MOST_SILENT]) + (f" and {more:,} more (--format json has all)" if more > 0 else "")
    children = len({each.student_id for each in services})
    say(
        f"The log has no row at all of {counted(len(services), 'service')} of {children:,} "
        f"{'child' if children == 1 else 'children'}, with minutes due: {listed}. From these records nobody can say "
        "whether the children were served: ask for the log of these first."
    )
