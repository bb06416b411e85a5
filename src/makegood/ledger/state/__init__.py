"""Records of any size: their layout, and the fold over it in bounded memory."""

from makegood.ledger.state.layout import buckets_of, is_state
from makegood.ledger.state.run import StateTotals, fold_state
from makegood.ledger.state.stored import Stored, read_stored

__all__ = ["StateTotals", "Stored", "buckets_of", "fold_state", "is_state", "read_stored"]
