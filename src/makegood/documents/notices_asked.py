"""The rules that ask a school for a notice about what was missed, as a letter names them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from makegood.policies import read_packs
from makegood.statements.notices.notice import NoticeDue
from makegood.statements.notices.notices import notices_of
from makegood.statements.statement.case import Case
from makegood.statements.wording.words import Words


def notices_due(case: Case) -> list[NoticeDue]:
    """Return the notices that rules ask for about the child, sent or not."""
    packs, _ = read_packs(case.records.policies)
    return notices_of(case.log, case.ledger, packs, case.student_id)


def asked_by_rules(words: Words, notices: Sequence[NoticeDue], kinds: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield each rule that asks for a notice of some kinds of events, for each service, by its first day.

    A rule whose notices were all sent is listed too, for the days in the letter.
    """
    found: dict[tuple[str, str], list[NoticeDue]] = {}
    for due in notices:
        if due.event.kind in kinds:
            found.setdefault((due.event.service_type, due.rule.pack_title), []).append(due)
    for (service_type, title), every in found.items():
        to_send = [due for due in every if due.sent_on is None] or every
        rule, days = to_send[0].rule, [due.due_by for due in to_send if due.due_by]
        yield {
            "service": words.service(service_type),
            "began": words.day(min(due.event.began for due in to_send)),
            "title": title,
            "citation": rule.citation,
            "checked": words.rules.verifications[rule.verification],
            "due_by": words.day(min(days)) if days else "",
        }
