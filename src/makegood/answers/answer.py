"""An answer, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from makegood.terms.findings import Finding

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What was asked for, and what was found on the way.

    Attributes:
        value: The answer; None if the records cannot be counted, or say nothing about what was asked.
        findings: Why there is no answer; or what a reader should know beside it.
    """

    value: T | None
    findings: Sequence[Finding] = ()
