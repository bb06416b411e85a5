"""One function per question, as `makegood.answers` has them: records in, papers and findings out."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from makegood.answers.account import account
from makegood.documents.changed import Before
from makegood.documents.data import filling_of
from makegood.documents.fields import FIELDS
from makegood.documents.kinds import KINDS
from makegood.documents.letter import Letter, Templates, letter_from
from makegood.documents.produce import FORMATS, Format, Made, Order, produce
from makegood.documents.subject import Subject
from makegood.documents.template import Filling
from makegood.documents.texts import own
from makegood.ledger import refusals
from makegood.records import Records
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin
from makegood.terms.language import Lang

_NOTHING_MISSED: Final = (
    "The records have nothing missed and nothing without a record, so this letter is about nothing yet."
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter before any file is made of it.

    Attributes:
        letter: The letter as data; None if an error says why there is none.
        fields: What each field that it has a place for holds now, by the field's name; blank ones too.
        findings: What whoever sends it should know.
    """

    letter: Letter | None = None
    fields: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def draft(
    records: Records,
    student_id: str,
    kind: str,
    as_of: dt.date,
    *,
    lang: Lang = "en",
    fields: dict[str, str] | None = None,
    noted: bool = False,
) -> Draft:
    """Return what a letter would say, from our own templates, to be read and changed before it is made.

    Args:
        records: Records without errors, of this child at least.
        student_id: The child.
        kind: One of `KINDS`.
        as_of: The last day whose rows count; it is the letter's date.
        lang: The language.
        fields: What a person filled in, by the field's name; a blank one replaces what the records have.
        noted: Whether the records are the family's own notes, not the school's.
    """
    filling = _filling(records, _subject(student_id, kind, lang, fields, noted=noted), as_of)
    if not isinstance(filling, Filling):
        return Draft(findings=filling)
    made = letter_from(filling, kind, lang, own(), as_of)
    return Draft(
        made,
        {name: filling.fields.get(name, "") for name in made.asked},
        [*made.findings, *_doubts(kind, filling)],
    )


def letter(
    records: Records,
    student_id: str,
    kind: str,
    as_of: dt.date,
    *,
    lang: Lang = "en",
    fields: dict[str, str] | None = None,
    templates: Templates | None = None,
    formats: Sequence[Format] = FORMATS,
    before: Before | None = None,
    noted: bool = False,
    known_on: dt.date | None = None,
) -> Made:
    """Return a letter about a child, who is one of the records' students.

    Args:
        records: Records without errors, of this child at least.
        student_id: The child.
        kind: One of `KINDS`.
        as_of: The last day whose rows count; it is the letter's date.
        lang: The language.
        fields: What a person filled in, by the field's name.
        templates: Ours if None, else with a district's among them.
        formats: Which files.
        before: What the last paper rested on, to say what changed since and who changed it.
        noted: Whether the records are the family's own notes, not the school's.
        known_on: The last day whose records were read; None if all were.
    """
    unknown = sorted(set(fields or {}) - set(FIELDS))
    if unknown:
        says = f"There is no field {quoted(unknown[0])}."
        return Made(findings=[Finding("error", "unknown_field", says, Origin(), expected=", ".join(FIELDS))])
    unusable = [] if before is None else [*refusals(before.records, before.day), *refusals(records, before.day)]
    if unusable:
        return Made(findings=unusable)
    subject = replace(_subject(student_id, kind, lang, fields, noted=noted), known_on=known_on)
    filling = _filling(records, subject, as_of, before)
    if not isinstance(filling, Filling):
        return Made(findings=filling)
    order = Order(kind=kind, lang=lang, templates=templates or own(), day=as_of, formats=formats)
    made = produce(filling, order)
    made.findings.extend(_doubts(kind, filling))
    return made


def _subject(student_id: str, kind: str, lang: Lang, fields: dict[str, str] | None, *, noted: bool) -> Subject:
    writer = KINDS[kind].writer
    return Subject(student_id=student_id, lang=lang, writer=writer, fields=dict(fields or {}), noted=noted)


def _filling(
    records: Records, subject: Subject, as_of: dt.date, before: Before | None = None
) -> Filling | list[Finding]:
    """Return what a letter's template is filled with, or the errors for which the records cannot be counted."""
    ledger = account(records, as_of, {subject.student_id})
    if ledger.value is None:
        return list(ledger.findings)
    return filling_of(records, ledger.value, subject, before)


def _doubts(kind: str, filling: Filling) -> Iterator[Finding]:
    """Yield a warning for each reason why this kind of letter may be the wrong one for the child."""
    yield from _of_another_plan(kind, filling.values["plans"])
    yield from _of_nothing(kind, filling)


def _of_nothing(kind: str, filling: Filling) -> Iterator[Finding]:
    """Yield a warning where a letter is about missed minutes and none are missed."""
    if KINDS[kind].of_misses and not filling.values["totals"]["n_not_given"]:
        yield Finding("warning", "nothing_missed", _NOTHING_MISSED, Origin())


def _of_another_plan(kind: str, plans: Sequence[str]) -> Iterator[Finding]:
    """Yield a warning where the law that a letter cites speaks of no plan that this child has on record."""
    meant = KINDS[kind].plans
    if plans and not set(plans) & set(meant):
        says = f"This letter is about another kind of plan than the records have for this child: {', '.join(plans)}."
        expected = f"a child with {' or '.join(meant)} in the column plan"
        yield Finding("warning", "another_plan", says, Origin("services", None, "plan"), expected=expected)
