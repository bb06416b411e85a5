"""The pages of a plan: one for the director, and one for each provider and child who is in it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from makegood.planner.figures import by_provider, by_student, reasons, weeks
from makegood.planner.fixes import Fix
from makegood.planner.instance import Instance, Session
from makegood.planner.pictures import child_week, debt_falling, provider_week, timetable_svg
from makegood.planner.pictures.facts import Facts
from makegood.planner.pictures.timetable import Kind, Timetable
from makegood.planner.plan import Plan
from makegood.planner.plan_json import clock
from makegood.planner.what_if import Comparison
from makegood.planner.wording import REASONS, STEPS, Names, how_near, left_share, percent, place, plain, way
from makegood.statements.sentences import words_of
from makegood.statements.statement_html import PAGES as STATEMENT_PAGES

PAGES: Final = Path(__file__).parent / "html"
MOST_WEEKS: Final = 120
"""With more weeks of people than this the director's page would be too long to read; it leads to theirs instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One week of one person, ready for a page.

    Attributes:
        key: Letters and digits that no other week of the page has.
        sessions: The make-ups of the week.
    """

    key: str
    title: str
    before: Markup
    after: Markup
    timetable: Timetable
    sessions: Sequence[Session]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A provider or a child with make-ups, and where their own page lies."""

    kind: Literal["provider", "student"]
    id: str
    name: str
    file: str
    named: Mapping[Kind, str]
    weeks: Sequence[Shown]


def pages(
    instance: Instance,
    plan: Plan,
    names: Names,
    beside: Mapping[str, Comparison] | None = None,
    fixes: Sequence[Fix] = (),
) -> dict[str, str]:
    """Return the pages by their place in the folder: `plan.html`, and one in `weeks` for each person.

    A person's page shows nothing of anybody else's week, so that it can be handed on; a provider's names the
    children who come, a child's the provider.

    Args:
        instance: The facts that the plan was made from.
        plan: The plan.
        names: Names of places, and of people if they were asked for.
        beside: What-ifs by their names, each set beside this plan.
        fixes: What more time would settle.
    """
    facts = Facts(instance, plan)
    render = _renderer(names)
    people = list(_people(facts, plan, names))
    made = {
        f"weeks/{person.file}": render("person.html.j2", {"person": person, "home": "../plan.html"})
        for person in people
    }
    drawn = sum(len(person.weeks) for person in people) <= MOST_WEEKS
    fallen = weeks(plan, instance.first, instance.last)
    context = {
        "instance": instance,
        "plan": plan,
        "summary": plan.summary,
        "near": how_near(plan.summary),
        "share": left_share(plan.summary),
        "reasons": reasons(plan.unplanned),
        "waits": sum(each.minutes for each in plan.unplanned if not each.decided),
        "students_left": len({each.student_id for each in plan.unplanned}),
        "students_helped": len({each.student_id for session in plan.sessions for each in session.students}),
        "weeks": fallen,
        "debt": debt_falling.debt_falling(fallen, plan.summary.owed, plan.summary.bound),
        "debt_words": debt_falling.in_words(fallen, plan.summary.owed, plan.summary.bound),
        "people": people,
        "drawn": drawn,
        "beside": beside or {},
        "fixes": fixes,
    }
    return {"plan.html": render("plan.html.j2", context), **made}


def _people(facts: Facts, plan: Plan, names: Names) -> Iterator[Person]:
    for n, (id_, held) in enumerate(by_provider(plan.sessions).items()):
        yield Person(
            kind="provider",
            id=id_,
            name=names.provider(id_),
            file=f"provider {quote(id_, safe=' ')}.html",
            named=provider_week.NAMED,
            weeks=_weeks(held, f"p{n}", names.provider(id_), provider_week.NAMED, _drawer(facts, id_)),
        )
    for n, (id_, held) in enumerate(by_student(plan.sessions).items()):
        yield Person(
            kind="student",
            id=id_,
            name=names.student(id_),
            file=f"student {quote(id_, safe=' ')}.html",
            named=child_week.NAMED,
            weeks=_weeks(held, f"s{n}", names.student(id_), child_week.NAMED, _drawer(facts, id_, child=True)),
        )


def _drawer(facts: Facts, id_: str, *, child: bool = False) -> Callable[[dt.date, Sequence[Session]], Timetable]:
    draw = child_week.child_week if child else provider_week.provider_week
    return lambda day, sessions: draw(facts, id_, day, sessions)


def _weeks(
    held: Mapping[dt.date, Sequence[Session]],
    key: str,
    who: str,
    named: Mapping[Kind, str],
    draw: Callable[[dt.date, Sequence[Session]], Timetable],
) -> list[Shown]:
    found = []
    for n, (day, sessions) in enumerate(held.items()):
        table = draw(day, sessions)
        title = f"Week of {words_of('en').day(day)}"
        said = f"{who}, {title[:1].lower()}{title[1:]}"
        before, after = (
            timetable_svg.timetable_svg(table, f"{said}, {word}", named, f"{key}w{n}{word}", after=word == "after")
            for word in ("before", "after")
        )
        shown = Shown(key=f"{key}w{n}", title=title, before=before, after=after, timetable=table, sessions=sessions)
        found.append(shown)
    return found


def _renderer(names: Names) -> Callable[[str, Mapping[str, object]], str]:
    environment = Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    css = "\n".join(
        folder.joinpath(name).read_text(encoding="utf-8")
        for folder, name in ((STATEMENT_PAGES, "statement.css"), (PAGES, "plan.css"))
    )
    words = words_of("en")
    environment.globals |= {
        "css": Markup(css),  # noqa: S704 - our own files
        "patterns": timetable_svg.PATTERNS,
        "swatch": timetable_svg.swatch,
        "words": words,
        "clock": clock,
        "plain": plain,
        "percent": percent,
        "counted": lambda n, one: f"{n:,} {one}{'' if n == 1 else 's'}",
        "names": names,
        "place": place,
        "way": way,
        "REASONS": REASONS,
        "STEPS": STEPS,
        "dollars": lambda cents: "not known" if cents is None else f"${cents / 100:,.2f}",
    }
    return lambda name, context: environment.get_template(name).render(**context)
