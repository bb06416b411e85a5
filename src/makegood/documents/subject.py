"""Whose paper it is, and the child's case in the words of who writes it."""

import datetime as dt
from dataclasses import dataclass

from makegood.documents.kinds import Writer
from makegood.documents.voice import child_words
from makegood.ledger import Ledger, log_of
from makegood.records import Records
from makegood.statements.statement.case import Case
from makegood.statements.window.window import window_of
from makegood.statements.wording.words import words_of
from makegood.terms.language import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose paper it is, and how it is written.

    Attributes:
        lang: The language.
        writer: Who writes it: it decides what the child is called.
        fields: What a person filled in.
        noted: Whether the records are the family's own notes, and the student's id none that a school gave.
        known_on: The last day whose records were read; None if all were.
    """

    student_id: str
    lang: Lang
    writer: Writer
    fields: dict[str, str]
    noted: bool = False
    known_on: dt.date | None = None


def case_of(records: Records, ledger: Ledger, subject: Subject) -> Case:
    """Return the child's case, in the words of who writes."""
    log = log_of(records, ledger.as_of)
    child = child_words(records, subject.student_id, subject.lang, subject.writer)
    return Case(
        log=log,
        ledger=ledger,
        window=window_of(log, ledger, subject.student_id),
        words=words_of(subject.lang, child),
        student_id=subject.student_id,
        audience="family",
    )
