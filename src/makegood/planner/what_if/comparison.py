"""Two plans side by side: today, and what if."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from makegood.planner.what_if.figures import Figures, figures_of
from makegood.planner.what_if.new_debt import new_debt
from makegood.plans.instance import Instance
from makegood.plans.plan import Plan
from makegood.records import Records

Unit = Literal["minutes", "students", "hours", "dollars"]

ROWS: Final[tuple[tuple[str, str, Unit], ...]] = (
    ("owed", "Owed and open", "minutes"),
    ("planned", "Planned", "minutes"),
    ("in_time", "Planned in time", "minutes"),
    ("unplanned", "Not planned", "minutes"),
    ("bound", "No plan can settle more than", "minutes"),
    ("new_debt", "Regular minutes that nobody would hold", "minutes"),
    ("students", "Students to whom something is owed", "students"),
    ("everything", "Students who get all of it", "students"),
    ("something", "Students who get some or all", "students"),
    ("nothing", "Students who get nothing", "students"),
    ("held", "Time of providers in make-ups", "hours"),
    ("without_cost", "Of it without a known cost", "hours"),
    ("on_screen", "Of it over a screen, an adult with the student", "hours"),
    ("cost", "Cost of the time with a known cost", "dollars"),
)
"""Each figure's name, what people call it, and the unit that it is shown in."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of both plans: minutes (shown as hours where it says so), students or cents."""

    name: str
    says: str
    unit: Unit
    today: int
    then: int

    def cells(self) -> tuple[str, str, str, str]:
        """Return the row for a table: what it is, today, what if, and the difference with its sign."""
        difference = self.then - self.today
        sign = "+" if difference > 0 else "-" if difference else ""
        change = f"{sign}{_shown(abs(difference), self.unit)}" if difference else "same"
        return self.says, _shown(self.today, self.unit), _shown(self.then, self.unit), change


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Today beside what if.

    Attributes:
        notes: What the figures leave out, in sentences.
        until: The last day of both plans, if today was planned further for this than by itself.
    """

    today: Figures
    then: Figures
    notes: tuple[str, ...]
    until: dt.date | None = None

    def rows(self) -> Iterator[Row]:
        """Yield the rows; a figure that is 0 in both plans is left out, unless it is of minutes or students."""
        for name, says, unit in ROWS:
            today, then = getattr(self.today, name), getattr(self.then, name)
            if today or then or (unit in {"minutes", "students"} and name != "new_debt"):
                yield Row(name, says, unit, today, then)

    def as_dict(self) -> dict[str, Any]:
        """Return both plans' figures for JSON: minutes, numbers of students, and cost in dollars."""
        today, then = (asdict(each) | {"cost": each.cost / 100} for each in (self.today, self.then))
        return {"today": today, "then": then, "notes": list(self.notes)}


def compare(
    today: Plan,
    then: Plan,
    before: Instance,
    after: Instance,
    records: Records | None = None,
    *,
    until: dt.date | None = None,
) -> Comparison:
    """Set two plans side by side.

    Args:
        today: The plan of the facts as they are.
        then: The plan of the facts as changed.
        before: The facts as they are.
        after: The facts as changed, of `apply`.
        records: The records, so that new debt also counts services without weekly slots.
        until: The last day of both plans, if today was planned further for this than by itself.
    """
    lost = new_debt(before, after, records)
    one, other = figures_of(today, before), figures_of(then, after, lost)
    notes = tuple(_notes(one, other, before, after, until))
    return Comparison(today=one, then=other, notes=notes, until=until)


def _notes(one: Figures, other: Figures, before: Instance, after: Instance, until: dt.date | None) -> Iterator[str]:
    yield (
        f"Both columns count what is owed and open today. Today's plan runs up to {before.last}, the what-if up to "
        f"{after.last}."
    )
    if until is not None:
        yield (
            f"So that the difference is the change alone, today is planned up to {until} here, with the hours, "
            "sessions and absences that are on record for these days."
        )
    if other.new_debt:
        yield (
            f"{other.new_debt:,} minutes of regular sessions would have nobody to hold them. They come on top of what "
            "is owed; no make-up is planned for them here. Whether they are owed is for the policy to say, once they "
            "are missed."
        )
    apart = abs(other.planned - one.planned)
    # Beyond what any plan of the other could settle, a difference is no matter of the search.
    if apart and other.planned <= one.bound and one.planned <= other.bound:
        yield (
            f"Each plan is the best that was found: today's is at most {one.bound - one.planned:,} minutes short of "
            f"the best there is, the other {other.bound - other.planned:,}. So a difference of {apart:,} planned "
            "minutes may come of the search alone."
        )
    if other.on_screen:
        yield (
            f"An adult sits with the student in each session over a screen: {_shown(other.on_screen, 'hours')} hours "
            "that are not in the cost."
        )
    if after.last > before.last:
        yield (
            f"Nothing is on record after {before.last}: only the days and times that the what-if names are used then, "
            "and each is taken for a day without school."
        )
    if one.without_cost or other.without_cost:
        yield "Some providers' hourly cost is not on record: their time is not in the cost."
    yield "Cost is the time of the make-up sessions at the hourly cost; preparing, writing and travel are not in it."


def _shown(figure: int, unit: Unit) -> str:
    if unit == "hours":
        hundredths = (2 * 100 * figure + 60) // 120
        return f"{hundredths // 100:,}.{hundredths % 100:02d}"
    return f"{figure // 100:,}.{figure % 100:02d}" if unit == "dollars" else f"{figure:,}"
