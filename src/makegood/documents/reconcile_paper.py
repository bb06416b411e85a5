"""The family's notes beside the log, as a paper."""

import datetime as dt
from typing import Final

from makegood.documents.blocks import Paper, heading, paragraph, table
from makegood.documents.own import RECONCILE_MARK, of_day
from makegood.documents.reconcile import FIGURES, SAYS, Beside, Reconciled
from makegood.documents.tables import saw_in_words
from makegood.files.own import whose
from makegood.statements.wording.words import Words, words_of
from makegood.terms.language import Bilingual, Lang

_TITLE: Final = Bilingual(en="The family's notes beside the log", es="Las notas de la familia junto al registro")
HEAD: Final = Bilingual(
    en=["Date", "Service", "The log", "The family", "Side by side"],
    es=["Fecha", "Servicio", "El registro", "La familia", "Comparación"],
)
_NO_ROW: Final = Bilingual(en="no row", es="sin anotación")
_OF: Final = Bilingual(en="{given} of {planned}", es="{given} de {planned}")
_ACCOUNT: Final = Bilingual(en="The account under each reading", es="La cuenta según cada lectura")
ACCOUNT_HEAD: Final = Bilingual(
    en=["Reading", "Due", "Given", "Missed", "Nothing on record"],
    es=["Lectura", "Correspondía", "Recibido", "No recibido", "Sin registro"],
)
READINGS: Final = Bilingual(
    en=("as the log has it", "as the family noted it"), es=("según el registro", "según las notas de la familia")
)
_WORDS: Final = Bilingual(
    en=(
        "This paper lays two records side by side and judges neither. Notes change no figure of the school's account.",
        "Sessions of the log without a note: {n}.",
        (
            "If the log should be amended, the family can ask the school for it in writing (34 CFR 300.618-300.621). "
            "The school decides first; a refusal brings a right to a hearing. This paper is no legal advice."
        ),
    ),
    es=(
        (
            "Este documento pone dos registros uno junto al otro y no juzga ninguno. Las notas no cambian ninguna "
            "cifra de la cuenta de la escuela."
        ),
        "Sesiones del registro sin nota: {n}.",
        (
            "Si hay que corregir el registro, la familia puede pedirlo a la escuela por escrito (34 CFR "
            "300.618-300.621). Primero decide la escuela; una negativa da derecho a una audiencia. Este documento no "
            "es asesoría legal."
        ),
    ),
)


def log_in_words(words: Words, note: Beside) -> str:
    """Return what the log has for the day of a note: minutes given of those planned, or that it has no row."""
    if note.logged is None:
        return _NO_ROW.of(words.lang)
    return _OF.of(words.lang).format(given=words.number(note.logged), planned=words.minutes(note.planned or 0))


def reconcile_paper(found: Reconciled, as_of: dt.date, lang: Lang, known_on: dt.date | None = None) -> Paper:
    """Return a child's notes beside the log as a paper.

    Args:
        found: The notes and the log.
        as_of: The last day whose rows and notes count.
        lang: The language.
        known_on: The last day whose records were read; None if all were.
    """
    words, says = words_of(lang), _WORDS.of(lang)
    rows = [
        [
            words.dated(each.date),
            words.service(each.service_type),
            log_in_words(words, each),
            saw_in_words(words, each.saw, each.noted) + (f": “{each.words}”" if each.words else ""),
            SAYS[each.outcome].of(lang),
        ]
        for each in found.beside
    ]
    readings = zip(READINGS.of(lang), (found.school, found.family), strict=True)
    title = _TITLE.of(lang)
    up_to = words.page.records_up_to.format(day=words.up_to(as_of, known_on))
    return {
        "kind": "reconcile",
        "lang": lang,
        "title": title,
        "date": [as_of.year, as_of.month, as_of.day],
        "foot": f"{title} · {up_to.removesuffix('.')}",
        "made": f"{RECONCILE_MARK} {of_day(whose(found.student_id), as_of)}",
        "blocks": [
            paragraph(f"{words.page.student.format(id=found.student_id)}. {up_to}"),
            paragraph(says[0]),
            table(HEAD.of(lang), rows, [4, 4, 4, 6, 5]),
            paragraph(says[1].format(n=words.number(found.only_school))),
            heading(_ACCOUNT.of(lang)),
            table(
                ACCOUNT_HEAD.of(lang),
                [[name, *(words.minutes(sums[key]) for key in FIGURES)] for name, sums in readings],
                [5, 3, 3, 3, 4],
            ),
            paragraph(says[2]),
        ],
    }
