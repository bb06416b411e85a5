"""A family's own notes: seen by who wrote them alone, by the school once shared; and what a figure is made of."""

import re

import pytest
from django.test import Client
from tests.web.cast import client_of, ref_of, relation

from makegood.web.people.models import CaseloadChild, Relation
from makegood.web.records.models import MODELS

pytestmark = pytest.mark.usefixtures("district")
CHILD = "004312"
SAID = "Nobody came, she says"


def page(made: Relation, client: Client, more: str = "") -> str:
    return client.get(f"/as/{made.ref}/child/{ref_of('students', student_id=CHILD)}/{more}").content.decode()


def parent(login: str) -> tuple[Relation, Client]:
    return relation(login, "family", student_id=CHILD), client_of(login)


def write(made: Relation, client: Client, **more: str) -> int:
    form = {"day": "2027-02-08", "service": "speech", "saw": "not_held", "words": SAID, **more}
    return client.post(f"/as/{made.ref}/child/{ref_of('students', student_id=CHILD)}/notes/", form).status_code


def note_of(shown: str) -> str:
    found = re.search(r'name="note" value="(\w+)"', shown)
    assert found
    return found[1]


def test_a_note_is_seen_by_the_parent_who_wrote_it_and_by_nobody_else_until_it_is_shared() -> None:
    one, other = parent("one"), parent("other")
    teacher = (relation("ingrid", "therapist", provider_id="P01"), client_of("ingrid"))
    agency = (relation("agency", "contractor", provider_id="P01"), client_of("agency"))
    assert write(*one) == 302
    assert SAID in page(*one)
    for who in (other, teacher, agency):
        assert SAID not in page(*who)
    ref = note_of(page(*one, "notes/"))
    for who in (other, teacher):
        assert write(*who, note=ref, what="share") == 404
    assert write(*one, note=ref, what="share") == 302
    assert SAID in page(*teacher)
    assert SAID not in page(*other)
    assert SAID not in page(*agency)
    assert write(*one, note=ref, what="take_away") == 302
    assert SAID not in page(*one)
    assert SAID not in page(*teacher)


def test_a_note_changes_no_figure_and_says_what_the_log_has() -> None:
    one = parent("one")
    before = re.findall(r"\d[\d,]* minutes", page(*one))
    assert write(*one) == 302
    after = page(*one)
    # February 8 is on record as missed: 0 minutes given.
    assert "The school&#x27;s log says: 0 minutes given." in after
    assert [each for each in re.findall(r"\d[\d,]* minutes", after) if each != "0 minutes"] == [
        each for each in before if each != "0 minutes"
    ]


@pytest.mark.parametrize("more", [{"day": ""}, {"day": "2027-03-13"}, {"saw": "x"}, {"service": "x"}])
def test_a_note_without_a_day_a_service_or_what_was_seen_is_asked_for_again(more: dict[str, str]) -> None:
    one = parent("one")
    assert write(*one, **more) == 400
    assert "You have noted nothing yet." in page(*one)


@pytest.mark.parametrize(("lang", "number"), [("en", "1,050"), ("es", "1,050")])
def test_a_figure_leads_to_rows_that_add_up_to_it(lang: str, number: str) -> None:
    one, client = parent("one")
    client.cookies["makegood_language"] = lang
    service = ref_of("services", service_id="SV007")
    shown = page(one, client, f"figure/{service}.delivered/")
    # By hand from the example's log: 1,050 of 1,620 minutes given; 19 sessions of 30 missed, two of them made up.
    assert number in shown
    for name, whole in (("delivered", 1050), ("missed", 570), ("made_up", 60)):
        rows = page(one, client, f"figure/{service}.{name}/")
        body = rows[rows.index("<tbody") : rows.index("</tbody>")]
        assert sum(int(n.replace(",", "")) for n in re.findall(r"</span>([\d,]+)</td>", body)) == whole


def test_a_case_manager_has_the_sums_and_the_lists_of_the_own_caseload_only() -> None:
    made = relation("casey", "case_manager")
    CaseloadChild.objects.create(relation=made, student_id=CHILD, begins=made.begins)
    client = client_of("casey")
    sums = client.get(f"/as/{made.ref}/sums/")
    assert sums.status_code == 200
    assert "1 students" not in sums.content.decode()
    empty = client.get(f"/as/{made.ref}/sums/nothing-on-record/").content.decode()
    refs = set(re.findall(r"/child/(\w+)/", empty))
    assert refs <= {ref_of("students", student_id=CHILD)}


def test_a_note_with_an_error_keeps_what_was_written() -> None:
    made, client = relation("family", "family", student_id="004312"), client_of("family")
    where = f"/as/{made.ref}/child/{ref_of('students', student_id='004312')}/notes/"
    form = {"day": "2027-03-10", "service": "speech", "saw": "shorter", "minutes": "some", "words": "Only a few."}
    answer = client.post(where, form)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert 'value="2027-03-10"' in page
    assert 'value="shorter" checked' in page
    assert 'value="some"' in page
    assert ">Only a few.</textarea>" in page
    assert MODELS["family_notes"]._default_manager.filter(entered_by=made.person.ref).count() == 0


def test_minutes_given_otherwise_say_in_what_way_and_lead_to_the_session() -> None:
    made, client = relation("family", "family", student_id="004251"), client_of("family")
    client.post("/language/", {"lang": "es"})
    about = f"/as/{made.ref}/child/{ref_of('students', student_id='004251')}"
    figure = f"{ref_of('services', service_id='SV001')}.delivered_differently"
    page = client.get(f"{about}/figure/{figure}/").content.decode()
    days = re.findall(
        r'<td role="cell"><span class="cap"[^>]*>[^<]*</span><span>([^<]*)<a class="why" href="([^"]*)"', page
    )
    assert len(days) == 3
    assert all(says.startswith("En un grupo de ") for says, _ in days)
    session = client.get(days[0][1])
    assert session.status_code == 200
    assert "En qué no se dio como dice el IEP" in session.content.decode()
