"""Accounts, relations with dates and rights, invitations, the second factor."""
