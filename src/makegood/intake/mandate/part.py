"""One amount with what is said about it, and every draft that it can mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from makegood.intake.mandate.drafts import Draft, drafts, paired_drafts
from makegood.intake.mandate.phrases import Amount, Flag, Joint, Pairing, Period, Span, Who
from makegood.intake.mandate.pieces import Piece
from makegood.intake.mandate.rhythm import beats


@dataclass(frozen=True, slots=True)
class Part:
    """What one amount of a text can mean. `link` is the word or sign that joins it to the part before."""

    drafts: tuple[Draft, ...]
    flags: frozenset[str]
    who: tuple[Who, ...]
    role: str
    link: str

    @property
    def counted(self) -> bool:
        """Whether the part itself says how many sessions."""
        return all(draft.sessions is not None for draft in self.drafts)


def read_part(piece: Piece) -> Part:
    """Return what the phrases of one amount can mean."""
    phrases = piece.phrases
    rhythm, raised = beats(phrases)
    flags = raised | {phrase.name for phrase in phrases if isinstance(phrase, Flag)} | _stray(piece)
    amount = next((each for each in phrases if isinstance(each, Amount)), None)
    paired = next((each for each in phrases if isinstance(each, Pairing)), None)
    if paired is not None:
        found, more = paired_drafts(paired, rhythm)
    else:
        found, more = drafts(amount, rhythm, phrases)
    role = amount.role if amount else "plain"
    if role == "plain" and Joint("sessions") in phrases:
        role = "each"
    who = tuple(dict.fromkeys(each for each in phrases if isinstance(each, Who)))
    return Part(tuple(dict.fromkeys(found)), frozenset(flags | more), who, role, piece.link)


def _stray(piece: Piece) -> set[str]:
    """Name what joints inside a piece leave open: an 'or', a sum without a result, a lost count."""
    inner = [phrase for phrase in piece.phrases[1 if piece.link else 0 :] if not isinstance(phrase, Flag)]
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


def shared(parts: Sequence[Part]) -> list[Part]:
    """Give each part that names no period the only one that is named.

    A total that names no period, and stands alone, is for the whole IEP.
    """
    spans = {draft.span for part in parts for draft in part.drafts if draft.span}
    if not spans and len(parts) == 1 and parts[0].role == "total":
        spans = {Span("iep")}
    span = next(iter(spans)) if len(spans) == 1 else None
    return [
        replace(part, drafts=tuple(draft._replace(span=draft.span or span) for draft in part.drafts)) for part in parts
    ]
