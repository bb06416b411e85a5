"""A scripted person notes a day of 30: taps and time are counted; by keyboard alone too, and on a narrow phone."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.browser import NARROW, NARROWEST, served, visit

MOST_TAPS = 42
_MORE = """
import sys
from pathlib import Path
from makegood.web.migrate import begin
from makegood.web.site import Site
begin(Site(Path(sys.argv[1]), demo=True))
from makegood.web.records.write import add
own = ("SV001", "SV002", "SV003", "SV004", "SV006", "SV007")
for n in range(1, 18):
    start = f"{14 + n // 6}:{n % 6 * 10:02}"
    add("schedule", {"service_id": own[n % 6], "weekday": "Friday", "start_time": start, "minutes": "10",
                     "provider_id": "P01", "from": "2027-03-12"}, by="test")
"""


@pytest.fixture
def site(demo_data: Path, tmp_path: Path) -> Iterator[str]:
    """A demonstration in which the therapist has 30 sessions today: 13 of the example, of which five are a group."""
    data = tmp_path / "site"
    shutil.copytree(demo_data, data)
    subprocess.run([sys.executable, "-c", _MORE, str(data)], check=True)
    with served(data, "--demo") as (address, _):
        yield address


def test_a_day_of_thirty_takes_at_most_42_taps(chromium: Any, site: str, record_property: Any) -> None:
    taps = 0
    with visit(chromium, site, "ingrid", width=NARROWEST) as page:

        def tap(what: Any) -> None:
            nonlocal taps
            what.click()
            page.wait_for_load_state()
            taps += 1

        begun = time.monotonic()
        # The last six sessions of the day: four are missed, two are short.
        for n, start in enumerate(("4:00", "4:10", "4:20", "4:30", "4:40", "4:50")):
            line = page.locator("ul.day > li", has=page.locator(".time", has_text=f"{start} p.m."))
            tap(line.locator("details.panel > summary"))
            if n > 3:
                tap(line.locator("label", has_text="5").first)
            tap(line.get_by_role("button", name="Child absent"))
        while (group := page.get_by_role("button", name="All here")).count():
            tap(group.first)
        while (given := page.locator("ul.day > li > .acts button.go")).count():
            tap(given.first)
        tap(page.get_by_role("button", name="Sign the day"))
        seconds = time.monotonic() - begun
        text = page.locator("main").inner_text()
        assert "Everything is noted." in text
        assert (text.count("✕"), text.count("◐"), text.count("✓")) == (4, 2, 24)
    record_property("taps", taps)
    record_property("seconds at 400 ms a tap", round(taps * 0.4 + seconds, 1))
    print(f"{taps} taps, {seconds:.1f} s for the pages, {taps * 0.4 + seconds:.1f} s with 400 ms a tap")
    assert taps <= MOST_TAPS


def test_a_session_is_noted_and_the_day_signed_by_keyboard_alone(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "tobias") as page:

        def go_to(words: str) -> None:
            for _ in range(400):
                page.keyboard.press("Tab")
                if page.evaluate("document.activeElement.textContent").strip().startswith(words):
                    return
            raise AssertionError(words)

        before = page.locator("main").inner_text().count("✓")
        go_to("Given")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator("main").inner_text().count("✓") == before + 1
        go_to("Sign the day")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.get_by_role("button", name="Sign the day").count() == 0


def test_the_enter_key_of_a_number_notes_no_reason(chromium: Any, demo_site: str) -> None:
    """On a phone that key says "Go": it must not press the first reason, which would be "Child absent"."""
    with visit(chromium, demo_site, "ingrid", width=NARROW) as page:
        line = page.locator("ul.day > li", has=page.locator(".time", has_text="11:15 a.m."))
        line.locator("details.panel > summary").click()
        with page.expect_navigation():
            line.locator("[name=other]").press("1")
            line.locator("[name=other]").press("Enter")
        assert (
            "Please choose why it was shorter or missed. Nothing was saved."
            in page.locator("[role=alert]").inner_text()
        )
        assert "Amadou C., 11:15 a.m." in page.locator("[role=alert] a").inner_text()
        assert line.locator("[name=other]").input_value() == "1"
        assert line.locator(".state").count() == 0
        # A note that was signed says why it is changed: that key there changes nothing either.
        signed = page.locator("ul.day > li", has=page.locator(".time", has_text="12:15 p.m."))
        was = signed.locator(".state").inner_text()
        signed.locator("details.panel > summary").click()
        with page.expect_navigation():
            signed.locator("[name=why]").first.fill("Two rows were mixed up.")
            signed.locator("[name=why]").first.press("Enter")
        assert signed.locator(".state").inner_text() == was
        assert signed.locator("[name=why]").first.input_value() == "Two rows were mixed up."


def test_the_enter_key_of_a_day_closes_no_school(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "linden") as page:
        page.get_by_role("link", name="Close the school").click()
        with page.expect_navigation():
            page.locator("[name=day]").press("Enter")
        assert "Nothing was saved." in page.locator("[role=alert]").inner_text()
        assert page.get_by_role("button", name="Take this back").count() == 0
