"""An import in Spanish says nothing in English but what the files say: walked over every file of the corpus."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.imports.judge import begun
from tests.imports.test_layouts import SAMPLES

from makegood.imports.cells import text_of
from makegood.imports.loaded import Loaded, load
from makegood.imports.read import read
from makegood.imports.values.school_years import school_year_in
from makegood.terms.findings import errors
from makegood.web.found import found
from makegood.web.setup.seen import Seen, seen
from makegood.web.words.all import site_words

form = importlib.import_module("tests.import.corpus_form")

ENGLISH: Final = frozenset(
    """
    all an and another are as at be been both but by cell class column columns could date dates day days does each
    every file files for from give given had have held here his how if in is it its left line list log made make
    makeup many means minutes missed month more must name names nobody not nothing of on one only or other others
    planned promise promised read row rows school schools service services session sessions sheet should so some
    somebody student students table than that the their them then there these they this those to under up was week
    were what when where which who whose why will with without word words year years yes
    """.split()  # noqa: SIM905 - as a list they would stand a word a line
)
"""Words of English that are none of Spanish."""
_ROUNDS: Final = 25


def said(shown: Seen) -> Iterator[str]:
    """Yield what a page says of an import in its own words."""
    for question in shown.questions:
        yield question.says
        yield from (says for _, says in (*question.likely, *question.choices))
    for answered in shown.answered:
        yield from (answered.says, answered.answer)
    for sheet in shown.sheets:
        yield from (sheet["shape"], *(says for _, says in sheet["shapes"]))
        for column in sheet["columns"]:
            yield from (column["name"], *(says for _, says in column["choices"]))
    for sample in shown.samples:
        yield from (sample["read"], sample["day"])
    yield from (says for says, _ in (*shown.outcomes, *shown.assumed))
    yield from (why for why, _, _ in shown.left_out)
    yield from (meaning for _, meaning, _ in shown.taken)
    yield from (service for _, _, service, _ in shown.waiting)


def walked(loaded: Loaded) -> Iterator[str]:
    """Yield what the pages of an import say while one answer after another is given, now this one and now that."""
    words = site_words("es")
    for finding in loaded.findings:
        yield found(finding, words).english
    for nth in range(0 if errors(loaded.findings) else _ROUNDS):
        made = read(loaded)
        yield from said(seen(made, words))
        offered = [each for each in made.questions if each.likely]
        if not offered:
            return
        one = offered[nth % len(offered)]
        file = next(each for each in loaded.files if each.name == one.file)
        file.mapping = file.mapping.with_answers([(one.key, one.likely[nth % len(one.likely)].value)])


def of_the_files(loaded: Loaded) -> list[str]:
    """Return what the files say, the longest first: their cells and parts of them, and the names of their sheets."""
    sheets = [look.sheet for file in loaded.files for look in file.looks]
    texts = {text_of(cell) for sheet in sheets for row in sheet.rows for cell in row} | {each.name for each in sheets}
    parts = {part for text in texts for part in re.split(r"[\n|;,=:]", text)}
    return sorted({bare(each) for each in texts | parts} - {"  "}, key=len, reverse=True)


def bare(text: str) -> str:
    """Return the words of a text alone, as they are compared."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def english_in(loaded: Loaded) -> set[str]:
    """Return the sentences with a word of English that is not the file's."""
    own = of_the_files(loaded)
    left = set()
    for text in set(walked(loaded)):
        plain = bare(re.sub("«[^»]*»", "", text))
        if not ENGLISH.isdisjoint(plain.split()):
            for each in own:
                plain = plain.replace(each, " ")
            if not ENGLISH.isdisjoint(plain.split()):
                left.add(text)
    return left


@pytest.mark.parametrize("folder", form.folders(), ids=lambda folder: folder.name)
def test_no_page_of_an_import_in_spanish_says_a_sentence_in_english(folder: Path) -> None:
    expected = form.read_expected(folder)
    with begun(folder, expected) as (files, into):
        year = school_year_in(expected.given.school_year) if expected.given.school_year else None
        assert english_in(load(files, into, school_year=year)) == set()


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_nor_of_the_export_of_another_system(sample: Path, tmp_path: Path) -> None:
    assert english_in(load([sample], tmp_path / "into")) == set()


def test_a_sentence_in_english_is_found(tmp_path: Path) -> None:
    from makegood.web.words import reader

    log = tmp_path / "log.csv"
    log.write_text(
        "Date,Student,Service,Minutes\n10/12/2026,Ana Example,speech,30\nDate,Student,Service,Minutes\n",
        encoding="utf-8",
    )
    assert english_in(load([log], tmp_path / "into")) == set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_SAID", ())
        assert english_in(load([log], tmp_path / "into"))
