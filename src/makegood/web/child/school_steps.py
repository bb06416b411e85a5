"""What those who work at a school can do about a child's account: their own steps, never the advice for a family."""

from collections.abc import Sequence
from dataclasses import dataclass

from makegood.statements.statement.statement import Statement
from makegood.web.access.asked import Asked
from makegood.web.papers.letters import kinds_for
from makegood.web.words.all import SiteWords


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolStep:
    """A step.

    Attributes:
        letters: The letters that help with it and that this person may write: kind and title.
    """

    text: str
    letters: Sequence[tuple[str, str]]


def school_steps(asked: Asked, statement: Statement, words: SiteWords) -> list[SchoolStep]:
    """Return what follows for the one who looks, from what is open, what waits for the team and what is unrecorded."""
    w = words.child
    figures: dict[str, int] = {}
    for service in statement.services:
        for sum_ in service.sums:
            for part in sum_.parts:
                figures[part.name] = figures.get(part.name, 0) + part.minutes
    may = kinds_for(asked)
    found = []
    for text, names, kinds in (
        (w.step_team, ("team_decides",), ("prior_written_notice", "agreement")),
        (w.step_open, ("open", "overdue"), ("make_up_offer",)),
        (w.step_unrecorded, ("unrecorded",), ()),
    ):
        minutes = sum(figures.get(name, 0) for name in names)
        if minutes:
            letters = [(kind, words.papers.kinds[kind].title) for kind in kinds if kind in may]
            found.append(SchoolStep(text=text.format(minutes=words.statement.minutes(minutes)), letters=letters))
    return found
