"""The database is asked as often for many people or readings as for one: no page asks it once for each row."""

import datetime as dt

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.cast import client_of, ref_of, relation

from makegood.web import keeping
from makegood.web.access.models import Reading
from makegood.web.clock import now

pytestmark = pytest.mark.usefixtures("district")


def questions(client: Client, address: str) -> int:
    """Return how often both databases are asked for a page; what a first visit loads is loaded before."""
    client.get(address)
    with CaptureQueriesContext(connections["default"]) as records, CaptureQueriesContext(connections["aside"]) as aside:
        assert client.get(address).status_code == 200
    return len(records) + len(aside)


def test_the_list_of_people_asks_as_often_for_many_families_and_leaders_as_for_one_of_each() -> None:
    keeper = relation("keeper", "administrator")
    client, address = client_of("keeper"), f"/as/{keeper.ref}/people/"
    relation("one", "family", student_id="004312")
    relation("two", "school_leader", school_id="MRE")
    once = questions(client, address)
    for number in range(6):
        relation(f"family{number}", "family", student_id="004251")
        relation(f"leader{number}", "school_leader", school_id="MRM")
    assert questions(client, address) == once
    page = client.get(address).content.decode()
    assert page.count("school leader, ") + page.count("family of ") == 14


def test_the_owners_list_names_each_relation_of_today_beside_its_person() -> None:
    relation("both", "family", student_id="004312")
    relation("both", "director")
    relation("late", "director", ends=dt.date(2027, 1, 1))
    assert keeping.listed() == [
        ("both", "Both", "family of Percival; director"),
        ("late", "Late", "nothing today"),
    ]


def test_only_who_has_several_relations_is_offered_to_look_as_somebody_else() -> None:
    family = relation("rowan", "family", student_id="004312")
    address = f"/as/{family.ref}/child/{ref_of('students', student_id='004312')}/"
    client = client_of("rowan")
    once = questions(client, address)
    assert "See it as somebody else" not in client.get(address).content.decode()
    # Who gets work while a family's visit is open signs in again.
    relation("rowan", "director")
    client = client_of("rowan")
    assert "See it as somebody else" in client.get(address).content.decode()
    assert questions(client, address) <= once


def test_a_familys_page_asks_as_often_for_many_readings_as_for_one() -> None:
    family = relation("rowan", "family", student_id="004312")
    address = f"/as/{family.ref}/child/{ref_of('students', student_id='004312')}/"
    client = client_of("rowan")

    def read(times: int) -> None:
        for _ in range(times):
            about = {"person": "p", "relation": "r", "kind": "contractor", "route": "child", "method": "GET"}
            Reading.objects.create(at=now(), student_id="004312", **about)

    read(1)
    once = questions(client, address)
    read(30)
    assert questions(client, address) == once
