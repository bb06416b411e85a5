"""*Back* from the page that says why leads to the figure or the day that it was about, without scripts."""

import re
from typing import Any

import pytest
from tests.web.browser import NARROW, complaints, visit
from tests.web.cast import client_of, ref_of, relation


def back(page: Any) -> Any:
    """Go back by the page's own link; return what the address names, which is in view."""
    page.locator("main a", has_text="Back").first.click()
    page.wait_for_load_state()
    named = page.locator(f"#{page.evaluate('location.hash.slice(1)')}")
    box = named.bounding_box()
    assert box is not None, "it is shown"
    assert 0 <= box["y"] < 900
    return named


def test_back_from_a_figure_leads_to_the_figure_in_its_sum(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "piedraluna", width=NARROW, scripts=False) as page:
        page.locator("article summary").first.click()
        figure = page.locator("article .sum li").nth(2)
        says = figure.inner_text()
        figure.locator("a.why").click()
        page.wait_for_load_state()
        assert back(page).inner_text() == says
        assert page.evaluate("scrollY") > 0


def test_back_from_a_day_leads_to_its_row_and_from_a_figures_row_to_the_figures_page(
    chromium: Any, demo_site: str
) -> None:
    with visit(chromium, demo_site, "piedraluna", width=NARROW, scripts=False) as page:
        child = page.url
        for place in ("#missed ~ table", "#missed ~ details table"):
            page.goto(child)
            if "details" in place:
                page.locator("#missed ~ details summary").click()
            row = page.locator(f"{place} tbody tr").last
            says = row.locator("th").inner_text()
            row.locator("a.why").click()
            page.wait_for_load_state()
            assert back(page).locator("th").inner_text() == says
        page.goto(child)
        page.locator("article summary").first.click()
        page.locator("article .sum li", has_text="missed").last.locator("a.why").click()
        page.wait_for_load_state()
        figure = page.locator("h1").inner_text()
        row = page.locator("tbody tr").last
        says = row.locator("th").inner_text()
        row.locator("a.why").click()
        page.wait_for_load_state()
        assert back(page).locator("th").inner_text() == says
        assert page.locator("h1").inner_text() == figure


def test_no_anchor_is_twice_on_a_page(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "piedraluna") as page:
        page.locator("article summary").first.click()
        ids = page.eval_on_selector_all("[id]", "all => all.map(each => each.id)")
        assert len(ids) == len(set(ids))
        assert complaints(page) == []


@pytest.mark.usefixtures("district")
def test_an_address_that_names_no_figure_is_no_way_out() -> None:
    made = relation("rowan", "family", student_id="004312")
    child = f"/as/{made.ref}/child/{ref_of('students', student_id='004312')}/"
    miss = ref_of("sessions", session_id="L000535")
    client = client_of("rowan")
    for of in ("//elsewhere.example/", "javascript:alert(1)", f"{'2' * 20}.missed\n", '"><b>'):
        page = client.get(f"{child}why/{miss}/", {"of": of}).content.decode()
        (address,) = re.findall(r'<a href="([^"]*)">Back</a>', page)
        assert address == f"{child}?at={miss}#at-{miss}"
    assert client.get(child, {"at": '"><b>'}).status_code == 200
