"""The gaps of a service, and what of a closed period's shortfall is laid on them (L3)."""

from tests.oracle.absences import Absences
from tests.oracle.planned import planned
from tests.oracle.promise import Period, Service
from tests.oracle.record import Log, Miss
from tests.oracle.rules import fixed_reason
from tests.oracle.slots import slot_order, told_slots, untold_slots
from tests.oracle.tables import Row, days_between, number, sure_day, text


def recorded_gaps(service: Service, period: Period, log: Log, absences: Absences, family: list[Service]) -> list[Miss]:
    """Return the gaps of a period's regular rows, oldest first."""
    gaps = []
    for row in log.of_kind("regular", service):
        on = sure_day(row, "date")
        if not period.holds(on):
            continue
        minutes, planned_by = planned(row, service, period, log, family)
        gap = minutes - number(row, "minutes_delivered", 0)
        if gap > 0:
            word = _reason_of_row(row, service, log, absences)
            miss = Miss(service, text(row, "session_id"), on, period.last, word or "other", gap, planned_by)
            miss.has_reason = bool(word)
            miss.not_due = on not in service.school_days
            gaps.append(miss)
    return gaps


def _reason_of_row(row: Row, service: Service, log: Log, absences: Absences) -> str:
    on = sure_day(row, "date")
    if text(row, "reason"):
        return fixed_reason(log.packs, service.policy_id, on, text(row, "reason"))
    if number(row, "minutes_delivered", 0):
        return ""
    told = told_slots(service, on, log.of_day(service, on)).get(text(row, "session_id"), {})
    providers = [text(row, "provider_id"), text(told, "provider_id"), text(service.row, "provider_id")]
    return absences.reason_on(service, on, providers)


def inferred_gaps(service: Service, period: Period, log: Log, absences: Absences) -> list[Miss]:
    """Return a closed period's slots of which no row tells, oldest first.

    Slots are looked for on the weekdays of the terms and on school days; of a cycle only school
    days have slots.
    """
    if not service.slots:
        return []
    looked_at = set(service.school_days)
    if service.per != "cycle":
        looked_at |= {d for d in service.term_days if d.weekday() < 5}
    gaps = []
    for on in days_between(period.first, period.last):
        if on not in looked_at:
            continue
        for slot in untold_slots(service, on, log.of_day(service, on)):
            word = absences.of_slot(slot, service, on)
            gap = Miss(service, None, on, period.last, word, number(slot, "minutes", 0), "slot", inferred=True)
            gap.slot = slot_order(slot)
            gap.has_reason = word != "unrecorded"
            gaps.append(gap)
    return gaps


def lay(shortfall: int, recorded: list[Miss], inferred: list[Miss]) -> int:
    """Lay a closed period's shortfall on its gaps; return what none explains.

    Gaps on record come first, then inferred ones with a reason, then those without; each kind
    newest first.
    """
    with_reason = [gap for gap in inferred if gap.has_reason]
    without = [gap for gap in inferred if not gap.has_reason]
    for gaps in (recorded, with_reason, without):
        for gap in reversed(gaps):
            gap.minutes = min(shortfall, gap.gap)
            shortfall -= gap.minutes
    return shortfall


def rest_of(service: Service, period: Period, minutes: int) -> Miss:
    """Return what no gap explains, dated the period's last school day (its last day, if none)."""
    on = max(period.school_days, default=period.last)
    rest = Miss(service, None, on, period.last, "unrecorded", minutes)
    rest.minutes = minutes
    return rest


def is_listed(gap: Miss) -> bool:
    """Tell whether a gap is listed: all but those on which nothing is laid and that nobody gave a reason."""
    if gap.minutes or gap.pending:
        return True
    return gap.session_id is not None and gap.has_reason
