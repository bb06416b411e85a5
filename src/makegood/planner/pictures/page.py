"""The pages of a plan: one for the director, and one for each provider and child who is in it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from markupsafe import Markup

from makegood.planner.explain.accounts import Account, Accounts
from makegood.planner.explain.placed import Placed, placed
from makegood.planner.figures import by_provider, by_student, reasons, weeks
from makegood.planner.fixes import Fix
from makegood.planner.pictures import child_week, provider_week
from makegood.planner.pictures.debt_falling import debt_falling, in_words
from makegood.planner.pictures.facts import Facts
from makegood.planner.pictures.telling import ENGLISH, Telling
from makegood.planner.pictures.timetable import Kind, Timetable
from makegood.planner.pictures.timetable_svg import PATTERNS, swatch, timetable_svg
from makegood.planner.pictures.week_table import Row, rows_by_day
from makegood.planner.what_if import Comparison, in_short
from makegood.planner.what_if.in_short import COLUMNS as IN_SHORT
from makegood.planner.what_if.in_short import EXPLAINED
from makegood.planner.wording import (
    REASONS,
    STEPS,
    Names,
    beyond_cover,
    dollars,
    how_near,
    left_share,
    percent,
    place,
    plain,
    price_of_rest,
    way,
)
from makegood.plans.instance import Instance, Session
from makegood.plans.plan import Plan
from makegood.statements.statement.page import PAGES as STATEMENT_PAGES
from makegood.statements.templates import templates
from makegood.statements.wording.words import words_of
from makegood.terms.file_name import file_name
from makegood.terms.language import Lang
from makegood.terms.visible import visible_lines

PAGES: Final = Path(__file__).parent / "html"
MOST_WEEKS: Final = 120
"""With more weeks of providers than this the director's page would be too long to read; it leads to theirs instead."""
MOST_LINES: Final = 2000
"""The same for what is owed to children, in lines: then the tables for a spreadsheet have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One week of one person, ready for a page.

    Attributes:
        key: Letters and digits that no other week of the page has.
        rows: Every block in words, by day.
        sessions: The make-ups of the week.
    """

    key: str
    title: str
    monday: dt.date
    before: Markup
    after: Markup
    timetable: Timetable
    rows: Mapping[str, Sequence[Row]]
    sessions: Sequence[Session]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A provider or a child with make-ups, and where their own page lies.

    Attributes:
        key: Letters and digits that nobody else of the page has.
        held: The make-ups by week.
        draw: Draws one of these weeks.
        telling: How the page speaks.
        account: What is owed to a child, and what becomes of it; None for a provider.
    """

    kind: Literal["provider", "student"]
    key: str
    name: str
    file: str
    named: Mapping[Kind, str]
    held: Mapping[dt.date, Sequence[Session]]
    draw: Callable[[dt.date, Sequence[Session]], Timetable]
    telling: Telling = ENGLISH
    account: Account | None = None

    @property
    def weeks(self) -> Iterator[Shown]:
        """Draw the weeks, one at a time: those of a large district together would fill the memory."""
        for n, (day, sessions) in enumerate(self.held.items()):
            table, key = self.draw(day, sessions), f"{self.key}w{n}"
            title = self.telling.week(day)
            before, after = (
                timetable_svg(
                    table,
                    f"{self.name}, {title[:1].lower()}{title[1:]}, {self.telling.say(word).lower()}",
                    self.named,
                    f"{key}{word}",
                    after=word == "after",
                    telling=self.telling,
                )
                for word in ("before", "after")
            )
            yield Shown(
                key=key,
                title=title,
                monday=day,
                before=before,
                after=after,
                timetable=table,
                rows=rows_by_day(table, self.named, self.telling),
                sessions=sessions,
            )


def pages(
    instance: Instance,
    plan: Plan,
    names: Names,
    beside: Mapping[str, Comparison] | None = None,
    fixes: Sequence[Fix] = (),
    *,
    lang: Lang = "en",
    settled: Iterable[Placed] | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield the pages with their places in the folder: `plan.html`, and one in `weeks` for each person.

    A person's page shows nothing of anybody else's week, so that it can be handed on; a provider's names the
    children who come, a child's the provider. Every child to whom something is owed has a page.

    Args:
        instance: The facts that the plan was made from.
        plan: The plan.
        names: Names of places, and of people if they were asked for.
        beside: What-ifs by their names, each set beside this plan.
        fixes: What more time would settle.
        lang: The language of the children's pages.
        settled: What the plan settles, if it was looked at already.
    """
    facts = Facts(instance, plan)
    render = _renderer(names)
    accounts = Accounts(instance, placed(instance, plan.sessions) if settled is None else settled, plan.unplanned)
    people = [*_providers(facts, plan, names), *_students(facts, plan, accounts, names)]
    fallen = weeks(plan, instance.first, instance.last)
    context = {
        "instance": instance,
        "plan": plan,
        "summary": plan.summary,
        "near": how_near(plan.summary),
        "share": left_share(plan),
        "reasons": reasons(plan.unplanned),
        "waits": sum(each.minutes for each in plan.unplanned if not each.decided),
        "students_left": len({each.student_id for each in plan.unplanned}),
        "students_helped": len(plan.helped),
        "weeks": fallen,
        "debt": debt_falling(fallen, plan.summary.owed, plan.summary.bound),
        "debt_words": in_words(fallen, plan.summary.owed, plan.summary.bound),
        "people": people,
        "whole": {
            "provider": sum(len(each.held) for each in people if each.kind == "provider") <= MOST_WEEKS,
            "student": sum(len(each.lines) for each in accounts.students.values()) <= MOST_LINES,
        },
        "beside": beside or {},
        "beside_in_short": list(in_short((beside or {}).items())) if len(beside or {}) > 1 else [],
        "fixes": [(place_, list(those)) for place_, those in groupby(fixes, lambda fix: place(fix, names))],
        "places": accounts.places,
        "beyond": beyond_cover(plan, instance.limits),
        "price": price_of_rest(plan),
    }
    yield "plan.html", render("plan.html.j2", context)
    for person in people:
        if person.kind == "provider":
            yield f"weeks/{person.file}", render("person.html.j2", {"person": person})
    for person in _students(facts, plan, accounts, names, Telling(lang, family=True)):
        yield f"weeks/{person.file}", render("person.html.j2", {"person": person})


def _providers(facts: Facts, plan: Plan, names: Names) -> Iterator[Person]:
    for n, (id_, held) in enumerate(by_provider(plan.sessions).items()):
        yield Person(
            kind="provider",
            key=f"p{n}",
            name=names.provider(id_),
            file=f"provider {file_name(id_)}.html",
            named=provider_week.NAMED,
            held=held,
            draw=partial(provider_week.provider_week, facts, id_),
        )


def _students(
    facts: Facts, plan: Plan, accounts: Accounts, names: Names, telling: Telling = ENGLISH
) -> Iterator[Person]:
    held = by_student(plan.sessions)
    for n, (id_, account) in enumerate(accounts.students.items()):
        yield Person(
            kind="student",
            key=f"s{n}",
            name=names.student(id_),
            file=f"student {file_name(id_)}.html",
            named=telling.kinds(),
            held=held.get(id_, {}),
            draw=partial(child_week.child_week, facts, id_, telling=telling),
            telling=telling,
            account=account,
        )


def _renderer(names: Names) -> Callable[[str, Mapping[str, object]], str]:
    environment = templates(PAGES)
    words = words_of("en")
    environment.globals |= {
        "css": styles(),
        "patterns": PATTERNS,
        "swatch": swatch,
        "words": words,
        "summary_of": _summary_of,
        "is_placed": lambda line: isinstance(line.piece, Placed),
        "plain": plain,
        "percent": percent,
        "counted": lambda n, one: f"{n:,} {one}{'' if n == 1 else 's'}",
        "names": names,
        "place": place,
        "way": way,
        "IN_SHORT": IN_SHORT,
        "EXPLAINED": EXPLAINED,
        "REASONS": REASONS,
        "STEPS": STEPS,
        "dollars": lambda cents: "not known" if cents is None else dollars(cents),
    }
    environment.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return lambda name, context: visible_lines(environment.get_template(name).render(**context))


def styles() -> Markup:
    """Return the styles of a plan's page and of a week's."""
    sheets = ((STATEMENT_PAGES, "statement.css"), (PAGES, "plan.css"))
    texts = (folder.joinpath(name).read_text(encoding="utf-8") for folder, name in sheets)
    return Markup("\n".join(texts))  # noqa: S704 - our own files


def _summary_of(person: Person) -> str:
    """Return one line about a person: how many minutes have a place, and how many weeks have a make-up."""
    weeks_ = f"{len(person.held)} week{'' if len(person.held) == 1 else 's'} with make-ups"
    if person.account is None:
        return weeks_
    owed, planned = person.account.owed, person.account.planned
    part = f"{'all' if planned == owed else 'none' if not planned else f'{planned:,}'} of {owed:,} minutes have a place"
    return f"{part}, {weeks_}"
