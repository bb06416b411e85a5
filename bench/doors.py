"""How fast the site is: `python -m bench.doors FOLDER` makes a site of a folder of records and asks it for pages.

Pages are asked for in this process, without a network: the time is the server's.
"""

import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from makegood.web.migrate import begin, bring_up_to_date
from makegood.web.site import Site

_PASSWORD = "made up words for a bench"  # noqa: S105 - of made-up people
_PAGES = 200
_PEOPLE, _MISTYPE = 200, 20
_YEAR, _TO_MARCH = dt.timedelta(weeks=52), dt.timedelta(weeks=24)
"""Back to the same weekday a year before, and from the end of August to the middle of March."""
_LAST_BEFORE = "2026-06-12"
"""The last day of the year before, in the made-up district of `bench.planner.folder district`."""


def main(folder: Path) -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as made:
        site = Site(Path(made) / "site", demo=True)
        begin(site)
        bring_up_to_date()
        _bring(folder)
        size = site.records.stat().st_size
        print(f"| the database | {size / 1e6:,.0f} MB | |")
        _pages()
        two_years()
        _sums()
        _sign_ins()


def _bring(folder: Path) -> None:
    from makegood.web.clock import DEMO_DAY
    from makegood.web.records.bring import bring

    brought = _timed("bringing the folder in", lambda: bring(folder, by="bench", named="", as_of=DEMO_DAY))
    if brought.batch is None:
        sys.exit("this folder cannot be brought in: makegood check says why")
    print(f"| rows | {sum(brought.new.values()):,} | |")


def _timed(what: str, do: Callable[[], Any]) -> Any:
    wall, own = time.perf_counter(), time.process_time()
    value = do()
    print(f"| {what} | {time.perf_counter() - wall:.1f} s | {time.process_time() - own:.1f} s |")
    return value


def _client(kind: Any, **scope: Any) -> tuple[str, Any]:
    from django.test import Client

    from makegood.web.clock import now
    from makegood.web.people.models import Person, Relation

    login = f"{kind}{Person.objects.count()}"
    person = Person(login=login, name="Bench", made_at=now())
    person.set_password(_PASSWORD)
    person.save()
    made = Relation.objects.create(
        person=person, kind=kind, begins=dt.date(2026, 6, 1), granted_by="a", granted_at=now(), seconded_by="b", **scope
    )
    client = Client(headers={"Host": "localhost"})
    _must(client.post("/sign-in/", {"login": login, "password": _PASSWORD}), HTTPStatus.FOUND)
    return f"/as/{made.ref}", client


def _pages() -> None:
    from makegood.web.records.models import MODELS
    from makegood.web.records.versions import holding

    draw = random.Random(1)  # noqa: S311 - no secret
    director, client = _client("director")
    refs = list(holding(MODELS["students"]).values_list("ref", flat=True))
    _shares("a child's page", (lambda r=ref: client.get(f"{director}/child/{r}/") for ref in draw.sample(refs, _PAGES)))
    providers = draw.sample(list(holding(MODELS["providers"]).values_list("provider_id", flat=True)), 40)
    days = [_client("therapist", provider_id=provider) for provider in providers]
    _shares("a therapist's day", (lambda b=base, c=theirs: c.get(f"{b}/today/") for base, theirs in days))


def two_years() -> None:
    """Give some children the log of the year before too, and ask for their pages."""
    from makegood.web.clock import now
    from makegood.web.records.ids import new_ref
    from makegood.web.records.models import MODELS
    from makegood.web.records.versions import holding

    about = {"entered_at": now(), "entered_by": "bench"}
    students = random.Random(2).sample(list(holding(MODELS["students"])), _PAGES)  # noqa: S311 - no secret
    for term in list(holding(MODELS["terms"]).filter(kind="year")):
        cells = {"calendar_id": term.calendar_id, "kind": "year", "name": "The year before"}
        days = {"start": _before(term.start, _YEAR), "end": _before(term.end, _YEAR)}
        MODELS["terms"](ref=new_ref(), **cells, **days, **about).save()
    names = ("service_id", "date", "minutes_delivered", "minutes_planned", "provider_id", "start_time", "reason")
    made = []
    for student in students:
        services = list(holding(MODELS["services"]).filter(student_id=student.student_id))
        rows = holding(MODELS["sessions"]).filter(service_id__in=[each.service_id for each in services])
        for row in rows.values(*names):
            # A log ends in March; its first weeks once more are the rest of the year before.
            for back in (_YEAR, _TO_MARCH):
                day = _before(row["date"], back)
                if back == _YEAR or day <= _LAST_BEFORE:
                    cells = row | {"date": day, "session_id": f"B{len(made):07d}"}
                    made.append(MODELS["sessions"](ref=new_ref(), **cells, **about))
    MODELS["sessions"]._default_manager.bulk_create(made, batch_size=2_000)  # noqa: SLF001 - Django's own way
    print(f"| rows of the year before, of {_PAGES} children | {len(made):,} | |")
    director, client = _client("director")
    asked = (lambda r=each.ref: client.get(f"{director}/child/{r}/") for each in students)
    _shares("a child's page, with two years of log", asked)


def _before(day: str, back: dt.timedelta) -> str:
    return (dt.date.fromisoformat(day) - back).isoformat()


def _shares(what: str, asked: Iterable[Callable[[], Any]]) -> None:
    walls, own = [], []
    for n, ask in enumerate(asked):
        wall, begun = time.perf_counter(), time.process_time()
        answer = ask()
        # The first one loads what all need.
        if n:
            walls.append(1000 * (time.perf_counter() - wall))
            own.append(1000 * (time.process_time() - begun))
        _must(answer, HTTPStatus.OK)
    for name, times in (("by the clock", walls), ("processor", own)):
        cuts = statistics.quantiles(times, n=20)
        print(f"| {what}, {name} | median {statistics.median(times):.0f} ms | p95 {cuts[-1]:.0f} ms |")


def _must(answer: Any, code: HTTPStatus) -> None:
    if answer.status_code != code:
        sys.exit(f"a page answered {answer.status_code}")


def _sums() -> None:
    from makegood.web.kept.worker import once
    from makegood.web.records.models import MODELS
    from makegood.web.records.versions import holding

    def all_of_them() -> None:
        while once():
            pass

    _timed("counting every child again, by the worker", all_of_them)
    director, client = _client("director")
    school = holding(MODELS["schools"]).first().ref
    _shares("a school's page", (lambda: client.get(f"{director}/school/{school}/") for _ in range(20)))
    _shares("the sums of the district", (lambda: client.get(f"{director}/sums/") for _ in range(20)))


def _sign_ins() -> None:
    from django.test import Client

    from makegood.web.clock import now
    from makegood.web.people.models import Person

    for n in range(_PEOPLE):
        person = Person(login=f"staff{n}", name="Bench", made_at=now())
        person.set_password(_PASSWORD)
        person.save()

    def sign_in() -> None:
        for n in range(_PEOPLE):
            client = Client(headers={"Host": "localhost"})
            words = ["mistyped words"] if n < _MISTYPE else []
            got = [client.post("/sign-in/", {"login": f"staff{n}", "password": p}) for p in (*words, _PASSWORD)]
            _must(got[-1], HTTPStatus.FOUND)

    _timed(f"{_PEOPLE} people sign in, {_MISTYPE} of them mistype", sign_in)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
