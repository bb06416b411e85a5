import re
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console
from tests.statements.long_folder import tell_long
from tests.statements.statement_folder import TABLES, tell

from makegood.statements.statement.page import PAGES, statement_html
from makegood.statements.statement.terminal import print_statement

HOSTILE = '"<script>alert(1)</script> ""<b>&"'


class Page(HTMLParser):
    """What stands in a page: tags with their attributes."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each tag of a name."""
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    return statement_html(tell(tmp_path_factory.mktemp("page")))


def test_the_page_is_self_contained_and_runs_nothing(text: str) -> None:
    page = Page(text)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert "@import" not in text
    assert re.findall(r"url\(([^)]*)\)", text)
    assert all(place.startswith("#") for place in re.findall(r"url\(([^)]*)\)", text))
    assert not any("src" in attrs or any(name.startswith("on") for name in attrs) for _, attrs in page.tags)


def test_the_page_has_a_language_headings_captions_and_scopes(text: str) -> None:
    page = Page(text)
    assert page.of("html")[0]["lang"] == "en"
    assert len(page.of("h1")) == 1
    assert len(page.of("caption")) == len(page.of("table")) > 0
    assert all(cell.get("scope") for cell in page.of("th"))
    pictures = [svg for svg in page.of("svg") if svg.get("role") == "img"]
    assert len(pictures) == len(page.of("desc")) == 1
    assert not [svg for svg in page.of("svg") if svg.get("role") != "img" and svg.get("aria-hidden") != "true"]


def test_headings_leave_out_no_level(text: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(text).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(lower <= higher + 1 for higher, lower in pairwise(levels))


def test_what_is_zero_is_left_out_of_the_account(text: str, tmp_path: Path) -> None:
    accounts = re.findall(
        r'<table class="account".*?</table>', text + statement_html(tell_long(tmp_path / "long")), re.DOTALL
    )
    assert len(accounts) == 4
    for account in accounts:
        figures = re.findall(r'<td class="n" role="cell">(.*?)</td>', account)
        assert len(figures) >= 2
        assert "0" not in figures


def test_rows_ids_and_rule_names_are_for_the_school_only(tmp_path: Path) -> None:
    family = statement_html(tell(tmp_path / "family"))
    school = statement_html(tell(tmp_path / "school", audience="school"))
    assert "own 2026-07-01" in school
    assert ">c2<" in school
    assert "own 2026-07-01" not in family
    assert ">c2<" not in family


def test_what_a_family_can_do_is_advice_for_a_family_and_no_school_reads_it(tmp_path: Path) -> None:
    assert "What you can do" in statement_html(tell(tmp_path / "family"))
    school = tell(tmp_path / "school", audience="school")
    page = statement_html(school)
    printed = StringIO()
    print_statement(school, Console(file=printed, width=100))
    for text in (page, printed.getvalue()):
        assert "What you can do" not in text
        assert "Ask the school" not in text
        assert "Who decides" in text


def test_a_name_ends_neither_the_style_nor_its_string(tmp_path: Path) -> None:
    students = 'student_id,policy_id,given_name\n1,own,"</style>""; } * { color: red"\n2,own,\n3,own,\n'
    style = re.search("<style>(.*?)</style>", statement_html(tell(tmp_path, students=students)), re.DOTALL)
    assert style is not None
    assert "Ana" not in style[1]
    assert "color: red" not in style[1]
    assert r"\3c \2f style\3e \22 \3b  \7d  \2a  \7b  color\3a  red" in style[1]


def test_every_link_and_label_of_the_page_leads_somewhere(text: str) -> None:
    page = Page(text)
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    named = [word for _, attrs in page.tags for word in (attrs.get("aria-labelledby") or "").split()]
    inner = [href[1:] for link in page.of("a") if (href := link["href"] or "").startswith("#")]
    assert inner
    assert {*named, *inner} <= set(ids)


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    students = f"student_id,policy_id,given_name,family_name\n1,own,{HOSTILE},[red]\n2,own,,\n3,own,,\n"
    text = statement_html(tell(tmp_path, students=students))
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &#34;&lt;b&gt;&amp; [red]" in text


def test_spanish_and_empty_pages_can_be_made(tmp_path: Path) -> None:
    assert '<html lang="es">' in statement_html(tell(tmp_path, lang="es"))
    assert "no service for Bo" in statement_html(tell(tmp_path / "none", "3"))
    assert statement_html(tell(tmp_path / "unlogged", "2", offers=TABLES["offers"]))


def luminance(colour: str) -> float:
    digits = "".join(c * 2 for c in colour[1:]) if len(colour) == 4 else colour[1:]
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_text_colour_has_a_contrast_of_4_5_on_every_ground() -> None:
    css = (PAGES / "statement.css").read_text(encoding="utf-8")
    inks = set(re.findall(r"[{;\s](?:color|fill):\s*(#[0-9a-f]{3,6})", css))
    grounds = set(re.findall(r"background:\s*(#[0-9a-f]{3,6})", css))
    assert len(inks) >= 4
    assert len(grounds) >= 3
    for ink in inks:
        for ground in grounds:
            light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
