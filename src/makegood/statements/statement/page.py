"""A statement as one self-contained page: nothing is loaded from elsewhere, and nothing runs."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from markupsafe import Markup

from makegood.files.own import whose
from makegood.statements.picture.svg import PATTERNS, closed_swatch, picture_svg, swatch
from makegood.statements.statement.statement import MissLine, Statement, Sum
from makegood.statements.templates import templates
from makegood.statements.wording.words import Words, words_of
from makegood.terms.visible import visible_lines

PAGES: Final = Path(__file__).parent / "html"
_FEW: Final = 3


def statement_html(statement: Statement) -> str:
    """Return a statement as an HTML page."""
    words = words_of(statement.lang)
    pictures = {
        service.service_id: picture_svg(service.picture, words, f"{service.service}: {words.picture.heading}", f"s{n}")
        for n, service in enumerate(statement.services)
        if service.picture is not None and service.picture.tallest
    }
    page = (
        templates(PAGES)
        .get_template("statement.html.j2")
        .render(
            s=statement,
            title=_title(statement, words),
            foot=_css_string(visible_lines(_foot(statement, words))),
            words=words,
            number=words.number,
            pictures=pictures,
            patterns=PATTERNS if pictures else "",
            swatch=swatch,
            closed_swatch=closed_swatch,
            shown=_shown,
            same=_same,
            whose=whose,
            css=Markup((PAGES / "statement.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        )
    )
    return visible_lines(page)


def _title(statement: Statement, words: Words) -> str:
    if not statement.name:
        return statement.title
    return f"{statement.title} {words.page.of_child.format(name=statement.name)}"


def _foot(statement: Statement, words: Words) -> str:
    """Return what is at the foot of every sheet of paper, so that loose sheets can be told apart."""
    up_to = words.page.records_up_to.format(day=words.day(statement.as_of))
    return f"{_title(statement, words)} · {up_to}\n{words.page.made_by}"


def _shown(sums: Iterable[Sum]) -> list[Sum]:
    """Return the sums that say something: one of zeros only is left out."""
    return [each for each in sums if each.whole.minutes or not each.adds_up]


def _same(misses: tuple[MissLine, ...]) -> tuple[str, ...]:
    """Return what follows from each of several misses where it is the same: then it is said once, above them."""
    follows = {miss.follows for miss in misses}
    return misses[0].follows if len(misses) >= _FEW and len(follows) == 1 else ()


def _css_string(text: str) -> Markup:
    """Return a text as a string of CSS, in which no sign of a name can end the string or the style."""
    escaped = re.sub(r"[^A-Za-z0-9 ]", lambda sign: f"\\{ord(sign[0]):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704 - only letters, digits, blanks and escapes are left
