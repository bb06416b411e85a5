"""A statement as one self-contained page: nothing is loaded from elsewhere, and nothing runs."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from makegood.statements.picture.svg import PATTERNS, picture_svg, swatch
from makegood.statements.statement.statement import Statement
from makegood.statements.wording.words import words_of

PAGES: Final = Path(__file__).parent / "html"


def statement_html(statement: Statement) -> str:
    """Return a statement as an HTML page."""
    words = words_of(statement.lang)
    pictures = {
        service.service_id: picture_svg(service.picture, words, f"{service.service}: {words.picture.heading}", f"s{n}")
        for n, service in enumerate(statement.services)
        if service.picture is not None and service.picture.weeks
    }
    environment = Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("statement.html.j2").render(
        s=statement,
        words=words,
        number=words.number,
        pictures=pictures,
        patterns=PATTERNS if pictures else "",
        swatch=swatch,
        css=Markup((PAGES / "statement.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
    )
