"""Ask: questions as values, each with its likely answers and the place in the mapping where the answer goes."""

from makegood.imports.ask.question import Answer, Place, Question

__all__ = ["Answer", "Place", "Question"]
