"""What holds for every answer: nothing inline, nothing kept, nothing from elsewhere, this machine only."""

import logging
import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.cast import HERE, client_of, ref_of, relation

from makegood.web.safety import BareErrors

pytestmark = pytest.mark.usefixtures("district")


def pages() -> list[tuple[str, str]]:
    """Return the pages of some relations, by address, and their text."""
    family = relation("family", "family", student_id="004312")
    therapist = relation("therapist", "therapist", provider_id="P01")
    leader = relation("leader", "school_leader", school_id="MRE")
    child = ref_of("students", student_id="004312")
    school = ref_of("schools", school_id="MRE")
    why = reverse(
        "why", kwargs={"relation": family.ref, "child": child, "thing": ref_of("sessions", session_id="L001978")}
    )
    wanted = {
        "family": [f"/as/{family.ref}/child/{child}/", why],
        "therapist": [f"/as/{therapist.ref}/today/", f"/as/{therapist.ref}/children/"],
        "leader": [f"/as/{leader.ref}/school/{school}/", f"/as/{leader.ref}/school/{school}/nothing-on-record/"],
    }
    found = []
    for login, addresses in wanted.items():
        client = client_of(login)
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200
            assert answer["Cache-Control"] == "no-store"
            assert "unsafe" not in answer["Content-Security-Policy"]
            assert answer["X-Robots-Tag"].startswith("noindex")
            found.append((address, answer.content.decode()))
    return found


def test_no_page_has_inline_style_or_script_or_loads_anything_from_elsewhere() -> None:
    for address, page in pages():
        assert not re.search(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", page), address
        for loaded in re.findall(r'(?:src|href)="([^"]+)"', page):
            outside = loaded.startswith("http") and f'<a href="{loaded}" rel="noreferrer noopener">' in page
            assert loaded.startswith(("/", "#", "?")) or outside, (address, loaded)


def test_no_name_is_in_a_title_or_an_address() -> None:
    for address, page in pages():
        title = re.search(r"<title>(.*?)</title>", page)
        assert title is not None
        for name in ("Percival", "Dapplestone", "004312"):
            assert name not in title[1]
            assert name not in address


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "Via", "X-Real-IP"])
def test_what_came_through_a_proxy_is_refused(header: str) -> None:
    assert Client(headers={**HERE, header: "1.2.3.4"}).get("/sign-in/").status_code == 400


def test_another_host_and_another_machine_are_refused() -> None:
    assert Client(headers={"Host": "makegood.example.org"}).get("/sign-in/").status_code == 400
    assert Client(headers=HERE, REMOTE_ADDR="192.0.2.7").get("/sign-in/").status_code == 400
    assert Client(headers=HERE).get("/sign-in/").status_code == 200


def test_a_form_of_another_site_writes_nothing() -> None:
    made = relation("family", "family", student_id="004312")
    client = client_of("family")
    strict = Client(enforce_csrf_checks=True, headers=HERE)
    strict.cookies = client.cookies
    assert strict.post("/sign-out/").status_code == 403
    assert client.get(f"/as/{made.ref}/", follow=True).status_code == 200


def test_signing_out_has_the_browser_forget() -> None:
    relation("family", "family", student_id="004312")
    client = client_of("family")
    answer = client.post("/sign-out/")
    assert "cache" in answer["Clear-Site-Data"]
    assert client.get("/")["Location"] == "/sign-in/"


def test_an_error_names_its_place_and_no_value() -> None:
    failure = ValueError("Percival Dapplestone")
    record = logging.LogRecord("x", logging.ERROR, "", 0, "%s", ("Percival",), (ValueError, failure, None))
    assert BareErrors().filter(record)
    assert logging.Formatter().format(record) == "ValueError"
