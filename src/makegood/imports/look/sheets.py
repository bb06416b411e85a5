"""What the names of a workbook's sheets say, where its tables do not: students, or schools."""

from collections.abc import Sequence
from typing import Final

from makegood.imports.look.look import Look
from makegood.imports.look.titles import services_in
from makegood.imports.values.named import month_named
from makegood.imports.values.school_years import school_year_in
from makegood.imports.words import bare, common, heading_of, outcome_of

_STUDENT: Final = frozenset({"student_name", "last_name", "first_name", "student_id", "one_student"})
_FEWEST: Final = 2


def name_by_sheet(looks: Sequence[Look]) -> list[Look]:
    """Fill in the titles of sheets from their names.

    A name with a word for a school (`Oak Elementary`) is the school's. Sheets alike whose tables name no students are
    called after them, unless the names are months, services or the program's own (`Sheet1`).

    Returns:
        The sheets of which the name was taken for the student's.
    """
    tables = [look for look in looks if look.shape in {"log", "grid"} and look.blocks]
    for look in tables:
        words = bare(look.sheet.name).split()
        if len(words) > 1 and any(common(word, "schools") for word in words) and look.blocks[0].place("school") is None:
            look.titles.setdefault("school", look.sheet.name)
    nameless = [look for look in tables if not _names_students(look)]
    if len(nameless) < _FEWEST or not all(_may_be_student(look.sheet.name) for look in nameless):
        return []
    for look in nameless:
        look.titles["student_name"] = look.sheet.name
    return nameless


def _names_students(look: Look) -> bool:
    named = {column.meaning for column in look.blocks[0].columns} & _STUDENT
    return bool(named) or "student_name" in look.titles or "school" in look.titles


def _may_be_student(name: str) -> bool:
    plain = bare(name)
    known = (
        month_named(name) or services_in(name) or heading_of(name) or outcome_of(name) or school_year_in(name)
        or common(name, "keys", "totals")
    )  # fmt: skip
    return bool(plain) and not known and not any(c.isdigit() for c in plain) and not plain.startswith("sheet")
