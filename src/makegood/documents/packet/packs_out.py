"""The full text of every policy pack that a child's account was judged by."""

from collections.abc import Iterable
from pathlib import Path

from makegood.files.limits import YAML_BYTES
from makegood.files.reading import is_there, list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.policies import BUILT_IN, read_packs

FEDERAL = "us-federal"


def packs_of(policies: Path | None, used: Iterable[str]) -> dict[str, bytes]:
    """Return the packs that are used, and those that they inherit, by their file's name.

    Args:
        policies: The records' own packs.
        used: The ids of the policies of the account.
    """
    packs, _ = read_packs(policies)
    wanted: set[str] = {FEDERAL}
    for pack_id in used:
        at: str | None = pack_id
        while at is not None and at in packs and at not in wanted:
            wanted.add(at)
            at = packs[at].inherits
    return {f"{pack_id}.yaml": text for pack_id in sorted(wanted) if (text := _text_of(policies, pack_id)) is not None}


def _text_of(policies: Path | None, pack_id: str) -> bytes | None:
    """Return a pack's text: the records' own before the one that is built in."""
    if policies is not None and is_there(policies):
        listed = list_folder(policies)
        for path in [] if isinstance(listed, Refusal) else listed:
            if path.suffix != ".yaml" or path.name.endswith(".tests.yaml"):
                continue
            data = read_bytes(path, YAML_BYTES)
            if not isinstance(data, Refusal) and _id_of(data) == pack_id:
                return data
    data = read_bytes(BUILT_IN / f"{pack_id}.yaml", YAML_BYTES)
    return None if isinstance(data, Refusal) else data


def _id_of(data: bytes) -> str | None:
    for line in data.decode("utf-8", "replace").splitlines():
        if line.startswith("id:"):
            return line.removeprefix("id:").strip().strip("'\"")
    return None
