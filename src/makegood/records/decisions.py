"""Tables of what people decided: determinations, awards and offers."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from makegood.records.column import Table, column
from makegood.terms.accounts import DISPOSITIONS

RESPONSES: Final = ("accepted", "declined", "no_answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Determinations(Table):
    """What the IEP team decided about a miss."""

    NAME: ClassVar[str] = "determinations"
    SAYS: ClassVar[str] = "What the IEP team decided about a missed session. It beats every policy."

    determination_id: list[str] = column("id", "A number for the decision.", key=True, example="D01")
    session_id: list[str] = column("id", "The missed session.", needed=True, refers="sessions", example="L000123")
    disposition: list[str] = column("text", "What was decided.", needed=True, choices=DISPOSITIONS, example="owed")
    minutes: list[int | None] = column(
        "minutes", "Only if it holds for some of the minutes; the rest is then not owed."
    )
    decided_on: list[dt.date | None] = column("date", "The day.", example="2026-10-20")
    decided_by: list[str | None] = column("text", "Who decided.", example="IEP team")
    rationale: list[str | None] = column("text", "Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Awards(Table):
    """Compensatory awards, an account of their own."""

    NAME: ClassVar[str] = "awards"
    SAYS: ClassVar[str] = "Compensatory services that were awarded or agreed."

    award_id: list[str] = column("id", "A number for the award.", key=True, example="A01")
    student_id: list[str] = column("id", "The student.", needed=True, refers="students", example="004217")
    service_type: list[str] = column("text", "Of which service.", needed=True, example="speech")
    minutes: list[int] = column("minutes", "How many minutes.", needed=True, example="420")
    start: list[dt.date] = column("date", "From when it may be given.", needed=True, example="2026-11-02")
    end: list[dt.date | None] = column("date", "Until when.")
    provider_id: list[str | None] = column("id", "Who gives it.", refers="providers")
    location: list[str | None] = column("text", "Where.")
    basis: list[str | None] = column("text", "agreement, state decision, hearing ...")
    source: list[str | None] = column("text", "Which document says so.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers(Table):
    """Make-ups that were offered, and what the family answered."""

    NAME: ClassVar[str] = "offers"
    SAYS: ClassVar[str] = "Make-ups that were offered to a family, and the answer."

    offer_id: list[str] = column("id", "A number for the offer.", key=True, example="O01")
    session_id: list[str] = column("id", "The missed session.", needed=True, refers="sessions", example="L000123")
    date: list[dt.date] = column("date", "The day of the offer.", needed=True, example="2026-10-01")
    response: list[str] = column("text", "The answer.", needed=True, choices=RESPONSES, example="accepted")
    method: list[str | None] = column("text", "letter, e-mail, phone ...", example="phone")
