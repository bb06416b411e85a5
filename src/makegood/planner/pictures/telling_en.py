"""Every word of a person's page, in English."""

from collections.abc import Mapping
from typing import Final

from makegood.planner.pictures.timetable import Kind
from makegood.plans.plan import Why

KINDS: Final[Mapping[Kind, str]] = {
    "make_up": "make-up",
    "agreed": "make-up, agreed already",
    "regular": "regular session",
    "kept": "never taken",
    "free": "open",
}

USES: Final[Mapping[str, str]] = {}

REASONS: Final[Mapping[Why, str]] = {
    "missing_data": "No time yet: the school's records lack something that a plan needs.",
    "no_provider": "No time yet: nobody who may give this has time for make-ups in these weeks.",
    "no_open_time": "No time yet: when those who may give this are free, the student has no open time left.",
    "deadline": "No time yet: time comes only after the day by which it is due.",
    "limit": "No time yet: the school's limits on make-ups leave no room in these weeks.",
    "providers_full": "No time yet: everybody who may give this is full whenever the student is open.",
    "not_found": "No time found yet. The school can look again.",
}

WORDS: Final[dict[str, str]] = {
    "am": "AM",
    "pm": "PM",
    "span": "{start} to {end}",
    "title": "Make-ups: {name}",
    "provider_about": "Provider · a plan, not yet held. Only weeks with a make-up are shown.",
    "student_about": "{school} · a plan, not yet held",
    "provider_note": "The minutes owed are the district's. This page shows where they have a place in your free time.",
    "short": "In short",
    "all_planned": "All {owed} minutes that are owed and open have a time in these weeks.",
    "some_planned": "{planned} of {owed} minutes that are owed and open have a time in these weeks.",
    "none_planned": "None of the {owed} minutes that are owed and open have a time in these weeks yet.",
    "left": "The other {left} stay owed. They are planned again when there is more time.",
    "left_all": "They stay owed. They are planned again when there is more time.",
    "not_suit": "If a time does not suit, tell the school: another can be looked for. Nothing counts as made up "
    "before it is held and logged.",
    "undecided": "* The IEP team has not said yet whether this is owed.",
    "part_by_part": "What is owed, and when it would be made up",
    "missed_on": "Missed on",
    "what": "What",
    "when": "When",
    "due_by": "Due by",
    "no_deadline": "no date known",
    "minutes_of": "{service}, {minutes}",
    "with": "{when}, with {who}",
    "late": "the make-up is later",
    "weeks": "The weeks with a make-up",
    "week_of": "Week of {day}",
    "before": "Before",
    "after": "With the plan",
    "hour": "{n} {half}",
    "legend": "What the picture's marks mean",
    "make_ups": "Make-ups, week of {day}",
    "what_where": "What and where",
    "who_comes": "Who comes",
    "what_whom": "What, and with whom",
    "held": "{service}, {minutes}, {school}",
    "held_with": "{service}, {minutes}, with {who}",
    "whole": "The whole week as a table",
    "every_block": "{week}, every block of time",
    "blocks_one": "{kind}: 1 block, {minutes}",
    "blocks": "{kind}: {count} blocks, {minutes}",
    "nothing": "Nothing stands in this week.",
    "made_by": "Made by Makegood from the school's own records.",
}
