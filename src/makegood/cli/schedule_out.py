"""A week as files: JSON for `makegood accept`, tables for a spreadsheet, a page with pictures."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from makegood.cli.fail import refuse_input
from makegood.cli.progress import working
from makegood.cli.write import csv_text, json_text, refuse_output, write_folder, write_text
from makegood.files.own import Make, json_of, page, table
from makegood.planner.wording import Names
from makegood.terms.clock import clock
from makegood.week.caseload import Caseload
from makegood.week.moves import Move
from makegood.week.week import Week
from makegood.week.week_json import week_json
from makegood.week.wording import day_of, lost_days

Format = Literal["table", "json"]
SLOTS: Final = (
    "provider_id", "day", "start", "end", "minutes", "school_id", "service_type", "student_id", "service_id", "lost",
    "of",
)  # fmt: skip
UNPLACED: Final = (
    "school_id", "student_id", "service_type", "service_id", "sessions", "of", "minutes", "why", "detail", "elsewhere",
)  # fmt: skip
MOVED: Final = (
    "student_id", "service_id", "provider_id", "day", "start", "end", "to_provider", "to_day", "to_start", "to_end",
    "why",
)  # fmt: skip
PROVIDERS: Final = (
    "provider_id", "at_work", "sessions", "travel", "documentation", "free", "owed_per_1000", "make_ups_need", "holds",
)  # fmt: skip
_JSON: Final = json_of("from")
_TABLES: Final = {
    f"{name}.csv": table(columns)
    for name, columns in (("slots", SLOTS), ("unplaced", UNPLACED), ("moved", MOVED), ("providers", PROVIDERS))
}
_MAKES: Final[dict[Format, Make]] = {
    "json": Make("a week", file=_JSON),
    "table": Make("a week", {**_TABLES, "week.json": _JSON, "week.html": page("week")}),
}


def refuse_place(out: Path, format_: Format, folder: Path) -> None:
    """Refuse a place that cannot be meant or must not be written to, before any work is done."""
    if format_ != "json" and out.suffix.lower() in {".json", ".html", ".csv"}:
        refuse_input(f"--out {out} looks like a file.", expected="the name of a folder, or --format json for one file")
    refuse_output(out, _MAKES[format_], folder)


def write_week(
    out: Path, week: Week, caseload: Caseload, moves: Sequence[Move], names: Names, *, html: bool, reads: Path
) -> None:
    """Write a week into a folder that is there whole or not at all."""

    def fill(new: Path) -> None:
        for name, text in _files(week, caseload, moves, names, html=html):
            (new / name).write_text(text, encoding="utf-8", newline="")

    with working(f"Writing {out}"):
        write_folder(out, fill, _MAKES["table"], reads)


def write_json(out: Path, week: Week, reads: Path) -> None:
    """Write a week as one file of JSON."""
    write_text(out, json_text(week_json(week)), _MAKES["json"], reads)


def _files(
    week: Week, caseload: Caseload, moves: Sequence[Move], names: Names, *, html: bool
) -> Iterator[tuple[str, str]]:
    data = week_json(week)
    yield "week.json", json_text(data)
    yield "slots.csv", csv_text(SLOTS, _slots(week, caseload))
    yield "unplaced.csv", csv_text(UNPLACED, data["unplaced"])
    yield "moved.csv", csv_text(MOVED, map(_moved, moves))
    yield "providers.csv", csv_text(PROVIDERS, data["providers"])
    if html:
        from makegood.week.page import week_page  # noqa: PLC0415 - only a page needs its template

        yield "week.html", week_page(week, caseload, moves, names)


def _slots(week: Week, caseload: Caseload) -> Iterator[dict[str, Any]]:
    needs = caseload.need()
    for slot in week.slots:
        need = needs[slot.service_id]
        lost = lost_days(caseload, need, slot)
        yield {
            "provider_id": slot.provider_id,
            "day": day_of(slot.pattern),
            "start": clock(slot.start),
            "end": clock(slot.end),
            "minutes": slot.minutes,
            "school_id": need.school_id,
            "service_type": need.service_type,
            "student_id": need.student_id,
            "service_id": slot.service_id,
            "lost": None if lost is None else lost[1],
            "of": None if lost is None else lost[0],
        }


def _moved(move: Move) -> dict[str, Any]:
    slot, to = move.slot, move.to
    row: dict[str, Any] = dict.fromkeys(MOVED) | {
        "student_id": move.student_id,
        "service_id": slot.service_id,
        "provider_id": slot.provider_id,
        "day": day_of(slot.pattern),
        "start": clock(slot.start),
        "end": clock(slot.end),
        "why": move.why,
    }
    if to is not None:
        row |= {
            "to_provider": to.provider_id,
            "to_day": day_of(to.pattern),
            "to_start": clock(to.start),
            "to_end": clock(to.end),
        }
    return row
