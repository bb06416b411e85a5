"""What is wrong with a record, said as a value and never raised at a person."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from makegood.terms.echo import echo
from makegood.terms.visible import visible

Level = Literal["error", "warning"]

BIRTH_DATES: Final = frozenset({"students"})
"""Tables in which a date can be a birth date, in whatever column it is found."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The place in the records that a finding is about; each part may be unknown.

    Attributes:
        table: The table or file, such as `sessions`.
        row: The row as a spreadsheet numbers it: the first row of a file is row 1. None for a whole table.
        column: The column, or None for a whole row.
    """

    table: str | None = None
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in the records.

    Attributes:
        level: An `error` refuses the records whole; a `warning` asks a person to look.
        code: A short fixed word for the kind of finding, such as `duplicate_id`.
        message: One or two plain sentences, without the place, and without repeating what was found and expected
            (an id may be named again where a sentence is about it). Whatever comes from a cell was given to
            `makegood.terms.echo.quoted` or `shown`, so it holds ids, never a pupil's name.
        origin: Where it was found.
        found: What the cell holds, as text; None if it may be about a person (`makegood.terms.echo`).
        expected: What it should hold, in plain words.
    """

    level: Level
    code: str
    message: str
    origin: Origin = Origin()
    found: str | None = None
    expected: str | None = None

    def __post_init__(self) -> None:
        """Drop what may be a name or a birth date, and make every character visible."""
        if self.found is not None:
            object.__setattr__(self, "found", echo(self.found, dates=self.origin.table not in BIRTH_DATES))

    @property
    def table(self) -> str | None:
        """The table or file."""
        return self.origin.table

    @property
    def row(self) -> int | None:
        """The row as a spreadsheet numbers it."""
        return self.origin.row

    @property
    def column(self) -> str | None:
        """The column."""
        return self.origin.column

    def line(self) -> str:
        """Return the finding as one line: where, what, what was found and what is needed, each said once."""
        row = f"row {self.row}" if self.row else None
        place = ", ".join(part for part in (self.table, row, self.column) if part)
        parts = [f"{self.level}: {place}: {self.message}" if place else f"{self.level}: {self.message}"]
        if self.found and self.found != self.column and f"'{self.found}'" not in self.message:
            parts.append(f"Found: {self.found!r}.")
        if self.expected is not None:
            parts.append(f"Needed: {self.expected}.")
        return visible(" ".join([*parts, f"[{self.code}]"]))

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as JSON prints it."""
        return {
            "level": self.level,
            "code": self.code,
            "message": self.message,
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "found": self.found,
            "expected": self.expected,
        }


@dataclass(frozen=True, slots=True)
class Alike:
    """Very many findings of one kind in one column, each of which is made only for who reads it.

    Attributes:
        count: How many there are.
        each: Makes them, in the order of their rows.
    """

    level: Level
    code: str
    table: str
    column: str
    count: int
    each: Callable[[], Iterator[Finding]]


def each_of(findings: Iterable[Finding | Alike]) -> Iterator[Finding]:
    """Yield the findings one by one."""
    for one in findings:
        if isinstance(one, Alike):
            yield from one.each()
        else:
            yield one


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that refuse the records."""
    return [finding for finding in findings if finding.level == "error"]


def sort_key(finding: Finding) -> tuple[bool, str, int, str]:
    """Order findings: errors first, then by table, row and code."""
    return (finding.level != "error", finding.table or "", finding.row or 0, finding.code)
