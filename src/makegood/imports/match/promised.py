"""A new line of an IEP from what a file promises: its words read, and asked about where they can mean two things."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from makegood.imports.ask import Answer, Question
from makegood.imports.draft import Desk, PromiseDraft
from makegood.imports.match.service import Service
from makegood.imports.match.student import Student
from makegood.imports.values.dates import written_day
from makegood.intake.mandate import Reading, explain, read_mandate

_PERIODS: Final = ("week", "month")
"""What is meant as a rule where an IEP's words name no period."""


def service_promised(draft: PromiseDraft, student: Student, desk: Desk) -> Service | None:
    """Return the line, still without an id, that a draft promises; None if it promises none, or while it is asked."""
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
