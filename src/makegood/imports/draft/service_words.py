"""What the words of a file for services, and for how often they are given, stand for."""

from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.mapping import OPEN
from makegood.imports.words import alike, bare, period_of, service_of

_LIKELY: Final = tuple(
    Answer(name, name.replace("_", " "))
    for name in ("speech", "occupational_therapy", "physical_therapy", "counseling", "specialized_instruction")
)


def service_type_of(word: str, desk: Desk, where: Place) -> str | None:
    """Return the type of service that a word stands for; None if it has to be asked."""
    own = {bare(each): meaning for each, meaning in desk.mapping.service_types.items()}.get(bare(word))
    known = own if own and own != OPEN else service_of(word)
    if known:
        desk.take("service_types", word, known)
        return known
    written = "_".join(bare(word).split()) or word
    says = f"Which service is {word!r}?"
    left = Answer("leave_out", "no service that is accounted for here: its rows are left out")
    likely = (Answer(written, f"a service of its own, called {written}"), *_LIKELY, left)
    key = ("service_types", word)
    desk.ask(Question("service_word", word, says, key, desk.file, likely=likely, any_text=True), where)
    return None


def ask_service_type(desk: Desk, where: Place) -> None:
    """Ask which service a sheet is about that does not say; not while it is open what its words for services mean."""
    sheet = where.sheet
    key = ("sheets", sheet, "service_type")
    if desk.answer(key) or any(question.kind == "service_word" for question in desk.questions.values()):
        return
    name = f"{where.file}, sheet {sheet!r}" if sheet else where.file
    says = f"Which service are the sessions of {name}?"
    question = Question("service_type", sheet or desk.file, says, key, desk.file, likely=_LIKELY, any_text=True)
    desk.ask(question, where)


def period_in(word: str, desk: Desk, where: Place) -> str | None:
    """Return the period that a word or code stands for; None if it has to be asked."""
    own = {alike(each): meaning for each, meaning in desk.mapping.periods.items()}.get(alike(word))
    known = own if own and own != OPEN else period_of(word)
    if known:
        desk.take("periods", word, known)
        return known
    says = f"How often is {word!r}: for which period are the minutes?"
    likely = tuple(Answer(per, f"each {per}") for per in ("day", "week", "month", "quarter", "semester", "year"))
    desk.ask(Question("period", word, says, ("periods", word), desk.file, likely=likely), where)
    return None
