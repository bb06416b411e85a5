"""The page that explains the tables to the person who fills them in."""

from typing import Final

from makegood.records import NEEDED, RECORDED_AT, TABLES, Column, Kind, Sessions, Table
from makegood.terms.reasons import IN_WORDS

KIND_IN_WORDS: Final[dict[Kind, str]] = {
    "id": "a number or code, kept exactly as text",
    "ids": "numbers or codes, separated by ;",
    "text": "words",
    "words": "words, separated by ;",
    "date": "a date as YYYY-MM-DD",
    "moment": "a date as YYYY-MM-DD, or a date and time as YYYY-MM-DD HH:MM",
    "time": "a time as HH:MM",
    "weekday": "the name of a weekday",
    "minutes": "whole minutes, 0 or more",
    "number": "a whole number, 0 or more",
    "count": "a whole number, 1 or more",
    "yes_no": "yes or no",
    "money": "dollars, such as 62.50",
}

OPENING: Final = """\
# Start here

Each table below is a sheet or a file of its own. Fill in one row per line; leave the first row as it is.

* Four tables are needed: students, terms, services and sessions. Leave the others empty or delete them.
* A column marked **needed** must be filled in on every row. The others may stay blank.
* Numbers of students and the like are text: 004217 is not 4217. Format these columns as Text before you type.
* Write the IEP's words into 'mandate' as they stand there. If they can mean two things, you will be asked.
* The tables from 'availability' on only matter where make-ups are planned. 'student_times' says when a student may be
  taken; write at least the lunches and the lessons that nobody may miss.
* Every table may also have a column 'recorded_at': the day, or day and time, on which a row was written down. It is
  listed at sessions only. With it, '--known-on DATE' shows the account as it was known on a day.
* Never change a row of sessions later. Add a new one, and name the old one in its column 'corrects'.
* When you are done, run: makegood check FOLDER
"""


def guide() -> str:
    """Return the whole page as Markdown."""
    parts = [OPENING, *map(of_table, TABLES), reasons()]
    return "\n".join(parts)


def what(spec: Column) -> str:
    """Return in words what may stand in a column."""
    return f"one of: {', '.join(spec.choices)}" if spec.choices else KIND_IN_WORDS[spec.kind]


def offered(table: type[Table]) -> dict[str, Column]:
    """Return the columns to fill in: `recorded_at`, which every table may have, only where rows are added each day."""
    return {name: spec for name, spec in table.columns().items() if name != RECORDED_AT or table is Sessions}


def of_table(table: type[Table]) -> str:
    """Return a table's part: what it holds, its columns and an example row."""
    specs = offered(table)
    needed = "This table is needed." if table.NAME in NEEDED else "This table may be left out."
    lines = [
        f"## {table.NAME}",
        "",
        f"{table.SAYS} {needed}",
        "",
        "| column | what it holds | what to write | example |",
        "| --- | --- | --- | --- |",
    ]
    for name, spec in specs.items():
        must = " **needed**" if spec.needed else ""
        lines.append(f"| `{name}`{must} | {spec.says} | {what(spec)} | {spec.example} |")
    return "\n".join([*lines, ""])


def reasons() -> str:
    """Return the list of reasons for missed minutes."""
    rows = [f"| `{reason}` | {words} |" for reason, words in IN_WORDS.items()]
    lines = [
        "## Reasons",
        "",
        "In the column 'reason' of sessions write one of these or its words, or a code of your own district's policy.",
        "The words may be Spanish too: 'makegood reasons --lang es' prints them. 'unrecorded' is never written.",
        "",
        "| reason | what it says |",
        "| --- | --- |",
    ]
    return "\n".join([*lines, *rows, ""])
