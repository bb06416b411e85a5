"""The records of the site as a folder, for the rooms that read folders."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from makegood.imports.kept import layout_of
from makegood.imports.mapping import read_mapping
from makegood.imports.write.table_file import with_rows
from makegood.intake.unfinished import MAPPINGS
from makegood.records import NEEDED
from makegood.web.options import choose, option
from makegood.web.people.models import Option
from makegood.web.records.models import MODELS, TABLE_OF, Policy
from makegood.web.records.versions import holding, one_moment

_MAPPING: Final = "mapping:"
_LAYOUT: Final = "layout:"


def lay_out(folder: Path) -> None:
    """Write every table that holds anything, the district's own packs, as CSV files; nothing for an empty site."""
    folder.mkdir(mode=0o700, exist_ok=True)
    with one_moment():
        filled = any(holding(model).exists() for model in MODELS.values())
        for name, model in MODELS.items():
            columns = list(TABLE_OF[name].columns())
            held = holding(model).order_by("entry").values_list(*columns)
            rows = [dict(zip(columns, (cell or "" for cell in cells), strict=True)) for cells in held]
            if rows or (filled and name in NEEDED):
                (folder / f"{name}.csv").write_bytes(with_rows(None, TABLE_OF[name], rows))
        for name, text in holding(Policy).values_list("name", "text"):
            (folder / "policies").mkdir(exist_ok=True)
            (folder / "policies" / Path(name).name).write_text(text, encoding="utf-8")


def put_mappings(folder: Path, names: list[str]) -> None:
    """Put what was answered about files of these names, and of each layout, beside the records."""
    for option_name, text in Option.objects.filter(name__startswith=_LAYOUT).values_list("name", "value"):
        (folder / MAPPINGS).mkdir(exist_ok=True)
        (folder / MAPPINGS / f"{option_name.replace(':', '-')}.yaml").write_text(text, encoding="utf-8")
    for name in names:
        text = option(_setting(_MAPPING, name))
        if text is not None:
            (folder / MAPPINGS).mkdir(exist_ok=True)
            (folder / MAPPINGS / f"{name}.yaml").write_text(text, encoding="utf-8")


def known_by_name(names: Iterable[str]) -> list[str]:
    """Return those files of which something was answered under the same name in an earlier import."""
    return [name for name in names if option(_setting(_MAPPING, name)) is not None]


def keep_mappings(folder: Path, names: list[str]) -> None:
    """Keep what was answered, for the next month's file of the same name or with the same headings."""
    for name in names:
        path = folder / MAPPINGS / f"{name}.yaml"
        if not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        choose(_setting(_MAPPING, name), text)
        mapping, _ = read_mapping(path)
        layout = layout_of(mapping) if mapping else ()
        if layout:
            choose(_setting(_LAYOUT, repr(layout)), text)


def _setting(kind: str, of: str) -> str:
    """Return under which setting a mapping is kept: no word of a file is in it."""
    return kind + hashlib.sha256(of.encode()).hexdigest()[:30]
