"""A child's account as the page shows it: the statement, and bars that count as the ledger does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makegood.answers.answer import Answer
from makegood.answers.statement import statement
from makegood.statements.statement.statement import Audience, MissLine, ServiceStatement, Statement
from makegood.terms.language import Lang
from makegood.web.access.asked import Asked
from makegood.web.records.models import MODELS
from makegood.web.records.read import records_of_children
from makegood.web.records.versions import holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a bar, in thousandths of its width.

    Attributes:
        name: `given`, `made_up`, `missed`, `unrecorded` or `still_due`.
    """

    name: str
    begin: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What became of what was due so far, in minutes. Of what was missed some was made up."""

    given: int
    missed: int
    made_up: int
    unrecorded: int
    still_due: int

    @property
    def pieces(self) -> list[Piece]:
        """The pieces, from the left."""
        made_up = min(self.made_up, self.missed)
        sizes = {
            "given": self.given,
            "made_up": made_up,
            "missed": self.missed - made_up,
            "unrecorded": self.unrecorded,
            "still_due": self.still_due,
        }
        whole = sum(sizes.values())
        pieces, begin = [], 0
        for name, size in sizes.items():
            end = begin + size
            if size:
                left = begin * 1000 // whole
                pieces.append(Piece(name=name, begin=left, width=end * 1000 // whole - left))
            begin = end
        return pieces


def answer_for(asked: Asked, lang: Lang, audience: Audience = "family") -> Answer[Statement]:
    """Return the statement of the child that is asked about, up to today."""
    id_ = asked.the_child.student_id
    report = records_of_children({id_}, asked.day)
    if report.records is None:
        return Answer(None, report.findings)
    return statement(report.records, id_, asked.day, lang=lang, audience=audience, findings=report.every)


def bar_of(service: ServiceStatement) -> Bar | None:
    """Return the bar of a service; None if nothing was due yet."""
    figures = {part.name: part.minutes for sum_ in service.sums for part in (sum_.whole, *sum_.parts)}
    bar = Bar(
        given=figures["delivered"] + figures["delivered_differently"],
        missed=figures["missed"],
        made_up=figures["made_up"],
        unrecorded=figures["unrecorded"],
        still_due=figures["still_due"],
    )
    return bar if bar.pieces else None


def things_of(misses: Sequence[MissLine]) -> Iterator[tuple[MissLine, str]]:
    """Yield each miss with what its *why?* is found by: a session's random id, or a service's and a day."""
    sessions = holding(MODELS["sessions"]).filter(
        session_id__in=[miss.session_id for miss in misses if miss.session_id]
    )
    services = holding(MODELS["services"]).filter(service_id__in={miss.service_id for miss in misses})
    session_refs = dict(sessions.values_list("session_id", "ref"))
    service_refs = dict(services.values_list("service_id", "ref"))
    for miss in misses:
        if miss.session_id:
            yield miss, session_refs[miss.session_id]
        else:
            yield miss, f"{service_refs[miss.service_id]}.{miss.date.isoformat()}"
