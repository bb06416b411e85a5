"""The lines of a template that is filled in, as blocks: headings, paragraphs, items, tables."""

from collections.abc import Iterator
from typing import Final

from makegood.documents.blocks import Block, Run, heading, kept_page, paragraph
from makegood.documents.fields import LONG
from makegood.documents.template.filling import Filled, Filling
from makegood.documents.template.marks import MARK, without_marks, without_values

_HEADINGS: Final = {"## ": 2, "### ": 3}
_SIGNS: Final = {"# ": "title", "- ": "item", "| ": "line", "> ": "box"}
_OWN: Final = frozenset({"table", "sign", "page", "kept_page", "sources"})
"""Marks that are a block of their own where a line holds nothing else."""


def blocks_of(text: str, filling: Filling) -> Filled:
    """Return a template's text, with everything put in, as blocks."""
    filled = Filled()
    lines: list[str] = []
    before = "end"
    for line in [*text.split("\n"), ""]:
        kind, words = _kind(line)
        if kind == "more":
            lines.append(words)
            before = kind
            continue
        if lines:
            filled.blocks.append({"type": "paragraph", "runs": _runs(" ".join(lines), filling, filled)})
            lines = []
        if kind == "title":
            filled.title = without_marks(words)
        elif kind != "end":
            filled.blocks += _block(kind, words, filling, filled, begins=before == "end")
        before = kind
    return filled


def _block(kind: str, words: str, filling: Filling, filled: Filled, *, begins: bool) -> Iterator[Block]:
    """Yield what a line gives that is a block of its own."""
    if kind.startswith("heading"):
        yield heading(without_marks(words), int(kind[-1]))
    elif kind == "item":
        yield {"type": "item", "runs": _runs(words, filling, filled)}
    elif kind == "line":
        yield {"type": "line", "level": int(begins), "runs": _runs(words, filling, filled)}
    elif kind == "box":
        yield {"type": "box", "runs": _runs(words, filling, filled)}
    else:
        yield from _own(words, filling, filled)


def _kind(line: str) -> tuple[str, str]:
    """Return what a line is, and its words without the sign that says so."""
    bare = line.strip()
    for sign, level in _HEADINGS.items():
        if bare.startswith(sign):
            return f"heading{level}", bare[len(sign) :]
    for sign, kind in _SIGNS.items():
        if bare.startswith(sign):
            return kind, bare[len(sign) :]
    if not bare or bare.startswith("#"):
        return "end", ""
    mark = MARK.fullmatch(bare)
    if mark is not None and mark[1] in _OWN:
        return "own", bare
    return "more", bare


def _own(words: str, filling: Filling, filled: Filled) -> Iterator[Block]:
    mark = MARK.fullmatch(words)
    kind, name = (mark[1], mark[2]) if mark else ("", "")
    if kind == "table":
        yield filling.tables[name]
    elif kind == "sign":
        yield {"type": "sign", "labels": filling.signs[name]}
    elif kind == "page":
        yield {"type": "page"}
    elif kind == "kept_page":
        yield kept_page()
    else:
        for number, key in enumerate(filled.cited, start=1):
            yield paragraph(f"[{number}] {filling.sources[key]}")


def _runs(words: str, filling: Filling, filled: Filled) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for mark in MARK.finditer(words):
        _put(runs, words[at : mark.start()])
        at = mark.end()
        kind, name = mark[1], mark[2]
        if kind == "later":
            runs.append({"blank": filling.labels[name]})
        elif kind == "blank":
            runs.append(
                {"blank": filling.labels[name], "long": True} if name in LONG else {"blank": filling.labels[name]}
            )
            if name not in filled.missing:
                filled.missing.append(name)
        elif kind == "source":
            if name not in filled.cited:
                filled.cited.append(name)
            runs.append({"source": filled.cited.index(name) + 1})
        elif kind == "holds" and name not in filled.holds:
            filled.holds.append(name)
    _put(runs, words[at:])
    return runs


def _put(runs: list[Run], words: str) -> None:
    said = without_values(words)
    if said and (said.strip() or runs):
        runs.append({"text": said if runs else said.lstrip()})
