"""Logging a day: one tap, a group, a reason; changed before and after it is signed; never twice, never lost."""

import re

import pytest
from django.test import Client
from tests.web.cast import client_of, ref_of, relation
from tests.web.conftest import MARCH_12

from makegood.web.people.models import Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.today.lines import anchor_of

GROUP = ("SV001", "SV002", "SV003", "SV008", "SV009")


pytestmark = pytest.mark.usefixtures("district")


@pytest.fixture
def day() -> tuple[Relation, Client]:
    """A therapist on a Friday with a group of five at 9:00 and one child at 8:30."""
    from makegood.web.records.write import add

    for service, start in [("SV007", "08:30"), *((service, "09:00") for service in GROUP)]:
        cells = {"service_id": service, "weekday": "Friday", "start_time": start, "minutes": "30", "provider_id": "P01"}
        add("schedule", {**cells, "from": MARCH_12.isoformat()}, by="test")
    made = relation("ingrid", "therapist", provider_id="P01")
    return made, client_of("ingrid")


def key(service: str, start: int) -> str:
    return f"{ref_of('services', service_id=service)}.{start}"


def tap(day: tuple[Relation, Client], *keys: str, what: str = "given", **more: object) -> int:
    made, client = day
    form = {
        "slot": list(keys),
        "seen": ["" for _ in keys],
        "what": what,
        "posted": f"form{keys}{what}{more}"[:40],
        **more,
    }
    return client.post(f"/as/{made.ref}/today/{MARCH_12}/note/", form).status_code


def rows(service: str) -> list[tuple[str, str | None]]:
    """Return minutes and reason of the day's rows that count, of a service."""
    held = holding(MODELS["sessions"]).filter(service_id=service, date=MARCH_12.isoformat())
    corrected = {row.corrects for row in held}
    return [(row.minutes_delivered, row.reason) for row in held if row.session_id not in corrected]


def test_one_tap_notes_a_session_as_held(day: tuple[Relation, Client]) -> None:
    assert tap(day, key("SV007", 510)) == 302
    assert rows("SV007") == [("30", None)]


def test_one_tap_notes_a_group_of_five_whose_rows_share_a_group(day: tuple[Relation, Client]) -> None:
    assert tap(day, *(key(service, 540) for service in GROUP)) == 302
    held = holding(MODELS["sessions"]).filter(service_id__in=GROUP, date=MARCH_12.isoformat(), start_time="09:00")
    assert held.count() == 5
    assert len({row.group_id for row in held}) == 1


def test_missed_and_short_are_noted_with_their_reason(day: tuple[Relation, Client]) -> None:
    assert tap(day, key("SV007", 510), what="student_absent", minutes="0") == 302
    assert rows("SV007") == [("0", "student_absent")]
    assert tap(day, key("SV001", 540), what="provider_other_duty", minutes="20") == 302
    assert rows("SV001") == [("20", "provider_other_duty")]


def test_the_same_form_sent_twice_writes_once(day: tuple[Relation, Client]) -> None:
    before = MODELS["sessions"]._default_manager.count()
    assert tap(day, key("SV007", 510)) == 302
    assert tap(day, key("SV007", 510)) == 302
    assert MODELS["sessions"]._default_manager.count() == before + 1


def test_a_note_that_was_written_meanwhile_is_shown_before_a_second_one(day: tuple[Relation, Client]) -> None:
    assert tap(day, key("SV007", 510)) == 302
    assert tap(day, key("SV007", 510), what="student_absent") == 409
    assert rows("SV007") == [("30", None)]


def test_until_it_is_signed_a_note_is_changed_by_a_correction_without_a_reason(day: tuple[Relation, Client]) -> None:
    tap(day, key("SV007", 510))
    (first,) = holding(MODELS["sessions"]).filter(service_id="SV007", date=MARCH_12.isoformat())
    assert tap(day, key("SV007", 510), what="student_absent", seen=[first.ref]) == 302
    assert rows("SV007") == [("0", "student_absent")]
    assert holding(MODELS["sessions"]).filter(corrects=first.session_id).count() == 1


def test_a_tap_is_undone_and_stays_in_the_database(day: tuple[Relation, Client]) -> None:
    tap(day, key("SV007", 510))
    (first,) = holding(MODELS["sessions"]).filter(service_id="SV007", date=MARCH_12.isoformat())
    assert tap(day, key("SV007", 510), what="undo", seen=[first.ref]) == 302
    assert rows("SV007") == []
    assert MODELS["sessions"]._default_manager.filter(session_id=first.session_id).count() == 2


def test_once_signed_a_change_asks_why(day: tuple[Relation, Client]) -> None:
    made, client = day
    tap(day, key("SV007", 510))
    assert client.post(f"/as/{made.ref}/today/{MARCH_12}/sign/").status_code == 302
    (first,) = holding(MODELS["sessions"]).filter(service_id="SV007", date=MARCH_12.isoformat())
    assert holding(MODELS["signatures"]).filter(session_id=first.session_id).count() == 1
    assert tap(day, key("SV007", 510), what="student_absent", seen=[first.ref]) == 409
    assert tap(day, key("SV007", 510), what="undo", seen=[first.ref], why="x") == 302
    assert rows("SV007") == [("30", None)]
    assert tap(day, key("SV007", 510), what="student_absent", seen=[first.ref], why="wrong child") == 302
    assert rows("SV007") == [("0", "student_absent")]


@pytest.mark.parametrize(
    ("slot", "what"),
    [("SV025.510", "given"), ("SV074.540", "given"), ("SV007.510", "nonsense"), ("SV007.1", "given"), ("x", "given")],
)
def test_what_is_not_in_the_providers_day_is_not_written(day: tuple[Relation, Client], slot: str, what: str) -> None:
    service, _, start = slot.partition(".")
    named = key(service, int(start)) if start else slot
    before = MODELS["sessions"]._default_manager.count()
    assert tap(day, named, what=what) == 404
    assert MODELS["sessions"]._default_manager.count() == before


def test_tomorrow_cannot_be_noted(day: tuple[Relation, Client]) -> None:
    made, client = day
    assert client.get(f"/as/{made.ref}/today/2027-03-13/").status_code == 404
    assert client.post(f"/as/{made.ref}/today/2027-03-19/note/", {"slot": key("SV007", 510)}).status_code == 404


def test_the_familys_page_counts_what_was_tapped(day: tuple[Relation, Client]) -> None:
    family = relation("family", "family", student_id="004312")
    address = f"/as/{family.ref}/child/{ref_of('students', student_id='004312')}/"
    client = client_of("family")
    before = client.get(address).content.decode()
    tap(day, key("SV007", 510), what="provider_absent")
    after = client.get(address).content.decode()
    # The week is not over on Friday, so the miss of today is on record and not yet counted.
    assert "Mar 12, 2027" in after
    assert before != after
    assert not re.search(r"tap|form\(", after)


def test_who_came_today_opens_every_earlier_day_of_the_school_year() -> None:
    made = relation("ingrid", "therapist", provider_id="P01", begins=MARCH_12)
    client = client_of("ingrid")
    answers = {day: client.get(f"/as/{made.ref}/today/{day}/").status_code for day in ("2026-08-24", "2027-03-11")}
    assert answers == {"2026-08-24": 200, "2027-03-11": 200}
    assert client.get(f"/as/{made.ref}/today/2026-08-23/").status_code == 404


@pytest.mark.parametrize(
    ("day", "back"),
    # The winter break is from Monday, December 21, to January 4; February 15 is a holiday; March 12 is a Friday.
    [("2027-01-02", "2026-12-18"), ("2027-02-16", "2027-02-12"), ("2027-03-12", "2027-03-11")],
    ids=["a Saturday in the holidays", "the day after a holiday", "a day in the week"],
)
def test_the_page_steps_back_to_the_last_school_day(day: str, back: str) -> None:
    made = relation("ingrid", "therapist", provider_id="P01", begins=MARCH_12)
    page = client_of("ingrid").get(f"/as/{made.ref}/today/{day}/").content.decode()
    nav = page[page.index('<nav class="days"') :]
    assert re.findall(r"/today/([-0-9]+)/", nav[: nav.index("</nav>")])[0] == back


@pytest.mark.parametrize("typed", ["2026-10-13", "10/13/2026"])
def test_a_day_that_is_typed_is_shown(typed: str) -> None:
    made = relation("ingrid", "therapist", provider_id="P01")
    client = client_of("ingrid")
    assert 'name="day"' in client.get(f"/as/{made.ref}/today/").content.decode()
    answer = client.get(f"/as/{made.ref}/today/", {"day": typed})
    assert (answer.status_code, answer["Location"]) == (302, f"/as/{made.ref}/today/2026-10-13/")


@pytest.mark.parametrize("typed", ["2027-03-13", "2026-08-23", "someday", ""])
def test_a_day_that_cannot_be_shown_is_refused_in_words(typed: str) -> None:
    made = relation("ingrid", "therapist", provider_id="P01", begins=MARCH_12)
    client = client_of("ingrid")
    answer = client.get(f"/as/{made.ref}/today/", {"day": typed})
    assert answer.status_code == 400
    assert "Please choose a day from August 24, 2026 to March 12, 2027." in answer.content.decode()
    client.post("/language/", {"lang": "es"})
    said = client.get(f"/as/{made.ref}/today/", {"day": typed}).content.decode()
    assert "Elija un día desde el 24 de agosto de 2026 hasta el 12 de marzo de 2027." in said


FEBRUARY_22 = "2027-02-22"
"""A day of the log that was brought in, of which the schedule has no slot."""


@pytest.fixture
def therapist() -> tuple[Relation, Client]:
    return relation("ingrid", "therapist", provider_id="P01"), client_of("ingrid")


def tap_then(therapist: tuple[Relation, Client], what: str) -> int:
    made, client = therapist
    seen = [row.ref for row in holding(MODELS["sessions"]).filter(service_id="SV007", date=FEBRUARY_22)] or [""]
    form = {"slot": key("SV007", 510), "seen": seen, "what": what}
    return client.post(f"/as/{made.ref}/today/{FEBRUARY_22}/note/", form).status_code


def page_then(therapist: tuple[Relation, Client]) -> str:
    made, client = therapist
    return client.get(f"/as/{made.ref}/today/{FEBRUARY_22}/").content.decode()


def leaders_list() -> str:
    lead = Relation.objects.filter(kind="school_leader").first()
    lead = lead or relation("linden", "school_leader", school_id="MRE")
    where = f"/as/{lead.ref}/school/{ref_of('schools', school_id='MRE')}/nothing-on-record/"
    return client_of("linden").get(where).content.decode()


def test_an_old_row_is_taken_back_only_after_it_was_said_what_changes(therapist: tuple[Relation, Client]) -> None:
    page = page_then(therapist)
    line = page[page.index(f'id="s-{key("SV007", 510).replace(".", "")}"') :].partition("</li>")[0]
    assert ">Undo<" not in line
    assert "please say whether it is to be noted again" in line


def test_a_row_in_no_slot_that_is_taken_back_is_to_be_noted_on_every_page(therapist: tuple[Relation, Client]) -> None:
    assert "Mon, Feb 22" not in leaders_list()
    assert tap_then(therapist, "undo") == 302
    assert "The note was taken back" in page_then(therapist)
    # Two others are on record on that day.
    assert "3 sessions · 1 still to note" in page_then(therapist)
    assert "Mon, Feb 22" in leaders_list()
    made, client = therapist
    child = client.get(f"/as/{made.ref}/child/{ref_of('students', student_id='004312')}/").content.decode()
    assert f"/today/{FEBRUARY_22}/" in child
    assert tap_then(therapist, "given") == 302
    (row,) = holding(MODELS["sessions"]).filter(service_id="SV007", date=FEBRUARY_22)
    assert (row.minutes_delivered, row.start_time) == ("30", "08:30")
    assert "3 sessions · 0 still to note" in page_then(therapist)
    assert "Mon, Feb 22" not in leaders_list()


def test_a_row_of_a_session_that_never_was_leaves_every_list(therapist: tuple[Relation, Client]) -> None:
    assert tap_then(therapist, "undo") == 302
    assert tap_then(therapist, "no_session") == 302
    assert "2 sessions · 0 still to note" in page_then(therapist)
    assert "Mon, Feb 22" not in leaders_list()
    assert MODELS["sessions"]._default_manager.filter(service_id="SV007", date=FEBRUARY_22).count() == 3


def test_a_child_without_a_fixed_time_has_the_minutes_given_although_more_is_on_record(
    therapist: tuple[Relation, Client],
) -> None:
    made, client = therapist
    # On Monday 30 minutes were given, and Thursday's session is on record as missed.
    page = client.get(f"/as/{made.ref}/today/{MARCH_12}/").content.decode()
    line = page[page.index(f'id="s-{ref_of("services", service_id="SV007")}new"') :].partition("</li>")[0]
    assert "30 of 60 min given this week" in line
    client.post("/language/", {"lang": "es"})
    assert "30 de 60 min dados esta semana" in client.get(f"/as/{made.ref}/today/{MARCH_12}/").content.decode()


def test_a_short_session_may_have_any_number_of_minutes(day: tuple[Relation, Client]) -> None:
    assert tap(day, key("SV007", 510), what="student_late_x", other="22") == 404
    assert tap(day, key("SV007", 510), what="not_released_by_teacher", minutes="0", other="22") == 302
    assert rows("SV007") == [("22", "not_released_by_teacher")]


@pytest.mark.parametrize("reason", ["student_late", "provider_late", "delayed_start"])
def test_a_late_start_is_one_tap(day: tuple[Relation, Client], reason: str) -> None:
    made, client = day
    assert f'name="what" value="{reason}"' in client.get(f"/as/{made.ref}/today/").content.decode()
    assert tap(day, key("SV007", 510), what=reason, minutes="20") == 302
    assert rows("SV007") == [("20", reason)]


@pytest.mark.parametrize(
    ("lang", "given", "says"),
    [
        ("en", "20", "20 of 30 min given; 10 missed: Child absent"),
        ("es", "20", "20 de 30 min dados; 10 no dados: Estudiante ausente"),
        ("en", "29", "29 of 30 min given; 1 missed: Child absent"),
        ("en", "0", "Missed: Child absent"),
    ],
)
def test_the_reason_of_a_shorter_session_stands_beside_the_minutes_that_it_is_about(
    day: tuple[Relation, Client], lang: str, given: str, says: str
) -> None:
    made, client = day
    client.post("/language/", {"lang": lang})
    assert tap(day, key("SV007", 510), what="student_absent", minutes=given) == 302
    assert says in client.get(f"/as/{made.ref}/today/").content.decode()


def test_the_list_of_every_reason_is_not_called_another_reason_too(day: tuple[Relation, Client]) -> None:
    made, client = day
    page = client.get(f"/as/{made.ref}/today/").content.decode()
    panel = page.partition('class="panel"')[2].partition("</details>")[0]
    assert panel.casefold().count("another reason") == 1


def test_another_reason_asks_which_before_it_saves(day: tuple[Relation, Client]) -> None:
    made, client = day
    form = {"slot": key("SV007", 510), "seen": "", "what": "which", "reason": "", "minutes": "20"}
    for lang, says in (("en", "Please choose why it was shorter"), ("es", "Elija por qué fue más corta")):
        client.post("/language/", {"lang": lang})
        answer = client.post(f"/as/{made.ref}/today/{MARCH_12}/note/", form)
        assert answer.status_code == 400
        assert says in answer.content.decode()
        # The minutes that were chosen stay chosen.
        assert 'name="minutes" value="20" checked' in answer.content.decode()
        # Far down a day, the message leads to the line that it is about.
        assert f'<a href="#s-{anchor_of(key("SV007", 510))}">Percival D., 8:30' in answer.content.decode()
    assert tap(day, key("SV007", 510), what="other") == 400
    assert rows("SV007") == []
    assert '<option value="no_space_or_equipment">no hubo espacio o equipo</option>' in answer.content.decode()
    assert '<option value="unrecorded">' not in answer.content.decode()
    assert tap(day, key("SV007", 510), what="which", reason="no_space_or_equipment", minutes="20") == 302
    assert rows("SV007") == [("20", "no_space_or_equipment")]


def test_as_many_minutes_as_planned_or_more_need_no_reason(day: tuple[Relation, Client]) -> None:
    assert tap(day, key("SV007", 510), what="which", reason="", other="29") == 400
    assert rows("SV007") == []
    assert tap(day, key("SV007", 510), what="which", reason="", other="45") == 302
    assert rows("SV007") == [("45", None)]


def test_what_is_no_number_of_minutes_is_not_saved_and_stays_in_the_form(day: tuple[Relation, Client]) -> None:
    made, client = day
    form = {"slot": key("SV007", 510), "seen": "", "what": "which", "reason": "vacancy", "other": "many"}
    answer = client.post(f"/as/{made.ref}/today/{MARCH_12}/note/", form)
    assert answer.status_code == 400
    assert 'value="many"' in answer.content.decode()
    assert '<option value="vacancy" selected>' in answer.content.decode()
    assert rows("SV007") == []
