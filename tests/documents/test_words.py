"""What a paper says of a child: what is past its date too, nothing empty, and only what the records hold."""

from dataclasses import replace

import pytest
from tests.documents.conftest import AS_OF, child, made, word_text

from makegood.documents.ask import letter
from makegood.records import Records


def said(kind: str, student_id: str, lang: str = "en", records: Records | None = None) -> str:
    found = records or child(student_id)
    return word_text(letter(found, student_id, kind, AS_OF, lang=lang, formats=("docx",)).files[f"{kind}.docx"])  # type: ignore[arg-type]


def of_plan(student_id: str, plan: str) -> Records:
    records = child(student_id)
    return replace(records, services=replace(records.services, plan=[plan] * len(records.services)))


@pytest.mark.parametrize("kind", ["missed_notice", "make_up_offer"])
def test_minutes_past_their_date_are_still_to_be_made_up(kind: str) -> None:
    # Of 003155 one session is owed, that of November 20, and its day was January 27.
    assert "45 minutes are still to be made up" in said(kind, "003155").replace("Of these, ", "")
    assert "PAST ITS DATE" in said(kind, "003155")


def test_an_offer_lists_what_may_be_made_up_and_a_notice_everything() -> None:
    # 003155 was absent on September 15, November 6 and March 5, which is not owed.
    absent = ("Tue, Sep 15, 2026", "Fri, Nov 6, 2026", "Fri, Mar 5, 2027")
    offer, notice = said("make_up_offer", "003155"), said("missed_notice", "003155")
    assert [day for day in absent if day in offer] == []
    assert [day for day in absent if day in notice] == list(absent)


def test_a_notice_says_what_follows_from_every_minute() -> None:
    # 45 owed, 45 for the team, 120 not owed (30 + 45 + 45), 165 without a record (45 + 4 x 30): 375.
    notice = said("missed_notice", "003155")
    assert "In all, 375 minutes" in notice
    for part in ("45 minutes wait for", "120 minutes are not owed", "for 165 minutes it is not known"):
        assert part in notice


def test_nothing_is_said_of_zero_minutes_that_wait_or_were_made_up() -> None:
    for kind in ("make_up_offer", "missed_notice", "understanding", "agreement"):
        text = word_text(made(kind, "en").files[f"{kind}.docx"])
        assert " 0 minutes" not in text, kind


@pytest.mark.parametrize("kind", ["missed_notice", "make_up_offer", "meeting_request"])
def test_a_letter_about_misses_of_a_child_who_missed_nothing_has_a_warning(kind: str) -> None:
    warned = letter(child("004359"), "004359", kind, AS_OF, formats=("docx",))
    assert [finding.code for finding in warned.findings] == ["nothing_missed"]


def test_a_family_that_speaks_english_asks_for_no_interpreter() -> None:
    assert "interpreter" not in said("meeting_request", "004518")
    assert "I need an interpreter: Spanish." in said("meeting_request", "004359")


@pytest.mark.parametrize(("kind", "plan"), [("504_request", "iep"), ("state_complaint", "504")])
def test_a_letter_by_the_law_of_another_plan_has_a_warning(kind: str, plan: str) -> None:
    warned = letter(of_plan("004518", plan), "004518", kind, AS_OF, formats=("docx",))
    assert [finding.code for finding in warned.findings] == ["another_plan"]


def test_the_ways_that_are_listed_are_those_of_the_childs_plan() -> None:
    of_504 = said("missed_notice", "004518", records=of_plan("004518", "504"))
    assert "Office for Civil Rights" in of_504
    assert "due process" not in of_504
    assert "34 CFR 303.434" in said("missed_notice", "004518", records=of_plan("004518", "ifsp"))
    assert "the IFSP team" in said("missed_notice", "004518", records=of_plan("004518", "ifsp"))
