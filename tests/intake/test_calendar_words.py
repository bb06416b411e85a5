"""What titles of calendar entries become. Each title is made up, in the manner of districts' public calendars."""

import csv
import time
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from makegood.intake.calendar_signs import read_signs
from makegood.intake.calendar_text import bare, plain, singular, words_of
from makegood.intake.calendar_words import sense_of

with (Path(__file__).parent / "calendar_titles.csv").open(encoding="utf-8") as lines:
    TITLES = [(row["title"], row["becomes"]) for row in csv.DictReader(lines)]
CLEAR = [(title, becomes) for title, becomes in TITLES if becomes not in {"ask", "nothing"}]
WORDS = tomllib.loads(files("makegood.intake").joinpath("calendar_words.toml").read_text(encoding="utf-8"))
PHRASES = [
    (f"{sign}.{name}" if sign == "grades" else sign, phrase)
    for sign, lists in WORDS.items()
    for name, text in lists.items()
    for phrase in text.replace("\n", "|").split("|")
    if phrase
]


def becomes(title: str) -> str:
    """Return what a title becomes: a kind without a question, `ask`, `named` or `nothing`."""
    sense = sense_of(title)
    return {"clear": str(sense.kind), "ask": "ask", "named": "named", "left_out": "nothing"}[sense.verdict]


def test_no_title_is_wrong_without_a_word() -> None:
    wrong = [
        (title, expected, found)
        for title, expected in TITLES
        if (found := becomes(title)) not in {"ask", "named", expected}
    ]
    assert len(TITLES) == 301
    assert wrong == []


def test_few_titles_are_asked_about_without_need() -> None:
    asked = [title for title, expected in TITLES if expected != "ask" and becomes(title) == "ask"]
    named = [title for title, expected in TITLES if expected != "nothing" and becomes(title) == "named"]
    assert asked == ["Spring Break, March 15-19"], "its dates may be others than the entry's"
    assert named == []


@pytest.mark.parametrize("more", [" - Brackenmoor", " at Brackenmoor", " (Elementary)", " MS/HS", "?", " - staff only"])
def test_a_clear_title_is_asked_about_once_it_may_be_for_some_or_in_doubt(more: str) -> None:
    assert [title for title, _ in CLEAR if becomes(title + more) not in {"ask", "named"}] == []


@pytest.mark.parametrize(
    ("title", "grades"),
    [
        ("No School - Grades 6-8", "6;7;8"),
        ("No School, 5th-12th grade", "5;6;7;8;9;10;11;12"),
        ("Early Release K-2", "K;1;2"),
        ("No School Pre-K", "PK"),
        ("No School for Kindergarten", "K"),
        ("No school for grades 9, 10 and 12", "9;10;12"),
        ("No School PreK-1", "PK;TK;K;1"),
        ("No hay clases de 6 a 8 grado", "6;7;8"),
        ("Late Start - 9th & 10th graders", "9;10"),
        ("No School - Seniors", "12"),
        ("No School MS/HS", "?"),
        ("No School except ECP", "?"),
        ("No School except K-2", "?"),
        ("No School K-5, Early Dismissal 6-12", "?"),
        ("Elementary Early Dismissal", "?"),
        ("No School - Staff only", "?"),
        ("No School PK-12", ""),
        ("No School", ""),
    ],
)
def test_grades_are_proposed_where_they_can_be_read_and_asked_for_where_not(title: str, grades: str) -> None:
    sense = sense_of(title)
    assert ";".join(sense.grades) == grades
    assert sense.verdict == ("ask" if grades else "clear")


@pytest.mark.parametrize("sign", dict.fromkeys(sign for sign, _ in PHRASES))
def test_every_phrase_of_the_table_is_read_as_its_sign(sign: str) -> None:
    for phrase in (phrase for each, phrase in PHRASES if each == sign):
        signs = read_signs(phrase)
        if sign.startswith("grades."):
            assert signs.grades == [sign.removeprefix("grades.")], phrase
        else:
            assert sign in signs or sign == "plain", phrase


def test_no_phrase_stands_under_two_signs() -> None:
    signs: dict[tuple[str, ...], set[str]] = {}
    for sign, phrase in PHRASES:
        signs.setdefault(tuple(map(singular, words_of(plain(phrase)))), set()).add(sign)
    assert [phrase for phrase, both in signs.items() if len(both) > 1] == []


@pytest.mark.parametrize("mark", ["'", "\u2019", "\u02bc", "`", "\u2032", "\u00e2\u20ac\u2122", ""])
def test_an_apostrophe_of_any_kind_or_none_changes_nothing(mark: str) -> None:
    assert becomes(f"Veteran{mark}s Day - No School") == "holiday"
    assert becomes(f"New Year{mark}s Day") == "ask"
    assert becomes(f"Teachers{mark} Institute - No School") == "in_service"


@pytest.mark.parametrize(
    ("title", "category", "expected"),
    [
        ("Professional Development Days", "no-school", "in_service"),
        ("Diwali", "No School", "holiday"),
        ("Book Fair", "no-school", "named"),
        ("Founders Day", "No School", "ask"),
        ("No School", "High School", "ask"),
        ("No School", "Athletics: game", "ask"),
        ("No School", "early-dismissal", "ask"),
        ("Early Dismissal", "no-school", "ask"),
        ("Labor Day - District Closed", "holiday", "holiday"),
        ("Delayed Opening", "school", "delayed_start"),
        ("First Day of School", "first-day", "nothing"),
        ("Return from Winter Break", "Holiday", "named"),
    ],
)
def test_a_category_supports_or_questions_what_the_title_says(title: str, category: str, expected: str) -> None:
    sense = sense_of(title, [category])
    assert {"clear": sense.kind, "left_out": "nothing"}.get(sense.verdict, sense.verdict) == expected


def test_a_description_decides_nothing_but_has_an_entry_named() -> None:
    assert sense_of("Teacher Workday", (), "No school today").verdict == "ask"
    assert sense_of("No School", (), "early dismissal at noon") == sense_of("No School")
    assert sense_of("Grandparents visit", (), "No school for students").verdict == "named"
    assert sense_of("Grandparents visit", (), "Bring a chair").verdict == "left_out"


def test_a_title_that_names_another_weekday_is_asked_about() -> None:
    assert sense_of("No School Friday", weekdays=[4]).verdict == "clear"
    assert sense_of("No School Friday", weekdays=[3]).verdict == "ask"


def test_words_that_were_not_read_are_named() -> None:
    assert sense_of("No School - Brackenmoor").unread == ("brackenmoor",)


@pytest.mark.parametrize("part", ["no ", "K-", "9, ", "<", "<a ", "&#", "http://", "1/2 ", "at ", "grade 1,", "\u00e9"])
def test_an_endless_title_is_read_in_no_time(part: str) -> None:
    title = part * (200_000 // len(part))
    start = time.perf_counter()
    sense_of(bare(title))
    # A fair reading takes hundredths of a second; one that tries each part again takes minutes.
    assert time.perf_counter() - start < 5
