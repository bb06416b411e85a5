"""A paper as PDF: PDF/UA-1 and PDF/A-3a, with the fonts that come with typst and no others."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from makegood.documents.blocks import Paper
from makegood.documents.glyphs import printed
from makegood.documents.trouble import TroubleError

LAYOUT: Final = Path(__file__).parent / "layout" / "paper.typ"
_AS_IT_IS: Final = frozenset({"svg", "attached"})
_STANDARDS: Final = ("ua-1", "a-3a")


def pdf_of(paper: Paper, layout: str | None = None, beside: Mapping[str, bytes] | None = None) -> tuple[bytes, int]:
    """Return a paper as PDF, and how many characters the fonts lack. The same paper gives the same bytes.

    Args:
        paper: The paper.
        layout: The typst source that arranges it; None for ours. It reads `paper.json` and can read nothing else.
        beside: Files that the layout may attach, by name.

    Raises:
        TroubleError: If the layout cannot be used.
    """
    import typst  # noqa: PLC0415 - loaded only where a PDF is made

    data, lacking = _printed(paper)
    with TemporaryDirectory(prefix="makegood-") as place:
        room = Path(place)
        (room / "empty").mkdir()
        source = LAYOUT.read_text(encoding="utf-8") if layout is None else layout
        (room / "paper.typ").write_text(source, encoding="utf-8")
        (room / "paper.json").write_text(json.dumps(data, ensure_ascii=True), encoding="utf-8")
        for name, content in (beside or {}).items():
            (room / name).write_bytes(content)
        try:
            made: bytes = typst.compile(
                str(room / "paper.typ"),
                root=str(room),
                ignore_system_fonts=True,
                font_paths=[],
                package_path=str(room / "empty"),
                package_cache_path=str(room / "empty"),
                format="pdf",
                pdf_standards=list(_STANDARDS),
            )
        except typst.TypstError as refused:
            raise TroubleError("layout", str(refused).strip("'\"").replace(place, "")) from None
    return made, lacking


def _printed(value: Any) -> tuple[Any, int]:
    """Return data with every text as it can be printed."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        found = {key: (each, 0) if key in _AS_IT_IS else _printed(each) for key, each in value.items()}
        return {key: each for key, (each, _) in found.items()}, sum(lacking for _, lacking in found.values())
    if isinstance(value, list):
        parts = [_printed(each) for each in value]
        return [each for each, _ in parts], sum(lacking for _, lacking in parts)
    return value, 0
