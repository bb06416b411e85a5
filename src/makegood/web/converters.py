"""What may stand in an address: random ids and days, never a name or a number of a school."""

import datetime as dt


class Ref:
    """A random id."""

    regex = "[2-9a-hjkmnp-z]{20}"

    def to_python(self, value: str) -> str:
        """Return the id."""
        return value

    def to_url(self, value: str) -> str:
        """Return the id."""
        return value


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
        """Return the day as it stands in an address."""
        return value.isoformat()


class Thing:
    """A session by its random id; or a service by its random id, a dot and a day."""

    regex = r"[2-9a-hjkmnp-z]{20}(?:\.\d{4}-\d{2}-\d{2})?"

    def to_python(self, value: str) -> str:
        """Return it as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it stands."""
        return value


class FigureInPath:
    """A service by its random id, a dot and the name of one of its figures."""

    regex = r"[2-9a-hjkmnp-z]{20}\.[a-z_]{4,24}"

    def to_python(self, value: str) -> str:
        """Return it as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it stands."""
        return value


class PaperInPath:
    """The name of a kind of letter."""

    regex = r"[0-9a-z_]{4,30}"

    def to_python(self, value: str) -> str:
        """Return it as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it stands."""
        return value
