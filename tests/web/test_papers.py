"""Letters on the site: written, read, changed, downloaded; a draft is kept nowhere."""

import re
import zipfile
from importlib import resources
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from tests.web.cast import client_of, ref_of, relation

from makegood.documents.enter import ASKS, BECOMES, NOTICES
from makegood.documents.kinds import KINDS
from makegood.web.access import table
from makegood.web.people.models import Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.papers import PAPERS

pytestmark = pytest.mark.usefixtures("district")
CHILD, OTHER = "004312", "003206"
NOWHERE = "z" * 20
WROTE = "Rosalind Madeup"


def parent() -> tuple[Relation, Client]:
    return relation("parent", "family", student_id=CHILD), client_of("parent")


def at(made: Relation, kind: str = "", child: str = CHILD, more: str = "") -> str:
    letters = f"/as/{made.ref}/child/{ref_of('students', student_id=child)}/letters/"
    return f"{letters}{kind}/{more}" if kind else letters


def rows() -> dict[str, int]:
    """Return how many rows each table of the first database has."""
    from django.apps import apps

    found: dict[str, int] = {}
    for model in apps.get_models():
        if model._meta.app_label in {"records", "people", "kept", "sessions"}:
            found[model._meta.db_table] = model._default_manager.count()
    assert found["sessions"] > 1000
    return found


def words_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_family_is_led_from_its_childs_page_to_the_letters_of_its_childs_plan_and_to_each() -> None:
    made, client = parent()
    assert f'href="{at(made)}"' in client.get(at(made).removesuffix("letters/")).content.decode()
    shown = client.get(at(made)).content.decode()
    listed = re.findall(r'letters/(\w+)/"', shown)
    assert listed == [
        "records_request", "missed_question", "meeting_request", "understanding", "amend_request", "state_complaint",
    ]  # fmt: skip
    for kind in listed:
        assert client.get(at(made, kind)).status_code == 200, kind


def test_a_letter_shows_what_is_on_record_and_a_blank_line_for_what_is_not() -> None:
    made, client = parent()
    shown = client.get(at(made, "missed_question"))
    said = words_of(shown)
    assert "March 12, 2027" in said
    # By hand from the example's log: 19 sessions of 30 missed.
    assert "570 minutes" in said
    assert "(your address)" in said
    filled = client.post(at(made, "missed_question"), {"what": "show", "field.parent_name": WROTE})
    assert filled.status_code == 200
    assert WROTE in words_of(filled)
    assert "(your name)" not in words_of(filled)
    assert "(your address)" in words_of(filled)


def test_a_letter_in_the_other_language_keeps_what_was_typed_and_tells_dates_again() -> None:
    made, client = parent()
    form = {
        "what": "show", "lang": "es", "was": "en", "field.parent_name": WROTE, "field.letter_date": "March 12, 2027",
    }  # fmt: skip
    said = words_of(client.post(at(made, "records_request"), form))
    assert "Firma del padre, madre o tutor" in said
    assert "12 de marzo de 2027" in said
    assert "March 12, 2027" not in said.partition("Download")[2]
    assert WROTE in said
    # A date of the writer's own is left alone.
    said = words_of(client.post(at(made, "records_request"), {**form, "field.letter_date": "el lunes"}))
    assert "el lunes" in said


@pytest.mark.parametrize(
    ("lang", "kind", "preset", "own", "chose"),
    [
        ("en", "missed_question", "March 26, 2027", "April 2, 2027", "I chose this day myself."),
        ("es", "missed_question", "26 de marzo de 2027", "2 de abril de 2027", "Esa fecha la elegí yo."),
        ("es", "amend_request", "26 de marzo de 2027", "2 de abril de 2027", "Esa fecha la elegí yo; la norma"),
    ],
)
def test_a_letter_says_that_its_writer_chose_the_day_only_where_the_writer_did(
    lang: str, kind: str, preset: str, own: str, chose: str
) -> None:
    made, client = parent()
    form = {"what": "show", "lang": lang, "was": lang}
    client.post("/language/", {"lang": lang})
    for typed, said in ((None, False), (preset, False), ("", False), (own, True)):
        answer = words_of(client.post(at(made, kind), form | ({} if typed is None else {"field.answer_by": typed})))
        assert (chose in answer) == said, typed
        assert (typed or preset) in answer or typed == ""


def test_a_family_downloads_its_letter_and_nothing_of_it_is_kept() -> None:
    made, client = parent()
    form = {"lang": "es", "was": "es", "field.parent_name": WROTE, "field.letter_date": ""}
    client.get(at(made))
    before = rows()
    client.post(at(made, "records_request"), {**form, "what": "show"})
    pdf = client.post(at(made, "records_request"), {**form, "lang": "en", "was": "en", "what": "pdf"})
    word = client.post(at(made, "records_request"), {**form, "what": "docx"})
    assert rows() == before
    assert pdf.content.startswith(b"%PDF")
    assert pdf["Content-Disposition"] == 'attachment; filename="records_request.pdf"'
    assert pdf["Cache-Control"] == "no-store"
    client.post("/language/", {"lang": "es"})
    spanish = client.post(at(made, "missed_question"), {**form, "what": "docx"})
    assert spanish["Content-Disposition"] == 'attachment; filename="preguntar_que_no_se_recibio.docx"'
    with zipfile.ZipFile(BytesIO(word.content)) as archive:
        text = archive.read("word/document.xml").decode()
    assert WROTE in text
    assert "Firma del padre, madre o tutor" in text


def test_what_is_typed_is_never_part_of_the_page_itself_and_too_much_is_said() -> None:
    made, client = parent()
    hostile = '<b id="x">"{{ 7*7 }}</b>'
    shown = client.post(at(made, "amend_request"), {"what": "show", "field.wrong": hostile}).content.decode()
    assert '<b id="x">' not in shown
    assert "&lt;b id=&quot;x&quot;&gt;&quot;{{ 7*7 }}&lt;/b&gt;" in shown
    long = client.post(at(made, "amend_request"), {"what": "pdf", "field.wrong": "x" * 4001})
    assert long.status_code == 400
    assert "too long" in words_of(long)


def test_another_familys_child_a_schools_letter_and_no_letter_are_not_here() -> None:
    made, client = parent()
    relation("stranger", "family", student_id=OTHER)
    stranger = client_of("stranger")
    for who, address in (
        (client, at(made, child=OTHER)),
        (client, at(made, "records_request", child=OTHER)),
        (stranger, at(made, "records_request")),
        (client, at(made, "agreement")),
        (client, at(made, "504_request")),
        (client, at(made, "no_such_letter")),
    ):
        assert who.get(address).status_code == 404, address
        assert who.post(address, {"what": "pdf"}).status_code in {404, 405}, address


NOTED = "Nobody came, she says"
WITH_NOTES = ("missed_question", "amend_request", "state_complaint")


def note(made: Relation, client: Client, day: str = "2027-02-08") -> None:
    form = {"day": day, "service": "speech", "saw": "not_held", "words": NOTED}
    assert client.post(at(made).replace("letters", "notes"), form).status_code == 302


@pytest.mark.parametrize("kind", WITH_NOTES)
def test_a_familys_own_notes_go_into_its_letter_only_if_it_says_so_and_never_into_the_other_parents(kind: str) -> None:
    made, client = parent()
    other, their = relation("other", "family", student_id=CHILD), client_of("other")
    note(made, client)
    note(made, client, "2027-02-10")
    opened = words_of(client.get(at(made, kind)))
    assert "Put my notes into this letter (2). So far only you can read them." in opened
    assert NOTED not in opened
    form = {"what": "show", "lang": "en", "was": "en"}
    assert NOTED not in words_of(client.post(at(made, kind), form))
    assert words_of(client.post(at(made, kind), {**form, "notes": "yes"})).count(NOTED) == 2
    assert NOTED not in words_of(their.post(at(other, kind), {**form, "notes": "yes"}))
    assert "Put my note" not in words_of(their.get(at(other, kind)))


def test_notes_that_the_school_can_read_already_are_ticked_and_the_box_is_in_spanish_too() -> None:
    made, client = parent()
    note(made, client)
    note(made, client, "2027-02-10")
    for left in ("Hasta ahora solo usted puede leer 1 de ellas.", ""):
        listed = client.get(at(made).replace("letters", "notes")).content.decode()
        ref = re.search(r'name="note" value="([^"]+)"><button name="what" value="share"', listed)
        assert ref
        client.post(at(made).replace("letters", "notes"), {"note": ref[1], "what": "share"})
        client.post("/language/", {"lang": "es"})
        shown = words_of(client.get(at(made, "missed_question")))
        assert f"Incluir mis notas en esta carta (2). {left}".strip() in shown
        assert (NOTED in shown) == (not left)


def test_a_file_of_a_letter_has_the_notes_only_with_the_tick() -> None:
    made, client = parent()
    note(made, client)
    for more, there in (({}, False), ({"notes": "yes"}, True)):
        answer = client.post(at(made, "missed_question"), {"what": "docx", "lang": "en", "was": "en", **more})
        with zipfile.ZipFile(BytesIO(answer.content)) as file:
            assert (NOTED in file.read("word/document.xml").decode()) == there


def test_every_letter_with_a_place_for_notes_is_known_as_one() -> None:
    texts = resources.files("makegood.documents") / "papers"
    for name, kind in KINDS.items():
        assert kind.has_notes == ('table("notes")' in (texts / f"{name}.en.txt").read_text()), name


def held(name: str) -> list[Any]:
    return list(holding(MODELS[name]).order_by("entry"))


def test_a_schools_offer_becomes_a_row_for_each_session_once_and_the_reply_another() -> None:
    made, client = relation("director", "director"), client_of("director")
    family, parents = parent()
    missed = ref_of("sessions", session_id="L001978")
    assert missed in client.get(at(made, "make_up_offer", more="given/")).content.decode()
    before = rows()["offers"]
    client.post(at(made, "make_up_offer"), {"what": "show", "field.make_up_1": WROTE})
    assert rows()["offers"] == before
    form = {"posted": "once", "day": "2027-03-12", "method": "letter", "answer": "no_answer", "about": missed}
    for _ in range(2):
        assert client.post(at(made, "make_up_offer", more="given/"), form).status_code == 302
    assert rows()["offers"] == before + 1
    row = held("offers")[-1]
    assert (row.session_id, row.date, row.response, row.method, row.entered_by) == (
        "L001978", "2027-03-12", "no_answer", "letter", made.person.ref,
    )  # fmt: skip
    # The same from another form is on record already; a reply is not.
    assert client.post(at(made, "make_up_offer", more="given/"), {**form, "posted": "more"}).status_code == 400
    assert client.post(at(made, "make_up_offer", more="given/"), {**form, "posted": "", "answer": "accepted"}).url
    assert [each.response for each in held("offers")[before:]] == ["no_answer", "accepted"]
    assert "March 12, 2027: Make-ups offered: the family said yes" in words_of(parents.get(at(family)))


def test_an_offer_of_tomorrow_of_no_session_or_without_an_answer_is_no_row() -> None:
    made, client = relation("director", "director"), client_of("director")
    missed = ref_of("sessions", session_id="L001978")
    form = {"day": "2027-03-12", "method": "letter", "answer": "no_answer", "about": missed}
    before = rows()
    for wrong in (
        {"day": "2027-03-13"}, {"day": ""}, {"about": NOWHERE}, {"about": []}, {"answer": "maybe"}, {"method": ""},
    ):  # fmt: skip
        assert client.post(at(made, "make_up_offer", more="given/"), {**form, **wrong}).status_code == 400, wrong
    assert rows() == before


def test_notices_and_an_agreement_become_rows_and_a_prior_written_notice_has_to_be_understood() -> None:
    made, client = relation("director", "director"), client_of("director")
    day = {"day": "2027-03-10", "method": "e-mail"}
    assert client.post(at(made, "not_given_notice", more="given/"), day).status_code == 302
    assert client.post(at(made, "prior_written_notice", more="given/"), day).status_code == 400
    told = {**day, "understood": "yes", "method": "phone"}
    assert client.post(at(made, "prior_written_notice", more="given/"), told).status_code == 400
    assert client.post(at(made, "prior_written_notice", more="given/"), {**day, "understood": "yes"}).status_code == 302
    missed = {**day, "about": ref_of("sessions", session_id="L001978")}
    assert client.post(at(made, "missed_notice", more="given/"), missed).status_code == 302
    assert [(row.student_id, row.kind, row.sent_on, row.session_id) for row in held("notices")[-3:]] == [
        (CHILD, "lapse", "2027-03-10", None),
        (CHILD, "written_notice", "2027-03-10", None),
        (CHILD, "missed_session", "2027-03-10", "L001978"),
    ]
    agreed = {"service": "speech", "minutes": "1,200", "start": "2027-04-01", "end": "2027-06-01", "signed": "yes"}
    assert client.post(at(made, "agreement", more="given/"), {**agreed, "end": "2027-03-01"}).status_code == 400
    assert client.post(at(made, "agreement", more="given/"), {**agreed, "signed": ""}).status_code == 400
    assert client.post(at(made, "agreement", more="given/"), agreed).status_code == 302
    row = held("awards")[-1]
    assert (row.student_id, row.minutes, row.start, row.end, row.basis) == (
        CHILD, "1200", "2027-04-01", "2027-06-01", "agreement",
    )  # fmt: skip


def test_a_wrong_role_writes_no_letter_of_a_school() -> None:
    family, parents = parent()
    therapist, ingrid = relation("ingrid", "therapist", provider_id="P01"), client_of("ingrid")
    agency, tobias = relation("agency", "contractor", provider_id="P01"), client_of("agency")
    for made, client, kind in (
        (family, parents, "make_up_offer"),
        (therapist, ingrid, "agreement"),
        (therapist, ingrid, "records_request"),
        (agency, tobias, "make_up_offer"),
    ):
        for more in ("", "given/"):
            assert client.get(at(made, kind, more=more)).status_code == 404, (made.kind, kind)
            assert client.post(at(made, kind, more=more), {"what": "pdf"}).status_code == 404, (made.kind, kind)
    listed = re.findall(r'letters/(\w+)/"', ingrid.get(at(therapist)).content.decode())
    assert listed == ["missed_notice", "not_given_notice", "make_up_offer"]
    assert ingrid.get(at(therapist, "make_up_offer", more="given/")).status_code == 200


def test_every_letter_of_the_site_has_its_words_in_both_languages() -> None:
    family = {name for name, kind in KINDS.items() if kind.writer == "family"}
    # A report to Medicaid goes to nobody's family, and a letter that asks the school for nothing is no request.
    assert set(table.PAPERS) == set(KINDS) - family
    assert set(BECOMES) == set(table.PAPERS) - {"medicaid_report"} | set(ASKS)
    assert set(ASKS) == family - {"understanding", "state_complaint", "504_grievance"}
    for words in (PAPERS.en, PAPERS.es):
        assert set(words.kinds) == set(KINDS)
        assert {name for name, kind in words.kinds.items() if kind.given} == set(BECOMES)
        assert set(words.notices) == set(NOTICES.values())
