"""One test for each rule of the grammar, each flag and each sentence."""

from typing import Any

import pytest

from makegood.intake.mandate import FLAGS, Reading, explain
from makegood.intake.mandate.grammar import RULES, phrases
from makegood.intake.mandate.phrases import (
    Amount,
    Count,
    Flag,
    Joint,
    Limit,
    Number,
    Pairing,
    Period,
    Phrase,
    Span,
    Who,
    Within,
)
from makegood.intake.mandate.words import normalise, words

# rule: a text that it alone takes, and what it makes of it
BY_RULE: dict[str, tuple[str, list[Phrase]]] = {
    "triple": ("2:30:4", [Pairing(((30, 2),), weekly=True), Who("group", 4)]),
    "ratio": ("3:1", [Who("group", 3)]),
    "labelled": ("Sessions: 2", [Count((2,), "noun")]),
    "clock": ("1:30", [Pairing(((90, None), (30, 1))), Flag("count_or_minutes")]),
    "group": ("groups of up to 4", [Who("group", 4)]),
    "who": ("one-on-one", [Who("individual", 1)]),
    "dashed": ("2 - 30 minute", [Pairing(((30, 2), (2, None), (30, None))), Flag("dash_ambiguous")]),
    "pair": ("2x30", [Count((2,)), Amount((30,), "each")]),
    "half_hours": ("2 1/2 hour sessions", [Pairing(((30, 2), (150, 1))), Flag("count_or_minutes")]),
    "amount": ("1.5 hours per session", [Amount((90,), "each")]),
    "out_of": ("3 out of 4 weeks", [Within(3, "week", Span("week", 4))]),
    "share": ("5 days a week", [Within(5, "day", Span("week"))]),
    "limit": ("for 6 weeks", [Limit(Span("week", 6)), Flag("time_limited")]),
    "count": ("over eight sessions", [Count((8,), "split")]),
    "lesson": ("2 class periods", [Count((2,)), Flag("not_minutes")]),
    "times": ("2 30-minute session", [Count((2,)), Amount((30,), "one")]),
    "period": ("every other week", [Period((Span("week", 2),))]),
    "bare": ("42", [Number(42)]),
    "doubt": ("as needed", [Flag("as_needed")]),
    "joint": ("and", [Joint("and")]),
}


@pytest.mark.parametrize("rule", [rule.__name__ for rule in RULES])
def test_each_rule_takes_the_words_that_it_is_for(rule: str) -> None:
    text, expected = BY_RULE[rule]
    assert phrases(words(text)) == expected


def test_a_word_that_no_rule_takes_is_flagged_and_named() -> None:
    assert phrases(words("marmalade"), ["Marmalade"]) == [Flag("unparsed", "Marmalade")]


def test_a_raised_or_fraction_sign_never_joins_the_digit_before_it() -> None:
    assert normalise("1½ 30²") == "1 1/2 30 2"
    assert normalise("3\u20131 \u00d7 \uff12") == "3-1 x 2"


def test_zero_and_numbers_beyond_reason_are_no_numbers() -> None:
    assert words("0") == ["?0"]
    assert words("1234567") == ["?1234567"]


@pytest.mark.parametrize("flag", FLAGS)
def test_each_flag_tells_a_person_what_it_means(flag: str) -> None:
    assert FLAGS[flag].endswith(".")
    assert FLAGS[flag].count(".") <= 3


SENTENCES = {
    (30, 2, "week", 1, 3, "group"): "2 sessions of 30 minutes each week: 60 minutes a week, in a group of at most 3",
    (60, 1, "month", 1, None, "consult", True): "60 minutes each month, as consultation",
    (30, 1, "week", 1, None, None): "1 session of 30 minutes each week",
    (25, 3, "week", 4, None, None): "3 sessions of 25 minutes in every 4 weeks: 75 minutes in 4 weeks",
    (30, 2, "cycle", 6, 1, "individual"): "2 sessions of 30 minutes in each cycle of 6 school days: "
    "60 minutes a cycle, individually",
    (20, 8, "iep", 1, None, None): "8 sessions of 20 minutes in total, from the service's start to its end: "
    "160 minutes in all",
    (None, 5, "week", 1, None, "group"): "5 sessions of a length that is not given each week, in a group",
    (1, 1, None, 1, None, "direct", True): "1 minute, how often is not clear, as direct service",
}


@pytest.mark.parametrize("reading", SENTENCES)
def test_a_reading_is_said_in_one_plain_sentence(reading: Any) -> None:
    assert explain(Reading(*reading)) == SENTENCES[reading]
