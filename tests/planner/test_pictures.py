"""Weeks before and after, and a debt that falls, counted by hand from the small district."""

import datetime as dt
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from tests.plans.a_plan import plan
from tests.plans.small_instance import HOUSE, PLAN, minute

from makegood.planner.figures import by_provider, by_student, weeks
from makegood.planner.pictures import child_week, provider_week
from makegood.planner.pictures.debt_falling import debt_falling
from makegood.planner.pictures.facts import Facts
from makegood.planner.pictures.timetable import Block, Timetable
from makegood.planner.pictures.timetable_svg import in_words, timetable_svg
from makegood.plans.instance import Session

MONDAY = dt.date(2027, 3, 1)
WHOLE = plan(*PLAN)


def spans(blocks: tuple[Block, ...], kind: str, day: int) -> list[str]:
    return [block.span for block in blocks if block.kind == kind and block.date.day == day]


def of_p1(pinned: tuple[Session, ...] = ()) -> Timetable:
    instance = replace(HOUSE, pinned=pinned)
    return provider_week.provider_week(Facts(instance, WHOLE), "P1", MONDAY, by_provider(WHOLE.sessions)["P1"][MONDAY])


def of_s1() -> Timetable:
    return child_week.child_week(Facts(HOUSE, WHOLE), "S1", MONDAY, by_student(WHOLE.sessions)["S1"][MONDAY])


def test_a_provider_s_free_time_stands_before_and_what_is_left_of_it_after() -> None:
    week = of_p1()
    assert spans(week.before, "regular", 1) == spans(week.after, "regular", 1) == ["08:00 to 08:30"]
    assert spans(week.before, "free", 1) == ["08:30 to 12:00"]
    assert spans(week.before, "make_up", 1) == []
    assert spans(week.after, "make_up", 1) == ["09:00 to 09:30", "10:00 to 10:30"]
    assert spans(week.after, "free", 1) == ["08:30 to 09:00", "09:30 to 10:00", "10:30 to 12:00"]


def test_a_provider_s_rows_that_touch_are_one_block_and_a_regular_session_parts_another() -> None:
    week = of_p1()
    assert spans(week.before, "free", 2) == ["09:00 to 11:00"]
    assert spans(week.before, "regular", 5) == ["10:00 to 10:30"]
    assert spans(week.after, "free", 5) == ["09:30 to 10:00", "10:30 to 12:00"]


def test_weekly_time_is_not_free_on_a_day_without_school_and_dated_time_is() -> None:
    facts = Facts(HOUSE, WHOLE)
    # Wednesday 10 March has no school: P3's weekly row does not hold, P1's row for that date does.
    assert spans(provider_week.provider_week(facts, "P3", dt.date(2027, 3, 8), []).before, "free", 10) == []
    assert spans(provider_week.provider_week(facts, "P3", dt.date(2027, 3, 8), []).before, "free", 9) != []
    assert spans(provider_week.provider_week(facts, "P1", dt.date(2027, 3, 8), []).before, "free", 10) != []


def test_a_week_has_five_days_and_a_saturday_only_where_something_stands_on_it() -> None:
    assert [day.day for day in of_p1().days] == [1, 2, 3, 4, 5, 6]
    assert [day.day for day in of_s1().days] == [1, 2, 3, 4, 5]


def test_what_is_agreed_stands_before_the_plan_too() -> None:
    week = of_p1(pinned=(PLAN[0],))
    agreed = [(block.date.day, block.span) for block in week.before if block.kind == "agreed"]
    assert PLAN[0].provider_id == "P1"
    assert agreed == [(PLAN[0].date.day, "09:00 to 09:30")]
    assert spans(week.after, "make_up", 1) == ["10:00 to 10:30"]


def test_a_child_s_week_shows_what_is_never_taken_and_what_is_open() -> None:
    week = of_s1()
    kept = [(block.label, block.span) for block in week.before if block.kind == "kept" and block.date.day == 1]
    assert sorted(kept) == [("lunch", "11:30 to 12:00"), ("protected", "15:30 to 16:00"), ("special", "10:00 to 10:15")]
    assert spans(week.before, "free", 1) == ["08:30 to 10:00", "10:15 to 11:30", "12:00 to 15:00"]
    assert spans(week.after, "free", 1) == ["08:30 to 09:00", "09:30 to 10:00", "10:15 to 11:30", "12:00 to 15:00"]
    assert spans(week.after, "make_up", 1) == spans(week.after, "make_up", 5) == ["09:00 to 09:30"]


def test_a_child_without_school_that_day_has_nothing_kept() -> None:
    wednesday = dt.date(2027, 3, 8)
    week = child_week.child_week(Facts(HOUSE, WHOLE), "S1", wednesday, by_student(WHOLE.sessions)["S1"][wednesday])
    assert [block.kind for block in week.after if block.date.day == 10] == ["make_up"]


def boxes(root: ET.Element) -> list[tuple[float, float]]:
    """Return where each block begins in the picture, and how tall it is."""
    shapes = " ".join(path.get("d") or "" for path in root.iter("path"))
    return [(float(y), float(tall)) for y, tall in re.findall(r"M\S+ ([0-9.]+)h[0-9.]+v([0-9.]+)h\S+?z", shapes)]


def test_the_drawing_has_a_block_for_each_block_and_says_so_in_words() -> None:
    week = of_p1()
    root = ET.fromstring(str(timetable_svg(week, "P1 & co", provider_week.NAMED, "k", after=True)))  # noqa: S314 - ours
    ids = {element.get("id") for element in root.iter()}
    assert set((root.get("aria-labelledby") or "").split()) <= ids
    assert root.find("title") is not None
    assert len(boxes(root)) == len(week.after)
    labels = [element.text for element in root.iter("text")]
    assert {"09:00", "1 student", "2 students"} <= set(labels)
    # Monday two make-ups, Friday one; regular: Monday, Wednesday, Friday.
    assert in_words(week.after, provider_week.NAMED).startswith(
        "make-up: 3 blocks, 90 minutes; regular session: 3 blocks, 90 minutes; free for make-ups: "
    )


@pytest.mark.parametrize(
    ("label", "shown"),
    # A day of five has 59 units for a label, twelve letters of 4.9.
    [("clase especi", "clase especi"), ("clase principal", "clase…"), ("Terapia del …", "Terapia del…"),
     ("fisioterapeuta", "fisioterape…")],
)  # fmt: skip
def test_a_label_never_runs_into_the_next_day(label: str, shown: str) -> None:
    block = Block(MONDAY, minute("09:00"), minute("10:00"), "kept", label)
    week = Timetable(monday=MONDAY, before=(block,), after=(block,))
    root = ET.fromstring(str(timetable_svg(week, "t", {}, "k", after=True)))  # noqa: S314 - ours
    (drawn,) = (group for group in root.iter("g") if group.get("class") == "on-light")
    assert [text.text for text in drawn] == [shown]


def test_a_block_stands_where_its_time_is() -> None:
    block = Block(MONDAY, minute("09:00"), minute("10:00"), "make_up")
    week = Timetable(monday=MONDAY, before=(Block(MONDAY, minute("08:00"), minute("11:00"), "free"),), after=(block,))
    root = ET.fromstring(str(timetable_svg(week, "t", provider_week.NAMED, "k", after=True)))  # noqa: S314 - ours
    ((top, tall),) = boxes(root)
    lines = [float(y) for path in root.iter("path") for y in re.findall(r"M\S+ ([0-9.]+)H", path.get("d") or "")]
    # Lines stand at 8, 9, 10 and 11 o'clock: the block fills the second hour.
    assert len(lines) == 4
    assert abs(top - lines[1]) < 0.2
    assert abs(tall - (lines[2] - lines[1])) < 0.2


def test_the_debt_falls_by_what_each_week_settles_and_no_week_is_left_out() -> None:
    # 30 + 30 + 30 + 30 + 30 minutes in the first week, 30 + 30 + 30 in the second.
    fallen = weeks(WHOLE, dt.date(2027, 3, 1), dt.date(2027, 3, 19))
    assert [(week.monday.day, week.settled, week.open) for week in fallen] == [(1, 150, 90), (8, 90, 0), (15, 0, 0)]


def test_the_picture_of_the_debt_begins_at_what_is_owed_and_shows_the_bound() -> None:
    fallen = weeks(WHOLE, dt.date(2027, 3, 1), dt.date(2027, 3, 12))
    root = ET.fromstring(str(debt_falling(fallen, 300, 250)))  # noqa: S314 - ours
    (line,) = root.iter("polyline")
    heights = [float(point.split(",")[1]) for point in (line.get("points") or "").split()]
    assert len(heights) == 3
    assert heights == sorted(heights)
    assert "fewer than 50 open" in "".join(root.itertext())


def test_a_plan_without_a_week_or_a_debt_can_be_drawn() -> None:
    assert ET.fromstring(str(debt_falling([], 0, 0))) is not None  # noqa: S314 - ours
    empty = Timetable(monday=MONDAY, before=(), after=())
    assert "Nothing stands in this week." in timetable_svg(empty, "t", provider_week.NAMED, "k", after=False)
