"""The log: what was held, what was not and why."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from makegood.records.column import Table, column
from makegood.terms.accounts import SESSION_KINDS

SIGNED_AS: Final = ("provider", "supervisor")
ASKED_FOR: Final = ("iep_meeting", "records", "make_up", "amendment")
ASSUMED: Final = "assumed"
"""What a row's `source` says of a session that nobody noted, and that somebody supposed was given."""
SAW: Final = ("held", "not_held", "shorter", "unsure")


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
    reason_words: list[str | None] = column(
        "text", "The reason as the log that it was read from says it, word for word.", example="late pick-up"
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
    group_id: list[str | None] = column("id", "The same for all rows of one session held together.", example="G7")
    setting: list[str | None] = column("text", "Where it was given.", example="speech room")
    as_written: list[bool | None] = column("yes_no", "no if it was not given as the IEP says.", example="yes")
    corrects: list[str | None] = column("id", "Which row this one takes the place of.", refers="sessions")
    together_with: list[str | None] = column(
        "id", "The session of another service that was given at the same time.", refers="sessions"
    )
    recorded_by: list[str | None] = column("text", "Who wrote it down.", example="P01")
    note: list[str | None] = column("text", "Anything else. Kept, never printed in reports.")
    source: list[str | None] = column(
        "text",
        "Which file, sheet and row it comes from ('makegood import' fills it in); 'assumed' if nobody noted the "
        "session and somebody supposed that it was given.",
        example="fall.xlsx, row 12",
    )

    def is_supposed(self, place: int) -> bool:
        """Return whether nobody noted a session and somebody supposed that it was given."""
        return self.source[place] == ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Imports(Table):
    """Which files the records come from: kept beside them, and no account asks it."""

    NAME: ClassVar[str] = "imports"
    SAYS: ClassVar[str] = "'makegood import' fills it in: the files that these records come from. It changes no figure."

    import_id: list[str] = column("id", "A number for the import.", key=True, example="M-0001")
    file: list[str] = column("text", "The file's name.", needed=True, example="fall.xlsx")
    bytes: list[str | None] = column("text", "Its size in bytes.", example="18233")
    sha256: list[str | None] = column("text", "The sum of its bytes, by which the same file is known again.")
    imported_at: list[dt.date | dt.datetime | None] = column("moment", "When.", example="2026-11-02 16:05")
    mapping: list[str | None] = column("text", "How it was read.", example="mappings/fall.xlsx.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures(Table):
    """Who signed which session: for billing, never for the account."""

    NAME: ClassVar[str] = "signatures"
    SAYS: ClassVar[str] = "Who signed a session. Unsigned minutes count all the same; billing leaves them out."

    signature_id: list[str] = column("id", "A number for the signature.", key=True, example="G0001")
    signed_by: list[str] = column("text", "Who signed.", needed=True, example="R. Sample")
    title: list[str | None] = column("text", "The signer's title.", example="CCC-SLP")
    signed_at: list[dt.date | dt.datetime] = column("moment", "When.", needed=True, example="2026-09-14 15:20")
    # `as` is a word of Python's own, so the column's field bears another name.
    as_: list[str] = column("text", "As what.", needed=True, choices=SIGNED_AS, example="provider")
    session_id: list[str] = column("id", "Which session.", needed=True, refers="sessions", example="L000123")


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNotes(Table):
    """What a family saw: notes beside the log, which change no account."""

    NAME: ClassVar[str] = "family_notes"
    SAYS: ClassVar[str] = "What the family saw or heard on a day. Notes stand beside the log and change no figure."

    note_id: list[str] = column("id", "A number for the note.", key=True, example="F01")
    student_id: list[str] = column("id", "The student.", needed=True, refers="students", example="004217")
    date: list[dt.date] = column("date", "The day it is about.", needed=True, example="2026-09-14")
    service_type: list[str] = column("text", "Which service.", needed=True, example="speech")
    saw: list[str] = column("text", "What the family saw.", needed=True, choices=SAW, example="not_held")
    minutes: list[int | None] = column("minutes", "How many minutes were held, if known.")
    words: list[str | None] = column("text", "In the family's own words.")
    noted_at: list[dt.date | dt.datetime | None] = column("moment", "When it was noted.", example="2026-09-14")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests(Table):
    """What families asked a school for, and what was answered."""

    NAME: ClassVar[str] = "requests"
    SAYS: ClassVar[str] = "What a family asked for, and the answer. No account asks it: a request changes no figure."

    request_id: list[str] = column("id", "A number for this request.", key=True, example="R01")
    student_id: list[str] = column("id", "The student.", needed=True, refers="students", example="004217")
    kind: list[str] = column(
        "text",
        "What was asked for: a meeting of the IEP team, records, make-ups, or an amendment of the record.",
        needed=True,
        choices=ASKED_FOR,
        example="records",
    )
    received_on: list[dt.date] = column("date", "The day it came.", needed=True, example="2026-10-05")
    answered_on: list[dt.date | None] = column("date", "The day of the answer; blank if there is none yet.")
    answer: list[str | None] = column("text", "What was answered.", example="log sent as a PDF")
