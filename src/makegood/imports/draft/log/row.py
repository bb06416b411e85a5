"""One row of a log that is about a session: what its columns say of it, word for word."""

from dataclasses import dataclass

from makegood.imports.ask import Place
from makegood.imports.cells import Cell
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.values.dates import written_day
from makegood.imports.words import common


@dataclass(slots=True)
class LogRow:
    """A row of a log.

    Attributes:
        rows: What reads the rows of its table.
        number: The row's number in the sheet.
        words: All that it says.
        drafts: Where it is named if no session comes of it.
        code: Its code; each of these is blank where the row has none.
        reason: Why the session was missed.
        kind: What kind of session it was.
        note: Its note.
    """

    rows: RowReader
    number: int
    words: str
    drafts: Drafts
    code: str
    reason: str
    kind: str
    note: str

    @classmethod
    def of(cls, rows: RowReader, number: int, words: str, drafts: Drafts) -> "LogRow":
        """Return a row with what its columns say."""
        code, reason, kind, note = (rows.text(number, name) for name in ("code", "reason", "kind", "note"))
        return cls(rows, number, words, drafts, code, reason, kind, note)

    @property
    def award(self) -> str:
        """The award that it is given under, as it is written; blank if it names none. A day is that of a miss."""
        text = self.rows.text(self.number, "award")
        return "" if common(text, "no", "nothing") or written_day(self.cell("award")) else text

    @property
    def desk(self) -> Desk:
        """Where its words are looked up, and questions go."""
        return self.rows.desk

    def cell(self, meaning: str) -> Cell:
        """Return its cell in the column of a meaning; None if there is none."""
        return self.rows.cell(self.number, meaning)

    def place(self, meaning: str | None = None) -> Place:
        """Return where it is, or its cell of a meaning."""
        return self.rows.place(self.number, meaning)

    def leave_out(self, why: str) -> None:
        """Name it as a row of which no session comes."""
        self.drafts.left_out.append(LeftOut(self.place(), why, self.words))
