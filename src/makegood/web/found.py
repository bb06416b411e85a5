"""A finding as a page says it, in the page's language: where it is, and what it is."""

from dataclasses import dataclass

from makegood.statements.wording.found_es import found_in_spanish, needed_in_spanish
from makegood.statements.wording.words import capital
from makegood.terms.findings import Finding
from makegood.web.words.all import SiteWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding in words.

    Attributes:
        place: The file or table, the row and the column; blank where none is known.
        says: What it is.
        english: The same in English, for a page in another language that has no sentence of its own for it: only what
            a district's own templates and rules say has none.
    """

    place: str
    says: str
    english: str


def found(finding: Finding, w: SiteWords) -> Found:
    """Return a finding in the words of a page."""
    row = w.setup.row.format(n=finding.row) if finding.row else ""
    place = ", ".join(part for part in (finding.table, row, finding.column) if part)
    english = _with(finding.message, finding.expected)
    if w.lang == "en":
        return Found(place=place, says=english, english="")
    says = found_in_spanish(finding.message)
    if says:
        needed = needed_in_spanish(finding.expected) if finding.expected else None
        return Found(place=place, says=_with(says, needed), english="")
    told = w.statement.findings.told.get(finding.code, w.statement.findings.other)
    return Found(place=place, says=capital(told), english=english)


def _with(says: str, needed: str | None) -> str:
    return f"{says} ({needed})" if needed else says
