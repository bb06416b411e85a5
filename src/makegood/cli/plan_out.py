"""A plan as files in a folder: pages to read and print, tables, calendars, and JSON for programs."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Literal

from makegood.answers.plan import Made
from makegood.cli.fail import refuse_input
from makegood.cli.plan_ask import Ask
from makegood.cli.plan_files import HEADERS, MADE_BY, cover_csv, fixes_csv, sessions_csv, unplanned_csv
from makegood.cli.plan_what_if import COLUMNS, beside_csv
from makegood.cli.progress import working
from makegood.cli.write import json_text, refuse_output, write_folder, write_text
from makegood.files.own import Make, calendar, json_of, page, table
from makegood.planner.explain.placed import Placed
from makegood.plans.plan import Plan
from makegood.terms.file_name import file_name
from makegood.terms.language import Lang

Format = Literal["table", "json", "csv", "ics"]
_FILES: Final = frozenset({".csv", ".json", ".ics", ".html", ".txt", ".xlsx"})
_JSON: Final = json_of("as_of", "sessions")
_TABLES: Final = {f"{name}.csv": table(*headers) for name, headers in HEADERS.items()} | {"what_if.csv": table(COLUMNS)}
_PAGES: Final = {place: page("plan") for place in ("plan.html", "weeks/*.html")}
_MAKES: Final[dict[Format, Make]] = {
    "json": Make("a plan", file=_JSON),
    "csv": Make("a plan", _TABLES),
    "ics": Make("a plan", {"*.ics": calendar(MADE_BY)}),
    "table": Make("a plan", {**_TABLES, **_PAGES, "plan.json": _JSON, "calendars/*.ics": calendar(MADE_BY)}),
}


def refuse_place(out: Path, format_: Format, *reads: Path) -> None:
    """Refuse a place that cannot be meant or must not be written to, before any work is done."""
    if format_ != "json" and out.suffix.lower() in _FILES:
        refuse_input(f"--out {out} looks like a file.", expected="the name of a folder, or --format json for one file")
    refuse_output(out, _MAKES[format_], *reads)


def write_plan(out: Path, format_: Format, ask: Ask, made: Made, *reads: Path, lang: Lang = "en") -> None:
    """Write a plan: with json one file, else a folder that is there whole or not at all.

    A table's folder has everything: `plan.html` and the pages that belong to it, `plan.json`, the tables as CSV,
    and `calendars`, an .ics file for each provider. `lang` is the language of the children's pages. Nothing
    is written into what was read.
    """
    if format_ == "json":
        write_text(out, json_text(made.as_dict()), _MAKES[format_], *reads)
        return

    def fill(new: Path) -> None:
        if format_ == "table":
            for name in ("calendars", "weeks"):
                # They are there even when they are empty, so that the next plan knows the folder for one of its own.
                (new / name).mkdir()
        for name, text in _files(format_, ask, made, lang):
            (new / name).parent.mkdir(exist_ok=True)
            # The folder takes its place in one step, so its files need not be written one by one with that care.
            (new / name).write_text(text, encoding="utf-8", newline="")

    with working(f"Writing {out}"):
        write_folder(out, fill, _MAKES[format_], *reads)


def _files(format_: Format, ask: Ask, made: Made, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield each file's place and text, one at a time: a district's pages together would fill the memory."""
    plan, beside = made.plan, made.beside
    settled = () if format_ == "ics" else tuple(made.placed())
    if format_ != "ics":
        yield from _tables(plan, ask, settled).items()
    if format_ == "csv" and beside:
        yield "what_if.csv", beside_csv(beside)
    if format_ == "table":
        yield "plan.json", json_text(made.as_dict())
        yield "fixes.csv", fixes_csv(made.fixes)
        what_if = {each.name: each.comparison for each in beside}
        from makegood.planner.pictures.page import pages  # noqa: PLC0415 - only pages need their templates

        yield from pages(ask.instance, plan, ask.names, what_if, made.fixes, lang=lang, settled=settled)
    if format_ != "csv":
        place = "" if format_ == "ics" else "calendars/"
        yield from ((f"{place}{name}", text) for name, text in _calendars(plan, ask).items())


def _tables(plan: Plan, ask: Ask, settled: Iterable[Placed]) -> dict[str, str]:
    return {
        "sessions.csv": sessions_csv(settled, ask),
        "unplanned.csv": unplanned_csv(plan, ask),
        "cover.csv": cover_csv(plan),
    }


def _calendars(plan: Plan, ask: Ask) -> dict[str, str]:
    from makegood.cli.plan_calendars import calendars  # noqa: PLC0415 - only calendars need icalendar

    made = calendars(plan, ask.names, ask.as_of)
    return {f"{file_name(provider)}.ics": text for provider, text in made.items()}
