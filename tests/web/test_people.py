"""Coming in: the first link, invitations with a second item and a second person, the second factor, limits."""

import datetime as dt
import re

import pyotp
import pytest
from django.test import Client
from tests.web.cast import HERE, PASSWORD, person, relation

from makegood.web.people.factor import STEP
from makegood.web.people.invite import DAYS, first_link, invite
from makegood.web.people.kinds import Kind
from makegood.web.people.models import Invitation, Person, Relation
from makegood.web.site import DEMO, site

pytestmark = pytest.mark.usefixtures("district")


@pytest.fixture(autouse=True)
def _real(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that is no demonstration: its days run, and work asks for a second factor."""
    monkeypatch.setenv(DEMO, "0")


def browser() -> Client:
    return Client(headers=HERE)


def enter(client: Client, login: str, password: str = PASSWORD) -> int:
    return client.post("/sign-in/", {"login": login, "password": password}).status_code


def set_up_factor(client: Client) -> tuple[str, list[str]]:
    """Set up the second factor of who has given a password; return its secret and the recovery codes."""
    page = client.get("/sign-in/second-step/").content.decode()
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    assert found is not None
    secret = found[1].replace(" ", "")
    page = client.post("/sign-in/second-step/", {"code": pyotp.TOTP(secret).now()}).content.decode()
    return secret, re.findall(r"<li><code>([a-z2-9-]+)</code>", page)


def test_the_first_link_works_once_and_makes_one_person_who_is_director_and_administrator() -> None:
    link = first_link("makegood serve")
    client = browser()
    assert client.get(f"/start/{link}/").status_code == 200
    form = {"use": "district", "name": "Wanda Keystone", "login": "Wanda@Example.org", "password": PASSWORD}
    assert client.post(f"/start/{link}/", form)["Location"] == "/sign-in/second-step/"
    assert set(Relation.objects.values_list("kind", flat=True)) == {"director", "administrator"}
    assert browser().get(f"/start/{link}/").status_code == 404
    assert Person.objects.get().login == "wanda@example.org"
    # Without the second step nothing is open.
    assert client.get("/")["Location"] == "/sign-in/"
    set_up_factor(client)
    assert client.get("/").status_code == 200


def test_a_new_first_link_voids_the_older_one_and_none_works_once_somebody_is_there() -> None:
    old, new = first_link("x"), first_link("x")
    assert browser().get(f"/start/{old}/").status_code == 404
    person("somebody")
    assert browser().get(f"/start/{new}/").status_code == 404


def test_one_who_uses_it_alone_needs_no_second_factor_and_sees_everything() -> None:
    client = browser()
    form = {"use": "alone", "name": "Ada", "login": "ada", "password": PASSWORD}
    assert client.post(f"/start/{first_link('x')}/", form)["Location"] == "/"
    answer = client.get("/", follow=True)
    assert answer.status_code == 200
    assert "Percival" in answer.content.decode()


def test_a_weak_password_and_a_taken_name_are_refused_and_the_link_stays_good() -> None:
    link = first_link("x")
    for password in ("short", "password123456"[:8], "aaaaaaa"):
        form = {"use": "alone", "name": "Ada", "login": "ada", "password": password}
        refused = browser().post(f"/start/{link}/", form)
        assert refused.status_code == 400
        # What was filled in is kept, but for the password.
        assert '<input type="radio" name="use" value="alone" required checked>' in refused.content.decode()
    assert not Person.objects.exists()
    assert browser().get(f"/start/{link}/").status_code == 200


def test_an_invitation_opens_only_after_a_second_person_with_its_digits_once() -> None:
    made, link, second = invite("family", by="one", student_id="004312")
    form = {"name": "Rowan", "login": "rowan", "password": PASSWORD, "second": second}
    page = browser().get(f"/invited/{link}/")
    assert page.status_code == 404
    assert "A second person at the school or district still has to confirm it." in page.content.decode()
    assert "no longer works" not in page.content.decode()
    Invitation.objects.filter(pk=made.pk).update(seconded_by="two", called="Rowan D.")
    assert 'value="Rowan D."' in browser().get(f"/invited/{link}/").content.decode()
    refused = browser().post(f"/invited/{link}/", {**form, "second": "00000000", "have": "yes"})
    assert refused.status_code == 400
    for kept in ('value="00000000"', 'value="Rowan"', 'value="rowan"', 'value="yes" checked'):
        assert kept in refused.content.decode()
    client = browser()
    assert client.post(f"/invited/{link}/", form)["Location"] == "/"
    assert client.get("/", follow=True).status_code == 200
    assert list(Relation.objects.values_list("kind", "student_id", "seconded_by")) == [("family", "004312", "two")]
    assert browser().post(f"/invited/{link}/", {**form, "login": "other"}).status_code == 404


def test_an_invitation_is_void_after_fourteen_days_and_after_five_wrong_tries() -> None:
    made, link, second = invite("family", by="one", seconded_by="two", student_id="004312")
    assert made.until - made.made_at == dt.timedelta(days=DAYS)
    form = {"name": "Rowan", "login": "rowan", "password": PASSWORD}
    for _ in range(5):
        browser().post(f"/invited/{link}/", {**form, "second": "1"})
    assert browser().post(f"/invited/{link}/", {**form, "second": second}).status_code == 404
    made, link, second = invite("family", by="one", seconded_by="two", student_id="004312")
    Invitation.objects.filter(pk=made.pk).update(until=made.made_at - dt.timedelta(seconds=1))
    assert browser().post(f"/invited/{link}/", {**form, "second": second}).status_code == 404


def test_who_makes_an_invitation_cannot_confirm_it() -> None:
    one = relation("one", "administrator", begins=dt.date(2026, 1, 1))
    two = relation("two", "administrator", begins=dt.date(2026, 1, 1))
    first, other = browser(), browser()
    for client, login in ((first, "one"), (other, "two")):
        enter(client, login)
        set_up_factor(client)
    page = first.post(f"/as/{one.ref}/people/invite/", {"kind": "school_leader", "school_id": "MRE"})
    assert "localhost/invited/" in page.content.decode()
    made = Invitation.objects.get()
    first.post(f"/as/{one.ref}/people/confirm/", {"invitation": made.pk})
    assert Invitation.objects.get().seconded_by == ""
    other.post(f"/as/{two.ref}/people/confirm/", {"invitation": made.pk})
    assert Invitation.objects.get().seconded_by == two.person.ref


@pytest.mark.parametrize("second", ["administrator", "director"])
@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "Nobody else here can confirm yet"), ("es", "Todavía no hay aquí otra persona que pueda confirmar")],
)
def test_the_only_administrator_reads_who_can_confirm_an_invitation(lang: str, says: str, second: Kind) -> None:
    one = relation("one", "administrator", begins=dt.date(2026, 1, 1))
    client = browser()
    enter(client, "one")
    set_up_factor(client)
    client.post("/language/", {"lang": lang})
    made = client.post(f"/as/{one.ref}/people/invite/", {"kind": "administrator"}).content.decode()
    number = Invitation.objects.get().pk
    command = f"<code>makegood user confirm {number} --data &quot;{site().data}&quot;</code>"
    for page in (made, client.get(f"/as/{one.ref}/people/").content.decode()):
        assert says in page
        assert command in page
    # A second one can do it here: then the page need not send anybody to the computer.
    relation("two", second, begins=dt.date(2026, 1, 1))
    page = client.get(f"/as/{one.ref}/people/").content.decode()
    assert "makegood user confirm" not in page


def test_work_asks_for_a_second_factor_whose_codes_work_once() -> None:
    relation("ingrid", "therapist", provider_id="P01", begins=dt.date(2026, 1, 1))
    client = browser()
    assert enter(client, "ingrid") == 302
    secret, codes = set_up_factor(client)
    assert len(codes) == 8
    again = browser()
    assert again.post("/sign-in/", {"login": "ingrid", "password": PASSWORD})["Location"] == "/sign-in/code/"
    assert again.get("/")["Location"] == "/sign-in/"
    # Not by the clock: a step may end while this test runs.
    step = Person.objects.get().factor_step
    now = pyotp.TOTP(secret).at(step * STEP)
    assert again.post("/sign-in/code/", {"code": now}).status_code == 400, "this step was used to set it up"
    later = pyotp.TOTP(secret).at((step + 1) * STEP)
    assert again.post("/sign-in/code/", {"code": later}).status_code == 302
    assert again.get("/").status_code == 302
    third = browser()
    enter(third, "ingrid")
    assert third.post("/sign-in/code/", {"code": codes[0].upper()}).status_code == 302
    fourth = browser()
    enter(fourth, "ingrid")
    assert fourth.post("/sign-in/code/", {"code": codes[0]}).status_code == 400


SECOND_STEP = "/sign-in/second-step/"


def test_a_key_shown_a_second_time_says_that_the_first_one_does_not_work() -> None:
    relation("ingrid", "therapist", provider_id="P01", begins=dt.date(2026, 1, 1))
    first, later = browser(), browser()
    enter(first, "ingrid")
    page = first.get(SECOND_STEP).content.decode()
    assert "You were shown another key" not in page
    assert first.get(SECOND_STEP).content.decode().count("<code>") == page.count("<code>") == 1
    enter(later, "ingrid")
    assert "You were shown another key on" in later.get(SECOND_STEP).content.decode()
    later.cookies["makegood_language"] = "es"
    assert "se le mostró otra clave. Esa no sirve" in later.get(SECOND_STEP).content.decode()
    # The key of one window holds; the other window sets up none in its place.
    set_up_factor(later)
    kept = Person.objects.get().factor
    assert first.post(SECOND_STEP, {"code": "000000"})["Location"] == "/sign-in/"
    assert Person.objects.get().factor == kept


def test_who_is_signed_in_gives_a_present_code_before_a_new_key_and_is_told_what_it_replaces() -> None:
    relation("ingrid", "therapist", provider_id="P01", begins=dt.date(2026, 1, 1))
    client = browser()
    enter(client, "ingrid")
    secret, codes = set_up_factor(client)
    page = client.get(SECOND_STEP).content.decode()
    assert "the old key and your recovery codes stop working" in page
    assert "<code>" not in page, "no new key is shown yet"
    assert client.post(SECOND_STEP, {"present": "000000"}).status_code == 400
    assert client.post(SECOND_STEP, {"code": pyotp.TOTP(secret).now()}).status_code == 400
    assert Person.objects.get().factor == secret
    assert client.post(SECOND_STEP, {"present": codes[0]})["Location"] == SECOND_STEP
    assert "You were shown another key on" in client.get(SECOND_STEP).content.decode()
    new, new_codes = set_up_factor(client)
    assert new != secret
    assert Person.objects.get().factor == new
    assert not set(codes) & set(new_codes)


@pytest.mark.parametrize(("lang", "says"), [("en", "Second step"), ("es", "Segundo paso")])
def test_whoever_has_a_second_step_finds_it_beside_sign_out_on_each_page(lang: str, says: str) -> None:
    link = re.compile(rf'<a href="{SECOND_STEP}"( aria-current="page")?>{says}</a>')
    made = relation("ingrid", "therapist", provider_id="P01", begins=dt.date(2026, 1, 1))
    client = browser()
    client.cookies["makegood_language"] = lang
    enter(client, "ingrid")
    assert not link.search(client.get(SECOND_STEP).content.decode()), "there is no key yet"
    set_up_factor(client)
    for page, is_here in ((f"/as/{made.ref}/children/", False), (SECOND_STEP, True)):
        found = link.search(client.get(page).content.decode())
        assert found is not None
        assert bool(found[1]) is is_here
    relation("rowan", "family", student_id="004312", begins=dt.date(2026, 1, 1))
    family = browser()
    enter(family, "rowan")
    assert SECOND_STEP not in family.get("/", follow=True).content.decode()


def test_who_is_signed_in_without_a_second_step_gives_the_password_before_one_is_set_up() -> None:
    relation("rowan", "family", student_id="004312", begins=dt.date(2026, 1, 1))
    client = browser()
    enter(client, "rowan")
    assert "First type your password once more." in client.get(SECOND_STEP).content.decode()
    assert client.post(SECOND_STEP, {"present": "not the password"}).status_code == 400
    assert client.post(SECOND_STEP, {"present": PASSWORD})["Location"] == SECOND_STEP
    set_up_factor(client)
    assert Person.objects.get().factor


def test_a_family_needs_no_second_factor() -> None:
    relation("rowan", "family", student_id="004312", begins=dt.date(2026, 1, 1))
    assert browser().post("/sign-in/", {"login": "Rowan ", "password": PASSWORD})["Location"] == "/"


def test_a_new_password_ends_every_visit() -> None:
    made = relation("rowan", "family", student_id="004312", begins=dt.date(2026, 1, 1))
    client = browser()
    enter(client, "rowan")
    assert client.get(f"/as/{made.ref}/children/").status_code == 302
    made.person.set_password("another set of words")
    made.person.save()
    assert client.get(f"/as/{made.ref}/children/")["Location"] == "/sign-in/"


def test_ten_wrong_passwords_lock_the_device_and_not_the_person_elsewhere() -> None:
    relation("rowan", "family", student_id="004312", begins=dt.date(2026, 1, 1))
    own = browser()
    assert enter(own, "rowan") == 302
    guessing = browser()
    assert [enter(guessing, "rowan", "wrong words") for _ in range(11)] == [400] * 10 + [429]
    assert enter(own, "rowan") == 302


def test_two_hundred_people_of_one_address_sign_in_and_twenty_of_them_mistype() -> None:
    for n in range(20):
        person(f"staff{n}")
    for n in range(20):
        client = browser()
        assert enter(client, f"staff{n}", "mistyped words") == 400
        assert enter(client, f"staff{n}") == 302
    from makegood.web.access.models import Attempt

    # Counted by hand: 20 wrong ones of one address, far from its limit of 3,000.
    assert Attempt.objects.values("key").distinct().count() == 41


def test_visits_of_staff_end_after_thirty_minutes_without_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from makegood.web.people import signed_in

    made = relation("ingrid", "therapist", provider_id="P01", begins=dt.date(2026, 1, 1))
    client = browser()
    enter(client, "ingrid")
    set_up_factor(client)
    assert client.get(f"/as/{made.ref}/").status_code == 302
    real = signed_in.now
    monkeypatch.setattr(signed_in, "now", lambda: real() + dt.timedelta(minutes=29))
    assert client.get(f"/as/{made.ref}/")["Location"] != "/sign-in/"
    monkeypatch.setattr(signed_in, "now", lambda: real() + dt.timedelta(minutes=60))
    assert client.get(f"/as/{made.ref}/")["Location"] == "/sign-in/"
