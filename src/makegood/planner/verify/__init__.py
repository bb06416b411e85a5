"""The verifier: checks any plan against the facts, and shares no code with what makes plans."""

from makegood.planner.verify.broken import Broken
from makegood.planner.verify.run import CONSTRAINTS, SENTENCES, verify

__all__ = ["CONSTRAINTS", "SENTENCES", "Broken", "verify"]
