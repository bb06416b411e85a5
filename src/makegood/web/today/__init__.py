"""A provider's day: what is planned, one tap for each session, and the signature."""
