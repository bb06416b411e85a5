"""Reading the rows of an instance file; what cannot be read is noted, so that all of it is told at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from makegood.files.first_errors import add_error
from makegood.plans.instance_file.cells import BAD, NEEDED
from makegood.plans.instance_file.rows import CELLS, WITHIN
from makegood.terms.findings import Finding, Origin

_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows; what cannot be read gathers in `findings`."""

    file: str
    findings: list[Finding] = field(default_factory=list)

    def rows(self, kind: type, found: Any, path: str) -> Iterator[Any]:
        """Yield the rows of a list that can be read."""
        if not isinstance(found, list):
            self.refuse(path, found, "a list of rows")
            return
        for at, each in enumerate(found):
            row = self.row(kind, each, f"{path}[{at}]")
            if row is not None:
                yield row

    def row(self, kind: type, found: Any, path: str) -> Any:
        """Return a row, or None if any of its cells cannot be read."""
        if not isinstance(found, dict):
            self.refuse(path, found, "an object in braces")
            return None
        told = len(self.findings)
        names = {each.key or name: name for name, each in CELLS[kind].items()}
        values = {name: self._cell(kind, key, found, path) for key, name in names.items()}
        if kind in WITHIN:
            name, inner = WITHIN[kind]
            names[name] = name
            values[name] = tuple(self.rows(inner, found.get(name), f"{path}.{name}"))
        self.unknown(found, names, f"{path}.")
        return kind(**values) if len(self.findings) == told else None

    def unknown(self, found: dict[str, Any], names: Iterable[str], path: str = "") -> None:
        """Refuse names that nothing is known of: a slip there would otherwise change the plan unseen."""
        for key in (key for key in found if key not in names):
            self.refuse(f"{path}{key if key.isidentifier() else ascii(key)}", found[key], f"one of {', '.join(names)}")

    def refuse(self, path: str, found: Any, expected: str) -> None:
        """Note that something cannot be used."""
        told = "nothing" if found is None else ascii(found)[:_SHOWN]
        message = f"{path} of the instance cannot be used."
        origin = Origin(self.file, None, path)
        add_error(self.findings, Finding("error", "bad_instance", message, origin, found=told, expected=expected))

    def _cell(self, kind: type, key: str, found: dict[str, Any], path: str) -> Any:
        each = CELLS[kind].get(key) or next(each for each in CELLS[kind].values() if each.key == key)
        value = found.get(key)
        if value is None and each.default is not NEEDED:
            return each.default
        read = each.read(value)
        if read is BAD:
            self.refuse(f"{path}.{key}", value, each.expected)
        return read
