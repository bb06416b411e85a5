"""A service of an IEP as it was typed: written, corrected, or taken off the list."""

from typing import Any

from makegood.intake.mandate import MandateReading, Reading
from makegood.web.access.asked import Asked
from makegood.web.alone.kept import as_one
from makegood.web.records.ids import new_id
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.versions import holding
from makegood.web.records.write import Cells, add, change, withdraw
from makegood.web.setup.policy import spread

_TYPED = "IEP: "


def line_of(student: str | None, ref: str) -> Any:
    """Return a service of a child by its random id; None if the child has none such."""
    return holding(MODELS["services"]).filter(student_id=student, ref=ref).first() if student and ref else None


def has_sessions(row: Any) -> bool:
    """Return whether sessions of a service are on record: then it can be corrected, and not taken off."""
    return bool(holding(MODELS["sessions"]).filter(service_id=row.service_id).exists())


def form_of(row: Any) -> dict[str, str]:
    """Return a service as the form has it."""
    source = row.source or ""
    words = row.mandate or (source.removeprefix(_TYPED) if source.startswith(_TYPED) else "")
    return {"service": row.service_type, "words": words, "start": row.start or "", "end": row.end or ""}


def write_line(
    asked: Asked, student: str | None, form: dict[str, str], reading: MandateReading, chosen: Reading
) -> str:
    """Write a service, and the child if it is new; or correct the one that the form names.

    Returns:
        The child's id for addresses.

    Raises:
        NotWrittenError: If it cannot be read afterwards.
    """
    by, old, posted = asked.person.ref, line_of(student, form["line"]), form["posted"] or None
    cells = _cells(form, reading, chosen)
    if posted and is_written("services", posted):
        student = MODELS["services"]._default_manager.get(posted=posted).student_id
        return str(holding(MODELS["students"]).get(student_id=student).ref)
    with as_one(asked.day):
        if student is None:
            student = new_id("C")
            add("students", {"student_id": student, "given_name": form["name"]}, by=by)
        if old is None:
            add("services", {"service_id": new_id("V"), "student_id": student, **cells}, by=by, posted=posted)
        else:
            change(old, cells, by=by, why="what was typed of the IEP was corrected", posted=posted)
        spread(by=by)
    return str(holding(MODELS["students"]).get(student_id=student).ref)


def take_off(asked: Asked, row: Any) -> None:
    """Write that a service was typed by mistake.

    Raises:
        NotWrittenError: If something on record needs it.
    """
    with as_one(asked.day):
        withdraw(row, by=asked.person.ref, why="typed by mistake")


def _cells(form: dict[str, str], reading: MandateReading, chosen: Reading) -> Cells:
    """Return what a service's row says: the IEP's words if they have one reading, else the one that was chosen."""
    one = reading.status == "ok"
    return {
        "service_type": form["service"],
        "start": form["start"],
        "end": form["end"],
        "source": f"{_TYPED}{form['words']}",
        "mandate": form["words"] if one else "",
        "minutes": "" if one else str(chosen.minutes),
        "per": "" if one else str(chosen.per),
        "every": "" if one else str(chosen.every),
        "sessions": "" if one or chosen.total else str(chosen.sessions),
        "delivery": "" if one else chosen.delivery or "",
        "group_max": "" if one else str(chosen.group_max or ""),
    }
