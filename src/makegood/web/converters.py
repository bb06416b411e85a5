"""What may be in an address: random ids and days, never a name or a number of a school."""

import datetime as dt

from django.urls.converters import StringConverter


class Ref(StringConverter):
    """A random id."""

    regex = "[2-9a-hjkmnp-z]{20}"


class DayInPath:
    """A day as YYYY-MM-DD."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> dt.date:
        """Return the day.

        Raises:
            ValueError: If there is no such day; the address then leads nowhere.
        """
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date) -> str:
        """Return the day as it is written in an address."""
        return value.isoformat()


class Thing(StringConverter):
    """A session by its random id; or a service by its random id, a dot and a day."""

    regex = r"[2-9a-hjkmnp-z]{20}(?:\.\d{4}-\d{2}-\d{2})?"


class FigureInPath(StringConverter):
    """A service by its random id, a dot and the name of one of its figures."""

    regex = r"[2-9a-hjkmnp-z]{20}\.[a-z_]{4,24}"


class PaperInPath(StringConverter):
    """The name of a kind of letter."""

    regex = r"[0-9a-z_]{4,30}"
