"""Folders of records, gathered in the layout for large ones: a bucket for each folder."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from makegood.files.limits import YAML_BYTES
from makegood.files.reading import is_there, list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.ledger.account import UnusableRecordsError
from makegood.ledger.coding.book import code_book
from makegood.ledger.state.stored import Stored, write_stored
from makegood.ledger.state.write import write_bucket
from makegood.records import Records
from makegood.terms.findings import Finding, Origin
from makegood.terms.visible import visible


def store(folders: Iterable[tuple[Path, Records]], stored: Stored, out: Path) -> None:
    """Write records of several folders, such as a state's districts, into one folder that is there.

    What depends on the day of the account is settled here: which rows, determinations and declined offers count, how
    long sessions usually lasted so far, which slots are empty. So the day is written down too.

    Args:
        folders: Each folder and its records, read for that day.
        stored: The last day whose rows, determinations and offers count, and what was known of them. What the folders
            are called is written down beside it.
        out: Where to write.

    Raises:
        UnusableRecordsError: If a folder cannot be accounted for, or two bring different packs of one name.
    """
    read: list[Path] = []
    for number, (folder, records) in enumerate(folders):
        coded, findings = code_book(records, stored.as_of)
        if coded is None:
            raise UnusableRecordsError(findings)
        _take_policies(records.policies, out / "policies", folder)
        write_bucket(coded, out, f"{number:05d}")
        read.append(folder)
    write_stored(replace(stored, folders=tuple(_called(read))), out)


def _called(folders: list[Path]) -> Iterator[str]:
    """Yield what each folder is called: its own name, or the whole path where another has that name too."""
    names = Counter(folder.resolve().name for folder in folders)
    for folder in folders:
        name = folder.resolve().name
        yield visible(name if names[name] == 1 else str(folder))


def _take_policies(policies: Path | None, out: Path, folder: Path) -> None:
    if policies is None:
        return
    listed = list_folder(policies)
    if isinstance(listed, Refusal):
        raise UnusableRecordsError([listed.finding(policies.name)])
    out.mkdir(exist_ok=True)
    for pack in listed:
        if pack.suffix != ".yaml":
            continue
        text, target = _text(pack), out / pack.name
        if is_there(target) and _text(target) != text:
            raise UnusableRecordsError([_different(pack, folder)])
        target.write_bytes(text)


def _text(pack: Path) -> bytes:
    text = read_bytes(pack, YAML_BYTES)
    if isinstance(text, Refusal):
        raise UnusableRecordsError([text.finding(pack.name)])
    return text


def _different(pack: Path, folder: Path) -> Finding:
    return Finding(
        "error",
        "different_packs",
        f"Folder {folder.name} brings a policy pack {pack.name} that differs from another folder's of that name.",
        Origin(pack.name),
        expected="one text for each pack; give packs that differ different ids and names",
    )
