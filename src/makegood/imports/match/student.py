"""A student, on record or new, and whether a reference of a file may be this one."""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final

from makegood.imports.draft import StudentRef
from makegood.imports.match.names import name_key, parted

OURS: Final = re.compile(r"S-(\d{4,})$", re.ASCII)
"""The ids that an import gives to students without a number."""


@dataclass(slots=True)
class Student:
    """A student, on record or new.

    Attributes:
        id: The student_id.
        first: First name as it is written.
        last: Family name.
        school: The school as it is named.
        grade: The grade.
        born: The date of birth.
        new: Whether the folder does not have them yet.
        ids: Other systems' numbers, by system.
        key: The name's key.
    """

    id: str
    first: str = ""
    last: str = ""
    school: str = ""
    grade: str = ""
    born: dt.date | None = None
    new: bool = True
    ids: dict[str, str] = field(default_factory=dict)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        """Make the name's key once."""
        self.key = name_key(f"{self.first} {self.last}")

    @property
    def shown(self) -> str:
        """The student as a question shows them: the name, with the number, grade and school where they are known."""
        about = ", ".join(part for part in (self.id, f"grade {self.grade}" if self.grade else "", self.school) if part)
        return f"{self.first} {self.last}".strip() + f" ({about})"


def student_of(id_: str, ref: StudentRef) -> Student:
    """Return a new student with all that a reference says."""
    first, last = parts_of(ref)
    ids = {ref.id_of: ref.id} if ref.id else {}
    return Student(id_, first, last, ref.school, ref.grade, ref.born, ids=ids)


def told_apart(ref: StudentRef) -> str:
    """Return a name with the grade and school that a row gives: how a mapping tells two of one name apart."""
    about = ", ".join(part for part in (f"grade {ref.grade}" if ref.grade else "", ref.school) if part)
    return f"{ref.shown} ({about})" if about else ref.shown


def key_of(ref: StudentRef) -> str:
    """Return the key of the name that a reference writes; blank where it writes none."""
    return name_key(ref.name) if ref.name else name_key(f"{ref.first} {ref.last}")


def parts_of(ref: StudentRef) -> tuple[str, str]:
    """Return the first and the family name that a reference writes."""
    return (ref.first, ref.last) if ref.first or ref.last else parted(ref.name)


def may_be_this(student: Student, ref: StudentRef) -> bool:
    """Return whether nothing that is known of both tells two children apart.

    A child on record may have moved to another school or grade meanwhile, but hardly to both at once.
    """
    if student.born and ref.born and student.born != ref.born:
        return False
    school = bool(student.school and ref.school) and name_key(student.school) != name_key(ref.school)
    grade = bool(student.grade and ref.grade) and student.grade.casefold() != ref.grade.casefold()
    return not (school or grade) if student.new else not (school and grade)


def agrees(student: Student, ref: StudentRef) -> bool:
    """Return whether all that is known of both is the same, the grade and school among it."""
    grade = bool(student.grade and ref.grade) and student.grade.casefold() == ref.grade.casefold()
    school = bool(student.school and ref.school) and name_key(student.school) == name_key(ref.school)
    return (grade and (school or not ref.school)) or (school and not ref.grade)


def has_another_number(student: Student, ref: StudentRef) -> bool:
    """Return whether a student has a number of the system of a reference, which then is another one."""
    own = student.ids.get(ref.id_of)
    if own is None and ref.id_of == "local":
        own = student.id if not (student.new or OURS.match(student.id)) else None
    return own is not None and own != ref.id
