"""A plan for a director: what has its place, what has not and why, and what the rest would cost."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from makegood.answers.plan import Made
from makegood.cli.fail import counted
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.plan_ask import Ask
from makegood.planner.figures import by_provider, reasons, settled
from makegood.planner.fixes import Fix
from makegood.planner.wording import (
    REASONS,
    STEPS,
    Names,
    beyond_cover,
    dollars,
    how_near,
    left_share,
    percent,
    plain,
    way,
)
from makegood.plans.instance import Instance, Limits, Session
from makegood.plans.plan import Plan
from makegood.statements.wording.words import words_of
from makegood.terms.clock import clock

MOST_LISTED: Final = 60
_MOST_ROWS: Final = 12
_MOST_WEEKS: Final = 6
_MOST_STUDENTS: Final = 4


def print_plan(made: Made, ask: Ask, *, listed: bool) -> None:
    """Print a plan; with `listed` also each session, where they are few enough to read."""
    plan, names = made.plan, ask.names
    _print_summary(plan, ask.instance)
    if plan.unplanned:
        _print_reasons(plan)
    if plan.cover:
        _print_cover(plan, ask.instance.limits, names)
    if made.fixes:
        _print_fixes(made.fixes, names)
    if plan.sessions:
        _print_weeks(plan, names)
        if listed:
            _print_sessions(plan, names)


def _print_summary(plan: Plan, instance: Instance) -> None:
    summary, agreed = plan.summary, instance.pinned
    say(f"Make-ups from {words_of('en').day(instance.first)} to {words_of('en').day(instance.last)}")
    say()
    helped = plan.helped
    left = {each.student_id for each in plan.unplanned}
    part = percent(summary.planned, summary.owed)
    rows = [
        ("owed and open", f"{summary.owed:,}", counted(len(helped | left), "student")),
        (
            "planned",
            f"{summary.planned:,}",
            f"{part}: {counted(len(plan.sessions), 'session')}, {counted(len(helped), 'student')}",
        ),
        ("of it in time", minutes(summary.in_time), "on or before the deadline, or without one"),
        ("not planned", minutes(summary.owed - summary.planned), counted(len(left), "student")),
    ]
    if agreed:
        parts = f"{counted(len(agreed), 'session')} as before, {len(plan.sessions) - len(agreed):,} new"
        rows.insert(2, ("of it agreed", minutes(sum(map(settled, agreed))), parts))
    show_table("In short", [("", "left"), ("minutes", "right"), ("", "words")], rows)
    say(how_near(summary))
    if summary.owed:
        say(left_share(plan))
    waits = sum(each.minutes for each in plan.unplanned if not each.decided)
    if waits:
        say(f"{waits:,} of the minutes not planned wait for the IEP team: nobody has said yet that they are owed.")
    if summary.verified:
        say("Each session was checked a second time, by a check that shares nothing with what made the plan.")


def _print_reasons(plan: Plan) -> None:
    found = reasons(plan.unplanned)
    say()
    show_table(
        "Not planned, and why",
        [("why", "words"), ("minutes", "right"), ("students", "right"), ("what would help", "words")],
        [[REASONS[each.why], minutes(each.minutes), f"{each.students:,}", STEPS[each.why]] for each in found],
    )


def _print_cover(plan: Plan, limits: Limits, names: Names) -> None:
    rows = [
        [names.school(each.school_id), plain(each.service_type), minutes(each.minutes), f"{each.hours:,.2f}",
         _cost(each.cost)]
        for each in plan.cover
    ]  # fmt: skip
    known = [each.cost for each in plan.cover if each.cost is not None]
    total = sum(known) if known else None
    unpriced = sum(each.hours for each in plan.cover if each.cost is None)
    whole = ["all", "", minutes(sum(each.minutes for each in plan.cover))]
    whole += [
        f"{sum(each.hours for each in plan.cover):,.2f}",
        _cost(total) + ("" if unpriced == 0 or total is None else " +"),
    ]
    say()
    show_table(
        "What a contractor would take to settle the rest",
        [("school", "words"), ("service", "left"), ("minutes", "right"), ("hours", "right"), ("cost", "right")],
        rows,
        whole,
    )
    beyond = beyond_cover(plan, limits)
    if beyond is not None:
        say(beyond)
    if any(each.rate == "staff" for each in plan.cover):
        say(
            "Staff cost: where no contractor's rate is on record, the hours are counted at the own staff's hourly cost."
        )
    if len(known) < len(plan.cover):
        say(
            "No cost: no provider of that service has an hourly_cost on record."
            + ("" if total is None else f" The sum leaves these out: the + stands for {unpriced:,.2f} hours more.")
        )


def _print_fixes(fixes: Sequence[Fix], names: Names) -> None:
    """Print the ways to more time for the school and service with the most minutes left."""
    first = fixes[0]
    place = (first.school_id, first.service_type)
    here = [each for each in fixes if (each.school_id, each.service_type) == place]
    shown = [each for each in here if each.minutes or each.kind == "as_they_are"]
    rows = [
        [way(each, names), minutes(each.minutes), f"{each.children:,}", f"{each.hours:,.1f}", _cost(each.cost)]
        for each in shown
    ]
    say()
    show_table(
        f"What more time would settle at {names.school(first.school_id or '')}, {plain(first.service_type)}",
        [("each on its own, this plan kept as it is", "words"), ("minutes", "right"), ("students", "right"),
         ("hours", "right"), ("cost", "right")],
        rows,
    )  # fmt: skip
    say(
        "Hours and cost are of all the time that is added, used or not; days that would not be used are left out. The "
        "next plan may share the same minutes out among other students."
    )
    say("Most is left there. --out DIR also looks at other schools and services.")


def _cost(cents: int | None) -> str:
    return "-" if cents is None else dollars(cents)


def _print_weeks(plan: Plan, names: Names) -> None:
    found = by_provider(plan.sessions)
    mondays = sorted({day for weeks in found.values() for day in weeks})
    shown = mondays[:_MOST_WEEKS]
    rows = []
    for provider, weeks in list(found.items())[:_MOST_ROWS]:
        each = {day: sum(settled(one) for one in sessions) for day, sessions in weeks.items()}
        rows.append(
            [names.provider(provider), *(minutes(each.get(day, 0)) for day in shown), minutes(sum(each.values()))]
        )
    say()
    heads = [(f"{words_of('en').month(day)} {day.day}", "right") for day in shown]
    show_table("Minutes planned, by provider and week", [("provider", "left"), *heads, ("all", "right")], rows)
    if len(found) > _MOST_ROWS:
        say(f"{len(found) - _MOST_ROWS:,} more providers: --out DIR writes them all.")
    if len(mondays) > _MOST_WEEKS:
        say(f"'all' counts {len(mondays) - _MOST_WEEKS} more weeks: --out DIR writes them all.")


def _print_sessions(plan: Plan, names: Names) -> None:
    if len(plan.sessions) > MOST_LISTED:
        say()
        say(f"{len(plan.sessions):,} sessions are too many to read here: --out DIR writes them, as pages and tables.")
        return
    for provider, weeks in by_provider(plan.sessions).items():
        for sessions in weeks.values():
            say()
            show_table(
                f"{names.provider(provider)}, week of {words_of('en').day(_monday(sessions[0].date))}",
                [("day", "id"), ("time", "id"), ("min", "right"), ("service", "left"), ("school", "left"),
                 ("students", "words")],
                [_row(session, names) for session in sessions],
            )  # fmt: skip


def _row(session: Session, names: Names) -> list[str]:
    who = [names.student(each.student_id) for each in session.students]
    more = len(who) - _MOST_STUDENTS
    students = ", ".join(who[:_MOST_STUDENTS]) + (f" and {more} more" if more > 0 else "")
    return [
        words_of("en").dated(session.date)[: len("Tue, Mar 16")].rstrip(","),
        clock(session.start),
        str(session.minutes),
        plain(session.service_type),
        names.school(session.school_id),
        students,
    ]


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(day.weekday())
