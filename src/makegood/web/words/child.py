"""Words of a child's page."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildWords:
    """Words of a child's page.

    Attributes:
        adds_up: What leads to the sums of a service.
        extra: Minutes that fill no promise and make up nothing; takes the minutes.
    """

    title: str
    sessions_of: Counted
    minutes_of: str
    nothing_yet: str
    of_unrecorded: str
    number: str
    your_child: str
    key_given: str
    key_made_up: str
    key_missed: str
    key_unrecorded: str
    key_still_due: str
    bar: str
    missed: str
    none_missed: str
    earlier: str
    day: str
    minutes: str
    why: str
    follows: str
    why_of: str
    adds_up: str
    extra: str
    children_none: str
    statement: str
    statement_file: str
    statement_busy: str
    statement_too_large: str
    rule: str
    source: str
    who_decides: str
    on_record: str
    otherwise: str
    no_row: str
    planned: str
    given: str
    reason: str
    reason_words: str
    provider: str
    from_file: str
    written: str
    wrote: str
    supposed: str
    corrected: str
    as_school: str
    steps_school: str
    step_team: str
    step_open: str
    step_unrecorded: str
    readings: str
    readings_says: str
    reading: str
    log_ends: str
    cannot: str
    cannot_says: str


CHILD: Final = Bilingual(
    en=ChildWords(
        statement="Download this statement as PDF",
        statement_file="statement",
        statement_busy="The file could not be made just now. Please try again in a minute.",
        statement_too_large="The file was not made: it needs more than {seconds} seconds, or more memory than a paper "
        "may take. Please go back and print the page itself; it says the same.",
        title="My child",
        sessions_of=Counted("{given} of 1 session", "{given} of {n} sessions"),
        minutes_of="{given} of {due}",
        nothing_yet="Nothing is on record yet",
        of_unrecorded="Nothing on record for {minutes} of what was due",
        number="Student's number: {number}",
        your_child="your child",
        key_given="given",
        key_made_up="missed and made up",
        key_missed="missed, not made up",
        key_unrecorded="nothing on record",
        key_still_due="can still be given",
        bar="Given: {given}; missed: {missed}, of which made up: {made_up}; nothing on record: {unrecorded}",
        missed="What was missed",
        earlier="Earlier: {n} more",
        none_missed="Nothing is on record as missed.",
        day="Day",
        minutes="Minutes",
        why="Why",
        follows="What follows",
        why_of="Why? {day}",
        adds_up="How this adds up",
        extra="Extra: {minutes}, beyond what was promised; they make up nothing that was missed.",
        children_none="There is no child here for you on this day.",
        rule="Which rule applies",
        source="Source",
        who_decides="Who decides",
        on_record="What is on record",
        otherwise="How it was given otherwise than the IEP says",
        no_row="There is no row in the log for this session.",
        planned="minutes planned",
        given="minutes given",
        reason="reason",
        reason_words="reason as written",
        provider="therapist or teacher",
        from_file="comes from",
        written="written down",
        supposed="supposed, not recorded",
        wrote="In your log: “{words}”",
        corrected="This row took the place of an earlier one.",
        as_school="How it was counted, step by step",
        steps_school="What the school can do",
        step_team="Waiting for the IEP team: {minutes}. The team decides at a meeting; its decision is put on record.",
        step_open="Still to be made up: {minutes}. The family needs an offer of times, in writing.",
        step_unrecorded="Nothing on record: {minutes}. Who was to give these sessions can still note what happened.",
        readings="Who looked at this page",
        readings_says="People of agencies and contractors, and staff after their time here. Others at the school look "
        "at it as part of their work.",
        reading="{day}: {whom}",
        log_ends="The last log brought in ends on {day}. What was given since is not here yet, so the days after it "
        "count as nothing on record, or as time in which sessions can still be given.",
        cannot="This account cannot be counted yet",
        cannot_says="Something in the records does not fit together. The school has to put it right; nothing is lost.",
    ),
    es=ChildWords(
        statement="Descargar este informe en PDF",
        statement_file="informe",
        statement_busy="El archivo no se pudo crear en este momento. Inténtelo de nuevo en un minuto.",
        statement_too_large="El archivo no se creó: necesita más de {seconds} segundos, o más memoria de la que puede "
        "usar un documento. Vuelva e imprima la página misma; dice lo mismo.",
        title="Mi hijo(a)",
        sessions_of=Counted("{given} de 1 sesión", "{given} de {n} sesiones"),
        minutes_of="{given} de {due}",
        nothing_yet="Todavía no hay nada registrado",
        of_unrecorded="Sin registro: {minutes} de lo que correspondía",
        number="Número del estudiante: {number}",
        your_child="su hijo(a)",
        key_given="recibido",
        key_made_up="no recibido y repuesto",
        key_missed="no recibido y sin reponer",
        key_unrecorded="sin registro",
        key_still_due="todavía se puede dar",
        bar="Recibido: {given}; no recibido: {missed}, de eso repuesto: {made_up}; sin registro: {unrecorded}",
        missed="Lo que no se recibió",
        earlier="Antes: {n} más",
        none_missed="No consta nada que no se haya recibido.",
        day="Día",
        minutes="Minutos",
        why="Motivo",
        follows="Qué sigue",
        why_of="¿Por qué? {day}",
        adds_up="Cómo se suma esto",
        extra="Adicionales: {minutes}, más de lo prometido; no reponen nada de lo que faltó.",
        children_none="No hay ningún estudiante aquí para usted en este día.",
        rule="Qué regla se aplica",
        source="Fuente",
        who_decides="Quién decide",
        on_record="Lo que está en el registro",
        otherwise="En qué no se dio como dice el IEP",
        no_row="No hay ninguna fila en el registro para esta sesión.",
        planned="minutos previstos",
        given="minutos dados",
        reason="motivo",
        reason_words="motivo como se escribió",
        provider="terapeuta o maestro(a)",
        from_file="viene de",
        written="anotado",
        supposed="supuesto, no registrado",
        wrote="En su registro: “{words}”",
        corrected="Esta fila reemplazó a una anterior.",
        as_school="Cómo se contó, paso a paso (en inglés)",
        steps_school="Lo que la escuela puede hacer",
        step_team="Pendiente de decisión del equipo del IEP: {minutes}. El equipo decide en una reunión, y su decisión "
        "se anota en el registro.",
        step_open="Falta reponer: {minutes}. La familia necesita una oferta de horas, por escrito.",
        step_unrecorded="Sin registro: {minutes}. Quien debía dar estas sesiones todavía puede anotar qué pasó.",
        readings="Quién vio esta página",
        readings_says="Personas de agencias y empresas contratadas, y personal después de su tiempo aquí. Otras "
        "personas de la escuela la ven como parte de su trabajo.",
        reading="{day}: {whom}",
        log_ends="El último registro que se trajo termina el {day}. Lo que se dio después todavía no está aquí, así "
        "que los días siguientes cuentan como sin registro, o como tiempo en que todavía se pueden dar sesiones.",
        cannot="Esta cuenta todavía no se puede hacer",
        cannot_says="Algo en los registros no concuerda. La escuela tiene que corregirlo; no se ha perdido nada.",
    ),
)
