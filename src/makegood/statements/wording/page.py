"""Phrases for the head, notes and foot of a statement."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePhrases:
    """Phrases for the head, notes and foot of a statement.

    Attributes:
        window: The dates of a statement that is not of the whole account.
        window_note: Which periods belong to such a statement.
        no_services_in_window: No service has anything in these dates.
        known_on: The last day whose records were read.
        day_known: The last day that counts, and that day beside it.
        last_word: What a statement is, and who decides.
        explain_hint: How a school sees how one session was counted.
    """

    title: str
    of_child: str
    student: str
    school: str
    grade: str
    records_up_to: str
    known_on: str
    day_known: str
    window: str
    window_note: str
    no_services: str
    no_services_in_window: str
    in_short: str
    contents: str
    who_decides: str
    last_word: str
    explain_hint: str
    made_by: str


PAGE: Final = Bilingual(
    en=PagePhrases(
        title="Statement of IEP services",
        of_child="for {name}",
        student="Student {id}",
        school="School",
        grade="Grade",
        records_up_to="Records up to {day}.",
        known_on="As known on {day}.",
        day_known="{day} (as known on {known})",
        window="Periods that begin from {first} to {last}.",
        window_note="A period (such as a week) belongs to the statement in which it begins, with its misses and "
        "whatever made them up. So statements of dates that follow each other add up to the whole.",
        no_services="The records have no service for {child} up to this day.",
        no_services_in_window="No service for {child} has anything in these dates.",
        in_short="In short",
        contents="On this page",
        who_decides="Who decides",
        last_word="The IEP team has the last word. This statement shows what was promised, what is on record, which "
        "rule applies and who decides. It is not legal advice.",
        explain_hint="To see how one session was counted: makegood explain FOLDER ROW",
        made_by="Made with Makegood, an account of every minute that an IEP promises.",
    ),
    es=PagePhrases(
        title="Informe de los servicios del IEP",
        of_child="de {name}",
        student="Estudiante {id}",
        school="Escuela",
        grade="Grado",
        records_up_to="Registros al {day}.",
        known_on="Según lo que se sabía al {day}.",
        day_known="{day} (según lo que se sabía al {known})",
        window="Períodos que comienzan del {first} al {last}.",
        window_note="Un período (como una semana) pertenece al informe en que comienza, con lo no recibido y lo que lo "
        "repuso. Así, los informes de fechas seguidas suman el total.",
        no_services="Los registros no tienen ningún servicio para {child} a esta fecha.",
        no_services_in_window="En estas fechas no hay nada de ningún servicio para {child}.",
        in_short="En resumen",
        contents="En esta página",
        who_decides="Quién decide",
        last_word="El equipo del IEP tiene la última palabra. Este informe muestra lo que se prometió, lo que está "
        "registrado, qué regla se aplica y quién decide. No es asesoría legal.",
        explain_hint="Para ver cómo se contó una sesión: makegood explain FOLDER FILA",
        made_by="Hecho con Makegood, una cuenta de cada minuto que promete un IEP.",
    ),
)
