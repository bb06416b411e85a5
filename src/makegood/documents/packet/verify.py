"""Verifying a packet: every file has the sum that its manifest names, and every figure comes out again."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from makegood.answers.account import account
from makegood.documents.own import PACKET_MARK
from makegood.documents.packet.make import LEDGER, MANIFEST, RECORDS, figures_of, json_bytes, sum_of
from makegood.files.limits import PACKET_BYTES
from makegood.files.reading import is_folder, list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.intake import read_folder_report
from makegood.terms.counted import counted as counted_rows
from makegood.terms.echo import echo, shown
from makegood.terms.findings import Finding, Origin, errors

_IDS: Final = ("session_id", "award_id", "service_id")
_SAID: Final = 20
"""At most so many figures that differ are listed one by one."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of it.

    Attributes:
        files: How many files have the sums of the manifest.
        figures: How many figures came out again.
        of: The manifest's own sum: what both sides of a dispute can compare.
    """

    files: int = 0
    figures: int = 0
    of: str = ""
    findings: list[Finding] = field(default_factory=list)


def verify(folder: Path) -> Verified:
    """Verify a packet.

    Args:
        folder: The packet's folder, wherever it was made.
    """
    data = read_bytes(folder / MANIFEST, PACKET_BYTES)
    if isinstance(data, Refusal):
        return Verified(findings=[data.finding(MANIFEST)])
    manifest = _manifest(data)
    if manifest is None:
        says = "This is no manifest of a packet."
        return Verified(findings=[Finding("error", "no_manifest", says, Origin(MANIFEST))])
    named: dict[str, str] = manifest["files"]
    findings = list(_changed(folder, named))
    as_of = dt.date.fromisoformat(manifest["as_of"])
    counted, found = _counted_again(folder, as_of, manifest["student_id"])
    return Verified(len(named), counted, sum_of(data), [*findings, *found])


def _manifest(data: bytes) -> dict[str, Any] | None:
    try:
        manifest = json.loads(data)
        dt.date.fromisoformat(manifest["as_of"])
        files = manifest["files"]
        whole = manifest["kind"] == PACKET_MARK and isinstance(files, dict) and isinstance(manifest["student_id"], str)
        whole = whole and all(isinstance(each, str) for pair in files.items() for each in pair)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return manifest if whole else None


def _changed(folder: Path, named: dict[str, str]) -> Iterator[Finding]:
    there = set(_inside(folder, ""))
    for name in sorted(named):
        if name not in there:
            yield _error("file_missing", "The manifest names this file, and it is not there.", name)
            continue
        data = read_bytes(folder / name, PACKET_BYTES)
        if isinstance(data, Refusal):
            yield data.finding(name)
        elif sum_of(data) != named[name]:
            yield _error("file_changed", "This file was changed since the packet was made.", name)
    for name in sorted(there - named.keys() - {MANIFEST}):
        yield _error("file_added", "This file was added since the packet was made.", name)


def _inside(folder: Path, place: str) -> Iterator[str]:
    listed = list_folder(folder)
    for path in [] if isinstance(listed, Refusal) else listed:
        if is_folder(path) and not path.is_symlink():
            yield from _inside(path, f"{place}{path.name}/")
        else:
            yield f"{place}{path.name}"


def _counted_again(folder: Path, as_of: dt.date, student_id: str) -> tuple[int, list[Finding]]:
    """Count every figure once more from the records of the packet, and compare it with the packet's ledger."""
    data = read_bytes(folder / LEDGER, PACKET_BYTES)
    if isinstance(data, Refusal):
        return 0, [data.finding(LEDGER)]
    try:
        written = json.loads(data)
    except (ValueError, RecursionError):
        return 0, [_error("not_json", "This file is not JSON.", LEDGER)]
    report = read_folder_report(folder / RECORDS, as_of=as_of)
    if report.records is None:
        return 0, errors(report.findings)
    if report.records.students.student_id != [student_id]:
        return 0, [_error("other_child", "The records are not those of the child that the manifest names.", RECORDS)]
    answer = account(report.records, as_of)
    if answer.value is None:
        return 0, list(answer.findings)
    counted = json.loads(json_bytes(figures_of(answer.value)))
    differ = list(_differences(written, counted, ""))
    findings = [
        Finding(
            "error",
            "figure_differs",
            f"{where}: the packet says {before}, and counted once more it is {again}.",
            Origin(LEDGER),
            expected="the figures that its records give",
        )
        for where, before, again in differ[:_SAID]
    ]
    return _how_many(counted) - len(differ), findings


def _differences(written: Any, counted: Any, where: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(written, dict) and isinstance(counted, dict):
        for key in sorted(written.keys() | counted.keys()):
            sep = " " if where.endswith(":") else ", " if where else ""
            yield from _differences(written.get(key), counted.get(key), f"{where}{sep}{key}")
    elif isinstance(written, list) and isinstance(counted, list) and len(written) == len(counted):
        for at, (one, other) in enumerate(zip(written, counted, strict=True), start=1):
            yield from _differences(one, other, f"{where} {_named(other, at)}:".strip())
    elif written != counted:
        yield where, _said(written), _said(counted)


def _named(row: Any, at: int) -> str:
    """Return what people find a row by: the id of its session, award or service, else its place."""
    ids = [row.get(name) for name in _IDS] if isinstance(row, dict) else []
    return next((id_ for id_ in (echo(each, dates=False) for each in ids if isinstance(each, str)) if id_), str(at))


def _said(value: Any) -> str:
    """Return one figure of a ledger in words; of what is no figure, what an error may show."""
    if isinstance(value, list):
        return counted_rows(len(value), "row")
    return "nothing" if value is None else shown(str(value))


def _how_many(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_how_many, value.values()))
    if isinstance(value, list):
        return sum(map(_how_many, value))
    return isinstance(value, int) and not isinstance(value, bool)


def _error(code: str, says: str, name: str) -> Finding:
    return Finding("error", code, says, Origin(name), expected="the packet as it was made")
