"""Attempts to get more than was given: by a link, a guess, an old page, an order that is passed over, a wrong id."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from tests.web.cast import HERE, PASSWORD, client_of, person, ref_of, relation

from makegood.web.people.invite import confirm, invite, offer
from makegood.web.people.models import CaseloadChild, Invitation, Relation
from makegood.web.records.models import MODELS

pytestmark = pytest.mark.usefixtures("district")

ANA, OTHER = "004312", "003206"


def use(link: str, digits: str, login: str, password: str = PASSWORD) -> Any:
    """Open an invitation with an account that is there."""
    form = {"name": "", "login": login, "password": password, "second": digits, "have": "yes"}
    return Client(headers=HERE).post(f"/invited/{link}/", form)


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


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
