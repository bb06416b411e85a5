"""What a family should know before it answers an offer of make-ups: where a no closes minutes, and by which rule."""

import datetime as dt
from dataclasses import dataclass

from makegood.answers.account import account
from makegood.documents.open_minutes import closed_by_no
from makegood.documents.subject import Subject, case_of
from makegood.records import Records
from makegood.terms.language import Lang


@dataclass(frozen=True, slots=True)
class Releasing:
    """A rule by which a declined offer closes minutes.

    Attributes:
        title: What it is called.
        source: Where it is written and how far that was read.
    """

    title: str
    source: str


def releasing(records: Records, student_id: str, as_of: dt.date, lang: Lang) -> dict[str, Releasing]:
    """Return, by session_id, the rule by which a no would close the minutes of a missed session that are open.

    Args:
        records: The child's records, without errors.
        student_id: The child.
        as_of: The last day whose rows count.
        lang: The language of the words.
    """
    ledger = account(records, as_of, {student_id})
    if ledger.value is None:
        return {}
    case = case_of(records, ledger.value, Subject(student_id=student_id, lang=lang, writer="family", fields={}))
    found = {}
    for miss in case.window.misses:
        rule = closed_by_no(miss)
        if miss.session_id and rule is not None:
            source = f"{rule.citation}. {case.words.rules.verifications[rule.verification]}"
            found[miss.session_id] = Releasing(rule.pack_title, source)
    return found
