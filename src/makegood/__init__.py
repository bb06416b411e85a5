"""Makegood accounts for every minute that an IEP promises."""

__version__ = "0.1.0"
