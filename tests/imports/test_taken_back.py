"""An answer that is taken back is asked again, whatever kind of question it answered."""

import datetime as dt
import importlib
from pathlib import Path

import pytest
from pydantic import ValidationError

from makegood.imports.ask import Question
from makegood.imports.finish import mapping_of
from makegood.imports.loaded import load
from makegood.imports.read import read
from makegood.imports.result import Import
from makegood.terms.findings import errors

form = importlib.import_module("tests.import.corpus_form")

ROUNDS = 12
FOLDERS = form.folders()


def answered(made: Import, questions: list[Question]) -> None:
    """Answer what is asked as the site does: what was taken meanwhile is written into the mappings too."""
    for question in questions:
        file = next(each for each in made.loaded.files if each.name == question.file)
        day = dt.date(2026, 8, 24) if "first" in question.says else dt.date(2027, 6, 4)
        for value in [*(each.value for each in question.likely), day, "speech", 30, "Ada Sample"]:
            try:
                file.mapping = file.mapping.with_answers([(question.key, value)])
            except ValidationError:
                continue
            break
    again = read(made.loaded)
    for file in made.loaded.files:
        file.mapping = mapping_of(file, again)


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_what_is_taken_back_is_asked_again(folder: Path, tmp_path: Path) -> None:
    expected = form.read_expected(folder)
    loaded = load([folder / name for name in expected.files], tmp_path / "records")
    if errors(loaded.findings):
        pytest.skip("refused before anything is asked")
    made = read(loaded)
    given: dict[tuple[str, tuple[str, ...]], Question] = {}
    for _ in range(ROUNDS):
        if not made.questions:
            break
        given |= {(question.file, question.key): question for question in made.questions}
        answered(made, made.questions)
        made = read(loaded)
    kept = {file.name: file.mapping for file in loaded.files}
    for (name, key), question in given.items():
        file = next(each for each in loaded.files if each.name == name)
        if file.mapping.answer(key) is None:
            continue
        file.mapping = file.mapping.without(key)
        assert file.mapping.answer(key) is None
        asked = {(each.file, each.key) for each in read(loaded).questions}
        assert (name, key) in asked, question
        file.mapping = kept[name]
