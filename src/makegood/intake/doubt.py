"""A cell that cannot be read as it stands, or only with a warning."""

from dataclasses import dataclass
from typing import Any

from makegood.terms.findings import Level


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a cell was refused, or what was assumed to read it.

    Attributes:
        code: The finding's code.
        says: One or two plain sentences without the cell's own text.
        expected: What should stand there.
        level: `error` if the cell was refused, `warning` if it was read.
        value: What was read, with a warning.
    """

    code: str
    says: str
    expected: str
    level: Level = "error"
    value: Any = None
