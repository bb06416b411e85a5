"""Which notices the policies ask for, which were sent, and which are late."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from makegood.ledger import Later, Ledger
from makegood.log import Log
from makegood.policies import NoticeRule, Pack, Policy, policy_in_force
from makegood.statements.notices.clock import events_of
from makegood.statements.notices.deadline import last_day_for
from makegood.statements.notices.notice import NoticeDue, NoticeStatus
from makegood.statements.notices.sent import match_sent
from makegood.statements.notices.service_log import ServiceLog, service_logs


def notices_of(
    log: Log,
    ledger: Ledger,
    packs: Mapping[str, Pack],
    student: str | None = None,
    logs: Sequence[ServiceLog] | None = None,
) -> list[NoticeDue]:
    """Return the notices that were due up to the ledger's as-of date, oldest event first.

    Args:
        log: The log of the records that the ledger accounts for (`log_of(records, ledger.as_of)`).
        ledger: Their account.
        packs: The packs of these records (`read_packs(records.policies)`).
        student: Only this student, by student_id.
        logs: What `service_logs` returns for these, if it is at hand; it is looked at only if a policy has notices.
    """
    places = log.records.services.index()
    policy_of = {account.service_id: account.policy_id for account in ledger.services}
    policies = {policy_id: policy_in_force(packs, policy_id) for policy_id in set(policy_of.values())}
    rules = {policy_id: list(_rules(policy)) for policy_id, policy in policies.items()}
    in_force = cache(lambda policy_id, day: policies[policy_id].notices(day))
    if logs is None:
        logs = Later(lambda: service_logs(log, ledger, student))
    asked: list[NoticeDue] = []
    for own in logs if any(rules.values()) else ():
        facts = log.services.of(places[own.service_id])
        for rule in rules[policy_of[own.service_id]]:
            for event in events_of(own, rule.when):
                # The rule of the day on which the event is complete is the one that holds.
                if facts is None or event.complete > ledger.as_of:
                    continue
                if rule not in in_force(policy_of[own.service_id], event.complete):
                    continue
                due_by = last_day_for(facts.calendar, event.complete, rule.within)
                asked.append(
                    NoticeDue(event=event, rule=rule, due_by=due_by, notice_id=None, sent_on=None, status="due")
                )
    asked.sort(key=lambda due: (due.event.complete, due.event.student_id, due.event.service_id, due.event.kind))
    sent = match_sent(log.records, log.corrections, asked, ledger.as_of)
    return [_with_status(due, sent.get(place), ledger.as_of) for place, due in enumerate(asked)]


def _rules(policy: Policy) -> Iterator[NoticeRule]:
    """Yield every notice that the policy has at any time, once."""
    seen: list[NoticeRule] = []
    for day in (dt.date.min, *policy.changes()):
        for rule in policy.notices(day):
            if rule not in seen:
                seen.append(rule)
                yield rule


def _with_status(due: NoticeDue, sent: tuple[str, dt.date] | None, as_of: dt.date) -> NoticeDue:
    status: NoticeStatus
    if sent is not None:
        status = "sent_late" if due.due_by is not None and sent[1] > due.due_by else "sent"
        return replace(due, notice_id=sent[0], sent_on=sent[1], status=status)
    status = "no_time" if due.due_by is None else "late" if due.due_by < as_of else "due"
    return replace(due, status=status)
