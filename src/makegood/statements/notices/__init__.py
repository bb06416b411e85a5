"""Notices that the policies ask for, and the clocks that run towards them."""
