"""What lies in the second database: reads, sessions, limits, kept sums. To read a page writes only there."""

from typing import Any, Final

ASIDE: Final = "aside"
APPS: Final = frozenset({"access", "sessions", "kept"})


class Router:
    """Sends each app to its database."""

    def db_for_read(self, model: Any, **_: Any) -> str:
        """Return the database of a model."""
        return ASIDE if model._meta.app_label in APPS else "default"

    def db_for_write(self, model: Any, **_: Any) -> str:
        """Return the database of a model."""
        return self.db_for_read(model)

    def allow_relation(self, one: Any, other: Any, **_: Any) -> bool:
        """Return whether two rows may name each other: only within one database."""
        return self.db_for_read(type(one)) == self.db_for_read(type(other))

    def allow_migrate(self, db: str, app_label: str, **_: Any) -> bool:
        """Return whether an app's tables belong into a database."""
        return (db == ASIDE) == (app_label in APPS)
