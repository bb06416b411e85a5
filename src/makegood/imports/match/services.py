"""Which line of the IEP a session is given under: by student, type and day, then by length, group and place."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import LIKELY_SERVICES, Desk, PromiseDraft, SessionDraft
from makegood.imports.mapping import OPEN
from makegood.imports.match.students import Student
from makegood.imports.values.dates import written_day
from makegood.intake.mandate import Reading, explain, read_mandate
from makegood.records import Records

_PERIODS: Final = ("week", "month")
"""What is meant as a rule where an IEP's words name no period."""
_OURS: Final = re.compile(r"SV-(\d{4,})$", re.ASCII)


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


@dataclass(slots=True)
class Services:
    """The lines of a folder and of an import.

    Attributes:
        all: Every line by id.
        waiting: Students and types of service for which no promise is known, with the drafts that name them.
        differing: Promises that differ from what the folder has for the same service: nothing is changed by itself.
    """

    all: dict[str, Service] = field(default_factory=dict)
    waiting: dict[tuple[str, str], PromiseDraft | None] = field(default_factory=dict)
    differing: list[tuple[PromiseDraft, Service]] = field(default_factory=list)
    _of: defaultdict[tuple[str, str], list[Service]] = field(default_factory=lambda: defaultdict(list))
    _types: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    _last: int = 0

    @classmethod
    def on_record(cls, records: Records) -> "Services":
        """Return the lines of a folder."""
        table = records.services
        services = cls()
        for at, id_ in enumerate(table.service_id):
            length = table.session_minutes[at] or (table.minutes[at] if table.sessions[at] else None)
            services.add(
                Service(
                    id_, table.student_id[at], table.service_type[at], table.mandate[at], table.minutes[at],
                    table.sessions[at], table.per[at], table.every[at], length, table.delivery[at],
                    table.group_max[at], table.setting[at], table.start[at], table.end[at], new=False,
                )
            )  # fmt: skip
        return services

    def add(self, service: Service) -> Service:
        """Add a line."""
        self.all[service.id] = service
        self._of[service.student, service.type].append(service)
        self._types[service.student].setdefault(service.type)
        if ours := _OURS.match(service.id):
            self._last = max(self._last, int(ours.group(1)))
        return service

    def of(self, student: str, type_: str) -> Sequence[Service]:
        """Return a student's lines of a type."""
        return self._of.get((student, type_), ())

    def types(self, student: str) -> list[str]:
        """Return the types of service that a student has, or waits for."""
        return list(self._types[student])

    def wait(self, student: str, type_: str, draft: PromiseDraft | None) -> None:
        """Note that a student has a service of which no promise is known."""
        self.waiting.setdefault((student, type_), draft)
        self._types[student].setdefault(type_)

    def promise(self, draft: PromiseDraft, student: Student, desk: Desk) -> None:
        """Take in what a row says of a promise: a new line, one that is there, or one that waits for its words."""
        if draft.service_type is None:
            ask_type(draft.where, desk)
            return
        made = self._made(draft, student, desk) if draft.is_promise else None
        if made is None:
            lines = self.of(student.id, draft.service_type)
            if not lines:
                self.wait(student.id, draft.service_type, draft)
            elif len(lines) == 1 and not draft.is_promise:
                lines[0].fill_in(draft)
            return
        for other in self.of(student.id, draft.service_type):
            if _same_promise(other, made):
                other.start, other.end = other.start or made.start, other.end or made.end
                return
        clash = next(
            (s for s in self.of(student.id, made.type) if not s.new and _overlap(s, made) and _kin(s, made)), None
        )
        if clash is not None:
            self.differing.append((draft, clash))
            return
        self._last += 1
        made.id = f"SV-{self._last:04d}"
        self.waiting.pop((student.id, made.type), None)
        self.add(made)

    def _made(self, draft: PromiseDraft, student: Student, desk: Desk) -> Service | None:
        service = Service(
            "", student.id, draft.service_type or "", draft.mandate, draft.minutes, draft.sessions, draft.per,
            draft.every, draft.session_minutes, draft.delivery, draft.group_max, draft.setting, draft.start, draft.end,
            draft=draft,
        )  # fmt: skip
        if draft.mandate:
            reading = _reading(draft, service, desk)
            if reading is None:
                return None
            service.length = service.length or (None if reading.total else reading.minutes)
            service.delivery = service.delivery or reading.delivery
            service.group_max = service.group_max or reading.group_max
        elif draft.sessions:
            service.length = service.length or draft.minutes
        return service


def _reading(draft: PromiseDraft, service: Service, desk: Desk) -> Reading | None:
    """Return what an IEP's words promise; asked where they can mean two things."""
    words = draft.mandate or ""
    answer = desk.answer(("promises", words))
    if answer == "leave_out":
        return None
    said = read_mandate(str(answer) if answer else words)
    if said.status == "ok":
        service.mandate = str(answer) if answer else words
        if answer:
            desk.take("promises", words, str(answer))
        _dates(said.dates, service, desk)
        return said.readings[0]
    readings = [each for reading in said.readings if reading.minutes for each in _with_period(reading)]
    likely = [Answer(_plain(reading), explain(reading)) for reading in readings]
    unread = f" Not read: {', '.join(said.unread)}." if said.unread else ""
    says = f"What does the IEP promise by {words!r}?{unread} Other words can be written, such as 2 x 30 min weekly."
    answers = (*likely[:4], Answer("leave_out", "no promise of minutes"))
    desk.ask(
        Question("promise", words, says, ("promises", words), desk.file, likely=answers, any_text=True), draft.where
    )
    return None


def _with_period(reading: Reading) -> tuple[Reading, ...]:
    """Return a reading, or one for each usual period where the words name none."""
    return (reading,) if reading.per else tuple(replace(reading, per=per) for per in _PERIODS)


def _plain(reading: Reading) -> str:
    """Return words that mean one reading and no other."""
    per = {"day": "daily", "week": "weekly", "month": "monthly", "year": "yearly", "quarter": "quarterly"}
    period = per.get(reading.per or "", f"per {reading.per}")
    if reading.every > 1:
        period = f"per {reading.every} day cycle" if reading.per == "cycle" else f"every {reading.every} {reading.per}s"
    amount = f"{reading.minutes} min" if reading.total else f"{reading.sessions} x {reading.minutes} min"
    group = f" group of {reading.group_max}" if (reading.group_max or 0) > 1 else ""
    return f"{amount} {period}{group or (f' {reading.delivery}' if reading.delivery else '')}"


def _dates(dates: Sequence[str], service: Service, desk: Desk) -> None:
    """Take a line's first and last day from its words, where its columns give none."""
    if service.start is not None or service.end is not None or not dates:
        return
    days = [day for text in dates for each in (written_day(text),) if each for day in (each, each.until) if day]
    read = [day.on(day.order or "month_first", desk.school_year) for day in days]
    if len(read) == 2 and read[0] and read[1] and read[0] < read[1]:  # noqa: PLR2004 - a first and a last day
        service.start, service.end = read
        desk.assume("Where an IEP's words give two dates, they are the first and the last day of the service.")


def _same_promise(one: Service, other: Service) -> bool:
    """Return whether two lines promise the same in the same dates and way."""
    amounts = [
        (s.mandate and " ".join(s.mandate.casefold().split())) or (s.minutes, s.sessions or 1, s.per, s.every)
        for s in (one, other)
    ]
    read = [_amount(s) for s in (one, other)]
    alike = amounts[0] == amounts[1] or (read[0] is not None and read[0] == read[1])
    dated = all(a is None or b is None or a == b for a, b in ((one.start, other.start), (one.end, other.end)))
    return alike and dated and _kin(one, other)


def _amount(service: Service) -> tuple[int | None, int, str | None, int] | None:
    if service.mandate:
        said = read_mandate(service.mandate)
        if said.status != "ok":
            return None
        reading = said.readings[0]
        return reading.minutes, reading.sessions, reading.per, reading.every
    return service.minutes, service.sessions or 1, service.per, service.every


def _kin(one: Service, other: Service) -> bool:
    """Return whether nothing tells two lines apart but their amounts."""
    return one.delivery is None or other.delivery is None or one.delivery == other.delivery


def _overlap(one: Service, other: Service) -> bool:
    last, first = dt.date.max, dt.date.min
    return (one.start or first) <= (other.end or last) and (other.start or first) <= (one.end or last)


def service_of_session(session: SessionDraft, student: Student, services: Services, desk: Desk) -> Service | None:
    """Return the line that a session is given under; None if a question is open or no promise is known.

    Args:
        session: The session; its type is filled in where only one is possible.
        student: Its student.
        services: The lines.
        desk: Where questions go.
    """
    if session.service_type is None:
        types = services.types(student.id)
        if len(types) != 1:
            if session.student.name != OPEN:
                ask_type(session.where, desk)
            return None
        session.service_type = types[0]
        desk.assume("Where a row does not name the service, it is the only one that the student has.")
    lines = services.of(student.id, session.service_type)
    if not lines:
        services.wait(student.id, session.service_type, None)
        return None
    running = [line for line in lines if session.date is None or line.runs_on(session.date)]
    if len(running) == 1:
        return running[0]
    if not running:
        return _nearest(lines, session.date) if session.date else None
    fitting = _fitting(running, session)
    if len(fitting) == 1:
        return fitting[0]
    return _asked(session, fitting, desk)


def _fitting(lines: Sequence[Service], session: SessionDraft) -> Sequence[Service]:
    """Return the lines that fit a session best: by group, by length, by place; all of them where nothing tells."""
    left = list(lines)
    length = session.planned or session.minutes
    place = (session.setting or "").casefold()
    if session.delivery:
        left = [line for line in left if line.delivery == session.delivery] or left
    if session.group_size:
        left = [line for line in left if (line.delivery == "individual") == (session.group_size == 1)] or left
    if length:
        left = [line for line in left if line.length == length] or left
    if place:
        left = [line for line in left if (line.setting or "").casefold() == place] or left
    return left


def _nearest(lines: Sequence[Service], day: dt.date) -> Service:
    """Return the line whose dates are nearest to a day in none of them: the check of the folder then warns."""
    return min(lines, key=lambda line: min(abs((each - day).days) for each in (line.start, line.end) if each))


def _asked(session: SessionDraft, lines: Sequence[Service], desk: Desk) -> Service | None:
    how = ", ".join(
        part
        for part in (
            (session.service_type or "").replace("_", " "),
            session.delivery or "",
            f"{session.minutes} minutes" if session.minutes else "",
        )
        if part
    )
    of = f"{session.student.shown}: {how}"
    answer = desk.answer(("services", of))
    chosen = next((line for line in lines if line.id == answer), None)
    if chosen is not None:
        return chosen
    likely = tuple(Answer(line.id, line.shown) for line in lines)
    says = f"Under which service are these sessions given? {of}."
    question = Question("service", of, says, ("services", of), desk.file, likely=likely, any_text=True)
    desk.ask(question, session.where)
    return None


def ask_type(where: Place, desk: Desk) -> None:
    """Ask which service a sheet is about that does not say."""
    sheet = where.sheet
    key = ("sheets", sheet, "service_type")
    if desk.answer(key):
        return
    name = f"{where.file}, sheet {sheet!r}" if sheet else where.file
    says = f"Which service are the sessions of {name}?"
    question = Question("service_type", sheet or desk.file, says, key, desk.file, likely=LIKELY_SERVICES, any_text=True)
    desk.ask(question, where)
