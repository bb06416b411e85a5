"""Every declared page of every made-up person, in both languages, wide and narrow: axe finds nothing."""

import re
from typing import Any

import pytest
from tests.web.browser import NARROWEST, WIDE, complaints, visit

from makegood.web.access.table import TABLE

PEOPLE = {
    "ingrid": "therapist",
    "tobias": "contractor",
    "dapplestone": "family",
    "linden": "school_leader",
    "director": "director",
    "casey": "case_manager",
    "keeper": "administrator",
}
_TARGETS = """[...document.querySelectorAll('a,button,summary,input,select,textarea')].filter(each => {
  const box = each.getBoundingClientRect();
  const inline = each.tagName === 'A' && getComputedStyle(each).display === 'inline';
  return box.width && box.height && !inline && !each.closest('.vh,.skip') && each.type !== 'hidden'
    && !each.classList.contains('skip') && (box.width < 24 || box.height < 24);
}).map(each => each.outerHTML.slice(0, 80))"""
_NAMES = """[...document.querySelectorAll('main button')].filter(each => each.offsetParent !== null)
  .map(each => each.textContent.replace(/\\s+/g, ' ').trim())"""


def routes_by_page(page: Any) -> dict[str, str]:
    """Return an address for each route that the links of pages lead to, walking from the first page."""
    from django.urls import resolve

    found: dict[str, str] = {}
    left = [page.evaluate("location.pathname")]
    while left:
        address = left.pop()
        name = str(resolve(address.partition("?")[0]).url_name)
        key = f"{name}?" if "?" in address else name
        if key in found:
            continue
        found[key] = address
        page.goto(address)
        links = page.eval_on_selector_all("main a[href], nav a[href]", "all => all.map(a => a.getAttribute('href'))")
        left += [link.partition("#")[0] for link in links if re.match(r"/as/", link)]
    return found


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("login", PEOPLE)
def test_every_declared_page_is_sound_in_both_languages_and_widths(chromium: Any, demo_site: str, login: str) -> None:
    kind = PEOPLE[login]
    with visit(chromium, demo_site, login) as page:
        found = routes_by_page(page)
    wanted = {name for name, rule in TABLE.items() if rule.is_of_relations and kind in rule.methods.get("GET", ())}
    # A first page only leads on, and so does a list of one.
    assert wanted - set(found) <= {"as", "schools", "children"}
    said: list[str] = []
    for lang in ("en", "es"):
        for width in (WIDE, NARROWEST):
            with visit(chromium, demo_site, login, lang=lang, width=width) as page:
                for name, address in found.items():
                    page.goto(address)
                    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
                    about = f"{name} {lang} {width}"
                    said += [f"{about}: {each}" for each in complaints(page)]
                    said += [f"{about}: smaller than 24 px: {each}" for each in page.evaluate(_TARGETS)]
                    names = page.evaluate(_NAMES)
                    if name not in {"closed", "people"}:
                        said += [f"{about}: twice {each!r}" for each in {n for n in names if names.count(n) > 1}]
    assert said == []
