"""The errors of one file: the first of them are listed, the others only mentioned."""

from makegood.files.limits import FILE_ERRORS
from makegood.terms.findings import Finding, Origin


def add_error(findings: list[Finding], finding: Finding) -> None:
    """Add an error of a file to its others; after the last that is listed, add once that there are more.

    Args:
        findings: The file's errors so far, which is what changes.
        finding: The next.
    """
    if len(findings) < FILE_ERRORS:
        findings.append(finding)
    elif len(findings) == FILE_ERRORS:
        message = f"This file has more than {FILE_ERRORS} errors. The others are not shown."
        findings.append(Finding("error", "too_many_errors", message, Origin(finding.table)))
