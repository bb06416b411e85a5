"""Reading a mapping file: strictly, every error in plain words."""

from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from makegood.files.limits import MAPPING_BYTES
from makegood.imports.mapping.mapping import Mapping
from makegood.policies.document import Document, read_document
from makegood.terms.findings import Finding

_OF_PEOPLE: Final = frozenset({"students", "services", "sheets", "makeups"})
"""Parts of a mapping whose keys may be names of children."""
_OF_PYDANTIC: Final = ("function-", "constrained-")
"""What steps of a way begin with that no file has."""
_NEEDED: Final = {
    "string_type": "a word, such as the question offers; not its number",
    "dict_type": "keys with values under them",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "date_type": "a day such as 2026-09-14",
    "date_parsing": "a day such as 2026-09-14",
    "date_from_datetime_parsing": "a day such as 2026-09-14",
}
"""What is needed, by what pydantic calls the error."""
_OF_ONE_SHEET: Final = ("shape", "columns", "student", "service_type")


def read_mapping(path: Path) -> tuple[Mapping | None, list[Finding]]:
    """Read a mapping file.

    A file that is about one sheet may have `shape`, `file`, `columns`, `student` and `service_type` at its top
    instead of under `sheets`.

    Returns:
        The mapping, or None if any finding is an error; and the findings.
    """
    document = read_document(path, MAPPING_BYTES, "how a file is read")
    data = document.data
    if data is None:
        return None, document.findings
    if not isinstance(data, dict):
        document.refuse((), "wrong_kind", "A mapping file holds keys with values under them.", expected="shape: log")
        return None, document.findings
    try:
        mapping = Mapping.model_validate(_gathered(data, document))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _refuse(document, dict(detail))
        return None, document.findings
    return (None if document.findings else mapping), document.findings


def _gathered(data: dict[str, Any], document: Document) -> dict[str, Any]:
    """Put what a file says of its one sheet under `sheets`."""
    rest = {key: value for key, value in data.items() if key not in {*_OF_ONE_SHEET, "file"}}
    own: dict[str, Any] = {key: data[key] for key in _OF_ONE_SHEET if key in data}
    file = data.get("file", {})
    if not isinstance(file, dict) or set(file) - {"sheet", "heading_row"}:
        document.refuse(
            ("file",), "wrong_kind", "“file” says which sheet and which row.", expected="sheet, heading_row"
        )
        return rest
    if "heading_row" in file:
        own["heading_row"] = file["heading_row"]
    if own:
        name = str(file.get("sheet", ""))
        rest["sheets"] = {name: own, **(rest.get("sheets") or {})}
    minutes = rest.get("session_minutes")
    if minutes is not None and not isinstance(minutes, dict):
        rest["session_minutes"] = {"all": minutes}
    return rest


def _refuse(document: Document, detail: dict[str, Any]) -> None:
    path = tuple(step for step in detail["loc"] if step != "[key]")
    kept = tuple(
        step for step in path if isinstance(step, str | int) and not str(step).startswith(("function-", "constrained-"))
    )
    name = str(kept[-1]) if kept else "this file"
    context = detail.get("ctx") or {}
    if kept and kept[0] in _OF_PEOPLE and len(kept) > 1:
        # The key may be a child's name: the line says where it is.
        line, says = document.line(kept), "What is written in this line cannot be this."
        expected = str(context.get("words") or _NEEDED.get(detail["type"], "an answer"))
        document.refuse((str(kept[0]),), "not_offered", says, expected=expected, line=line)
        return
    if detail["type"] == "extra_forbidden":
        document.refuse(kept, "unknown_key", f"“{name}” is no key of a mapping file here.", found=name)
    elif detail["type"] == "not_offered":
        expected = context.get("words") or "an answer"
        document.refuse(kept, "not_offered", f"“{name}” cannot be this.", found=detail["input"], expected=str(expected))
    else:
        expected = _NEEDED.get(detail["type"], "an answer")
        document.refuse(kept, "wrong_kind", f"“{name}” cannot be this.", found=detail["input"], expected=expected)
