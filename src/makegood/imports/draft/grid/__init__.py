"""Grid: a row per student (or student and service) and a column per day or week, or the other way round."""

from makegood.imports.draft.grid.across import draft_across
from makegood.imports.draft.grid.rows import draft_grid

__all__ = ["draft_across", "draft_grid"]
