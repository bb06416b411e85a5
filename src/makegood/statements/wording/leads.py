"""Phrases for what a statement begins with."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


class Headings(TypedDict):
    """The headings, in the order in which they are told."""

    given: str
    owed: str
    team: str
    not_on_record: str
    made_up: str
    next_make_up: str


class Assumed(TypedDict):
    """Missed minutes that rest on something that no row of the log says."""

    inferred: Counted
    usual: Counted
    absences: Counted


class Deadlines(TypedDict):
    """Minutes still to be made up, by when."""

    by: str
    late: str
    within: str
    undated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPhrases:
    """Phrases for what a statement begins with.

    Attributes:
        of_service: A line about one of several services.
        given: How much of what was due was given, where the promise counts no sessions.
        sessions: Sessions of those that were due, and the percent of the minutes.
        sessions_in_part: The same where some were shorter than the IEP says.
        assumed: What missed minutes rest on besides the log.
        supposed: What of the minutes given nobody noted.
        pending: Gaps on record of a period that still runs.
        still_open: What is still to be made up, by deadline.
        all_undecided: What was made up, all of it before anybody decided.
        undecided: What of it was made up before anybody decided.
        waiting: A make-up of a session whose period still runs.
    """

    headings: Headings
    of_service: str
    given: str
    sessions: str
    sessions_in_part: Counted
    assumed: Assumed
    assumed_line: str
    missed_without_school: Counted
    supposed: Counted
    pending: str
    owed: Counted
    still_open: str
    deadlines: Deadlines
    not_owed: Counted
    team: str
    not_known: str
    not_on_record: Counted
    made_up: Counted
    all_undecided: Counted
    undecided: Counted
    waiting: str
    next_make_up: str
    next_make_up_at: str


LEADS: Final = Bilingual(
    en=LeadPhrases(
        headings=Headings(
            given="What was promised, and what was given",
            owed="What is owed, and by when",
            team="What waits for the IEP team",
            not_on_record="What is not on record",
            made_up="What was made up",
            next_make_up="The next make-up session",
        ),
        of_service="{service}: {line}",
        given="Given so far: {given} of {due} due, {percent}%.",
        sessions="Given so far: {given} of {due} due. That is {sessions}.",
        sessions_in_part=Counted(
            "Given so far: {given} of {due} due. That is {full} of 1 session in full, and {part} in part: {percent}% "
            "of the minutes.",
            "Given so far: {given} of {due} due. That is {full} of {n} sessions in full, and {part} in part: "
            "{percent}% of the minutes.",
        ),
        assumed=Assumed(
            inferred=Counted(
                "1 is inferred (the schedule has a session, and the log shows nothing)",
                "{n} are inferred (the schedule has a session, and the log shows nothing)",
            ),
            usual=Counted(
                "1 goes by the usual length of a session, as nothing says how long it was to last",
                "{n} go by the usual length of a session, as nothing says how long it was to last",
            ),
            absences=Counted(
                "1 has its reason from the record of absences, not from the log",
                "{n} have their reason from the record of absences, not from the log",
            ),
        ),
        assumed_line="Of the minutes missed, {parts}.",
        missed_without_school=Counted(
            "Of the minutes missed, 1 was planned for a day without school. It counts as missed, since the rest of "
            "that week or month had school.",
            "Of the minutes missed, {n} were planned for days without school. They count as missed, since the rest of "
            "those weeks or months had school.",
        ),
        supposed=Counted(
            "Of the minutes given, {minutes} is supposed, not recorded ({days}). Nobody noted these sessions.",
            "Of the minutes given, {minutes} are supposed, not recorded ({days}). Nobody noted these sessions.",
        ),
        pending="On record, and not yet counted, because {this} is not over: {days}.",
        owed=Counted(
            "{owed} is owed under the rule shown: {settlements}.",
            "{owed} are owed under the rule shown: {settlements}.",
        ),
        still_open="To be made up: {parts}.",
        deadlines=Deadlines(
            by="{n} by {day}",
            late="{n} by {day} (this date has passed)",
            within="{n} {day}",
            undated="{n} with no deadline",
        ),
        not_owed=Counted("{minutes} is not owed under the rule shown.", "{minutes} are not owed under the rule shown."),
        team="The team has not yet decided about {minutes} ({days}).",
        not_known="What follows is not known for {minutes} ({days}).",
        not_on_record=Counted(
            "{minutes} has nothing on record ({days}). This is no proof either way.",
            "{minutes} have nothing on record ({days}). This is no proof either way.",
        ),
        made_up=Counted("{minutes} was made up ({days}).", "{minutes} were made up ({days})."),
        all_undecided=Counted(
            "{minutes} was made up ({days}), before any decision.",
            "{minutes} were made up ({days}), before any decision.",
        ),
        undecided=Counted(
            "Of these, {minutes} was made up before any decision.",
            "Of these, {minutes} were made up before any decision.",
        ),
        waiting="The make-up session of {day} ({minutes}) waits. It is for {missed}, and {this} is not over.",
        next_make_up="{day}: {minutes}.",
        next_make_up_at="{day} at {time}: {minutes}.",
    ),
    es=LeadPhrases(
        headings=Headings(
            given="Lo que se prometió y lo que se recibió",
            owed="Lo que la escuela debe reponer, y para cuándo",
            team="Lo que está pendiente de decisión del equipo del IEP",
            not_on_record="Lo que está sin registro",
            made_up="Lo que se repuso",
            next_make_up="La próxima sesión de reposición",
        ),
        of_service="{service}: {line}",
        given="Recibido hasta ahora: {given} de {due} que correspondían, el {percent}%.",
        sessions="Recibido hasta ahora: {given} de {due} que correspondían. Son {sessions}.",
        sessions_in_part=Counted(
            "Recibido hasta ahora: {given} de {due} que correspondían. Es {full} de 1 sesión completa, y {part} en "
            "parte: el {percent}% de los minutos.",
            "Recibido hasta ahora: {given} de {due} que correspondían. Son {full} de {n} sesiones completas, y {part} "
            "en parte: el {percent}% de los minutos.",
        ),
        assumed=Assumed(
            inferred=Counted(
                "1 se deduce (el horario tiene una sesión y el registro no muestra nada)",
                "{n} se deducen (el horario tiene una sesión y el registro no muestra nada)",
            ),
            usual=Counted(
                "1 se cuenta por la duración habitual de una sesión, pues nada dice cuánto iba a durar",
                "{n} se cuentan por la duración habitual de una sesión, pues nada dice cuánto iba a durar",
            ),
            absences=Counted(
                "1 tiene el motivo del registro de ausencias, no de la sesión",
                "{n} tienen el motivo del registro de ausencias, no de la sesión",
            ),
        ),
        assumed_line="De los minutos no recibidos, {parts}.",
        missed_without_school=Counted(
            "De los minutos no recibidos, 1 era de un día sin clases. Cuenta como no recibido, porque el resto de esa "
            "semana o de ese mes sí hubo clases.",
            "De los minutos no recibidos, {n} eran de días sin clases. Cuentan como no recibidos, porque el resto de "
            "esas semanas o meses sí hubo clases.",
        ),
        supposed=Counted(
            "De los minutos recibidos, {minutes} es supuesto, no registrado ({days}). Nadie anotó estas sesiones.",
            "De los minutos recibidos, {minutes} son supuestos, no registrados ({days}). Nadie anotó estas sesiones.",
        ),
        pending="Ya está en el registro, pero todavía no se cuenta, porque {this} no ha terminado: {days}.",
        owed=Counted.alike("La escuela debe reponer {owed}, según la regla indicada: {settlements}."),
        still_open="Fechas para reponer: {parts}.",
        deadlines=Deadlines(
            by="{n}, a más tardar el {day}",
            late="{n}, a más tardar el {day} (esta fecha ya pasó)",
            within="{n} {day}",
            undated="{n}, sin fecha límite",
        ),
        not_owed=Counted.alike("No hay que reponer {minutes}, según la regla indicada."),
        team="El equipo todavía no ha decidido sobre {minutes} ({days}).",
        not_known="No se sabe qué corresponde por {minutes} ({days}).",
        not_on_record=Counted.alike("Hay {minutes} sin registro ({days}). Eso no prueba nada en ningún sentido."),
        made_up=Counted("Se repuso {minutes} ({days}).", "Se repusieron {minutes} ({days})."),
        all_undecided=Counted(
            "Se repuso {minutes} ({days}), antes de cualquier decisión.",
            "Se repusieron {minutes} ({days}), antes de cualquier decisión.",
        ),
        undecided=Counted(
            "De estos, {minutes} se repuso antes de cualquier decisión.",
            "De estos, {minutes} se repusieron antes de cualquier decisión.",
        ),
        waiting="La sesión de reposición del {day} ({minutes}) queda en espera. Es por la del {missed}, y {this} no "
        "ha terminado.",
        next_make_up="{day}: {minutes}.",
        next_make_up_at="{day}, a las {time}: {minutes}.",
    ),
)
