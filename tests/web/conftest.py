"""A real site in a folder of its own: its databases are made once and put back before each test."""

import atexit
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Here, so that all files share one browser and one demonstration.
from tests.web.browser import chromium, demo, demo_data, demo_site

from makegood.web.migrate import begin, bring_up_to_date
from makegood.web.people.hashing import Argon2
from makegood.web.site import ASIDE, RECORDS, Site

__all__ = ["chromium", "demo", "demo_data", "demo_site"]

ROOT = Path(__file__).parents[2]
# A process serves one site, and its models can be imported only once it is named: so it is named before any test is.
SITE = Site(Path(tempfile.mkdtemp(prefix="makegood-tests-")), demo=True)
atexit.register(shutil.rmtree, SITE.data, ignore_errors=True)
begin(SITE)
# The browser of the tests has an event loop in this thread, and Django would refuse its database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# Made-up people's passwords need not cost a thief anything; `test_backup` reads one that was kept at its full cost.
Argon2.time_cost, Argon2.memory_cost = 1, 8
MARCH_12 = dt.date(2027, 3, 12)


def close() -> None:
    from django.db import connections

    for connection in connections.all():
        connection.close()


def take(into: Path, kept: Path) -> None:
    close()
    kept.mkdir(exist_ok=True)
    for name in (RECORDS, ASIDE):
        shutil.copy(into / name, kept / name)


def put_back(into: Path, kept: Path) -> None:
    close()
    for name in (RECORDS, ASIDE):
        for left in into.glob(f"{name}*"):
            left.unlink()
        shutil.copy(kept / name, into / name)
    shutil.rmtree(into / "uploads", ignore_errors=True)


@pytest.fixture(scope="session")
def made() -> Site:
    """A site with its tables."""
    bring_up_to_date()
    take(SITE.data, SITE.data / "empty")
    return SITE


@pytest.fixture(scope="session")
def filled(made: Site) -> Site:
    """The same with the example district's records."""
    from makegood.web.records.bring import bring

    put_back(made.data, made.data / "empty")
    brought = bring(ROOT / "examples" / "maple-ridge", by="test", named="Maple Ridge", as_of=MARCH_12)
    assert brought.batch is not None
    take(made.data, made.data / "filled")
    return made


@pytest.fixture
def empty(made: Site) -> Iterator[Site]:
    put_back(made.data, made.data / "empty")
    yield made
    close()


@pytest.fixture
def district(filled: Site) -> Iterator[Site]:
    put_back(filled.data, filled.data / "filled")
    yield filled
    close()
