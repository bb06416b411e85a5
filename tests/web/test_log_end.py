"""Where sessions are logged elsewhere, each account says up to which day the log is here."""

import datetime as dt

import pytest
from tests.web.cast import client_of, ref_of, relation

from makegood.web.options import choose
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import add
from makegood.web.setup.steps import ELSEWHERE, HERE, WHERE

pytestmark = pytest.mark.usefixtures("district")

CHILD = "004312"


def read(login: str, address: str) -> str:
    return " ".join(client_of(login).get(address).content.decode().split())


def test_the_account_of_a_child_whose_log_is_brought_in_says_where_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    family, director = relation("rowan", "family", student_id=CHILD), relation("one", "director")
    child = ref_of("students", student_id=CHILD)
    pages = [
        ("rowan", f"/as/{family.ref}/child/{child}/"),
        ("one", f"/as/{director.ref}/child/{child}/"),
        ("one", f"/as/{director.ref}/sums/"),
        ("one", f"/as/{director.ref}/sums/nothing-on-record/"),
        ("rowan", f"/as/{family.ref}/child/{child}/letters/missed_question/"),
    ]
    # The example was brought in on March 12, with sessions of that day, and with one of March 17 that is only planned.
    assert {"2027-03-12", "2027-03-17"} <= set(holding(MODELS["sessions"]).values_list("date", flat=True))
    choose(WHERE, ELSEWHERE)
    for login, page in pages:
        assert "The last log brought in" not in read(login, page), page
    monkeypatch.setattr("makegood.web.access.door.today", lambda: dt.date(2027, 3, 26))
    for login, page in pages:
        assert "The last log brought in ends on March 12, 2027." in read(login, page), page
    choose(WHERE, HERE)
    for login, page in pages:
        assert "The last log brought in" not in read(login, page), page


def test_one_alone_reads_it_only_where_no_session_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = relation("ada", "therapist_alone")
    page = f"/as/{alone.ref}/child/{ref_of('students', student_id=CHILD)}/"
    monkeypatch.setattr("makegood.web.access.door.today", lambda: dt.date(2027, 3, 26))
    assert "The last log brought in ends on March 12, 2027." in read("ada", page)
    typed = {"session_id": "W1", "service_id": "SV007", "date": "2027-03-15", "minutes_delivered": "30"}
    add("sessions", typed, by=alone.person.ref)
    assert "The last log brought in" not in read("ada", page)
