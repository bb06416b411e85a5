"""A week for a person: in short, each provider's week, what has no place and why, what is left for make-ups."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from makegood.cli.fail import counted
from makegood.cli.paper import minutes, say, show_table
from makegood.planner.wording import Names, plain
from makegood.statements.wording.words import words_of
from makegood.week.caseload import Caseload
from makegood.week.grid import Line, grid_of
from makegood.week.moves import Move
from makegood.week.pattern import DAYS
from makegood.week.reasons import REASONS, STEPS, Why
from makegood.week.week import Week
from makegood.week.wording import (
    guessed_lengths,
    in_short,
    make_ups_note,
    make_ups_of,
    reasons_of,
    weekday_costs,
    when_of,
)

MOST_PROVIDERS: Final = 12
"""More providers' weeks than this are too many to read on a screen."""
MOST_DETAILS: Final = 12


def print_week(week: Week, caseload: Caseload, moves: Sequence[Move], names: Names, *, listed: bool) -> None:
    """Print a week; with `listed` also each provider's, where they are few enough to read."""
    _print_short(week, caseload, names)
    if week.unplaced:
        _print_unplaced(week, names)
    if moves:
        _print_moved(moves, names)
    if week.reserves:
        _print_reserves(week, names)
    _print_weekdays(caseload, names)
    guessed = guessed_lengths(caseload)
    if guessed:
        say(guessed)
    if listed and week.slots:
        _print_grids(week, caseload, names)


def _print_short(week: Week, caseload: Caseload, names: Names) -> None:
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
    for sentence in in_short(week, caseload, names):
        say(sentence)


def _print_unplaced(week: Week, names: Names) -> None:
    sessions: Counter[Why] = Counter()
    children: dict[Why, set[str]] = {}
    for one in week.unplaced:
        sessions[one.why] += one.sessions
        children.setdefault(one.why, set()).add(one.student_id)
    say()
    show_table(
        "Without a slot, and why",
        [("why", "words"), ("sessions", "right"), ("students", "right"), ("what would help", "words")],
        [[REASONS[why], f"{sessions[why]:,}", f"{len(children[why]):,}", STEPS[why]] for why in sorted(sessions)],
    )
    reasons = reasons_of(week.unplaced, names)
    for each in reasons[:MOST_DETAILS]:
        say(f"{plain(each.service_type)}, {', '.join(each.students)}: {each.why}", indent="  ")
    if len(reasons) > MOST_DETAILS:
        say(f"{len(reasons) - MOST_DETAILS:,} more: --out DIR writes them all.", indent="  ")


def _print_moved(all_moves: Sequence[Move], names: Names) -> None:
    moves = [move for move in all_moves if not move.gone]
    gone = len(all_moves) - len(moves)
    say()
    if moves:
        rows = [
            [
                names.student(move.student_id),
                when_of(move.slot, names),
                "ends" if move.to is None else when_of(move.to, names),
                move.why,
            ]
            for move in moves[:MOST_DETAILS]
        ]
        columns = [("student", "id"), ("today", "words"), ("from then on", "words"), ("why", "words")]
        show_table(f"Current slots that move or end: {len(moves):,}", columns, rows)
    if len(moves) > MOST_DETAILS:
        say(f"{len(moves) - MOST_DETAILS:,} more: moved.csv of --out has them all.")
    if gone:
        say(f"{counted(gone, 'current slot')} fall away with the sessions above that have none.")


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
    columns = [("provider", "left"), ("at work", "right"), ("sessions", "right"), ("travel, notes", "right")]
    columns += [("left", "right"), ("make-ups need", "words"), ("they fit", "id")]
    show_table("Minutes of each provider's week", columns, rows)
    say(make_ups_note(week))


def _print_weekdays(caseload: Caseload, names: Names) -> None:
    rows = [
        [names.school(school), *(f"{lost} of {days}" for days, lost in closed)]
        for school, closed, _ in weekday_costs(caseload)[:MOST_PROVIDERS]
    ]
    if not rows:
        return
    say()
    columns = [("school", "words"), *((name[:3], "right") for name in DAYS)]
    show_table("What each weekday costs: on how many of these days there is no school", columns, rows)
    say(f"From {words_of('en').day(caseload.first)} to the end of the terms. A session on such a day is not held.")


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
