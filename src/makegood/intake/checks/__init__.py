"""Named checks of what was read: a flat list, each one kind of finding."""

from collections.abc import Iterable, Iterator
from typing import Final

from makegood.intake.checks import (
    corrections,
    decisions,
    doubts,
    ids,
    lines,
    links,
    log,
    overlaps,
    places,
    planning_missing,
    planning_pinned,
    planning_providers,
    planning_students,
    planning_times,
    planning_travel,
    promises,
    reasons,
    slots,
    together,
)
from makegood.intake.checks.check import Check, Run, check
from makegood.intake.checks.facts import Facts
from makegood.intake.checks.readable import Readable
from makegood.terms.findings import Alike, Finding

OF_IDS: Final[tuple[Run, ...]] = (
    ids.duplicate_ids,
    ids.near_ids,
    ids.unknown_references,
    ids.unknown_calendars,
)
"""Checks that look at ids only, so that they can run while other cells are still wrong."""

OF_MEANING: Final[tuple[Check, ...]] = (
    places.empty_tables,
    places.ends_before_start,
    places.overlapping_terms,
    places.students_without_calendar,
    places.missing_terms,
    promises.every_without_block,
    promises.promises_too_large,
    promises.total_without_end,
    promises.summer_without_term,
    promises.nothing_falls_due,
    promises.near_service_types,
    lines.overlapping_lines,
    lines.total_or_session,
    slots.slots_without_day,
    slots.cycle_days_beyond_cycle,
    slots.every_with_cycle_day,
    reasons.unrecorded_given,
    reasons.absence_kinds,
    corrections.corrects_itself,
    corrections.corrected_twice,
    corrections.correction_circles,
    corrections.correction_moves_student,
    corrections.correction_before_corrected,
    links.kind_contradicts_link,
    links.makeup_of_another,
    links.award_of_another,
    links.compensatory_without_award,
    links.outside_award,
    decisions.two_determinations,
    decisions.decides_no_miss,
    decisions.accepted_after_declined,
    decisions.decides_more_minutes,
    decisions.award_of_no_service,
    doubts.delivered_without_school,
    doubts.brought_in_twice,
    doubts.slots_over_promise,
    doubts.outlives_calendar,
    log.outside_service,
    log.after_as_of,
    log.many_minutes,
    log.missing_without_reason,
    together.together_with_another,
    overlaps.child_in_two_places,
    overlaps.provider_in_two_places,
    overlaps.group_over_size,
    planning_times.times_end_before_start,
    planning_times.times_at_night,
    planning_times.weekday_or_date,
    planning_times.whose_time,
    planning_times.two_bells,
    planning_times.two_limits,
    planning_times.shortest_over_longest,
    planning_travel.ways_to_nowhere,
    planning_providers.provider_without_credential,
    planning_providers.near_credentials,
    planning_travel.free_in_two_places,
    planning_travel.no_travel_time,
    planning_travel.free_without_bell,
    planning_missing.nobody_may_give,
    planning_missing.nobody_free,
    planning_missing.no_way_to_service,
    planning_students.student_in_two_schools,
    planning_students.rest_counts_as_open,
    planning_students.grade_of_nobody,
    planning_pinned.pinned_disagrees,
    planning_pinned.pinned_of_another,
    planning_pinned.pinned_settles_too_much,
    planning_pinned.pinned_without_credential,
    planning_pinned.pinned_before_miss,
)
"""Checks of what the rows say, each asked about the rows whose cells it can read."""

__all__ = ["OF_IDS", "OF_MEANING", "Check", "Facts", "check", "check_ids", "check_meaning"]


def check_ids(facts: Facts) -> Iterator[Finding | Alike]:
    """Yield what the checks of ids find."""
    for run in OF_IDS:
        yield from run(facts)


def check_meaning(facts: Facts, found: Iterable[Finding], more: Iterable[Check] = ()) -> Iterator[Finding | Alike]:
    """Yield what the checks of meaning find.

    Args:
        facts: The records as read; a cell that was refused is None.
        found: What reading the cells and checking the ids has found: which cells were refused.
        more: Checks of other rooms, which know what the intake does not.
    """
    readable = Readable(facts, found)
    for one in (*OF_MEANING, *more):
        may_ask = readable.facts_for(one)
        if may_ask is not None:
            yield from one.run(may_ask)
