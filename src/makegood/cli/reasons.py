"""`makegood reasons`: the fixed words for why minutes were missed."""

from typing import Annotated, Final, Literal

import typer

from makegood.cli.out import print_data
from makegood.cli.paper import say, show_table
from makegood.cli.write import json_text
from makegood.terms.reasons import IN_SPANISH, IN_WORDS, PARTIES, PARTY_OF, Party

Lang = Literal["en", "es"]
WORDS: Final[dict[Lang, dict[str, str]]] = {"en": IN_WORDS, "es": IN_SPANISH}
OF: Final[dict[Lang, dict[Party, str]]] = {
    "en": {
        "family": "the child or the family",
        "provider": "who gives the service",
        "district": "the district",
        "school": "the school's day",
        "calendar": "the calendar",
        "external": "nobody here",
        "unrecorded": "no record",
        "other": "not said",
    },
    "es": {
        "family": "el/la estudiante o la familia",
        "provider": "quien da el servicio",
        "district": "el distrito",
        "school": "el día escolar",
        "calendar": "el calendario",
        "external": "nadie de la escuela",
        "unrecorded": "sin registro",
        "other": "no se indicó",
    },
}
HEADS: Final[dict[Lang, tuple[str, str, str, str]]] = {
    "en": ("Why minutes were missed", "belongs to", "reason", "in words"),
    "es": ("Por qué no se recibieron minutos", "corresponde a", "código", "motivo en palabras"),
}
CLOSING: Final[dict[Lang, str]] = {
    "en": (
        "Write these in the column 'reason' of the table 'sessions', as the fixed word or in words, in English or "
        "Spanish ('--lang es'). A blank is 'other'; 'unrecorded' is never written. A policy may have codes of its own "
        "('makegood policy show ID --folder FOLDER'). A reason says what happened, not whose fault it was or what is "
        "owed."
    ),
    "es": (
        "Escriba el código o las palabras en la columna 'reason' de la tabla 'sessions', en inglés o en español. Si "
        "queda en blanco, se lee 'other'; 'unrecorded' no se escribe nunca. Una política puede tener códigos propios "
        "('makegood policy show ID --folder FOLDER'). Un motivo dice qué pasó, no de quién es la culpa ni qué hay que "
        "reponer."
    ),
}


def command(
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the words: English or Spanish.")] = "en",
) -> None:
    """Print the reasons by party."""
    words = WORDS[lang]
    ordered = [(party, word) for party in PARTIES for word, belongs in PARTY_OF.items() if belongs == party]
    if format_ == "json":
        told = [{"reason": word, "party": party, "in_words": words[word]} for party, word in ordered]
        print_data(json_text({"reasons": told}))
        return
    rows = []
    last: Party | None = None
    for party, word in ordered:
        rows.append([OF[lang][party] if party != last else "", word, words[word]])
        last = party
    title, belongs_to, reason, in_words = HEADS[lang]
    show_table(title, [(belongs_to, "left"), (reason, "id"), (in_words, "words")], rows)
    say(CLOSING[lang])
