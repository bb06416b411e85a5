"""What the reader of files says is said in Spanish on Spanish pages: every sentence and answer that its code holds."""

import ast
import re
from collections.abc import Iterator

import pytest
from tests.house.conftest import ROOT

from makegood.imports.ask import Place
from makegood.imports.look.look import SHAPES
from makegood.imports.words.lists import MEANINGS
from makegood.terms.findings import Finding, Origin
from makegood.web.found import found
from makegood.web.words.all import site_words
from makegood.web.words.reader import about_in_spanish, in_spanish

IMPORTS = ROOT / "src" / "makegood" / "imports"
SAID = {"assume": 0, "LeftOut": 1, "Answer": 1}
"""What is called with a sentence for people, and at which place the sentence is."""
IN_OTHER_WAYS = re.compile(r"\d* minutes|each \d|\d+")
"""Answers that the page says by their value: minutes."""


def sentences() -> Iterator[str]:
    """Yield the sentences in the code of the room `imports`, each blank of theirs filled with a number."""
    for path in sorted(IMPORTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                at = SAID.get(name)
                if at is not None and len(node.args) > at:
                    yield from texts(node.args[at])
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                name = getattr(target, "id", "")
                if name in {"why", "_KINDS", "_GRADES"} or (name == "_SAYS" and path.name == "doubts.py"):
                    yield from texts(node.value)


def texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip():
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "17" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.Dict):
        for each in node.values:
            yield from texts(each)


def test_every_sentence_and_answer_of_the_reader_has_spanish_words() -> None:
    every = set(sentences())
    assert len(every) > 60
    # What is put together of several words, as the code has it: a column's letters, a weekday, the month or the day.
    whole = {each.replace("In dates such as 17 the 17", "In dates such as 17 the month").replace(
        "with the 17 first", "with the day first").replace("17 that the workbook", "Rows that the workbook").replace(
        "the 17 of the week", "the Monday of the week").replace("each 17", "each week").replace(
        "17: 17 is 17", "month first: 17 is 17") for each in every}  # fmt: skip
    lacking = {each for each in whole if in_spanish(each) is None and not IN_OTHER_WAYS.fullmatch(each)}
    assert lacking - {"17 17, 17"} == set(), "a date is said by its value"


def test_what_a_sentence_names_stays_as_it_is() -> None:
    assert in_spanish("Dates without a year are of the school year 2026-27, which another file names.") == (
        "Las fechas sin año son del año escolar 2026-27, que nombra otro archivo."
    )
    assert in_spanish("What nobody wrote") is None
    assert about_in_spanish("first day of school: Maple") == "el primer día de clases: Maple"
    assert Place("log.csv", "", 4).words("es") == "log.csv, fila 4"
    assert Place("log.xlsx", "Fall", 4, 1).words("es") == "log.xlsx, Fall, celda B4"
    assert Place("log.csv", "", 4).words() == "log.csv, row 4"


def test_every_meaning_of_a_column_and_every_shape_has_a_spanish_word() -> None:
    words = site_words("es").setup
    assert [each for each in MEANINGS if each not in words.meanings] == []
    assert [each for each in SHAPES if each not in words.shapes] == []


@pytest.mark.parametrize(
    ("code", "message", "says", "english"),
    [
        ("unreadable_file", "This file is empty.", "Este archivo está vacío.", ""),
        ("unreadable_file", "This file has more than 17 bytes, which is more than is read.",
         "Este archivo tiene más de 17 bytes, más de lo que se lee.", ""),
        ("outside_service", "It is late.", "La sesión está fuera de las fechas del servicio.", "It is late. (a day)"),
        ("any_other", "What nobody wrote.", "Conviene revisar este dato.", "What nobody wrote. (a day)"),
    ],
)  # fmt: skip
def test_a_finding_is_said_in_spanish_and_what_has_no_sentence_of_its_own_keeps_its_english_beside_it(
    code: str, message: str, says: str, english: str
) -> None:
    told = found(Finding("error", code, message, Origin("log.csv", 4), expected="a day"), site_words("es"))
    assert (told.place, told.says, told.english) == ("log.csv, fila 4", says, english)
    assert found(Finding("error", code, message, Origin("log.csv", 4)), site_words("en")).says == message
