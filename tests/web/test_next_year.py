"""The next school year by the page: its days are added, wrong ones are refused, and the page says what goes on."""

import re
from typing import Any

import pytest
from tests.web.cast import client_of, ref_of, relation
from tests.web.test_setup import CASELOAD, LOG, answer_all, named, send

from makegood.web.people.wanted import GIVEN
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding

MRE, MRM = "mre-2026-27", "mrm-2026-27"


def fields(calendar: str, first: str, last: str) -> dict[str, str]:
    ref = ref_of("terms", calendar_id=calendar, kind="year", start="2026-08-24")
    return {f"first-{ref}": first, f"last-{ref}": last}


def years(calendar: str) -> list[tuple[str, str]]:
    held = holding(MODELS["terms"]).filter(calendar_id=calendar, kind="year").order_by("start")
    return list(held.values_list("start", "end"))


def rows() -> int:
    """Return how many rows of terms were ever written, also those that a later version replaced."""
    return MODELS["terms"]._default_manager.count()


@pytest.fixture
def page(district: Any) -> tuple[Any, str]:
    del district
    made = relation("director", "director")
    return client_of("director"), f"/as/{made.ref}/setup/next-year/"


def test_a_director_adds_a_year_to_each_calendar_and_corrects_one(page: tuple[Any, str]) -> None:
    client, address = page
    before = rows()
    assert "School year 2026-27: August 24, 2026 to June 4, 2027" in client.get(address).content.decode()
    both = fields(MRE, "2027-08-23", "2028-06-02") | fields(MRM, "8/24/2027", "6/2/2028")
    # The example has 78 lines, of which 10 have a last day, those for the summer among them.
    assert "go on in the new year (68 on record)" in client.get(address).content.decode()
    assert client.post(address, both)["Location"] == address
    assert years(MRE) == [("2026-08-24", "2027-06-04"), ("2027-08-23", "2028-06-02")]
    assert years(MRM) == [("2026-08-24", "2027-06-04"), ("2027-08-24", "2028-06-02")]
    assert rows() == before + 2
    assert "The next year is on record" in client.get(address).content.decode()
    assert client.post(address, both).status_code == 302
    assert rows() == before + 2, "sent twice, it is written once"
    assert client.post(address, fields(MRE, "2027-08-30", "2028-06-02")).status_code == 302
    assert years(MRE)[1:] == [("2027-08-30", "2028-06-02")]
    assert rows() == before + 3, "a correction is a version; the first one stays on record"
    assert "The next year is on record." in client.get(address.replace("next-year/", "")).content.decode()


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("2027-06-04", "2028-06-02", "must begin after June 4, 2027"),
        ("2026-01-05", "2026-06-05", "must begin after June 4, 2027"),
        ("2028-06-02", "2027-08-23", "must come after the first"),
        ("2027-08-23", "", "Please give the first and the last day"),
        ("soon", "later", "Please give the first and the last day"),
        ("2027-08-23", "2029-06-02", "Please check the years"),
        ("2037-08-23", "2038-06-02", "Please check the years"),
    ],
)
def test_days_that_cannot_be_are_refused_in_a_sentence_and_nothing_is_written(
    page: tuple[Any, str], first: str, last: str, says: str
) -> None:
    client, address = page
    before = rows()
    answer = client.post(address, fields(MRE, first, last) | fields(MRM, "2027-08-24", "2028-06-02"))
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert "2027-08-24" in answer.content.decode(), "what was typed is still in the form"
    assert rows() == before, "not even the calendar whose days are right"


def test_an_empty_form_writes_nothing(page: tuple[Any, str]) -> None:
    client, address = page
    answer = client.post(address, {})
    assert answer.status_code == 400
    assert "please fill in the first and the last day" in answer.content.decode()


def test_the_next_year_overlaps_no_later_one_on_record(page: tuple[Any, str]) -> None:
    from makegood.web.records.write import add

    for first, last in (("2027-08-23", "2028-06-02"), ("2028-08-21", "2029-06-01")):
        add("terms", {"calendar_id": MRE, "kind": "year", "start": first, "end": last}, by="test")
    before = rows()
    answer = page[0].post(page[1], fields(MRE, "2027-08-23", "2028-08-21"))
    assert answer.status_code == 400
    assert "on record from August 21, 2028 to June 1, 2029" in answer.content.decode()
    assert rows() == before


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize("kind", ["administrator", "case_manager", "school_leader"])
def test_who_brings_nothing_in_adds_no_year(kind: Any) -> None:
    made = relation("other", kind, school_id="MRE" if kind == "school_leader" else "")
    before = rows()
    client, address = client_of("other"), f"/as/{made.ref}/setup/next-year/"
    assert client.get(address).status_code == 404
    assert client.post(address, fields(MRE, "2027-08-23", "2028-06-02")).status_code == 404
    assert rows() == before


@pytest.mark.usefixtures("empty")
def test_after_the_year_its_calendar_and_its_lines_come_in_by_the_same_screens() -> None:
    made = relation("director", "director")
    client, address = client_of("director"), f"/as/{made.ref}/setup/next-year/"
    page = client.get(address).content.decode()
    assert "No school year is on record yet" in page
    sent = send(client, made, named(LOG.replace("XQ", "TA"), "log.csv"), named(CASELOAD, "caseload.csv"))
    answer_all(client, sent["Location"])
    assert client.post(f"{sent['Location']}write/").status_code == 200
    page = client.get(address).content.decode()
    # The one line of the list ends on June 4, 2027, as the year does.
    assert "end by June 4, 2027: 1." in page
    assert "without a last day: 0." in page
    names = re.findall(r'name="((?:first|last)-[^"]+)"', page)
    assert client.post(address, dict(zip(names, ("2027-08-23", "2028-06-02"), strict=True))).status_code == 302
    days = "Date,Event\n08/23/2027,First day of school\n09/06/2027,Labor Day - no school\n"
    lines = CASELOAD.replace("8/24/2026,6/4/2027", "8/23/2027,6/2/2028")
    sent = send(client, made, named(days, "calendar 2027.csv"), named(lines, "caseload 2027.csv"))
    answer_all(client, sent["Location"])
    done = client.post(f"{sent['Location']}write/")
    assert done.status_code == 200, done.content.decode()
    assert list(holding(MODELS["calendar"]).values_list("date", "kind")) == [("2027-09-06", "holiday")]
    assert list(holding(MODELS["services"]).order_by("start").values_list("start", "end")) == [
        ("2026-08-24", "2027-06-04"),
        ("2027-08-23", "2028-06-02"),
    ]
    assert holding(MODELS["terms"]).count() == 2


@pytest.mark.usefixtures("district")
def test_the_set_up_says_how_many_people_there_are_and_leads_to_whom_one_may_invite() -> None:
    made = relation("director", "director")
    client = client_of("director")
    page = client.get(f"/as/{made.ref}/setup/").content.decode()
    assert "People with an account: 1" in page
    assert f"/as/{made.ref}/people/" in page
    assert f"/as/{made.ref}/people/invite/" in page
    relation("second", "administrator")
    page = client.get(f"/as/{made.ref}/setup/").content.decode()
    assert "People with an account: 2" in page


@pytest.mark.usefixtures("district")
def test_schools_and_providers_are_chosen_by_name_and_no_child_is_in_a_list() -> None:
    made = relation("keeper", "administrator")
    client, address = client_of("keeper"), f"/as/{made.ref}/people/invite/"
    page = "".join(client.get(f"{address}?kind={kind}").content.decode() for kind in GIVEN)
    assert '<option value="MRE">Maple Ridge Elementary School</option>' in page
    assert '<option value="P01">Ingrid Thistledown, SLP</option>' in page
    assert "004312" not in page
    refused = client.post(address, {"kind": "therapist", "ends": "2027-06-04", "called": "Quill"})
    assert refused.status_code == 400
    assert 'value="2027-06-04"' in refused.content.decode()
    assert 'value="Quill"' in refused.content.decode()
    assert client.post(address, {"kind": "therapist", "provider_id": "P01"}).status_code == 200
