"""The buckets of SameGoal's report of service fidelity, so that a district can lay both accounts side by side."""

from collections.abc import Iterator
from typing import Any, Final

from makegood.calendars.days import date_of
from makegood.exports.export import Export, LeftOut, Sheet
from makegood.ledger import Ledger, ServiceAccount
from makegood.records import Records
from makegood.terms.counted import counted
from makegood.terms.reasons import PARTY_OF

FILE: Final = "service-fidelity.csv"
_NOT: Final = "Minutes Not Provided - "
EXCUSED: Final = f"{_NOT}Student Excused Absence"
UNEXCUSED: Final = f"{_NOT}Student Unexcused Absence"
ABSENT: Final = f"{_NOT}Student Absence (excused or not: not on record)"
PROVIDER: Final = f"{_NOT}Provider Absence"
REFUSED: Final = f"{_NOT}Student Non-Participatory"
HOLIDAY: Final = f"{_NOT}School Holiday"
OTHER: Final = f"{_NOT}Other Reasons"
COLUMNS: Final = (
    "Student ID", "Service ID", "Service", "Service Start Date", "Service End Date", "Provider Title",
    "Maximum Allowable Minutes", "Minutes Provided", EXCUSED, UNEXCUSED, ABSENT, PROVIDER, REFUSED, HOLIDAY, OTHER,
    "Total Minutes Accounted For", "Not Accounted For", "Total Allowable Minutes Remaining",
    "Of Those Not Provided: Made Up", "Provided Beyond the Promise",
)  # fmt: skip
_BUCKET: Final = {
    "student_absent": ABSENT,
    "student_refused": REFUSED,
    "provider_absent": PROVIDER,
}
"""Reasons that have a bucket in that report. Those of the calendar are its holidays; of the rest it has none."""
_ADDS_UP: Final = (
    "Maximum, provided, not provided, not accounted for and remaining add up in each row. "
    "'Not Accounted For' is what nobody wrote down: it is not the same as missed."
)
_BUCKETS: Final = (ABSENT, PROVIDER, REFUSED, HOLIDAY, OTHER)


def as_service_fidelity(records: Records, ledger: Ledger) -> Export:
    """Return a row for each service, over the whole of its promise; all figures are minutes.

    Provided, not provided for each reason, not accounted for and remaining add up to the maximum. What was made up
    later is part of what was not provided, so that no minute is in two buckets.
    """
    return Export(
        sheets={FILE: Sheet(COLUMNS, _rows(records, ledger))},
        left_out=tuple(_left_out(ledger)),
        says=(_ADDS_UP,),
        for_excel=True,
    )


def _rows(records: Records, ledger: Ledger) -> Iterator[dict[str, Any]]:
    every: dict[str, int] = {}
    for period in ledger.every_period:
        every[period.service_id] = every.get(period.service_id, 0) + period.promised
    places = records.services.index()
    for account in ledger.services:
        facts = ledger.log.services.of(places[account.service_id])
        yield _row(account, every.get(account.service_id, 0)) | {
            "Service Start Date": date_of(facts.start).isoformat() if facts else None,
            "Service End Date": date_of(facts.end).isoformat() if facts else None,
        }


def _row(account: ServiceAccount, most: int) -> dict[str, Any]:
    buckets = dict.fromkeys(_BUCKETS, 0)
    for reason, minutes in account.missed_by_reason.items():
        buckets[bucket_of(reason)] += minutes
    buckets[HOLIDAY] += account.not_in_session
    provided = account.delivered + account.delivered_differently
    accounted = provided + sum(buckets.values())
    return {
        "Student ID": account.student_id,
        "Service ID": account.service_id,
        "Service": account.service_type,
        "Provider Title": None,
        "Maximum Allowable Minutes": most,
        "Minutes Provided": provided,
        EXCUSED: None,
        UNEXCUSED: None,
        **buckets,
        "Total Minutes Accounted For": accounted,
        "Not Accounted For": account.unrecorded,
        "Total Allowable Minutes Remaining": most - accounted - account.unrecorded,
        "Of Those Not Provided: Made Up": account.made_up,
        "Provided Beyond the Promise": account.extra,
    }


def bucket_of(reason: str) -> str:
    """Return the bucket of minutes that were missed for a reason."""
    if PARTY_OF[reason] == "calendar":
        return HOLIDAY
    return _BUCKET.get(reason, OTHER)


def _left_out(ledger: Ledger) -> Iterator[LeftOut]:
    why = "whether an absence was excused is not on record: all of them stand in the column of both"
    yield LeftOut(FILE, "", EXCUSED, why)
    yield LeftOut(FILE, "", UNEXCUSED, why)
    yield LeftOut(FILE, "", "Provider Title", "providers have no title on record")
    for account in ledger.services:
        for reason, minutes in account.missed_by_reason.items():
            if bucket_of(reason) == OTHER and minutes:
                why = f"{counted(minutes, 'minute')} missed for '{reason}': no column there, so in 'Other Reasons'"
                yield LeftOut("services", account.service_id, OTHER, why)
    for award in ledger.awards:
        award_of = f"an award of {counted(award.minutes, 'minute')}, {award.delivered} of them given,"
        why = f"{award_of} has no place in that report"
        yield LeftOut("awards", award.award_id, "", why)
