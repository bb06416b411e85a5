"""Wordings that were written down before the reader knew them: nothing may be read wrongly in silence."""

import pytest
from tests.intake.mandate_wordings import Wording, wordings

from makegood.intake.mandate import read_mandate

FLOOR = 0.97
"""At least this share of the clear wordings is read without a question."""

TABLE = wordings()


@pytest.mark.parametrize("wording", TABLE, ids=lambda wording: wording.text)
def test_no_wording_is_settled_wrongly_in_silence(wording: Wording) -> None:
    assert wording.judge(read_mandate(wording.text)) != "wrong"


def test_most_clear_wordings_need_nobody() -> None:
    clear = [wording for wording in TABLE if wording.status == "ok"]
    asked = [wording.text for wording in clear if wording.judge(read_mandate(wording.text)) == "asked"]
    assert len(asked) <= (1 - FLOOR) * len(clear), asked


@pytest.mark.parametrize(
    "wording", [each for each in TABLE if each.status == "review" and each.readings], ids=lambda wording: wording.text
)
def test_a_person_is_offered_every_reading_that_can_be_meant(wording: Wording) -> None:
    assert set(wording.readings) <= set(read_mandate(wording.text).readings)


@pytest.mark.parametrize("wording", TABLE, ids=lambda wording: wording.text)
def test_a_wrong_reading_is_never_the_only_one(wording: Wording) -> None:
    offered = read_mandate(wording.text).readings
    if wording.readings and len(offered) == 1:
        assert offered[0] in wording.readings


def test_the_table_is_large_and_in_two_languages() -> None:
    assert len(TABLE) >= 230
    assert sum("\u00f3" in wording.text or "minutos" in wording.text for wording in TABLE) >= 25
