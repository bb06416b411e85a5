"""A file whose sheets have known layouts: its sheets and its mapping."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from typing import Final, Literal

from makegood.imports.cells import CellSheet, text_of
from makegood.imports.layouts.find import Found, added, layout_in, mixed
from makegood.imports.mapping import Mapping
from makegood.terms.findings import Finding, Origin

_CALPADS: Final = ("SERV^", "SSRV^")
_NO_HEADINGS: Final = (
    "This looks like a CALPADS file of services without headings. Which column is which differs between its "
    "descriptions, so it is not read by position. Export it with headings, or put a row of them above the first."
)


def recognised(
    sheets: Sequence[CellSheet], *, only: bool, several_calendars: bool = False
) -> tuple[list[CellSheet], dict[str, Found], list[Finding]]:
    """Return the sheets with what their layouts add, the layout of each that has one, and what was found.

    An export that cannot be read as one, such as the calendars of two schools, is an error.

    Args:
        sheets: The file's sheets.
        only: Whether sheets without a layout are left out, as those of a file that only other programs write.
        several_calendars: Whether the folder has several calendars, so that each school's days go into its own.
    """
    left: list[str] = []
    kept: list[CellSheet] = []
    found: dict[str, Found] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        if sheet.rows and text_of(sheet.cell(1, 0)).startswith(_CALPADS):
            findings.append(Finding("error", "no_headings", _NO_HEADINGS, Origin(sheet.file, 1), expected="headings"))
        layout = layout_in(sheet)
        if layout is None and only:
            left.append(sheet.name or sheet.file)
            continue
        if layout is None:
            kept.append(sheet)
            continue
        apart = several_calendars and layout.layout.shape == "calendar"
        why = None if apart else mixed(sheet, layout)
        if why is not None:
            findings.append(Finding("error", "several_in_one", why, Origin(sheet.file), expected="an export of one"))
        kept.append(added(sheet, layout))
        found[sheet.name] = layout
        layout.columns.update(layout.columns_of(kept[-1]))
    if left:
        says = f"Of this file the following is not read: {', '.join(left)}."
        level: Literal["error", "warning"] = "warning" if kept else "error"
        known = "an export that Makegood knows by its headings (docs/rooms/imports.md lists them)"
        findings.append(Finding(level, "not_known", says, Origin(sheets[0].file), expected=None if kept else known))
    return kept, found, findings


def with_layouts(own: Mapping, found: Dict[str, Found]) -> Mapping:
    """Return the mapping of a file: what layouts say, and before it what the file's own mapping says."""
    data = own.model_dump()
    for name, each in found.items():
        for part, words in each.layout.of_file().items():
            data[part] = {**words, **(data[part] or {})}
        if data["dates"]["order"] is None:
            data["dates"]["order"] = each.layout.order
        if name not in own.sheets:
            sheet = {"shape": each.layout.shape, "heading_row": each.heading_row, "columns": dict(each.columns)}
            data["sheets"][name] = sheet
    return Mapping.model_validate(data)
