"""A workbook of tables. Every cell is a text: no spreadsheet makes a number of an id, or a formula of a text."""

import datetime as dt
import io
from collections.abc import Mapping
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]

from makegood.exports.export import Sheet
from makegood.terms.letters import letters
from makegood.terms.visible import visible

_TEXT: Final = 49
"""The number that spreadsheets give their own format Text."""
_WIDEST: Final = 40
_MADE: Final = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
"""The same records make the same file, so it does not say when it was made."""


def workbook_of(sheets: Mapping[str, Sheet]) -> bytes:
    """Return tables as the bytes of an .xlsx file, each a sheet with its header in the first row.

    Args:
        sheets: The tables by name; their cells are texts.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": _TEXT})
    for name, sheet in sheets.items():
        page = book.add_worksheet(name)
        page.freeze_panes(1, 0)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, min(_WIDEST, max(12, len(column) + 2)), text)
            page.write_string(0, place, column, bold)
        row = 0
        for row, cells in enumerate(sheet.rows, start=1):
            for place, column in enumerate(sheet.columns):
                if cells[column]:
                    page.write_string(row, place, visible(cells[column]), text)
        # Else every cell of minutes gets a green corner.
        page.ignore_errors({"number_stored_as_text": f"A1:{letters(len(sheet.columns) - 1)}{row + 1}"})
    book.close()
    return file.getvalue()
