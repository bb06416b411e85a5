"""What a sheet shows besides its cells: hidden columns and rows, and cells that are filled with a color or struck out.

A library that reads cells says nothing of this, but a person may have said everything with it: green is held, red is
absent.
"""

import re
import zipfile
from typing import Any, Final
from xml.etree import ElementTree as ET

from makegood.terms.letters import place_of

LARGEST: Final = 20_000_000
"""Bytes of a sheet that are looked through; a larger one is a system's export, which says nothing in colors."""
_STYLES: Final = "xl/styles.xml"
_CELL: Final = re.compile(rb'<c\b(?=[^>]*\sr="([A-Z]{1,3})(\d{1,7})")(?=[^>]*\ss="(\d{1,6})")[^>]*>')
_ROW: Final = re.compile(rb'<row\b(?=[^>]*\shidden="(?:1|true)")[^>]*\sr="(\d{1,7})"')
_COLUMN: Final = re.compile(rb"<col\b[^>]*>")
_FROM_TO: Final = re.compile(rb'\s(min|max|hidden)="(\w+)"')
_WIDEST: Final = 500
_WHITE: Final = frozenset({"FFFFFF", "indexed 9", "indexed 64", "theme 0"})

Looks = dict[str, Any]


def looks_of(packed: zipfile.ZipFile, part: str) -> Looks:
    """Return what a sheet shows besides its cells.

    Args:
        packed: The workbook.
        part: The sheet's part.

    Returns:
        `columns` and `rows` that are hidden (columns from 0, rows from 1), `fills` as row, column and color, and
        `struck` as row and column; all empty for a sheet that is too large to be looked through.
    """
    found: Looks = {"columns": [], "rows": [], "fills": [], "struck": []}
    if packed.getinfo(part).file_size > LARGEST:
        return found
    text = packed.read(part)
    found["columns"] = _hidden_columns(text)
    found["rows"] = [int(row) for row in _ROW.findall(text)]
    colors, struck = _styles(packed)
    if colors or struck:
        for letters, row, style in _CELL.findall(text):
            at = int(style)
            if at in colors:
                found["fills"].append([int(row), place_of(letters), colors[at]])
            if at in struck:
                found["struck"].append([int(row), place_of(letters)])
    return found


def _hidden_columns(text: bytes) -> list[int]:
    hidden: list[int] = []
    for column in _COLUMN.findall(text):
        said = dict(_FROM_TO.findall(column))
        if said.get(b"hidden") in {b"1", b"true"} and {b"min", b"max"} <= said.keys():
            first, last = int(said[b"min"]), int(said[b"max"])
            hidden += range(first - 1, min(last, first + _WIDEST))
    return hidden


def _styles(packed: zipfile.ZipFile) -> tuple[dict[int, str], set[int]]:
    """Return the color of each style of cells that fills them, and the styles that strike them out."""
    if _STYLES not in packed.NameToInfo or packed.getinfo(_STYLES).file_size > LARGEST:
        return {}, set()
    styles = ET.fromstring(packed.read(_STYLES))  # noqa: S314 - the process that reads workbooks has limits of its own
    fills = [_color(fill) for fill in _children(styles, "fills")]
    struck = [
        any(_name(part) == "strike" and part.get("val") != "0" for part in font) for font in _children(styles, "fonts")
    ]
    colors: dict[int, str] = {}
    strikes: set[int] = set()
    for at, style in enumerate(_children(styles, "cellXfs")):
        fill, font = int(style.get("fillId", "0")), int(style.get("fontId", "0"))
        color = fills[fill] if fill < len(fills) else None
        if color is not None:
            colors[at] = color
        if font < len(struck) and struck[font]:
            strikes.add(at)
    return colors, strikes


def _children(styles: ET.Element, name: str) -> list[ET.Element]:
    return [child for part in styles if _name(part) == name for child in part]


def _color(fill: ET.Element) -> str | None:
    """Return a fill's color as `FFC7CE`, or by its place in the theme; None for none and for white."""
    for pattern in fill:
        if _name(pattern) != "patternFill" or pattern.get("patternType") in {None, "none", "gray125"}:
            continue
        for part in pattern:
            if _name(part) == "fgColor":
                color = _named(part)
                return None if color in _WHITE else color
    return None


def _named(color: ET.Element) -> str | None:
    if rgb := color.get("rgb"):
        return rgb[-6:].upper()
    kind = next((kind for kind in ("theme", "indexed") if color.get(kind)), None)
    if kind is None:
        return None
    tint = f" {float(color.get('tint', '0')):+.1f}" if color.get("tint") else ""
    return f"{kind} {color.get(kind)}{tint}"


def _name(part: ET.Element) -> str:
    return part.tag.rpartition("}")[2]
