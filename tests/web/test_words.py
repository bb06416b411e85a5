"""The phrases of the site: a template names only those that there are, and each of them is named somewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from tests.house.conftest import ROOT

from makegood.intake.mandate import read_mandate
from makegood.terms.counted import NOUNS, Counted, counted
from makegood.terms.language import Lang
from makegood.web.words.all import site_words
from makegood.web.words.templatetags.say import spent

PLURALS = (
    r"\{\w+\} (sessions|minutes|days|school days|weeks|months|hours|children|students|rows|times|requests|sesiones|"
    r"minutos|días|semanas|meses|horas|estudiantes|filas|veces|solicitudes)\b"
)
NEVER_ONE = {
    "statement.promises.sessions": "one session is said without its number",
    "statement.promises.per.cycle": "a cycle has two days at least",
    "statement.promises.in_weeks": "every week is said otherwise",
    "statement.promises.in_months": "every month is said otherwise",
    "statement.misses.many_empty_days": "up to five days are listed",
}
"""Phrases whose number is never one, and why."""
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


def phrases(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every phrase that does not know how many there are, with its name."""
    if isinstance(value, Counted):
        return
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from phrases(each, f"{name}.{key}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from phrases(getattr(value, field.name), f"{name}.{field.name}")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_phrase_with_a_number_before_a_plural_says_what_it_is_called_when_there_is_one(lang: Lang) -> None:
    wrong = {name.removeprefix(".") for name, says in phrases(site_words(lang)) if re.search(PLURALS, says)}
    assert wrong - NEVER_ONE.keys() == set()


def test_one_is_said_as_one_and_thousands_are_set_off() -> None:
    assert [counted(n, "session") for n in (0, 1, 2, 1200)] == [
        "0 sessions",
        "1 session",
        "2 sessions",
        "1,200 sessions",
    ]
    assert [counted(n, "session", "es") for n in (1, 2)] == ["1 sesión", "2 sesiones"]
    assert NOUNS.en.keys() == NOUNS.es.keys()


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(0, "0 min"), (2, "2 min"), (45, "45 min"), (60, "1 h"), (195, "3 h 15 min"), (60_003, "1,000 h 3 min")],
)
def test_time_in_a_table_is_shown_to_the_minute(minutes: int, shown: str) -> None:
    assert spent(minutes) == shown
