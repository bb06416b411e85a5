"""Records as whole numbers in columns, and back: what the fold reads."""
