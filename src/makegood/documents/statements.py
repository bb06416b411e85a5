"""The statements of many children as PDF, one file each, so that a run that was stopped goes on where it stopped."""

import datetime as dt
import hashlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import makegood
from makegood.documents.own import STATEMENT_MARK, pdf_mark
from makegood.documents.own_records import OwnRecords
from makegood.documents.pdf import pdf_of
from makegood.documents.statement_paper import statement_paper
from makegood.files.own import Make
from makegood.files.reading import is_regular
from makegood.files.seen import Seen
from makegood.files.writing import write_bytes
from makegood.ledger import ledger_of
from makegood.records import Records
from makegood.statements.statement.child import statement_of
from makegood.statements.wording.languages import read_at_home
from makegood.terms.file_name import file_name
from makegood.terms.findings import Finding

Choice = Literal["en", "es", "home"]
"""A language, or that of each child's home as far as the records have it."""

_AT_ONCE: Final = 2
"""Statements that typst arranges at the same time: it leaves Python free meanwhile."""

MAKE = Make("a statement", file=pdf_mark(STATEMENT_MARK))


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one child's statement: it was there already, it was written, or the findings say why not."""

    was_there: bool
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run over many children.

    Attributes:
        as_of: The last day whose rows count.
        choice: The language.
        known_on: The last day whose records were read; None if all were.
        files: The files of the records as the system knew them before they were read.
    """

    as_of: dt.date
    choice: Choice
    known_on: dt.date | None
    files: Seen

    @property
    def key(self) -> str:
        """A sum of what the run is made from: a file that bears it is complete, and of this run."""
        files = repr(sorted(self.files.files.items()))
        parts = [makegood.__version__, self.as_of.isoformat(), self.choice, str(self.known_on), files]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def write_statements(records: Records, run: Run, out: Path, reads: Sequence[Path]) -> Iterator[Written]:
    """Write each child's statement that is not there yet, each whole or not at all.

    A file is named by the child and the day, so that a statement of an earlier day stays beside it.

    Args:
        records: Records that can be accounted for.
        run: What is asked for.
        out: The folder.
        reads: The folders and files that it is made from; nothing is written into them.
    """
    mark = f"{STATEMENT_MARK} {run.key}"
    done = pdf_mark(mark)
    students, own_records = records.students, OwnRecords(records, run.as_of)
    # While typst arranges one statement, the next is counted.
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        asked: deque[tuple[Path, Future[tuple[bytes, int]] | None]] = deque()
        for place, student_id in enumerate(students.student_id):
            path = out / f"{file_name(student_id)}_{run.as_of}.pdf"
            if is_regular(path) and done(path):
                asked.append((path, None))
            else:
                lang = read_at_home(students.home_language[place]) if run.choice == "home" else run.choice
                own = own_records.of(student_id)
                statement = statement_of(own, ledger_of(own, run.as_of), student_id, lang=lang, known_on=run.known_on)
                asked.append((path, pool.submit(pdf_of, {**statement_paper(statement), "made": mark})))
            if len(asked) > _AT_ONCE:
                yield _written(*asked.popleft(), reads)
        for each in asked:
            yield _written(*each, reads)


def _written(path: Path, pdf: Future[tuple[bytes, int]] | None, reads: Sequence[Path]) -> Written:
    if pdf is None:
        return Written(was_there=True, findings=())
    data, _ = pdf.result()
    return Written(was_there=False, findings=write_bytes(path, data, MAKE, reads))
