"""What was answered about an earlier file holds for one with the same headings, whatever its name."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from makegood.files.reading import is_folder, list_folder
from makegood.files.refusal import Refusal
from makegood.imports.look import Look
from makegood.imports.look.mapped import column_name
from makegood.imports.mapping import Mapping, SheetMap, read_mapping
from makegood.intake.unfinished import MAPPINGS

FEWEST: Final = 3
"""Fewer headings are alike in files of many kinds."""
_MOST: Final = 200
"""At most this many mappings are read, the newest first."""
_TABLES: Final = frozenset({"log", "caseload", "grid"})


def kept_for_alike(looks: Sequence[Look], into: Path) -> Mapping | None:
    """Return what the newest mapping of a folder says that is for a file with the same headings; None without one.

    What is about single rows, days and sheets is not in it: the school year, days that were put right, rows that are
    there twice, whose sheet it is and which service.

    Args:
        looks: What was seen in the file's sheets.
        into: The folder.
    """
    folder = into / MAPPINGS
    listed = list_folder(folder) if is_folder(folder) and any(map(_headings, looks)) else []
    paths = [] if isinstance(listed, Refusal) else [path for path in listed if path.suffix == ".yaml"]
    for path in sorted(paths, key=lambda each: (-each.stat().st_mtime, each.name))[:_MOST]:
        mapping, _ = read_mapping(path)
        found = _alike(looks, mapping) if mapping else None
        if found is not None:
            return found
    return None


def layout_of(mapping: Mapping) -> tuple[tuple[str, ...], ...]:
    """Return the headings of the tables that a mapping is for, by which it is found again; nothing if they are few."""
    found = {_bare(sheet.columns) for sheet in mapping.sheets.values() if sheet.shape in _TABLES}
    return tuple(sorted(tuple(sorted(headings)) for headings in found if len(headings) >= FEWEST))


def _alike(looks: Sequence[Look], mapping: Mapping) -> Mapping | None:
    sheets: dict[str, SheetMap] = {}
    for look in looks:
        headings = _headings(look)
        if not headings:
            continue
        of_shape = (sheet for sheet in mapping.sheets.values() if sheet.shape == look.shape)
        same = next((sheet for sheet in of_shape if _bare(sheet.columns) == headings), None)
        if same is None:
            return None
        sheets[look.sheet.name] = SheetMap(columns=same.columns)
    if not sheets:
        return None
    dates = mapping.dates.model_copy(update={"school_year": None, "first_day": None, "last_day": None})
    about_rows: dict[str, Any] = {"days": {}, "makeups": {}, "duplicates": None, "calendar_of": {}, "assumed": ()}
    return mapping.model_copy(update={"sheets": sheets, "dates": dates, **about_rows})


def _headings(look: Look) -> frozenset[str]:
    """Return the headings of a sheet's table; none if it is no table with enough of them."""
    columns = look.blocks[0].columns if look.blocks and look.shape in _TABLES else ()
    found = _bare(column_name(column) for column in columns)
    return found if len(found) >= FEWEST else frozenset()


def _bare(names: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(name.split()).casefold() for name in names)
