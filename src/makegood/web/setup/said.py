"""What is asked about files and what is answered, in the words of a page; the import room says both in English."""

import datetime as dt
from typing import Any, Final, cast

from makegood.imports.ask import Answer, Question
from makegood.imports.match.service import Service
from makegood.imports.result import Import
from makegood.intake.mandate import read_mandate
from makegood.records import Services
from makegood.statements.wording.services import SERVICES
from makegood.terms.reasons import REASONS
from makegood.web.promised import promised
from makegood.web.setup.columns import heading_shown
from makegood.web.words.all import SiteWords
from makegood.web.words.reader import about_in_spanish, in_spanish

ZERO: Final = ("codes", "0")
"""Where it is answered why sessions of 0 minutes were missed."""
_HOW: Final = {"individual": "individual", "group": "en grupo"}


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


def question_said(question: Question, w: SiteWords) -> str:
    """Return what is asked."""
    phrase = cast("dict[str, str]", w.setup.asks).get("zero" if question.key == ZERO else question.kind)
    return phrase.format(of=_of(question, w)) if phrase else question.says


def answer_said(question: Question, answer: Answer, made: Import, w: SiteWords) -> str:
    """Return what an answer says."""
    value = answer.value
    if isinstance(value, dt.date) and (question.kind == "day" or not answer.says):
        return w.statement.dated(value)
    if isinstance(value, int):
        return w.statement.minutes(value)
    if question.kind != "column" and isinstance(value, str) and (value in REASONS or value in w.setup.outcomes):
        return outcome(value, w)
    plain = answer.says or str(value).replace("_", " ")
    return plain if w.lang == "en" else _in_spanish(question, value, plain, made, w)


def _in_spanish(question: Question, value: Any, plain: str, made: Import, w: SiteWords) -> str:
    if question.kind == "promise":
        return outcome(str(value), w)
    if question.kind in {"service_word", "service_type"} and value in SERVICES.es:
        return w.statement.service(str(value))
    if question.kind == "service" and value in made.services.all:
        return _line(made.services.all[value], w)
    return in_spanish(plain) or plain


def _line(line: Service, w: SiteWords) -> str:
    """Return a line of an IEP: the IEP's own words as they are, else what it promises."""
    row = Services(minutes=[line.minutes], sessions=[line.sessions], per=[line.per], every=[line.every])
    amount = line.mandate or w.statement.promise(row, 0)
    how = _HOW.get(line.delivery or "", line.delivery)
    return ", ".join(part for part in (line.id, w.statement.service(line.type), amount, how) if part)


def _of(question: Question, w: SiteWords) -> str:
    """Return what a question is about: words of the file as they are, our own in the language of the page."""
    if question.kind == "session_minutes":
        return w.statement.service(question.of)
    if question.kind == "column":
        return heading_shown(question.of, w)
    if question.kind != "service":
        return about_in_spanish(question.of)
    who, _, how = question.of.partition(": ")
    return f"{who}: {', '.join(_how(part, w) for part in how.split(', '))}"


def _how(part: str, w: SiteWords) -> str:
    """Return how sessions were given: a service, individual or in a group, and their minutes."""
    minutes = part.removesuffix(" minutes")
    if minutes != part and minutes.isdecimal():
        return w.statement.minutes(int(minutes))
    return _HOW.get(part) or w.statement.service(part.replace(" ", "_"))
