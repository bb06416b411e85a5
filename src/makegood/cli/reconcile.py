"""`makegood reconcile`: the family's notes beside the school's log."""

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from makegood.cli.fail import refuse_input
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, day, known_day, records_of, refuse_student, refuse_uncounted
from makegood.cli.out import print_data, print_line
from makegood.cli.write import json_text, refuse_output, write_files
from makegood.documents.own import reconcile_make
from makegood.terms.language import Lang

if TYPE_CHECKING:
    from makegood.documents.reconcile import Reconciled


def command(
    folder: Folder,
    *,
    student: Annotated[
        str | None, typer.Option("--student", metavar="ID", help="Only this child's notes (needed for --out).")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write it as a PDF into this folder.")
    ] = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    lang: Annotated[Literal["en", "es"], typer.Option("--lang", help="The language: English or Spanish.")] = "en",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Lay each note of a family beside the log, with the account under each reading; it judges neither."""
    upto = day(as_of)
    if out is not None:
        if student is None:
            refuse_input("a paper is about one child.", expected="--student ID")
        refuse_output(out, reconcile_make(student, upto), folder)
    known = known_day(known_on)
    records = records_of(folder, upto, dates, known_on=known, quiet=True)
    from makegood.documents.own_records import OwnRecords  # noqa: PLC0415 - loaded once the records can be used
    from makegood.documents.pdf import pdf_of  # noqa: PLC0415 - the same
    from makegood.documents.reconcile import reconcile  # noqa: PLC0415 - the same
    from makegood.documents.reconcile_paper import reconcile_paper  # noqa: PLC0415 - the same

    refuse_uncounted(records, upto)
    if student is not None and student not in records.students.index():
        refuse_student(records, folder, student)
    noted = [student] if student is not None else sorted(set(records.family_notes.student_id))
    own = OwnRecords(records, upto)
    found = [reconcile(records, upto, id_, own) for id_ in noted]
    if out is not None and student is not None:
        data, _ = pdf_of(reconcile_paper(found[0], upto, lang, known))
        write_files(out, {"reconcile.pdf": data}, reconcile_make(student, upto), folder)
        print_line(f"Written: {out / 'reconcile.pdf'}")
    elif format_ == "json":
        print_data(json_text({"as_of": upto.isoformat(), "students": [_as_dict(each) for each in found]}))
    else:
        _print(found, lang, upto, known)


def _as_dict(found: "Reconciled") -> dict[str, Any]:
    printed = asdict(found)
    for note in printed["beside"]:
        note["date"] = note["date"].isoformat()
    return printed


def _print(found: "list[Reconciled]", lang: Lang, as_of: dt.date, known_on: dt.date | None) -> None:
    from makegood.documents.reconcile import FIGURES, SAYS  # noqa: PLC0415 - loaded once the records can be used
    from makegood.documents.reconcile_paper import ACCOUNT_HEAD, HEAD, READINGS, log_in_words  # noqa: PLC0415 - the same
    from makegood.documents.tables import saw_in_words  # noqa: PLC0415 - the same
    from makegood.statements.wording.words import words_of  # noqa: PLC0415 - the same

    words = words_of(lang)
    _, _, *heads, _ = HEAD.of(lang)
    if not found:
        print_line("No notes of families are on record.")
    for each in found:
        up_to = words.page.records_up_to.format(day=words.up_to(as_of, known_on))
        print_line(f"{words.page.student.format(id=each.student_id)}. {up_to}")
        for note in each.beside:
            where = f"{words.dated(note.date)}, {words.service(note.service_type)}"
            print_line(f"  {where}: {SAYS[note.outcome].of(lang)}.")
            sides = (log_in_words(words, note), saw_in_words(words, note.saw, note.noted))
            print_line("    " + " ".join(f"{head}: {side}." for head, side in zip(heads, sides, strict=True)))
        for reading, sums in zip(READINGS.of(lang), (each.school, each.family), strict=True):
            called = [head.lower() for head in ACCOUNT_HEAD.of(lang)[1:]]
            parts = [f"{name} {sums[figure]:,}" for name, figure in zip(called, FIGURES, strict=True)]
            print_line(f"  {words.accounts.minutes}, {reading}: {', '.join(parts)}.")
