"""Which student a name is: one that is on record, a new one, or a question. Two children never become one."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import Desk, StudentRef
from makegood.imports.mapping import OPEN
from makegood.imports.match.names import may_be_one, name_key, parted
from makegood.records import Records

_OURS: Final = re.compile(r"S-(\d{4,})$", re.ASCII)
NEW: Final = "new"
_SHORT: Final = "?"
"""Ends the entries of the index by letters that hold short names only."""


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


@dataclass(slots=True)
class Students:
    """The students of a folder and of an import.

    Attributes:
        all: Every student by id.
        of: The student of each reference; None where a question is open.
    """

    all: dict[str, Student] = field(default_factory=dict)
    of: dict[StudentRef, Student | None] = field(default_factory=dict)
    _by_key: defaultdict[str, list[Student]] = field(default_factory=lambda: defaultdict(list))
    _by_number: dict[tuple[str, str], Student] = field(default_factory=dict)
    _by_token: defaultdict[str, list[Student]] = field(default_factory=lambda: defaultdict(list))
    _last: int = 0

    @classmethod
    def on_record(cls, records: Records) -> "Students":
        """Return the students of a folder."""
        table = records.students
        students = cls()
        for at, id_ in enumerate(table.student_id):
            students._add(
                Student(
                    id_, table.given_name[at] or "", table.family_name[at] or "", table.school_id[at] or "",
                    table.grade[at] or "", table.date_of_birth[at], new=False,
                )
            )  # fmt: skip
        return students

    def match(self, refs: Mapping[StudentRef, Place], desks: Mapping[str, Desk]) -> None:
        """Find the student of every reference; those with numbers come first, since names may follow from them."""
        whole: dict[StudentRef, str] = {}
        for file, desk in desks.items():
            whole |= self._zeros([ref for ref, where in refs.items() if where.file == file], refs, desk)
        ordered = sorted(refs.items(), key=lambda each: (not each[0].id, each[0].id_of != "local"))
        for ref, where in ordered:
            number = whole.get(ref, ref.id)
            if OPEN in {ref.name, number}:
                self.of[ref] = None
                continue
            meant = ref if number == ref.id else replace(ref, id=number)
            self.of[ref] = self._find(meant, where, desks[where.file])

    def _zeros(self, own: Sequence[StudentRef], refs: Mapping[StudentRef, Place], desk: Desk) -> dict[StudentRef, str]:
        """Return the numbers with the zeros that they have lost, as the mapping says; `?` where it has to be asked.

        A number has lost them if with zeros in front it is that of a student of the same or a like name, or if other
        numbers of the file begin with zeros and are longer. A file that has lost them has lost all of them.
        """
        names = {one.id: one.key for one in self.all.values()} | {ref.id: _key_of(ref) for ref in refs if ref.id}
        full = {id_.lstrip("0"): id_ for id_ in names if id_.startswith("0") and id_.isdigit()}
        width = max((len(ref.id) for ref in own if ref.id.startswith("0") and ref.id.isdigit()), default=0)
        found: dict[StudentRef, str] = {}
        others: dict[StudentRef, str] = {}
        for ref in own:
            if not ref.id.isdigit() or ref.id.startswith("0") or ref.id_of != "local" or ref.id in self.all:
                continue
            other = full.get(ref.id)
            key = _key_of(ref)
            if other is not None and (key in {names[other], ""} or may_be_one(key, names[other])):
                found[ref] = other
            elif other is not None:
                others[ref] = other
            elif len(ref.id) < width:
                found[ref] = ref.id.zfill(width)
        answer = desk.answer(("zeros",))
        if not found or answer == "none":
            return {}
        found |= others
        if answer == "lost":
            desk.assume("Numbers of students were given back the zeros that they begin with.")
            return found
        pairs = list(dict.fromkeys((ref.id, number) for ref, number in found.items()))[:3]
        shown = ", ".join(id_ for id_, _ in pairs)
        meant = ", ".join(f"{id_} is {number}" for id_, number in pairs)
        says = f"Have the numbers of students lost the zeros that they begin with, so that {meant}?"
        likely = (Answer("lost", "yes: they have lost them"), Answer("none", "no: they are other students"))
        question = Question("zeros", shown, says, ("zeros",), desk.file, likely=likely)
        for ref in found:
            desk.ask(question, refs[ref])
        return dict.fromkeys(found, OPEN)

    def _find(self, ref: StudentRef, where: Place, desk: Desk) -> Student | None:  # noqa: PLR0911 - one return for each kind reads best
        key = _key_of(ref)
        named = self._by_key.get(key, []) if key else []
        answer = desk.answer(("students", told_apart(ref)))
        if answer is None and (len(named) < 2 or told_apart(ref) == ref.shown):  # noqa: PLR2004 - two of one name
            # What was answered for the bare name says nothing of two whom a grade or school tells apart.
            answer = desk.answer(("students", ref.shown))
        if isinstance(answer, str) and answer != NEW:
            return self._answered(answer, ref)
        if ref.id:
            known = self._with_id(ref)
            if known is not None:
                return self._filled(known, ref)
        same = [one for one in named if _agrees(one, ref)] or [one for one in named if _compatible(one, ref)] or named
        if answer == NEW and not (len(same) == 1 and not same[0].new and _agrees(same[0], ref)):
            return self._new(ref)
        alone = len(named) < 2 or all(one.new for one in named)  # noqa: PLR2004 - two of one name
        if len(same) == 1 and alone and _compatible(same[0], ref) and (not ref.id or not _has_number(same[0], ref)):
            return self._filled(same[0], ref)
        if same:
            if ref.id and all(one.new and one.ids.get(ref.id_of) for one in same):
                # Numbers of one system that differ are two children of one name.
                return self._new(ref)
            says = "Which of the students of this name is meant?"
            self._ask(ref, same, where, desk, says, told_apart(ref))
            return None
        loose = self._loose(key, ref)
        if loose:
            self._ask(ref, loose, where, desk, "Is this a student who is known under another name?", ref.shown)
            return None
        return self._new(ref)

    def _with_id(self, ref: StudentRef) -> Student | None:
        if ref.id_of == "local" and ref.id in self.all:
            return self.all[ref.id]
        return self._by_number.get((ref.id_of, ref.id))

    def _answered(self, answer: str, ref: StudentRef) -> Student:
        if answer in self.all:
            return self._filled(self.all[answer], ref)
        return self._add(_made(answer, ref))

    def _filled(self, student: Student, ref: StudentRef) -> Student:
        """Fill in what a student on record lacks and a reference says, for one who is new."""
        if student.new:
            student.school = student.school or ref.school
            student.grade = student.grade or ref.grade
            student.born = student.born or ref.born
            if not student.key:
                student.first, student.last = _parts(ref)
                student.key = _key_of(ref)
                self._index(student)
        if ref.id and ref.id_of not in student.ids:
            student.ids[ref.id_of] = ref.id
            self._number(student)
        return student

    def _loose(self, key: str, ref: StudentRef) -> list[Student]:
        words = key.split()
        near = {one.id: one for word in words for one in self._by_token.get(word, ())}
        # A name of one word, or with an initial, may be near to names with which it shares no word.
        initials = {one.id: one for at in _letters(key) for one in self._by_token.get(f"{at}{_SHORT}", ())}
        if _is_short(key):
            initials |= {one.id: one for one in self._by_token.get(f"{key[:1]}*", ())}
        found = [one for one in (near | initials).values() if _compatible(one, ref) and may_be_one(key, one.key)]
        # Numbers of one system tell two children apart.
        return [one for one in found if not _has_number(one, ref) or not ref.id]

    def _ask(  # noqa: PLR0917 - one caller a line
        self, ref: StudentRef, likely: Iterable[Student], where: Place, desk: Desk, says: str, name: str
    ) -> None:
        answers = [*(Answer(one.id, one.shown) for one in likely), Answer(NEW, "another student")]
        text = f"{says} In the file: {told_apart(ref)}."
        desk.ask(
            Question("student", name, text, ("students", name), desk.file, likely=tuple(answers), any_text=True), where
        )

    def _new(self, ref: StudentRef) -> Student:
        if ref.id and ref.id not in self.all:
            return self._add(_made(ref.id, ref))
        self._last += 1
        return self._add(_made(f"S-{self._last:04d}", ref))

    def _add(self, student: Student) -> Student:
        self.all[student.id] = student
        self._number(student)
        if ours := _OURS.match(student.id):
            self._last = max(self._last, int(ours.group(1)))
        if student.key:
            self._index(student)
        return student

    def _number(self, student: Student) -> None:
        """Let a student be found by other systems' numbers; the first of two who have one keeps it."""
        for number in student.ids.items():
            self._by_number.setdefault(number, student)

    def _index(self, student: Student) -> None:
        self._by_key[student.key].append(student)
        for word in student.key.split():
            self._by_token[word].append(student)
        for letter in _letters(student.key):
            self._by_token[f"{letter}*"].append(student)
            if _is_short(student.key):
                self._by_token[f"{letter}{_SHORT}"].append(student)


def _letters(key: str) -> list[str]:
    """Return the letters that the first and the last word of a name begin with."""
    return sorted({key[:1], key.rsplit(maxsplit=1)[-1][:1]}) if key else []


def _is_short(key: str) -> bool:
    """Return whether a name is one word or has an initial."""
    words = key.split()
    return len(words) == 1 or any(len(word) == 1 for word in words)


def told_apart(ref: StudentRef) -> str:
    """Return a name with the grade and school that a row gives: how a mapping tells two of one name apart."""
    about = ", ".join(part for part in (f"grade {ref.grade}" if ref.grade else "", ref.school) if part)
    return f"{ref.shown} ({about})" if about else ref.shown


def _key_of(ref: StudentRef) -> str:
    return name_key(ref.name) if ref.name else name_key(f"{ref.first} {ref.last}")


def _parts(ref: StudentRef) -> tuple[str, str]:
    return (ref.first, ref.last) if ref.first or ref.last else parted(ref.name)


def _made(id_: str, ref: StudentRef) -> Student:
    first, last = _parts(ref)
    ids = {ref.id_of: ref.id} if ref.id else {}
    return Student(id_, first, last, ref.school, ref.grade, ref.born, ids=ids)


def _compatible(student: Student, ref: StudentRef) -> bool:
    """Return whether nothing that is known of both tells two children apart.

    A child on record may have moved to another school or grade meanwhile, but hardly to both at once.
    """
    if student.born and ref.born and student.born != ref.born:
        return False
    school = bool(student.school and ref.school) and name_key(student.school) != name_key(ref.school)
    grade = bool(student.grade and ref.grade) and student.grade.casefold() != ref.grade.casefold()
    return not (school or grade) if student.new else not (school and grade)


def _agrees(student: Student, ref: StudentRef) -> bool:
    """Return whether all that is known of both is the same, the grade and school among it."""
    grade = bool(student.grade and ref.grade) and student.grade.casefold() == ref.grade.casefold()
    school = bool(student.school and ref.school) and name_key(student.school) == name_key(ref.school)
    return (grade and (school or not ref.school)) or (school and not ref.grade)


def _has_number(student: Student, ref: StudentRef) -> bool:
    """Return whether a student has a number of the system of a reference, which then is another one."""
    own = student.ids.get(ref.id_of)
    if own is None and ref.id_of == "local":
        own = student.id if not (student.new or _OURS.match(student.id)) else None
    return own is not None and own != ref.id
