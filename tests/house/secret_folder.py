"""A made-up folder in which every cell that is about a person is a marked secret, and the ways to damage it."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import xlsxwriter
from tests.intake.folders import PLANNED, SOUND

MARKS = ("qz", "2018", "87654")
"""What every secret holds: the letters of names and words, the year of birth, the house number of an address."""

Rows = list[list[str]]
Folder = dict[str, Rows]

_MORE = {
    "students": """\
student_id,school_id,given_name,family_name,grade,home_language,date_of_birth,Home Address
004217,MRE,Qzorva,Vexholm-Qzunder,3,Qzechi,2018-03-07,87654 Qzaddle Lane
004218,MRE,Qzu,O'Qzara,3,Qzechi,2018-11-30,87654 Qzaddle Lane
004219,PHE,Qzimble,Qzandersen,4,Qzunese,2018-06-01,87654 Qzonk Street
""",
    "services": """\
service_id,student_id,service_type,mandate,minutes,per,sessions,every,esy,group_max,provider_id,start,end,source
SV1,004217,speech,,30,week,2,,,2,P01,,,IEP of Qzorva
SV2,004218,speech,,30,week,2,,,2,P01,,,IEP of Qzu
SV3,004217,occupational_therapy,2 x 30 min weekly,,,,,,,P02,,,IEP of Qzorva
SV4,004219,speech,,30,week,2,,,2,P01,,,IEP of Qzimble
""",
    "sessions": """\
session_id,service_id,date,minutes_delivered,start_time,reason,kind,provider_id,group_size,corrects,recorded_by,note
L1,SV1,2026-09-14,30,09:00,,,P01,2,,Wimbledore Qzatt,Qzorva was sad
L2,SV1,2026-09-16,0,09:00,provider_absent,,P01,,,Wimbledore Qzatt,told the mother of Qzorva
L3,SV2,2026-09-14,30,09:00,,,P01,2,,Wimbledore Qzatt,Qzu
L4,SV3,2026-09-15,0,10:00,vacancy,,,,,Wimbledore Qzatt,"Qzorva, Qzu"
""",
    "providers": """\
provider_id,name,service_types,hourly_cost,employer
P01,Wimbledore Qzatt,speech,62.50,Qzatt and Daughters
P02,Qzilla Sample,occupational_therapy,$62,district
""",
    "determinations": """\
determination_id,session_id,disposition,decided_on,decided_by,rationale
D1,L2,owed,2026-10-01,Principal Qzotter,Qzorva needs it
""",
    "family_notes": """\
note_id,student_id,date,service_type,saw,words
F1,004217,2026-09-16,speech,not_held,Qzorva came home and cried
""",
    "signatures": """\
signature_id,signed_by,title,signed_at,as,session_id
G1,Wimbledore Qzatt,Qzerapist,2026-09-14 15:00,provider,L1
""",
    "student_absences": "student_id,date,until,kind\n004219,2026-09-21,,absent\n",
}

Damage = Callable[[Folder, str, random.Random], None]


def secret_folder() -> Folder:
    """Return the sound folder's tables with secrets for persons, as rows of cells; the header comes first."""
    tables = {**SOUND, **PLANNED, **_MORE}
    return {name: [_cells(line) for line in text.splitlines()] for name, text in tables.items()}


def _cells(line: str) -> list[str]:
    head, *quoted = line.split('"')
    return head.split(",") if not quoted else [*head.rstrip(",").split(","), quoted[0]]


def header_missing(folder: Folder, table: str, _: random.Random) -> None:
    """Take the header line away."""
    del folder[table][0]


def header_swapped(folder: Folder, table: str, _: random.Random) -> None:
    """Let the header and the first row change places."""
    rows = folder[table]
    rows[0], rows[1] = rows[1], rows[0]


def header_and_row_in_one(folder: Folder, table: str, _: random.Random) -> None:
    """Lose the line break after the header."""
    rows = folder[table]
    rows[0:2] = [[*rows[0], *rows[1]]]


def shifted_right(folder: Folder, table: str, _: random.Random) -> None:
    """Move every cell of the data one column to the right; the last one comes first."""
    folder[table][1:] = [[row[-1], *row[:-1]] for row in folder[table][1:]]


def shifted_left(folder: Folder, table: str, _: random.Random) -> None:
    """Move every cell of the data one column to the left."""
    folder[table][1:] = [[*row[1:], row[0]] for row in folder[table][1:]]


def column_removed(folder: Folder, table: str, chance: random.Random) -> None:
    """Take the name of a column out of the header, so that the cells under it are those of its neighbour."""
    del folder[table][0][chance.randrange(len(folder[table][0]))]
    folder[table][1:] = [row[: len(folder[table][0])] for row in folder[table][1:]]


def cell_too_many(folder: Folder, table: str, chance: random.Random) -> None:
    """Write a cell twice."""
    row = chance.choice(folder[table][1:])
    row.insert(chance.randrange(len(row)), chance.choice(row))


def columns_swapped(folder: Folder, table: str, chance: random.Random) -> None:
    """Let two names of columns change places."""
    header = folder[table][0]
    one, other = chance.sample(range(len(header)), 2)
    header[one], header[other] = header[other], header[one]


def cell_moved(folder: Folder, table: str, chance: random.Random) -> None:
    """Move a cell into the column beside it."""
    row = chance.choice(folder[table][1:])
    at = chance.randrange(len(row) - 1)
    row[at], row[at + 1] = "", row[at]


def cells_swapped(folder: Folder, table: str, chance: random.Random) -> None:
    """Let two cells of one row change places."""
    row = chance.choice(folder[table][1:])
    one, other = chance.sample(range(len(row)), 2)
    row[one], row[other] = row[other], row[one]


def rows_doubled(folder: Folder, table: str, _: random.Random) -> None:
    """Write every row twice."""
    folder[table] += [list(row) for row in folder[table][1:]]


def other_table(folder: Folder, table: str, chance: random.Random) -> None:
    """Put the students where another table should be."""
    folder[table if table != "students" else chance.choice(["sessions", "services"])] = folder["students"]


def nul(folder: Folder, table: str, chance: random.Random) -> None:
    """Put a NUL, an escape and a mark for writing from right to left into a cell."""
    row = chance.choice(folder[table][1:])
    row[chance.randrange(len(row))] += chance.choice(["\0", "\x1b[2J", "\u202e"])


def quote_open(folder: Folder, table: str, chance: random.Random) -> None:
    """Begin a quotation that nobody ends."""
    row = chance.choice(folder[table])
    at = chance.randrange(len(row))
    row[at] = f'"{row[at]}'


def not_utf8(folder: Folder, table: str, chance: random.Random) -> None:
    """Write a letter that is no UTF-8."""
    row = chance.choice(folder[table][1:])
    row[chance.randrange(len(row))] += "\udcff"


DAMAGES: tuple[Damage, ...] = (
    header_missing, header_swapped, header_and_row_in_one, shifted_right, shifted_left, column_removed, cell_too_many,
    columns_swapped, cell_moved, cells_swapped, rows_doubled, other_table, nul, quote_open, not_utf8,
)  # fmt: skip


def of_persons(folder: Folder) -> list[str]:
    """Return the tables that have a column for a secret."""
    return sorted(table for table, rows in folder.items() if holds_secret(",".join(",".join(row) for row in rows)))


def holds_secret(text: str) -> bool:
    """Return whether a text holds the mark of a secret."""
    return any(mark in text.casefold() for mark in MARKS)


def every_move(folder: Folder) -> Iterator[tuple[str, int]]:
    """Yield each table of persons and each of its columns but the last: a cell of it can move into the next one."""
    for table in of_persons(folder):
        yield from ((table, at) for at in range(len(folder[table][0]) - 1))


def write(folder: Folder, place: Path) -> Path:
    """Write a folder of CSV files as it is, broken quotes and all."""
    place.mkdir()
    for table, rows in folder.items():
        lines = [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows]
        (place / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogateescape")
    return place


def write_workbook(folder: Folder, place: Path) -> Path:
    """Write a folder as one workbook, with a sheet that bears a child's name."""
    with xlsxwriter.Workbook(place) as book:
        book.add_worksheet("Qzorva V").write_row(0, 0, ["Qzorva", "2018-03-07"])
        for table, rows in folder.items():
            sheet = book.add_worksheet(table)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return place
