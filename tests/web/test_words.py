"""The phrases of the site: a template names only those that there are, and each of them is named somewhere."""

import re
from dataclasses import fields, is_dataclass

from tests.house.conftest import ROOT

from makegood.intake.mandate import read_mandate
from makegood.web.words.all import site_words

WEB = ROOT / "src" / "makegood" / "web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
VIEWS = [path for path in sorted(WEB.rglob("*.py")) if path.parent != WEB / "words"]


def test_every_phrase_that_a_template_names_is_there() -> None:
    words = site_words("en")
    missing = [
        f"{path.relative_to(WEB)}: {page}.{phrase}"
        for path in TEMPLATES
        for page, phrase in re.findall(r"\bw\.(\w+)\.(\w+)", path.read_text(encoding="utf-8"))
        if not hasattr(getattr(words, page), phrase)
    ]
    assert missing == []


def test_every_phrase_of_a_page_is_named_by_a_template_or_a_view() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    # A view often has the words of its page at hand under a short name, or names a phrase in quotes.
    said = "".join(path.read_text(encoding="utf-8") for path in VIEWS)
    words = site_words("en")
    unused = [
        f"{page.name}.{phrase.name}"
        for page in fields(words)
        if is_dataclass(group := getattr(words, page.name)) and page.name != "statement"
        for phrase in fields(group)
        if f"w.{page.name}.{phrase.name}" not in shown and not re.search(rf"[.\"]{phrase.name}\b", said)
    ]
    assert unused == []


def test_the_spanish_pages_give_an_example_of_a_promise_in_spanish_that_can_be_read() -> None:
    words = site_words("es")
    for says in (words.alone.words_says, words.alone.cannot, words.setup.promise_says):
        example = re.search(r"por ejemplo:? ([^.]+)", says)
        assert example is not None
        said = read_mandate(example[1])
        assert (said.status, said.readings[0].minutes, said.readings[0].sessions, said.readings[0].per) == (
            "ok", 30, 2, "week",
        )  # fmt: skip
        assert "weekly" not in says
