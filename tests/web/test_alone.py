"""One who keeps the site alone: a parent is told what was saved; a therapist reads no words for a family."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from tests.web.cast import HERE, PASSWORD, client_of, relation

from makegood.web.people.invite import first_link
from makegood.web.people.kinds import Kind
from makegood.web.people.models import Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import change

pytestmark = pytest.mark.usefixtures("empty")


def begun(kind: Kind = "alone") -> tuple[Relation, Client, str]:
    """Return one who has entered the days of school and a service, and the address of March's sessions."""
    of, client = relation("ada", kind), client_of("ada")
    client.post(f"/as/{of.ref}/my/days/", {"first": "2026-08-24", "last": "2027-06-04"})
    form = {"name": "Ana", "service": "speech", "words": "2 x 30 min weekly", "start": "", "end": "", "reading": "0"}
    assert client.post(f"/as/{of.ref}/my/child/", form).status_code == 302
    child = holding(MODELS["students"]).get().ref
    return of, client, f"/as/{of.ref}/my/child/{child}/sessions/2027-03-01/"


def fields(client: Client, month: str) -> list[str]:
    return re.findall(r'<select id="([^"]+)"', client.get(month).content.decode())


def read(client: Client, address: str, **form: Any) -> str:
    answer = client.post(address, form, follow=True) if form else client.get(address, follow=True)
    return html.unescape(" ".join(answer.content.decode().split()))


def test_who_types_the_iep_before_the_days_of_school_reads_why_the_days_come_first() -> None:
    of, client = relation("ada", "alone"), client_of("ada")
    page = read(client, f"/as/{of.ref}/my/child/")
    assert "First the days of school, please: without them nothing can be counted." in page
    days = {"first": "2026-08-24", "last": "2027-06-04"}
    assert "The days of school are saved." in read(client, f"/as/{of.ref}/my/days/", **days)


def test_a_month_says_how_much_was_saved_and_takes_a_session_that_was_shorter() -> None:
    _, client, month = begun()
    days = fields(client, month)
    page = read(client, month, **{days[0]: "short.20", days[1]: "given", "rest": "unknown"})
    assert "Saved: 2 sessions. You can change them here." in page
    rows = holding(MODELS["sessions"]).order_by("date").values_list("minutes_delivered", "reason")
    assert list(rows) == [("20", None), ("30", None)]
    assert '<option value="short.20" selected>shorter: 20 of 30 min given</option>' in page
    # The same once more changes nothing; other minutes take the place of the first.
    assert "Saved: 0 sessions." in read(client, month, **{days[0]: "short.20", "rest": "unknown"})
    assert "Saved: 1 session." in read(client, month, **{days[0]: "short.10", "rest": "unknown"})
    for wrong in ("short.0", "short.30", "short.x", "short."):
        assert "Saved: 0 sessions." in read(client, month, **{days[0]: wrong, "rest": "unknown"})


@pytest.mark.parametrize("kind", ["alone", "therapist_alone"])
def test_who_comes_back_is_led_from_every_page_of_the_child_to_the_month_of_today(kind: Kind) -> None:
    of, client, _ = begun(kind)
    child = holding(MODELS["students"]).get().ref
    for at in ("setup/", "children/", f"child/{child}/"):
        page = read(client, f"/as/{of.ref}/{at}")
        link = re.search(rf'href="(/as/{of.ref}/my/child/{child}/sessions/[^"]+)">Mark sessions', page)
        assert link, at
        assert "Sessions of March 2027" in read(client, link[1]), at
    assert f'/child/{child}/">Ana' in read(client, f"/as/{of.ref}/setup/")
    assert f'/my/child/{child}/line/"' in read(client, f"/as/{of.ref}/child/{child}/")


def test_a_shorter_session_may_have_any_whole_number_of_minutes() -> None:
    _, client, month = begun()
    first, second, third, *_ = fields(client, month)
    typed = {f"{first}.minutes": "17", second: "given", f"{second}.minutes": "30", third: "short.20"}
    page = read(client, month, **typed, **{f"{third}.minutes": "23"}, rest="unknown")
    assert "Saved: 3 sessions." in page
    rows = holding(MODELS["sessions"]).order_by("date").values_list("minutes_delivered", flat=True)
    assert list(rows) == ["17", "30", "23"]
    assert '<option value="short.17" selected>shorter: 17 of 30 min given</option>' in page


@pytest.mark.parametrize(
    ("mark", "minutes"), [("", "31"), ("", "0"), ("", "12.5"), ("", "x"), ("missed", "12"), ("provider_absent", "12")]
)
def test_minutes_that_cannot_be_are_asked_for_again_and_nothing_is_saved(mark: str, minutes: str) -> None:
    _, client, month = begun()
    first, second, *_ = fields(client, month)
    page = read(client, month, **{first: mark, f"{first}.minutes": minutes, second: "given", "rest": "unknown"})
    assert "Please check the minutes of March 1, 2027: a whole number from 1 to 30" in page
    assert f'value="{minutes}"' in page
    assert not holding(MODELS["sessions"]).exists()


def shown(client: Client, month: str) -> list[str]:
    """Return the ids of the marks that the form of a month has on record."""
    return re.findall(r'name="had" value="([^"]+)"', client.get(month).content.decode())


def test_a_mark_that_is_set_back_is_taken_back_and_the_page_says_so() -> None:
    _, client, month = begun()
    first, second, *_ = fields(client, month)
    client.post(month, {first: "given", second: "given", "rest": "unknown"})
    client.post(month, {first: "missed", second: "given", "rest": "unknown"})
    had = shown(client, month)
    assert len(had) == 2
    page = read(client, month, **{first: "", second: "given", "had": had, "rest": "unknown"})
    assert "Taken back: 1 session. Nothing is on record for it now." in page
    assert "Saved: 0" not in page
    # Neither the mark nor the one before it counts any more.
    ((day, minutes),) = holding(MODELS["sessions"]).values_list("date", "minutes_delivered")
    assert (second.endswith(day), minutes) == (True, "30")
    assert shown(client, month) != had
    client.post("/language/", {"lang": "es"})
    says = read(client, month, **{second: "", "had": shown(client, month), "rest": "unknown"})
    assert "Se quitó 1 sesión. Ya no hay nada registrado de ella." in says


def test_a_form_that_never_showed_a_mark_does_not_take_it_back() -> None:
    _, client, month = begun()
    first, second, *_ = fields(client, month)
    client.post(month, {first: "given", "rest": "unknown"})
    page = read(client, month, **{first: "", second: "given", "rest": "unknown"})
    assert "Saved: 1 session." in page
    assert "Taken back" not in page
    assert holding(MODELS["sessions"]).count() == 2


def test_a_reason_that_the_list_does_not_have_stays_when_the_month_is_saved_as_it_is() -> None:
    _, client, month = begun()
    (first, *_) = fields(client, month)
    client.post(month, {first: "missed", "rest": "unknown"})
    change(holding(MODELS["sessions"]).get(), {"reason": "long_term_leave"}, by="x", why=None)
    assert '<option value="long_term_leave" selected>' in read(client, month)
    client.post(month, {first: "long_term_leave", "had": shown(client, month), "rest": "unknown"})
    assert holding(MODELS["sessions"]).get().reason == "long_term_leave"


@pytest.mark.parametrize(
    ("lang", "says", "never"),
    [("en", "no reason known", "another reason"), ("es", "no se sabe el motivo", "otro motivo")],
)
def test_missed_without_a_known_reason_is_said_so_in_the_account_and_the_letter(
    lang: str, says: str, never: str
) -> None:
    of, client, month = begun()
    (first, *_) = fields(client, month)
    client.post(month, {first: "missed", "rest": "unknown"})
    client.post("/language/", {"lang": lang})
    child = holding(MODELS["students"]).get().ref
    for at in ("", "letters/missed_question/"):
        page = read(client, f"/as/{of.ref}/child/{child}/{at}")
        assert says in page.casefold(), at
        assert never not in page.casefold(), at


def test_a_letter_is_filled_in_with_the_name_of_the_parent_who_writes_it() -> None:
    of, client, _ = begun()
    child = holding(MODELS["students"]).get().ref
    letter = f"/as/{of.ref}/child/{child}/letters/records_request/"
    assert 'maxlength="300" autocomplete="name" value="Ada"' in read(client, letter)
    blank = read(client, letter, **{"what": "show", "field.parent_name": "", "lang": "en", "was": "en"})
    assert 'maxlength="300" autocomplete="name" value=""' in blank


def test_a_therapist_alone_comes_in_as_one_and_is_not_spoken_to_as_a_parent() -> None:
    client = Client(headers=HERE)
    form = {"use": "therapist", "name": "Ada", "login": "ada", "password": PASSWORD}
    assert client.post(f"/start/{first_link('x')}/", form)["Location"] == "/"
    of = Relation.objects.get()
    assert of.kind == "therapist_alone"
    steps = read(client, f"/as/{of.ref}/setup/")
    assert "Your students and what their IEPs say" in steps
    assert "Your child" not in steps


def test_a_therapist_alone_reads_a_schools_steps_and_letters_and_never_a_familys() -> None:
    of, client, month = begun("therapist_alone")
    (first, *_) = fields(client, month)
    client.post(month, {first: "provider_absent", "rest": "unknown"})
    child = holding(MODELS["students"]).get().ref
    page = read(client, f"/as/{of.ref}/child/{child}/")
    assert "What the school can do" in page
    for never in ("Ask the school in writing", "State complaint", "your child"):
        assert never not in page
    letters = read(client, f"/as/{of.ref}/child/{child}/letters/")
    assert "letters/missed_notice/" in letters
    for never in ("state_complaint", "records_request", "complaint to the State"):
        assert never not in letters


def test_a_service_that_was_mistyped_is_corrected_or_taken_off_and_a_changed_iep_ends_the_old_one() -> None:
    of, client, month = begun()
    child = holding(MODELS["students"]).get().ref
    line = f"/as/{of.ref}/my/child/{child}/line/"
    old = holding(MODELS["services"]).get()
    page = read(client, f"{line}?line={old.ref}")
    assert 'value="2 x 30 min weekly"' in page
    form = {"line": old.ref, "service": "speech", "words": "3 x 30 min weekly", "end": "2027-01-29"}
    # Read aloud first: the line goes along, and so does "Change the words".
    assert f'name="line" value="{old.ref}"' in read(client, line, **form)
    assert f'name="line" value="{old.ref}"' in read(client, line, **form, again="1")
    assert "Saved." in read(client, line, **form, reading="0")
    (kept,) = holding(MODELS["services"]).all()
    assert (kept.ref, kept.mandate, kept.end) == (old.ref, "3 x 30 min weekly", "2027-01-29")
    # A promise of which a person chose the reading has columns of its own; corrected, its words count again.
    both = {**form, "words": "30 minutes twice a week, 60 minutes a month", "end": ""}
    assert "Saved." in read(client, line, **both, reading="1")
    assert holding(MODELS["services"]).get().minutes == "60"
    assert "Saved." in read(client, line, **{**form, "end": ""}, reading="0")
    kept = holding(MODELS["services"]).get()
    assert (kept.mandate, kept.minutes, kept.end) == ("3 x 30 min weekly", None, None)
    # With a session on record it is not taken off; without one it is.
    first, *_ = fields(client, month)
    read(client, month, **{first: "given"}, rest="unknown")
    assert 'name="off"' not in read(client, line)
    assert "sessions of this service are marked" in read(client, line, off=old.ref)
    read(client, month, **{first: ""}, had=holding(MODELS["sessions"]).get().ref, rest="unknown")
    assert "off the list and counts no longer" in read(client, line, off=old.ref)
    assert not holding(MODELS["services"]).exists()
    assert client.post(line, {"off": old.ref}).status_code == 404


def test_yes_keep_it_pressed_twice_keeps_one_child() -> None:
    of, client, _ = begun()
    form = {"name": "Ben", "service": "speech", "words": "30 min weekly", "start": "", "end": ""}
    page = read(client, f"/as/{of.ref}/my/child/", **form)
    posted = re.search(r'name="posted" value="([^"]+)"', page)
    assert posted
    for _ in range(2):
        assert "Saved." in read(client, f"/as/{of.ref}/my/child/", **form, posted=posted[1], reading="0")
    assert sorted(holding(MODELS["students"]).values_list("given_name", flat=True)) == ["Ana", "Ben"]
    assert holding(MODELS["services"]).count() == 2


def test_a_day_off_without_a_day_is_asked_for_and_one_entered_by_mistake_is_taken_off() -> None:
    of, client, month = begun()
    days = f"/as/{of.ref}/my/days/"
    year = {"first": "2026-08-24", "last": "2027-06-04"}
    page = read(client, days, **year, from1="2027-03-03", called1="Snow", called3="Columbus Day")
    assert "Nothing was saved yet: line 3 has no day." in page
    assert 'value="Columbus Day"' in page
    assert "<details open>" in page
    assert not holding(MODELS["calendar"]).exists()
    read(client, days, **year, from1="2027-03-03", called1="Snow")
    assert "Wed, Mar 3, 2027" not in read(client, month)
    row = holding(MODELS["calendar"]).get()
    assert "a usual day of school again" in read(client, days, withdraw=row.ref)
    assert "Wed, Mar 3, 2027" in read(client, month)
    assert client.post(days, {"withdraw": row.ref}).status_code == 404


def test_a_parent_who_knows_of_snow_says_so() -> None:
    _, client, month = begun()
    first, second, *_ = fields(client, month)
    read(client, month, **{first: "weather_closure", second: "other"}, rest="unknown")
    assert list(holding(MODELS["sessions"]).order_by("date").values_list("reason", flat=True)) == [
        "weather_closure", "other",
    ]  # fmt: skip


def test_a_child_of_whom_nothing_is_on_record_is_not_shown_as_given_nothing() -> None:
    of, client, month = begun()
    page = f"/as/{of.ref}/child/{holding(MODELS['students']).get().ref}/"
    # 29 weeks from August 24 to March 12, of 60 minutes each.
    says = read(client, page)
    assert '<p class="big">Nothing is on record yet</p><p class="tag">Nothing on record for 1,740 minutes' in says
    assert '<p class="big">0 of' not in says
    first, *_ = fields(client, month)
    read(client, month, **{first: "given"}, rest="unknown")
    assert '<p class="big">1 of 58 sessions</p><p class="tag">Nothing on record for 1,710 minutes' in read(client, page)
