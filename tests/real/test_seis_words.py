"""The frequencies of a published SEIS report, through `makegood mandate`."""

import json

import pytest
from tests.real.school import SEIS, beside, makegood, rows_of

pytestmark = beside

WEEK_OF: dict[str, tuple[int, int, str]] = {
    "45 min Weekly": (45, 1, "week"),
    "30 min x 5 Times = 150 min Weekly": (30, 5, "week"),
    "30 min x 2 Times = 60 min Weekly": (30, 2, "week"),
    "30 min Weekly": (30, 1, "week"),
    "15 min Weekly": (15, 1, "week"),
    "60 min x 2 Times = 120 min Daily": (60, 2, "day"),
    "300 min Yearly": (300, 1, "year"),
    "90 min x 3 Times = 270 min Yearly": (90, 3, "year"),
    "120 min Monthly": (120, 1, "month"),
    "120 min x 6 Times = 720 min Weekly": (120, 6, "week"),
    "30 mins served Weekly": (30, 1, "week"),
}
"""Each wording, with minutes, sessions and period as a person reads it."""


def test_these_are_the_reports_wordings() -> None:
    assert {row["Sessions / Frequency"] for row in rows_of(SEIS)} == WEEK_OF.keys()


@pytest.mark.parametrize("words", WEEK_OF)
def test_a_frequency_promises_what_it_says(words: str) -> None:
    minutes, sessions, per = WEEK_OF[words]
    told = json.loads(makegood("mandate", words, "--format", "json").stdout)
    (reading,) = told["readings"]
    assert reading["per"] == per
    assert reading["minutes"] * (reading["sessions"] or 1) == minutes * sessions
    assert makegood("mandate", words).stdout.strip()
