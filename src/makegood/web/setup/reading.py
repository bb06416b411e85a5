"""An import under way, read: what was seen, what is asked, and what the answers change."""

import datetime as dt
import shutil
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from makegood.files.moves import exchange
from makegood.imports.ask import Question
from makegood.imports.finish import write_mappings
from makegood.imports.loaded import load
from makegood.imports.read import read
from makegood.imports.result import Import
from makegood.imports.write.caseload import FILE
from makegood.intake.unfinished import MAPPINGS
from makegood.terms.findings import Finding, errors
from makegood.web.records.away import imported_and_taken_back, used_ids
from makegood.web.setup.field_names import field_of_own_words, field_of_question
from makegood.web.setup.lay_out import lay_out, put_mappings
from makegood.web.setup.promises import plain
from makegood.web.setup.work import Work
from makegood.web.typed import iso_day, number_in

OWN_WORDS: Final = "own"


def look(work: Work) -> tuple[Import | None, list[Finding]]:
    """Read the files beside the records; None and the findings if they cannot be read."""
    loaded = load(work.files, work.records)
    loaded.taken_back, loaded.used = imported_and_taken_back(), used_ids()
    if errors(loaded.findings) or not loaded.files:
        return None, errors(loaded.findings) or loaded.findings
    made = read(loaded)
    return (None, made.refused) if made.refused else (made, loaded.findings)


def refresh(work: Work) -> None:
    """Lay the records out as they are now, and keep what was answered so far."""
    old, new = work.records, work.folder / "now"
    shutil.rmtree(new, ignore_errors=True)
    lay_out(new)
    put_mappings(new, [path.name for path in work.files])
    if (old / MAPPINGS).is_dir():
        shutil.copytree(old / MAPPINGS, new / MAPPINGS, dirs_exist_ok=True)
    if (old / FILE).is_file():
        shutil.copy(old / FILE, new / FILE)
    if old.is_dir():
        # In one step: killed in between, there would be no records, and nothing of what was answered.
        exchange(new, old)
        shutil.rmtree(new, ignore_errors=True)
    else:
        new.rename(old)


def answer(made: Import, form: Mapping[str, str]) -> dict[str, str]:
    """Take the answers of a form into the mappings, which are not written down yet.

    Returns:
        The fields whose answers are none, and what was typed there.
    """
    wrong: dict[str, str] = {}
    before = {file.name: file.mapping.dates for file in made.loaded.files}
    for question in made.questions:
        name = field_of_question(question)
        chosen, own = form.get(name, ""), plain(form.get(field_of_own_words(name), ""))
        value = _value(question, chosen, own)
        if value is None:
            if chosen or own:
                wrong[name] = own
            continue
        file = next(each for each in made.loaded.files if each.name == question.file)
        try:
            file.mapping = file.mapping.with_answers([(question.key, value)])
        except ValidationError:
            wrong[name] = own
    for file in made.loaded.files:
        first, last = file.mapping.dates.first_day, file.mapping.dates.last_day
        if isinstance(first, dt.date) and isinstance(last, dt.date) and first >= last:
            file.mapping = file.mapping.model_copy(update={"dates": before[file.name]})
            asked = [each for each in made.questions if each.kind == "school_days" and each.file == file.name]
            days = [field_of_question(each) for each in asked]
            wrong |= {name: form.get(field_of_own_words(name), "") for name in days}
    return wrong


def keep_answers(made: Import) -> list[Finding]:
    """Write down what the mappings say now, once for a form: a second time the folder is not as it was read.

    Answers by which the files could not be read at all are not kept: their page could not be shown any more.

    Returns:
        What kept them from being written.
    """
    again = read(made.loaded)
    return again.refused or errors(write_mappings(again)[1])


def _value(question: Question, chosen: str, own: str) -> Any:
    """Return the value of an answer, or None if there is none."""
    nth = number_in(chosen)
    if nth is not None and nth < len(question.likely):
        return question.likely[nth].value
    # Who typed or chose something of their own and ticked nothing has answered; a tick elsewhere goes before it.
    if not question.any_text or not own or chosen not in {"", OWN_WORDS}:
        return None
    if question.kind in {"session_minutes", "code"} and number_in(own) is not None:
        return number_in(own)
    if question.kind == "session_minutes":
        return None
    if question.kind == "school_days":
        return iso_day(own)
    return own
