"""The import, measured by files that were made before it: how many come out right, and that none is wrong unsaid.

`python -m tests.imports.judge` prints each folder; with names of folders, all about these.
"""

import importlib
from collections import Counter

import pytest
from tests.imports.judge import Judged, judge

form = importlib.import_module("tests.import.corpus_form")

RIGHT = 31
"""Files that are right without a question."""
RIGHT_AFTER_QUESTIONS = 44
"""Files that are right once what was asked is answered."""
REFUSED = 9
"""Files of which nothing can be made, with a sentence that says what to do."""


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    """Return what became of each folder."""
    return [judge(folder) for folder in form.folders()]


def test_no_file_is_wrong_without_a_word(judged: list[Judged]) -> None:
    wrong = {one.name: (one.missing, one.extra, one.unsaid, one.silent) for one in judged if one.verdict == "wrong"}
    assert wrong == {}


def test_no_fewer_files_come_out_right_than_were_reached(judged: list[Judged]) -> None:
    found = Counter(one.verdict for one in judged)
    reached = (found["right"], found["right after questions"], found["refused"])
    least = (RIGHT, RIGHT_AFTER_QUESTIONS, REFUSED)
    assert all(number >= one for number, one in zip(reached, least, strict=True)), dict(found)
    # Who makes it better raises the figures above, and those in docs/rooms/imports.md.
    assert reached == least, dict(found)
