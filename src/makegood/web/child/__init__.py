"""A child's account, for its family and for those who serve it."""
