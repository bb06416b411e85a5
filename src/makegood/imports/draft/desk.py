"""The desk at which a file is read: its mapping, the questions that come up, and what is assumed and taken."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from makegood.imports.ask import Place, Question
from makegood.imports.mapping import OPEN, Mapping
from makegood.imports.values.written import Order
from makegood.imports.words import alike


@dataclass(slots=True)
class Desk:
    """What is known while one file is read.

    Attributes:
        file: The file's name.
        mapping: Its mapping so far.
        key: The codes that the file itself explains.
        school_year: The year in which the school year begins, as the command, the folder or the file says it.
        questions: Open questions, by the way to their answers.
        assumed: What was assumed, and how often.
        taken: What each word was taken for, and how often, by the part of the mapping that may say otherwise.
        has_log: Whether the folder has a log already.
        date_order: Whether the month or the day comes first, as the file's mapping or all of its days say it.
        date_order_of_others: The same of the other files of the import that are of the same system.
        year_of_another_file: Whether only another file of the import says which school year it is.
    """

    file: str
    mapping: Mapping
    key: dict[str, str] = field(default_factory=dict)
    school_year: int | None = None
    questions: dict[tuple[str, ...], Question] = field(default_factory=dict)
    assumed: Counter[str] = field(default_factory=Counter)
    taken: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    year_of_another_file: bool = False
    date_order: Order | None = None
    date_order_of_others: Order | None = None
    has_log: bool = False
    _codes: dict[str, str | int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the mapping's own codes findable however they are written."""
        self._codes = {alike(code): meaning for code, meaning in self.mapping.codes.items()}

    def ask(self, question: Question, where: Place | None = None) -> None:
        """Ask something, or note one more place of what was asked already."""
        asked = self.questions.get(question.key)
        if asked is None:
            self.questions[question.key] = question if where is None else replace(question, where=(where,))
        elif where is not None:
            self.questions[question.key] = asked.again(where)

    def assume(self, words: str) -> None:
        """Note an assumption."""
        self.assumed[words] += 1

    def take(self, what: str, word: str, for_: str) -> None:
        """Note what a word was taken for."""
        self.taken.setdefault(what, Counter())[word, for_] += 1

    def answer(self, key: tuple[str, ...]) -> Any:
        """Return what the mapping says at a place, or None if it says nothing there or `?`."""
        return self.mapping.answer(key)

    def answer_for_code(self, code: str) -> str | int | None:
        """Return what the mapping says of a code, however it is written; None if it says nothing or `?`."""
        answer = self._codes.get(alike(code))
        return None if answer == OPEN else answer
