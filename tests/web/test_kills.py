"""The server is killed again and again while people log: every entry that was acknowledged is there afterwards."""

import http.client
import http.cookiejar
import os
import re
import shutil
import signal
import sqlite3
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

from tests.web.browser import served

from makegood.web.demo import PASSWORD

KILLS = int(os.environ.get("MAKEGOOD_KILLS", "2"))
"""How often the server is killed; `make walk` does it 100 times. Each start takes some seconds."""


class Therapist:
    """Somebody who taps *given*, *undo* and *missed* for as long as the server answers."""

    def __init__(self, site: str) -> None:
        self.site = site
        opener = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.open = urllib.request.build_opener(opener).open
        page = self.get("/sign-in/")
        page = self.post("/sign-in/", page, login="ingrid", password=PASSWORD)
        found = re.search(r"/as/(\w+)/today/", page)
        assert found is not None
        self.day = f"/as/{found[1]}/today/"

    def get(self, path: str) -> str:
        """Return a page."""
        text: str = self.open(self.site + path, timeout=10).read().decode()
        return text

    def post(self, path: str, page: str, **form: str) -> str:
        """Send a form of a page, and return the page that answers."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], **form}).encode()
        request = urllib.request.Request(self.site + path, data, headers={"Referer": self.site})  # noqa: S310 - our own
        text: str = self.open(request, timeout=10).read().decode()
        return text

    def tap(self, n: int) -> str:
        """Note one session, and return the form's id once that was acknowledged."""
        page = self.get(self.day)
        slot, seen = re.findall(r'name="slot" value="(\w+\.510)"><input type="hidden" name="seen" value="(\w*)"', page)[
            0
        ]
        posted = f"kill{os.getpid()}x{n}x{time.monotonic_ns()}"
        what = ("given", "student_absent", "school_activity")[n % 3]
        self.post(f"{self.day}2027-03-12/note/", page, slot=slot, seen=seen, what=what, posted=posted)
        return f"{posted}-0"


def test_every_acknowledged_entry_is_there_after_kills(demo_data: Path, tmp_path: Path) -> None:
    data = tmp_path / "site"
    acknowledged: list[str] = []
    shutil.copytree(demo_data, data)
    for n in range(KILLS):
        with served(data, "--demo") as (site, process):
            therapist, stop = Therapist(site), threading.Event()

            def log(therapist: Therapist = therapist, stop: threading.Event = stop, first: int = 1000 * n) -> None:
                while not stop.is_set():
                    try:
                        acknowledged.append(therapist.tap(first := first + 1))
                    except (OSError, http.client.HTTPException, IndexError):
                        return

            tapping = threading.Thread(target=log)
            tapping.start()
            before, until = len(acknowledged), time.monotonic() + 20
            while len(acknowledged) == before and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep((n % 5) * 0.17)
            os.killpg(process.pid, signal.SIGKILL)
            stop.set()
            tapping.join(timeout=20)
    raw = sqlite3.connect(data / "site.sqlite3")
    kept = [posted for (posted,) in raw.execute("SELECT posted FROM sessions WHERE posted IS NOT NULL")]
    (whole,) = raw.execute("PRAGMA integrity_check").fetchone()
    raw.close()
    assert whole == "ok"
    assert len(acknowledged) >= KILLS
    assert set(acknowledged) <= set(kept)
    # What was begun and not acknowledged may be there, but nothing is there twice.
    assert len(kept) == len(set(kept))


def test_a_server_whose_starter_was_killed_gives_its_port_back(demo_data: Path, tmp_path: Path) -> None:
    shutil.copytree(demo_data, tmp_path / "site")
    with served(tmp_path / "site", "--demo") as (site, process):
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(site, timeout=2).read()  # noqa: S310 - our own
            except OSError:
                return
            time.sleep(0.2)
    raise AssertionError("it still answers")
