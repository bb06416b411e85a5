"""Which student a name is: one that is on record, a new one, or a question. Two children never become one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import Desk, StudentRef
from makegood.imports.mapping import OPEN
from makegood.imports.match.lost_zeros import with_zeros
from makegood.imports.match.names import may_be_one
from makegood.imports.match.student import (
    OURS,
    Student,
    agrees,
    has_another_number,
    key_of,
    may_be_this,
    parts_of,
    student_of,
    told_apart,
)
from makegood.records import Records

NEW: Final = "new"
"""What a mapping says of a name that is none of the students on record."""
_SHORT: Final = "?"
"""Ends the entries of the index by letters that hold short names only."""


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
        for desk in desks.values():
            whole |= with_zeros(self.all, refs, desk)
        ordered = sorted(refs.items(), key=lambda each: (not each[0].id, each[0].id_of != "local"))
        for ref, where in ordered:
            number = whole.get(ref, ref.id)
            if OPEN in {ref.name, number}:
                self.of[ref] = None
                continue
            meant = ref if number == ref.id else replace(ref, id=number)
            self.of[ref] = self._find(meant, where, desks[where.file])

    def _find(self, ref: StudentRef, where: Place, desk: Desk) -> Student | None:  # noqa: PLR0911 - one return for each kind reads best
        """Return the student of a reference, on record or new; None while it is asked who is meant."""
        key = key_of(ref)
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
        same = [one for one in named if agrees(one, ref)] or [one for one in named if may_be_this(one, ref)] or named
        if answer == NEW and not (len(same) == 1 and not same[0].new and agrees(same[0], ref)):
            return self._new(ref)
        alone = len(named) < 2 or all(one.new for one in named)  # noqa: PLR2004 - two of one name
        if (
            len(same) == 1
            and alone
            and may_be_this(same[0], ref)
            and (not ref.id or not has_another_number(same[0], ref))
        ):
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
        """Return the student whose id a person gave for a name: one who is there, or a new one of this id."""
        if answer in self.all:
            return self._filled(self.all[answer], ref)
        return self._add(student_of(answer, ref))

    def _filled(self, student: Student, ref: StudentRef) -> Student:
        """Fill in what a student on record lacks and a reference says, for one who is new."""
        if student.new:
            student.school = student.school or ref.school
            student.grade = student.grade or ref.grade
            student.born = student.born or ref.born
            if not student.key:
                student.first, student.last = parts_of(ref)
                student.key = key_of(ref)
                self._index(student)
        if ref.id and ref.id_of not in student.ids:
            student.ids[ref.id_of] = ref.id
            self._number(student)
        return student

    def _loose(self, key: str, ref: StudentRef) -> list[Student]:
        """Return the students whose names may be other ways to write a name."""
        words = key.split()
        near = {one.id: one for word in words for one in self._by_token.get(word, ())}
        # A name of one word, or with an initial, may be near to names with which it shares no word.
        initials = {one.id: one for at in _letters(key) for one in self._by_token.get(f"{at}{_SHORT}", ())}
        if _is_short(key):
            initials |= {one.id: one for one in self._by_token.get(f"{key[:1]}*", ())}
        # Numbers of one system tell two children apart; they are looked at first, since names take longer to compare.
        open_ = [one for one in (near | initials).values() if not (ref.id and has_another_number(one, ref))]
        return [one for one in open_ if may_be_this(one, ref) and may_be_one(key, one.key)]

    def _ask(  # noqa: PLR0917 - one caller a line
        self, ref: StudentRef, likely: Iterable[Student], where: Place, desk: Desk, says: str, name: str
    ) -> None:
        answers = [*(Answer(one.id, one.shown) for one in likely), Answer(NEW, "another student")]
        text = f"{says} In the file: {told_apart(ref)}."
        desk.ask(
            Question("student", name, text, ("students", name), desk.file, likely=tuple(answers), any_text=True), where
        )

    def _new(self, ref: StudentRef) -> Student:
        """Add a student with the number that a reference gives, or with one of ours."""
        if ref.id and ref.id not in self.all:
            return self._add(student_of(ref.id, ref))
        self._last += 1
        return self._add(student_of(f"S-{self._last:04d}", ref))

    def _add(self, student: Student) -> Student:
        self.all[student.id] = student
        self._number(student)
        if ours := OURS.match(student.id):
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
