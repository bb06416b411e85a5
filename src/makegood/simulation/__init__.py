"""A lifelike, wholly made-up state of any size, in the layout for large records."""

from makegood.simulation.state import STUDENTS_A_BUCKET, YEAR_END, simulate

__all__ = ["STUDENTS_A_BUCKET", "YEAR_END", "simulate"]
