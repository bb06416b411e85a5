"""An independent reckoning of the ledger: plain, slow, written from the ledger's page alone.

It shares nothing with `makegood`. "L" and "D" in its comments stand for the sections of the
ledger's page and the numbered choices of docs/decisions/0003-where-the-ledger-is-silent.md.
It takes well-formed folders for granted and checks nothing.
"""
