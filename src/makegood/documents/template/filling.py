"""What a template is filled with, and what it is then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from makegood.documents.blocks import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What a template is filled with.

    Attributes:
        values: By name, what `{{ name }}` gives: text, numbers, lists and dicts of them.
        fields: What a person filled in, by the field's name.
        labels: What is said beside the blank line of a field.
        sources: Each source by its key, as it is listed.
        doubts: What who sends the paper is to know of a source, by its key.
        tables: Tables by name, as blocks.
        signs: What is to be signed, by name.
        whose: The sign of the child in the mark of the files.
    """

    values: Mapping[str, Any]
    fields: Mapping[str, str]
    labels: Mapping[str, str]
    sources: Mapping[str, str]
    doubts: Mapping[str, str]
    tables: Mapping[str, Block]
    signs: Mapping[str, list[str]]
    whose: str


@dataclass(slots=True)
class Filled:
    """A template with everything in it.

    Attributes:
        title: Its first line.
        holds: What it says that it holds.
        missing: The fields that are blank lines, in order, each once.
        cited: The keys of the sources, in order of their numbers.
        asked: The fields that it has a place for, filled in or not, in order, each once.
    """

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
