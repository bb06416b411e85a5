"""Ask: questions as values, each with its likely answers and the place in the mapping where the answer goes."""

from makegood.imports.ask.question import Answer, Place, Question
from makegood.imports.ask.school_day import school_day

__all__ = ["Answer", "Place", "Question", "school_day"]
