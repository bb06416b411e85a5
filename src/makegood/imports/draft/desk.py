"""The desk at which a file is read: its mapping, the questions that come up, and what is assumed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.words import answers_for_code, outcome_in_words
from makegood.imports.look.titles import meaning_in_key
from makegood.imports.mapping import OPEN, WEEK, Mapping
from makegood.imports.values.dates import ORDERS, Order, Written, school_year_in, start_year_of, year_in_words
from makegood.imports.words import bare, outcome_of, period_of, phrase_outcomes, service_of

_WEEKDAY: Final = {"first_day": "the day that is written for the week"}
_WEEKEND: Final = 5
_SURE_WEEKENDS: Final = 2
"""This many days on a weekend show that the other order was meant."""


@dataclass(slots=True)
class Desk:
    """What is known while one file is read.

    Attributes:
        file: The file's name.
        mapping: Its mapping so far.
        key: The codes that the file itself explains.
        school_year: The year in which the school year begins, as the command, the folder or the file says it.
        questions: Open questions, by the way to their answers.
        assumed: What was assumed, and how often.
        taken: What each word was taken for.
        has_log: Whether the folder has a log already.
        year_of_another_file: Whether only another file of the import says which school year it is.
    """

    file: str
    mapping: Mapping
    key: dict[str, str] = field(default_factory=dict)
    school_year: int | None = None
    questions: dict[tuple[str, ...], Question] = field(default_factory=dict)
    assumed: Counter[str] = field(default_factory=Counter)
    taken: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    year_of_another_file: bool = False
    has_log: bool = False
    _bare_codes: dict[str, str | int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the mapping's own codes and words findable however they are written."""
        self._bare_codes = {_alike(code): meaning for code, meaning in self.mapping.codes.items()}

    def ask(self, question: Question, where: Place | None = None) -> None:
        """Ask something, or note one more place of what was asked already."""
        asked = self.questions.get(question.key)
        if asked is None:
            self.questions[question.key] = question if where is None else _placed(question, where)
        elif where is not None:
            self.questions[question.key] = asked.again(where)

    def assume(self, words: str) -> None:
        """Note an assumption."""
        self.assumed[words] += 1

    def take(self, what: str, word: str, for_: str) -> None:
        """Note what a word was taken for."""
        self.taken.setdefault(what, Counter())[word, for_] += 1

    def code(self, code: str, where: Place, *, sentence: bool = False) -> str | None:
        """Return what a code or word says of a session; None if it has to be asked, which is then done.

        The mapping comes first, then a key on the sheet, then the word lists.

        Args:
            code: The code as it is written.
            where: Where it is written.
            sentence: Whether it may be a sentence, in which a phrase is looked for.
        """
        own = self._bare_codes.get(_alike(code))
        if isinstance(own, str) and own != OPEN:
            self.take("codes", code, own)
            return own
        words = self._in_key(code)
        meaning = (meaning_in_key(words) if words else None) or (None if words else outcome_of(code))
        if meaning is None and sentence and words is None:
            said = set(phrase_outcomes(code)) - {"held"}
            meaning = said.pop() if len(said) == 1 else None
        if meaning is not None:
            self.take("codes", code, meaning)
            return meaning
        self.ask_code(code, where, words)
        return None

    def ask_code(self, code: str, where: Place, words: str | None = None, first: str | None = None) -> None:
        """Ask what a code or word says of a session.

        Args:
            code: The code.
            where: Where it is written.
            words: What a key says of it.
            first: The likeliest answer, where the place tells it.
        """
        explained = f" The sheet says of it: {words!r}." if words else ""
        says = f"What does {code!r} say of a session?{explained}"
        likely = answers_for_code(words or code, code)
        if first is not None:
            likely = (Answer(first, outcome_in_words(first)), *(each for each in likely if each.value != first))
        self.ask(Question("code", code, says, ("codes", code), self.file, likely=likely, any_text=True), where)

    def minutes_of(self, code: str) -> int | None:
        """Return the minutes that a cell was answered to mean, such as 75 for `1:15`; None if it was not."""
        own = self._bare_codes.get(_alike(code))
        return own if isinstance(own, int) else None

    def zero(self, where: Place) -> str | None:
        """Return what sessions of 0 minutes are of which nothing says why; None if it has to be asked."""
        own = self._bare_codes.get("0")
        if isinstance(own, str) and own != OPEN:
            return own
        says = "Sessions of 0 minutes were missed, and nothing beside them says why. Is it known?"
        likely = tuple(
            Answer(each, outcome_in_words(each)) for each in ("missed", "student_absent", "provider_absent", "other")
        )
        self.ask(Question("code", "0", says, ("codes", "0"), self.file, likely=likely, any_text=True), where)
        return None

    def _in_key(self, code: str) -> str | None:
        found = self.key.get(code)
        if found is None:
            same = [words for each, words in self.key.items() if _alike(each) == _alike(code)]
            found = same[0] if len(same) == 1 else None
        return found

    def service_type(self, word: str, where: Place) -> str | None:
        """Return the type of service that a word stands for; None if it has to be asked."""
        own = {bare(each): meaning for each, meaning in self.mapping.service_types.items()}.get(bare(word))
        known = own if own and own != OPEN else service_of(word)
        if known:
            self.take("service_types", word, known)
            return known
        written = "_".join(bare(word).split()) or word
        says = f"Which service is {word!r}?"
        left = Answer("leave_out", "no service that is accounted for here: its rows are left out")
        likely = (Answer(written, f"a service of its own, called {written}"), *LIKELY_SERVICES, left)
        self.ask(
            Question("service_word", word, says, ("service_types", word), self.file, likely=likely, any_text=True),
            where,
        )
        return None

    def period(self, word: str, where: Place) -> str | None:
        """Return the period that a word or code stands for; None if it has to be asked."""
        own = {_alike(each): meaning for each, meaning in self.mapping.periods.items()}.get(_alike(word))
        known = own if own and own != OPEN else period_of(word)
        if known:
            self.take("periods", word, known)
            return known
        says = f"How often is {word!r}: for which period are the minutes?"
        likely = tuple(Answer(per, f"each {per}") for per in ("day", "week", "month", "quarter", "semester", "year"))
        self.ask(Question("period", word, says, ("periods", word), self.file, likely=likely), where)
        return None

    def order(self, days: Sequence[Written], where: Place) -> Order | None:
        """Return whether the month or the day comes first in a column of days; asked if the days do not tell."""
        given = self.mapping.dates.order
        numeric = [each for day in days for each in (day, day.until) if each is not None and each.numeric]
        orders = {day.order for day in numeric if day.order}
        open_days = [day for day in numeric if day.order is None and day.first != day.second]
        if given in ORDERS:
            return "month_first" if given == "month_first" else "day_first"
        if len(orders) == 1 and (open_days or numeric):
            return next(iter(orders))
        if not open_days:
            return None
        by_weekend = None if orders else self._order_by_weekends(open_days)
        if by_weekend:
            other = "day" if by_weekend == "month_first" else "month"
            self.assume(
                f"In dates such as {_shown(open_days[0])} the {by_weekend.partition('_')[0]} comes first: with the "
                f"{other} first, some would fall on a weekend."
            )
            return by_weekend
        self._ask_order(open_days[0], where)
        return None

    def _order_by_weekends(self, days: Sequence[Written]) -> Order | None:
        fallen = {order: self._weekends(days, order) for order in ORDERS}
        for order, other in (ORDERS, ORDERS[::-1]):
            if fallen[order] == 0 and fallen[other] >= _SURE_WEEKENDS:
                return order
        return None

    def _weekends(self, days: Sequence[Written], order: Order) -> int:
        found = (day.on(order, self.start_year(days, None)) for day in days)
        return sum(day is not None and day.weekday() >= _WEEKEND for day in found)

    def _ask_order(self, day: Written, where: Place) -> None:
        shown = _shown(day)
        year = self.start_year([day], None) or 2026
        likely = []
        for order in ORDERS:
            meant = day.on(order, year)
            words = f"{meant:%B} {meant.day}" if meant else order
            likely.append(Answer(order, f"{order.replace('_', ' ')}: {shown} is {words}"))
        says = f"Is the month or the day first in dates such as {shown}?"
        self.ask(Question("date_order", shown, says, ("dates", "order"), self.file, likely=tuple(likely)), where)

    def start_year(self, days: Iterable[Written], where: Place | None) -> int | None:
        """Return the year in which the school year begins, for days without a year; asked if nothing tells.

        Args:
            days: The days of the column.
            where: Where they are written; None: it is not asked.
        """
        given = self.mapping.dates.school_year
        if given and given != OPEN:
            return school_year_in(given)
        all_days = list(days)
        if self.school_year is not None:
            if self.year_of_another_file and any(day.year is None for day in all_days):
                year = year_in_words(self.school_year)
                self.assume(f"Dates without a year are of the school year {year}, which another file names.")
            return self.school_year
        years = {start_year_of(found) for day in all_days if day.year and (found := day.on("month_first", None))}
        if len(years) == 1:
            return years.pop()
        lacking = [day for day in all_days if day.year is None]
        if where is not None and lacking:
            now = start_year_of(dt.datetime.now(tz=dt.UTC).date())
            likely = tuple(Answer(year_in_words(year), "") for year in (now, now - 1))
            says = f"Which school year are dates such as {_shown(lacking[0])} of?"
            key = ("dates", "school_year")
            question = Question("school_year", _shown(lacking[0]), says, key, self.file, likely=likely, any_text=True)
            self.ask(question, where)
        return None

    def day_of_week(self, first: dt.date, where: Place) -> dt.date | None:
        """Return the day on which the minutes of a week are put; None if it has to be asked.

        Args:
            first: The day that is written for the week.
            where: Where it is written.
        """
        chosen = self.mapping.dates.week
        if chosen in WEEK:
            if chosen == "first_day":
                return first
            monday = first - dt.timedelta(days=first.weekday())
            self.assume(f"What is noted for a whole week is put on its {chosen}.")
            return monday + dt.timedelta(days=WEEK.index(str(chosen)) - 1)
        says = "On which day are the minutes of a whole week to be put?"
        likely = tuple(Answer(each, _WEEKDAY.get(each, f"the {each} of the week")) for each in WEEK)
        self.ask(Question("week", "week", says, ("dates", "week"), self.file, likely=likely), where)
        return None

    def odd_day(self, day: dt.date, weekday: int | None, where: Place) -> dt.date | None:
        """Return the day that is meant by one that cannot be right; None if it is asked.

        Args:
            day: The day as it is written.
            weekday: The other weekday that is written beside it; None: it lies outside the school year.
            where: Where it is written.
        """
        text = day.isoformat()
        answer = self.answer(("days", text))
        if answer in ("as_written", day):
            return day
        if isinstance(answer, dt.date):
            self.assume("Days that could not be right were taken for the days that the mapping names.")
            return answer
        near: list[dt.date | None] = []
        if weekday is None:
            near = [_in_year(day, self.school_year)] if self.school_year is not None else []
            says = f"{text} lies outside the school year of this file. Which day is meant?"
        else:
            near = [day + dt.timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)]
            says = f"{text} is a {day:%A}, and another weekday is written beside it. Which day is meant?"
        likely = [Answer(meant, f"{meant:%A, %B} {meant.day}, {meant.year}") for meant in near if meant]
        likely += [Answer("as_written", "the day as it is written"), Answer("leave_out", "no row is written for it")]
        self.ask(Question("day", text, says, ("days", text), self.file, likely=tuple(likely), any_text=True), where)
        return None

    def answer(self, key: tuple[str, ...]) -> Any:
        """Return what the mapping says at a place, or None if it says nothing there or `?`."""
        part: Any = self.mapping
        for step in key:
            part = part.get(step) if isinstance(part, dict) else getattr(part, step, None)
            if part is None:
                return None
        return None if part == OPEN else part


def _in_year(day: dt.date, start_year: int) -> dt.date | None:
    """Return the same day and month in a school year."""
    for year in (start_year, start_year + 1):
        try:
            meant = day.replace(year=year)
        except ValueError:
            continue
        if start_year_of(meant) == start_year:
            return meant
    return None


def _alike(code: str) -> str:
    return bare(code) or code.strip()


def _placed(question: Question, where: Place) -> Question:
    return replace(question, where=(where,))


def _shown(day: Written) -> str:
    year = f"/{day.year}" if day.year else ""
    return f"{day.first}/{day.second}{year}"


LIKELY_SERVICES: Final = tuple(
    Answer(name, name.replace("_", " "))
    for name in ("speech", "occupational_therapy", "physical_therapy", "counseling", "specialized_instruction")
)
