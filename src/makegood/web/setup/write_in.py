"""The last step of an import: its records are written into the site, all or nothing."""

from typing import Final

from makegood.imports.finish import finish
from makegood.imports.result import Import
from makegood.imports.write.caseload import FILE
from makegood.terms.findings import Finding, Origin, errors
from makegood.web.access.asked import Asked
from makegood.web.records.bring import bring
from makegood.web.setup.lay_out import keep_mappings
from makegood.web.setup.policy import spread
from makegood.web.setup.work import Work

_CHANGED: Final = Finding(
    "error", "changed_meanwhile", "Somebody wrote something here meanwhile. Please try again.", Origin()
)


def write_in(work: Work, made: Import, asked: Asked) -> tuple[list[Finding], dict[str, int]]:
    """Write the records, and return what kept them from being written, and how many rows of each table are new."""
    names = [file.name for file in made.loaded.files if not file.own]
    _written, found = finish(made)
    if errors(found):
        return errors(found), {}
    # What nobody has said the promise of is no table of records; the next import asks again.
    (work.records / FILE).unlink(missing_ok=True)
    brought = bring(work.records, by=asked.person.ref, named="", as_of=asked.day)
    if brought.batch is None:
        return errors(brought.findings) or [_CHANGED], {}
    spread(by=asked.person.ref)
    keep_mappings(work.records, names)
    return [], dict(brought.new)
