"""What a director reads once a week: who got a right, and who got a new way to sign in."""

import datetime as dt

import pytest
from django.test import Client
from tests.web.cast import HERE, PASSWORD, client_of, ref_of, relation

from makegood.web import keeping
from makegood.web.people.invite import first_link, invite, offer
from makegood.web.people.models import Invitation, Person, Relation, Renewal

pytestmark = pytest.mark.usefixtures("district")

ANA, OTHER = "004312", "003206"
DAY = dt.timedelta(days=1)


def director() -> tuple[Relation, Client]:
    one = relation("one", "director")
    relation("two", "director")
    return one, client_of("one")


def listed(client: Client, of: Relation, lang: str = "en") -> str:
    page = client.get(f"/as/{of.ref}/people/", headers={"Accept-Language": lang}).content.decode()
    return " ".join(page.partition('<h2 id="lately">')[2].partition("<h2>")[0].split())


def joined(login: str, **invited: str) -> Person:
    """Return a person who has used an invitation that one director made and another confirmed."""
    refs = {name: Person.objects.get(login=name).ref for name in ("one", "two")}
    _, link, second = invite("family", by=refs["one"], seconded_by=refs["two"], **invited)
    form = {"name": login.title(), "login": login, "password": PASSWORD, "second": second}
    assert Client(headers=HERE).post(f"/invited/{link}/", form).status_code == 302
    return Person.objects.get(login=login)


def test_a_parents_new_right_is_listed_with_who_offered_and_who_confirmed_it_and_counted_on_the_first_page() -> None:
    one, client = director()
    assert "Nothing was given." in listed(client, one)
    rowan = joined("rowan", student_id=ANA)
    page = listed(client, one)
    assert f'/people/{rowan.ref}/">Rowan</a> · family of Percival' in page
    assert "March 12, 2027 · Given by One, confirmed by Two." in page
    first = client.get(f"/as/{one.ref}/", follow=True).content.decode()
    assert f'<a href="/as/{one.ref}/people/#lately">1 right or way to sign in was given in the last seven days' in first


def test_seven_days_later_it_is_listed_no_more() -> None:
    one, client = director()
    joined("rowan", student_id=ANA)
    used = Invitation.objects.get()
    assert used.used_at is not None
    Invitation.objects.update(used_at=used.used_at - 7 * DAY + dt.timedelta(hours=1))
    assert "Rowan" in listed(client, one)
    Invitation.objects.update(used_at=used.used_at - 7 * DAY - dt.timedelta(hours=1))
    assert "Nothing was given." in listed(client, one)
    assert "#lately" not in client.get(f"/as/{one.ref}/", follow=True).content.decode()


def test_children_who_were_named_later_are_listed_by_name_for_a_director_and_by_number_for_an_administrator() -> None:
    one, client = director()
    keeper, casey = relation("keeper", "administrator"), relation("casey", "case_manager")
    made = offer("case_manager", casey.person, by=one.person.ref, relation=casey, children=[ANA])
    assert "Nothing was given." in listed(client, one), "it waits for a second person"
    assert keeping.confirm(made.pk)
    assert "more children: case manager · Percival Dapplestone (004312)" in listed(client, one)
    assert "Given by One, confirmed by whoever looks after the computer." in listed(client, one)
    seen = listed(client_of("keeper"), keeper)
    assert "student 004312" in seen
    assert "Percival" not in seen


def test_a_new_password_and_a_second_step_set_up_anew_are_listed_in_both_languages() -> None:
    one, client = director()
    assert keeping.reset("two", "another four made up words")
    assert keeping.forget_factor("two")
    assert not keeping.reset("nobody", "another four made up words")
    assert [each.what for each in Renewal.objects.order_by("pk")] == ["password", "factor"]
    page = listed(client, one)
    assert page.index("the second step, to be set up on a new phone") < page.index("a new password")
    assert "given anew by whoever looks after the computer" in page
    spanish = listed(client, one, "es")
    assert "otra contraseña" in spanish
    assert "lo dio de nuevo quien tiene a su cargo la computadora" in spanish
    assert "2 rights or ways to sign in" in client.get(f"/as/{one.ref}/", follow=True).content.decode()


def test_the_first_persons_own_way_in_is_not_listed_and_a_school_leader_reads_none_of_it() -> None:
    one, client = director()
    link = first_link("makegood serve")
    assert link
    Invitation.objects.update(used_at=dt.datetime(2027, 3, 12, 14, tzinfo=dt.UTC), used_by=one.person)
    assert "Nothing was given." in listed(client, one)
    joined("rowan", student_id=OTHER)
    linden = relation("linden", "school_leader", school_id="MRE")
    leader = client_of("linden")
    school = ref_of("schools", school_id="MRE")
    assert "#lately" not in leader.get(f"/as/{linden.ref}/school/{school}/").content.decode()
    assert leader.get(f"/as/{linden.ref}/people/").status_code == 404
