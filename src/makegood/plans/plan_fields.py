"""Cells of a plan's JSON, read one by one; what cannot be read becomes a finding with its path."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from makegood.files.first_errors import add_error
from makegood.terms.findings import Finding, Origin

DAY: Final = 24 * 60
_TIME: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_ID: Final = "an id as it is written in the records, as a text"
_MINUTES: Final = "a whole number of minutes, 1 or more"
_NOWHERE: Final = dt.date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Fields:
    """One object of the file; the findings of all objects gather in one list.

    A cell that cannot be read returns a harmless value and leaves a finding, so that all are told at once.
    """

    file: str
    value: dict[str, Any]
    path: str = ""
    findings: list[Finding] = field(default_factory=list)

    def each(self, name: str, *, needed: bool) -> Iterator["Fields"]:
        """Yield the objects of a list, each with its path."""
        listed = self.value.get(name)
        if listed is None and not needed:
            return
        if not isinstance(listed, list) or (needed and not listed):
            self.refuse(name, "at least one entry" if isinstance(listed, list) else "a list")
            return
        for n, each in enumerate(listed):
            path = f"{self.path}{name}[{n}]"
            if isinstance(each, dict):
                yield replace(self, value=each, path=f"{path}.")
            else:
                self._note(path, each, "an object in braces")

    def id(self, name: str) -> str:
        """Return an id."""
        found = self.value.get(name)
        if isinstance(found, str) and found.strip():
            return found
        self.refuse(name, _ID)
        return ""

    def id_or_none(self, name: str) -> str | None:
        """Return an id, or None where there is none."""
        return None if self.value.get(name) is None else self.id(name)

    def date(self, name: str) -> dt.date:
        """Return a day written as ISO does."""
        try:
            return dt.date.fromisoformat(self.value.get(name, ""))
        except (TypeError, ValueError):
            self.refuse(name, "a day such as 2027-03-16")
            return _NOWHERE

    def time(self, name: str) -> int:
        """Return a time of the day in minutes after midnight."""
        found = self.value.get(name)
        match = _TIME.fullmatch(found) if isinstance(found, str) else None
        if match is None:
            self.refuse(name, "a time such as 13:05")
            return 0
        return 60 * int(match[1]) + int(match[2])

    def minutes(self, name: str, *, least: int = 1) -> int:
        """Return whole minutes."""
        found = self.value.get(name)
        if type(found) is int and least <= found:
            return found
        self.refuse(name, _MINUTES if least else "a whole number of minutes, 0 or more")
        return least

    def number(self, name: str, *, most: float | None = None) -> float:
        """Return a figure, 0 or more; 0 where it is left out."""
        found = self.value.get(name, 0)
        if type(found) in {int, float} and 0 <= found < float("inf") and (most is None or found <= most):
            return float(found)
        self.refuse(name, "a number, 0 or more" if most is None else f"a number from 0 to {most:g}")
        return 0

    def inside(self, name: str, value: dict[str, Any]) -> "Fields":
        """Return the fields of an object within this one."""
        return replace(self, value=value, path=f"{self.path}{name}.")

    def yes(self, name: str, *, blank: bool) -> bool:
        """Return true or false; what stands for it where it is left out."""
        found = self.value.get(name, blank)
        if isinstance(found, bool):
            return found
        self.refuse(name, "true or false")
        return blank

    def refuse(self, name: str, expected: str) -> None:
        """Note that a cell cannot be used."""
        self._note(f"{self.path}{name}", self.value.get(name), expected)

    def _note(self, path: str, found: object, expected: str) -> None:
        told = "nothing" if found is None else repr(found)[:60]
        message = f"{path} of the plan cannot be used."
        origin = Origin(self.file, None, path)
        add_error(self.findings, Finding("error", "bad_plan", message, origin, found=told, expected=expected))
