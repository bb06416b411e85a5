"""Who may see what: every route, relation and method against the declared table, with ids that do not fit together."""

import datetime as dt
import functools
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from tests.web.access_page import PAGE, page
from tests.web.cast import BEGINS, HERE, client_of, ref_of, relation
from tests.web.conftest import MARCH_12

from makegood.web.access.table import ANYBODY, BRINGS, HALF, OWN_LETTERS, SIGNED_IN, TABLE
from makegood.web.people.kinds import ABOUT, KINDS, Kind
from makegood.web.people.models import CaseloadChild, Relation
from makegood.web.setup.reading import refresh
from makegood.web.setup.work import Work, begin

pytestmark = pytest.mark.usefixtures("district")

MINE, OTHER = "004312", "003206"
"""A child of the elementary school, and one of the middle school whom none of the cast but the district may see."""
SCOPES: dict[Kind, dict[str, str]] = {
    "family": {"student_id": MINE},
    "therapist": {"provider_id": "P01"},
    "contractor": {"provider_id": "P01"},
    "case_manager": {},
    "school_leader": {"school_id": "MRE"},
    "director": {},
    "administrator": {},
    "alone": {},
    "therapist_alone": {},
}
SERVICE_OF = {MINE: "SV007", OTHER: "SV074"}
NOWHERE = "z" * 20
ROUTES = [each for each in get_resolver().url_patterns if isinstance(each, URLPattern)]
NAMED = {str(each.name): tuple(each.pattern.converters) for each in ROUTES}
"""What the address of each route names."""
UNDER_WAY: dict[str, Work] = {}
"""By relation, an import that waits."""


def routes() -> list[str]:
    assert len(ROUTES) == len(get_resolver().url_patterns), "a route is included from elsewhere: walk it too"
    return list(NAMED)


# The example is brought in once, so its refs are the same for all tests.
example_ref = functools.cache(ref_of)


def address(route: str, of: Relation, child: str = MINE, school: str = "MRE", thing: str = "") -> str:
    """Return the address of a route for a relation; what a route does not name is left out."""
    known = {
        "relation": lambda: of.ref,
        "somebody": lambda: of.person.ref,
        "right": lambda: of.ref,
        "child": lambda: example_ref("students", student_id=child),
        "school": lambda: example_ref("schools", school_id=school),
        "thing": lambda: thing or example_ref("sessions", session_id="L001978"),
        "date": lambda: MARCH_12,
        "figure": lambda: f"{example_ref('services', service_id=SERVICE_OF[child])}.missed",
        "link": lambda: "nothing",
        "upload": lambda: upload_of(of),
        "kind": lambda: letter_of(of.kind),
    }
    return reverse(route, kwargs={name: known[name]() for name in NAMED[route]})


def letter_of(kind: str) -> str:
    """Return a letter that a relation may write and enter as given; anybody else asks for one that is not theirs."""
    if kind in OWN_LETTERS:
        return "records_request"
    return "records_answer" if kind == "school_leader" else "missed_notice"


def upload_of(of: Relation) -> str:
    """Return an import under way of a relation, of a file in which everything is known."""
    found = UNDER_WAY.get(of.ref)
    if found is None or not found.folder.exists():
        found = UNDER_WAY[of.ref] = begin(of.ref)
        (found.folder / "files" / "log.csv").write_text("Date,Student,Service,Minutes\n2026-10-12,Ana E.,speech,30\n")
        if of.kind in BRINGS:
            refresh(found)
    return found.ref


def cast(kind: Kind, **more: object) -> tuple[Relation, Client]:
    made = relation(kind, kind, **SCOPES[kind], **more)
    if kind == "case_manager":
        CaseloadChild.objects.create(relation=made, student_id=MINE, begins=BEGINS)
    return made, client_of(kind)


def pages_of_relations() -> Iterator[tuple[str, Kind, str]]:
    for route, rule in TABLE.items():
        if rule.is_of_relations:
            for kind in KINDS:
                for method in ("GET", "POST", "PUT", "DELETE"):
                    yield route, kind, method


def test_every_route_is_declared_and_every_declaration_is_a_route() -> None:
    assert set(routes()) == set(TABLE)


def test_the_page_on_access_says_what_the_table_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.web.access_page"


def test_an_undeclared_route_is_not_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(TABLE, "children")
    made, client = cast("family")
    client.raise_request_exception = False
    assert client.get(f"/as/{made.ref}/children/").status_code == 500


@pytest.mark.parametrize("kind", KINDS)
def test_each_relation_gets_the_pages_that_the_table_gives_it_and_no_other(kind: Kind) -> None:
    made, client = cast(kind)
    for route, of, method in pages_of_relations():
        if of != kind:
            continue
        rule = TABLE[route]
        answer = client.generic(method, address(route, made))
        if method not in rule.methods:
            expected = {405}
        elif kind not in rule.methods[method]:
            expected = {404}
        elif method == "GET":
            expected = {200, 302}
        else:
            # An empty form reaches its view, which refuses it in its own way; an import in which nothing is left to
            # be asked is written by it, and the page says so.
            expected = {200} if route == "bring_write" else {302, 400, 404}
        assert answer.status_code in expected, (route, kind, method, answer.status_code)


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_gets_a_page_as_somebody_else(kind: Kind) -> None:
    made, _ = cast(kind)
    relation("stranger", "family", student_id=OTHER)
    stranger, nobody = client_of("stranger"), Client(headers=HERE)
    for route, rule in TABLE.items():
        if rule.is_of_relations:
            for method in rule.methods:
                assert stranger.generic(method, address(route, made)).status_code == 404, (route, method)
                answer = nobody.generic(method, address(route, made))
                assert (answer.status_code, answer["Location"]) == (302, "/sign-in/"), (route, method)


@pytest.mark.parametrize("kind", ["family", "therapist", "contractor", "case_manager", "school_leader"])
def test_another_child_another_school_and_ids_that_do_not_belong_together_are_not_here(kind: Kind) -> None:
    made, client = cast(kind)
    missing = client.get(f"/as/{made.ref}/child/{NOWHERE}/")
    foreign = [client.get(address("child", made, child=OTHER)), client.get(address("why", made, child=OTHER))]
    # A session of another child under one's own child, a service of another child, and the reverse.
    of_other = ref_of("sessions", session_id="L000206")
    service = ref_of("services", service_id="SV074")
    foreign += [
        client.get(address("why", made, thing=of_other)),
        client.get(address("why", made, thing=f"{service}.2027-02-18")),
        client.get(address("why", made, thing=f"{ref_of('services', service_id='SV007')}.2027-02-30")),
        client.get(f"/as/{made.ref}/child/{ref_of('sessions', session_id='L001978')}/"),
        client.get(address("figure", made, child=OTHER)),
        client.get(address("child", made) + f"figure/{service}.missed/"),
        client.get(address("child", made) + f"figure/{ref_of('services', service_id='SV007')}.nothing/"),
        client.get(address("notes", made, child=OTHER)),
        client.get(address("statement", made, child=OTHER)),
        client.post(address("notes", made, child=OTHER)),
        client.get(address("letters", made, child=OTHER)),
        client.get(address("letter", made, child=OTHER)),
        client.post(address("letter", made, child=OTHER), {"what": "pdf"}),
        client.get(address("given", made, child=OTHER)),
        client.post(address("given", made, child=OTHER)),
        client.post(address("take_back", made, child=OTHER), {"row": "offers.x", "why": "x"}),
        client.get(address("offers", made, child=OTHER)),
        client.post(address("offers", made, child=OTHER)),
        client.get(address("closed", made, school="MRM")),
        client.post(address("closed", made, school="MRM"), {"day": "2027-03-12", "kind": "weather_closure"}),
        client.get(address("school", made, school="MRM")),
        client.get(address("empty_slots", made, school="MRM")),
    ]
    assert missing.status_code == 404
    for answer in foreign:
        assert answer.status_code == 404
        assert _bare(answer.content) == _bare(missing.content)


def _bare(page: bytes) -> bytes:
    """Return a page without the form's own secret and its address."""
    import re

    return re.sub(rb'(name="csrfmiddlewaretoken" value|name="back" value)="[^"]*"', b"", page)


def test_one_parent_does_not_get_in_by_the_other_parents_relation() -> None:
    one = relation("one", "family", student_id=MINE)
    other = relation("other", "family", student_id=MINE)
    client = client_of("one")
    assert client.get(address("child", one)).status_code == 200
    assert client.get(address("child", other)).status_code == 404


HOLDS_NOT: dict[str, dict[str, object]] = {
    "ended": {"ends": MARCH_12 - dt.timedelta(days=31)},
    "not begun": {"begins": MARCH_12 + dt.timedelta(days=1)},
    "not confirmed": {"confirmed": False},
    "barred by an order": {"rights": "none"},
    "ended before it began, today": {"begins": MARCH_12, "ends": MARCH_12 - dt.timedelta(days=1)},
    "ended before it began, to begin later": {
        "begins": MARCH_12 + dt.timedelta(days=9),
        "ends": MARCH_12 + dt.timedelta(days=1),
    },
}


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (kind, why)
        for kind in KINDS
        for why in HOLDS_NOT
        # One person alone has nobody who could confirm anything.
        if not (ABOUT[kind].alone and why == "not confirmed")
    ],
)
def test_a_relation_that_does_not_hold_opens_nothing(kind: Kind, why: str) -> None:
    more = HOLDS_NOT[why]
    made, client = cast(kind, **more)
    for route, of, method in pages_of_relations():
        if of == kind and method in TABLE[route].methods:
            assert client.generic(method, address(route, made)).status_code == 404, (route, method)


def test_for_thirty_days_after_its_end_a_therapist_may_complete_dates_inside_the_relation() -> None:
    ended = MARCH_12 - dt.timedelta(days=10)
    made, client = cast("therapist", ends=ended)
    assert client.get(f"/as/{made.ref}/today/").status_code == 200
    assert client.get(f"/as/{made.ref}/today/{ended}/").status_code == 200
    assert client.get(f"/as/{made.ref}/today/{ended + dt.timedelta(days=1)}/").status_code == 404
    assert client.get(address("child", made)).status_code == 404


def test_rights_of_two_relations_do_not_add_up() -> None:
    made = relation("both", "family", student_id=OTHER)
    work = relation("both", "therapist", provider_id="P01")
    client = client_of("both")
    assert client.get(address("child", made, child=OTHER)).status_code == 200
    assert client.get(address("child", work)).status_code == 200
    assert client.get(address("child", made, child=MINE)).status_code == 404
    assert client.get(address("child", work, child=OTHER)).status_code == 404


def test_the_list_of_children_and_the_question_about_one_agree() -> None:
    from makegood.web.access import scope
    from makegood.web.records.models import MODELS
    from makegood.web.records.versions import holding

    every = list(holding(MODELS["students"]).values_list("ref", flat=True))
    for kind in KINDS:
        made, _ = cast(kind)
        listed = {child.ref for child in scope.children(made, MARCH_12)}
        assert {ref for ref in every if scope.child(made, MARCH_12, ref)} == listed
    assert len(every) == 46


def test_who_is_not_signed_in_gets_no_page_but_the_way_in() -> None:
    made, _ = cast("family")
    client = Client(headers=HERE)
    for route, rule in TABLE.items():
        for method, who in rule.methods.items():
            answer = client.generic(method, address(route, made))
            if who in {SIGNED_IN, HALF}:
                assert answer["Location"] == "/sign-in/", route
            elif who == ANYBODY:
                assert answer.status_code in {200, 302, 400, 404}, route


def test_a_read_of_a_childs_page_is_recorded_and_the_family_sees_those_of_contractors() -> None:
    from makegood.web.access.models import Reading

    mine, family = cast("family")
    theirs, contractor = cast("contractor")
    school, leader = cast("school_leader")
    for made, client in ((theirs, contractor), (school, leader), (mine, family)):
        assert client.get(address("child", made)).status_code == 200
    assert client.get(address("child", mine, child=OTHER)).status_code == 404
    assert list(Reading.objects.order_by("pk").values_list("kind", "student_id", "route")) == [
        ("contractor", MINE, "child"), ("school_leader", MINE, "child"), ("family", MINE, "child"),
    ]  # fmt: skip
    page = family.get(address("child", mine)).content.decode()
    assert "March 12, 2027: Contractor" in page
    assert "School_Leader" not in page
