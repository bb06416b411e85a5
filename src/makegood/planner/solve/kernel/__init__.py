"""The inner loops of the search, compiled by numba at the first use and kept for the next."""
