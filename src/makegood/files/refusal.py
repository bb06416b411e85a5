"""Why a file, or a part of it, is not read: said as a value."""

from dataclasses import dataclass

from makegood.terms.findings import Finding, Origin


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is not read.

    Attributes:
        code: A short fixed word, as a finding has it.
        says: One or two plain sentences about "this file" or "this sheet".
        expected: What it should be, in plain words.
        row: The row, where one is to blame.
        column: The column, as the file names it.
        found: What is there.
    """

    code: str
    says: str
    expected: str | None = None
    row: int | None = None
    column: str | None = None
    found: str | None = None

    def finding(self, table: str) -> Finding:
        """Return the error that this is.

        Args:
            table: The table or file, as findings name it.
        """
        origin = Origin(table, self.row, self.column)
        return Finding("error", self.code, self.says, origin, found=self.found, expected=self.expected)
