"""A child's statement: what was promised, what was given, what follows."""

import datetime as dt
from collections.abc import Sequence

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.records import Records
from makegood.statements.statement.child import statement_of
from makegood.statements.statement.statement import Audience, Statement
from makegood.terms.findings import Finding
from makegood.terms.language import Lang


def statement(
    records: Records,
    student_id: str,
    as_of: dt.date,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    lang: Lang = "en",
    audience: Audience = "family",
    known_on: dt.date | None = None,
    findings: Sequence[Finding] = (),
    pictures: bool = True,
) -> Answer[Statement]:
    """Return a child's statement; None if there is no such child, or the records cannot be counted.

    Args:
        records: Records without errors, of this child at least.
        student_id: The child.
        as_of: The last day whose rows count.
        first: The first day of the window; None from the beginning.
        last: The last day of the window; None to the as-of date.
        lang: The language of every word.
        audience: Who reads it; a school also reads the ids of rows and rules.
        known_on: The last day whose records were read; None if all were.
        findings: What was found in the records; the statement lists what touches this child's figures.
        pictures: Whether each service has the picture of its weeks.
    """
    if student_id not in records.students.index():
        return Answer(None)
    ledger = account(records, as_of, {student_id})
    if ledger.value is None:
        return Answer(None, ledger.findings)
    found = statement_of(
        records,
        ledger.value,
        student_id,
        first=first,
        last=last,
        lang=lang,
        audience=audience,
        known_on=known_on,
        findings=findings,
        pictures=pictures,
    )
    return Answer(found, ledger.value.findings)
