"""A school's sums, and what has nothing on record."""
