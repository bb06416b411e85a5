"""Texts that others collected. Skipped where the collection is not beside the checkout."""

import csv
from pathlib import Path

import pytest

from makegood.intake.mandate import MandateReading, read_mandate

_DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
_TEXTS = _DATA / "codes" / "mandate_texts.csv"
_SEIS = _DATA / "seis" / "seis-deliveries.fictional.csv"

# Where we differ from the prototype behind the collection, and why.
DIFFERENT = {
    "8 x 30 per 9-week quarter": "the quarter or nine weeks: two readings; the prototype takes nine weeks",
    "30 min Weekly / monthly": "both periods are readings; the prototype shows none",
    "1 class period daily": "one a day is a reading without minutes; the prototype shows none",
    "30:2:1": "we show both orders, the likely one first; the prototype only 30 sessions of 2 minutes",
    "20x15 yearly": "we show both orders; the prototype only 20 sessions of 15 minutes",
    "30 min biweekly": "we show both meanings; the prototype only once in two weeks",
    "30 min x 2 Times = 90 min Weekly": "we show both sides of the sum; the prototype mixes them in one line",
}

ASKED = {"8 x 30 per 9-week quarter"}
"""Texts that the prototype settles and we ask about."""


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside the checkout")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _as_collected(found: MandateReading) -> list[tuple[str, str, str, str]]:
    """Return each reading as count, minutes of a session or in all, period and its length."""
    lines = []
    for each in found.readings:
        several = each.sessions > 1
        minutes = "" if each.minutes is None else str(each.minutes * each.sessions)
        per = "weeks" if each.per == "week" and each.every > 1 else each.per or ""
        lines.append((str(each.sessions) if several else "1", minutes, per, str(each.every) if per else ""))
    return lines


def test_the_collected_texts_read_as_intended_or_differ_for_a_reason() -> None:
    rows = _rows(_TEXTS)
    for row in rows:
        found = read_mandate(row["raw"])
        asked = row["raw"] in ASKED
        assert found.status == ("review" if asked else row["status"]), row["raw"]
        if row["raw"] not in DIFFERENT:
            line = (row["count_min"] or "1", row["total_min_per_period"], row["period"], row["period_len"])
            assert _as_collected(found) == [line], row["raw"]
            assert len(found.readings) == 1
    assert {row["raw"] for row in rows} >= DIFFERENT.keys()


def test_where_both_read_a_group_or_a_mode_they_agree() -> None:
    for row in _rows(_TEXTS):
        for each in read_mandate(row["raw"]).readings:
            alone = row["grouping"] == "individual"  # individual is at most one; the collection leaves it blank
            assert str(each.group_max or "") == ("1" if alone else row["group_size"]), row["raw"]
            assert (each.delivery or "") == (row["mode"] or row["grouping"]), row["raw"]


def test_what_seis_exports_needs_nobody() -> None:
    texts = [row["Sessions / Frequency"] for row in _rows(_SEIS)]
    assert [text for text in texts if read_mandate(text).status != "ok"] == []
    found = read_mandate("60 min x 2 Times = 120 min Daily").readings
    assert [(each.minutes, each.sessions, each.per) for each in found] == [(60, 2, "day")]
