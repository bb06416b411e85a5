"""The layout of very large records: coded once, in buckets that are read, folded and dropped.

A bucket is a file of the same number in each folder. It holds whole students; their services lie together, and so
do the rows of each service, by date, inferred ones last, and session_id. The log stands as it counts: corrections
are followed, blanks of minutes_planned filled in, local codes translated. So every column is a column of whole
numbers that the fold walks as it is.
"""

from pathlib import Path
from typing import Final

import pyarrow as pa

from makegood.files.reading import list_folder
from makegood.files.refusal import Refusal
from makegood.ledger.coding.weighed import Weights
from makegood.ledger.columns import Log

WORDS: Final = pa.dictionary(pa.int32(), pa.string())


def _whole(*names: str) -> list[pa.Field]:
    return [pa.field(name, pa.int32(), nullable=False) for name in names]


SESSIONS: Final = pa.schema(
    _whole("service", "date", "minutes_delivered", "minutes_planned", "reason", "mark", "session_id")
)
"""The log. `service` is a place in the bucket's services, `date` a day number, `reason` a place in the fixed list of
reasons. `mark` adds up different (1), make_up (2), compensatory (4), inferred (8), without a reason (16), and 32 times
the place of what tells the planned minutes: row, slot, service, usual."""

LOG: Final = dict(zip(Log._fields, SESSIONS.names[1:], strict=True))
"""Which column of the log the fold reads as what."""

STUDENTS: Final = pa.schema([("student_id", pa.string()), ("school_id", WORDS)])
SERVICES: Final = pa.schema(
    [
        ("service_id", pa.string()),
        ("service_type", WORDS),
        ("calendar_id", WORDS),
        ("policy_id", WORDS),
        ("per", WORDS),
        *_whole("student", "minutes", "sessions", "every", "esy", "start", "end", "rows"),
    ]
)
WEIGHTS: Final = pa.schema(_whole("service", *Weights._fields))
"""The periods whose days are weighed by slots, by service and period: W, V and F in minutes of slots."""

LINKS: Final = pa.schema(_whole("row", "names"))
DECIDED: Final = pa.schema(
    [*_whole("row", "disposition", "minutes"), ("determination_id", pa.string()), ("citation", WORDS)]
)
DECLINED: Final = pa.schema(_whole("row"))
AWARDS: Final = pa.schema([("award_id", pa.string()), ("service_type", WORDS), *_whole("student", "minutes")])
TERMS: Final = pa.schema([("calendar_id", pa.string()), ("kind", pa.string()), *_whole("start", "end")])
CALENDAR: Final = pa.schema([("calendar_id", pa.string()), ("kind", pa.string()), *_whole("first", "last")])
IDS: Final = pa.schema([("session_id", pa.string())])
"""The ids of sessions as text, where they are more than the digits in the log."""

BUCKET: Final = {
    "students": STUDENTS,
    "services": SERVICES,
    "weights": WEIGHTS,
    "sessions": SESSIONS,
    "links": LINKS,
    "decided": DECIDED,
    "declined": DECLINED,
    "awards": AWARDS,
    "terms": TERMS,
    "calendar": CALENDAR,
    "ids": IDS,
}
"""Each table of a bucket. All but students, services, sessions and terms may be left out."""


def is_state(folder: Path) -> bool:
    """Return whether a folder is in this layout."""
    return bool(buckets_of(folder))


def buckets_of(folder: Path) -> list[str]:
    """Return the buckets' names, in order."""
    listed = list_folder(folder / "sessions")
    return [] if isinstance(listed, Refusal) else [path.stem for path in listed if path.suffix == ".parquet"]


def path_of(folder: Path, table: str, bucket: str) -> Path:
    """Return where a bucket's table lies."""
    return folder / table / f"{bucket}.parquet"
