"""Sums of each child, kept with what made them: made again for other records and on another day."""
