"""A file of a person's own, given where a folder of records is read: used if it is known how to read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from makegood.files.reading import is_there
from makegood.imports.finish import finish
from makegood.imports.loaded import load
from makegood.imports.read import read
from makegood.intake.unfinished import MAPPINGS
from makegood.terms.findings import errors


@contextmanager
def folder_of(path: Path) -> Iterator[Path | None]:
    """Yield a folder with the account that an import of the file would write; it is gone afterwards.

    The file is used only if a mapping beside it, or its own headings, say how to read it, and nothing has to be asked:
    a reading that nobody has seen is no account. Else it is None.

    Args:
        path: The file; its mapping is `mappings/NAME.yaml` beside it.
    """
    mapping = path.parent / MAPPINGS / f"{path.name}.yaml"
    with TemporaryDirectory(prefix="makegood-") as place:
        folder = Path(place) / "account"
        loaded = load([path], folder, mapping=mapping if is_there(mapping) else None)
        known = is_there(mapping) or any(file.layouts for file in loaded.files)
        if not known or errors(loaded.findings):
            yield None
            return
        made = read(loaded)
        if made.questions or made.is_nothing or not made.has_account:
            yield None
            return
        _, found = finish(made)
        yield None if errors(found) else folder
