"""Who is meant, where a text says it more than once."""

from collections.abc import Sequence

from makegood.intake.mandate.phrases import Who


def company(named: Sequence[Who]) -> list[Who]:
    """Return the most exact of what is said; several if they do not agree."""
    return [who for who in named if not any(_says_more(other, who) for other in named)]


def _says_more(other: Who, who: Who) -> bool:
    """Say whether another naming holds this one and more: 'direct' and 'individual'."""
    if other.delivery == who.delivery:
        return who.group_max is None and other.group_max is not None
    return (who.delivery, other.delivery) in {
        ("direct", "individual"),
        ("direct", "group"),
        ("indirect", "consult"),
    }
