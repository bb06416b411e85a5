"""Words: what people write in logs, as lists that are data."""

from makegood.imports.words.lists import (
    NO_REASONS,
    Meaning,
    alike,
    bare,
    common,
    heading_of,
    likely_outcomes,
    outcome_in_answer,
    outcome_of,
    period_of,
    phrase_outcomes,
    service_of,
)

__all__ = [
    "NO_REASONS",
    "Meaning",
    "alike",
    "bare",
    "common",
    "heading_of",
    "likely_outcomes",
    "outcome_in_answer",
    "outcome_of",
    "period_of",
    "phrase_outcomes",
    "service_of",
]
