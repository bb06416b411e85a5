"""The lines of a table's text: none of them so long that it cannot be one."""

from makegood.files.limits import COLUMNS, CSV_LINE
from makegood.files.refusal import Refusal


def refuse_lines(text: str, delimiter: str) -> Refusal | None:
    """Return why a table's text is not split into cells, told from its lines; None if it may be.

    Args:
        text: The text.
        delimiter: What stands between two cells.
    """
    for at in range(0, len(text) - CSV_LINE, CSV_LINE):
        # A piece without a line end is a part of one line; so what is looked at is little.
        if text.find("\n", at, at + CSV_LINE) < 0 and text.find("\r", at, at + CSV_LINE) < 0:
            says = f"A line of this file has more than {CSV_LINE:,} characters, which is more than is read."
            return Refusal("line_too_long", says, "a line for each row", text.count("\n", 0, at) + 1)
    header = text.lstrip("\r\n").partition("\n")[0]
    return refuse_columns(header.count(delimiter) + 1)


def refuse_columns(count: int) -> Refusal | None:
    """Return why a table with so many columns is not read; None if it is."""
    if count <= COLUMNS:
        return None
    says = f"The header has more than {COLUMNS:,} columns, which is more than is read."
    return Refusal("too_many_columns", says, f"at most {COLUMNS:,} columns", found=f"{count:,} columns")
