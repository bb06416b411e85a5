"""The way out: records and their account in the formats of other programs.

What a format cannot say is listed, and what is not on record stays blank: nothing is guessed on the way out either.
"""
