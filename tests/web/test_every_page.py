"""Every declared page of every made-up person, wide and narrow: axe finds nothing, and all can be tapped.

Spanish words are the longer ones. `make walk` reads all of it in English too, with axe at both widths.
"""

import os
import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.web.browser import NARROWEST, WIDE, complaints, too_wide, visit

from makegood.web.access.table import TABLE

PEOPLE = {
    "ingrid": "therapist",
    "dapplestone": "family",
    "linden": "school_leader",
    "director": "director",
    "keeper": "administrator",
}
EVERYTHING = os.environ.get("MAKEGOOD_EVERY_PAGE") == "all"
if EVERYTHING:
    # A contractor's pages are a therapist's, and a case manager's are a director's.
    PEOPLE |= {"tobias": "contractor", "casey": "case_manager"}
LANGUAGES = ("en", "es") if EVERYTHING else ("es",)
READ: set[tuple[str, bool]] = set()
"""What axe has read: a route, and whether as family."""
_TARGETS = """[...document.querySelectorAll('a,button,summary,input,select,textarea')].filter(each => {
  const box = each.getBoundingClientRect();
  const inline = each.tagName === 'A' && getComputedStyle(each).display === 'inline';
  return box.width && box.height && !inline && !each.closest('.vh,.skip') && each.type !== 'hidden'
    && !each.classList.contains('skip') && (box.width < 24 || box.height < 24);
}).map(each => each.outerHTML.slice(0, 80))"""
# The Enter key presses the first button of a form. Where something is typed and several buttons do different things, it
# must be one that writes nothing.
_ENTER = """[...document.querySelectorAll('main form')].filter(form => {
  const first = form.querySelector('button'), all = [...form.querySelectorAll('button[name]')];
  const typed = form.querySelector('input:not([type=hidden],[type=radio],[type=checkbox],[type=file])');
  return typed && first.name && new Set(all.map(each => each.value)).size > 1
    && !first.classList.contains('vh') && first.value !== 'show' && first.name !== 'look';
}).map(form => form.outerHTML.slice(0, 80))"""
_NAMES = """[...document.querySelectorAll('main button:not(.vh)')].filter(each => each.offsetParent !== null)
  .map(each => each.textContent.replace(/\\s+/g, ' ').trim())"""


def walk(page: Any, look_at: Callable[[str], None]) -> set[str]:
    """Look at a page of each route that the links of pages lead to, walking from the first page; return the routes."""
    from django.urls import resolve

    found: set[str] = set()
    left = [page.evaluate("location.pathname")]
    while left:
        address = left.pop()
        name = str(resolve(address.partition("?")[0]).url_name)
        key = f"{name}?" if "?" in address else name
        if key in found:
            continue
        found.add(key)
        page.goto(address)
        pages = "main a[href]:not([download]), nav a[href]"
        links = page.eval_on_selector_all(pages, "all => all.map(a => a.getAttribute('href'))")
        # The first link of a page is walked first: of the letters, the first is one that can be entered as given.
        left += [link.partition("#")[0] for link in reversed(links) if re.match(r"/as/", link)]
        look_at(key)
    return found


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("login", PEOPLE)
def test_every_declared_page_is_sound(chromium: Any, demo_site: str, login: str) -> None:
    kind = PEOPLE[login]
    wanted = {name for name, rule in TABLE.items() if rule.is_of_relations and kind in rule.methods.get("GET", ())}
    said: list[str] = []
    for lang in LANGUAGES:
        with visit(chromium, demo_site, login, lang=lang) as page:

            def look_at(name: str, page: Any = page, lang: str = lang) -> None:
                said.extend(looked_at(page, name, lang, as_family=kind == "family"))

            found = walk(page, look_at)
        # A first page only leads on, and so does a list of one; `test_setup_screens` brings files in; a statement is a
        # file.
        assert wanted - found <= {"as", "schools", "children", "bring_look", "statement"}
    assert said == []


def looked_at(page: Any, name: str, lang: str, *, as_family: bool) -> list[str]:
    """Return what is wrong with a page, wide and narrow. Staff see one page of a child, so axe reads it once."""
    said: list[str] = []
    assert page.locator("html").get_attribute("lang") == lang
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    names = page.evaluate(_NAMES)
    if name not in {"closed", "people"}:
        said += [f"twice {each!r}" for each in {n for n in names if names.count(n) > 1}]
    said += [f"the Enter key chooses: {each}" for each in page.evaluate(_ENTER)]
    for width in (WIDE, NARROWEST):
        page.set_viewport_size({"width": width, "height": 900})
        new = EVERYTHING or (width == NARROWEST and (name, as_family) not in READ)
        said += [f"{width}: {each}" for each in (complaints(page) if new else too_wide(page))]
        said += [f"{width}: smaller than 24 px: {each}" for each in page.evaluate(_TARGETS)]
    READ.add((name, as_family))
    return [f"{name} {lang} {each}" for each in said]
