"""The records of a site for a command: read from its databases as the site reads them, and nothing is written there."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from makegood.intake.read import Report
from makegood.web.migrate import begin, is_up_to_date
from makegood.web.site import Site


class OtherVersionError(Exception):
    """The site's tables are those of another version of this program."""


def report_of(
    folder: Path, as_of: dt.date, *, known_on: dt.date | None = None, only: Collection[str] | None = None
) -> Report:
    """Read and check the records of a site.

    Args:
        folder: The site's folder.
        as_of: The day of the account.
        known_on: Only what was known by the end of this day; None for all.
        only: Some students, with what their accounts rest on; None for all.

    Raises:
        OtherVersionError: If the site has to be started once, which brings its tables up to date.
    """
    begin(Site(folder.absolute(), demo=False))
    if not is_up_to_date():
        raise OtherVersionError
    from makegood.web.records.read import records_of_all, records_of_children

    return records_of_all(as_of, known_on) if only is None else records_of_children(only, as_of, known_on)
