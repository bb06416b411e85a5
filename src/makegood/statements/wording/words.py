"""Plain words for minutes, dates, reasons and promises, in the languages of a statement."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final, Literal

from makegood.policies import Within
from makegood.records import Services
from makegood.statements.wording import english, spanish

Lang = Literal["en", "es"]
_SHORT: Final = 3
_LANGUAGES: Final[dict[str, ModuleType]] = {"en": english, "es": spanish}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: Lang

    @property
    def _book(self) -> ModuleType:
        return _LANGUAGES[self.lang]

    def say(self, key: str, **values: Any) -> str:
        """Return a sentence with its values filled in.

        Raises:
            KeyError: If the language has no such sentence.
        """
        text: str = self._book.WORDS[key]
        return text.format_map(values) if values else text

    def number(self, n: int) -> str:
        """Return a number with its thousands set off."""
        return f"{n:,}"

    def minutes(self, n: int) -> str:
        """Return minutes, such as "1,440 minutes"."""
        return self.say("minutes_one") if n == 1 else self.say("minutes", n=f"{n:,}")

    def day(self, day: dt.date) -> str:
        """Return a date in full, such as "September 15, 2026"."""
        return self.say("day", month=self._month(day), d=day.day, y=day.year)

    def short_day(self, day: dt.date) -> str:
        """Return a date that takes little room, such as "Sep 15, 2026"."""
        return self.say("short_day", month=self._month(day)[:_SHORT], d=day.day, y=day.year)

    def dated(self, day: dt.date) -> str:
        """Return a short date with its weekday, such as "Tue, Sep 15, 2026"."""
        return self.say("dated", weekday=self._book.WEEKDAYS[day.weekday()], day=self.short_day(day))

    def month(self, day: dt.date) -> str:
        """Return the short name of a day's month."""
        return self._month(day)[:_SHORT]

    def _month(self, day: dt.date) -> str:
        name: str = self._book.MONTHS[day.month - 1]
        return name

    def reason(self, reason: str) -> str:
        """Return why minutes were missed. No reason blames a person."""
        words: str = self._book.REASONS[reason]
        return words

    def service(self, service_type: str) -> str:
        """Return a service type as people say it, such as "Occupational therapy"."""
        said: str = self._book.SERVICES.get(service_type.strip().casefold(), service_type.replace("_", " ").strip())
        return said[:1].upper() + said[1:]

    def listed(self, parts: Iterable[str]) -> str:
        """Return parts as a list in a sentence: "a, b and c"."""
        *most, last = list(parts) or [""]
        return self.say("and", most=", ".join(most), last=last) if most else last

    def promise(self, services: Services, row: int) -> str:
        """Return what a service line promises, such as "2 sessions of 30 minutes a week"."""
        minutes, sessions = self.minutes(services.minutes[row] or 0), services.sessions[row] or 1
        what = minutes if sessions == 1 else self.say("sessions_of", n=sessions, minutes=minutes)
        per, every = services.per[row], services.every[row]
        if per == "cycle":
            return self.say("per_cycle", what=what, n=every)
        if every > 1 and per in {"week", "month"}:
            return self.say(f"every_{per}", what=what, n=every)
        return self.say(f"per_{per or 'none'}", what=what)

    def within(self, within: Within | None) -> str:
        """Return by when a rule wants minutes made up."""
        if within is None:
            return self.say("no_within")
        if within.end_of is not None:
            return self.say("within_end", end=self.say(within.end_of))
        return self.say("within_n", n=within.n, unit=self.say(str(within.unit)))


def words_of(lang: Lang) -> Words:
    """Return the words of a language."""
    return Words(lang)
