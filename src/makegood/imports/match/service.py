"""A line of an IEP: what it promises, and when it is the same as another, or beside it."""

import datetime as dt
from dataclasses import dataclass, replace

from makegood.imports.draft import PromiseDraft
from makegood.intake.mandate import read_mandate


@dataclass(slots=True)
class Service:
    """A line of an IEP, on record or new.

    Attributes:
        id: The service_id.
        student: The student's id.
        type: The type of service.
        mandate: The IEP's own words, or None.
        minutes: Minutes of a session, or of the period where `sessions` is None.
        sessions: Sessions of a period, or None.
        per: The period.
        length: Minutes of one session, or None if it is not said.
        new: Whether the folder does not have it yet.
        draft: What it was made from, if it is new.
    """

    id: str
    student: str
    type: str
    mandate: str | None = None
    minutes: int | None = None
    sessions: int | None = None
    per: str | None = None
    every: int = 1
    length: int | None = None
    delivery: str | None = None
    group_max: int | None = None
    setting: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    new: bool = True
    draft: PromiseDraft | None = None

    @property
    def shown(self) -> str:
        """The line as a question shows it."""
        amount = self.mandate or f"{self.sessions or 1} x {self.minutes} min a {self.per}"
        return ", ".join(part for part in (self.id, self.type.replace("_", " "), amount, self.delivery) if part)

    def fill_in(self, row: PromiseDraft) -> None:
        """Take from a row without a promise what the line's own words, typed elsewhere, leave open."""
        if self.draft is None:
            return
        self.draft = replace(
            self.draft,
            provider=self.draft.provider or row.provider,
            weekdays=self.draft.weekdays or row.weekdays,
            start_time=self.draft.start_time if self.draft.start_time is not None else row.start_time,
            slot_minutes=self.draft.slot_minutes or row.slot_minutes,
        )
        self.delivery, self.group_max = self.delivery or row.delivery, self.group_max or row.group_max
        self.setting = self.setting or row.setting
        self.start, self.end = self.start or row.start, self.end or row.end

    def runs_on(self, day: dt.date) -> bool:
        """Return whether a day lies in its dates."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def promise_the_same(one: Service, other: Service) -> bool:
    """Return whether two lines promise the same in the same dates and way."""
    amounts = [
        (s.mandate and " ".join(s.mandate.casefold().split())) or (s.minutes, s.sessions or 1, s.per, s.every)
        for s in (one, other)
    ]
    read = [_amount(s) for s in (one, other)]
    alike = amounts[0] == amounts[1] or (read[0] is not None and read[0] == read[1])
    dated = all(a is None or b is None or a == b for a, b in ((one.start, other.start), (one.end, other.end)))
    return alike and dated and may_be_one_line(one, other)


def _amount(service: Service) -> tuple[int | None, int, str | None, int] | None:
    """Return minutes, sessions, period and how often it comes; None for words that can mean several things."""
    if service.mandate:
        said = read_mandate(service.mandate)
        if said.status != "ok":
            return None
        reading = said.readings[0]
        return reading.minutes, reading.sessions, reading.per, reading.every
    return service.minutes, service.sessions or 1, service.per, service.every


def may_be_one_line(one: Service, other: Service) -> bool:
    """Return whether nothing tells two lines apart but their amounts."""
    return one.delivery is None or other.delivery is None or one.delivery == other.delivery


def overlap(one: Service, other: Service) -> bool:
    """Return whether the dates of two lines have a day in common."""
    last, first = dt.date.max, dt.date.min
    return (one.start or first) <= (other.end or last) and (other.start or first) <= (one.end or last)
