"""A plan as files in a folder: pages to read and print, tables, calendars, and JSON for programs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import quote

from makegood.cli.fail import refuse_input
from makegood.cli.plan_ask import Ask
from makegood.cli.plan_calendars import calendars
from makegood.cli.plan_files import cover_csv, sessions_csv, unplanned_csv
from makegood.cli.plan_what_if import Beside, beside_csv, beside_json
from makegood.cli.write import json_text, write_folder, write_text
from makegood.planner.pictures.page import pages
from makegood.planner.plan import Plan
from makegood.planner.plan_json import plan_json

Format = Literal["table", "json", "csv", "ics"]
_FILES: Final = frozenset({".csv", ".json", ".ics", ".html", ".txt", ".xlsx"})


def as_json(plan: Plan, beside: Sequence[Beside]) -> dict[str, Any]:
    """Return a plan for JSON; the scenarios beside it only if there are any."""
    return plan_json(plan) | ({"what_if": beside_json(beside)} if beside else {})


def refuse_place(out: Path, format_: Format) -> None:
    """Refuse a place that cannot be meant, before any work is done."""
    if format_ != "json" and out.suffix.lower() in _FILES:
        refuse_input(f"--out {out} looks like a file.", expected="the name of a folder, or --format json for one file")


def write_plan(out: Path, format_: Format, ask: Ask, plan: Plan, beside: Sequence[Beside] = ()) -> None:
    """Write a plan: with json one file, else a folder that stands there whole or not at all.

    A table's folder has everything: `plan.html` and the pages that belong to it, `plan.json`, the tables as CSV,
    and `calendars`, an .ics file for each provider.
    """
    if format_ == "json":
        write_text(out, json_text(as_json(plan, beside)))
        return

    def fill(made: Path) -> None:
        if format_ == "table":
            for name in ("calendars", "weeks"):
                # They stand there even when they are empty, so that the next plan knows the folder for one of its own.
                (made / name).mkdir()
        for name, text in _files(format_, ask, plan, beside).items():
            (made / name).parent.mkdir(exist_ok=True)
            # The folder takes its place in one step, so its files need not be written one by one with that care.
            (made / name).write_text(text, encoding="utf-8", newline="")

    write_folder(out, fill)


def _files(format_: Format, ask: Ask, plan: Plan, beside: Sequence[Beside]) -> dict[str, str]:
    if format_ == "csv":
        return _tables(plan, ask) | ({"what_if.csv": beside_csv(beside)} if beside else {})
    if format_ == "ics":
        return _calendars(plan, ask)
    return {
        **pages(ask.instance, plan, ask.names, {each.name: each.comparison for each in beside}),
        "plan.json": json_text(as_json(plan, beside)),
        **_tables(plan, ask),
        **{f"calendars/{name}": text for name, text in _calendars(plan, ask).items()},
    }


def _tables(plan: Plan, ask: Ask) -> dict[str, str]:
    return {
        "sessions.csv": sessions_csv(plan, ask.names),
        "unplanned.csv": unplanned_csv(plan, ask.names),
        "cover.csv": cover_csv(plan),
    }


def _calendars(plan: Plan, ask: Ask) -> dict[str, str]:
    made = calendars(plan, ask.names, ask.as_of)
    return {f"{quote(provider, safe=' ')}.ics": text for provider, text in made.items()}
