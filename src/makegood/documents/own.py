"""How a paper of ours is known again, so that an earlier one may be replaced and one that a person changed may not."""

import datetime as dt
import json
import re
from typing import Final

from makegood.files.own import Make, Mark, begins, holds_at_its_end, whose

LETTER_MARK: Final = "Makegood letter"
"""What the description of each letter begins with; its kind and the child's sign follow."""
PACKET_MARK: Final = "Makegood packet"
RECONCILE_MARK: Final = "Makegood reconcile"
STATEMENT_MARK: Final = "Makegood statement"


def of_day(sign: str, as_of: dt.date) -> str:
    """Return the end of the mark of a paper about one child: the child's sign, and the day that it counts to.

    A paper of another day is another paper: somebody may have sent the earlier one.
    """
    return f"{sign} {as_of.isoformat()}"


def letter_make(kind: str, student_id: str, as_of: dt.date) -> Make:
    """Return what a letter's folder holds. A Word file that somebody changed has lost its mark, and is kept."""
    mark = f"{LETTER_MARK} {kind} {of_day(whose(student_id), as_of)}"
    files = {f"{kind}.pdf": pdf_mark(mark), f"{kind}.docx": word_mark(mark)}
    return Make(f"a letter {kind} about this child of {as_of}", files=files)


def pdf_mark(made: str) -> Mark:
    """Return the mark of a PDF: its keywords."""
    return holds_at_its_end(f"<pdf:Keywords>{made}".encode(), b"%%EOF")


def word_mark(made: str) -> Mark:
    """Return the mark of a Word file: the comment of its archive, which no word processor writes."""
    end = made.encode()
    return holds_at_its_end(end, end)


def packet_make(student_id: str, as_of: dt.date) -> Make:
    """Return what the folder of a child's packet holds."""
    child = re.escape(json.dumps(student_id).encode())
    return Make(
        f"a packet of this child of {as_of}",
        files={
            "packet.pdf": pdf_mark(f"{PACKET_MARK} {of_day(whose(student_id), as_of)}"),
            "manifest.json": begins(rb"\{\n  \"made_by\": \"Makegood .*?\n  \"student_id\": %s,\n" % child),
            "ledger.json": begins(rb"\{\n  \"as_of\": \"\d{4}-\d\d-\d\d\",\n  \"services\": "),
            "records/*.csv": begins(rb"[a-z_]+,[a-z_,]+\n"),
            "records/policies/*.yaml": lambda _: True,
        },
    )


def reconcile_make(student_id: str, as_of: dt.date) -> Make:
    """Return what the folder of a family's notes beside the log holds."""
    mark = f"{RECONCILE_MARK} {of_day(whose(student_id), as_of)}"
    return Make(f"notes of this child beside the log of {as_of}", files={"reconcile.pdf": pdf_mark(mark)})
