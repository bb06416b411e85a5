"""What a paper is made of: blocks in their order, as plain data that every layout arranges."""

from collections.abc import Sequence
from typing import Final, Literal, NotRequired, TypedDict


class Run(TypedDict):
    """A part of a line: words, a blank line to fill in (its label; `long`: several), or the number of a source."""

    text: NotRequired[str]
    blank: NotRequired[str]
    long: NotRequired[bool]
    source: NotRequired[int]


_LINE: Final = "_" * 18

BlockType = Literal["heading", "paragraph", "item", "line", "box", "table", "picture", "sign", "page"]


class Block(TypedDict):
    """One block.

    `heading` has text and level (2 or 3); `paragraph`, `item` (of a list), `line` (of an address; level 1
    begins a new one) and `box` have runs;
    `table` has header, rows and, in `wide`, how wide each column is beside the others; `picture` has svg and alt;
    `sign` has the labels of what is to be signed; `page` begins a new page, and where it is `kept`, the pages from
    there on stay with who sends the paper: they are not counted among its pages.
    """

    type: BlockType
    text: NotRequired[str]
    level: NotRequired[int]
    runs: NotRequired[list[Run]]
    header: NotRequired[list[str]]
    rows: NotRequired[list[list[str]]]
    wide: NotRequired[list[int]]
    svg: NotRequired[str]
    alt: NotRequired[str]
    labels: NotRequired[list[str]]
    kept: NotRequired[bool]


class Paper(TypedDict):
    """A paper as data; everything a layout needs.

    Attributes:
        date: The as-of date, year, month and day: it is the document's date.
        foot: What is at the foot of each page.
        kept_foot: What is at the foot of the pages that stay with who sends the paper.
        attached: Files that go into the PDF: name, kind and what each is.
        contents: The heading of the table of contents, if there is to be one.
        made: What the file's own description says, so that it is known again as ours.
    """

    kind: str
    lang: str
    title: str
    date: list[int]
    foot: str
    kept_foot: NotRequired[str]
    made: str
    attached: NotRequired[list[list[str]]]
    contents: NotRequired[str]
    blocks: list[Block]


def heading(text: str, level: int = 2) -> Block:
    """Return a heading."""
    return {"type": "heading", "level": level, "text": text}


def paragraph(text: str) -> Block:
    """Return a paragraph."""
    return {"type": "paragraph", "runs": [{"text": text}]}


def item(text: str) -> Block:
    """Return an item of a list."""
    return {"type": "item", "runs": [{"text": text}]}


def kept_page() -> Block:
    """Return the beginning of a page that stays with who sends the paper."""
    return {"type": "page", "kept": True}


def table(header: Sequence[str], rows: list[list[str]], wide: list[int]) -> Block:
    """Return a table; each column is as wide as its number beside the others."""
    return {"type": "table", "header": list(header), "rows": rows, "wide": wide}


def text_of(runs: list[Run]) -> str:
    """Return runs as plain words; a blank line is drawn with low lines, a source is a number in brackets."""
    return "".join(map(_words, runs))


def _words(run: Run) -> str:
    if "blank" in run:
        return f"({run['blank']}) {_LINE * 12}" if "long" in run else f"{_LINE} ({run['blank']})"
    return f"[{run['source']}]" if "source" in run else run["text"]
