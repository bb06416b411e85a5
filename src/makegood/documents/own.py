"""How a paper of ours is known again, so that an earlier one may be replaced and one that a person changed may not."""

from typing import Final

from makegood.files.own import Make, Mark, begins, holds_at_its_end

LETTER_MARK: Final = "Makegood letter"
"""What the description of each letter begins with; its kind follows."""
PACKET_MARK: Final = "Makegood packet"
RECONCILE_MARK: Final = "Makegood reconcile"
STATEMENT_MARK: Final = "Makegood statement"


def letter_make(kind: str) -> Make:
    """Return what a letter's folder holds. A Word file that somebody changed has lost its mark, and is kept."""
    mark = f"{LETTER_MARK} {kind}"
    return Make(f"a letter {kind}", files={f"{kind}.pdf": pdf_mark(mark), f"{kind}.docx": word_mark(mark)})


def pdf_mark(made: str) -> Mark:
    """Return the mark of a PDF: its keywords."""
    return holds_at_its_end(f"<pdf:Keywords>{made}".encode(), b"%%EOF")


def word_mark(made: str) -> Mark:
    """Return the mark of a Word file: the comment of its archive, which no word processor writes."""
    end = made.encode()
    return holds_at_its_end(end, end)


PACKET = Make(
    "a packet",
    files={
        "packet.pdf": pdf_mark(PACKET_MARK),
        "manifest.json": begins(rb"\{\n  \"made_by\": \"Makegood "),
        "ledger.json": begins(rb"\{\n  \"as_of\": \"\d{4}-\d\d-\d\d\",\n  \"services\": "),
        "records/*.csv": begins(rb"[a-z_]+,[a-z_,]+\n"),
        "records/policies/*.yaml": lambda _: True,
    },
)
"""What a packet's folder holds."""

RECONCILE = Make("notes beside the log", files={"reconcile.pdf": pdf_mark(RECONCILE_MARK)})
"""What the folder of notes beside the log holds."""
