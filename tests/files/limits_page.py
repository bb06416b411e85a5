"""The page `docs/limits.md`, made from the table of limits.

Write it again with `python -m tests.files.limits_page`.
"""

from pathlib import Path

from makegood.files.limits import ALL

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"

OPENING = """\
# How much is read

A file that is damaged, or made to do harm, must not take all memory or all day. So each file has limits, far above what
a district needs. What is larger is refused with a sentence that names the limit; nothing is cut off in silence.

Only regular files are read. A link to one is followed. A pipe, a device, a socket or a folder in a file's place is
refused and never waited for.

A workbook is read by a process of its own. If that process needs too much memory or time, or the library that
reads workbooks fails, one finding says so.

| what | at most | of what | why |
| --- | --- | --- | --- |
"""
CLOSING = """
This page is made from the program's own table (`src/makegood/files/limits.py`).
"""


def page() -> str:
    """Return the whole page."""
    rows = (f"| {limit.of} | {limit.most:,} | {limit.unit} | {limit.why} |\n" for limit in ALL)
    return OPENING + "".join(rows) + CLOSING


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
