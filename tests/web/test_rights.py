"""Rights on the screen: who has which children from when to when, who confirms it, and how it ends."""

import datetime as dt

import pytest
from django.test import Client
from tests.web.cast import HERE, PASSWORD, client_of, person, ref_of, relation
from tests.web.conftest import MARCH_12

from makegood.web import keeping
from makegood.web.access import scope
from makegood.web.people.invite import invite
from makegood.web.people.models import CaseloadChild, Invitation, Person, Relation

pytestmark = pytest.mark.usefixtures("district")

ANA, OTHER = "004312", "003206"


def two_directors() -> tuple[Relation, Client, Relation, Client]:
    one, two = relation("one", "director"), relation("two", "director")
    return one, client_of("one"), two, client_of("two")


def child(number: str) -> str:
    return ref_of("students", student_id=number)


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def accept(link: str, second: str, login: str) -> Client:
    client = Client(headers=HERE)
    form = {"name": login.title(), "login": login, "password": PASSWORD, "second": second}
    assert client.post(f"/invited/{link}/", form).status_code == 302
    return client


def seen(of: Relation, day: dt.date = MARCH_12) -> set[str]:
    return {each.student_id for each in scope.children(of, day)}


def test_a_case_manager_is_invited_with_children_chosen_by_name_and_sees_these() -> None:
    one, client, two, second = two_directors()
    page = client.get(f"/as/{one.ref}/people/invite/?kind=case_manager").content.decode()
    assert "Percival Dapplestone (004312)" in page
    ticked = {
        "kind": "case_manager",
        "called": "Casey Brookmantle",
        "child": [child(ANA), child(OTHER)],
        "ends": "2027-06-18",
    }
    client.post(f"/as/{one.ref}/people/invite/", ticked)
    made = Invitation.objects.get()
    assert sorted(made.children) == [OTHER, ANA]
    # Who confirms it reads whose children it names.
    assert "Percival Dapplestone (004312)" in text(second, f"/as/{two.ref}/people/")
    assert "case manager</span> · for Casey Brookmantle" in text(second, f"/as/{two.ref}/people/")
    assert "until June 18, 2027" in text(second, f"/as/{two.ref}/people/")
    second.post(f"/as/{two.ref}/people/confirm/", {"invitation": made.pk})
    # The link is shown once: a second invitation of the same kind takes its place here.
    _, link, digits = invite("case_manager", by="one", seconded_by="two", children=[ANA, OTHER])
    accept(link, digits, "casey")
    assert seen(Relation.objects.get(person__login="casey")) == {ANA, OTHER}


def test_children_are_named_later_by_one_and_confirmed_by_another_from_a_day_to_a_day() -> None:
    one, client, two, second = two_directors()
    casey = relation("casey", "case_manager")
    address = f"/as/{one.ref}/people/right/{casey.ref}/"
    form = {"what": "children", "child": child(ANA), "begins": "2027-03-10", "ends": "2027-03-31"}
    assert client.post(address, form).status_code == 302
    assert seen(casey) == set()
    working = client_of("casey")
    assert "No child is named for you today" in text(working, f"/as/{casey.ref}/sums/")
    made = Invitation.objects.get()
    client.post(f"/as/{one.ref}/people/confirm/", {"invitation": made.pk})
    assert seen(casey) == set(), "who names a child cannot confirm it"
    second.post(f"/as/{two.ref}/people/confirm/", {"invitation": made.pk})
    assert seen(casey) == {ANA}
    assert "No child is named for you today" not in text(working, f"/as/{casey.ref}/sums/")
    assert seen(casey, dt.date(2027, 3, 9)) == set()
    assert seen(casey, dt.date(2027, 4, 1)) == set()
    # It ends for this child alone, without a second person, and never later than it did.
    row = CaseloadChild.objects.get()
    late = {"what": "end_child", "child_row": row.pk, "day": "2027-05-01"}
    assert client.post(address, late).status_code == 400
    assert client.post(address, late | {"day": "2027-03-11"}).status_code == 302
    assert seen(casey) == set()
    assert "ended on March 11, 2027" in text(client, address)


def test_a_therapist_who_is_on_no_list_is_invited_by_name_with_children_and_can_note_sessions_of_these() -> None:
    one, client, *_ = two_directors()
    form = {"kind": "therapist", "new_provider": "Quill Fernwhistle", "child": child(OTHER)}
    assert client.post(f"/as/{one.ref}/people/invite/", form).status_code == 200
    made = Invitation.objects.get()
    assert "Quill Fernwhistle" in text(client, f"/as/{one.ref}/people/")
    _, link, digits = invite("therapist", by="one", seconded_by="two", provider_id=made.provider_id, children=[OTHER])
    quill = accept(link, digits, "quill")
    of = Relation.objects.get(person__login="quill")
    assert seen(of) == {OTHER}
    page = quill.get(f"/as/{of.ref}/today/2027-03-12/add/").content.decode()
    assert ref_of("services", service_id="SV052") in page


def test_one_who_gets_a_right_does_not_confirm_it_and_the_owner_of_the_computer_can() -> None:
    one, client, two, second = two_directors()
    form = {"kind": "school_leader", "school_id": "MRE"}
    assert client.post(f"/as/{one.ref}/people/{two.person.ref}/give/", form).status_code == 302
    made = Invitation.objects.get()
    second.post(f"/as/{two.ref}/people/confirm/", {"invitation": made.pk})
    assert Relation.objects.filter(kind="school_leader").count() == 0
    assert keeping.waiting() == [(made.pk, "school leader, Maple Ridge Elementary School, for Two", "One")]
    assert keeping.confirm(made.pk)
    got = Relation.objects.get(kind="school_leader")
    assert (got.person, got.school_id, got.begins) == (two.person, "MRE", MARCH_12)


def test_an_administrator_reads_and_types_numbers_and_never_a_childs_name() -> None:
    keeper = relation("keeper", "administrator")
    relation("rowan", "family", student_id=ANA)
    casey = relation("casey", "case_manager")
    CaseloadChild.objects.create(relation=casey, student_id=ANA, begins=casey.begins)
    client = client_of("keeper")
    invite_page = f"/as/{keeper.ref}/people/invite/"
    assert client.post(invite_page, {"kind": "family", "numbers": "nobody"}).status_code == 400
    assert client.post(invite_page, {"kind": "family", "numbers": f"{ANA}, {OTHER}"}).status_code == 400
    assert client.post(invite_page, {"kind": "family", "child": child(ANA)}).status_code == 400
    assert client.post(invite_page, {"kind": "family", "numbers": ANA}).status_code == 200
    for address in (
        "people/", f"people/right/{casey.ref}/", f"people/{casey.person.ref}/", "people/invite/?kind=family"
    ):  # fmt: skip
        page = text(client, f"/as/{keeper.ref}/{address}")
        assert "Percival" not in page, address
    listed, waiting = "<li>family of student 004312 · since", '<span class="who">family of student 004312</span>'
    page = text(client, f"/as/{keeper.ref}/people/")
    assert (listed in page, waiting in page) == (True, True)


def test_a_right_ends_on_a_day_and_is_shown_as_ended() -> None:
    one, client, *_ = two_directors()
    ingrid = relation("ingrid", "therapist", provider_id="P01")
    address = f"/as/{one.ref}/people/right/{ingrid.ref}/"
    assert client.post(address, {"what": "end", "day": "2027-03-11"}).status_code == 302
    ingrid.refresh_from_db()
    assert (ingrid.ends, ingrid.ended_by) == (dt.date(2027, 3, 11), one.person.ref)
    # March 11 and 30 days.
    for page in (text(client, address), text(client, f"/as/{one.ref}/people/")):
        assert "ended on March 11, 2027 · may complete days inside it until April 10, 2027" in page
    assert 'value="end"' not in text(client, address)


def test_a_right_is_never_made_longer_on_its_page_and_nobody_ends_their_own() -> None:
    one, client, *_ = two_directors()
    leader = relation("linden", "school_leader", school_id="MRE", ends=dt.date(2027, 3, 31))
    address = f"/as/{one.ref}/people/right/{leader.ref}/"
    assert client.post(address, {"what": "end", "day": "2027-04-30"}).status_code == 400
    assert client.post(address, {"what": "end", "day": "tomorrow"}).status_code == 400
    assert (
        client.post(f"/as/{one.ref}/people/right/{one.ref}/", {"what": "end", "day": "2027-03-12"}).status_code == 400
    )
    assert client.post(f"/as/{one.ref}/people/{one.person.ref}/", {"what": "close"}).status_code == 404
    leader.refresh_from_db()
    one.refresh_from_db()
    assert (leader.ends, one.ends) == (dt.date(2027, 3, 31), None)


def test_a_parents_right_ends_by_an_order_at_once_and_otherwise_only_with_a_reason() -> None:
    one, client, *_ = two_directors()
    mother = relation("mother", "family", student_id=ANA)
    father = relation("father", "family", student_id=ANA)
    address = f"/as/{one.ref}/people/right/{father.ref}/"
    at_home = client_of("father")
    assert client.post(address, {"what": "end", "day": "2027-03-11"}).status_code == 400
    assert client.post(address, {"what": "order", "rights": "none"}).status_code == 400
    assert at_home.get(f"/as/{father.ref}/child/{child(ANA)}/").status_code == 200
    seen_by = "Basil Ferncroft saw the order of March 1, 2027"
    assert client.post(address, {"what": "order", "rights": "none", "order_seen": seen_by}).status_code == 302
    assert at_home.get(f"/as/{father.ref}/child/{child(ANA)}/").status_code == 404
    assert client_of("mother").get(f"/as/{mother.ref}/child/{child(ANA)}/").status_code == 200
    page = text(client, address)
    assert "ended by a court order" in page
    assert seen_by in page


def test_an_account_is_closed_on_the_screen_and_its_visit_ends() -> None:
    one, client, *_ = two_directors()
    linden = relation("linden", "school_leader", school_id="MRE")
    working = client_of("linden")
    assert working.get(f"/as/{linden.ref}/schools/").status_code in {200, 302}
    assert client.post(f"/as/{one.ref}/people/{linden.person.ref}/", {"what": "close"}).status_code == 302
    assert working.get(f"/as/{linden.ref}/schools/")["Location"] == "/sign-in/"
    assert "account closed on March 12, 2027" in text(client, f"/as/{one.ref}/people/")
    assert Person.objects.get(login="linden").ended_at is not None


def test_a_confirmed_invitation_is_listed_until_it_is_used_and_is_taken_back() -> None:
    one, client, *_ = two_directors()
    made, link, digits = invite("family", by=one.person.ref, seconded_by="two", student_id=ANA)
    page = text(client, f"/as/{one.ref}/people/")
    assert "family of Percival Dapplestone (004312)" in page
    # Fourteen days after March 12.
    assert "confirmed, not used yet; the link works until March 26, 2027" in page
    client.post(f"/as/{one.ref}/people/take-back/", {"invitation": made.pk})
    assert "confirmed, not used yet" not in text(client, f"/as/{one.ref}/people/")
    form = {"name": "Rowan", "login": "rowan", "password": PASSWORD, "second": digits}
    assert Client(headers=HERE).post(f"/invited/{link}/", form).status_code == 404
    assert not Person.objects.filter(login="rowan").exists()


def test_an_invitation_that_ran_out_says_so() -> None:
    one, client, *_ = two_directors()
    made, _, _ = invite("family", by=one.person.ref, seconded_by="two", student_id=ANA)
    Invitation.objects.filter(pk=made.pk).update(until=made.made_at - dt.timedelta(days=2))
    assert "not used; the link ended on March 10, 2027" in text(client, f"/as/{one.ref}/people/")
    Invitation.objects.filter(pk=made.pk).update(until=made.made_at - dt.timedelta(days=31))
    assert "not used" not in text(client, f"/as/{one.ref}/people/")


@pytest.mark.parametrize("login", ["rowan", "nobody"])
def test_who_lost_a_password_or_phone_reads_what_to_do_and_not_whether_an_account_exists(login: str) -> None:
    relation("rowan", "family", student_id=ANA)
    closed = person("closed")
    keeping.close(closed.login)
    pages = []
    for name in (login, "closed"):
        answer = Client(headers=HERE).post("/sign-in/", {"login": name, "password": "not this one"})
        pages.append(answer.content.decode().replace(f'value="{name}"', ""))
    strip = [page.split("csrfmiddlewaretoken")[-1].split('">', 1)[1] for page in pages]
    assert strip[0] == strip[1]
    assert "one of your recovery codes in place of the six digits" in pages[0]
    assert "“makegood user password NAME”" in pages[0]


def test_who_has_two_relations_reads_what_each_lets_them_see() -> None:
    relation("both", "director")
    relation("both", "administrator")
    page = text(client_of("both"), "/")
    assert "All children and schools." in page
    assert "Accounts and invitations. Sees no child&#x27;s records." in page


@pytest.mark.parametrize(
    ("lang", "ended", "coming", "yet"),
    [
        (
            "en",
            "What you could see here has ended.",
            "What you may see here begins on March 13, 2027.",
            "There is nothing here for you yet.",
        ),
        (
            "es",
            "Lo que usted podía ver aquí ya terminó.",
            "Lo que usted podrá ver aquí empieza el 13 de marzo de 2027.",
            "Todavía no hay nada aquí para usted.",
        ),
    ],
)
def test_one_without_a_right_that_holds_reads_why_and_not_what_it_was(
    lang: str, ended: str, coming: str, yet: str
) -> None:
    over, next_day = MARCH_12 - dt.timedelta(days=1), MARCH_12 + dt.timedelta(days=1)
    relation("formerly", "family", student_id=ANA, ends=over)
    relation("mistaken", "family", student_id=ANA, begins=MARCH_12, ends=over)
    relation("therapist", "therapist", provider_id="P01", begins=MARCH_12, ends=over)
    relation("revoked", "family", student_id=ANA, begins=next_day + dt.timedelta(days=9), ends=next_day)
    relation("barred", "family", student_id=ANA, ends=over, rights="none")
    relation("never", "therapist", provider_id="P01", ends=over, confirmed=False)
    relation("coming", "family", student_id=ANA, begins=next_day)
    person("new")
    said = {"formerly": ended, "mistaken": ended, "therapist": ended, "revoked": ended, "coming": coming}
    for login in ("formerly", "mistaken", "therapist", "revoked", "barred", "never", "coming", "new"):
        client = client_of(login)
        client.post("/language/", {"lang": lang})
        page = text(client, "/")
        assert [says for says in (ended, coming, yet) if says in page] == [said.get(login, yet)], login
        assert "Percival" not in page


def test_a_right_is_not_ended_before_it_began_except_so_that_it_never_holds() -> None:
    one, client, *_ = two_directors()
    leader = relation("linden", "school_leader", school_id="MRE", begins=MARCH_12)
    address = f"/as/{one.ref}/people/right/{leader.ref}/"
    refused = client.post(address, {"what": "end", "day": "2027-03-10"})
    assert refused.status_code == 400
    assert "If the right is not to begin at all, give the day before that: March 11, 2027." in refused.content.decode()
    leader.refresh_from_db()
    assert leader.ends is None
    assert client.post(address, {"what": "end", "day": "2027-03-11"}).status_code == 302
    for page in (text(client, address), text(client, f"/as/{one.ref}/people/")):
        assert "school leader, Maple Ridge Elementary School · ended before it began" in page
    assert 'value="end"' not in text(client, address)


def test_a_right_whose_last_day_is_over_is_given_to_nobody_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    one, client, *_ = two_directors()
    scope = {"student_id": ANA, "ends": MARCH_12}
    _, link, _ = invite("family", by="one", seconded_by="two", **scope)
    waits, _, _ = invite("family", by="one", **scope)
    assert client.get(f"/invited/{link}/").status_code == 200
    monkeypatch.setattr("makegood.web.people.invite.today", lambda: MARCH_12 + dt.timedelta(days=1))
    answer = Client(headers=HERE).get(f"/invited/{link}/")
    assert answer.status_code == 404
    assert "what it gives has ended" in answer.content.decode()
    client.post(f"/as/{one.ref}/people/confirm/", {"invitation": waits.pk})
    waits.refresh_from_db()
    assert waits.seconded_by == ""
    page = text(client, f"/as/{one.ref}/people/")
    assert page.count("not used; the link ended on March 12, 2027.") == 2
