"""The main pages of each person at 200 percent and with letters of twice the size, and as they are printed.

At 400 percent a window of 1280 px is as narrow as the narrowest one of `test_every_page`.
"""

import os
from typing import Any

import pytest
from tests.web.browser import WIDE, main_pages, too_wide, visit

EVERYTHING = os.environ.get("MAKEGOOD_EVERY_PAGE") == "all"
PEOPLE = ("ingrid", "dapplestone", "linden", *(("director", "casey", "keeper") if EVERYTHING else ()))
LETTER = 720
"""The width of a sheet of letter paper with margins of half an inch, in CSS pixels."""
_SEEN = (
    "all => all.filter(each => each.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})).length"
)
_CUT = """width => [...document.querySelectorAll('main *')]
  .filter(each => each.checkVisibility() && !each.closest('.vh') && each.getBoundingClientRect().right > width + 1)
  .map(each => each.outerHTML.slice(0, 80))"""


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("login", PEOPLE)
def test_the_main_pages_can_be_enlarged_without_scrolling_sideways(chromium: Any, demo_site: str, login: str) -> None:
    wrong: list[str] = []
    with visit(chromium, demo_site, login, lang="es") as page:
        pages = list(main_pages(page))
        assert pages
        for name, address in pages:
            # A window of 1280 px enlarged; then letters of twice the size, as they can be chosen in a browser.
            for what, width, letters in (("200%", WIDE // 2, 16), ("large letters", WIDE, 32)):
                page.set_viewport_size({"width": width, "height": 450})
                page.goto(address)
                page.evaluate(f"document.documentElement.style.fontSize = '{letters}px'")
                assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == letters * 17 / 16
                page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
                wrong += [f"{name} at {what}: {each}" for each in too_wide(page)]
    assert wrong == []


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("login", ["dapplestone", "piedraluna"])
def test_a_childs_page_prints_whole_and_without_what_can_only_be_tapped(
    chromium: Any, demo_site: str, login: str
) -> None:
    with visit(chromium, demo_site, login, width=LETTER) as page:
        rows = page.locator("table tbody tr")
        on_screen, every = rows.evaluate_all(_SEEN), rows.count()
        assert on_screen < every, "on the screen the earlier ones are folded up"
        page.emulate_media(media="print")
        assert rows.evaluate_all(_SEEN) == every
        for tapped in ("header nav", "header form", "main form", "main .btn", "a.skip"):
            assert page.locator(tapped).evaluate_all(_SEEN) == 0, tapped
        assert page.locator("h1").evaluate_all(_SEEN) == 1
        assert page.evaluate(_CUT, LETTER) == []
        assert too_wide(page) == []
