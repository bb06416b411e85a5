"""`makegood statement`: what a family reads of one child's services."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from makegood.answers.statement import statement
from makegood.cli.fail import refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, answered, day, known_day, read_report, refuse_student
from makegood.cli.out import print_data, print_note
from makegood.cli.write import json_text, refuse_output, write_bytes, write_text
from makegood.documents.own import STATEMENT_MARK, of_day, pdf_mark
from makegood.files.own import Make, page, whose
from makegood.statements.statement.child import statement_as_dict


def command(
    folder: Folder,
    *,
    student: Annotated[str, typer.Option("--student", metavar="ID", help="The child's student_id.")],
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Only periods that begin on or after this day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only periods that begin on or before this day.")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write one page to read or print.")
    ] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write it as a PDF.")] = None,
    for_: Annotated[
        Literal["family", "school"],
        typer.Option("--for", help="Who reads it; a school also reads the ids of rows and rules."),
    ] = "family",
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    lang: Annotated[Literal["en", "es"], typer.Option("--lang", help="The language: English or Spanish.")] = "en",
    dates: Dates = "iso",
) -> None:
    """Print a child's statement, or write it as a page or a PDF."""
    upto = day(as_of)
    first = day(from_, "--from") if from_ is not None else None
    last = day(until, "--until") if until is not None else None
    if first is not None and last is not None and last < first:
        refuse_input(f"--until {last} lies before --from {first}.", expected="a first day, then a last day")
    known = known_day(known_on)
    says, sign = f"a statement of this child of {upto}", of_day(whose(student), upto)
    make, make_pdf = Make(says, file=page(f"statement {sign}")), Make(says, file=pdf_mark(f"{STATEMENT_MARK} {sign}"))
    for place, kind in ((html, make), (pdf, make_pdf)):
        if place is not None:
            refuse_output(place, kind, folder)
    records, report = read_report(folder, upto, dates, known_on=known, only=[student])
    child_statement = answered(
        lambda: statement(
            records,
            student,
            upto,
            first=first,
            last=last,
            lang=lang,
            audience=for_,
            known_on=known,
            # Of the findings of a folder, the statement tells those about this child's rows.
            findings=report.every,
        )
    )
    if child_statement is None:
        refuse_student(records, folder, student)
    if html is not None:
        from makegood.statements.statement.page import statement_html  # noqa: PLC0415 - only a page needs its templates

        write_text(html, statement_html(child_statement), make, folder)
        print_note(f"Written: {html}")
    if pdf is not None:
        from makegood.documents.pdf import pdf_of  # noqa: PLC0415 - only a PDF needs what arranges it
        from makegood.documents.produce import lacking_glyphs  # noqa: PLC0415 - the same
        from makegood.documents.statement_paper import statement_paper  # noqa: PLC0415 - the same

        data, lacking = pdf_of({**statement_paper(child_statement), "made": f"{STATEMENT_MARK} {sign}"})
        write_bytes(pdf, data, make_pdf, folder)
        show([lacking_glyphs(lacking)] if lacking else [])
        print_note(f"Written: {pdf}")
    if html is not None or pdf is not None:
        return
    if format_ == "json":
        print_data(json_text(statement_as_dict(child_statement)))
    else:
        from makegood.cli.paper import Paper  # noqa: PLC0415 - only a terminal needs it
        from makegood.statements.statement.terminal import print_statement  # noqa: PLC0415 - the same

        print_statement(child_statement, Paper())
