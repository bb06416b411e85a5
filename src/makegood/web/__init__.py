"""The site: the same ledger for those who live with it. It computes no minutes: it asks the room `answers`."""
