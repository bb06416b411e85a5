"""The templates: ours, and those that a district puts in their place."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from makegood.documents.kinds import KINDS
from makegood.documents.letter import Templates
from makegood.files.limits import TEMPLATE_BYTES, TEMPLATE_WORD_BYTES
from makegood.files.reading import list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.terms.findings import Finding, Origin

PAPERS: Final = Path(__file__).parent / "papers"
_TYPST: Final = "paper.typ"
_WORD: Final = "paper.docx"


@cache
def own() -> Templates:
    """Return our own templates."""
    return Templates({path.name: path.read_text(encoding="utf-8") for path in sorted(PAPERS.glob("*.txt"))})


@cache
def own_apart() -> Templates:
    """Return our own templates, for papers that are made in a process of its own, with limits of time and memory."""
    return replace(own(), foreign=True)


def with_district(folder: Path) -> tuple[Templates | None, list[Finding]]:
    """Return our templates with a district's in the place of those that bear the same names.

    Args:
        folder: A folder of the operator's own disk: `KIND.LANG.txt` for words, `paper.typ` and `paper.docx` for how all
            papers look.

    Returns:
        The templates, or None and what is wrong.
    """
    found = list_folder(folder)
    if isinstance(found, Refusal):
        return None, [found.finding(folder.name)]
    texts, findings = dict(own().texts), []
    typst, word = None, None
    for path in found:
        if path.name.startswith("."):
            continue
        if path.name not in {*texts, _TYPST, _WORD}:
            findings.append(_unknown(path.name))
            continue
        data = read_bytes(path, TEMPLATE_WORD_BYTES if path.name == _WORD else TEMPLATE_BYTES)
        if isinstance(data, Refusal):
            findings.append(data.finding(path.name))
        elif path.name == _WORD:
            word = data
        elif (text := _text(data)) is None:
            says = "This template is not UTF-8 text."
            findings.append(Finding("error", "encoding", says, Origin(path.name), expected="a text file in UTF-8"))
        elif path.name == _TYPST:
            typst = text
        else:
            texts[path.name] = text
    if findings:
        return None, findings
    return Templates(texts, typst, word, foreign=True), []


def _text(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _unknown(name: str) -> Finding:
    kinds = ", ".join(KINDS)
    says = "This is the name of no template."
    expected = f"KIND.en.txt or KIND.es.txt with one of {kinds}; {_TYPST}; {_WORD}"
    return Finding("error", "unknown_template", says, Origin(name), expected=expected)
