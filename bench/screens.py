"""How fast the site's pages are in a browser on an old laptop: `python -m bench.screens`.

The example district is served on this machine; Chromium's processor is slowed down four times, and its cache is empty
at the first load. Bytes are as they came over the line; the site answers on its own machine only and packs nothing, so
what a page would come to if it were packed is measured beside it.
"""

import gzip
import statistics
import tempfile
from pathlib import Path
from typing import Any

from django.urls import resolve
from playwright.sync_api import sync_playwright
from tests.web.browser import CHROMIUM, WIDE, main_pages, served, visit

from makegood.web.migrate import begin
from makegood.web.site import Site

_SLOWER = 4
_TIMES = 5
_PEOPLE = ("ingrid", "dapplestone", "linden", "casey", "director", "keeper")
_PAINTED = """() => new Promise(done => {
  const [page] = performance.getEntriesByType('navigation');
  new PerformanceObserver(seen => {
    const paint = seen.getEntriesByName('first-contentful-paint')[0];
    if (paint) setTimeout(() => done([page.responseEnd, paint.startTime, page.loadEventEnd]), 50);
  }).observe({type: 'paint', buffered: true});
})"""


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as made:
        # The words of made-up people are read by Django, so it is set up here too.
        begin(Site(Path(made) / "here", demo=True))
        _measure(Path(made) / "site")


def _measure(data: Path) -> None:
    with served(data, "--demo") as (site, _), sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        print("| page | as | first load, KB | later, KB | packed, KB | answered, ms | first seen, ms | loaded, ms |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        for login in _PEOPLE:
            with visit(chromium, site, login, width=WIDE) as page:
                for _, address in list(main_pages(page)):
                    print(f"| {resolve(address).url_name} | {login} | {_measured(page, address)} |", flush=True)
        chromium.close()


def _measured(page: Any, address: str) -> str:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    came: list[float] = []
    session.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    first, times = [], []
    for _ in range(_TIMES):
        session.send("Network.clearBrowserCache")
        came.clear()
        page.goto(address)
        times.append(page.evaluate(_PAINTED))
        first.append(sum(came))
    came.clear()
    answer = page.goto(address)
    page.evaluate(_PAINTED)
    later, packed = sum(came), len(gzip.compress(answer.body()))
    session.detach()
    shown = [f"{statistics.median(each):,.0f}" for each in zip(*times, strict=True)]
    return " | ".join([f"{statistics.median(first) / 1e3:.1f}", f"{later / 1e3:.1f}", f"{packed / 1e3:.1f}", *shown])


if __name__ == "__main__":
    main()
