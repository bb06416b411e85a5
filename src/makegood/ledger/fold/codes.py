"""The words of the field as the numbers that stand for them in the fold's columns."""

from makegood.terms.accounts import DISPOSITIONS
from makegood.terms.reasons import REASONS

OWED = DISPOSITIONS.index("owed")
NOT_OWED = DISPOSITIONS.index("not_owed")
TEAM_DECIDES = DISPOSITIONS.index("team_decides")
UNKNOWN = DISPOSITIONS.index("unknown")
ALL_REASONS = len(REASONS)
UNRECORDED = REASONS.index("unrecorded")
