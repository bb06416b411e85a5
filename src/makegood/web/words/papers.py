"""Words of the pages on which letters are written."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a kind of letter is called, and what it is for in one sentence."""

    title: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersWords:
    """Words of the pages on which letters are written.

    Attributes:
        kinds: The kinds of letter by name.
        own_computer: What a family has to know of whose site it is.
        not_kept: What is said of drafts.
        form: What the fields are headed by; `form_says`: what a blank field becomes.
        text: What the letter's text is headed by.
    """

    title: str
    lead: str
    all: str
    kinds: dict[str, KindWords]
    own_computer: str
    not_kept: str
    form: str
    form_says: str
    language: str
    english: str
    spanish: str
    show: str
    pdf: str
    docx: str
    text: str
    nothing_missed: str
    too_long: str
    not_made: str


PAPERS: Final = Bilingual(
    en=PapersWords(
        title="Write a letter",
        lead="Choose a letter. You can read it, change it, and download it. Sending it is up to you.",
        all="All letters",
        kinds={
            "records_request": KindWords(
                "Ask for the records", "You ask to see the records and the log of each session."
            ),
            "missed_question": KindWords(
                "Ask what was missed", "You ask what was missed, why, and how it will be made up."
            ),
            "meeting_request": KindWords("Ask for a meeting", "You ask for a meeting about services that were missed."),
            "understanding": KindWords(
                "Write down what was said", "After a meeting or a call, you write down how you understood it."
            ),
            "amend_request": KindWords(
                "Ask to change the record", "You say which entry of the record is not right, and what it should say."
            ),
            "state_complaint": KindWords(
                "Draft a complaint to the State",
                "A draft with the facts on record. What you say was against the law, you write yourself.",
            ),
            "504_request": KindWords(
                "Ask about a 504 plan", "You ask what of the 504 plan was missed, and how it will be made up."
            ),
            "504_grievance": KindWords(
                "Grievance about a 504 plan", "You tell the district what the problem is, under its own procedure."
            ),
        },
        own_computer="Your school district runs this site. You can make this letter on your own computer instead.",
        not_kept="What you type here is not kept. Download the letter before you leave this page.",
        form="Fill in and change",
        form_says="What you leave blank becomes a blank line, to fill in by hand.",
        language="Language of the letter",
        english="English",
        spanish="Spanish",
        show="Show the letter with this",
        pdf="Download as PDF",
        docx="Download as a Word file",
        text="The letter",
        nothing_missed="The records have nothing missed and nothing without a record, so this letter is about nothing "
        "yet.",
        too_long="One field is too long. Please shorten it: up to 300 characters on one line, 4,000 in a large field.",
        not_made="The file could not be made just now. Nothing that you typed is lost: please try again in a minute.",
    ),
    es=PapersWords(
        title="Escribir una carta",
        lead="Elija una carta. Puede leerla, cambiarla y descargarla. Usted decide si la envía.",
        all="Todas las cartas",
        kinds={
            "records_request": KindWords(
                "Pedir los registros", "Usted pide ver los registros y la anotación de cada sesión."
            ),
            "missed_question": KindWords(
                "Preguntar qué se perdió", "Usted pregunta qué se perdió, por qué, y cómo se va a reponer."
            ),
            "meeting_request": KindWords(
                "Pedir una reunión", "Usted pide una reunión sobre los servicios que no se dieron."
            ),
            "understanding": KindWords(
                "Dejar por escrito lo que se habló",
                "Después de una reunión o llamada, usted escribe lo que entendió.",
            ),
            "amend_request": KindWords(
                "Pedir que se corrija el registro", "Usted dice qué anotación no es correcta y qué debería decir."
            ),
            "state_complaint": KindWords(
                "Preparar una queja ante el estado",
                "Un borrador con los hechos registrados. Qué fue, según usted, contrario a la ley, lo escribe usted.",
            ),
            "504_request": KindWords(
                "Preguntar por un plan 504", "Usted pregunta qué se perdió del plan 504 y cómo se va a reponer."
            ),
            "504_grievance": KindWords(
                "Reclamación sobre un plan 504",
                "Usted le explica el problema al distrito, según el procedimiento del propio distrito.",
            ),
        },
        own_computer="Este sitio lo administra su distrito escolar. Si prefiere, puede hacer esta carta en su propia "
        "computadora.",
        not_kept="Lo que escriba aquí no se guarda. Descargue la carta antes de salir de esta página.",
        form="Complete y cambie",
        form_says="Lo que deje en blanco será una línea en blanco, para llenarla a mano.",
        language="Idioma de la carta",
        english="Inglés",
        spanish="Español",
        show="Ver la carta con estos datos",
        pdf="Descargar en PDF",
        docx="Descargar como archivo de Word",
        text="La carta",
        nothing_missed="En los registros no hay nada perdido ni nada sin anotar, así que todavía no hay de qué tratar "
        "en esta carta.",
        too_long="Un campo es demasiado largo. Acórtelo: hasta 300 caracteres en una línea y 4,000 en un campo grande.",
        not_made="No se pudo crear el archivo en este momento. Lo que escribió no se perdió: inténtelo de nuevo en un "
        "minuto.",
    ),
)
