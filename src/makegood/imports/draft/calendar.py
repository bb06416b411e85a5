"""A calendar: days or stretches of days with a title."""

import datetime as dt
from dataclasses import replace
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import text_of
from makegood.imports.draft.date_order import order_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import DayDraft, Drafts, LeftOut
from makegood.imports.draft.written_days import start_year_of_days
from makegood.imports.look import Block, Look
from makegood.imports.values.dates import written_day
from makegood.imports.values.lines import dated_line
from makegood.imports.values.written import Written
from makegood.imports.words import bare, common
from makegood.intake.calendar_grades import take_grades
from makegood.intake.calendar_words import sense_of
from makegood.intake.confirmed import UNKNOWN_GRADES

_KINDS: Final = {
    "holiday": "no school: a holiday",
    "break": "no school: a break",
    "in_service": "no school for students: a staff day",
    "early_dismissal": "school ends early",
    "delayed_start": "school begins late",
    "weather_closure": "no school: the weather",
    "emergency_closure": "no school: an emergency",
    "remote_day": "school at home",
    "school_day": "school on a day that would be off, such as a make-up day",
    "leave_out": "a school day like any other",
}
_EVERYONE: Final = frozenset(
    ("", "all", "everyone", "all schools", "all students", "all grades", "district", "districtwide", "todos")
)
_GRADES: Final = {
    "K;1;2;3;4;5": "kindergarten to grade 5",
    "PK;K;1;2;3;4;5": "preschool to grade 5",
    "6;7;8": "grades 6 to 8",
    "9;10;11;12": "grades 9 to 12",
    "all": "everyone",
}
_LONGEST: Final = 120
"""Days. A longer stretch is a term and no break."""


def draft_calendar(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the days of a calendar: what its titles surely say is taken, the rest is asked or named."""
    found = [(number, *each) for number in block.below
             if (each := _row(look, block, number))]  # fmt: skip
    days = [day for _, day, _ in found if day]
    where = Place(look.sheet.file, look.sheet.name)
    order, year = order_of(days, desk, where), start_year_of_days(days, desk, where)
    for number, day, label in found:
        drafts.rows += 1
        spot = Place(look.sheet.file, look.sheet.name, number)
        first = day.on(order, year) if day else None
        last = day.until.on(day.until.order or order, year) if day and day.until else None
        if first is None:
            if day is None:
                drafts.left_out.append(LeftOut(spot, "a line without a day", label))
            continue
        if last is not None and last < first:
            last = None
        school = _cell(look, block, number, "school")
        for_all = bool(school) and bare(school) in _EVERYONE
        draft = DayDraft(
            spot, first, last if last != first else None, None, label, school="" if for_all else school, for_all=for_all
        )
        _day(draft, _who(look, block, number), desk, drafts)


def _row(look: Look, block: Block, number: int) -> tuple[Written | None, str] | None:
    """Return the day and the title of a row; None for a blank one."""
    sheet = look.sheet
    start = next((place for name in ("date", "start", "week") if (place := block.place(name)) is not None), None)
    label_place, end_place = block.place("label"), block.place("end")
    cells = sheet.rows[number - 1]
    if not any(cell is not None for cell in cells):
        return None
    if start is None or label_place is None:
        line = " ".join(text_of(cell) for cell in cells if cell is not None)
        read = dated_line(line)
        return (read.day, read.words) if read else (None, line)
    day = written_day(sheet.cell(number, start), numbers=True)
    end = written_day(sheet.cell(number, end_place), numbers=True) if end_place is not None else None
    if day is not None and end is not None:
        day = _until(day, end)
    return day, text_of(sheet.cell(number, label_place))


def _who(look: Look, block: Block, number: int) -> str:
    """Return for whom a row's day holds, blank for everyone."""
    text = _cell(look, block, number, "grade" if block.place("who") is None else "who")
    return "" if bare(text) in _EVERYONE else text


def _cell(look: Look, block: Block, number: int, meaning: str) -> str:
    place = block.place(meaning)
    return text_of(look.sheet.cell(number, place)) if place is not None else ""


def _grades_of(who: str, draft: DayDraft, desk: Desk) -> tuple[str, ...] | None:
    """Return the grades that a word such as `Elementary` means, none for all; None if it has to be asked."""
    answer = desk.answer(("grades", who))
    if isinstance(answer, str):
        return () if answer == "all" else tuple(part.strip() for part in answer.split(";") if part.strip())
    named = take_grades(f"grades {who.casefold()}")
    if named[1] and not named[0].replace("grades", "").strip():
        return tuple(named[1])
    says = f"{draft.label!r} ({draft.date}) is for {who!r}. Which grades are these?"
    likely = tuple(Answer(value, words) for value, words in _GRADES.items())
    question = Question("grades", who, says, ("grades", who), desk.file, likely=likely, any_text=True)
    desk.ask(question, draft.where)
    return None


def _until(day: Written, end: Written) -> Written:
    return Written(day.first, day.second, day.year, day.order, until=end, numeric=day.numeric)


def _day(draft: DayDraft, who: str, desk: Desk, drafts: Drafts) -> None:
    """Take in a day as its title says, for those for whom it holds."""
    edge = common(draft.label, "first_day", "last_day")
    if edge:
        (drafts.first_days if edge == "first_day" else drafts.last_days).append(draft)
        return
    kind = desk.answer(("calendar", draft.label))
    grades: tuple[str, ...] = ()
    if kind is None:
        weekdays = _weekdays(draft)
        sense = sense_of(draft.label, weekdays=weekdays)
        if sense.verdict in {"named", "left_out"}:
            drafts.left_out.append(LeftOut(draft.where, "no day without school, by its words", draft.label))
            return
        long = draft.until is not None and (draft.until - draft.date).days > _LONGEST
        if sense.verdict == "ask" or sense.kind is None or long or UNKNOWN_GRADES in sense.grades:
            _ask(draft, sense.kind, desk)
            return
        kind, grades = sense.kind, sense.grades
        desk.take("calendar", draft.label, kind)
    if kind == "leave_out":
        drafts.left_out.append(LeftOut(draft.where, "a school day like any other", draft.label))
        return
    if who:
        meant = _grades_of(who, draft, desk)
        if meant is None:
            return
        grades = meant or grades
    drafts.days.append(replace(draft, kind=str(kind), grades=grades))


def _weekdays(draft: DayDraft) -> set[int]:
    last = draft.until or draft.date
    return {(draft.date + dt.timedelta(days=more)).weekday() for more in range(min(7, (last - draft.date).days + 1))}


def _ask(draft: DayDraft, likely: str | None, desk: Desk) -> None:
    kinds = dict.fromkeys([*([likely] if likely in _KINDS else []), *_KINDS])
    answers = tuple(Answer(kind, _KINDS[kind]) for kind in kinds)
    says = f"What kind of day is {draft.label!r} ({draft.date})?"
    key = ("calendar", draft.label)
    desk.ask(Question("calendar_word", draft.label, says, key, desk.file, likely=answers, any_text=True), draft.where)
