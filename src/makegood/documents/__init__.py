"""Papers: letters, notices, agreements, packets and statements, as PDF and as a file for a word processor.

A paper is words of a template, filled with what the records say. The template gives *blocks* (`blocks.py`), and both
files are made from the same blocks, so they never say different things. What the records lack stays a blank line.
"""
