"""A letter's blocks as a page shows them: items of a list together, cells with their column's heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from makegood.documents.blocks import Block, Run


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a letter.

    Attributes:
        kind: As a block's type; `items` and `lines` are those that follow each other.
        text: The words of a heading.
        level: The level of a heading on the page.
        runs: The runs of a paragraph, or those of each item or line.
        header: The headings of a table.
        rows: Its rows: the first cell, and each other with its column's heading.
        labels: What is to be signed.
    """

    kind: str
    text: str = ""
    level: int = 0
    runs: list[Any] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    rows: list[list[tuple[str, str]]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)


def parts_of(blocks: Sequence[Block]) -> Iterator[Part]:
    """Yield a letter's parts in order."""
    together: list[list[Run]] = []
    for place, block in enumerate(blocks):
        kind = block["type"]
        if kind in {"item", "line"}:
            together.append(block.get("runs", []))
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            # A line of level 1 begins a new address.
            if after is None or after["type"] != kind or (kind == "line" and after.get("level")):
                yield Part(f"{kind}s", runs=together)
                together = []
        elif kind == "heading":
            yield Part(kind, text=block.get("text", ""), level=block.get("level", 2) + 1)
        elif kind == "table":
            header = block.get("header", [])
            rows = [list(zip(header, row, strict=True)) for row in block.get("rows", [])]
            yield Part(kind, header=header, rows=rows)
        else:
            yield Part(kind, runs=block.get("runs", []), labels=block.get("labels", []))
