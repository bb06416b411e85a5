"""A finding as a page says it: where it is, what it is, and in English where the page's language lacks the words."""

from dataclasses import dataclass

from makegood.statements.wording.words import capital
from makegood.terms.findings import Finding
from makegood.web.words.all import SiteWords
from makegood.web.words.reader import in_spanish


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding in words.

    Attributes:
        place: The file or table and the row; blank where none is known.
        says: What it is.
        english: The same in English, for a page in another language that has no sentence of its own for it.
    """

    place: str
    says: str
    english: str


def found(finding: Finding, w: SiteWords) -> Found:
    """Return a finding in the words of a page."""
    row = w.setup.row.format(n=finding.row) if finding.row else ""
    place = ", ".join(part for part in (finding.table, row) if part)
    needed = f" ({finding.expected})" if finding.expected else ""
    english = f"{finding.message}{needed}"
    if w.lang == "en":
        return Found(place=place, says=english, english="")
    says = in_spanish(finding.message)
    if says:
        return Found(place=place, says=says, english="")
    told = w.statement.findings.told.get(finding.code, w.statement.findings.other)
    return Found(place=place, says=capital(told), english=english)
