"""The command line: one command per verb, and the one door that no traceback passes."""
