"""The process that makes a paper from a district's templates, or one for the site: its time and memory are bounded.

It is asked once on standard input and answers once on standard output, both in JSON.
"""

import base64
import datetime as dt
import json
import sys
from typing import Any

from makegood.documents.letter import Templates
from makegood.documents.pdf import pdf_of
from makegood.documents.produce import Order, produce_here
from makegood.documents.template import Filling
from makegood.files.limits import PAPER_MEMORY, PAPER_SECONDS
from makegood.files.process import limit_itself


def main() -> None:
    """Make what is asked for."""
    asked: dict[str, Any] = json.load(sys.stdin)
    limit_itself(memory=PAPER_MEMORY, seconds=PAPER_SECONDS)
    json.dump(_paper(asked) if "paper" in asked else _letter(asked), sys.stdout)


def _paper(asked: dict[str, Any]) -> dict[str, Any]:
    """Return a paper that is data already as PDF, in our own layout."""
    return {"pdf": base64.b64encode(pdf_of(asked["paper"])[0]).decode()}


def _letter(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the files of a letter from its templates."""
    word = asked["word"]
    order = Order(
        kind=asked["kind"],
        lang=asked["lang"],
        templates=Templates(
            asked["texts"], asked["typst"], base64.b64decode(word) if word is not None else None, foreign=True
        ),
        day=dt.date.fromisoformat(asked["day"]),
        formats=asked["formats"],
    )
    made = produce_here(Filling(**asked["filling"]), order)
    return {
        "files": {name: base64.b64encode(data).decode() for name, data in made.files.items()},
        "missing": made.missing,
        "findings": [finding.as_dict() for finding in made.findings],
    }


if __name__ == "__main__":
    main()
