"""Of which school year days are that are written without a year."""

import datetime as dt
from collections.abc import Iterable

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.mapping import OPEN
from makegood.imports.values.school_years import school_year_in, start_year_of, year_in_words
from makegood.imports.values.written import Written


def start_year_of_days(days: Iterable[Written], desk: Desk, where: Place | None) -> int | None:
    """Return the year in which the school year begins, for days without a year; asked if nothing tells.

    Args:
        days: The days of the column.
        desk: Where it is asked.
        where: Where they are written; None: it is not asked.
    """
    given = desk.mapping.dates.school_year
    if given and given != OPEN:
        return school_year_in(given)
    all_days = list(days)
    if desk.school_year is not None:
        if desk.year_of_another_file and any(day.year is None for day in all_days):
            year = year_in_words(desk.school_year)
            desk.assume(f"Dates without a year are of the school year {year}, which another file names.")
        return desk.school_year
    years = {start_year_of(found) for day in all_days if day.year and (found := day.on("month_first", None))}
    if len(years) == 1:
        return years.pop()
    lacking = [day for day in all_days if day.year is None]
    if where is not None and lacking:
        _ask_school_year(lacking[0], desk, where)
    return None


def _ask_school_year(day: Written, desk: Desk, where: Place) -> None:
    now = start_year_of(dt.datetime.now(tz=dt.UTC).date())
    likely = tuple(Answer(year_in_words(year), "") for year in (now, now - 1))
    shown = f"{day.first}/{day.second}"
    says = f"Which school year are dates such as {shown} of?"
    key = ("dates", "school_year")
    desk.ask(Question("school_year", shown, says, key, desk.file, likely=likely, any_text=True), where)
