"""The cast of the site's tests: a made-up person for each relation, each with a client that is signed in as them."""

import datetime as dt
from typing import Any

from django.test import Client

from makegood.web.clock import now
from makegood.web.people.kinds import Kind
from makegood.web.people.models import Person, Relation

PASSWORD = "four made up words here"  # noqa: S105 - of made-up people
HERE = {"Host": "localhost"}
BEGINS = dt.date(2026, 6, 22)


def person(login: str, name: str = "") -> Person:
    """Return a person with the cast's password; made if they are not there yet."""
    found = Person.objects.filter(login=login).first()
    if found is None:
        found = Person(login=login, name=name or login.title(), made_at=now())
        found.set_password(PASSWORD)
        found.save()
    return found


def relation(login: str, kind: Kind, *, confirmed: bool = True, **scope: Any) -> Relation:
    """Give a person a relation."""
    about = {"begins": BEGINS, "granted_by": "test", "granted_at": now(), "seconded_by": "other" if confirmed else ""}
    return Relation.objects.create(person=person(login), kind=kind, **{**about, **scope})


def client_of(login: str) -> Client:
    """Return a client in which a person is signed in, by the page itself."""
    client = Client(headers=HERE)
    answer = client.post("/sign-in/", {"login": login, "password": PASSWORD})
    assert answer.status_code == 302, answer.content
    return client


def ref_of(table: str, **cells: str) -> str:
    """Return the random id of a row that holds."""
    from makegood.web.records.models import MODELS
    from makegood.web.records.versions import holding

    found: str = holding(MODELS[table]).get(**cells).ref
    return found
