"""A question as a page asks it and an answer as it shows it, in the language of the page as far as it has the words."""

from collections.abc import Mapping
from dataclasses import dataclass

from makegood.imports.ask import Answer, Question
from makegood.imports.look.look import Shape
from makegood.imports.mapping import OUTCOMES
from makegood.imports.result import Import
from makegood.imports.write.caseload import OWN
from makegood.web.setup.answered import Given
from makegood.web.setup.columns import meaning_shown, meanings_shown
from makegood.web.setup.field_names import field_of_question
from makegood.web.setup.said import ZERO, answer_said, outcome, question_said
from makegood.web.words.all import SiteWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as a page asks it.

    Attributes:
        field: The name of its field.
        where: Where it first is in the file.
        likely: Its likely answers: value and words.
        own: The kind of field for an answer of one's own; blank if there is none.
        choices: What an answer of one's own may be, where that is one of some: value and words.
        wrong: Why the last answer was none; blank if it was one, or nothing was answered.
        typed: What was typed then.
    """

    field: str
    says: str
    where: str
    times: int
    likely: list[tuple[str, str]]
    own: str
    choices: list[tuple[str, str]]
    wrong: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer as a page shows it.

    Attributes:
        field: The name of the button that takes it back.
        says: What was asked.
        answer: What was answered.
    """

    field: str
    says: str
    answer: str


def asking(question: Question, made: Import, w: SiteWords, wrong: Mapping[str, str]) -> Asking:
    """Return a question as a page asks it.

    Args:
        question: The question.
        made: What the files become.
        w: The words of the page.
        wrong: The fields whose last answers are none, and what was typed there.
    """
    own = ""
    choices: list[tuple[str, str]] = []
    if question.kind == "column":
        own, choices = "select", meanings_shown(_shape_of(question, made), w)
    elif question.kind == "color" or question.key == ZERO:
        # Minutes can be no answer here: all that can is listed, and nothing twice.
        offered = {answer.value for answer in question.likely}
        own, choices = "select", [(each, outcome(each, w)) for each in OUTCOMES if each not in offered]
    elif question.any_text:
        own = {"school_days": "date", "session_minutes": "number"}.get(question.kind, "text")
    name = field_of_question(question)
    return Asking(
        field=name,
        says=question_said(question, w),
        where=question.where[0].words(w.lang) if question.where and question.file != OWN else "",
        times=question.times,
        likely=[(str(at), answer_said(question, each, made, w)) for at, each in enumerate(question.likely)],
        own=own,
        choices=choices,
        wrong="" if name not in wrong else w.alone.wrong_days if own == "date" else w.setup.not_an_answer,
        typed=wrong.get(name, ""),
    )


def answered(given: Given, made: Import, w: SiteWords) -> Answered:
    """Return an answer as a page shows it: as it was chosen, or what the mapping says if that was changed since."""
    question = given.question
    file = next(each for each in made.loaded.files if each.name == given.file)
    now = file.mapping.answer(given.key)
    # The student of a name who is new has a number by now.
    is_as_chosen = given.value in {None, now} or given.kind == "student"
    value = given.value if is_as_chosen and given.value is not None else now
    chosen = Answer(value, given.chosen if is_as_chosen else "")
    said = meaning_shown(str(value), w) if given.kind == "column" else None
    return Answered(
        field=field_of_question(question),
        says=question_said(question, w),
        answer=said or answer_said(question, chosen, made, w),
    )


def _shape_of(question: Question, made: Import) -> Shape:
    return next(look.shape for look in made.looks[question.file] if look.sheet.name == question.key[1])
