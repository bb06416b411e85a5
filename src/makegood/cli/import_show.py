"""What an import found, for a terminal: short, in 80 columns."""

from collections.abc import Sequence
from pathlib import Path

from makegood.cli.fail import counted
from makegood.cli.paper import say, show_table
from makegood.imports.draft.outcome_words import outcome_in_words
from makegood.imports.look import Look
from makegood.imports.look.mapped import column_name
from makegood.imports.report import assumed, counts, grouped_left_out, question_lines, samples, taken
from makegood.imports.result import Import
from makegood.imports.write.caseload import FILE
from makegood.terms.findings import Finding

_SHAPES = {
    "log": "a log",
    "grid": "a grid",
    "caseload": "a list of students and services",
    "calendar": "a calendar",
    "notes": "notes",
    "absences": "a list of absences",
    "key": "a key to codes",
    "leave_out": "left out",
    "unknown": "not known what it is",
}
_WIDEST = 36
_FEW = 5
_MOST_WORDS = 12


def show_import(made: Import) -> None:
    """Print what was seen, rows as read, counts, what was left out, and what was assumed."""
    for file in made.loaded.files:
        say(file.name)
        for known in file.layouts:
            say(known.says, indent="  ")
        for look in made.looks[file.name]:
            _show_look(look)
    shown = samples(made)
    if shown:
        say()
        rows = [[_row(each.where.row), _short(each.words), each.read] for each in shown]
        columns = [("row", "right"), ("the file says", "left"), ("read as", "words")]
        show_table(f"{len(shown)} of {counted(len(made.drafts.sessions), 'session')}, as read", columns, rows)
    _show_counts(made)
    _show_words(made)
    _show_left_out(made)
    found = assumed(made)
    if found:
        say("Assumed:")
        for words, number in found:
            say(f"- {words}" + (f" ({number:,} times)" if number > 1 else ""), indent="  ")


def _show_look(look: Look) -> None:
    block = look.blocks[0] if look.blocks else None
    name = f"sheet {look.sheet.name!r}: " if look.sheet.name else ""
    row = f", headings in row {block.heading_row}" if block and block.heading_row else ""
    days = sum(len(each.days) for each in look.blocks)
    say(f"{name}{_SHAPES[look.shape]}{row}" + (f", {counted(days, 'day')} across" if days else ""), indent="  ")
    if block is None or look.shape == "notes":
        return
    read = [
        f"{column_name(c)!r} is {(c.meaning or '').replace('_', ' ')}" for c in block.columns if _is_read(c.meaning)
    ]
    unread = [repr(column_name(c)) for c in block.columns if not _is_read(c.meaning) and c.heading]
    if read:
        say("; ".join(read), indent="    ")
    if unread:
        say(f"not read: {', '.join(unread)}", indent="    ")


def _is_read(meaning: str | None) -> bool:
    return meaning is not None and meaning not in {"ignore", "total"}


def _show_counts(made: Import) -> None:
    found = counts(made)
    new = f" ({found['new_students']:,} new)" if found["new_students"] else ""
    promises = f", {counted(found['promises'], 'new service')}" if found["promises"] else ""
    say()
    say(
        f"{counted(found['rows'], 'row')}: {counted(found['students'], 'student')}{new}{promises}, "
        f"{counted(found['sessions'], 'session')} of {found['minutes']:,} minutes"
        f"{', ' + counted(found['days'], 'day') + ' or breaks of the calendar' if found['days'] else ''}."
    )
    if found["absences"]:
        say(f"{found['absences']:,}  absences to add", indent="     ")
    for meaning, number in found["outcomes"].items():
        words = "an answer is needed" if meaning == "?" else outcome_in_words(meaning)
        say(f"{number:>6,}  {words}", indent="")
    if found["sessions_waiting"]:
        say(f"{found['sessions_waiting']:,} of them wait until it is known what the IEP promises.")
    if found["without_service"] and (found["promises"] or found["waiting"]):
        say(f"{counted(found['without_service'], 'student')} without any service: not written.")
    if not made.loaded.is_new:
        say(
            f"Of these, {found['new']:,} are new, {found['same']:,} are in the folder already, "
            f"{found['changed']:,} are corrections."
        )
    if gone := made.again.gone:
        shown = ", ".join(f"{row.id} of {row.date}" for row in gone[:_FEW])
        more = f" and {len(gone) - _FEW:,} more" if len(gone) > _FEW else ""
        say(f"In the folder from these files, and no longer in them (they stay): {shown}{more}.")
    if made.again.differs:
        shown = ", ".join(f"{old.id} of {old.date}" for old, _ in made.again.differs[:_FEW])
        say(f"On record from elsewhere, and different there (nothing was changed): {shown}.")
    for draft, service in made.services.differing[:_FEW]:
        say(
            f"{draft.where.words()} promises other minutes than {service.id}, which runs on the same days: not changed."
        )


def _show_words(made: Import) -> None:
    found = taken(made)
    if not found:
        return
    shown = [f"{word!r} for {meaning.replace('_', ' ')} ({number:,})" for word, meaning, number in found[:_MOST_WORDS]]
    more = f" and {len(found) - _MOST_WORDS:,} more, in the mapping" if len(found) > _MOST_WORDS else ""
    say(f"Taken: {'; '.join(shown)}{more}.")


def _show_left_out(made: Import) -> None:
    found = grouped_left_out(made)
    if found:
        say("Left out:")
    for why, places, words in found:
        sheets = {place.sheet for place in places}
        rows = ", ".join(
            f"{place.sheet} {place.row}" if len(sheets) > 1 else str(place.row) for place in places[:_FEW] if place.row
        )
        more = " ..." if len(places) > _FEW else ""
        example = f" ({_short(words)})" if words else ""
        say(f"{len(places):,}  {why}: row {rows}{more}{example}" if rows else f"{len(places):,}  {why}", indent="  ")


def show_questions(made: Import, written: Sequence[Path]) -> None:
    """Print what has to be answered, and where."""
    say()
    say(f"{counted(len(made.questions), 'question')}. Nothing was written yet.")
    for question in made.questions:
        first, *others = question_lines(question, numbered=False)
        say(first, indent="  ")
        for line in others:
            say(line, indent="  ")
    paths = " and ".join(str(path) for path in written)
    say()
    say(f'Write each answer in the place of its "?" in {paths}; then run the same command again.')


def show_nothing(made: Import, written: Sequence[Path]) -> None:
    """Say that nothing of the files could be read as records, and where a person can say what they hold."""
    say()
    names = " and ".join(file.name for file in made.loaded.files)
    say(
        f"Nothing in {names} was read as a session, a service or a day without school, so nothing was written. If it "
        "holds any, say what its sheets and columns are: shape (log, grid, caseload, calendar, notes) and columns "
        "(date, student_name, service_type, minutes_delivered, code, reason ...) in "
        f"{' and '.join(str(path) for path in written)}; then run the same command again."
    )


def show_done(made: Import, written: Sequence[str], found: Sequence[Finding]) -> None:
    """Print what was written, and what comes next."""
    into = made.loaded.into
    say()
    if not written and not made.has_account and made.drafts.days:
        say(
            "Nothing was written yet: the days of a calendar need the services that they hold for. Import the calendar "
            "together with a list of students and services, or with a log."
        )
        return
    if not written and not made.has_account:
        say(
            "Nothing was written: this says nothing of what an IEP promises. Import it together with a file that does, "
            "such as an export of services."
        )
        return
    if not written:
        say("All of it was in the folder already. Nothing was changed.")
        return
    if FILE in written and made.services.waiting:
        say(
            f"What does each IEP promise? It is not known for {counted(len(made.services.waiting), 'service')} in "
            f"{into / FILE}. Fill in the column 'Frequency' in the IEP's own words, such as 2 x 30 min weekly, "
            "then run the same command again."
        )
    if made.has_account or not made.loaded.is_new:
        more = f" There are warnings: makegood check {into} shows them." if found else ""
        say(f"Written: {into} ({', '.join(written)}).{more}")
        say(f"Next: makegood ledger {into}")
    else:
        say(f"No promise is known yet, so there is no account. Written: {into} ({', '.join(written)}).")


def _row(number: int | None) -> str:
    return str(number or "")


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _WIDEST else f"{plain[: _WIDEST - 3]}..."
