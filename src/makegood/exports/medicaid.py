"""Claims-ready rows for Medicaid: sessions held, each once, with what these records hold of a claim.

Billing never decides what is owed. The district's own billing agent makes claims of these rows: procedures, units and
numbers of payers are a state's rules, and are left blank.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from makegood.exports.cells import cell_text
from makegood.exports.consents import Consent, Consents
from makegood.exports.export import Export, LeftOut, Sheet
from makegood.exports.people import People
from makegood.ledger import Ledger
from makegood.log import Log
from makegood.records import Records
from makegood.terms.clock import clock
from makegood.terms.counted import counted

FILE: Final = "claims.csv"
COLUMNS: Final = (
    "line_control_no", "student_id", "medicaid_id", "last", "first", "dob", "sex", "service_date", "start_time",
    "end_time", "minutes", "units", "rule_id", "cpt", "modifiers", "pos", "dx1", "rendering_npi", "rendering_name",
    "referring_npi",
    "referral_date", "referral_expiry", "billing_npi", "tax_id", "prior_auth", "consent_date", "group_size",
    "note_signed_at", "service_type", "provider_id", "individual_or_group", "session_kind", "look_at",
)  # fmt: skip
BLANK: Final = {
    "sex": "not on record here",
    "units": "how minutes become units is the payer's rule",
    "rule_id": "how minutes become units is the payer's rule",
    "cpt": "which procedure a session was is not on record here",
    "modifiers": "the payer's rule",
    "pos": "the payer's code for the place is not on record here",
    "dx1": "diagnoses are not on record here",
    "rendering_npi": "numbers of providers at payers are not on record here",
    "referring_npi": "referrals are not on record here",
    "referral_date": "referrals are not on record here",
    "referral_expiry": "referrals are not on record here",
    "billing_npi": "the district's numbers at payers are not on record here",
    "tax_id": "the district's numbers at payers are not on record here",
    "prior_auth": "authorisations are not on record here",
}
"""Columns of a claim that these records cannot fill, and why."""
NOT_DIRECT: Final = frozenset({"consult", "consultation", "indirect", "consultative"})
_DAY: Final = 24 * 60

NO_CONSENT: Final = "no consent to bill is on record for this day"
UNSIGNED: Final = "nobody signed it as its provider"
SUPPOSED: Final = "nobody noted it: that it was given is supposed, not recorded"
INDIRECT: Final = "a consultation is not direct service"
TWICE: Final = "the same student has another row at the same time that day: one session may be logged twice"


@dataclass(slots=True)
class _Claims:
    """What was looked up once for all rows."""

    log: Log
    consents: Consents
    people: People
    signed: dict[str, dt.date | dt.datetime]
    beyond: dict[str, int]
    taken: set[tuple[str, dt.date, int]] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)


def as_medicaid(records: Records, ledger: Ledger, consents: Consents) -> Export:
    """Return the sessions that may be claimed, and why each other session that was held is not among them.

    Left out are sessions without consent on record for their day; where the records have any signatures, those that
    nobody signed as provider; what is supposed and not recorded; consultations; and a second row of a student at
    one time. A make-up is a session that was held, and is in it once, under its own day. What else a person should
    look at is named in the row.

    Args:
        records: The records.
        ledger: Their account.
        consents: Who allowed billing, and when.
    """
    sessions = records.sessions
    beyond: Counter[str] = Counter()
    for use in ledger.uses:
        if use.is_extra:
            beyond[use.session_id] += use.minutes
    signatures = records.signatures
    signed = {
        id_: at
        for id_, at, as_ in zip(signatures.session_id, signatures.signed_at, signatures.values("as"), strict=True)
        if as_ == "provider"
    }
    claims = _Claims(ledger.log, consents, People(records), signed, beyond)
    held = [place for place in ledger.log.counting if sessions.minutes_delivered[place] > 0]
    held.sort(key=lambda place: (sessions.date[place], sessions.session_id[place]))
    doubled = _at_once(claims.log, held)
    rows = [row for place in held if (row := _row(claims, place, at_once=place in doubled)) is not None]
    says = [f"{len(rows):,} of {len(held):,} sessions held may be claimed."]
    if not len(signatures):
        says.append("These records have no signatures, so none was asked for.")
    blank = tuple(LeftOut(FILE, "", column, why) for column, why in BLANK.items())
    return Export(sheets={FILE: Sheet(COLUMNS, rows)}, left_out=(*blank, *claims.left_out), says=tuple(says))


def _row(claims: _Claims, place: int, *, at_once: bool) -> dict[str, Any] | None:
    """Return a session's row; None if it may not be claimed, which is then listed."""
    log = claims.log
    sessions, services = log.records.sessions, log.records.services
    service, id_, day = log.service_of[place], sessions.session_id[place], sessions.date[place]
    student, start = services.student_id[service], sessions.start_time[place]
    consent = claims.consents.on(student, day)
    why = _why_not(claims, place, consent)
    if why is not None or consent is None:
        claims.left_out.append(LeftOut("sessions", id_, "", why or NO_CONSENT))
        return None
    if start is not None:
        claims.taken.add((student, day, start))
    size, minutes, provider = log.group_sizes[place], sessions.minutes_delivered[place], sessions.provider_id[place]
    end = None if start is None or _is_short(log, place) or start + minutes >= _DAY else start + minutes
    person = claims.people
    return dict.fromkeys(BLANK) | {
        "line_control_no": id_,
        "student_id": student,
        "medicaid_id": consent.medicaid_id,
        "last": person.student(student, "family_name"),
        "first": person.student(student, "given_name"),
        "dob": person.student(student, "date_of_birth"),
        "service_date": day.isoformat(),
        "start_time": None if start is None else clock(start),
        "end_time": None if end is None else clock(end),
        "minutes": minutes,
        "rendering_name": person.provider(provider),
        "consent_date": consent.consent_date.isoformat(),
        "group_size": size,
        "note_signed_at": cell_text("moment", claims.signed.get(id_)) or None,
        "service_type": services.service_type[service],
        "provider_id": provider,
        "individual_or_group": None if size is None else "individual" if size == 1 else "group",
        "session_kind": log.kinds[place],
        "look_at": "; ".join(_look_at(claims, place, at_once=at_once)) or None,
    }


def _why_not(claims: _Claims, place: int, consent: Consent | None) -> str | None:
    log = claims.log
    sessions, services = log.records.sessions, log.records.services
    service, start = log.service_of[place], sessions.start_time[place]
    if consent is None:
        return NO_CONSENT
    if sessions.is_supposed(place):
        return SUPPOSED
    if len(log.records.signatures) and sessions.session_id[place] not in claims.signed:
        return UNSIGNED
    if (services.delivery[service] or "").casefold() in NOT_DIRECT:
        return INDIRECT
    taken = start is not None and (services.student_id[service], sessions.date[place], start) in claims.taken
    return TWICE if taken else None


def _is_short(log: Log, place: int) -> bool:
    """Return whether a session lost minutes: its row does not say at which end, so its end is not known."""
    sessions = log.records.sessions
    return sessions.reason[place] is not None or sessions.minutes_delivered[place] < log.lengths.planned(place).minutes


def _look_at(claims: _Claims, place: int, *, at_once: bool) -> Iterator[str]:
    """Yield what a person should look at before a session is claimed."""
    log, sessions = claims.log, claims.log.records.sessions
    if sessions.start_time[place] is None:
        yield "no begin and end on record"
    elif _is_short(log, place):
        yield "shorter than planned: which minutes were lost is not on record, so its end is blank"
    if sessions.provider_id[place] is None:
        # Who was to give it is no proof of who gave it.
        yield "who gave it is not on record"
    if log.group_sizes[place] is None:
        yield "individual or group is not on record"
    if log.kinds[place] != "regular":
        yield "a make-up" if log.kinds[place] == "make_up" else "under a compensatory award"
    if log.differences.differs(place, log.service_of[place]):
        yield "not given as the IEP says"
    if sessions.together_with[place] is not None:
        yield "given together with another service"
    if at_once:
        yield "the provider has another session at this time that is not the same group"
    if beyond := claims.beyond.get(sessions.session_id[place], 0):
        yield f"{counted(beyond, 'minute')} beyond what the IEP promises"


def _at_once(log: Log, held: list[int]) -> set[int]:
    """Return the sessions whose provider has another one at the same time that is no part of the same group."""
    sessions = log.records.sessions
    by_day: dict[tuple[str, dt.date], list[int]] = {}
    for place in held:
        provider = sessions.provider_id[place]
        if provider is not None and sessions.start_time[place] is not None:
            by_day.setdefault((provider, sessions.date[place]), []).append(place)
    found: set[int] = set()
    for places in by_day.values():
        places.sort(key=lambda place: sessions.start_time[place] or 0)
        for at, one in enumerate(places):
            end = (sessions.start_time[one] or 0) + sessions.minutes_delivered[one]
            for other in places[at + 1 :]:
                if (sessions.start_time[other] or 0) >= end:
                    break
                if not _one_group(log, one, other):
                    found |= {one, other}
    return found


def _one_group(log: Log, one: int, other: int) -> bool:
    sessions = log.records.sessions
    if sessions.group_id[one] is not None or sessions.group_id[other] is not None:
        return sessions.group_id[one] == sessions.group_id[other]
    together = (log.group_sizes[one] or 1) > 1 and (log.group_sizes[other] or 1) > 1
    return together and sessions.start_time[one] == sessions.start_time[other]
