"""The tables of ledger.md in a database: append-only, with versions, and back into Records."""
