"""Asking what an import leaves open, in a terminal."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import typer

from makegood.cli.paper import say
from makegood.imports.ask import Question
from makegood.imports.report import question_lines


def ask_all(questions: Iterable[Question]) -> Iterator[tuple[Question, Any]]:
    """Ask each question and yield it with its answer: the value of a likely one, or what was typed."""
    for question in questions:
        yield question, ask(question)


def ask(question: Question) -> Any:
    """Ask one question until the answer can be used."""
    first, *others = question_lines(question, numbered=True)
    say()
    say(first)
    for line in others:
        say(line)
    while True:
        text = str(typer.prompt("Answer (a number, or your own word)" if question.any_text else "Answer (a number)"))
        answer = _answer(question, text.strip())
        if answer is not None:
            return answer
        say("Please choose one of the numbers.")


def _answer(question: Question, text: str) -> Any:  # noqa: PLR0911 - one return for each kind reads best
    if text.isdigit() and 1 <= int(text) <= len(question.likely):
        return question.likely[int(text) - 1].value
    if any(text == str(each.value) for each in question.likely):
        return text
    if not question.any_text or not text:
        return None
    if question.kind == "session_minutes":
        return int(text) if text.isdigit() else None
    if question.kind == "code" and text.isdigit():
        return int(text)
    if question.kind == "school_days":
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            say("Please write the day as 2026-08-24.")
            return None
    return text
