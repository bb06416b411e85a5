"""`makegood letter`: a letter about one child, to send, sign or change."""

from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer

from makegood.cli.fail import refuse, refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, day, known_day, records_of_student
from makegood.cli.out import print_line
from makegood.cli.write import refuse_output, write_files
from makegood.documents.fields import FIELDS
from makegood.documents.kinds import KINDS
from makegood.documents.own import letter_make
from makegood.files.json_file import read_json
from makegood.files.limits import FIELDS_BYTES
from makegood.files.refusal import Refusal
from makegood.terms.echo import quoted

_KINDS: Final = ", ".join(KINDS)
Format = Literal["both", "pdf", "docx"]


def command(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"Which letter: {_KINDS}.")],
    folder: Folder,
    *,
    student: Annotated[str, typer.Option("--student", metavar="ID", help="The child's student_id.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="A folder of its own for this letter.")],
    lang: Annotated[Literal["en", "es"], typer.Option("--lang", help="The language: English or Spanish.")] = "en",
    format_: Annotated[Format, typer.Option("--format", help="PDF, a Word file, or both.")] = "both",
    fill: Annotated[
        Path | None,
        typer.Option("--fill", metavar="FILE", help='A JSON file with what to fill in: {"parent_name": "..."}.'),
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=TEXT", help="Fill in one field (may be repeated).")
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help="A district's own templates, from its own disk.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="The day of the last paper: say what changed since, and who did."),
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Write a letter about one child, and say what is still missing in it."""
    if kind not in KINDS:
        refuse_input(f"there is no letter {kind!r}.", expected=f"one of {_KINDS}")
    upto = day(as_of)
    make = letter_make(kind, student, upto)
    refuse_output(out, make, folder)
    fields = filled_in(fill, set_ or [])
    last = day(since, "--since") if since is not None else None
    if last is not None and last > upto:
        refuse_input(f"--since {last} lies after --as-of {upto}.", expected="the day of an earlier paper")
    known_then = known_day(known_on)
    records = records_of_student(folder, student, upto, dates, known_on=known_then)
    known = None if last is None else records_of_student(folder, student, last, dates, known_on=last)
    from makegood.documents.ask import letter  # noqa: PLC0415 - loaded once the records can be used
    from makegood.documents.changed import Before  # noqa: PLC0415 - the same
    from makegood.documents.produce import FORMATS  # noqa: PLC0415 - the same
    from makegood.documents.texts import with_district  # noqa: PLC0415 - the same

    chosen, findings = (None, []) if templates is None else with_district(templates)
    if findings:
        refuse(findings)
    formats = FORMATS if format_ == "both" else (format_,)
    before = Before(known, last) if known is not None and last is not None else None
    made = letter(
        records,
        student,
        kind,
        upto,
        lang=lang,
        fields=fields,
        templates=chosen,
        formats=formats,
        before=before,
        known_on=known_then,
    )
    if not made.files:
        refuse(made.findings)
    write_files(out, made.files, make, folder)
    show(made.findings)
    print_line(f"Written: {', '.join(str(out / name) for name in made.files)}")
    if made.missing:
        print_line("Still missing, left as blank lines (fill them in by hand, or with --set NAME=TEXT):")
        for name in made.missing:
            print_line(f"  {name}: {FIELDS[name].of(lang)}")


def filled_in(file: Path | None, pairs: list[str]) -> dict[str, str]:
    """Return what a person filled in, or refuse it."""
    fields: dict[str, str] = {}
    if file is not None:
        held: Any = read_json(file, FIELDS_BYTES)
        if isinstance(held, Refusal):
            refuse([held.finding(file.name)])
        if not isinstance(held, dict) or not all(isinstance(text, str) for text in held.values()):
            refuse_input(f"{file} does not hold fields.", expected='a JSON object such as {"parent_name": "..."}')
        fields = held
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign:
            refuse_input(f"--set {quoted(name)} has no '='.", expected="NAME=TEXT, such as parent_phone=555-0100")
        fields[name.strip()] = text.strip()
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        refuse_input(f"there is no field {quoted(unknown[0])}.", expected=f"one of {', '.join(FIELDS)}")
    return {name: text for name, text in fields.items() if text}
