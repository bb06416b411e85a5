"""From the fold's columns back to words, dates and ids."""

from makegood.ledger.decoding.ledger import decode
from makegood.ledger.decoding.misses import STATUS_OF_STATE, determination_of, status_of

__all__ = ["STATUS_OF_STATE", "decode", "determination_of", "status_of"]
