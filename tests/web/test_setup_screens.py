"""Set-up in a real browser, from the one-time link on, with nothing but the screen to guide."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyotp
from tests.web.browser import NARROWEST, WIDE, complaints, served, visit
from tests.web.conftest import ROOT


@contextmanager
def begun(chromium: Any, data: Path, use: str, *, lang: str, width: int) -> Iterator[Any]:
    """Serve an empty site, and yield a page on which its first person has just come in."""
    with served(data) as (address, _):
        link = re.search(r"/start/\S+", data.with_suffix(".log").read_text())
        assert link is not None
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=True, base_url=address
        )
        context.add_cookies([{"name": "makegood_language", "value": lang, "url": address}])
        page = context.new_page()
        page.goto(link[0])
        page.check(f"input[value={use}]")
        for name, value in (("name", "Ada"), ("login", "ada"), ("password", "four made up words")):
            page.fill(f"#{name}", value)
        go(page)
        yield page
        context.close()


def go(page: Any) -> None:
    page.locator("main .go").first.click()
    page.wait_for_load_state()
    assert complaints(page) == []


def test_a_parent_alone_comes_from_the_link_to_the_account(chromium: Any, tmp_path: Path) -> None:
    with begun(chromium, tmp_path / "site", "alone", lang="es", width=NARROWEST) as page:
        go(page)
        page.fill("#first", "2026-08-24")
        page.fill("#last", "2027-06-04")
        go(page)
        page.fill("#name", "Ana")
        page.fill("#words", "2 x 30 min weekly")
        go(page)
        assert "2 sesiones de 30 minutos" in page.locator("main").inner_text()
        go(page)
        assert "2 x 30 min weekly" in page.locator("main").inner_text()


def test_a_director_brings_the_exports_of_two_systems(chromium: Any, tmp_path: Path) -> None:
    with begun(chromium, tmp_path / "site", "district", lang="en", width=WIDE) as page:
        page.fill("#code", pyotp.TOTP(page.locator("code").first.inner_text().replace(" ", "")).now())
        page.locator("main button").click()
        page.goto("/")
        page.get_by_role("link", name="director").click()
        page.check("input[value=elsewhere]")
        go(page)
        page.get_by_role("link", name="Bring files").click()
        page.set_input_files(
            "#files", [str(path) for path in sorted((ROOT / "examples/director-exports").glob("*.csv"))]
        )
        go(page)
        # The example's README: ten students, one of them without any service; 110 rows of the log.
        assert "110" in page.locator("main").inner_text()
        page.get_by_role("button", name="Bring it in").click()
        assert page.get_by_role("heading", level=1).inner_text() == "It is on record"
        assert complaints(page) == []


def test_a_director_is_asked_whose_calendar_a_file_is(chromium: Any, demo_data: Path, tmp_path: Path) -> None:
    data = tmp_path / "site"
    shutil.copytree(demo_data, data)
    file = tmp_path / "closed.csv"
    file.write_text("Date,Title\n2027-04-16,Staff development day (no school)\n", encoding="utf-8")
    with (
        served(data, "--demo") as (address, _),
        visit(chromium, address, "director", lang="es", width=NARROWEST) as page,
    ):
        page.get_by_role("navigation").get_by_role("link").last.click()
        page.locator("main a[href$='/setup/next-year/']").click()
        page.locator("main a[href$='/bring/']").last.click()
        page.set_input_files("#files", str(file))
        go(page)
        question = page.locator("fieldset", has_text="¿De qué escuela es este calendario?")
        assert question.locator("label").all_inner_texts()[:2] == [
            "Maple Ridge Elementary School", "Maple Ridge Middle School",
        ]  # fmt: skip
        question.get_by_label("Maple Ridge Elementary").check()
        go(page)
        assert page.locator("fieldset").count() == 0
        page.get_by_role("button", name="Guardarlo").click()
        page.wait_for_load_state()
        assert page.get_by_role("heading", level=1).inner_text() == "Ya está en el registro"
        assert complaints(page) == []
