"""Reading packs: those that are built in, and those of a folder of records."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from makegood.files.limits import PACK_BYTES, PACKS
from makegood.files.reading import is_there, list_folder, size_of
from makegood.files.refusal import Refusal
from makegood.policies.checks import check_pack, unfounded
from makegood.policies.document import Document, read_document
from makegood.policies.pack import Pack
from makegood.policies.packs_by_id import Packs
from makegood.policies.wording import refuse_shape
from makegood.terms.findings import Finding

BUILT_IN: Final = Path(__file__).parent / "packs"
"""The folder of the packs that come with Makegood."""
TEMPLATE: Final = Path(__file__).parent / "template.yaml"
"""A commented pack for a district to begin from. It is not one of the built-in packs."""
TESTS_SUFFIX: Final = ".tests.yaml"

_SUFFIXES: Final = frozenset({".yaml", ".yml"})

_Read = tuple[Document, str | None, Pack | None]
"""A file, the id that it gives, and the pack; None for a pack that has errors."""


def read_packs(folder: Path | None, most: int = PACKS) -> tuple[Packs, list[Finding]]:
    """Read a folder's own packs, which replace built-in ones of the same id; those are read when they are asked for.

    Args:
        folder: A folder of `*.yaml` packs (`policies/` of a folder of records), or None. One that
            is not there counts as empty. `*.tests.yaml` in it are the packs' tests.
        most: How many packs the folder may have.

    Returns:
        The sound packs by id, and what is wrong with the others. A broken pack is left out, also
        when it would replace a built-in one, and so is every pack that inherits one left out.
    """
    sound: dict[str, Pack] = {}
    own: dict[str, Document] = {}
    files, findings = _own(folder, most)
    for document, pack_id, pack in files:
        if pack_id is not None and pack_id in own:
            document.refuse(
                ("id",),
                "duplicate_pack",
                f"{own[pack_id].name} already has a pack with this id.",
                found=pack_id,
                expected="one file for each pack",
            )
        elif pack_id is not None:
            own[pack_id] = document
            if pack is not None:
                sound[pack_id] = pack
        findings += document.findings
    packs = Packs(sound, _built_in() - own.keys(), _read_built_in)
    # What is built in is sound, and inherits only what is built in: unless the folder replaces some of it.
    doubtful = list(packs) if not _built_in().isdisjoint(own) else sorted(sound)
    lost = unfounded(packs, doubtful, {*packs, *own})
    for pack_id, (code, message) in lost.items():
        if pack_id in own:
            expected = "the id of another pack that can be used"
            own[pack_id].refuse(("inherits",), code, message, found=packs[pack_id].inherits, expected=expected)
            findings.append(own[pack_id].findings[-1])
    return packs.without(frozenset(lost)), findings


def _own(folder: Path | None, most: int) -> tuple[Iterator[_Read], list[Finding]]:
    """Return the packs of a folder, none of them read yet; or why they are not read."""
    if folder is None or not is_there(folder):
        return iter(()), []
    listed = list_folder(folder)
    if isinstance(listed, Refusal):
        return iter(()), [listed.finding(folder.name)]
    paths = [path for path in listed if path.suffix.lower() in _SUFFIXES and not path.name.endswith(TESTS_SUFFIX)]
    if len(paths) > most or sum(map(size_of, paths)) > most * PACK_BYTES:
        says = f"This folder has more than {most:,} policy packs, or more than {most * PACK_BYTES:,} bytes of them."
        return iter(()), [Refusal("too_many_packs", says, "the packs that the records name").finding(folder.name)]
    return _files(paths), []


@cache
def _built_in() -> frozenset[str]:
    """Return the ids of the built-in packs: each is called as its file."""
    return frozenset(path.stem for path in BUILT_IN.glob("*.yaml"))


@cache
def _read_built_in(pack_id: str) -> Pack:
    pack = _read_pack(BUILT_IN / f"{pack_id}.yaml")[2]
    if pack is None:
        msg = f"the built-in pack {pack_id} is not sound"
        raise ValueError(msg)
    return pack


def _files(paths: list[Path]) -> Iterator[_Read]:
    for path in paths:
        if path.suffix == ".yaml":
            yield _read_pack(path)
        else:
            document = Document(path.name)
            message = "This looks like a pack, but its name does not end in .yaml."
            document.refuse((), "wrong_file_name", message, expected=f"{path.stem}.yaml")
            yield document, None, None


def _read_pack(path: Path) -> _Read:
    """Read a file, or recall what came of it: a child's page must not wait for the YAML of its district."""
    try:
        state = path.stat()
    except OSError:
        return _parse(path, 0, 0)
    document, pack_id, pack = _parse(path, state.st_mtime_ns, state.st_size)
    # Findings are added to a document later on, so each reading gets its own.
    return replace(document, findings=list(document.findings)), pack_id, pack


@lru_cache(maxsize=256)
def _parse(path: Path, _changed: int, _size: int) -> _Read:
    document = read_document(path)
    data = document.data
    pack_id = data.get("id") if isinstance(data, dict) else None
    pack: Pack | None = None
    if data is not None:
        try:
            pack = Pack.model_validate(data)
            if not document.findings:
                check_pack(document, pack)
        except ValidationError as error:
            refuse_shape(document, Pack, error)
    sound = None if document.findings else pack
    return document, pack_id if isinstance(pack_id, str) else None, sound
