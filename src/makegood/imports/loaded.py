"""The files of an import and the folder that they go into, read once."""

import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from makegood.files.collector import without_collector
from makegood.files.limits import CSV_BYTES, MAPPING_BYTES
from makegood.files.reading import is_folder, is_regular, is_there, list_folder, read_bytes
from makegood.files.recovery import steadily
from makegood.files.refusal import Refusal
from makegood.files.seen import Seen, is_table
from makegood.imports.cells import PACKED, read_cells
from makegood.imports.kept import kept_for_alike
from makegood.imports.layouts import Found, recognised, with_layouts
from makegood.imports.look import Look, look_at
from makegood.imports.look.headings import best_heading_row
from makegood.imports.mapping import Mapping, read_mapping
from makegood.imports.match.sessions import Row
from makegood.imports.values.school_years import start_year_of
from makegood.imports.write import COMMAND
from makegood.imports.write.caseload import FILE, OWN
from makegood.intake import Report, read_folder_report
from makegood.intake.unfinished import MAPPINGS
from makegood.records import Records
from makegood.terms.findings import Finding, Origin, errors

_KNOWN: Final = 2
"""This many known headings make a row the headings of a table."""
_HEADINGS: Final = 3
"""Headings, perhaps with a title above them, are so many rows."""


@dataclass(slots=True)
class SourceFile:
    """A file of an import.

    Attributes:
        path: The file.
        size: Its size in bytes.
        sha256: The sum of its bytes.
        looks: What was seen in each of its sheets.
        mapping: What is known about it.
        layouts: Which of its sheets are exports that Makegood knows.
        own: Whether it is the folder's own caseload, which a person filled in.
        kept: What the folder's mapping file held when it was read; None if there was none.
        like: Whether its mapping is that of an earlier file with the same headings.
        afresh: What would be known about it if nothing had been answered yet.
    """

    path: Path
    size: int
    sha256: str
    looks: list[Look]
    mapping: Mapping
    layouts: tuple[Found, ...] = ()
    own: bool = False
    kept: bytes | None = None
    like: bool = False
    afresh: Mapping = field(default_factory=Mapping)

    @property
    def name(self) -> str:
        """The file's name, by which the folder knows it."""
        return OWN if self.own else self.path.name

    @property
    def system(self) -> str:
        """The system that it is an export of, as far as Makegood knows it; blank for a file of people's own."""
        return next((found.name.partition("-")[0] for found in self.layouts), "")

    @property
    def mapping_name(self) -> str:
        """The path of its mapping in the folder."""
        return f"{MAPPINGS}/{self.name}.yaml"


@dataclass(slots=True)
class Loaded:
    """Files and folder, read.

    Attributes:
        files: The files that could be read.
        into: The folder.
        records: What it holds; nothing for a new one.
        is_new: Whether it holds no account yet.
        school_year: The year in which the school year begins, as the command or the folder says it.
        findings: What was found; an error refuses the import.
        seen: What the folder held when it was read; None if it was not there.
        put_right: Sentences on what a killed command left in the folder.
        taken_back: Sessions that were brought in once and taken back by somebody: they are in no folder any more.
        used: The ids of rows that are in no folder any more; none is given again.
    """

    files: list[SourceFile]
    into: Path
    records: Records
    is_new: bool
    school_year: int | None
    findings: list[Finding] = field(default_factory=list)
    seen: Seen | None = None
    put_right: list[str] = field(default_factory=list)
    taken_back: Sequence[Row] = ()
    used: Collection[str] = ()


def load(paths: Sequence[Path], into: Path, *, mapping: Path | None = None, school_year: int | None = None) -> Loaded:
    """Read the files of an import, their mappings, and the folder.

    Args:
        paths: The files.
        into: The folder of records; it need not be there yet.
        mapping: A mapping file for the one file that is imported.
        school_year: The year in which the school year begins, if the command says it.
    """
    with without_collector():
        return _load(paths, into, mapping, school_year)


def _load(paths: Sequence[Path], into: Path, mapping: Path | None, school_year: int | None) -> Loaded:
    loaded = Loaded([], into, Records(), is_new=True, school_year=school_year)
    _folder(loaded)
    own = into / FILE
    every = [*paths]
    if is_regular(own) and own.resolve() not in {path.resolve() for path in paths}:
        every.insert(0, own)
    names: set[str] = set()
    for path in every:
        is_own = is_regular(own) and path.resolve() == own.resolve()
        if path.name in names and not is_own:
            says = "Two files of this import have this name. Give one of them another name."
            loaded.findings.append(Finding("error", "two_files", says, Origin(path.name)))
            continue
        if not is_own:
            names.add(path.name)
        _file(loaded, path, mapping, is_own=is_own)
    return loaded


def _folder(loaded: Loaded) -> None:
    into = loaded.into
    if is_there(into) and not is_folder(into):
        says = "Files are imported into a folder of records, and this is a file."
        loaded.findings.append(
            Finding("error", "no_folder", says, Origin(into.name), expected="a folder, or a new name")
        )
        return
    if not is_folder(into):
        return
    report, loaded.put_right, findings = steadily(into, COMMAND, lambda: _read_folder(loaded))
    loaded.findings += findings
    if report is None:
        return
    if report.records is None:
        says = "The folder has errors, so nothing is imported into it. 'makegood check' shows them."
        loaded.findings.append(Finding("error", "folder_has_errors", says, Origin(into.name)))
        loaded.findings += errors(report.findings)
        return
    loaded.records, loaded.is_new = report.records, False
    years = {start_year_of(day) for day in loaded.records.terms.start if day.month < 12}  # noqa: PLR2004 - a term's start
    if loaded.school_year is None and len(years) == 1:
        loaded.school_year = years.pop()


def _read_folder(loaded: Loaded) -> Report | None:
    """Return what a folder holds, or None if it holds no table yet."""
    loaded.seen = Seen.of(loaded.into)
    there = list_folder(loaded.into)
    if isinstance(there, Refusal):
        loaded.findings.append(there.finding(loaded.into.name))
        return None
    return read_folder_report(loaded.into) if any(is_table(path) and path.name != FILE for path in there) else None


def _file(loaded: Loaded, path: Path, mapping: Path | None, *, is_own: bool) -> None:
    sheets, findings = read_cells(path)
    loaded.findings += findings
    if errors(findings) or not sheets:
        return
    data = read_bytes(path, CSV_BYTES)
    if isinstance(data, Refusal):
        loaded.findings.append(data.finding(path.name))
        return
    name = OWN if is_own else path.name
    for sheet in sheets:
        sheet.file = name
    several = len(set(loaded.records.terms.calendar_id)) > 1
    sheets, layouts, found = recognised(sheets, only=path.suffix.lower() in PACKED, several_calendars=several)
    loaded.findings += found
    if errors(found):
        return
    looks = [look_at(sheet) for sheet in sheets]
    if all(_is_bare(look) for look in looks):
        says = "This file has headings and no rows below them. Was a filter set when it was exported?"
        loaded.findings.append(Finding("error", "no_rows", says, Origin(path.name), expected="a file with rows"))
        return
    known, found = _mapping(loaded, name, mapping)
    loaded.findings += found
    like = None
    if known is None:
        like = None if is_own or layouts else kept_for_alike(looks, loaded.into)
        known = like or Mapping()
    digest = hashlib.sha256(data).hexdigest()
    file = SourceFile(
        path,
        len(data),
        digest,
        looks,
        with_layouts(known, layouts),
        layouts=tuple(layouts.values()),
        own=is_own,
        like=like is not None,
        afresh=with_layouts(Mapping(), layouts),
    )
    kept = read_bytes(loaded.into / file.mapping_name, MAPPING_BYTES)
    file.kept = None if isinstance(kept, Refusal) else kept
    loaded.files.append(file)


def _is_bare(look: Look) -> bool:
    """Return whether a sheet has headings and nothing below them."""
    rows = look.sheet.rows
    head, score = best_heading_row(look.sheet)
    return head == len(rows) and score >= _KNOWN and 0 < sum(map(bool, rows)) <= _HEADINGS


def _mapping(loaded: Loaded, name: str, given: Path | None) -> tuple[Mapping | None, list[Finding]]:
    """Return what is known about a file, and what was found; None if it has no mapping of its own."""
    kept = loaded.into / MAPPINGS / f"{name}.yaml"
    where = given if given is not None and name != OWN else kept
    if not is_there(where):
        if given is not None and where == given:
            says = "There is no such mapping file."
            return Mapping(), [Finding("error", "unreadable_file", says, Origin(given.name))]
        return None, []
    mapping, findings = read_mapping(where)
    return mapping or Mapping(), findings


def today() -> dt.datetime:
    """Return the moment of now, as the clock shows it here."""
    return dt.datetime.now(tz=dt.UTC).astimezone().replace(tzinfo=None, microsecond=0)
