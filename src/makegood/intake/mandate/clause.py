"""One amount with what is said about it, and everything that it can mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from makegood.intake.mandate.frequency import frequency
from makegood.intake.mandate.meanings import Meaning, meanings, paired_meanings
from makegood.intake.mandate.phrases import Amount, Flag, Joint, Pairing, Period, Span, Who
from makegood.intake.mandate.segments import Segment

_AGAIN: Final = frozenset({"=", "(", ":"})


@dataclass(frozen=True, slots=True)
class Clause:
    """What one amount of a text can mean. `link` is the word or sign that joins it to the clause before."""

    meanings: tuple[Meaning, ...]
    flags: frozenset[str]
    who: tuple[Who, ...]
    role: str
    link: str

    @property
    def counted(self) -> bool:
        """Whether the clause itself says how many sessions."""
        return all(meaning.sessions is not None for meaning in self.meanings)


def read_clause(segment: Segment) -> Clause:
    """Return what the phrases of one amount can mean."""
    phrases = segment.phrases
    frequencies, raised = frequency(phrases)
    flags = raised | {phrase.name for phrase in phrases if isinstance(phrase, Flag)} | _stray(segment)
    amount = next((each for each in phrases if isinstance(each, Amount)), None)
    paired = next((each for each in phrases if isinstance(each, Pairing)), None)
    if paired is not None:
        found, more = paired_meanings(paired, frequencies)
    else:
        found, more = meanings(amount, frequencies, phrases)
    role = amount.role if amount else "plain"
    if role == "plain" and Joint("sessions") in phrases:
        role = "each"
    who = tuple(dict.fromkeys(each for each in phrases if isinstance(each, Who)))
    return Clause(tuple(dict.fromkeys(found)), frozenset(flags | more), who, role, segment.link)


def _stray(segment: Segment) -> set[str]:
    """Name what joints inside a segment leave open: an 'or', a sum without a result, a lost count."""
    inner = [phrase for phrase in segment.phrases[1 if segment.link else 0 :] if not isinstance(phrase, Flag)]
    flags: set[str] = set()
    for before, joint, after in zip(inner, inner[1:], [*inner[2:], None], strict=False):
        if joint == Joint("or"):
            flags.add("alternatives")
        elif joint == Joint("=") or (
            joint == Joint("and") and not any(isinstance(x, Who | Joint) for x in (before, after))
        ):
            flags.add("unparsed")
        elif joint == Joint("x") and isinstance(before, Amount) and isinstance(after, Period):
            flags.add("count_assumed")
    return flags


def shared(clauses: Sequence[Clause]) -> list[Clause]:
    """Give each clause that names no period the only one that is named.

    A total that names no period, and stands alone, is for the whole IEP.
    """
    spans = {meaning.span for clause in clauses for meaning in clause.meanings if meaning.span}
    if not spans and len(clauses) == 1 and clauses[0].role == "total":
        spans = {Span("iep")}
    span = next(iter(spans)) if len(spans) == 1 else None
    return [
        replace(clause, meanings=tuple(meaning._replace(span=meaning.span or span) for meaning in clause.meanings))
        for clause in clauses
    ]


def relate(first: Clause, second: Clause) -> tuple[list[tuple[Meaning, Clause]], set[str]]:
    """Return what two clauses can mean together, each with its clause, and the flags raised."""
    both = [(meaning, clause) for clause in (first, second) for meaning in clause.meanings]
    if second.link == "or":
        return both, {"alternatives"}
    spans = {meaning.span for meaning, _ in both}
    again = second.link in _AGAIN or "total" in {first.role, second.role}
    same = any(a.sum == b.sum for a in first.meanings for b in second.meanings)
    if _advises(first) != _advises(second) and second.link != "=" and not (same and second.link == "("):
        return both, {"several_parts"}
    if len(spans) > 1:
        return both, {"two_periods" if again else "several_parts"}
    for detail, total in ((second, first), (first, second)):
        if detail.role == "each" and not detail.counted and total.role != "each":
            return _laid_out(detail, total, both)
    agreed = [
        (a, first) if first.counted else (b, second) for a in first.meanings for b in second.meanings if a.sum == b.sum
    ]
    if agreed and (again or first.counted != second.counted):
        return agreed, set()
    return both, {"arithmetic" if again else "several_parts"}


def _advises(clause: Clause) -> bool:
    """Say whether a clause is of advice to adults, which is no part of what the child gets."""
    return any(who.delivery in {"consult", "indirect"} for who in clause.who)


def _laid_out(
    detail: Clause, total: Clause, both: Sequence[tuple[Meaning, Clause]]
) -> tuple[list[tuple[Meaning, Clause]], set[str]]:
    """Find the number of sessions: 60 minutes a week in 30-minute sessions are two."""
    found = []
    for one in detail.meanings:
        for whole in total.meanings:
            sessions, rest = divmod(whole.sum, one.minutes or 1)
            if not rest and whole.sessions in {None, 1, sessions}:
                found.append((one._replace(sessions=sessions), detail))
    return (found, set()) if found else (list(both), {"arithmetic"})
