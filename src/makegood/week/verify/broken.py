"""What a week can break: one name and one sentence for each rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makegood.week.caseload import Slot

SENTENCES: Final[Mapping[str, str]] = {
    "known": "Every service and provider that the week names is on record and needs a slot.",
    "promised": "A service has no more slots than it is promised, each of its length and rhythm.",
    "different_days": "The sessions of a service are on different days.",
    "credential": "A provider gives only what they are named for, or what they may give.",
    "at_work": "A provider works at that school for every minute of the session.",
    "present": "A provider who is away when the week begins has no slot.",
    "provider_once": "A provider is in one session at a time.",
    "travel": "Between two schools on one day a provider has the time that the way takes.",
    "lunch": "A provider keeps the minutes of lunch on end around noon.",
    "direct": "A provider's sessions stay within the minutes of a day and of a week.",
    "documentation": "A provider keeps the minutes of a week for notes.",
    "student_open": "A session takes only time in which the student may be taken.",
    "student_once": "A student is in one session at a time.",
    "group": "A group is never larger than every service in it allows.",
    "grade_span": "The grades of a group are no further apart than the limit.",
    "alike": "Only services of one kind, school, length and goal are held together.",
    "together": "A group that exists is not taken apart.",
    "kept": "What is to be kept stays where it is.",
}
"""Each rule with its sentence."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a week breaks: its name, what is wrong in plain words, and the slot."""

    rule: str
    says: str
    slot: Slot | None = None
