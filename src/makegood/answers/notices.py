"""Which notice to whom is due when, which is late, and which clocks still run."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.ledger import Later
from makegood.policies import read_packs
from makegood.records import Records
from makegood.statements.notices.notice import NoticeDue
from makegood.statements.notices.notices import notices_of
from makegood.statements.notices.running import RunningClock, clocks_running
from makegood.statements.notices.service_log import service_logs


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesDue:
    """The notices that were due up to a day.

    Attributes:
        every: All of them, oldest event first.
        running: Lapses that are not complete yet; looked for when somebody asks.
        unasked: The notices on record up to the day that no rule asked for, by notice_id.
    """

    as_of: dt.date
    every: Sequence[NoticeDue]
    running: Sequence[RunningClock]
    unasked: Sequence[str]

    @property
    def late(self) -> Sequence[NoticeDue]:
        """Those that are late or were sent late."""
        return [due for due in self.every if due.is_late]

    def as_dict(self, *, late: bool = False) -> dict[str, Any]:
        """Return the notices as JSON prints them: all with the running clocks, or only the late ones."""
        return {
            "as_of": self.as_of.isoformat(),
            "notices": [due.as_dict() for due in (self.late if late else self.every)],
            "running": [] if late else [clock.as_dict() for clock in self.running],
        }


def notices(records: Records, as_of: dt.date, student_id: str | None = None) -> Answer[NoticesDue]:
    """Return the notices that the policies ask for; None if the records cannot be counted.

    Args:
        records: Records without errors, of the student at least.
        as_of: The last day whose rows count.
        student_id: Only this student; None for all.
    """
    found = account(records, as_of, None if student_id is None else [student_id])
    if found.value is None:
        return Answer(None, found.findings)
    ledger, log = found.value, found.value.log
    packs, _ = read_packs(records.policies)
    logs = Later(lambda: service_logs(log, ledger, student_id))
    every = notices_of(log, ledger, packs, student_id, logs)
    running = Later(lambda: clocks_running(log, ledger, packs, student_id, logs))
    value = NoticesDue(as_of=as_of, every=every, running=running, unasked=_unasked(records, as_of, student_id, every))
    return Answer(value, ledger.findings)


def _unasked(records: Records, as_of: dt.date, student_id: str | None, every: Sequence[NoticeDue]) -> list[str]:
    taken, table = {due.notice_id for due in every}, records.notices
    return [
        id_
        for id_, whose, sent_on in zip(table.notice_id, table.student_id, table.sent_on, strict=True)
        if id_ not in taken and sent_on <= as_of and student_id in {None, whose}
    ]
