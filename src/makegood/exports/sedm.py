"""Ed-Fi's Special Education Data Model (6.1, early access) as JSON: a mirror for other programs, never our store.

A delivery there has no minutes, no reason and no link to what it makes up, and a missed session has no row at all. What
is lost is listed. A reference that these records cannot fill is null, so that nobody posts it unseen.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from makegood.calendars.days import date_of
from makegood.exports.export import Export, LeftOut
from makegood.log import Log, alike
from makegood.records import Records
from makegood.terms.counted import counted

PRESCRIPTIONS: Final = "studentIEPServicePrescriptions.json"
DELIVERIES: Final = "studentIEPServiceDeliveries.json"
_URI: Final = "uri://ed-fi.org/"
_INTERVALS: Final = {
    "day": "Day",
    "week": "Week",
    "month": "Month",
    "quarter": "Quarter",
    "semester": "Semester",
    "year": "Year",
}
"""Periods of ours that the standard has. It has no cycles of school days, and no length of an IEP."""
_SERVICES: Final = {
    "speech": "Speech and Language Services",
    "speech_therapy": "Speech and Language Services",
    "speech_language_therapy": "Speech and Language Services",
    "occupational_therapy": "Occupational Therapy Services",
    "physical_therapy": "Physical Therapy Services",
    "counseling": "Counseling",
    "nursing": "Nursing Services",
    "audiology": "Audiological Services",
    "orientation_and_mobility": "Orientation and Mobility Services",
    "adapted_physical_education": "Adapted Physical Education",
    "assistive_technology": "Assistive Technology",
    "behavior": "Behavior Services",
}
"""Service types of ours whose value there says neither more nor less."""
_CODE_LONGEST: Final = 16
_DAY_HAS_NO_DURATION: Final = "Day"

NO_PLAN: Final = "the day of the IEP is not on record as that format wants it, and is part of each row's key there"
NO_ORGANIZATION: Final = "the district's number at the state is not on record"


def as_sedm(records: Records, log: Log) -> Export:
    """Return prescriptions and deliveries, and all that the standard cannot say of them.

    Args:
        records: The records.
        log: Their log, as of a day.
    """
    left_out = [
        LeftOut(name, "", column, why)
        for name in (PRESCRIPTIONS, DELIVERIES)
        for column, why in (("educationOrganizationId", NO_ORGANIZATION), ("iepFinalizedDate", NO_PLAN))
    ]
    left_out += [LeftOut(PRESCRIPTIONS, "", "servicePrescriptionDate", NO_PLAN)]
    prescriptions = [_prescription(log, place, left_out) for place in range(len(records.services))]
    left_out += _alike(log)
    deliveries = list(_deliveries(log, left_out))
    says = (
        "Early access: the standard may change, and no delivery in it has minutes. "
        "'duration' is the length of one session where there are sessions, else the minutes of the interval."
    )
    files = {PRESCRIPTIONS: _json(prescriptions), DELIVERIES: _json(deliveries)}
    return Export(files=files, left_out=tuple(left_out), says=(says,))


def _prescription(log: Log, place: int, left_out: list[LeftOut]) -> dict[str, Any]:
    services, facts = log.records.services, log.services.of(place)
    id_, per = services.service_id[place], services.per[place] or ""
    interval, every = _INTERVALS.get(per), services.every[place]
    frequency = services.sessions[place]
    if interval is None or every != 1:
        whole = f"every {every} {per}s" if every != 1 else f"a {per}"
        left_out.append(LeftOut("services", id_, "per", f"that format has no such interval ({whole})"))
        interval = None
    if frequency is None:
        left_out.append(LeftOut("services", id_, "sessions", "the promise is a total: how many sessions is not said"))
    left_out += [
        LeftOut("services", id_, column, "that format has no field for it, or only fixed values")
        for column in ("setting", "delivery", "group_max", "session_minutes")
        if services.values(column)[place] is not None
    ]
    service = _service(services.service_type[place])
    if service is None:
        left_out.append(
            LeftOut("services", id_, "service_type", "which of that format's values it is, nobody has said")
        )
    lasts = None if interval == _DAY_HAS_NO_DURATION else interval
    return {
        "studentIEPReference": _reference(services.student_id[place], services.source[place]),
        "servicePrescriptionDescriptor": _descriptor("ServicePrescription", service),
        "servicePrescriptionDate": None,
        "beginDate": None if facts is None else date_of(facts.start).isoformat(),
        "endDate": None if facts is None else date_of(facts.end).isoformat(),
        "duration": services.minutes[place],
        "durationIntervalDescriptor": _descriptor("DurationInterval", lasts),
        "frequency": frequency,
        "frequencyIntervalDescriptor": _descriptor("FrequencyInterval", interval),
        "serviceLocationTypeDescriptor": None,
        "staffs": [],
        "ideaEvents": [],
    }


def _deliveries(log: Log, left_out: list[LeftOut]) -> Iterator[dict[str, Any]]:
    sessions, services = log.records.sessions, log.records.services
    missed = minutes = 0
    for place in log.counting:
        if sessions.minutes_delivered[place] == 0:
            missed += 1
            continue
        minutes += sessions.minutes_delivered[place]
        service = log.service_of[place]
        yield {
            "studentIEPReference": _reference(services.student_id[service], services.source[service]),
            "iepServiceDeliveryIdentifier": sessions.session_id[place],
            "serviceDeliveryDescriptor": _descriptor("ServiceDelivery", _service(services.service_type[service])),
            "serviceDeliveryDate": sessions.date[place].isoformat(),
            "providers": _providers(log, place, left_out),
            "ideaEvents": [],
        }
        if log.kinds[place] != "regular":
            why = f"that format cannot say that it was {log.kinds[place]}, nor for what"
            left_out.append(LeftOut("sessions", sessions.session_id[place], "kind", why))
    left_out.append(
        LeftOut("sessions", "", "minutes_delivered", f"{counted(minutes, 'minute')}: a delivery there has none")
    )
    if missed:
        why = f"{counted(missed, 'session')} missed, with the reasons: a delivery that did not happen has no row there"
        left_out.append(LeftOut("sessions", "", "reason", why))


def _providers(log: Log, place: int, left_out: list[LeftOut]) -> list[dict[str, Any]]:
    sessions = log.records.sessions
    provider = sessions.provider_id[place]
    if provider is None:
        return []
    if len(provider) > _CODE_LONGEST:
        why = f"that format's code has at most {_CODE_LONGEST} signs"
        left_out.append(LeftOut("sessions", sessions.session_id[place], "provider_id", why))
        return []
    # A name on record is one text: which part is the surname, nobody has said.
    return [{"lastSurname": None, "providerCode": provider, "primaryProvider": True}]


def _alike(log: Log) -> Iterator[LeftOut]:
    """Yield services that are one to that format: two lines of one kind and plan have the same key there."""
    services = log.records.services
    keys = [
        (services.student_id[at], services.source[at], _service(services.service_type[at]))
        for at in range(len(services))
    ]
    often = Counter(keys)
    for at, key in enumerate(keys):
        if key[2] is not None and often[key] > 1:
            why = f"{often[key]} services of this student and plan have one key there, so one would replace the other"
            yield LeftOut("services", services.service_id[at], "service_id", why)


def _reference(student_id: str, plan: str | None) -> dict[str, Any]:
    return {
        "educationOrganizationId": None,
        "iepFinalizedDate": None,
        "studentIEPIdentifier": plan,
        "studentUniqueId": student_id,
    }


def _service(word: str) -> str | None:
    return _SERVICES.get("_".join(alike(word).replace("-", " ").replace("_", " ").split()))


def _descriptor(name: str, value: str | None) -> str | None:
    return None if value is None else f"{_URI}{name}Descriptor#{value}"


def _json(rows: list[dict[str, Any]]) -> bytes:
    return (json.dumps(rows, indent=2, ensure_ascii=False) + "\n").encode()
