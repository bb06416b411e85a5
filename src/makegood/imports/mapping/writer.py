"""Writing a mapping file: YAML with a line of plain words above each part."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as Dict
from typing import Any, Final

from makegood.imports.mapping.mapping import OPEN, Mapping, SheetMap

_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_ .()/&-]*$", re.ASCII)
_NOT_PLAIN: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"})
_WIDEST: Final = 100
_SAYS: Final = {
    "sheets": "What each sheet is, and what each of its columns holds. shape: leave_out reads nothing of a sheet;\n"
    "a column that is leave_out is not read.",
    "dates": "How dates are written (month_first: 9/5 is September 5), and the school year.",
    "codes": "What each code or word says of a session: held, make_up, missed (no reason known), a reason\n"
    "(makegood reasons lists them), no_row (nothing to say), or leave_out (an evaluation, a consult).",
    "colors": "What each color of an empty cell says of a session, like a code.",
    "service_types": "What each word for a service stands for; leave_out: its rows are not read.",
    "periods": "Which period each word for one stands for.",
    "students": "Which student each name is: the student_id, or new.",
    "promises": "What an IEP's words mean that can be read in more than one way: write words that cannot, such as\n"
    "2 x 30 min weekly, or leave_out.",
    "services": "Which service these sessions are given under: the service_id.",
    "calendar": "What kind of day each title is: holiday, break, in_service, weather_closure, emergency_closure,\n"
    "early_dismissal, delayed_start, remote_day, school_day, or leave_out for a day like any other.",
    "calendar_of": "Whose calendar a sheet of days is: its calendar_id (where there is none yet, the school),\n"
    "or every_calendar.",
    "school_calendars": "Which calendar a new school keeps: its calendar_id.",
    "grades": "For which grades a day holds that is for some only: K;1;2;3;4;5, or all.",
    "session_minutes": "How long a session is that has no minutes, by service type.",
    "minutes_beside_miss": "Minutes beside a reason for a miss are: planned, or given.",
    "pairs": "What 30/20 means: given_of_planned (20 minutes of 30), or two_sessions.",
    "numbers": "What numbers such as 1 and 2 are: minutes, or sessions.",
    "zeros": "Numbers such as 412 are 000412, and have lost their zeros: lost, or none.",
    "duration_is": "What 30 minutes, 2 weekly promises: per_session (60 a week), or per_interval (30 a week).",
    "summer": "Lines that run in summer only are extended school year: esy; or a service like any other: as_written.",
    "duplicates": "Rows that say the same twice are one session: once; or two: both.",
    "makeups": "Make-ups noted with a day that is no day of the grid: the day of the miss that they make up, or\n"
    "as_written if the day is that of the miss.",
    "days": "Days outside the school year: the day that is meant, as_written, or leave_out.",
    "notes_are": "Notes beside the school's own log are family_notes, which change no figure; or the log itself: log.",
    "not_noted": "A scheduled session that nobody noted is unknown.",
    "assumed": "What was assumed. Change a line above if one of these is wrong; this list itself is not read.",
}


def mapping_text(mapping: Mapping, file: str) -> str:
    """Return a mapping as the text of its file.

    Args:
        mapping: The mapping.
        file: The name of the file that it is for.
    """
    lines = [
        f"# How Makegood reads {file}. You may change this file; the next import follows it.",
        f'# Where "{OPEN}" is written, an answer is needed: write it in its place, then import again.',
    ]
    data = mapping.model_dump(exclude_none=True)
    sheets = mapping.sheets
    if len(sheets) == 1:
        lines += _one_sheet(*next(iter(sheets.items())))
    elif sheets:
        lines += ["", *_comment("sheets"), "sheets:"]
        for name, sheet in sheets.items():
            lines.append(f"  {scalar(name)}:")
            lines += list(_entries(sheet.model_dump(exclude_none=True), "    "))
    for name, value in data.items():
        if name == "sheets" or value in ({}, (), None, "unknown"):
            continue
        lines += ["", *_comment(name)]
        if isinstance(value, dict):
            lines += [f"{name}:", *_entries(value, "  ")]
        elif isinstance(value, tuple | list):
            lines += [f"{name}:", *(f"  - {scalar(each)}" for each in value)]
        else:
            lines.append(f"{name}: {scalar(value)}")
    return "\n".join(lines) + "\n"


def _one_sheet(name: str, sheet: SheetMap) -> Iterator[str]:
    data = sheet.model_dump(exclude_none=True)
    row = data.pop("heading_row", None)
    columns = data.pop("columns")
    yield ""
    yield "# What the file is: log, grid, caseload, calendar, notes."
    for key, value in data.items():
        yield f"{key}: {scalar(value)}"
    if name or row is not None:
        yield "file:"
        if name:
            yield f"  sheet: {scalar(name)}"
        if row is not None:
            yield f"  heading_row: {row}"
    if columns:
        yield ""
        yield "# What each column holds. leave_out: it is not read."
        yield "columns:"
        yield from _entries(columns, "  ")


def _entries(values: Dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, dict):
            if value:
                yield f"{indent}{scalar(key)}:"
                yield from _entries(value, f"{indent}  ")
        else:
            yield f"{indent}{scalar(key)}: {scalar(value)}"


def _comment(name: str) -> list[str]:
    return [f"# {line}" for line in _SAYS[name].split("\n")]


def scalar(value: Any) -> str:
    """Return a value as YAML writes it on one line, in quotation marks where it could be taken for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    text = str(value)
    plain = _PLAIN.match(text) and text.casefold() not in _NOT_PLAIN and text == text.strip() and ": " not in text
    return text if plain else json.dumps(text, ensure_ascii=False)
