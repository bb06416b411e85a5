"""What was matched, as rows of the folder's tables."""

import datetime as dt
from collections.abc import Iterable

from makegood.imports.draft import DayDraft, FamilyNote
from makegood.imports.match.names import name_key
from makegood.imports.match.service import Service
from makegood.imports.match.sessions import Row
from makegood.imports.match.student import Student
from makegood.imports.values.school_years import start_year_of, year_in_words
from makegood.records import Records
from makegood.terms.clock import clock
from makegood.terms.weekdays import WEEKDAYS


def student_row(student: Student, school_id: str) -> dict[str, str]:
    """Return a student's row."""
    return {
        "student_id": student.id,
        "school_id": school_id,
        "given_name": student.first,
        "family_name": student.last,
        "grade": student.grade,
        "date_of_birth": student.born.isoformat() if student.born else "",
    }


def school_row(school_id: str, name: str, calendar_id: str) -> dict[str, str]:
    """Return a school's row."""
    return {"school_id": school_id, "name": name, "calendar_id": calendar_id}


def service_row(service: Service, provider_id: str) -> dict[str, str]:
    """Return a service line's row; where the IEP's own words are known, they are the promise."""
    draft = service.draft
    words = service.mandate is not None
    return {
        "service_id": service.id,
        "student_id": service.student,
        "service_type": service.type,
        "mandate": service.mandate or "",
        "minutes": "" if words else _text(service.minutes),
        "per": "" if words else service.per or "",
        "sessions": "" if words else _text(service.sessions),
        "every": "" if words or service.every == 1 else str(service.every),
        "session_minutes": _text(draft.session_minutes) if draft else "",
        "delivery": service.delivery or "",
        "group_max": _text(service.group_max),
        "setting": service.setting or "",
        "provider_id": provider_id,
        "esy": "yes" if draft is not None and draft.esy else "",
        "start": service.start.isoformat() if service.start else "",
        "end": service.end.isoformat() if service.end else "",
        "source": draft.where.words() if draft else "",
    }


def schedule_rows(service: Service) -> list[dict[str, str]]:
    """Return the weekly slots of a service, where its row gave the weekdays, the time and the length."""
    draft = service.draft
    length = draft.slot_minutes or service.length if draft else None
    if draft is None or draft.start_time is None or length is None:
        return []
    start = clock(draft.start_time)
    return [
        {"service_id": service.id, "weekday": WEEKDAYS[each], "start_time": start, "minutes": str(length)}
        for each in draft.weekdays
    ]


def session_row(row: Row) -> dict[str, str]:
    """Return a session's row."""
    return {
        "session_id": row.id,
        "service_id": row.service,
        "date": row.date.isoformat(),
        "minutes_delivered": str(row.minutes),
        "minutes_planned": _text(row.planned),
        "start_time": "" if row.start is None else clock(row.start),
        "reason": row.reason or "",
        "reason_words": row.reason_words or "",
        "kind": row.kind or "",
        "makeup_for": row.makeup_for or "",
        "award_id": row.award or "",
        "provider_id": row.provider or "",
        "group_size": _text(row.group_size),
        "setting": row.setting or "",
        "corrects": row.corrects or "",
        "recorded_by": row.recorded_by or "",
        "note": row.note or "",
        "source": row.source or "",
        "recorded_at": row.entered_at or "",
    }


def day_row(day: DayDraft, calendar_id: str) -> dict[str, str]:
    """Return a row of the calendar."""
    return {
        "calendar_id": calendar_id,
        "date": day.date.isoformat(),
        "kind": day.kind or "",
        "until": day.until.isoformat() if day.until else "",
        "label": day.label,
        "grades": ";".join(day.grades),
    }


def note_row(note: FamilyNote, student_id: str, number: int) -> dict[str, str]:
    """Return the row of what a family saw."""
    return {
        "note_id": f"F-{number:04d}",
        "student_id": student_id,
        "date": note.date.isoformat() if note.date else "",
        "service_type": note.service_type or "",
        "saw": note.saw,
        "minutes": _text(note.minutes),
        "words": note.words,
    }


def term_row(calendar_id: str, first: dt.date, last: dt.date) -> dict[str, str]:
    """Return the row of a school year."""
    return {
        "calendar_id": calendar_id,
        "name": f"School year {year_in_words(start_year_of(first))}",
        "kind": "year",
        "start": first.isoformat(),
        "end": last.isoformat(),
    }


def calendar_name(records: Records, start_year: int) -> str:
    """Return the calendar that an import adds to: the folder's only one, else one that is called as its year."""
    known = list(dict.fromkeys(records.terms.calendar_id))
    return known[0] if len(known) == 1 else year_in_words(start_year)


class Numbers:
    """Ids by name, for schools and providers: those of the folder, and new ones for names that it does not have."""

    def __init__(self, known: Iterable[tuple[str, str | None]], form: str) -> None:
        """Take the ids and names of the folder.

        Args:
            known: Each id with its name.
            form: How a new id is written, such as `P-{:03d}`; blank: the name itself is the id.
        """
        self._form = form
        self._ids: dict[str, str] = {}
        self.new: dict[str, str] = {}
        self._taken: set[str] = set()
        for id_, name in known:
            self._taken.add(id_)
            self._ids.setdefault(name_key(id_), id_)
            if name:
                self._ids.setdefault(name_key(name), id_)

    def of(self, name: str | None) -> str:
        """Return the id of a name, blank for no name; a new one is remembered in `new`."""
        if not name or not name_key(name):
            return ""
        key = name_key(name)
        if key not in self._ids:
            id_ = " ".join(name.split())
            if self._form:
                number = 1
                while (id_ := self._form.format(number)) in self._taken:
                    number += 1
            self._taken.add(id_)
            self._ids[key] = id_
            self.new[id_] = " ".join(name.split())
        return self._ids[key]


def _text(value: int | None) -> str:
    return "" if value is None else str(value)
