"""The words of a page."""
