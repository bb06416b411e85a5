"""The page `docs/records.md`, made from the tables, their other names and the checks.

Write it again with `python -m tests.intake.records_page`.
"""

import inspect
from pathlib import Path

from makegood.intake.aliases import COLUMNS, NAMES, OF_EVERY_TABLE
from makegood.intake.checks import OF_IDS, OF_MEANING
from makegood.intake.folded import MOST, NAMED
from makegood.intake.guide import of_table, reasons
from makegood.ledger.coding.changeovers import changeovers
from makegood.log.doubts import OF_REASONS
from makegood.records import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "records.md"

OPENING = f"""\
# A folder of records

What Makegood reads: one CSV file per table in a folder, or one `.xlsx` workbook with a sheet per table.
`students`, `terms`, `services` and `sessions` are needed. `makegood template OUT` writes empty tables to fill in,
`makegood check FOLDER` says what is wrong with them. Records with an error are refused whole; a warning asks a
person to look. The folder may hold its own policy packs in `policies/*.yaml` (beside a workbook: in the same place).

This page is made from the program's own tables and checks (`tests/intake/records_page.py`).

## How cells are read

* **Ids** are text and stay exactly as they are written; only blanks around them go. `0471` is not `471`. What a
  spreadsheet shortened (`1.23457E+11`) is refused; a number of 16 digits or more that ends in zeros gets a warning.
* **When a row was written**: every table may have `recorded_at` (other names:
  {", ".join(OF_EVERY_TABLE["recorded_at"])}),
  a date or a date and time as the clock showed it. `--known-on DATE` leaves out what was written later. A row without
  it is always known.
* **Dates** are `YYYY-MM-DD`. A date with slashes is read, with a warning, if it can only mean one day (9/14/2026). If
  it can mean two (9/5/2026) it is refused, unless `--dates mdy` or `--dates dmy` says for all files which it is.
  Years of two digits and years outside 1990 to 2100 are refused.
* **Times** are `09:30` or `9:30 AM`. **Weekdays** are names, English or Spanish; numbers are refused.
* **Minutes** are whole: `30` or `30.0`, never `30.5` or `30 min`. **Yes and no**: yes/no, true/false, 1/0.
* **Dollars** are `62`, `62.50` or `$62.50`. **Lists** are separated by `;`.
* **Words with a fixed meaning** may have capitals, blanks or hyphens: `Make-up` is `make_up`.
* **Files** are UTF-8. Older Excel's Windows-1252 is read with a warning, and so are semicolons or tabs in the
  place of commas where the header has no comma. Blank lines are skipped. Rows are numbered as a spreadsheet shows them.
* **Workbooks**: what a spreadsheet turned into a date or time where text belongs (`2:30:1`, `1-2`) is refused, with
  what was likely typed. An id that became a number is read with a warning: its leading zeros may be gone.
* **Headers** may have other names (below), in any case, with blanks or underscores. Two headers for one column are
  refused. A state's student number (SSID) is on purpose not taken for `student_id`.
* **Calendar files** (`.ics`) are never used by themselves: `makegood calendar FILE.ics --calendar ID` writes rows that
  a person answers with yes or no in `confirm`. Until every row is answered, the calendar is refused. A `?` in `grades`
  means that the calendar's words are for some only: write the grades, or empty the cell if it is for everyone.
* All tables are checked in one round: what cannot be read hides nothing else. More than {MOST} findings of one kind in
  one column are one, which counts them and names the first {NAMED} rows.

"""


def page() -> str:
    """Return the whole page."""
    tables = [part for table in TABLES for part in (of_table(table), _other_names(table.NAME))]
    return "\n".join([OPENING, *tables, reasons(), _checks()])


def _other_names(table: str) -> str:
    columns = "; ".join(f"`{column}`: {', '.join(names)}" for column, names in COLUMNS[table].items())
    return f"Other names of the table: {', '.join(NAMES[table])}. Other names of its columns: {columns}.\n"


def _checks() -> str:
    checks = (*OF_IDS, *(one.run for one in OF_MEANING), *OF_REASONS, changeovers)
    says = [inspect.getdoc(check) or "" for check in checks]
    lines = ["* " + " ".join(one.split("\n\n")[0].split()).removeprefix("Yield ") for one in says]
    return "\n".join(["## What is looked for", "", "Makegood points out:", "", *lines, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
