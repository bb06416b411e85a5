"""A week for a person: in short, each provider's week, what has no place and why, what is left for make-ups."""

from collections import Counter
from typing import Final

from makegood.cli.fail import counted
from makegood.cli.paper import minutes, say, show_table
from makegood.planner.wording import Names, plain
from makegood.statements.wording.words import words_of
from makegood.week.caseload import Caseload
from makegood.week.grid import Line, grid_of
from makegood.week.reasons import REASONS, STEPS, Why
from makegood.week.week import Week
from makegood.week.wording import DAYS, day_of, in_short, lengths_told, make_ups_of, time_of, weekday_costs

MOST_PROVIDERS: Final = 12
"""More providers' weeks than this are too many to read on a screen."""
MOST_DETAILS: Final = 12


def print_week(week: Week, caseload: Caseload, names: Names, *, listed: bool) -> None:
    """Print a week; with `listed` also each provider's, where they are few enough to read."""
    _print_short(week)
    if week.unplaced:
        _print_unplaced(week, names)
    if week.moved or week.ended:
        _print_moved(week, names)
    if week.reserves:
        _print_reserves(week, names)
    _print_weekdays(caseload, names)
    guessed = lengths_told(caseload)
    if guessed:
        say(guessed)
    if listed and week.slots:
        _print_grids(week, caseload, names)


def _print_short(week: Week) -> None:
    summary = week.summary
    say(f"The regular week from {words_of('en').day(week.first)} on")
    say()
    rows = [
        ("needed", f"{summary.sessions:,}", minutes(summary.minutes)),
        ("with a slot", f"{summary.placed:,}", minutes(summary.minutes_placed)),
        ("without", f"{summary.sessions - summary.placed:,}", minutes(summary.minutes - summary.minutes_placed)),
    ]
    columns = [("", "left"), ("sessions", "right"), ("minutes a week", "right")]
    show_table("Sessions of each child", columns, rows)
    for sentence in in_short(week):
        say(sentence)


def _print_unplaced(week: Week, names: Names) -> None:
    sessions: Counter[Why] = Counter()
    children: dict[Why, set[str]] = {}
    for each in week.unplaced:
        sessions[each.why] += each.sessions
        children.setdefault(each.why, set()).add(each.student_id)
    say()
    show_table(
        "Without a slot, and why",
        [("why", "words"), ("sessions", "right"), ("students", "right"), ("what would help", "words")],
        [[REASONS[why], f"{sessions[why]:,}", f"{len(children[why]):,}", STEPS[why]] for why in sorted(sessions)],
    )
    for each in week.unplaced[:MOST_DETAILS]:
        what = f"{names.student(each.student_id)}, {plain(each.service_type)}, {each.sessions} of {each.of}"
        other = f" {names.provider(each.elsewhere)} has the credential and room." if each.elsewhere else ""
        say(f"{what}: {each.detail}{other}", indent="  ")
    if len(week.unplaced) > MOST_DETAILS:
        say(f"{len(week.unplaced) - MOST_DETAILS:,} more: --out DIR writes them all.", indent="  ")


def _print_moved(week: Week, names: Names) -> None:
    rows = [
        [slot.service_id, day_of(slot.pattern), time_of(slot), names.provider(slot.provider_id), what]
        for slots, what in ((week.moved, "moves, or has no place"), (week.ended, "ends: more than is promised"))
        for slot in slots[:MOST_DETAILS]
    ]
    say()
    columns = [("service", "id"), ("day", "words"), ("time", "id"), ("provider", "left"), ("", "words")]
    show_table("Present slots that do not stay", columns, rows)


def _print_reserves(week: Week, names: Names) -> None:
    rows = [
        [
            names.provider(each.provider_id),
            *(minutes(n) for n in (each.at_work, each.sessions, each.travel + each.documentation, each.free)),
            make_ups_of(each),
            {None: "-", True: "yes", False: "NO"}[each.holds],
        ]
        for each in week.reserves[: MOST_PROVIDERS * 2]
    ]
    say()
    columns = [("provider", "left"), ("at work", "right"), ("sessions", "right"), ("ways, notes", "right")]
    columns += [("left", "right"), ("make-ups need", "words"), ("fits", "id")]
    show_table("Minutes of each provider's week", columns, rows)
    say("Make-ups need: what was owed of every minute due in the year before, of the minutes of this week.")


def _print_weekdays(caseload: Caseload, names: Names) -> None:
    rows = [
        [names.school(school), *(f"{lost} of {days}" for days, lost in closed)]
        for school, closed, _ in weekday_costs(caseload)[:MOST_PROVIDERS]
    ]
    if not rows:
        return
    say()
    columns = [("school", "words"), *((name[:3], "right") for name in DAYS)]
    show_table("What each weekday costs: sessions a year that fall on days without school", columns, rows)
    say("Counted from the first day to the end of the terms; a service with other dates has counts of its own.")


def _print_grids(week: Week, caseload: Caseload, names: Names) -> None:
    grids = grid_of(week, caseload)
    if len(grids) > MOST_PROVIDERS:
        say()
        say(f"{counted(len(grids), 'provider')} are too many to read here: --out DIR writes every slot.")
        return
    marked = False
    for provider_id, lines in grids.items():
        columns = [("", "id"), *((name[:3], "words") for name in DAYS)]
        say()
        show_table(names.provider(provider_id), columns, [_row(line) for line in lines if line.cells])
        for line in lines:
            marked |= "*" in "".join(" ".join(cell) for cell in line.cells)
            if not line.cells:
                say(f"{line.days}, {line.time}: {', '.join(line.others)}", indent="  ")
    if marked:
        say()
        say("*: not every week; slots.csv of --out has the weeks. A group's children are in one cell.")


def _row(line: Line) -> list[str]:
    return [line.time, *("\n".join(cell) for cell in line.cells)]
