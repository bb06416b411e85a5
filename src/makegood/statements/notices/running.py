"""Clocks that still run: lapses that are not complete, and the day on which they will be."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from makegood.ledger import Later, Ledger
from makegood.log import Log
from makegood.policies import NoticeRule, Pack, policy_in_force
from makegood.statements.notices.clock import clocks_of, counts, runs_out
from makegood.statements.notices.service_log import ServiceLog, service_logs


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """A service without minutes, and how long that may last before a notice is asked for.

    Attributes:
        began: The day on which the clock began.
        days: Days counted so far.
        complete_on: The day on which the lapse is complete if nothing is given up to and on it.
    """

    student_id: str
    service_id: str
    service_type: str
    began: dt.date
    days: int
    complete_on: dt.date
    rule: NoticeRule

    @property
    def of_days(self) -> str:
        """After how many days a notice is asked for, such as `10 school days`."""
        span = self.rule.when.lapse
        return span.in_words.removeprefix("within ") if span else ""

    def as_dict(self) -> dict[str, Any]:
        """Return the clock as JSON prints it."""
        return {
            "student_id": self.student_id,
            "service_id": self.service_id,
            "service_type": self.service_type,
            "began": self.began.isoformat(),
            "days": self.days,
            "after": self.rule.when.in_words,
            "complete_on": self.complete_on.isoformat(),
            "pack": self.rule.pack_id,
            "citation": self.rule.citation,
            "verification": self.rule.verification,
        }


def clocks_running(
    log: Log,
    ledger: Ledger,
    packs: Mapping[str, Pack],
    student: str | None = None,
    logs: Sequence[ServiceLog] | None = None,
) -> list[RunningClock]:
    """Return the clocks that run on the ledger's as-of date, those that end first before others.

    Whether the child will be away on days to come is not known, so `complete_on` may come later, never earlier. The
    arguments are those of `notices_of`.
    """
    policy_of = {account.service_id: account.policy_id for account in ledger.services}
    rules = {id_: policy_in_force(packs, id_).notices(ledger.as_of) for id_ in set(policy_of.values())}
    if logs is None:
        logs = Later(lambda: service_logs(log, ledger, student))
    running = []
    for own in logs if any(rules.values()) else ():
        for began, stop in clocks_of(own):
            for rule in rules[policy_of[own.service_id]]:
                span = rule.when.lapse
                if stop is not None or span is None or began > ledger.as_of:
                    continue
                complete_on = runs_out(own, began, span, own.last, None)
                if complete_on is None or complete_on <= ledger.as_of:
                    continue
                passed = range(1, (ledger.as_of - began).days + 1)
                running.append(
                    RunningClock(
                        student_id=own.student_id,
                        service_id=own.service_id,
                        service_type=own.service_type,
                        began=began,
                        days=sum(counts(own, began + dt.timedelta(n), span) for n in passed),
                        complete_on=complete_on,
                        rule=rule,
                    )
                )
    return sorted(running, key=lambda clock: (clock.complete_on, clock.student_id, clock.service_id))
