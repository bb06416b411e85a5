"""Each kind of what-if, applied to its folder: planning again finds the minutes that it showed, counted by hand.

5 October 2026 is a Monday. Of 80 minutes owed, S-1 at E has two misses of 30 and S-3 at W one of 20. P1 has half an
hour on one Saturday, so that 30 are planned today. The extended school year is 19 to 30 October: S-5 has a service in
it, with P2 on Mondays from 9:00 to 9:30; nobody else of W or E comes then.
"""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from tests.planner.agreed_folder import AS_OF, FIRST, LAST, PACK, TABLES
from tests.statements.small_folder import write

from makegood.answers.plan import PlanFacts, plan, plan_facts, scenarios
from makegood.intake import read_folder
from makegood.planner.what_if import Change, Scenario
from makegood.planner.what_if.changes import Contractor, Leave, LongerDay, Summer, Teletherapy, Vacancy, What

NINE, NINE_FORTY, ONE, TWO, FOUR = 540, 580, 780, 840, 960
MONDAY = dt.date(2026, 10, 19)
"""In summer."""
FOLDER = TABLES | {
    "terms": "calendar_id kind start end\nCAL year 2026-08-31 2026-10-16\nCAL esy 2026-10-19 2026-10-30",
    "services": "service_id student_id service_type minutes per delivery group_max provider_id start end esy\n"
    "A S-1 speech 30 week group 3 P1 2026-09-07 2026-10-02 no\n"
    "C S-3 speech 30 week individual 2 P2 2026-09-07 2026-10-02 no\n"
    "G S-5 speech 30 week individual - P2 2026-10-19 2026-10-30 yes",
    "providers": "provider_id service_types school_id employer hourly_cost by_video\n"
    "P1 speech E district 60.00 no\nP2 speech W - - no",
    "schedule": "service_id weekday start_time minutes\nG Monday 09:00 30",
    "sessions": "\n".join(row for row in TABLES["sessions"].splitlines() if not row.startswith("B")),
    "availability": "provider_id weekday date start end school_id\nP1 - 2026-10-10 09:00 09:30 E",
    "provider_absences": "provider_id date until",
}
AFTER_SCHOOL = "\nP1 - 2026-10-05 15:00 16:00 E\nP1 - 2026-10-12 15:00 16:00 E"
SUMMER = "\nP1 - 2026-10-19 09:00 09:40 -\nP2 - 2026-10-19 09:00 09:40 -"
HIRED = Contractor(service_types=("speech",), weekdays=(0,), start=ONE, end=TWO, name="C9")


def facts(folder: Path, last: dt.date = LAST, **more: str) -> PlanFacts:
    """Return what a plan of the folder is made from, with more rows in some tables."""
    folder.mkdir()
    tables = FOLDER | {name: FOLDER[name] + rows for name, rows in more.items()}
    as_of = dt.date.fromisoformat(AS_OF)
    records, _ = read_folder(write(folder, PACK, **tables), as_of=as_of)
    assert records is not None
    found = plan_facts(records, as_of, FIRST, last).value
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("what", "minutes", "rows", "last"),
    [
        # On Monday afternoon P1 has an hour after the last bell: both misses of S-1.
        (LongerDay(school="E", providers=("P1",), end=FOUR, weekdays=(0,)), 60, {"availability": AFTER_SCHOOL}, LAST),
        # Saturday is the 10th.
        (Vacancy(provider="P1"), 0, {"provider_absences": "\nP1 2026-10-05 2026-10-16"}, LAST),
        (
            Vacancy(provider="P1", from_=dt.date(2026, 10, 11)), 30,
            {"provider_absences": "\nP1 2026-10-11 2026-10-16"}, LAST,
        ),
        (
            Leave(provider="P1", until=dt.date(2026, 10, 11)), 0,
            {"provider_absences": "\nP1 2026-10-05 2026-10-11"}, LAST,
        ),
        # Both misses of S-1 at E; over a screen the one of S-3 at W too.
        (
            replace(HIRED, schools=("E",)), 60,
            {"providers": "\nC9 speech - Agency - no", "availability": "\nC9 Monday - 13:00 14:00 E"}, LAST,
        ),
        (
            Teletherapy(service_types=("speech",), weekdays=(0,), start=ONE, end=TWO, name="C9"), 80,
            {"providers": "\nC9 speech - Agency - yes", "availability": "\nC9 Monday - 13:00 14:00 -"}, LAST,
        ),
        # S-1 is at home and comes for 30. P2 has S-5 until 9:30, and ten minutes are too few for S-3's 20.
        (
            Summer(providers=("P1", "P2"), from_=MONDAY, until=MONDAY, weekdays=(0,), start=NINE, end=NINE_FORTY), 60,
            {"availability": SUMMER}, MONDAY,
        ),
    ],
)  # fmt: skip
def test_whoever_applies_a_what_if_and_plans_again_finds_what_it_showed(
    tmp_path: Path, what: What, minutes: int, rows: dict[str, str], last: dt.date
) -> None:
    today = facts(tmp_path / "today")
    tried = scenarios(today, [Scenario(name="It", changes=(Change(what=what),))]).value
    assert tried is not None
    made = plan(today, tried).value
    assert made is not None
    side = made.beside[0].comparison
    assert (side.today.planned, side.then.planned) == (30, minutes)
    applied = plan(facts(tmp_path / "applied", last, **rows)).value
    assert applied is not None
    assert applied.plan.summary.planned == minutes
    if isinstance(what, Summer):
        assert applied.facts.instance == tried[0].after


def test_hours_of_today_up_to_the_end_of_a_summer_are_no_gain_of_the_summer(tmp_path: Path) -> None:
    # On Saturday the 17th, after the plan's last day, P1 has time for the other 30 of S-1.
    today = facts(tmp_path / "today", availability="\nP1 - 2026-10-17 09:00 09:30 E")
    what = Summer(providers=("P1",), from_=MONDAY, until=MONDAY, weekdays=(0,), start=NINE, end=NINE_FORTY)
    tried = scenarios(today, [Scenario(name="It", changes=(Change(what=what),))]).value
    assert tried is not None
    made = plan(today, tried).value
    assert made is not None
    side = made.beside[0].comparison
    assert made.plan.summary.planned == 30
    assert (side.today.planned, side.then.planned, side.until) == (60, 60, MONDAY)
    assert "today is planned up to 2026-10-19 here" in " ".join(side.notes)
