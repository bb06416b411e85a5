"""A child's account as the page shows it: the statement, and bars that count as the ledger does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makegood.answers.answer import Answer
from makegood.answers.statement import statement
from makegood.records import Records
from makegood.statements.statement.statement import MissLine, ServiceStatement, Statement
from makegood.terms.language import Lang
from makegood.web.access.asked import Asked
from makegood.web.records.read import records_of_children
from makegood.web.records.refs import refs_of


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
    def says_nothing(self) -> bool:
        """Whether nothing at all is on record of what was due: "0 of 24 sessions" would read as none given."""
        return bool(self.unrecorded) and not (self.given or self.missed)

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


def account_of(asked: Asked, lang: Lang, *, pictures: bool = False) -> tuple[Records | None, Answer[Statement]]:
    """Return the records of the child that is asked about, and its statement for a family, up to today.

    Args:
        asked: Who asks about whom.
        lang: The statement's language.
        pictures: Whether each service has the picture of its weeks; pages show bars in their place.
    """
    id_ = asked.the_child.student_id
    report = records_of_children({id_}, asked.day)
    if report.records is None:
        return None, Answer(None, report.findings)
    answer = statement(report.records, id_, asked.day, lang=lang, findings=report.every, pictures=pictures)
    return report.records, answer


def answer_for(asked: Asked, lang: Lang) -> Answer[Statement]:
    """Return the statement of the child that is asked about, for a family, up to today."""
    return account_of(asked, lang)[1]


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
    sessions = refs_of("sessions", [miss.session_id for miss in misses if miss.session_id])
    services = refs_of("services", {miss.service_id for miss in misses if not miss.session_id})
    for miss in misses:
        if miss.session_id:
            yield miss, sessions[miss.session_id]
        else:
            yield miss, f"{services[miss.service_id]}.{miss.date.isoformat()}"
