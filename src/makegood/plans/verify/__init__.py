"""The verifier: checks any plan against the facts, and shares no code with what makes plans."""

from makegood.plans.verify.broken import Broken
from makegood.plans.verify.run import CONSTRAINTS, SENTENCES, verify

__all__ = ["CONSTRAINTS", "SENTENCES", "Broken", "verify"]
