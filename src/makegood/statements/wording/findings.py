"""Phrases for what was found in the records that touches the figures of a statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPhrases:
    """Phrases for findings.

    Attributes:
        told: What each kind of finding means for a reader of the statement, by its code.
        other: A kind that has no phrase of its own.
        on_day: A finding about an entry of a day.
        outlived: The last day of the calendar that is on record, where the plan goes on after it.
        ended: The day of the last row of a service's log, where its promise goes on, and how many weeks later.
        for_school: The finding as a school reads it, with its table and row.
    """

    heading: str
    note: str
    told: Mapping[str, str]
    other: str
    on_day: str
    outlived: str
    ended: Counted
    for_school: str


FINDINGS: Final = Bilingual(
    en=FindingPhrases(
        heading="What to check in the records",
        note="These may change the figures. The school can check them and correct the log.",
        told={
            "delivered_without_school": "the log has minutes given on a day without school.",
            "outside_service": "the session is outside the dates of the service.",
            "many_minutes": "the log has very many minutes for one session.",
            "delivered_while_away": "the log has minutes given on a day on which an absence is on record.",
            "delivered_with_reason": "all the minutes were given, and the log still has a reason for missing some.",
            "no_school_reason_on_school_day": "the log says that there was no school, and the calendar has school.",
            "brought_in_twice": "another entry looks the same. It may be one session that is counted twice.",
            "slots_over_promise": "the weekly times hold more minutes than the IEP promises.",
            "changeover": "when one plan followed the other, both together promise more or less than either alone.",
            "correction_before_corrected": "the entry was written down before the entry that it corrects.",
            "missing_without_reason": "minutes were not given in one or more sessions, and the log gives no reason.",
            "overlapping_lines": "two lines of the IEP for one service overlap, and both are counted as promised.",
            "total_or_session": "the IEP's minutes may be a total for the whole time, or for one session.",
            "total_without_end": "this is one total for the whole IEP, and its last day is not on record. What counts "
            "as missed may change when a new school year is added.",
            "nothing_falls_due": "the school calendar holds no day on which this service could be given.",
            "compensatory_without_award": "a compensatory session names no award, so it counts as extra.",
            "outside_award": "a compensatory session is outside the dates of its award.",
            "group_over_size": "the group was larger than it should be.",
            "accepted_after_declined": "an offer is on record as declined and as accepted.",
            "decides_more_minutes": "a decision is about more minutes than were not given that day.",
            "award_of_no_service": "an award is for a service that the child does not have on record.",
        },
        other="this entry should be checked.",
        on_day="{about}: {text}",
        outlived="The school calendar on record ends on {day}. After that day no minutes are counted as promised.",
        ended=Counted(
            "The log of {service} ends on {day}. One week of school after it is on no record.",
            "The log of {service} ends on {day}. {n} weeks of school after it are on no record.",
        ),
        for_school="{line} ({table}, row {row}: {message})",
    ),
    es=FindingPhrases(
        heading="Lo que conviene revisar en el registro",
        note="Esto puede cambiar las cifras. La escuela puede revisarlo y corregir el registro.",
        told={
            "delivered_without_school": "el registro tiene minutos dados en un día sin clases.",
            "outside_service": "la sesión está fuera de las fechas del servicio.",
            "many_minutes": "el registro tiene demasiados minutos para una sola sesión.",
            "delivered_while_away": "el registro tiene minutos dados en un día en que consta una ausencia.",
            "delivered_with_reason": "se dieron todos los minutos, y el registro tiene un motivo por el que faltaron.",
            "no_school_reason_on_school_day": "el registro dice que no hubo clases, y según el calendario sí hubo.",
            "brought_in_twice": "hay otra entrada igual. Puede ser una sola sesión contada dos veces.",
            "slots_over_promise": "el horario semanal tiene más minutos de los que promete el IEP.",
            "changeover": "al pasar de un plan al otro, los dos juntos prometen más o menos que cada uno por separado.",
            "correction_before_corrected": "esta entrada se anotó antes que la entrada que corrige.",
            "missing_without_reason": "no se dieron minutos en una o más sesiones, y el registro no dice el motivo.",
            "overlapping_lines": "dos partes del IEP para un mismo servicio se cruzan, y las dos se cuentan.",
            "total_or_session": "los minutos del IEP pueden ser el total de ese tiempo, o de una sola sesión.",
            "total_without_end": "es un total para todo el IEP, y su último día no consta. Lo que cuenta como no dado "
            "puede cambiar cuando se agregue un nuevo año escolar.",
            "nothing_falls_due": "el calendario escolar no tiene ningún día para dar este servicio.",
            "compensatory_without_award": "una sesión compensatoria no dice a qué compensación corresponde, así que "
            "cuenta como adicional.",
            "outside_award": "una sesión compensatoria está fuera de las fechas de su compensación.",
            "group_over_size": "el grupo fue más grande de lo debido.",
            "accepted_after_declined": "una oferta consta como rechazada y como aceptada.",
            "decides_more_minutes": "una decisión trata de más minutos de los que no se dieron ese día.",
            "award_of_no_service": "una compensación es para un servicio que no consta para el niño o la niña.",
        },
        other="conviene revisar este dato.",
        on_day="{about}: {text}",
        outlived="El calendario escolar registrado termina el {day}. "
        "Después de ese día no se cuentan minutos prometidos.",
        ended=Counted(
            "El registro de {service} termina el {day}. De la semana de clases que siguió no consta nada.",
            "El registro de {service} termina el {day}. De las {n} semanas de clases que siguieron no consta nada.",
        ),
        for_school="{line} ({table}, fila {row}: {message})",
    ),
)
