"""What comes back: a request that was given, its answer, an answer to an offer; and what was entered by mistake."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from tests.web.cast import client_of, person, ref_of, relation
from tests.web.conftest import MARCH_12
from tests.web.test_papers import CHILD, OTHER, at, held, parent, rows, words_of

from makegood.answers.statement import statement
from makegood.documents.asked_for import answer_due
from makegood.documents.enter import ASKS
from makegood.web.people.models import CaseloadChild, Relation
from makegood.web.records.models import MODELS
from makegood.web.records.read import records_of_children
from makegood.web.records.write import add

SCHOOLS = ("MRE", "MRM")
"""The child's school, and another."""
pytestmark = pytest.mark.usefixtures("district")
OFFERED = "L002070"
"""A session of the child whose make-up was offered on February 17 and March 2, without an answer."""


def page(made: Relation, more: str = "", child: str = CHILD) -> str:
    return f"/as/{made.ref}/child/{ref_of('students', student_id=child)}/{more}"


def given(made: Relation, client: Client, kind: str = "records_request", day: str = "2027-03-10") -> Any:
    return client.post(at(made, kind, more="given/"), {"day": day})


def school(kind: str = "director") -> tuple[Relation, Client]:
    scope = {"school_leader": {"school_id": "MRE"}, "therapist": {"provider_id": "P01"}}.get(kind, {})
    made = relation(kind, kind, **scope)  # type: ignore[arg-type]
    if kind == "case_manager":
        CaseloadChild.objects.create(relation=made, student_id=CHILD, begins=made.begins)
    return made, client_of(kind)


def take_back(made: Relation, client: Client, thing: str, why: str = "The wrong child", child: str = CHILD) -> int:
    return int(client.post(page(made, "take-back/", child), {"row": thing, "why": why}).status_code)


# --- a family gives a letter


def test_a_letter_that_was_given_is_a_request_with_its_day_and_the_childs_page_says_when_an_answer_is_due() -> None:
    made, client = parent()
    offered = client.get(at(made, "records_request")).content.decode()
    assert f'href="{at(made, "records_request", more="given/")}">I gave this to the school<' in offered
    assert "I gave this to the school" in words_of(client.get(at(made, "records_request", more="given/")))
    before = rows()
    answer = given(made, client)
    assert (answer.status_code, answer.url.endswith("#asked")) == (302, True)
    (row,) = held("requests")
    assert (row.student_id, row.kind, row.received_on, row.answered_on, row.entered_by) == (
        CHILD, "records", "2027-03-10", None, made.person.ref,
    )  # fmt: skip
    assert rows() == {**before, "requests": before["requests"] + 1, "touched": before["touched"] + 1}
    said = words_of(client.get(page(made)))
    assert "Given to the school on March 10, 2027" in said
    # March 10 and 45 days, by hand: 21 days are left of March, 24 are of April.
    assert "at most 45 days, so up to April 24, 2027" in said
    assert "34 CFR 300.613" in said


def test_the_same_in_spanish() -> None:
    made, client = parent()
    client.cookies["makegood_language"] = "es"
    assert "Entregué esta carta a la escuela" in words_of(client.get(at(made, "records_request")))
    given(made, client)
    said = words_of(client.get(page(made)))
    assert "Entregada a la escuela el 10 de marzo de 2027" in said
    assert "a más tardar el 24 de abril de 2027" in said


def test_no_day_is_named_where_no_rule_names_one() -> None:
    made, client = parent()
    for kind in ("missed_question", "meeting_request"):
        assert given(made, client, kind).status_code == 302
    said = words_of(client.get(page(made)))
    assert said.count("No rule in these records sets a deadline for the answer.") == 2
    assert given(made, client, "amend_request").status_code == 302
    assert "The rule asks for an answer within a reasonable time." in words_of(client.get(page(made)))
    assert [row.kind for row in held("requests")] == ["make_up", "iep_meeting", "amendment"]


def test_a_form_sent_twice_the_same_day_again_a_day_to_come_and_no_day_are_no_second_row() -> None:
    made, client = parent()
    address = at(made, "records_request", more="given/")
    for _ in range(2):
        assert client.post(address, {"day": "2027-03-10", "posted": "once"}).status_code == 302
    for day in ("2027-03-10", "2027-03-13", "", "soon"):
        assert given(made, client, day=day).status_code == 400, day
    assert len(held("requests")) == 1


def test_a_letter_that_asks_the_school_for_nothing_has_no_button() -> None:
    made, client = parent()
    for kind in ("understanding", "state_complaint"):
        assert kind not in ASKS
        assert "given/" not in client.get(at(made, kind)).content.decode()
        assert given(made, client, kind).status_code == 404
    assert held("requests") == []


def test_one_parent_does_not_learn_what_the_other_gave_and_the_school_sees_both() -> None:
    made, client = parent()
    other, their = relation("other", "family", student_id=CHILD), client_of("other")
    given(made, client)
    for address in (page(other), at(other)):
        assert "Given to the school on" not in words_of(their.get(address))
    # The same on the same day is theirs to enter, and tells them nothing.
    assert given(other, their).status_code == 302
    director, desk = school()
    said = words_of(desk.get(page(director)))
    assert said.count("Given to the school on March 10, 2027") == 2
    assert "Entered by Parent" in said
    assert "Entered by Other" in said


def test_somebody_alone_keeps_the_day_in_their_own_records() -> None:
    made, client = relation("alone", "alone"), client_of("alone")
    said = words_of(client.get(at(made, "records_request", more="given/")))
    assert "your records have the day" in said
    assert "the school can see it" not in said
    assert given(made, client).status_code == 302
    assert "Given to the school on March 10, 2027" in words_of(client.get(page(made)))


# --- a school answers it


def test_a_school_enters_its_answer_once_and_the_family_reads_it() -> None:
    made, client = parent()
    given(made, client)
    (asked,) = held("requests")
    leader, desk = school("school_leader")
    assert f"?request={asked.ref}" in desk.get(at(leader)).content.decode()
    address = at(leader, "records_answer", more="given/")
    assert desk.get(address, {"request": asked.ref}).content.decode().count("checked") == 1
    form = {"request": asked.ref, "day": "2027-03-12", "answer": "log sent as a PDF", "posted": "once"}
    for wrong in ({"day": ""}, {"day": "2027-03-09"}, {"day": "2027-03-13"}, {"request": "z" * 20}, {"request": ""}):
        assert desk.post(address, {**form, **wrong, "posted": ""}).status_code == 400, wrong
    for _ in range(2):
        assert desk.post(address, form).status_code == 302
    (row,) = held("requests")
    assert (row.ref, row.received_on, row.answered_on, row.answer) == (
        asked.ref, "2027-03-10", "2027-03-12", "log sent as a PDF",
    )  # fmt: skip
    assert desk.post(address, {**form, "posted": "more"}).status_code == 400
    said = words_of(client.get(page(made)))
    assert "Answered on March 12, 2027: “log sent as a PDF”" in said
    assert "45 days" not in said.partition("What you asked the school for")[2].partition("What was missed")[0]


@pytest.mark.parametrize("kind", ["school_leader", "director", "case_manager"])
def test_a_request_waits_on_the_first_page_of_who_may_answer_it_until_it_is_answered(kind: str) -> None:
    made, client = parent()
    _, desk = school(kind)
    assert "for an answer" not in words_of(desk.get("/", follow=True))
    given(made, client, "meeting_request", "2027-03-11")
    said = words_of(desk.get("/", follow=True))
    assert "1 request of a family waits for an answer" in said
    given(made, client, day="2027-01-20")
    page = desk.get("/", follow=True)
    said = words_of(page)
    assert "2 requests of families wait for an answer" in said
    older, newer = said.index("Given to the school on January 20, 2027"), said.index("on March 11, 2027")
    assert older < newer
    # January 20 and 45 days, by hand: 11 days are left of January, 28 are of February, 6 are of March.
    assert "It was to be answered by March 6, 2027; no answer is on record" in said[older:newer]
    assert "answered by" not in said[newer : newer + 100]
    asked = next(row for row in held("requests") if row.kind == "records")
    (link,) = re.findall(rf'href="([^"]*\?request={asked.ref})"', page.content.decode())
    assert desk.get(link).content.decode().count("checked") == 1
    desk.post(link, {"request": asked.ref, "day": "2027-03-12", "answer": "sent"})
    assert "1 request of a family waits for an answer" in words_of(desk.get("/", follow=True))


def test_a_request_in_spanish_with_its_last_day_and_none_for_who_may_not_answer_it_or_of_another_school() -> None:
    made, client = parent()
    given(made, client, day="2027-03-10")
    director, desk = school()
    desk.cookies["makegood_language"] = "es"
    said = words_of(desk.get("/", follow=True))
    assert "1 solicitud de una familia espera respuesta" in said
    assert "Fecha límite para responder: 24 de abril de 2027" in said
    _, gives = school("therapist")
    assert "waits for an answer" not in words_of(gives.get("/", follow=True))
    relation("far", "school_leader", school_id="MRM")
    far = client_of("far").get("/", follow=True)
    assert far.status_code == 200
    assert "waits for an answer" not in words_of(far)
    # A director reads it among all, and at the child's school, not at another.
    there = [f"/as/{director.ref}/school/{ref_of('schools', school_id=id_)}/" for id_ in SCHOOLS]
    assert ["espera respuesta" in words_of(desk.get(page)) for page in there] == [True, False]


def test_a_request_that_came_on_paper_is_entered_with_or_without_its_answer() -> None:
    made, desk = school()
    address = at(made, "records_answer", more="given/")
    form = {"request": "other", "kind": "records", "came": "2027-03-01", "day": ""}
    for wrong in ({"kind": "money"}, {"came": ""}, {"came": "2027-03-13"}, {"day": "2027-02-28"}):
        assert desk.post(address, {**form, **wrong}).status_code == 400, wrong
    assert desk.post(address, form).status_code == 302
    assert desk.post(address, form).status_code == 400
    assert desk.post(address, {**form, "kind": "make_up", "day": "2027-03-02"}).status_code == 302
    assert [(row.kind, row.received_on, row.answered_on) for row in held("requests")] == [
        ("records", "2027-03-01", None), ("make_up", "2027-03-01", "2027-03-02"),
    ]  # fmt: skip
    # The letter that answers it knows the day it came; a parent sees what the school has on record.
    assert 'value="March 1, 2027"' in desk.get(at(made, "records_answer")).content.decode()
    family, client = parent()
    assert "Given to the school on March 1, 2027" in words_of(client.get(page(family)))


@pytest.mark.parametrize("kind", ["records_answer", "medicaid_report"])
def test_the_answer_and_the_report_are_written_by_those_whose_relation_allows_it(kind: str) -> None:
    may = {
        "records_answer": {"school_leader", "director", "case_manager"},
        "medicaid_report": {"school_leader", "director"},
    }
    family, parents = parent()
    agency, tobias = relation("agency", "contractor", provider_id="P01"), client_of("agency")
    cast = [
        (family, parents),
        (agency, tobias),
        *map(school, ("therapist", "case_manager", "school_leader", "director")),
    ]
    for made, client in cast:
        allowed = made.kind in may[kind]
        assert client.get(at(made, kind)).status_code == (200 if allowed else 404), made.kind
        assert client.post(at(made, kind), {"what": "show"}).status_code == (200 if allowed else 404), made.kind
        assert client.put(at(made, kind)).status_code in {404, 405}, made.kind
        enters = allowed and kind == "records_answer"
        assert client.get(at(made, kind, more="given/")).status_code == (200 if enters else 404), made.kind
        assert client.post(at(made, kind, more="given/")).status_code == (400 if enters else 404), made.kind
    leader, desk = cast[4]
    assert desk.get(at(leader, kind, child=OTHER)).status_code == 404


def test_a_report_for_medicaid_lists_what_was_signed_and_counts_what_was_not() -> None:
    made, client = school()
    before = words_of(client.get(at(made, "medicaid_report")))
    assert "Wed, Oct 14, 2026" not in before.partition("Left out")[0]
    session = next(
        row for row in MODELS["sessions"]._default_manager.filter(service_id="SV007") if row.minutes_delivered == "30"
    )
    cells = {"signature_id": "G9001", "signed_by": "Ingrid Madeup", "title": "SLP", "signed_at": "2027-03-01 09:00"}
    add("signatures", {**cells, "as": "provider", "session_id": session.session_id}, by="test")
    after = words_of(client.get(at(made, "medicaid_report")))
    assert "Ingrid Madeup, SLP" in after.partition("Left out")[0]
    counted = [int(n) for n in re.findall(r"Sessions held, not signed (\d+)", before + after)]
    assert counted[0] - 1 in counted


# --- a family answers an offer


def answer_offer(made: Relation, client: Client, answer: str = "accepted", **more: str) -> Any:
    form = {"about": ref_of("sessions", session_id=OFFERED), "answer": answer, **more}
    return client.post(page(made, "offers/"), form)


def test_a_family_is_told_of_an_offer_and_its_answer_becomes_a_row_of_today_once() -> None:
    made, client = parent()
    shown = client.get(page(made)).content.decode()
    assert page(made, "offers/") in shown
    said = words_of(client.get(page(made, "offers/")))
    assert "offered on March 2, 2027" in said
    assert "No answer is not a no." in said
    before = rows()["offers"]
    for wrong in ({"answer": "maybe"}, {"answer": ""}, {"about": "z" * 20}, {"about": ""}):
        assert answer_offer(made, client, **wrong).status_code == 400, wrong
    for _ in range(2):
        assert answer_offer(made, client, posted="once").status_code == 302
    assert rows()["offers"] == before + 1
    row = held("offers")[-1]
    assert (row.session_id, row.date, row.response, row.method, row.entered_by) == (
        OFFERED, "2027-03-12", "accepted", "this site", made.person.ref,
    )  # fmt: skip
    assert page(made, "offers/") not in client.get(page(made)).content.decode()
    assert answer_offer(made, client, "declined").status_code == 400
    assert "March 12, 2027: Make-ups offered: the family said yes (on this site)" in words_of(client.get(at(made)))


def test_a_parent_whose_rights_an_order_limits_reads_the_offer_and_cannot_answer_it_here() -> None:
    made, client = relation("limited", "family", student_id=CHILD, rights="limited"), client_of("limited")
    said = words_of(client.get(page(made, "offers/")))
    assert "Please give your answer to the school itself." in said
    assert answer_offer(made, client).status_code == 400
    assert len(held("offers")) == 7


def test_where_a_no_closes_minutes_the_family_reads_the_rule_first_and_a_no_taken_back_opens_them_again() -> None:
    # By the example's handbook a declined offer closes what was missed for an assembly: L001202 of 003162.
    child, missed = "003162", "L001202"
    made, client = relation("third", "family", student_id=child), client_of("third")
    cells = {"offer_id": "O90", "session_id": missed, "date": "2027-03-01", "response": "no_answer"}
    add("offers", cells, by="test")
    said = words_of(client.get(page(made, "offers/", child)))
    assert "lets the school count these minutes as closed. You may ask for another time instead." in said
    assert "Maple Ridge Handbook for Special Services (made up), 4.3" in said
    parent_of_other, others = parent()
    assert "as closed" not in words_of(others.get(page(parent_of_other, "offers/")))

    def closed() -> int:
        own = records_of_children({child}, MARCH_12).records
        assert own is not None
        answer = statement(own, child, MARCH_12).value
        assert answer is not None
        return sum(miss.released for service in answer.services for miss in service.misses)

    before = closed()
    form = {"about": ref_of("sessions", session_id=missed), "answer": "declined"}
    assert client.post(page(made, "offers/", child), form).status_code == 302
    # One session of 30 minutes.
    assert closed() == before + 30
    assert take_back(made, client, f"offers.{held('offers')[-1].ref}", child=child) == 302
    assert closed() == before


# --- a row that was entered by mistake


def test_who_entered_a_row_takes_it_back_with_a_reason_and_the_log_keeps_both() -> None:
    made, client = parent()
    given(made, client)
    (row,) = held("requests")
    before = rows()["requests"]
    shown = client.get(at(made)).content.decode()
    assert f'value="requests.{row.ref}"' in shown
    assert take_back(made, client, f"requests.{row.ref}", why=" ") == 400
    assert client.get(page(made, "take-back/")).status_code == 405
    assert take_back(made, client, f"requests.{row.ref}", why="I gave it to the <b>wrong</b> office") == 302
    assert held("requests") == []
    assert rows()["requests"] == before + 1
    last = MODELS["requests"]._default_manager.order_by("-entry").first()
    assert last is not None
    assert (last.withdrawn, last.entered_by, last.entered_why) == (
        True, made.person.ref, "I gave it to the <b>wrong</b> office",
    )  # fmt: skip
    assert "Given to the school" not in words_of(client.get(page(made)))
    listed = client.get(at(made)).content.decode()
    assert "Taken back on March 12, 2027 by you. Reason: I gave it to the &lt;b&gt;wrong&lt;/b&gt; office" in listed
    # The same form sent twice writes once.
    assert take_back(made, client, f"requests.{row.ref}") == 302
    assert rows()["requests"] == before + 1


def test_a_school_cannot_make_a_familys_request_or_answer_disappear_and_a_leader_takes_back_what_staff_entered() -> (
    None
):
    made, client = parent()
    given(made, client)
    answer_offer(made, client, "declined")
    asked, said = held("requests")[-1], held("offers")[-1]
    manager, casey = school("case_manager")
    day = {"day": "2027-03-10", "method": "e-mail"}
    assert casey.post(at(manager, "not_given_notice", more="given/"), day).status_code == 302
    notice = held("notices")[-1]
    director, desk = school()
    leader, office = school("school_leader")
    therapist, ingrid = school("therapist")
    for who, whose in ((director, desk), (leader, office), (manager, casey), (therapist, ingrid)):
        for thing in (f"requests.{asked.ref}", f"offers.{said.ref}"):
            assert take_back(who, whose, thing) == 404, who.kind
            assert thing not in whose.get(at(who)).content.decode(), who.kind
    for who, whose in ((therapist, ingrid), (made, client)):
        assert take_back(who, whose, f"notices.{notice.ref}") == 404, who.kind
    assert take_back(leader, office, f"notices.{notice.ref}") == 302
    assert "Taken back on March 12, 2027 by School_Leader. Reason: The wrong child" in words_of(client.get(at(made)))
    assert [row.ref for row in held("requests")] == [asked.ref]


def test_a_row_that_was_brought_in_another_childs_and_one_of_another_table_are_not_taken_back() -> None:
    made, client = school()
    brought = ref_of("offers", offer_id="O04")
    other = relation("stranger", "family", student_id=OTHER)
    assert given(other, client_of("stranger")).status_code in {302, 404}
    before = rows()
    for thing in (
        f"offers.{brought}", f"sessions.{ref_of('sessions', session_id=OFFERED)}", "offers.", "policies.x", "x",
        f"requests.{brought}",
    ):  # fmt: skip
        assert take_back(made, client, thing) == 404, thing
    # One row that may be taken back among those that may not: none is.
    add("notices", {"notice_id": "N90", "student_id": CHILD, "kind": "lapse", "sent_on": "2027-03-01"},
        by=made.person.ref)  # fmt: skip
    good = ref_of("notices", notice_id="N90")
    form = {"row": [f"notices.{good}", f"offers.{brought}"], "why": "x"}
    assert client.post(page(made, "take-back/"), form).status_code == 404
    assert rows()["notices"] == before["notices"] + 1
    assert ref_of("notices", notice_id="N90") == good
    # Under another child's address it is not there.
    assert take_back(made, client, f"notices.{good}", child=OTHER) == 404


def test_the_answer_to_a_request_is_taken_back_and_the_request_stays() -> None:
    made, client = parent()
    given(made, client)
    (asked,) = held("requests")
    manager, casey = school("case_manager")
    form = {"request": asked.ref, "day": "2027-03-12", "answer": "log sent"}
    assert casey.post(at(manager, "records_answer", more="given/"), form).status_code == 302
    answer = f"answers.{asked.ref}"
    assert f'value="{answer}"' in casey.get(at(manager)).content.decode()
    for who, whose in ((made, client), (manager, casey)):
        assert take_back(who, whose, f"requests.{asked.ref}") == 404, who.kind
    assert take_back(made, client, answer) == 404
    before = rows()["requests"]
    for _ in range(2):
        assert take_back(manager, casey, answer) == 302
    assert rows()["requests"] == before + 1
    (row,) = held("requests")
    assert (row.ref, row.received_on, row.answered_on, row.answer) == (asked.ref, "2027-03-10", None, None)
    said = words_of(client.get(at(made)))
    assert "No answer is on record yet." in said
    assert "The answer to it was taken back on March 12, 2027 by Case_Manager. Reason: The wrong child" in said
    # What is left is the family's own again.
    assert take_back(manager, casey, f"requests.{asked.ref}") == 404
    assert take_back(made, client, f"requests.{asked.ref}") == 302
    assert held("requests") == []


def test_a_form_that_takes_an_answer_back_and_is_sent_twice_leaves_the_request() -> None:
    made, desk = school()
    address = at(made, "records_answer", more="given/")
    assert (
        desk.post(address, {"request": "other", "kind": "records", "came": "2027-03-01", "day": ""}).status_code == 302
    )
    (asked,) = held("requests")
    assert desk.post(address, {"request": asked.ref, "day": "2027-03-12"}).status_code == 302
    for _ in range(2):
        assert take_back(made, desk, f"answers.{asked.ref}") == 302
    assert [(row.ref, row.answered_on) for row in held("requests")] == [(asked.ref, None)]


def test_an_agreement_under_which_sessions_were_held_is_not_taken_back() -> None:
    made, client = school()
    agreed = {"service": "speech", "minutes": "60", "start": "2027-03-01", "signed": "yes"}
    for _ in range(2):
        client.post(at(made, "agreement", more="given/"), agreed)
    award = held("awards")[-1]
    cells = {"session_id": "W90", "service_id": "SV007", "date": "2027-03-09", "minutes_delivered": "30"}
    add("sessions", {**cells, "award_id": award.award_id}, by="test")
    assert take_back(made, client, f"awards.{award.ref}") == 409
    assert held("awards")[-1].ref == award.ref
    assert client.get(page(made)).status_code == 200


def test_an_answer_that_is_taken_back_leaves_the_offer_without_one() -> None:
    made, client = parent()
    answer_offer(made, client, "declined")
    assert page(made, "offers/") not in client.get(page(made)).content.decode()
    assert take_back(made, client, f"offers.{held('offers')[-1].ref}") == 302
    assert page(made, "offers/") in client.get(page(made)).content.decode()


def test_what_one_parent_took_back_is_not_told_to_the_other() -> None:
    made, client = parent()
    other, their = relation("other", "family", student_id=CHILD), client_of("other")
    person("third")
    given(made, client)
    take_back(made, client, f"requests.{held('requests')[0].ref}", why="A private reason")
    assert "private reason" not in words_of(their.get(at(other)))
    director, desk = school()
    assert "private reason" in words_of(desk.get(at(director)))


# --- who reads which steps


@pytest.mark.parametrize("kind", ["therapist", "school_leader", "director", "case_manager"])
@pytest.mark.parametrize(
    ("lang", "family", "school_says"),
    [
        ("en", ("What you can do", "Ask the school", "State complaint may"), "What the school can do"),
        ("es", ("Lo que usted puede hacer", "Pida a la escuela", "queja estatal"), "Lo que la escuela puede hacer"),
    ],
)
def test_staff_reads_no_advice_that_is_written_for_a_family(
    kind: str, lang: str, family: tuple[str, ...], school_says: str
) -> None:
    made, client = parent()
    client.cookies["makegood_language"] = lang
    own = words_of(client.get(page(made)))
    assert all(each in own for each in family)
    assert school_says not in own
    staff, desk = school(kind)
    desk.cookies["makegood_language"] = lang
    said = words_of(desk.get(page(staff)))
    assert [each for each in family if each in said] == []
    assert school_says in said


def test_each_reads_the_steps_with_the_letters_that_their_relation_may_write() -> None:
    # `makegood owed` lists 30 minutes of one service, and 90 and 55 of the other, past its date; 45 wait for the team.
    child = "004366"
    offers = {}
    for kind in ("school_leader", "director"):
        staff, desk = school(kind)
        said = desk.get(page(staff, child=child))
        assert "Waiting for the IEP team: 45 minutes." in words_of(said)
        assert "Still to be made up: 175 minutes." in words_of(said)
        steps = said.content.decode().partition("What the school can do")[2].partition("</ul>")[0]
        offers[kind] = [letter for letter in ("prior_written_notice", "make_up_offer") if f"/{letter}/" in steps]
    assert offers == {"school_leader": [], "director": ["prior_written_notice", "make_up_offer"]}


def test_a_day_by_which_a_rule_wanted_an_answer_is_said_to_have_passed() -> None:
    # January 20 and 45 days is March 6; on that day itself it has not passed.
    for today, says in ((dt.date(2027, 3, 6), "so up to March 6, 2027"), (dt.date(2027, 3, 7), "has passed")):
        due = answer_due("records", {"iep"}, dt.date(2027, 1, 20), today, "en")
        assert says in due.says
    assert "era el 6 de marzo de 2027 y ya pasó" in answer_due(
        "records", {"iep"}, dt.date(2027, 1, 20), dt.date(2027, 3, 12), "es"
    ).says  # fmt: skip


def test_who_entered_or_took_back_something_reads_that_it_is_done() -> None:
    made, client = parent()
    (offer,) = re.findall(r'name="about" value="([^"]+)"', client.get(page(made, "offers/")).content.decode())
    answer = client.post(page(made, "offers/"), {"about": offer, "answer": "accepted"}, follow=True)
    assert 'role="status">It is on record, with your name.' in answer.content.decode()
    thing = re.findall(r'name="row" value="([^"]+)"', answer.content.decode())[0]
    taken = client.post(page(made, "take-back/"), {"row": thing, "why": "The wrong one"}, follow=True)
    assert 'role="status">It is taken back and holds no longer.' in taken.content.decode()
    assert 'role="status"' not in client.get(page(made, "letters/")).content.decode()
