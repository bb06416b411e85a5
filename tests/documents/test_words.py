"""What a paper says of a child: what is past its date too, nothing empty, and only what the records hold."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.conftest import AS_OF, child, made, word_text

from makegood.documents.ask import letter
from makegood.documents.texts import PAPERS
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


@pytest.mark.parametrize(("lang", "words"), [("en", "Percival missed"), ("es", "Percival perdió")])
def test_a_child_is_not_said_to_have_missed_what_was_not_given(lang: str, words: str) -> None:
    for kind in ("missed_notice", "meeting_request", "missed_question", "not_given_notice"):
        assert words not in said(kind, "004312", lang), kind


@pytest.mark.parametrize(
    ("kind", "en", "es"),
    [
        ("missed_question", "and 150 minutes were made up", "y se repusieron 150 minutos"),
        ("meeting_request", "and 150 minutes were made up", "y se repusieron 150 minutos"),
        ("not_given_notice", "and 150 minutes made up", "y 150 minutos repuestos"),
    ],
)
def test_who_asks_about_missed_minutes_says_too_what_was_made_up(kind: str, en: str, es: str) -> None:
    # Of 004312 five sessions of 30 minutes were made up, by hand from the example's log.
    assert en in said(kind, "004312")
    assert es in said(kind, "004312", "es")
    assert "made up [" not in said(kind, "004518")


def test_a_notice_about_a_child_who_missed_nothing_does_not_say_that_something_was_not_given() -> None:
    assert "has not been given all" not in said("not_given_notice", "004359")
    assert "no ha recibido todo" not in said("not_given_notice", "004359", "es")
    assert "that were missed for" not in said("meeting_request", "004359")


@pytest.mark.parametrize(("lang", "team"), [("en", "IEP team"), ("es", "equipo del IEP")])
def test_a_complaint_that_is_signed_does_not_say_that_the_team_decides(lang: str, team: str) -> None:
    complaint, _, for_the_sender = said("state_complaint", "004312", lang).partition(
        "For you: what to know" if lang == "en" else "Para usted: lo que conviene saber"
    )
    assert team not in complaint
    assert ("legal advice" if lang == "en" else "asesoría legal") not in complaint
    assert ("legal advice" if lang == "en" else "asesoría legal") in for_the_sender


@pytest.mark.parametrize("kind", ["records_request", "amend_request", "medicaid_report"])
def test_a_paper_that_is_about_no_missed_minutes_says_who_decides_about_itself(kind: str) -> None:
    assert "What follows from missed services" not in said(kind, "004312")


def test_a_no_closes_the_minutes_of_the_days_that_the_rule_is_about_and_no_others() -> None:
    # 003162 missed speech on November 20 for an assembly, which a no closes by the example's handbook.
    offer = said("make_up_offer", "003162")
    assert offer.count("the minutes of Nov 20, 2026 as closed") == 2
    assert "these minutes as closed" not in offer
    assert "as closed" not in said("make_up_offer", "004312")
    assert said("make_up_offer", "003162", "es").count("los minutos de estos días: 20 nov 2026") == 2


@pytest.mark.parametrize("path", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.name)
def test_no_paper_says_what_no_record_can_hold(path: Path) -> None:
    # That no rule anywhere sets a day, what the school will do of itself, what lies in the envelope.
    held = r"no rule sets|we will ask|is enclosed|is with it|notes of ours|ninguna regla la|le volveremos|Se incluye"
    assert re.findall(held, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("plan", "days", "sources", "not_said"),
    [
        ("ifsp", "10 days", ("34 CFR 303.405", "34 CFR 303.408"), "300.613"),
        ("504", "45 days", ("34 CFR 99.10", "34 CFR 99.11"), "resolution session"),
    ],
)
def test_records_are_asked_for_by_the_law_of_the_childs_plan(
    plan: str, days: str, sources: tuple[str, ...], not_said: str
) -> None:
    records = of_plan("004518", plan)
    asks, answers = (said(kind, "004518", records=records) for kind in ("records_request", "records_answer"))
    for text in (asks, answers):
        assert days in text
        assert sources[0] in text
        assert not_said not in text
    assert all(source in asks for source in sources)
    amends = said("amend_request", "004518", records=records)
    assert ("34 CFR 303.410" if plan == "ifsp" else "34 CFR 99.20") in amends


def test_a_plan_that_is_not_reviewed_each_year_by_its_law_is_not_said_to_be() -> None:
    assert "at least once a year" not in said("meeting_request", "004518", records=of_plan("004518", "504"))
    early = said("meeting_request", "004518", records=of_plan("004518", "ifsp"))
    assert "every six months" in early
    assert "34 CFR 303.342(b)" in early
