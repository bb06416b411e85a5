"""Minutes laid on sessions: on each, on all of them together, or both where the words allow both."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from makegood.intake.mandate.frequency import Frequency
from makegood.intake.mandate.phrases import Amount, Count, Flag, Joint, Pairing, Period, Phrase, Span, Who, Within


class Meaning(NamedTuple):
    """A meaning in the making; None for what is not said yet."""

    minutes: int | None
    sessions: int | None
    span: Span | None

    @property
    def sum(self) -> int:
        """The minutes of all sessions together."""
        return (self.minutes or 0) * (self.sessions or 1)


def paired_meanings(paired: Pairing, frequencies: list[Frequency]) -> tuple[list[Meaning], set[str]]:
    """Minutes and sessions said in one breath keep together, whatever the period."""
    flags = {"two_counts"} if any((frequency.sessions or 1) > 1 for frequency in frequencies) else set()
    spans = list(dict.fromkeys(frequency.span for frequency in frequencies))
    if paired.weekly and spans == [None]:
        spans, flags = [Span("week")], flags | {"period_assumed"}
    return [Meaning(*option, span) for span in spans for option in paired.options], flags


def meanings(
    amount: Amount | None, frequencies: Sequence[Frequency], phrases: Sequence[Phrase]
) -> tuple[list[Meaning], set[str]]:
    """Lay the minutes on each session, on all together, or both where the words allow both."""
    found: list[Meaning] = []
    flags: set[str] = set()
    together = _together([each for each in phrases if not isinstance(each, Flag | Who)])
    periods = sum(isinstance(each, Period | Within) for each in phrases)
    if periods > 1 and len({frequency.span for frequency in frequencies}) > 1:
        together = ""
    for frequency in frequencies:
        for minutes in amount.minutes if amount else (None,):
            sessions = frequency.sessions or (1 if amount and amount.role == "one" else None)
            each = Meaning(minutes, sessions, frequency.span)
            if amount is None or minutes is None or (sessions or 1) == 1:
                found.append(each)
                continue
            way = _way(amount, frequency, together)
            split = _split(each)
            found += {"each": [each], "split": [split], "both": [split, each]}[way]
            if way == "both":
                flags.add("total_or_each")
            elif way == "split" and split.sessions != sessions:
                flags.add("arithmetic")
    return found, flags


def _way(amount: Amount, frequency: Frequency, together: str) -> Literal["each", "split", "both"]:
    """Say how the minutes lie: on each session, on all of them, or either."""
    if amount.role in {"each", "one"}:
        return "each"
    if amount.role == "total":
        return "split"
    if frequency.lay == "tied" or not together:
        return "each"
    return "split" if together == "split" and frequency.lay == "free" else "both"


def _split(each: Meaning) -> Meaning:
    """Lay minutes over sessions; if that gives no whole minutes, only their sum is known."""
    whole, rest = divmod(each.minutes or 0, each.sessions or 1)
    return each._replace(sessions=None) if rest else each._replace(minutes=whole)


def _together(phrases: Sequence[Phrase]) -> str:
    """Say whether the minutes can be those of all sessions: `split`, `maybe` or not at all.

    They can where the period belongs to the minutes, '60 min a week, 2 sessions', or where
    nothing ties the sessions to them, '2 sessions 60 min a week'.
    """
    if any(isinstance(each, Count) and each.role == "split" for each in phrases):
        return "split"
    place = next((at for at, each in enumerate(phrases) if isinstance(each, Amount)), None)
    if place is None:
        return ""
    rest = [each for each in phrases[place + 1 :] if not isinstance(each, Joint)]
    if not rest or not isinstance(rest[0], Period):
        return ""
    before = phrases[place - 1] if place else None
    if isinstance(before, Joint) and before.word not in {",", "(", ")", "/", "-"}:
        before = phrases[place - 2] if place > 1 else None
        return "" if isinstance(before, Count) else "maybe"
    return "" if isinstance(before, Count) and before.role == "plain" else "maybe"
