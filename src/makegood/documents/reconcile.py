"""The family's notes beside the school's log, and the account under each reading. It judges neither."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args

from makegood.documents.own_records import OwnRecords
from makegood.ledger import Ledger, ledger_of, log_of
from makegood.log import Log, alike
from makegood.records import Records, Sessions
from makegood.terms.language import Bilingual

Outcome = Literal["both_held", "both_missed", "minutes_differ", "school_held", "family_held", "only_family", "unsure"]
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
FIGURES: Final = ("due", "given", "missed", "unrecorded")

SAYS: Final[dict[Outcome, Bilingual[str]]] = {
    "both_held": Bilingual(en="both say that it was held", es="ambos dicen que hubo sesión"),
    "both_missed": Bilingual(en="both say that it was not held", es="ambos dicen que no hubo sesión"),
    "minutes_differ": Bilingual(
        en="both say that it was held; the minutes differ", es="ambos dicen que hubo sesión; los minutos difieren"
    ),
    "school_held": Bilingual(
        en="the log has it as held, the family noted that it was not",
        es="en el registro consta; la familia anotó que no hubo",
    ),
    "family_held": Bilingual(
        en="the family noted that it was held, the log has it as not held",
        es="la familia anotó que hubo; en el registro consta que no",
    ),
    "only_family": Bilingual(
        en="the family noted it, the log has no row for that day",
        es="la familia lo anotó; el registro no tiene nada ese día",
    ),
    "unsure": Bilingual(en="the family was not sure", es="la familia no tenía certeza"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A note of the family, and what the log has for that day.

    Attributes:
        logged: Minutes that the log has as given; None if it has no row.
        planned: Minutes that were planned; None if the log has no row.
        noted: Minutes that the family noted as held; None if it noted none.
    """

    note_id: str
    student_id: str
    date: dt.date
    service_type: str
    saw: str
    words: str | None
    noted: int | None
    logged: int | None
    planned: int | None
    session_ids: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A child's notes beside the log.

    Attributes:
        beside: A row for each note, oldest first.
        only_school: Sessions of the log up to the as-of date that no note is about.
        school: The account under the school's reading, in minutes.
        family: The account if each note is taken as it is written, in minutes.
    """

    student_id: str
    beside: tuple[Beside, ...]
    only_school: int
    school: dict[str, int]
    family: dict[str, int]


def reconcile(records: Records, as_of: dt.date, student_id: str, own_records: OwnRecords | None = None) -> Reconciled:
    """Lay a child's notes beside the log.

    Args:
        records: Records that can be accounted for, of this child at least.
        as_of: The last day whose rows and notes count.
        student_id: The child.
        own_records: What gives the child's own records, if it is at hand.
    """
    own = (own_records or OwnRecords(records, as_of)).of(student_id)
    log = log_of(own, as_of)
    beside = tuple(_beside(own, log, place) for place in _notes(own, as_of))
    noted = {id_ for each in beside for id_ in each.session_ids}
    counted = [at for at in range(len(own.sessions)) if log.corrections.counts[at] and own.sessions.date[at] <= as_of]
    return Reconciled(
        student_id=student_id,
        beside=beside,
        only_school=sum(own.sessions.session_id[at] not in noted for at in counted),
        school=_figures(ledger_of(own, as_of)),
        family=_figures(ledger_of(_with_noted_rows(_as_the_family_saw(own, beside), beside), as_of)),
    )


def _notes(records: Records, as_of: dt.date) -> list[int]:
    notes = records.family_notes
    known = [at for at, day in enumerate(notes.date) if day <= as_of]
    return sorted(known, key=lambda at: (notes.date[at], notes.note_id[at]))


def _beside(records: Records, log: Log, place: int) -> Beside:
    notes, sessions = records.family_notes, records.sessions
    day, type_ = notes.date[place], alike(notes.service_type[place])
    services = {
        id_
        for id_, own in zip(records.services.service_id, records.services.service_type, strict=True)
        if alike(own) == type_
    }
    rows = [
        at
        for at in range(len(sessions))
        if sessions.date[at] == day and sessions.service_id[at] in services and log.corrections.counts[at]
    ]
    logged = sum(sessions.minutes_delivered[at] for at in rows) if rows else None
    planned = sum(log.lengths.planned(at).minutes for at in rows) if rows else None
    saw, noted = notes.saw[place], notes.minutes[place]
    return Beside(
        note_id=notes.note_id[place],
        student_id=notes.student_id[place],
        date=day,
        service_type=notes.service_type[place],
        saw=saw,
        words=notes.words[place],
        noted=noted,
        logged=logged,
        planned=planned,
        session_ids=tuple(sessions.session_id[at] for at in rows),
        outcome=_outcome(saw, noted, logged),
    )


def _outcome(saw: str, noted: int | None, logged: int | None) -> Outcome:
    if saw == "unsure":
        return "unsure"
    if logged is None:
        return "only_family"
    if saw == "not_held":
        return "school_held" if logged else "both_missed"
    if not logged:
        return "family_held"
    return "minutes_differ" if noted is not None and noted != logged else "both_held"


def _as_the_family_saw(records: Records, beside: tuple[Beside, ...]) -> Records:
    """Return the records with the rows of noted days as the family noted them."""
    minutes = list(records.sessions.minutes_delivered)
    reasons = list(records.sessions.reason)
    places = records.sessions.index()
    for each in beside:
        if each.outcome not in {"school_held", "family_held", "minutes_differ"}:
            continue
        first, *rest = (places[id_] for id_ in each.session_ids)
        for at in rest:
            minutes[at] = 0
        noted = 0 if each.saw == "not_held" else each.noted if each.noted is not None else each.planned or 0
        minutes[first] = noted
        if noted < (each.planned or 0) and reasons[first] is None:
            reasons[first] = "other"
    return replace(records, sessions=replace(records.sessions, minutes_delivered=minutes, reason=reasons))


def _with_noted_rows(records: Records, beside: tuple[Beside, ...]) -> Records:
    """Return the records with a row for each noted day that has none.

    A note of a session that was held adds one only where it says for how long. No note does where the child has two
    services of the type on that day: it does not say which.
    """
    added: list[dict[str, Any]] = []
    for each in beside:
        minutes = 0 if each.saw == "not_held" else each.noted
        services = _in_force(records, each)
        if each.outcome == "only_family" and minutes is not None and len(services) == 1:
            cells = {"service_id": services[0], "date": each.date, "minutes_delivered": minutes, "reason": "other"}
            added.append({"session_id": f"note {each.note_id}", "kind": "regular"} | cells)
    sessions = records.sessions
    columns = {
        name: [*sessions.values(name), *(row.get(name, spec.blank) for row in added)]
        for name, spec in sessions.columns().items()
    }
    return replace(records, sessions=Sessions.of(columns, [*sessions.row, *(0 for _ in added)]))


def _in_force(records: Records, note: Beside) -> list[str]:
    """Return the services of a note's type that hold on its day."""
    services = records.services
    return [
        services.service_id[at]
        for at, type_ in enumerate(services.service_type)
        if alike(type_) == alike(note.service_type)
        and (services.start[at] or note.date) <= note.date <= (services.end[at] or note.date)
    ]


def _figures(ledger: Ledger) -> dict[str, int]:
    sums: dict[str, Any] = ledger.totals
    return {
        "due": sums["due"],
        "given": sums["delivered"] + sums["delivered_differently"],
        "missed": sums["missed"],
        "unrecorded": sums["unrecorded"],
    }
