"""A letter's files: made here from our own templates, in a process of its own from a district's."""

import base64
import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Final, Literal

from makegood.documents.apart import asked_apart
from makegood.documents.docx_file import docx_of
from makegood.documents.letter import Templates, letter_from
from makegood.documents.pdf import pdf_of
from makegood.documents.template import Filling
from makegood.documents.trouble import TroubleError
from makegood.files.limits import PAPER_SECONDS
from makegood.terms.findings import Finding, Origin
from makegood.terms.language import Lang

Format = Literal["pdf", "docx"]
FORMATS: Final[tuple[Format, ...]] = ("pdf", "docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be made.

    Attributes:
        kind: The kind of letter.
        templates: Ours, or with a district's among them.
        day: The as-of date.
        formats: Which files.
    """

    kind: str
    lang: Lang
    templates: Templates
    day: dt.date
    formats: Sequence[Format] = FORMATS


@dataclass(frozen=True, slots=True)
class Made:
    """What was made.

    Attributes:
        files: By name, what each holds; empty if an error says why none was made.
        missing: The names of the fields that are blank lines.
        findings: What whoever sends it should know.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def produce(filling: Filling, order: Order) -> Made:
    """Return a letter's files, `KIND.pdf` and `KIND.docx`: no file name holds a name.

    Args:
        filling: What the template is filled with.
        order: What is to be made.
    """
    return _elsewhere(filling, order) if order.templates.foreign else produce_here(filling, order)


def produce_here(filling: Filling, order: Order) -> Made:
    """Do the same in this process."""
    kind, templates = order.kind, order.templates
    try:
        letter = letter_from(filling, kind, order.lang, templates, order.day)
        made = Made({}, letter.missing, list(letter.findings))
        if "pdf" in order.formats:
            made.files[f"{kind}.pdf"], lacking = pdf_of(letter.paper, templates.typst)
            if lacking:
                made.findings.append(lacking_glyphs(lacking))
        if "docx" in order.formats:
            made.files[f"{kind}.docx"] = docx_of(letter.paper, templates.word)
    except TroubleError as trouble:
        return Made(findings=[_not_usable(trouble)])
    return made


def lacking_glyphs(count: int) -> Finding:
    """Return the finding that says that some characters have no form in the fonts of the PDF."""
    says = f"The fonts of the PDF lack {count} of its characters; \ufffd is in their place. The Word file has them all."
    return Finding("warning", "lacking_glyphs", says, Origin())


def _not_usable(trouble: TroubleError) -> Finding:
    says = trouble.says if trouble.says.endswith(".") else f"{trouble.says}."
    expected = "a template as docs/papers.md describes it"
    return Finding("error", "bad_template", says, Origin(trouble.where or None, trouble.line), expected=expected)


def _elsewhere(filling: Filling, order: Order) -> Made:
    """Make the files in a process that may take so much time and memory and no more."""
    templates = order.templates
    asked = {
        "filling": asdict(filling),
        "kind": order.kind,
        "lang": order.lang,
        "texts": dict(templates.texts),
        "typst": templates.typst,
        "word": base64.b64encode(templates.word).decode() if templates.word is not None else None,
        "day": order.day.isoformat(),
        "formats": list(order.formats),
    }
    answer = asked_apart(asked)
    if answer is None:
        says = f"These templates need more than {PAPER_SECONDS} seconds, or more memory than a paper may take."
        return Made(findings=[Finding("error", "template_too_slow", says, Origin(), expected="simpler templates")])
    return Made(
        {name: base64.b64decode(text) for name, text in answer["files"].items()},
        answer["missing"],
        [
            Finding(
                each["level"],
                each["code"],
                each["message"],
                Origin(each["table"], each["row"]),
                expected=each["expected"],
            )
            for each in answer["findings"]
        ],
    )
