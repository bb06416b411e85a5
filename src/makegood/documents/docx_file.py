"""A paper as a file for a word processor, so that who sends it can change it."""

import datetime as dt
import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any, Final

from makegood.documents.blocks import Block, Paper, text_of
from makegood.documents.glyphs import written
from makegood.documents.trouble import TroubleError

LAYOUT: Final = Path(__file__).parent / "layout" / "paper.docx"
_DRAWN: Final = frozenset({"picture"})
"""Blocks that the file for a word processor leaves out: each picture has a table beside it."""
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIXED: Final = (1980, 1, 1, 0, 0, 0)


def docx_of(paper: Paper, layout: bytes | None = None) -> bytes:
    """Return a paper as a Word file. The same paper gives the same bytes.

    Args:
        paper: The paper.
        layout: The Word file that arranges it; None for ours.

    Raises:
        TroubleError: If the layout cannot be used.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 - takes a third of a second to load
    from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415 - the same

    environment = _our_environment() if layout is None else _environment()
    source = LAYOUT.read_bytes() if layout is None else layout
    words = {
        "title": written(paper["title"]),
        "foot": written(paper["foot"]),
        "blocks": [_plain(block) for block in paper["blocks"] if block["type"] not in _DRAWN],
    }
    try:
        made = DocxTemplate(io.BytesIO(source))
        made.render(words, jinja_env=environment, autoescape=True)
        _describe(made.docx, paper)
        if layout is None:
            _set_widths(made.docx, paper)
        file = io.BytesIO()
        made.save(file)
    except TemplateSyntaxError as wrong:
        raise TroubleError("paper.docx", f"This cannot be used: {wrong.message}", wrong.lineno) from None
    except (TemplateError, ValueError, KeyError, TypeError, zipfile.BadZipFile, AttributeError) as wrong:
        raise TroubleError("paper.docx", f"This cannot be used ({type(wrong).__name__}).") from None
    return same_bytes(file.getvalue(), paper["made"])


def _environment() -> Any:
    """Return what fills in a layout: it can call nothing, and a name that is not filled in is an error."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 - as above
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - as above

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals = {}
    environment.filters = {}
    return environment


@cache
def _our_environment() -> Any:
    """Return the same for our own layout, which is compiled once: that takes as long as all the rest of a letter."""
    environment = _environment()
    environment.from_string = cache(environment.from_string)
    return environment


def same_bytes(data: bytes, comment: str | None) -> bytes:
    """Return a zip file with the same times whenever it is made, and with a comment by which it is known again."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, old.read(entry))
        new.comment = (comment or "").encode()
    return file.getvalue()


def _plain(block: Block) -> dict[str, Any]:
    """Return a block with its runs as words, no character in it that a Word file cannot hold."""
    found: dict[str, Any] = {"type": block["type"], "level": block.get("level", 0)}
    if "text" in block:
        found["text"] = written(block["text"])
    if "runs" in block:
        found["words"] = written(text_of(block["runs"]))
    if "labels" in block:
        found["labels"] = [written(label) for label in block["labels"]]
    if "rows" in block:
        found["header"] = [written(cell) for cell in block["header"]]
        found["rows"] = [[written(cell) for cell in row] for row in block["rows"]]
    return found


def _set_widths(made: Any, paper: Paper) -> None:
    """Give each table's columns the widths that its block asks for."""
    section = made.sections[0]
    whole = section.page_width - section.left_margin - section.right_margin
    asked = (block["wide"] for block in paper["blocks"] if block["type"] == "table")
    for table, wide in zip(made.element.iter(f"{_WORD}tbl"), asked, strict=True):
        widths = [whole * share // sum(wide) for share in wide]
        table.autofit = False
        for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        for row in table.tr_lst:
            for cell, width in zip(row.tc_lst, widths, strict=True):
                cell.width = width


def _describe(made: Any, paper: Paper) -> None:
    """Fill in the file's own description: title and language, and no author."""
    year, month, day_of_month = paper["date"]
    day = dt.datetime(year, month, day_of_month, tzinfo=dt.UTC)
    about, language = made.core_properties, f"{paper['lang']}-US"
    about.title, about.author, about.last_modified_by, about.comments = written(paper["title"])[:255], "", "", ""
    about.language = language
    about.created = about.modified = day
    about.revision = 1
    for lang in made.styles.element.iter(f"{_WORD}lang"):
        lang.set(f"{_WORD}val", language)
