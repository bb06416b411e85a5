"""A YAML text as plain values, and the line of each."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from makegood.files.first_errors import add_error
from makegood.files.limits import YAML_BYTES, YAML_DEPTH
from makegood.files.reading import read_bytes
from makegood.files.refusal import Refusal
from makegood.terms.echo import Public
from makegood.terms.findings import Finding, Origin

Place = tuple[str | int, ...]
"""The way to a value from the top of the file: keys, and places in lists counted from 0."""

_TAG: Final = "tag:yaml.org,2002:"
_KNOWN_TAGS: Final = {
    _TAG + word for word in ("str", "null", "bool", "int", "float", "timestamp", "map", "seq", "merge", "value")
}
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_BRACKET: Final = re.compile(r"[\[\]{}]")
_WHOLE: Final = re.compile(r"[-+]?\d{1,9}")


@dataclass(slots=True)
class Document:
    """One YAML 1.2 file.

    Attributes:
        name: The file's name, which findings give as their table.
        data: Its values. Keys are always text; lists are tuples; dates are dates.
        lines: The line, counted from 1, of each key and each list item.
        findings: What keeps the file from being read. The rest is read all the same, so that one
            look shows every error.
    """

    name: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def line(self, path: Place) -> int:
        """Return the line of a value, or of the nearest thing around it that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def refuse(
        self,
        path: Place,
        code: str,
        message: str,
        *,
        found: object = None,
        expected: str | None = None,
        line: int | None = None,
    ) -> None:
        """Add an error at a place in the file (`line` where the place is not yet known)."""
        finding = Finding(
            "error",
            code,
            message,
            Origin(self.name, self.line(path) if line is None else line, dotted(path) or None),
            found=None if found is None else Public(shorten(in_words(found), 60, placeholder=" ...")),
            expected=expected,
        )
        add_error(self.findings, finding)

    def read(self, node: Node, path: Place = ()) -> Any:
        """Return a node's value, noting lines and whatever cannot be read."""
        self.lines.setdefault(path, node.start_mark.line + 1)
        if node.anchor is not None or str(node.tag) not in _KNOWN_TAGS:
            self.refuse(
                path,
                "yaml_shortcut",
                "Packs are written without anchors (&), references (*) and tags (!), so that each"
                " line can be read by itself.",
                expected="the value itself, written out",
            )
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return tuple(self.read(item, (*path, place)) for place, item in enumerate(node.value))
        text = str(node.value)
        plain = isinstance(node, ScalarNode) and node.style is None and node.tag != f"{_TAG}str"
        return self._plain(text, path) if plain else text

    def _mapping(self, node: MappingNode, path: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                self.refuse(path, "wrong_kind", "A key must be a single word.", line=line)
                continue
            key = str(key_node.value)
            here = (*path, key)
            if key in values:
                self.refuse(
                    here,
                    "duplicate_key",
                    f"“{key}” appears twice here, first on line {self.lines[here]}. It may appear only once.",
                    found=key,
                    expected="each key once",
                    line=line,
                )
                continue
            self.lines[here] = line
            values[key] = self.read(value_node, here)
        return values

    def _plain(self, text: str, path: Place) -> Any:
        """Return what is written without quotation marks and is more than words."""
        if text.lower() in {"", "~", "null"}:
            return None
        if text.lower() in {"true", "false"}:
            return text.lower() == "true"
        if _WHOLE.fullmatch(text):
            return int(text)
        if not _DATE.fullmatch(text):
            return text
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.refuse(
                path,
                "impossible_date",
                f"There is no such day as {text}.",
                found=text,
                expected="a day of the calendar, year-month-day, such as 2024-07-01",
            )
            return date.min


def read_document(path: Path, most: int = YAML_BYTES, what: str = "a policy pack") -> Document:
    """Read a YAML file. Never raises for what is in it: errors are in `findings`.

    Args:
        path: The file.
        most: How many bytes it may have.
        what: What it is to hold.
    """
    document = Document(path.name)
    data = read_bytes(path, most)
    if isinstance(data, Refusal):
        document.refuse((), data.code, data.says, expected=data.expected)
        return document
    try:
        text = data.decode("utf-8-sig")
        if not _is_shallow(text):
            # Brackets that are not closed, most likely.
            message = f"Brackets stand inside one another here, more than {YAML_DEPTH} deep."
            document.refuse((), "not_yaml", message, expected="YAML")
            return document
        node = YAML(typ="safe", pure=True).compose(text)
        if node is None:
            document.refuse((), "empty_file", "This file is empty.", expected=what)
        else:
            data = document.read(node)
            if not any(finding.code == "yaml_shortcut" for finding in document.findings):
                document.data = data
    except UnicodeDecodeError:
        message = "This file is not plain text."
        document.refuse((), "not_utf8", message, expected="text saved as UTF-8")
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        document.refuse(
            (),
            "not_yaml",
            "From this line on the file cannot be read. Look for a missing space after a colon, a"
            " bracket or quotation mark that is not closed, or a line that is indented wrongly.",
            expected="YAML",
            line=mark.line + 1 if mark else 1,
        )
    except (YAMLError, RecursionError):
        message = "This file cannot be read as YAML."
        document.refuse((), "not_yaml", message, expected="YAML")
    return document


def _is_shallow(text: str) -> bool:
    """Return whether brackets stand only a few deep: the time that YAML takes for them grows with their depth."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth > YAML_DEPTH:
            return False
    return True


def dotted(path: Place) -> str:
    """Write a path as people read it, such as `versions[1].from` (list items count from 1)."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def in_words(value: object) -> str:
    """Write a value of a file on one short line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_words(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(in_words(item) for item in value) + "]"
    return "nothing" if value is None else str(value)
