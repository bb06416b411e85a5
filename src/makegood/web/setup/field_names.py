"""The names of the fields in the forms of an import: the same each time, and no word of a file is in them."""

import hashlib

from makegood.imports.ask import Question


def field_of_question(question: Question) -> str:
    """Return the name of the field of a question's answer: of a form that offered others than now, nothing is taken."""
    return _name("q", question.file, question.key, [answer.value for answer in question.likely])


def field_of_own_words(field: str) -> str:
    """Return the name of the field for an answer that is not among those offered in another one."""
    return f"{field}-own"


def field_of_shape(file: str, sheet: str) -> str:
    """Return the name of the field that says what a sheet is."""
    return _name("s", file, sheet)


def field_of_column(file: str, sheet: str, column: str) -> str:
    """Return the name of the field that says what a column holds."""
    return _name("c", file, sheet, column)


def field_of_promise(student: str, service: str) -> str:
    """Return the name of the field for what an IEP promises, by its student and service."""
    return _name("p", student, service)


def field_of_typed(student: str, service: str) -> str:
    """Return the name of what was typed of an IEP, by its student and service."""
    return _name("t", student, service)


def field_of_file(file: str) -> str:
    """Return the name of a file in a form."""
    return _name("f", file)


def _name(sign: str, *of: object) -> str:
    return sign + hashlib.sha256(repr(of).encode()).hexdigest()[:16]
