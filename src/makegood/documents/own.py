"""How a paper of ours is known again, so that an earlier one may be replaced and one that a person changed may not."""

import json
import re
from typing import Final

from makegood.files.own import Make, Mark, begins, holds_at_its_end, whose

LETTER_MARK: Final = "Makegood letter"
"""What the description of each letter begins with; its kind and the child's sign follow."""
PACKET_MARK: Final = "Makegood packet"
RECONCILE_MARK: Final = "Makegood reconcile"
STATEMENT_MARK: Final = "Makegood statement"


def letter_make(kind: str, student_id: str) -> Make:
    """Return what a letter's folder holds. A Word file that somebody changed has lost its mark, and is kept."""
    mark = f"{LETTER_MARK} {kind} {whose(student_id)}"
    files = {f"{kind}.pdf": pdf_mark(mark), f"{kind}.docx": word_mark(mark)}
    return Make(f"a letter {kind} about this child", files=files)


def pdf_mark(made: str) -> Mark:
    """Return the mark of a PDF: its keywords."""
    return holds_at_its_end(f"<pdf:Keywords>{made}".encode(), b"%%EOF")


def word_mark(made: str) -> Mark:
    """Return the mark of a Word file: the comment of its archive, which no word processor writes."""
    end = made.encode()
    return holds_at_its_end(end, end)


def packet_make(student_id: str) -> Make:
    """Return what the folder of a child's packet holds."""
    child = re.escape(json.dumps(student_id).encode())
    return Make(
        "a packet of this child",
        files={
            "packet.pdf": pdf_mark(f"{PACKET_MARK} {whose(student_id)}"),
            "manifest.json": begins(rb"\{\n  \"made_by\": \"Makegood .*?\n  \"student_id\": %s,\n" % child),
            "ledger.json": begins(rb"\{\n  \"as_of\": \"\d{4}-\d\d-\d\d\",\n  \"services\": "),
            "records/*.csv": begins(rb"[a-z_]+,[a-z_,]+\n"),
            "records/policies/*.yaml": lambda _: True,
        },
    )


def reconcile_make(student_id: str) -> Make:
    """Return what the folder of a family's notes beside the log holds."""
    mark = f"{RECONCILE_MARK} {whose(student_id)}"
    return Make("notes of this child beside the log", files={"reconcile.pdf": pdf_mark(mark)})
