"""The records of a site for a command: read from its databases as the site reads them, and nothing is written there."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import Final

from makegood.files.reading import is_folder, list_folder
from makegood.intake.read import Report
from makegood.records import NEEDED
from makegood.terms.findings import Finding, Origin
from makegood.web.migrate import begin, is_up_to_date
from makegood.web.site import Site

_NEXT: Final = "sign in to the site, and go on at Set-up: bring files, or type what the IEP says"


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

    report = records_of_all(as_of, known_on) if only is None else records_of_children(only, as_of, known_on)
    return _said_at_once(report, Site(folder, demo=False))


def _said_at_once(report: Report, site: Site) -> Report:
    """Return what was found; of a site without any records one sentence that says what to do, in place of many."""
    if report.records is None or any(len(report.records.table(name)) for name in NEEDED):
        return report
    sent = is_folder(site.uploads) and list_folder(site.uploads)
    says = "Files were sent to it, and nothing of them was written yet." if sent else "Nothing was brought in yet."
    finding = Finding(
        "warning", "nothing_yet", f"This site has no records. {says}", Origin(site.data.name), expected=_NEXT
    )
    return Report(report.records, [finding], report.taken, [finding])
