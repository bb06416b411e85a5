"""Log: a row per session, or per student and day.

What became of a row's session is in up to five columns: its amount, a code, a reason, a kind, a note. Each has a file.
"""

from makegood.imports.draft.log.rows import draft_log

__all__ = ["draft_log"]
