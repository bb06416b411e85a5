"""The ledger between two dates."""
