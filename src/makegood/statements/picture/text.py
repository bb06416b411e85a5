"""The picture as text: one sign a week, meaningful without colour and in 80 columns."""

from collections.abc import Iterator
from typing import Final

from makegood.statements.picture.picture import STATES, Picture, State, month_starts
from makegood.statements.wording.words import Words

BLOCKS: Final[dict[State, str]] = dict(zip(STATES, "█▄░?:…·-", strict=True))
PLAIN: Final[dict[State, str]] = dict(zip(STATES, "#+o?:~.-", strict=True))
MAKE_UP: Final = "^"
_MOST: Final = 53


def picture_lines(picture: Picture, words: Words, *, plain: bool = False) -> Iterator[str]:
    """Yield the lines of a picture: months, weeks, make-ups under them, legend.

    Args:
        picture: The weeks.
        words: The language.
        plain: Whether to keep to ASCII, for terminals without blocks.
    """
    signs = PLAIN if plain else BLOCKS
    for begin in range(0, len(picture.weeks), _MOST):
        weeks = picture.weeks[begin : begin + _MOST]
        months = [" "] * (len(weeks) + 4)
        for n in month_starts(weeks, 4):
            name = words.month(weeks[n].monday)
            months[n : n + len(name)] = name
        since = f"  ({words.short_day(weeks[0].monday)})" if len(picture.weeks) > _MOST else ""
        yield "  " + "".join(months).rstrip() + since
        yield "  " + "".join(signs[week.state] for week in weeks)
        if any(week.make_up for week in weeks):
            yield "  " + "".join(MAKE_UP if week.make_up else " " for week in weeks).rstrip()
    for state, n in picture.counts.items():
        yield f"  {signs[state]} {words.picture.states[state]}: {words.weeks(n)}"
    held = sum(week.make_up > 0 for week in picture.weeks)
    if held:
        yield f"  {MAKE_UP} {words.picture.make_up_held}: {words.weeks(held)}"
