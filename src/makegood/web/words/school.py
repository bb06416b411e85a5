"""Words of a school leader's pages."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolWords:
    """Words of a school leader's pages."""

    lead: Counted
    no_records: str
    overdue: str
    open: str
    team: str
    empty: str
    in_schedule: str
    all_unrecorded: str
    where: str
    caption: str
    by_child: str
    why: str
    why_caption: str
    service: str
    reason: str
    col_overdue: str
    col_open: str
    col_next: str
    next_due: str
    col_team: str
    col_children: str
    nothing: str
    nothing_known: str
    empty_title: str
    empty_says: str
    empty_none: str
    time: str
    student: str
    left_out: Counted
    stale: Counted
    since: str
    schools_title: str
    school_caption: str
    no_school: str


SCHOOL: Final = Bilingual(
    en=SchoolWords(
        lead=Counted("1 student with an IEP · up to {day}", "{n} students with an IEP · up to {day}"),
        no_records="There are no records yet.",
        overdue="Still to be made up, past its date",
        open="Still to be made up, in time",
        team="Waiting for IEP teams",
        empty="Nothing on record",
        in_schedule="in the schedule, or taken back and not noted again",
        all_unrecorded="Of all that the plans promise, also without a schedule: {hours}",
        where="Where it comes from",
        caption="Time still to be made up, by service",
        by_child="Time still to be made up, by student, most past the date first",
        why="Why it was missed",
        why_caption="Time still to be made up, by reason",
        service="Service",
        reason="Reason",
        col_overdue="Past its date",
        col_open="In time",
        col_next="Next date",
        next_due="Next date: {day}",
        col_team="Waiting for teams",
        col_children="Students",
        nothing="Nothing is to be made up.",
        nothing_known="Nothing that is on record is to be made up. Where nothing is on record, that is not known.",
        empty_title="Sessions with nothing on record",
        empty_says="The schedule has these sessions, or the log had them until the note was taken back. The log says "
        "nothing about them now. That is no proof either way: ask whoever was to give them.",
        empty_none="Nothing waits to be noted: every session of the schedule has something on record.",
        time="Time",
        student="Student",
        stale=Counted("1 student is being counted again.", "{n} students are being counted again."),
        since="Their figures are those of {day}.",
        left_out=Counted(
            "1 student cannot be counted yet and is left out.",
            "{n} students cannot be counted yet and are left out.",
        ),
        schools_title="Schools",
        school_caption="Time still to be made up, by school",
        no_school="No school on record",
    ),
    es=SchoolWords(
        lead=Counted("1 estudiante con IEP · al {day}", "{n} estudiantes con IEP · al {day}"),
        no_records="Todavía no hay registros.",
        overdue="Falta reponer, con el plazo vencido",
        open="Falta reponer, a tiempo",
        team="Pendiente de los equipos del IEP",
        empty="Sin registro",
        in_schedule="del horario, o retiradas y sin anotar de nuevo",
        all_unrecorded="De todo lo que prometen los planes, también sin horario: {hours}",
        where="De dónde viene",
        caption="Tiempo que falta reponer, por servicio",
        by_child="Tiempo que falta reponer, por estudiante; primero quienes tienen más con el plazo vencido",
        why="Por qué no se recibió",
        why_caption="Tiempo que falta reponer, por motivo",
        service="Servicio",
        reason="Motivo",
        col_overdue="Con plazo vencido",
        col_open="A tiempo",
        col_next="Próxima fecha",
        next_due="Próxima fecha: {day}",
        col_team="Pendiente de equipos",
        col_children="Estudiantes",
        nothing="No falta reponer nada.",
        nothing_known="De lo que está registrado no falta reponer nada. De lo que está sin registro no se sabe.",
        empty_title="Sesiones sin registro",
        empty_says="Estas sesiones están en el horario, o estaban en el registro y se retiró lo anotado. Ahora el "
        "registro no dice nada de ellas. Eso no prueba nada en ningún sentido: pregunte a quien debía darlas.",
        empty_none="No falta anotar nada: toda sesión del horario tiene algo en el registro.",
        time="Hora",
        student="Estudiante",
        stale=Counted("Se está contando de nuevo a 1 estudiante.", "Se está contando de nuevo a {n} estudiantes."),
        since="Sus cifras son las del {day}.",
        left_out=Counted(
            "1 estudiante todavía no se puede contar y no está incluido.",
            "{n} estudiantes todavía no se pueden contar y no están incluidos.",
        ),
        schools_title="Escuelas",
        school_caption="Tiempo que falta reponer, por escuela",
        no_school="Sin escuela registrada",
    ),
)
