"""How much of a person's files is read: every limit, with its reason. `docs/limits.md` is made from this table.

A limit is far above what a district needs. It keeps one file from taking all memory or all day.
"""

from dataclasses import dataclass
from typing import Final

FOLDER_ENTRIES: Final = 10_000
CSV_BYTES: Final = 250_000_000
CSV_LINE: Final = 1_000_000
COLUMNS: Final = 500
CELL_CHARACTERS: Final = 32_767

WORKBOOK_BYTES: Final = 100_000_000
WORKBOOK_UNPACKED: Final = 500_000_000
WORKBOOK_RATIO: Final = 200
WORKBOOK_PARTS: Final = 5_000
SHEET_CELLS: Final = 30_000_000
SHEET_BLANKS: Final = 20
SHEET_CHARACTERS: Final = 500_000_000
WORKBOOK_MEMORY: Final = 4_000_000_000
WORKBOOK_SECONDS: Final = 120
WORKBOOK_WAIT: Final = 300

ICS_BYTES: Final = 5_000_000
ICS_ENTRIES: Final = 5_000
ICS_FACTS: Final = 1_000_000
ICS_OF_A_RULE: Final = 1_000
ICS_OF_A_FILE: Final = 10_000
ICS_TITLE: Final = 300

YAML_BYTES: Final = 50_000
MAPPING_BYTES: Final = 2_000_000
YAML_DEPTH: Final = 30
PACKS: Final = 50
STATE_PACKS: Final = 1_000
PACK_BYTES: Final = 3_000
VERSIONS: Final = 100

FILE_ERRORS: Final = 100
JSON_BYTES: Final = 100_000_000
STORE_BYTES: Final = 1_000_000

TEMPLATE_BYTES: Final = 200_000
TEMPLATE_WORD_BYTES: Final = 5_000_000
FIELDS_BYTES: Final = 200_000
PACKET_BYTES: Final = 200_000_000
PAPER_SECONDS: Final = 20
PAPER_MEMORY: Final = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit as people read it.

    Attributes:
        of: What is limited.
        most: How much is read at most.
        unit: What is counted.
        why: Why it is enough, or what it keeps away.
    """

    of: str
    most: int
    unit: str
    why: str


ALL: Final = (
    Limit("A folder", FOLDER_ENTRIES, "files", "A folder of records has about 25."),
    Limit("A table (.csv, .tsv)", CSV_BYTES, "bytes", "The log of a district with 10,000 IEPs has 28 million."),
    Limit("A line of a table", CSV_LINE, "characters", "A longer one is no table."),
    Limit("A table's header", COLUMNS, "columns", "Our widest table has about 20; systems export up to 200."),
    Limit("A cell", CELL_CHARACTERS, "characters", "A spreadsheet keeps no longer ones."),
    Limit("A workbook (.xlsx, .xlsm)", WORKBOOK_BYTES, "bytes", "The same log has 17 million."),
    Limit("A workbook, unpacked", WORKBOOK_UNPACKED, "bytes", "The same log has 242 million."),
    Limit(
        "A part of a workbook of 10 million bytes or more",
        WORKBOOK_RATIO,
        "times as large as it is packed",
        "The same log unpacks to 14 times its size; only what is made to fill a memory unpacks to 1,000 times.",
    ),
    Limit("A workbook", WORKBOOK_PARTS, "parts", "A workbook has a few parts for each sheet."),
    Limit("A sheet", SHEET_CELLS, "cells", "Counted from A1 to the last row and column. The same log has 9 million."),
    Limit(
        "A sheet of 2 million cells or more",
        SHEET_BLANKS,
        "times as many cells as are filled",
        "One stray cell far away makes a sheet of billions.",
    ),
    Limit("A sheet's texts together", SHEET_CHARACTERS, "characters", "The same log has 20 million."),
    Limit(
        "Reading a workbook",
        WORKBOOK_MEMORY,
        "bytes of memory",
        "Held where the system knows such a limit (Linux). A process of its own reads workbooks.",
    ),
    Limit("Reading a workbook", WORKBOOK_SECONDS, "seconds of work", "Held on Linux and macOS. The same log takes 20."),
    Limit("Reading a workbook", WORKBOOK_WAIT, "seconds by the clock", "Held everywhere."),
    Limit("A calendar file (.ics)", ICS_BYTES, "bytes", "A school's has fewer than 500,000."),
    Limit("A calendar file", ICS_ENTRIES, "entries", "A school's has a few hundred."),
    Limit(
        "A calendar file, titles and descriptions left out",
        ICS_FACTS,
        "characters",
        "Each line counts as 20 more. An entry has about 270.",
    ),
    Limit("An entry that repeats", ICS_OF_A_RULE, "days", "A school year has about 180."),
    Limit("All entries that repeat", ICS_OF_A_FILE, "days", "What is more is left out, with a warning."),
    Limit("A calendar's title or description", ICS_TITLE, "characters", "The rest is cut off."),
    Limit("A mapping of an import (.yaml)", MAPPING_BYTES, "bytes", "10,000 answers about students have 400,000."),
    Limit("A policy pack or what-if file (.yaml)", YAML_BYTES, "bytes", "The largest of our examples has 8,000."),
    Limit("A policy pack or what-if file", YAML_DEPTH, "brackets, one inside another", "Ours have 3."),
    Limit("The folder `policies`", PACKS, "packs", "A district has a few of its own."),
    Limit("The folder `policies` of stored records", STATE_PACKS, "packs", "All districts bring theirs."),
    Limit("All packs together, for each that may be there", PACK_BYTES, "bytes", "Reading 50,000 takes a second."),
    Limit("A policy pack", VERSIONS, "versions", "A rule changes less often than once a year."),
    Limit(
        "A plan or an instance (.json, .json.gz)",
        JSON_BYTES,
        "bytes, unpacked",
        "The instance of a district with 10,000 IEPs has 9 million.",
    ),
    Limit("A file of YAML or JSON", FILE_ERRORS, "errors shown", "One more finding says that there are others."),
    Limit("The day of stored records (store.json)", STORE_BYTES, "bytes", "It has the name of each district."),
    Limit("A template of words (.txt), or paper.typ", TEMPLATE_BYTES, "bytes", "The longest of ours has 8,000."),
    Limit("A district's paper.docx", TEMPLATE_WORD_BYTES, "bytes", "Ours has 40,000; one with a crest has more."),
    Limit("What was filled in for a letter (.json)", FIELDS_BYTES, "bytes", "A long letter has 10,000."),
    Limit("A file of a packet that is verified", PACKET_BYTES, "bytes", "A packet of 1,000 sessions has 1 million."),
    Limit(
        "Making a paper from a district's templates, or any paper on the site",
        PAPER_SECONDS,
        "seconds of work",
        "A process of its own makes it; ours take a tenth of a second.",
    ),
    Limit(
        "Making a paper from a district's templates, or any paper on the site",
        PAPER_MEMORY,
        "bytes of memory",
        "Held where the system knows such a limit (Linux).",
    ),
)
"""Every limit of this file once, in its order."""
