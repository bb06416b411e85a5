"""An explanation as data: headings, each with its plain sentences."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with what is said under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole way of one row of the log, or of a gap that no row tells of."""

    title: str
    parts: tuple[Part, ...]
