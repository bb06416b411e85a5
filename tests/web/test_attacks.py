"""Attempts to get more than was given: by a link, a guess, an old page, an order that is passed over, a wrong id."""

import datetime as dt
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from tests.web.cast import HERE, PASSWORD, client_of, person, ref_of, relation

from makegood.web import keeping
from makegood.web.people.invite import confirm, invite, offer
from makegood.web.people.models import CaseloadChild, Invitation, Person, Relation
from makegood.web.records.models import MODELS

pytestmark = pytest.mark.usefixtures("district")

ANA, OTHER = "004312", "003206"


def use(link: str, digits: str, login: str, password: str = PASSWORD) -> Any:
    """Open an invitation with an account that is there."""
    form = {"name": "", "login": login, "password": password, "second": digits, "have": "yes"}
    return Client(headers=HERE).post(f"/invited/{link}/", form)


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


@pytest.mark.parametrize("login", ["one", "two"])
def test_neither_who_made_an_invitation_nor_who_confirmed_it_uses_its_link(login: str) -> None:
    one, two = relation("one", "director"), relation("two", "director")
    third = person("third")
    made, link, digits = invite("administrator", by=one.person.ref, seconded_by=two.person.ref)
    answer = use(link, digits, login)
    assert answer.status_code == 400
    assert "Whoever made or confirmed an invitation does not use it." in answer.content.decode()
    assert not Relation.objects.filter(kind="administrator").exists()
    assert use(link, digits, "third").status_code == 302
    assert Relation.objects.get(kind="administrator").person == third
    made.refresh_from_db()
    assert made.used_by == third


def test_a_link_is_no_way_to_guess_the_password_of_an_account() -> None:
    person("rowan")
    _, link, digits = invite("family", by="one", seconded_by="two", student_id=ANA)
    # The right digits each time, so that the link itself stays good: ten guesses of the password are taken.
    for n in range(10):
        assert use(link, digits, "rowan", f"a wrong guess {n}").status_code == 400
    answer = use(link, digits, "rowan")
    assert (answer.status_code, "too many tries" in answer.content.decode()) == (400, True)
    assert not Relation.objects.exists()


def test_whoever_gets_work_during_a_familys_visit_signs_in_again_as_staff_do() -> None:
    mother = relation("mother", "family", student_id=ANA)
    visit = client_of("mother")
    assert visit.get(f"/as/{mother.ref}/child/{ref_of('students', student_id=ANA)}/").status_code == 200
    made = offer("director", mother.person, by="one")
    assert confirm(made.pk, by="two")
    got = Relation.objects.get(kind="director")
    assert visit.get(f"/as/{got.ref}/people/")["Location"] == "/sign-in/"
    again = client_of("mother")
    assert again.session["staff"]
    assert again.get(f"/as/{got.ref}/people/").status_code == 200


@pytest.mark.parametrize("rights", ["none", "limited"])
def test_an_order_is_not_passed_over_by_a_second_right_to_the_same_child(rights: str) -> None:
    one, two = relation("one", "director"), relation("two", "director")
    seen = "Basil Ferncroft, March 1, 2027."
    father = relation("father", "family", student_id=ANA, rights=rights, order_seen=seen)
    _, link, digits = invite("family", by=one.person.ref, seconded_by=two.person.ref, student_id=ANA)
    answer = use(link, digits, "father")
    assert answer.status_code == 400
    assert "court" not in answer.content.decode()
    assert list(Relation.objects.filter(kind="family")) == [father]
    # The order was lifted: the right is given to this account, and who confirms it reads of the order.
    offer("family", father.person, by=one.person.ref, student_id=ANA)
    offer("family", father.person, by=one.person.ref, student_id=OTHER)
    page = text(client_of("two"), f"/as/{two.ref}/people/")
    assert page.count(f"A court order about this parent and this child is on record: {seen}") == 1


def test_a_right_that_ended_gets_no_more_children_and_no_other_words() -> None:
    one = relation("one", "director")
    client = client_of("one")
    ended = relation("ingrid", "therapist", provider_id="P01", ends=dt.date(2027, 3, 1))
    address = f"/as/{one.ref}/people/right/{ended.ref}/"
    child = ref_of("students", student_id=OTHER)
    assert client.post(address, {"what": "children", "child": child}).status_code == 400
    assert not Invitation.objects.exists()
    barred = relation("father", "family", student_id=ANA, rights="none", order_seen="Basil Ferncroft")
    form = {"what": "end", "day": "2027-03-11", "why": "another reason"}
    assert client.post(f"/as/{one.ref}/people/right/{barred.ref}/", form).status_code == 400
    form = {"what": "order", "rights": "limited", "order_seen": "somebody"}
    assert client.post(f"/as/{one.ref}/people/right/{barred.ref}/", form).status_code == 400
    barred.refresh_from_db()
    assert (barred.rights, barred.ends, barred.order_seen, barred.ended_why) == ("none", None, "Basil Ferncroft", "")


def test_what_waits_for_a_right_or_an_account_that_ended_meanwhile_is_not_confirmed() -> None:
    ended = relation("ingrid", "therapist", provider_id="P01", ends=dt.date(2027, 3, 11))
    more = offer("therapist", ended.person, by="one", relation=ended, provider_id="P01", children=[OTHER])
    closed = person("closed")
    given = offer("director", closed, by="one")
    closed.ended_at = given.made_at
    closed.save()
    assert (confirm(more.pk, by="two"), confirm(given.pk, by="two")) == (False, False)
    assert not CaseloadChild.objects.exists()
    assert not Relation.objects.filter(kind="director").exists()


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "x", "-1", ""])
def test_a_number_that_no_row_can_have_is_no_row(number: str) -> None:
    one = relation("one", "director")
    casey = relation("casey", "case_manager")
    client, here = client_of("one"), f"/as/{one.ref}/people"
    assert client.post(f"{here}/confirm/", {"invitation": number}).status_code == 302
    assert client.post(f"{here}/take-back/", {"invitation": number}).status_code == 302
    form = {"what": "end_child", "child_row": number, "day": "2027-03-12"}
    assert client.post(f"{here}/right/{casey.ref}/", form).status_code == 400


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "01/01/0001"])
def test_a_day_from_which_one_cannot_count_is_no_day(day: str) -> None:
    one = relation("one", "director")
    client = client_of("one")
    for name in ("begins", "ends"):
        form = {"kind": "therapist", "provider_id": "P01", name: day}
        assert client.post(f"/as/{one.ref}/people/invite/", form).status_code == 400
    assert not Invitation.objects.exists()


def test_another_persons_right_and_another_rights_child_are_not_ended_by_a_number() -> None:
    one = relation("one", "director")
    casey, other = relation("casey", "case_manager"), relation("other", "case_manager")
    row = CaseloadChild.objects.create(relation=other, student_id=ANA, begins=other.begins)
    form = {"what": "end_child", "child_row": row.pk, "day": "2027-03-11"}
    assert client_of("one").post(f"/as/{one.ref}/people/right/{casey.ref}/", form).status_code == 400
    row.refresh_from_db()
    assert row.ends is None


def made_up_days(client: Client, of: Relation, date: str, service: str) -> list[str]:
    page = client.get(f"/as/{of.ref}/today/{date}/add/?service={service}").content.decode()
    refs = re.findall(r'name="makes_up" value="([2-9a-z]{20})"', page)
    rows: Any = MODELS["sessions"]._default_manager.filter(ref__in=refs)
    return sorted(row.date for row in rows)


def test_whose_relation_has_ended_reads_no_missed_session_of_a_later_day() -> None:
    now, then = (
        relation("now", "therapist", provider_id="P01"),
        relation("then", "contractor", provider_id="P01", ends=dt.date(2027, 2, 20)),
    )
    still, before = client_of("now"), client_of("then")
    services = re.findall(r"\?service=(\w+)", still.get(f"/as/{now.ref}/today/2027-02-19/add/").content.decode())
    later = 0
    for service in services:
        every = made_up_days(still, now, "2027-02-19", service)
        shown = made_up_days(before, then, "2027-02-19", service)
        assert shown == [day for day in every if day <= "2027-02-20"]
        later += len(every) - len(shown)
    assert later > 0
    assert "still to be made up" in text(still, f"/as/{now.ref}/today/2027-02-19/add/")
    assert "still to be made up" not in text(before, f"/as/{then.ref}/today/2027-02-19/add/")


def test_a_make_up_names_no_missed_session_of_another_child_and_none_that_is_made_up() -> None:
    ingrid = relation("ingrid", "therapist", provider_id="P01")
    client, address = client_of("ingrid"), f"/as/{ingrid.ref}/today/2027-03-12/add/"
    missed: dict[str, list[str]] = {}
    for service in re.findall(r"\?service=(\w+)", client.get(address).content.decode()):
        page = client.get(f"{address}?service={service}").content.decode()
        missed[service] = re.findall(r'name="makes_up" value="([2-9a-z]{20})"', page)
    one, other = [(service, refs) for service, refs in missed.items() if refs][:2]
    assert not set(one[1]) & set(other[1])
    before = MODELS["sessions"]._default_manager.count()
    rows: Any = MODELS["sessions"]._default_manager.filter(reason=None)
    given = next(row.ref for row in rows if row.ref not in one[1])
    for wrong in (other[1][0], given, "z" * 20, "", "ANY"):
        form = {"service": one[0], "minutes": "30", "makes_up": wrong}
        assert client.post(address, form).status_code == 400, wrong
    assert MODELS["sessions"]._default_manager.count() == before
    whole = {"service": one[0], "minutes": "120", "makes_up": one[1][0]}
    assert client.post(address, whole).status_code == 302
    assert client.post(address, whole).status_code == 400
    assert MODELS["sessions"]._default_manager.count() == before + 1


def test_markup_in_the_name_of_a_person_a_child_or_an_invitation_is_words() -> None:
    from makegood.web.records.versions import holding
    from makegood.web.records.write import change

    bad = '"><script>alert(1)</script>'
    one, two = relation("one", "director"), relation("two", "director")
    relation("rowan", "family", student_id=ANA)
    one.person.name = bad
    one.person.save()
    change(holding(MODELS["students"]).get(student_id=ANA), {"given_name": bad}, by="test", why=None)
    client, here = client_of("one"), f"/as/{one.ref}/people"
    form = {"kind": "case_manager", "called": bad, "child": ref_of("students", student_id=ANA), "find": bad}
    assert client.post(f"{here}/invite/", form | {"look": "1"}).status_code == 200
    pages = [client.post(f"{here}/invite/", form | {"look": "1"}).content.decode()]
    client.post(f"{here}/invite/", form)
    second = client_of("two")
    pages += [
        second.get(f"/as/{two.ref}/people/{rest}").content.decode()
        for rest in ("", f"{one.person.ref}/", f"{one.person.ref}/give/?kind=family", f"right/{one.ref}/")
    ]
    for page in pages:
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize(
    "back",
    ["foo", "sign_out", "a.b", "[", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "\x00/", ""],
)
def test_a_change_of_language_leads_back_to_a_page_of_this_site_and_nowhere_else(back: str) -> None:
    answer = Client(headers=HERE).post("/language/", {"lang": "es", "back": back})
    assert (answer.status_code, answer["Location"]) == (302, "/")


def at_once(count: int, do: Callable[[int], Any]) -> list[Any]:
    """Do something several times at the same moment, each with its number and a connection of its own."""
    gate = Barrier(count)

    def each(number: int) -> Any:
        gate.wait()
        try:
            return do(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(each, range(count)))


def test_of_several_who_open_one_link_at_once_one_gets_the_right_and_the_others_no_account() -> None:
    _, link, digits = invite("family", by="one", seconded_by="two", student_id=ANA)

    def come(number: int) -> int:
        form = {"name": "Rowan", "login": f"rowan{number}", "password": PASSWORD, "second": digits}
        return int(Client(headers=HERE).post(f"/invited/{link}/", form).status_code)

    assert sorted(at_once(3, come)) == [302, 404, 404]
    assert (Relation.objects.count(), Person.objects.count()) == (1, 1)


def test_of_several_who_confirm_at_once_one_does() -> None:
    made = offer("director", person("rowan"), by="one")
    assert sorted(at_once(3, lambda number: confirm(made.pk, by=f"second {number}"))) == [False, False, True]
    assert Relation.objects.count() == 1


@pytest.mark.parametrize("way", ["screen", "command"])
def test_a_link_that_somebody_made_is_no_way_back_in_once_their_account_is_closed(way: str) -> None:
    one, two = relation("one", "director"), relation("two", "director")
    made, link, digits = invite("director", by=one.person.ref, seconded_by=two.person.ref)
    another, _, _ = invite("director", by=two.person.ref, seconded_by=one.person.ref)
    given = offer("school_leader", one.person, by=two.person.ref, school_id="MRE")
    if way == "screen":
        client_of("two").post(f"/as/{two.ref}/people/{one.person.ref}/", {"what": "close"})
    else:
        assert keeping.close("one")
        assert not keeping.close("one")
    form = {"name": "Another", "login": "another", "password": PASSWORD, "second": digits}
    assert Client(headers=HERE).post(f"/invited/{link}/", form).status_code == 404
    assert not Person.objects.filter(login="another").exists()
    for each, is_back in ((made, True), (given, True), (another, False)):
        each.refresh_from_db()
        assert (each.taken_back_at is not None) is is_back
    assert Person.objects.get(login="two").ended_at is None
