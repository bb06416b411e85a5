"""The whole way of one session's minutes."""
