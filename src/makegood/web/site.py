"""Where a site's data lies, and how it was started: read from the environment, which `makegood serve` fills in."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DATA: Final = "MAKEGOOD_SITE_DATA"
DEMO: Final = "MAKEGOOD_SITE_DEMO"
RECORDS: Final = "site.sqlite3"
ASIDE: Final = "access.sqlite3"
SECRET: Final = "secret"  # noqa: S105 - a file's name


@dataclass(frozen=True, slots=True)
class Site:
    """A site.

    Attributes:
        data: The folder of its databases and its secret.
        demo: Whether it was made by `serve --demo`: made-up people, the same day always, this machine only.
    """

    data: Path
    demo: bool

    @property
    def records(self) -> Path:
        """The database of people and records."""
        return self.data / RECORDS

    @property
    def aside(self) -> Path:
        """The database of the record of access, of sessions and of limits, so that a read never waits for a write."""
        return self.data / ASIDE

    @property
    def secret(self) -> Path:
        """The file of the key that signs cookies."""
        return self.data / SECRET

    @property
    def policies(self) -> Path:
        """The folder in which the district's own policy packs are laid out for the rooms that read files."""
        return self.data / "policies"

    @property
    def incoming(self) -> Path:
        """The folder that files are streamed into while they are sent."""
        return self.data / "incoming"

    @property
    def uploads(self) -> Path:
        """The folder of the imports under way."""
        return self.data / "uploads"


def site() -> Site:
    """Return the site that this process serves.

    Raises:
        RuntimeError: If the process was not started for a site.
    """
    data = os.environ.get(DATA)
    if data is None:
        raise RuntimeError(f"{DATA} is not set: start the site by 'makegood serve'")
    return Site(Path(data), demo=os.environ.get(DEMO) == "1")
