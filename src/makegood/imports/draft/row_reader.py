"""Reads a row by what its columns mean, and whom and what it is about: the student, the service, the place."""

from dataclasses import dataclass, field
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import Cell, text_of
from makegood.imports.draft.date_order import order_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import StudentRef
from makegood.imports.draft.service_words import service_type_of
from makegood.imports.look import Block, Look
from makegood.imports.look.cells import delivery_of
from makegood.imports.look.columns import PROMISES
from makegood.imports.mapping import OPEN
from makegood.imports.values.dates import written_day
from makegood.imports.values.grade import grade_in
from makegood.imports.values.written import Order
from makegood.imports.words import bare, common

_NAMES: Final = frozenset({"student_name", "last_name", "first_name", "student_id"})
_LEAVE_OUT: Final = "leave_out"
"""What a mapping says of a service whose rows are not read."""
_COUNT: Final = range(1, 31)


@dataclass(slots=True)
class RowReader:
    """Reads what the rows of a table say of who and what they are about.

    Attributes:
        look: What was seen in the sheet.
        block: The table.
        desk: Where questions and assumptions go.
        service: The type of service that holds for the whole sheet, or None.
        one_student: Whether a sheet that names no students in its rows is about one.
    """

    look: Look
    block: Block
    desk: Desk
    service: str | None = None
    one_student: bool = True
    _student: StudentRef | None = None
    _places: dict[str, int] = field(default_factory=dict)
    _students: dict[tuple[Cell, ...], StudentRef] = field(default_factory=dict)
    _orders: dict[tuple[str, ...], Order | None] = field(default_factory=dict)
    _services: dict[str, str | None] = field(default_factory=dict)
    _id_of: str = "local"
    _rows: list[tuple[Cell, ...]] = field(default_factory=list)
    _left_out: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Find the columns once, and what holds for the whole sheet."""
        types = self.desk.mapping.service_types
        self._left_out = {bare(word) for word, meaning in types.items() if meaning == _LEAVE_OUT}
        self._rows = self.look.sheet.rows
        for column in self.block.columns:
            if column.meaning:
                self._places.setdefault(column.meaning, column.place)
            if column.meaning == "student_id":
                system = bare(column.heading)
                self._id_of = system if system.split()[:1] in (["seis"], ["person"], ["perm"]) else "local"
        sheet = self.look.sheet
        where = Place(sheet.file, sheet.name)
        if "service_type" not in self._places:
            own = self.desk.answer(("sheets", sheet.name, "service_type"))
            word = own or self.look.titles.get("service_type")
            self.service = service_type_of(word, self.desk, where) if word else None
        if self.one_student and not self.names_students:
            self._student = self._of_sheet(where)

    @property
    def has_promises(self) -> bool:
        """Whether a column, or a title, is about what the IEP promises."""
        return bool(PROMISES & self._places.keys()) or "mandate" in self.look.titles

    @property
    def names_students(self) -> bool:
        """Whether the rows name their students."""
        return bool(_NAMES & self._places.keys())

    def place(self, row: int, meaning: str | None = None) -> Place:
        """Return where a row, or its cell of a meaning, is."""
        column = self._places.get(meaning) if meaning else None
        return Place(self.look.sheet.file, self.look.sheet.name, row, column)

    def cell(self, row: int, meaning: str) -> Cell:
        """Return a row's cell in the column of a meaning; None if there is none."""
        place = self._places.get(meaning)
        if place is None:
            return None
        cells = self._rows[row - 1]
        return cells[place] if place < len(cells) else None

    def text(self, row: int, meaning: str) -> str:
        """Return a row's cell as text, blank if there is none."""
        cell = self.cell(row, meaning)
        if cell is None:
            return ""
        return cell if isinstance(cell, str) else text_of(cell)

    def has(self, meaning: str) -> bool:
        """Return whether the table has a column of a meaning."""
        return meaning in self._places

    def student(self, row: int) -> StudentRef | None:
        """Return the student that a row names; None if it names none."""
        if self._student is not None:
            return self._student
        name, first, last = (self.text(row, each) for each in ("student_name", "first_name", "last_name"))
        number = self.text(row, "student_id")
        if not (name or first or last or number):
            return None
        cells = (name, first, last, number, *(self.cell(row, each) for each in ("school", "grade", "date_of_birth")))
        if cells not in self._students:
            self._students[cells] = self._ref(row, name, first, last, number)
        return self._students[cells]

    def _ref(self, row: int, name: str, first: str, last: str, number: str) -> StudentRef:
        born = written_day(self.cell(row, "date_of_birth"), numbers=True)
        return StudentRef(
            name=name,
            first=first,
            last=last,
            id=number,
            school=self.text(row, "school") or self.look.titles.get("school", ""),
            grade=grade_in(self.text(row, "grade") or self.look.titles.get("grade", "")),
            born=born.on(self.desk.date_order or "month_first", None) if born else None,
            id_of=self._id_of,
        )

    def date_order(self, *meanings: str) -> Order | None:
        """Return whether the month or the day comes first in some columns together; asked once if nothing decides."""
        if meanings not in self._orders:
            cells = ((row, name) for row in self.block.below for name in meanings)
            days = {at: day for at in cells if (day := written_day(self.cell(*at), numbers=True))}
            first = (self.block.heading_row + 1, meanings[0])
            where = next((at for at, day in days.items() if day.numeric and day.order is None), first)
            self._orders[meanings] = order_of(list(days.values()), self.desk, self.place(*where))
        return self._orders[meanings]

    def service_type(self, row: int) -> str | None:
        """Return the type of service of a row, or what holds for the sheet; None if neither says."""
        word = self.text(row, "service_type")
        if not word:
            return self.service
        if word not in self._services:
            self._services[word] = service_type_of(word, self.desk, self.place(row, "service_type"))
        elif found := self._services[word]:
            self.desk.take("service_types", word, found)
        else:
            service_type_of(word, self.desk, self.place(row, "service_type"))
        return self._services[word]

    def provider(self, row: int) -> str | None:
        """Return who gives the service, by the row or for the whole sheet; None if neither names anybody."""
        text = self.text(row, "provider") or self.look.titles.get("provider")
        if text and _is_vacant(text):
            self.desk.assume(f"Where the provider is {text!r}, the post is open: nobody is named as the provider.")
            return None
        if text and common(text, "nothing"):
            return None
        return text

    def why_left_out(self, row: int) -> str | None:
        """Return why a row is not read of whose service the mapping says so; None for any other."""
        if self._left_out and bare(self.text(row, "service_type")) in self._left_out:
            return "a service that is left out, as the mapping says"
        return None

    def delivery(self, row: int) -> tuple[str | None, int | None]:
        """Return whether a session was for one or a group, and the group's size where the row tells."""
        text = self.text(row, "delivery")
        size = self.text(row, "group_size")
        number = int(size) if size.isdigit() and int(size) in _COUNT else None
        if number is None and (digits := "".join(c for c in text if c.isdigit())) and int(digits) in _COUNT:
            number = (
                int(digits) if common(text.rstrip("0123456789 ()"), "group") or "group" in text.casefold() else None
            )
        found = delivery_of(text) if text else None
        # Direct is how it is given, and not to how many.
        return None if found == "direct" else found, number

    def _of_sheet(self, where: Place) -> StudentRef | None:
        """Return the one student that a sheet without a column of names is about; asked if nothing says who."""
        sheet, titles = self.look.sheet, self.look.titles
        own = self.desk.answer(("sheets", sheet.name, "student"))
        name = sheet.name if own == "sheet" else own or titles.get("student_name", "")
        number = titles.get("student_id", "")
        if name or number:
            school, grade = titles.get("school", ""), titles.get("grade", "")
            return StudentRef(name=str(name), id=number, school=school, grade=grade)
        says = f"No column of {sheet.place} names the students. Whose sessions are these?"
        likely = (Answer("sheet", f"the sheet's name is the student's: {sheet.name}"),) if sheet.name else ()
        key = ("sheets", sheet.name, "student")
        self.desk.ask(
            Question("student_of_sheet", sheet.name or sheet.file, says, key, sheet.file, likely=likely, any_text=True),
            where,
        )
        return StudentRef(name=OPEN)


def _is_vacant(provider: str) -> bool:
    """Return whether words in the place of a provider say that the post is open: `VACANT`, `SLP TBD`."""
    return common(provider, "vacant") is not None or any(common(word, "vacant_word") for word in bare(provider).split())
