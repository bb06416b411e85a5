"""A letter: a template filled with a child's records, as data that the layouts arrange."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from makegood.documents.blocks import Block, Paper, heading, item, kept_page, paragraph
from makegood.documents.fields import FIELDS
from makegood.documents.kinds import KINDS, Kind
from makegood.documents.never import forbidden
from makegood.documents.own import LETTER_MARK, of_day
from makegood.documents.template import Filled, Filling, fill
from makegood.documents.trouble import TroubleError
from makegood.statements.wording.words import words_of
from makegood.terms.findings import Finding, Origin
from makegood.terms.language import Bilingual, Lang

_CHECKLIST: Final = Bilingual(
    en=("For you: before you send this (not part of the letter)", "Still missing in this letter:"),
    es=("Para usted: antes de enviar esto (no es parte de la carta)", "Todavía falta en esta carta:"),
)


_DOUBTS: Final = Bilingual(
    en="We have not read these sources ourselves. They are named in this letter:",
    es="No hemos leído nosotros mismos estas fuentes. La carta las menciona:",
)
_KEPT: Final = Bilingual(en="For you: keep this page.", es="Para usted: guarde esta página.")


@dataclass(frozen=True, slots=True)
class Templates:
    """The texts of all templates by file name, and a district's own layouts if it has any.

    Attributes:
        foreign: Whether papers are made in a process of its own: some of it is not ours, or a site waits for them.
    """

    texts: Mapping[str, str]
    typst: str | None = None
    word: bytes | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as data.

    Attributes:
        paper: What the layouts arrange.
        missing: The names of the fields that are blank lines.
        asked: The names of all fields that it has a place for.
        findings: What whoever sends it should know.
    """

    paper: Paper
    missing: list[str]
    asked: list[str]
    findings: list[Finding] = field(default_factory=list)


def letter_from(filling: Filling, kind: str, lang: Lang, templates: Templates, day: dt.date) -> Letter:
    """Return a letter of a kind.

    Args:
        filling: What its template is filled with.
        kind: The kind.
        lang: Its language.
        templates: All templates.
        day: The as-of date, which is the letter's own date.

    Raises:
        TroubleError: If the template cannot be used.
    """
    name = f"{kind}.{lang}.txt"
    filled = fill(templates.texts, name, filling)
    if not filled.title:
        raise TroubleError(name, "It has no title: a line that begins with '# '.", 1)
    findings = [*_lacks(KINDS[kind], filled, name), *_says_never(templates.texts, name)]
    findings += _leaves_out(filling, filled, name)
    filled.blocks += _checklist(filled, [filling.doubts[key] for key in filled.cited if key in filling.doubts], lang)
    words = words_of(lang)
    up_to = words.page.records_up_to.format(day=filling.values["day"]).removesuffix(".")
    paper: Paper = {
        "kind": kind,
        "lang": lang,
        "title": filled.title,
        "date": [day.year, day.month, day.day],
        "foot": f"{filled.title} · {up_to}",
        "kept_foot": _KEPT.of(lang),
        "made": f"{LETTER_MARK} {kind} {of_day(filling.whose, day)}",
        "blocks": filled.blocks,
    }
    return Letter(paper, filled.missing, filled.asked, findings)


def _checklist(filled: Filled, doubts: list[str], lang: Lang) -> list[Block]:
    """Return the list of what is missing and of what the sender should check, on a page that is not sent."""
    if not filled.missing and not doubts:
        return []
    title, still = _CHECKLIST.of(lang)
    listed = [heading(title)]
    if filled.missing:
        listed += [paragraph(still), *(item(FIELDS[name].of(lang)) for name in filled.missing)]
    if doubts:
        listed += [paragraph(_DOUBTS.of(lang)), *(item(doubt) for doubt in doubts)]
    return listed if any(block.get("kept") for block in filled.blocks) else [kept_page(), *listed]


def _lacks(kind: Kind, filled: Filled, name: str) -> list[Finding]:
    """Return a finding for each thing that this kind must hold and the template does not."""
    return [
        Finding(
            "warning",
            "paper_lacks",
            f"This template does not hold {what!r}, which a {kind.name.replace('_', ' ')} must hold.",
            Origin(name),
            expected=f"a paragraph that begins with {{{{ holds('{what}') }}}}",
        )
        for what in kind.holds
        if what not in filled.holds
    ]


def _leaves_out(filling: Filling, filled: Filled, name: str) -> list[Finding]:
    """Return a finding where days with nothing on record are in no table of a template that lists what was missed."""
    listed = {table for table, block in filling.tables.items() if any(block is used for used in filled.blocks)}
    if not filling.values["has"]["unrecorded"] or not listed & {"misses", "follows"}:
        return []
    if listed & {"unrecorded", "unrecorded_follows"}:
        return []
    says = "This template lists what was missed, and not the days on which nothing is on record."
    expected = '{{ table("unrecorded") }} on a line of its own'
    return [Finding("warning", "leaves_out_unrecorded", says, Origin(name), expected=expected)]


def _says_never(texts: Mapping[str, str], name: str) -> list[Finding]:
    """Return a finding for each line of a template that says what no paper of ours says."""
    return [
        Finding("warning", "never_said", f"This template says {what!r}. {why}", Origin(name, number))
        for number, line in enumerate(texts.get(name, "").splitlines(), start=1)
        for what, why in forbidden(line)
    ]
