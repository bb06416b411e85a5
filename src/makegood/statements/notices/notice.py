"""A notice that a policy asks for: whom to tell, by when, by which rule, and whether it was sent."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from makegood.policies import NoticeRule

NoticeStatus = Literal["sent", "sent_late", "late", "due", "no_time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeEvent:
    """What a notice follows.

    Attributes:
        kind: A miss, a lapse without the service, or a run of misses.
        began: The day of the miss; the day on which the lapse's clock or the run began.
        complete: The day on which the event was complete, whose rule holds.
        session_ids: The rows it rests on; empty for slots and days with nothing on record.
        inferred: Whether it rests, in part, on what is not logged.
    """

    kind: Literal["each_miss", "lapse", "run_of"]
    service_id: str
    student_id: str
    service_type: str
    began: dt.date
    complete: dt.date
    session_ids: tuple[str, ...]
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDue:
    """One notice.

    Attributes:
        event: What it follows.
        rule: The rule in force on the day the event was complete.
        due_by: The last day for it; None if the rule names no time, or beyond the calendar.
        notice_id: The notice on record that is taken for it.
        sent_on: The day that one was sent.
        status: `sent`, `sent_late`, `late` (not sent, past its day), `due`, or `no_time` (not sent, no day known).
    """

    event: NoticeEvent
    rule: NoticeRule
    due_by: dt.date | None
    notice_id: str | None
    sent_on: dt.date | None
    status: NoticeStatus

    @property
    def is_late(self) -> bool:
        """Whether it is late or was sent late."""
        return self.status in {"late", "sent_late"}

    @property
    def act(self) -> str:
        """Whom to tell or what to do, in words."""
        parts = (f"tell {self.rule.tell}" if self.rule.tell else "", self.rule.do or "")
        return ", ".join(part.replace("_", " ").replace("iep", "IEP") for part in parts if part)

    def as_dict(self) -> dict[str, Any]:
        """Return the notice as JSON prints it."""
        event, rule = self.event, self.rule
        return {
            "student_id": event.student_id,
            "service_id": event.service_id,
            "service_type": event.service_type,
            "event": event.kind,
            "after": rule.when.in_words,
            "began": event.began.isoformat(),
            "complete": event.complete.isoformat(),
            "session_ids": list(event.session_ids),
            "inferred": event.inferred,
            "tell": rule.tell,
            "do": rule.do,
            "due_by": self.due_by.isoformat() if self.due_by else None,
            "status": self.status,
            "notice_id": self.notice_id,
            "sent_on": self.sent_on.isoformat() if self.sent_on else None,
            "pack": rule.pack_id,
            "binding": rule.binding,
            "citation": rule.citation,
            "verification": rule.verification,
        }
