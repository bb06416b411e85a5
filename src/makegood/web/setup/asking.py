"""A question as a page asks it and an answer as it shows it, in the language of the page as far as it has the words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from makegood.imports.ask import Answer, Question
from makegood.imports.look.look import Shape
from makegood.imports.mapping import OUTCOMES
from makegood.imports.result import Import
from makegood.imports.write.caseload import OWN
from makegood.intake.mandate import read_mandate
from makegood.statements.wording.services import SERVICES
from makegood.terms.reasons import REASONS
from makegood.web.promised import promised
from makegood.web.setup.answered import Given
from makegood.web.setup.columns import meaning_shown, meanings_shown
from makegood.web.setup.field_names import field_of_question
from makegood.web.words.all import SiteWords
from makegood.web.words.reader import about_in_spanish, in_spanish

_ZERO: Final = ("codes", "0")
"""Where it is answered why sessions of 0 minutes were missed."""


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


def outcome(meaning: str, w: SiteWords) -> str:
    """Return what a word of a file means, in words: an outcome, a reason, a service, or what it is."""
    said = cast("dict[str, str]", w.setup.outcomes).get(meaning)
    if said:
        return said
    if meaning in REASONS:
        return w.statement.reason(meaning)
    # An IEP's words that were chosen among several readings.
    read = read_mandate(meaning) if any(map(str.isdecimal, meaning)) else None
    if read is not None and read.status == "ok":
        return promised(read.readings[0], w.statement)
    return w.statement.service(meaning)


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
    elif question.kind == "color" or question.key == _ZERO:
        # Minutes can be no answer here: all that can is listed, and nothing twice.
        offered = {answer.value for answer in question.likely}
        own, choices = "select", [(each, outcome(each, w)) for each in OUTCOMES if each not in offered]
    elif question.any_text:
        own = {"school_days": "date", "session_minutes": "number"}.get(question.kind, "text")
    name = field_of_question(question)
    return Asking(
        field=name,
        says=_says(question, w),
        where=question.where[0].words(w.lang) if question.where and question.file != OWN else "",
        times=question.times,
        likely=[(str(at), _answer(question, each, w)) for at, each in enumerate(question.likely)],
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
    said = meaning_shown(str(value), w) if given.kind == "column" else None
    return Answered(
        field=field_of_question(question),
        says=_says(question, w),
        answer=said or _answer(question, Answer(value, given.chosen if is_as_chosen else ""), w),
    )


def _says(question: Question, w: SiteWords) -> str:
    """Return what is asked; the import room asks in English itself."""
    phrase = cast("dict[str, str]", w.setup.asks).get("zero" if question.key == _ZERO else question.kind)
    return phrase.format(of=_of(question, w)) if phrase else question.says


def _shape_of(question: Question, made: Import) -> Shape:
    return next(look.shape for look in made.looks[question.file] if look.sheet.name == question.key[1])


def _of(question: Question, w: SiteWords) -> str:
    """Return what a question is about: words of the file as they are, our own in the language of the page."""
    if question.kind == "session_minutes":
        return w.statement.service(question.of)
    if question.kind != "service":
        return about_in_spanish(question.of)
    who, _, how = question.of.partition(": ")
    return f"{who}: {', '.join(_how(part, w) for part in how.split(', '))}"


def _how(part: str, w: SiteWords) -> str:
    """Return how sessions were given: a service, individual or in a group, and their minutes."""
    minutes = part.removesuffix(" minutes")
    if minutes != part and minutes.isdecimal():
        return w.statement.minutes(int(minutes))
    return {"individual": "individual", "group": "en grupo"}.get(part) or w.statement.service(part.replace(" ", "_"))


def _answer(question: Question, answer: Answer, w: SiteWords) -> str:
    value = answer.value
    if isinstance(value, dt.date) and (question.kind == "day" or not answer.says):
        return w.statement.dated(value)
    if isinstance(value, int):
        return w.statement.minutes(value)
    if question.kind != "column" and isinstance(value, str) and (value in REASONS or value in w.setup.outcomes):
        return outcome(value, w)
    plain = answer.says or str(value).replace("_", " ")
    return plain if w.lang == "en" else _in_spanish(question, value, plain, w)


def _in_spanish(question: Question, value: Any, plain: str, w: SiteWords) -> str:
    if question.kind == "promise":
        return outcome(str(value), w)
    if question.kind in {"service_word", "service_type"} and value in SERVICES.es:
        return w.statement.service(str(value))
    return in_spanish(plain) or plain
