"""The log: what was held, what was not and why."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from makegood.records.column import Table, column
from makegood.terms.accounts import SESSION_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions(Table):
    """One row per session and student, held or not. Rows are never changed, only corrected."""

    NAME: ClassVar[str] = "sessions"
    SAYS: ClassVar[str] = (
        "One row per student and session, held or missed. Never change a row: add one whose 'corrects' names it."
    )

    session_id: list[str] = column("id", "A number for this row.", key=True, example="L000123")
    service_id: list[str] = column("id", "The service.", needed=True, refers="services", example="SV001")
    date: list[dt.date] = column("date", "The day.", needed=True, example="2026-09-14")
    minutes_delivered: list[int] = column(
        "minutes", "Minutes really given; 0 if it was missed.", needed=True, example="0"
    )
    minutes_planned: list[int | None] = column("minutes", "Minutes planned; blank is the service's own.", example="30")
    start_time: list[int | None] = column("time", "When it began or should have.", example="09:30")
    reason: list[str | None] = column(
        "text", "Why minutes were missed (see the list of reasons).", example="provider_absent"
    )
    kind: list[str | None] = column(
        "text",
        "regular (blank), make_up or compensatory.",
        choices=SESSION_KINDS,
        example="regular",
    )
    makeup_for: list[str | None] = column("id", "Which missed session this makes up.", refers="sessions")
    award_id: list[str | None] = column("id", "Which award this is given under.", refers="awards")
    provider_id: list[str | None] = column("id", "Who gave it.", refers="providers", example="P01")
    group_size: list[int | None] = column("count", "How many students were there.", example="2")
    setting: list[str | None] = column("text", "Where it was given.", example="speech room")
    as_written: list[bool | None] = column("yes_no", "no if it was not given as the IEP says.", example="yes")
    corrects: list[str | None] = column("id", "Which row this one takes the place of.", refers="sessions")
    recorded_by: list[str | None] = column("text", "Who wrote it down.", example="P01")
    recorded_at: list[str | None] = column("text", "When it was written down.", example="2026-09-14")
    note: list[str | None] = column("text", "Anything else. Kept, never printed in reports.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices(Table):
    """Notices sent to families."""

    NAME: ClassVar[str] = "notices"
    SAYS: ClassVar[str] = "Notices that were sent to families."

    notice_id: list[str] = column("id", "A number for this notice.", key=True, example="N01")
    student_id: list[str] = column("id", "The student.", needed=True, refers="students", example="004217")
    kind: list[str] = column("text", "What it told: missed_session, lapse, ...", needed=True, example="lapse")
    sent_on: list[dt.date] = column("date", "The day it was sent.", needed=True, example="2026-09-28")
    session_id: list[str | None] = column("id", "Which missed session it is about.", refers="sessions")
    method: list[str | None] = column("text", "letter, e-mail, phone ...", example="letter")
