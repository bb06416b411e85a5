"""The pages of a plan: whole in themselves, readable aloud, and each person's holds nobody else's week."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.plans.a_plan import plan, unplanned
from tests.plans.small_instance import HOUSE, PLAN
from tests.statements.test_statement_page import Page

from makegood.planner.pictures import page as of_page
from makegood.planner.pictures import telling_en, telling_es
from makegood.planner.pictures.page import pages
from makegood.planner.wording import Names
from makegood.plans.plan import Cover

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
COVER = Cover(school_id="A", service_type="speech", hours=1.25, cost=10050, minutes=60)
WHOLE = plan(*PLAN, left=(unplanned(45, student="S5"), unplanned(15, student="S5", decided=False)), cover=(COVER,))
HOSTILE = '"<script>alert(1)</script>&'


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return dict(pages(HOUSE, WHOLE, Names()))


def test_there_is_a_page_for_the_plan_and_for_each_person_in_it(made: dict[str, str]) -> None:
    assert sorted(made) == [
        "plan.html",
        "weeks/provider P1.html",
        "weeks/provider P2.html",
        *(f"weeks/student S{n}.html" for n in (1, 2, 3, 4, 5, 6)),
    ]


def test_the_pages_load_nothing_and_run_nothing(made: dict[str, str]) -> None:
    for text in made.values():
        page = Page(text)
        assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"}
        assert "@import" not in text
        assert all(place.startswith("#") for place in re.findall(r"url\(([^)]*)\)", text))
        assert not any("src" in attrs or any(name.startswith("on") for name in attrs) for _, attrs in page.tags)


def test_the_pages_have_headings_captions_scopes_and_described_pictures(made: dict[str, str]) -> None:
    for name, text in made.items():
        page = Page(text)
        assert page.of("html")[0]["lang"] == "en"
        assert len(page.of("h1")) == 1
        assert len(page.of("caption")) == len(page.of("table")) > 0
        assert all(cell.get("scope") for cell in page.of("th"))
        pictures = [svg for svg in page.of("svg") if svg.get("role") == "img"]
        # S5 has no make-up, so there is no week to draw.
        assert len(pictures) == len(page.of("desc"))
        assert bool(pictures) == (name != "weeks/student S5.html")
        assert not [svg for svg in page.of("svg") if svg.get("role") != "img" and svg.get("aria-hidden") != "true"]


def test_every_link_leads_to_a_place_or_page_that_is_there(made: dict[str, str]) -> None:
    for text in made.values():
        page = Page(text)
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        named = [word for _, attrs in page.tags for word in (attrs.get("aria-labelledby") or "").split()]
        links = [link["href"] or "" for link in page.of("a")]
        assert {*named, *(href[1:] for href in links if href.startswith("#"))} <= set(ids)
        assert {href.replace("%20", " ") for href in links if not href.startswith("#")} <= set(made)


def test_the_plan_s_page_says_the_figures(made: dict[str, str]) -> None:
    text = made["plan.html"]
    assert "240 of 300 open minutes have a place (80%)." in text
    assert "60 minutes of 1 student have no place yet." in text
    assert "15 of them wait for the IEP team" in text
    assert "$100.50" in text
    assert "Everybody with the credential is full." in text


def test_a_child_s_page_names_no_other_child(made: dict[str, str]) -> None:
    # S1 and S2 are together on Friday the 5th.
    text = made["weeks/student S1.html"]
    assert set(re.findall(r"\bS[1-8]\b", text)) == {"S1"}
    assert set(re.findall(r"\bS[1-8]\b", made["weeks/provider P2.html"])) == {"S4"}


def test_a_child_without_a_place_has_a_page_that_says_why_in_a_familys_words(made: dict[str, str]) -> None:
    text = made["weeks/student S5.html"]
    assert "None of the 60 minutes that are owed and open have a time in these weeks yet." in text
    assert "They stay owed." in text
    assert text.count("No time yet: everybody who may give this is full whenever the student is open.") == 2
    assert "* The IEP team has not said yet whether this is owed." in text
    assert "All 90 minutes that are owed and open have a time in these weeks." in made["weeks/student S1.html"]


def test_a_familys_page_tells_the_time_as_a_kitchen_clock_does(made: dict[str, str]) -> None:
    # S1 and S2 on Monday the 8th at 15:00, and S1 on the 1st at 9:00.
    assert "3:00 PM to 3:30 PM" in made["weeks/student S2.html"]
    assert "9:00 AM to 9:30 AM" in made["weeks/student S1.html"]
    assert not re.search(r"\b1[3-9]:\d\d", made["weeks/student S2.html"])
    assert "15:00 to 15:30" in made["weeks/provider P1.html"]


def test_the_plans_page_shows_each_childs_minutes_and_each_schools(made: dict[str, str]) -> None:
    text = made["plan.html"]
    assert "S5: none of 60 minutes have a place, 0 weeks with make-ups" in text
    assert "S1: all of 90 minutes have a place, 2 weeks with make-ups" in text
    assert "P1 may give it. No deadline is known." in text
    assert '<h2 id="schools">School by school</h2>' in text


def test_a_childs_page_speaks_spanish_throughout() -> None:
    made = dict(pages(HOUSE, WHOLE, Names(), lang="es"))
    for name, text in made.items():
        assert Page(text).of("html")[0]["lang"] == ("es" if "student" in name else "en")
    text = made["weeks/student S2.html"]
    said = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
    assert "Recuperaciones: S2" in said
    assert "3:00 p. m. a 3:30 p. m." in said
    assert not re.search(r"\b(the|week|minutes|with|and|make-ups?|speech|to|lunch)\b", said, re.IGNORECASE)
    assert {*telling_en.WORDS} - {*telling_es.WORDS} <= {
        "provider_about", "provider_note", "who_comes", "what_where", "held",
    }  # fmt: skip
    assert {*telling_en.REASONS} == {*telling_es.REASONS}
    assert {*telling_en.KINDS} == {*telling_es.KINDS}


def test_a_plan_of_many_leads_to_their_pages_instead_of_showing_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_page, "MOST_WEEKS", 2)
    monkeypatch.setattr(of_page, "MOST_LINES", 8)
    text = dict(pages(HOUSE, WHOLE, Names()))["plan.html"]
    assert 'class="week"' not in text
    assert '<a href="weeks/provider%20P1.html">P1</a>: 2 weeks with make-ups' in text
    assert '<a href="weeks/student%20S5.html">S5</a>: none of 60 minutes have a place' in text
    assert "<details" not in text


def test_an_empty_plan_has_a_page() -> None:
    assert "Nothing is owed and open" in dict(pages(HOUSE, plan(), Names()))["plan.html"]


def test_hostile_names_stay_text() -> None:
    names = Names(students={"S1": HOSTILE}, providers={"P1": HOSTILE}, schools={"A": HOSTILE})
    for _, text in pages(HOUSE, WHOLE, names):
        assert "<script" not in text


@pytest.mark.skipif(CHROMIUM is None, reason="no browser here")
@pytest.mark.parametrize("name", ["plan.html", "weeks/provider P1.html", "weeks/student S1.html"])
def test_nothing_runs_over_the_edge_of_a_phone(made: dict[str, str], tmp_path: Path, name: str) -> None:
    (tmp_path / "page.html").write_text(made[name].replace("<details", "<details open"), encoding="utf-8")
    (tmp_path / "phone.html").write_text(
        '<iframe id="f" src="page.html" style="width:360px;height:800px;border:0"></iframe><p id="wide"></p><script>'
        "onload = () => { wide.textContent = 'wide=' + f.contentDocument.documentElement.scrollWidth }</script>",
        encoding="utf-8",
    )
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom",
         (tmp_path / "phone.html").as_uri()],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    wide = re.search(r"wide=(\d+)", done.stdout)
    assert wide is not None
    assert int(wide.group(1)) <= 360
