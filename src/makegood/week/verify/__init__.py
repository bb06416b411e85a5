"""The second look at a week: each slot against the facts, with code that shares nothing with the search."""

from makegood.week.verify.broken import SENTENCES, Broken
from makegood.week.verify.run import verify

__all__ = ["SENTENCES", "Broken", "verify"]
