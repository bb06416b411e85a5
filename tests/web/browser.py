"""A real Chromium before a real server, for tests of screens; they are skipped, and say so, where there is none."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
WIDE, NARROW, NARROWEST = 1280, 390, 320


def free_port() -> int:
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def served(data: Path, *more: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Serve a site, and yield its address and the process; it is ended afterwards with all that it started."""
    port = free_port()
    log = data.with_suffix(".log")
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", "from makegood.cli.main import run; run()", "serve", "--data", str(data),
             "--port", str(port), *more],
            stdout=out, stderr=subprocess.STDOUT, text=True, start_new_session=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
    try:
        until = time.monotonic() + 60
        while "localhost" not in log.read_text():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
        yield f"http://localhost:{port}", process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a demonstration, and a copy of its folder from before anybody used it."""
    from makegood.web.backup import copy

    made = tmp_path_factory.mktemp("demo")
    with served(made / "site", "--demo") as (address, _):
        (made / "unused").mkdir()
        copy(made / "site", made / "unused")
        yield address, made / "unused"


@pytest.fixture(scope="session")
def demo_site(demo: tuple[str, Path]) -> str:
    """The address of a demonstration."""
    return demo[0]


@pytest.fixture(scope="session")
def demo_data(demo: tuple[str, Path]) -> Path:
    """The folder of a demonstration that nobody has used; a test serves a copy of it."""
    return demo[1]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: this page was not looked at in a browser (scripts/browser installs one)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def visit(chromium: Any, site: str, login: str, *, lang: str = "en", width: int = WIDE, scripts: bool = True) -> Any:
    """Open a page as a made-up person of the demonstration."""
    from makegood.web.demo import PASSWORD

    context = chromium.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=scripts, base_url=site, locale=lang
    )
    context.add_cookies([{"name": "makegood_language", "value": lang, "url": site}])
    page = context.new_page()
    page.goto("/sign-in/")
    page.fill("#login", login)
    page.fill("#password", PASSWORD)
    page.locator("main button").click()
    page.wait_for_load_state()
    yield page
    context.close()


def main_pages(page: Any) -> Iterator[tuple[str, str]]:
    """Yield the pages of a person's menu, and the first child's page that they lead to, by their headings."""
    links = page.eval_on_selector_all("nav a[href]", "all => all.map(a => a.getAttribute('href'))")
    links.append(page.evaluate("location.pathname"))
    seen: set[str] = set()
    for link in links:
        page.goto(link)
        child = page.locator("main a[href*='/child/']:not([href*='/today/'])").first
        if child.count():
            links.append(child.get_attribute("href").partition("#")[0])
        address = page.evaluate("location.pathname")
        name = "a child's page" if "/child/" in address else page.locator("h1").first.inner_text()
        if name not in seen:
            seen.add(name)
            yield name, address
        if "/child/" in address:
            return


AXE = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")


def complaints(page: Any) -> list[str]:
    """Return what axe finds on a page, and whether it is wider than its window."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE}; 1")
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then(all => all.violations)")
    return [f"{each['id']}: {each['nodes'][0]['html'][:100]}" for each in found] + too_wide(page)


def too_wide(page: Any) -> list[str]:
    """Return whether a page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return ["the page is wider than its window"] if wide else []
