"""An explanation as data: headings, each with its plain sentences."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with the sentences under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one row of the log was counted, or a gap that has no row."""

    title: str
    parts: tuple[Part, ...]
