"""`makegood import`: any log, grid, caseload or export becomes a folder of records."""

from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer
from pydantic import ValidationError

from makegood.cli.fail import UNUSABLE, refuse, refuse_input
from makegood.cli.import_ask import ask_all
from makegood.cli.import_show import show_done, show_import, show_nothing, show_questions
from makegood.cli.out import print_data, print_line, print_note
from makegood.cli.progress import somebody_answers, working
from makegood.cli.write import json_text
from makegood.imports.finish import finish, write_mappings
from makegood.imports.loaded import load
from makegood.imports.read import read
from makegood.imports.report import as_dict
from makegood.imports.result import Import
from makegood.imports.values.school_years import school_year_in
from makegood.terms.findings import errors


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Your own files: .xlsx, .csv, .txt ...")],
    *,
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="The folder of records, new or not.")],
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="How to read the file (default: FOLDER/mappings/).")
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Show what would be written, and write nothing.")] = False,
    school_year: Annotated[
        str | None, typer.Option("--school-year", metavar="YEAR", help="The school year of the dates, such as 2026-27.")
    ] = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Look, ask, show, write."""
    year = _year(school_year)
    if mapping is not None and len(files) > 1:
        refuse_input("--mapping says how one file is read.", expected="one file at a time")
    with working("Reading"):
        loaded = load(files, into, mapping=mapping, school_year=year)
        for sentence in loaded.put_right:
            print_note(f"makegood: {sentence}")
        if errors(loaded.findings):
            refuse(loaded.findings)
        made = read(loaded)
    asks = not preview and format_ == "table" and somebody_answers()
    if made.questions and asks:
        made = _answered(made)
    if format_ == "json":
        print_data(json_text(as_dict(made)))
    else:
        show_import(made)
    if made.questions:
        _write_questions(made, mapping, quiet=format_ == "json")
    elif made.is_nothing:
        _write_nothing(made, mapping, quiet=format_ == "json")
    elif not preview and (not asks or typer.confirm(f"Write this into {into}?", default=True)):
        _write(made, quiet=format_ == "json")


def _year(text: str | None) -> int | None:
    """Return the year in which the school year of `--school-year` begins, or None if it was not given."""
    year = school_year_in(text) if text is not None else None
    if text is not None and year is None:
        refuse_input(f"--school-year {text!r} is no school year.", expected="a school year such as 2026-27")
    return year


def _write_questions(made: Import, mapping: Path | None, *, quiet: bool) -> NoReturn:
    """Write the mapping with `?` where an answer is needed, say what is asked, and leave."""
    written, found = write_mappings(made, mapping)
    if not quiet:
        show_questions(made, written)
    if found:
        refuse(found)
    raise typer.Exit(UNUSABLE)


def _write_nothing(made: Import, mapping: Path | None, *, quiet: bool) -> NoReturn:
    """Write the mapping to be filled in, say that nothing could be read, and leave."""
    written, found = write_mappings(made, mapping, every=True)
    if found:
        refuse(found)
    if not quiet:
        show_nothing(made, written)
    raise typer.Exit(UNUSABLE)


def _write(made: Import, *, quiet: bool) -> None:
    """Write the import, or refuse it with what is wrong."""
    written, found = finish(made)
    if errors(found):
        refuse(found)
    if not quiet:
        show_done(made, written, found)


def _answered(made: Import) -> Import:
    """Ask what is open, as often as answers open something more."""
    while made.questions:
        for question, answer in ask_all(made.questions):
            file = next(each for each in made.loaded.files if each.name == question.file)
            try:
                file.mapping = file.mapping.with_answers([(question.key, answer)])
            except ValidationError:
                print_line(f"'{answer}' is no answer to this.")
        made = read(made.loaded)
    return made
