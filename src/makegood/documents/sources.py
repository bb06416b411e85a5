"""The sources that papers cite: where a rule is written, and how far its own words were read.

What is `found` was read word for word in the field research; `secondary` is as others report it.
"""

from dataclasses import dataclass
from typing import Final, Literal

from makegood.terms.language import Bilingual, Lang

Checked = Literal["found", "state_copies", "secondary", "unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule is written."""

    citation: str
    href: str | None
    checked: Checked


CHECKED: Final[dict[Checked, Bilingual[str]]] = {
    "found": Bilingual(en="Checked: the source's own words.", es="Verificado: el texto original."),
    "state_copies": Bilingual(
        en="Read in States' copies of the rule.", es="Leído en las copias estatales de la norma."
    ),
    "secondary": Bilingual(
        en="As reported by others; the source itself was not read.", es="Según otros; no se leyó el texto original."
    ),
    "unread": Bilingual(
        en="Cited from general knowledge; please check the text before you rely on it.",
        es="Citado por conocimiento general; consulte el texto antes de basarse en él.",
    ),
}


def _unread(section: str, citation: str | None = None) -> Source:
    """Return a section of title 34 that nobody has read for us; a citation that is not only its number is given."""
    href = f"https://www.ecfr.gov/current/title-34/section-{section}"
    return Source(citation=citation or f"34 CFR {section}", href=href, checked="unread")


SOURCES: Final[dict[str, Source]] = {
    "records": Source(
        citation="34 CFR 300.613", href="http://iarules.elaws.us/rule/281.41.613", checked="state_copies"
    ),
    "access": Source(
        citation="34 CFR 300.614",
        href="https://framework.esc18.net/display/Webforms/ESC18-FW-Citation.aspx?ID=1070",
        checked="found",
    ),
    "types": _unread("300.616"),
    "fees": _unread("300.617"),
    "amend": _unread("300.618", "34 CFR 300.618-300.621"),
    "review": Source(
        citation="34 CFR 300.324(b)(1)", href="https://sites.ed.gov/idea/regs/b/d/300.324/b", checked="found"
    ),
    "start": Source(citation="34 CFR 300.323(c)", href="https://law.lawstack.com/cfr/34/300.323/", checked="found"),
    "written_notice": Source(
        citation="34 CFR 300.503", href="https://law.lawstack.com/cfr/34/300.503/", checked="found"
    ),
    "language": Source(
        citation="34 CFR 300.503(c)",
        href="http://framework.esc18.net/Documents/34CFR300/500/300.503(c)(1)(i)(ii).htm",
        checked="found",
    ),
    "complaint": Source(citation="34 CFR 300.153", href="https://law.lawstack.com/cfr/34/300.153/", checked="found"),
    "complaint_decision": Source(
        citation="34 CFR 300.152", href="https://law.lawstack.com/cfr/34/300.152/", checked="found"
    ),
    "set_aside": Source(
        citation="34 CFR 300.152(c)", href="https://law.lawstack.com/cfr/34/300.152/", checked="unread"
    ),
    "model_form": _unread("300.509"),
    "hearing": Source(
        citation="34 CFR 300.507; 20 U.S.C. 1415(f)(3)(C)",
        href="https://www.ecfr.gov/current/title-34/section-300.507",
        checked="secondary",
    ),
    "mediation": _unread("300.506"),
    "early": _unread("303.434"),
    "early_records": _unread("303.405"),
    "early_types": _unread("303.408"),
    "early_access": _unread("303.406"),
    "early_fees": _unread("303.409"),
    "early_others": _unread("303.407"),
    "early_amend": _unread("303.410", "34 CFR 303.410-303.413"),
    "early_decision": _unread("303.433"),
    "early_review": _unread("303.342", "34 CFR 303.342(b)"),
    "ferpa": _unread("99.10"),
    "ferpa_fees": _unread("99.11"),
    "ferpa_others": _unread("99.12", "34 CFR 99.12(a)"),
    "ferpa_access": _unread("99.32"),
    "ferpa_amend": _unread("99.20", "34 CFR 99.20-99.22"),
    "early_mediation": _unread("303.431"),
    "early_hearing": _unread("303.430"),
    "s504": _unread("104.36"),
    "s504_grievance": _unread("104.7", "34 CFR 104.7(b)"),
    "ocr": _unread("100.7", "34 CFR 100.7(b), 104.61"),
    "medicaid": Source(
        citation="34 CFR 300.154(d)(2)(iv)-(v)",
        href="https://sites.ed.gov/idea/files/idea-part-b-parental-consent-qa.pdf",
        checked="found",
    ),
    "clarke": Source(
        citation="OSEP, Letter to Clarke, March 8, 2007",
        href="https://leader.pubs.asha.org/article.aspx?articleid=2506054",
        checked="secondary",
    ),
    "others": _unread("300.615"),
}

_DOUBTFUL: Final[frozenset[Checked]] = frozenset({"secondary", "unread"})

_LOG: Final = Bilingual(
    en="The school's records of this child up to {day}, counted by Makegood {version}.",
    es="Los registros de la escuela sobre este niño o niña, al {day}, contados por Makegood {version}.",
)


_NOTED: Final = Bilingual(
    en="What I noted about this child up to {day}, counted by Makegood {version}.",
    es="Lo que anoté sobre este niño o niña, al {day}, contado por Makegood {version}.",
)


def doubts(lang: Lang) -> dict[str, str]:
    """Return the sources whose own words nobody has read for us, each with how it is known, for who sends a paper."""
    return {
        key: f"{source.citation}: {CHECKED[source.checked].of(lang)}"
        for key, source in SOURCES.items()
        if source.checked in _DOUBTFUL
    }


def listed(lang: Lang, day: str, version: str, *, noted: bool = False, own: bool = False) -> dict[str, str]:
    """Return each source as a paper lists it, the records among them as `log`.

    Args:
        lang: The language.
        day: The as-of date in words.
        version: The program's version.
        noted: Whether the records are the family's own notes.
        own: Whether a family sends the paper. Then it does not tell the school which sources we have not read: that is
            for the family to know before it sends the paper.
    """
    found = {"log": (_NOTED if noted else _LOG).of(lang).format(day=day, version=version)}
    for key, source in SOURCES.items():
        place = f" {source.href}" if source.href else ""
        checked = "" if own and source.checked in _DOUBTFUL else f" {CHECKED[source.checked].of(lang)}"
        found[key] = f"{source.citation}.{checked}{place}"
    return found
