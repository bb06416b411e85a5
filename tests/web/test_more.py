"""Beside the day: a session that is added or held on another day, who is out, a make-up given back, closed days."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from tests.web.cast import client_of, ref_of, relation
from tests.web.conftest import MARCH_12

from makegood.web.people.models import Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import add

pytestmark = pytest.mark.usefixtures("district")
TODAY = MARCH_12.isoformat()


@pytest.fixture
def day() -> tuple[Relation, Client]:
    """A therapist with one child at 8:30 on Fridays."""
    cells = {"service_id": "SV007", "weekday": "Friday", "start_time": "08:30", "minutes": "30", "provider_id": "P01"}
    add("schedule", {**cells, "from": "2027-03-08"}, by="test")
    made = relation("ingrid", "therapist", provider_id="P01")
    return made, client_of("ingrid")


def held(table: str, **cells: str) -> list[Any]:
    return list(holding(MODELS[table]).filter(**cells).order_by("entry"))


def words_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def slot() -> str:
    return f"{ref_of('services', service_id='SV007')}.510"


def test_a_session_that_is_in_no_slot_is_added_once_however_often_the_form_is_sent(
    day: tuple[Relation, Client],
) -> None:
    made, client = day
    form = {"service": ref_of("services", service_id="SV007"), "start": "14:00", "minutes": "20", "makes_up": "none",
            "posted": "a"}  # fmt: skip
    for _ in range(2):
        assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == 302
    (row,) = held("sessions", service_id="SV007", date=TODAY)
    assert (row.start_time, row.minutes_delivered, row.provider_id, row.recorded_by) == (
        "14:00", "20", "P01", made.person.ref,
    )  # fmt: skip


def test_held_on_another_day_of_the_week_both_days_are_on_record_and_the_week_is_filled(
    day: tuple[Relation, Client],
) -> None:
    made, client = day
    form = {"slot": slot(), "held": "2027-03-10", "start": "", "minutes": "30", "reason": "school_activity"}
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == 302
    (unused,) = held("sessions", service_id="SV007", date=TODAY)
    assert (unused.minutes_delivered, unused.reason, unused.start_time) == ("0", "school_activity", "08:30")
    given = held("sessions", service_id="SV007", date="2027-03-10")[-1]
    # The promise is a week's, and both days lie in it: no make-up, the same promise.
    assert (given.minutes_delivered, given.makeup_for, given.kind) == ("30", None, None)
    assert "Held on Wed, Mar 10, 2027" in words_of(client.get(f"/as/{made.ref}/today/"))


def test_a_miss_says_no_longer_that_it_was_held_elsewhere_once_that_note_is_taken_back(
    day: tuple[Relation, Client],
) -> None:
    made, client = day
    form = {"slot": slot(), "held": "2027-03-10", "minutes": "30", "reason": "school_activity", "posted": "m"}
    client.post(f"/as/{made.ref}/today/{TODAY}/add/", form)
    given = held("sessions", service_id="SV007", date="2027-03-10")[-1]
    key = slot().replace(".510", ".")
    gone = {"slot": key, "seen": given.ref, "what": "no_session", "posted": "n"}
    assert client.post(f"/as/{made.ref}/today/2027-03-10/note/", gone).status_code == 302
    assert "Held on Wed" not in words_of(client.get(f"/as/{made.ref}/today/"))


def test_held_in_another_week_it_makes_up_for_the_session_that_was_missed(day: tuple[Relation, Client]) -> None:
    made, client = day
    form = {"slot": slot(), "held": "2027-03-04", "minutes": "30", "reason": "provider_absent"}
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == 302
    (unused,) = held("sessions", service_id="SV007", date=TODAY)
    given = held("sessions", service_id="SV007", date="2027-03-04")[-1]
    assert (given.kind, given.makeup_for) == ("make_up", unused.session_id)
    client.post("/language/", {"lang": "es"})
    assert "Se dio el jueves 4 mar 2027" in words_of(client.get(f"/as/{made.ref}/today/"))


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"held": "2027-03-13"}, 400),
        ({"held": TODAY}, 400),
        ({"minutes": "many"}, 400),
        ({"reason": "nonsense"}, 400),
        ({"slot": "x.510"}, 404),
        ({"slot": "", "service": "x"}, 404),
    ],
)
def test_what_cannot_be_is_not_written(day: tuple[Relation, Client], more: dict[str, str], status: int) -> None:
    made, client = day
    before = MODELS["sessions"]._default_manager.count()
    form = {"slot": slot(), "held": "2027-03-10", "minutes": "30", "reason": "provider_absent"} | more
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == status
    assert MODELS["sessions"]._default_manager.count() == before


def test_another_providers_service_cannot_be_added(day: tuple[Relation, Client]) -> None:
    made, client = day
    form = {"service": ref_of("services", service_id="SV074"), "minutes": "20"}
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == 404


def test_i_am_out_says_why_a_slot_was_empty_and_can_be_taken_back_by_who_said_it(day: tuple[Relation, Client]) -> None:
    made, client = day
    form = {"from": TODAY, "until": "2027-03-16", "posted": "o"}
    for _ in range(2):
        assert client.post(f"/as/{made.ref}/out/", form).status_code == 302
    (row,) = held("provider_absences", provider_id="P01", date=TODAY)
    assert row.until == "2027-03-16"
    assert "The records say that you are out" in client.get(f"/as/{made.ref}/today/").content.decode()
    other = relation("tobias", "contractor", provider_id="P05")
    theirs = client_of("tobias")
    assert theirs.post(f"/as/{other.ref}/out/", {"withdraw": row.ref}).status_code == 404
    assert client.post(f"/as/{made.ref}/out/", {"withdraw": row.ref}).status_code == 302
    assert held("provider_absences", provider_id="P01", date=TODAY) == []
    assert client.post(f"/as/{made.ref}/out/", {"from": "2027-03-16", "until": TODAY}).status_code == 400
    assert client.post(f"/as/{made.ref}/out/", {"from": "2026-10-01"}).status_code == 400


def test_an_agreed_make_up_is_given_back_by_who_was_to_give_it_and_nobody_else(day: tuple[Relation, Client]) -> None:
    made, client = day
    cells = {"pinned_id": "M1", "date": "2027-03-15", "start": "12:30", "minutes": "15", "school_id": "MRE",
             "provider_id": "P01", "student_id": "004312", "service_id": "SV007", "missed_on": "2027-02-08",
             "settles": "15"}  # fmt: skip
    add("pinned", cells, by="test")
    ref = held("pinned", pinned_id="M1")[0].ref
    assert "I cannot: give it back" in client.get(f"/as/{made.ref}/today/").content.decode()
    other = relation("tobias", "contractor", provider_id="P05")
    assert client_of("tobias").post(f"/as/{other.ref}/give-back/", {"agreed": ref}).status_code == 404
    assert client.post(f"/as/{made.ref}/give-back/", {"agreed": ref}).status_code == 302
    assert held("pinned", pinned_id="M1") == []
    assert client.post(f"/as/{made.ref}/give-back/", {"agreed": ref}).status_code == 404


def test_a_leader_closes_a_day_for_the_own_school_and_the_accounts_have_it(day: tuple[Relation, Client]) -> None:
    made, client = day
    lead = relation("linden", "school_leader", school_id="MRE")
    leader = client_of("linden")
    where = f"/as/{lead.ref}/school/{ref_of('schools', school_id='MRE')}/closed/"
    assert leader.post(where, {"day": TODAY, "kind": "weather_closure", "sure": "weather_closure"}).status_code == 302
    assert leader.post(where, {"day": TODAY, "kind": "weather_closure", "sure": "weather_closure"}).status_code == 302
    (row,) = held("calendar", calendar_id="mre-2026-27", date=TODAY)
    assert "no school on this day" in client.get(f"/as/{made.ref}/today/").content.decode()
    assert leader.post(where, {"day": "2027-03-11", "kind": "weather_closure"}).status_code == 400
    assert leader.post(where, {"day": TODAY, "kind": "school_day"}).status_code == 400
    assert leader.post(where, {"withdraw": row.ref}).status_code == 302
    assert held("calendar", calendar_id="mre-2026-27", date=TODAY) == []


def test_a_leader_who_closes_a_day_with_sessions_on_record_is_asked_once_more() -> None:
    lead = relation("linden", "school_leader", school_id="MRE")
    leader = client_of("linden")
    where = f"/as/{lead.ref}/school/{ref_of('schools', school_id='MRE')}/closed/"
    for at, minutes in enumerate(("30", "0")):
        cells = {"session_id": f"X{at}", "service_id": "SV007", "date": TODAY, "minutes_delivered": minutes,
                 "minutes_planned": "30", "provider_id": "P01", "recorded_by": "P01"}  # fmt: skip
        add("sessions", {**cells, "reason": None if at == 0 else "student_absent"}, by="test")
    # The log has nine of this school's children on that day, each with minutes given.
    given = 10
    form = {"day": TODAY, "kind": "weather_closure"}
    asked = leader.post(where, form)
    assert asked.status_code == 409
    assert f"{given} session" in words_of(asked)
    assert held("calendar", calendar_id="mre-2026-27", date=TODAY) == []
    # A missed session that was signed counts too.
    signature = {"signature_id": "S1", "session_id": "X1", "signed_by": "I", "signed_at": f"{TODAY} 15:00"}
    add("signatures", {**signature, "as": "provider"}, by="test")
    client_of("linden").post("/language/", {"lang": "es"})
    assert f"{given + 1} sesiones del viernes 12 mar 2027 constan" in words_of(leader.post(where, form))
    # That there is school for a part of the day needs no second question.
    assert leader.post(where, {**form, "kind": "early_dismissal"}).status_code == 302
    assert leader.post(where, {**form, "sure": "holiday"}).status_code == 409
    assert leader.post(where, {**form, "sure": "weather_closure"}).status_code == 302
    assert len(held("calendar", calendar_id="mre-2026-27", date=TODAY, kind="weather_closure")) == 1


def test_a_calendar_that_other_schools_keep_is_closed_by_the_district_only() -> None:
    add(
        "schools", {"school_id": "NEW", "name": "New", "calendar_id": "mre-2026-27", "policy_id": "maple-ridge"}, by="t"
    )
    lead = relation("linden", "school_leader", school_id="MRE")
    where = f"/as/{lead.ref}/school/{ref_of('schools', school_id='MRE')}/closed/"
    assert (
        client_of("linden")
        .post(where, {"day": TODAY, "kind": "weather_closure", "sure": "weather_closure"})
        .status_code
        == 409
    )
    assert held("calendar", calendar_id="mre-2026-27", date=TODAY) == []
    whole = relation("basil", "director")
    at = f"/as/{whole.ref}/school/{ref_of('schools', school_id='MRE')}/closed/"
    assert (
        client_of("basil").post(at, {"day": TODAY, "kind": "weather_closure", "sure": "weather_closure"}).status_code
        == 302
    )
    assert len(held("calendar", calendar_id="mre-2026-27", date=TODAY)) == 1


def test_the_day_of_march_is_read_month_first() -> None:
    from makegood.web.typed import clock_in, day_in, minutes_in

    assert day_in("3/12/2027") == dt.date(2027, 3, 12) == day_in("2027-03-12")
    assert day_in("13/12/2027") is None is day_in("tomorrow")
    assert (clock_in("08:30"), clock_in("24:00"), clock_in("8.30")) == (510, None, None)
    assert (minutes_in("30"), minutes_in("601"), minutes_in("-1"), minutes_in("²")) == (30, None, None, None)


def add_page(day: tuple[Relation, Client], service: str = "SV007") -> str:
    made, client = day
    ref = ref_of("services", service_id=service)
    return client.get(f"/as/{made.ref}/today/{TODAY}/add/?service={ref}").content.decode()


def test_a_session_that_is_added_is_a_make_up_of_the_session_that_is_chosen(day: tuple[Relation, Client]) -> None:
    made, client = day
    page = add_page(day)
    # Percival's misses that are still open, oldest first; the one of February 22 had no room.
    missed = ref_of("sessions", session_id="L002268")
    assert f'value="{missed}"' in page
    assert "A make-up session for Mon, Feb 22, 2027 · 30 minutes" in page
    form = {"service": ref_of("services", service_id="SV007"), "minutes": "30", "makes_up": missed}
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == 302
    row = held("sessions", service_id="SV007", date=TODAY)[-1]
    assert (row.kind, row.makeup_for) == ("make_up", "L002268")
    assert "Made up on Fri, Mar 12, 2027" in words_of(client.get(f"/as/{made.ref}/today/2027-02-22/"))
    assert "A make-up session for Mon, Feb 22, 2027" not in add_page(day)


def test_a_make_up_of_which_nobody_knows_for_what_leaves_the_order_to_the_ledger(day: tuple[Relation, Client]) -> None:
    made, client = day
    still = r"Still to be made up: (\d+) minutes"
    (before,) = re.findall(still, add_page(day))
    form = {"service": ref_of("services", service_id="SV007"), "minutes": "45", "makes_up": "any"}
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == 302
    row = held("sessions", service_id="SV007", date=TODAY)[-1]
    assert (row.kind, row.makeup_for) == ("make_up", None)
    (after,) = re.findall(still, add_page(day))
    assert int(before) - int(after) == 45


def test_whether_a_session_makes_something_up_is_asked_and_never_supposed(day: tuple[Relation, Client]) -> None:
    made, client = day
    assert "checked" not in add_page(day)
    form = {"service": ref_of("services", service_id="SV007"), "minutes": "30"}
    answer = client.post(f"/as/{made.ref}/today/{TODAY}/add/", form)
    assert answer.status_code == 400
    assert "Please say whether this session makes up a missed one." in answer.content.decode()
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form | {"makes_up": "none"}).status_code == 302
    row = held("sessions", service_id="SV007", date=TODAY)[-1]
    assert (row.kind, row.makeup_for) == (None, None)


def test_minutes_beyond_the_promise_are_told_to_the_family_with_their_day(day: tuple[Relation, Client]) -> None:
    made, client = day
    family, parent = relation("family", "family", student_id="004312"), client_of("family")
    address = f"/as/{family.ref}/child/{ref_of('students', student_id='004312')}/"
    extra = r'Extra: (\d+) minutes, beyond what[^<]+<a class="why" href="([^"]+)">Why\?<span class="vh"> Speech'
    assert not re.search(extra, parent.get(address).content.decode())
    form = {"service": ref_of("services", service_id="SV007"), "minutes": "600", "makes_up": "none"}
    assert client.post(f"/as/{made.ref}/today/{TODAY}/add/", form).status_code == 302
    ((minutes, why),) = re.findall(extra, parent.get(address).content.decode())
    # The IEP promises 60 minutes a week.
    assert 540 <= int(minutes) < 600
    assert "Mar 12, 2027" in parent.get(why).content.decode()


def test_another_childs_miss_cannot_be_made_up(day: tuple[Relation, Client]) -> None:
    made, client = day
    other = next(row for row in held("sessions", service_id="SV001") if row.minutes_delivered == "0")
    form = {"service": ref_of("services", service_id="SV007"), "minutes": "30", "makes_up": other.ref}
    answer = client.post(f"/as/{made.ref}/today/{TODAY}/add/", form)
    assert answer.status_code == 400
    # What was filled in is still there.
    assert 'name="minutes" inputmode="numeric" value="30"' in answer.content.decode()


def test_a_miss_that_is_on_record_is_made_up_on_another_day(day: tuple[Relation, Client]) -> None:
    made, client = day
    key = f"{ref_of('services', service_id='SV007')}.510"
    page = client.get(f"/as/{made.ref}/today/2027-02-22/").content.decode()
    assert "Made up on another day" in page
    form = {"slot": key, "held": TODAY, "minutes": "30"}
    assert client.post(f"/as/{made.ref}/today/2027-02-22/add/", form).status_code == 302
    assert len(held("sessions", service_id="SV007", date="2027-02-22")) == 1
    row = held("sessions", service_id="SV007", date=TODAY)[-1]
    assert (row.kind, row.makeup_for) == ("make_up", "L002268")


def test_days_that_cannot_be_stay_in_the_form(day: tuple[Relation, Client]) -> None:
    made, client = day
    page = client.post(f"/as/{made.ref}/out/", {"from": "2027-03-16", "until": "2027-03-15"}).content.decode()
    assert 'name="from" value="2027-03-16"' in page
    assert 'name="until" value="2027-03-15"' in page
