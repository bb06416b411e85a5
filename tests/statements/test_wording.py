import ast
import datetime as dt
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

import makegood.statements
from makegood.policies.pack import Level
from makegood.policies.times import EndOf, Span, Unit
from makegood.statements.notices.notice import NoticeStatus
from makegood.statements.picture.picture import STATES
from makegood.statements.statement.corrections import COMPARED
from makegood.statements.statement.statement import LEADS
from makegood.statements.wording.accounts import AccountName
from makegood.statements.wording.words import Words, words_for_family, words_of
from makegood.terms.accounts import ACCOUNTS, DISPOSITIONS, PERS, SESSION_KINDS, STATUSES, Verification
from makegood.terms.language import Lang
from makegood.terms.reason_words import REASON_WORDS, reason_in_words
from makegood.terms.reasons import IN_SPANISH, IN_WORDS, REASONS

ROOM = Path(makegood.statements.__file__).parent
EN, ES = words_of("en"), words_of("es")
LANGUAGES: tuple[Lang, ...] = ("en", "es")


def phrases(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every phrase with its name."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from phrases(each, f"{name}.{key}")
    elif isinstance(value, tuple):
        for n, each in enumerate(value):
            yield from phrases(each, f"{name}.{n}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from phrases(getattr(value, field.name), f"{name}.{field.name}")


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_fill_the_same_blanks() -> None:
    spanish = dict(phrases(ES))
    english = dict(phrases(EN))
    assert len(english) > 200
    assert {name: blanks(text) for name, text in english.items()} == {
        name: blanks(text) for name, text in spanish.items()
    }
    reasons = zip(phrases(REASON_WORDS.en), phrases(REASON_WORDS.es), strict=True)
    assert all(name == other and blanks(text) == blanks(words) for (name, text), (other, words) in reasons)


@pytest.mark.parametrize("words", [EN, ES], ids=LANGUAGES)
def test_nothing_that_can_happen_lacks_a_word(words: Words) -> None:
    assert set(words.accounts.labels) == set(get_args(AccountName)) > set(ACCOUNTS)
    assert set(words.accounts.statuses) >= set(STATUSES)
    assert set(words.promises.per) == set(words.accounts.still_due) == set(words.summary.still_due) == set(PERS)
    assert set(words.misses.decides) == set(words.rules.outcomes) == set(DISPOSITIONS)
    assert set(words.leads.headings) == set(LEADS)
    assert set(words.promises.this) == set(PERS)
    assert set(words.notices.statuses) == set(get_args(NoticeStatus))
    assert set(words.picture.states) == set(STATES)
    assert set(words.log.columns) == set(COMPARED)
    assert set(words.log.kinds) == set(SESSION_KINDS)
    assert set(words.rules.verifications) >= set(get_args(Verification))
    assert set(words.rules.levels) >= set(get_args(Level))
    assert all(words.span(Span(n=n, unit=unit)).startswith(f"{n} ") for n in (1, 2) for unit in get_args(Unit))
    assert set(words.rules.ends) == set(get_args(EndOf))


def test_every_reason_has_its_own_words_in_both_languages() -> None:
    for table in (IN_WORDS, IN_SPANISH):
        assert tuple(table) == REASONS
        # A reason may be written as it is printed, so no two may read alike.
        assert len({words.casefold() for words in table.values()}) == len(REASONS)


def test_a_school_reads_of_the_student_and_a_family_of_its_child() -> None:
    assert EN.reason("student_absent") == "the student was absent"
    assert words_for_family("en", "Ana").reason("student_absent") == "Ana was absent"
    assert words_for_family("en", None).reason("student_absent") == "your child was absent"
    assert words_for_family("es", None).reason("student_late") == "su hijo(a) llegó tarde"
    assert reason_in_words("not_released_by_teacher", "es") == "el/la estudiante se quedó en clase"


def test_no_reason_tells_of_a_colleagues_health_or_leave() -> None:
    assert EN.reason("long_term_leave") == "no therapist was available"
    told = " ".join([*IN_WORDS.values(), *IN_SPANISH.values()])
    assert not re.search(r"\b(ill|sick|leave|health|licencia|enferm)", told)


@pytest.mark.parametrize("words", [EN, ES], ids=LANGUAGES)
def test_no_phrase_says_debt_or_that_a_right_was_denied(words: Words) -> None:
    told = " ".join(text for _, text in phrases(words)).lower()
    assert not re.search(r"\b(debt|hole|denied|violat\w*|deuda|deud\w*|negad\w*)\b", told)


def test_a_date_reads_as_a_families_notices_write_it() -> None:
    day = dt.date(2027, 3, 12)
    assert (EN.day(day), EN.dated(day)) == ("March 12, 2027", "Fri, Mar 12, 2027")
    assert (ES.day(day), ES.dated(day)) == ("12 de marzo de 2027", "viernes 12 mar 2027")
    assert ES.page.records_up_to.format(day=ES.day(day)) == "Registros al 12 de marzo de 2027."


def test_one_is_not_written_as_many() -> None:
    assert (EN.minutes(1), EN.minutes(1440), ES.minutes(1)) == ("1 minute", "1,440 minutes", "1 minuto")
    assert (EN.weeks(1), ES.weeks(2)) == ("1 week", "2 semanas")


def chain(node: ast.expr) -> list[str]:
    """Return the names of an expression such as `words.misses.closed` or `phrases.statuses[status]`."""
    if isinstance(node, ast.Attribute):
        return [*chain(node.value), node.attr]
    if isinstance(node, ast.Subscript):
        key = node.slice.value if isinstance(node.slice, ast.Constant) else "*"
        return [*chain(node.value), str(key)]
    return [node.id] if isinstance(node, ast.Name) else []


def filled() -> Iterator[tuple[str, list[str], set[str]]]:
    """Yield each phrase that the room fills: where, its names, the blanks that are filled."""
    for path in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
                names = chain(node.func.value)
                yield f"{path.name}:{node.lineno}", names, {word.arg for word in node.keywords if word.arg}


def test_every_phrase_is_filled_with_the_values_that_it_asks_for() -> None:
    asked: dict[str, list[set[str]]] = {}
    for name, text in phrases(EN):
        names = name.split(".")
        for last in (names[-1], f"{names[-2]}.*", f"{names[-2]}.{names[-1]}"):
            asked.setdefault(last, []).append(blanks(text))
    checked = 0
    for where, names, given in filled():
        if len(names) < 2:
            continue
        last = f"{names[-2]}.{names[-1]}" if names[-1] == "*" else names[-1]
        assert last in asked, f"{where}: no phrase {last}"
        assert any(blank == given for blank in asked[last]) or all(blank <= given for blank in asked[last]), where
        checked += 1
    assert checked > 40


def test_every_phrase_that_the_page_names_exists() -> None:
    page = (ROOM / "statement" / "html" / "statement.html.j2").read_text(encoding="utf-8")
    named = set(re.findall(r"\bwords\.(\w+)\.(\w+)", page))
    assert len(named) > 20
    for topic, phrase in named:
        assert hasattr(getattr(EN, topic), phrase), f"words.{topic}.{phrase}"


@pytest.mark.parametrize("written", ["occupational_therapy", "Occupational therapy", "occupational-therapy"])
def test_a_service_has_its_name_in_both_languages_however_its_words_are_set_apart(written: str) -> None:
    assert (EN.service(written), ES.service(written)) == ("Occupational therapy", "Terapia ocupacional")
    assert ES.service(" Art_therapy ") == "Art therapy"
