"""Phrases for what was missed or is not on record, what follows, and who decides."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


class Decisions(TypedDict):
    """Who decides, by what follows from a miss."""

    owed: str
    not_owed: str
    team_decides: str
    unknown: str


class PlannedBy(TypedDict):
    """What tells how long a session was planned to last."""

    row: str
    slot: str
    service: str
    usual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissPhrases:
    """Phrases for misses.

    Attributes:
        no_reason: Why, where neither the row nor a table of absences says so.
        inferred: The label of a miss that no row of the log shows.
        planned: The label of how long a session was planned to last.
        planned_by: What tells so.
        reason_assumed: The label of a reason that the row itself does not give.
        part_of_gap: The label of a miss that is less than what its session fell short.
        made_up_on: A make-up that settled some of a miss.
        row: The row of the log, for a school.
        made_up_undecided: Minutes that a make-up settled before anybody said that they are owed.
        names_it: A make-up that is for a session which is not owed.
        decides_made_up: Who decides about what was made up before any decision.
        owed_by_decision: What follows where a decision stands in the place of the rule; `not_owed_by_decision` alike.
        deciders: What records usually write of who decided, in small letters, in the words of this language. Else it is
            said as it is written.
        district: Whose the minutes are.
        unrecorded_slots: Times of the schedule of which nothing is on record.
        few_empty_days: School days of a period without an entry, one by one.
        pending: A gap of a period that has not ended.
        not_due: A gap of a day or period in which nothing was due.
        cured: A gap of which other sessions gave the minutes.
        counted_elsewhere: A gap beyond what was due: what was not given is counted at other sessions.
    """

    heading: str
    none: str
    date: str
    why: str
    no_reason: str
    follows: str
    inferred: str
    planned: str
    planned_by: PlannedBy
    reason_assumed: str
    part_of_gap: Counted
    row: str
    made_up_on: str
    made_up_undecided: str
    names_it: str
    decides_made_up: str
    closed: str
    open_by: str
    open_without_deadline: str
    open_within: str
    overdue: str
    decides: Decisions
    decided_by: str
    owed_by_decision: str
    not_owed_by_decision: str
    deciders: dict[str, str]
    someone: str
    due_heading: str
    due_none: str
    due_by: str
    service: str
    missed_on: str
    past_date: str
    district: str
    unrecorded_heading: str
    unrecorded_note: str
    unrecorded: str
    unrecorded_slots: str
    few_empty_days: str
    many_empty_days: str
    pending_heading: str
    pending: str
    not_due_heading: str
    not_due: str
    cured_heading: str
    cured: str
    counted_elsewhere: str


MISSES: Final = Bilingual(
    en=MissPhrases(
        heading="What was missed",
        none="Nothing is on record as missed in these dates.",
        date="Date",
        why="Why, as recorded",
        no_reason="no reason known",
        follows="What follows",
        inferred="inferred: the schedule has a session that day, and the log shows nothing",
        planned="planned for {minutes}, {planned_by}",
        planned_by=PlannedBy(
            row="as the log says",
            slot="as the schedule says",
            service="as the IEP says",
            usual="the usual length of a session",
        ),
        reason_assumed="assumed: the reason is from the record of absences",
        part_of_gap=Counted(
            "{minutes} of the {gap} not given that day counts as missed",
            "{minutes} of the {gap} not given that day count as missed",
        ),
        row="(Row {id})",
        made_up_on="{minutes} made up on {day}",
        made_up_undecided="Made up before any decision",
        names_it="The make-up session of {day} ({minutes}) is for this one; as it is not owed, it counts as extra",
        decides_made_up="What was made up waits for no decision.",
        closed="{minutes} closed: the offer was declined, and under this rule that ends it",
        open_by="{minutes} still to be made up, by {day}",
        open_without_deadline="{minutes} still to be made up; no deadline is set",
        open_within="{minutes} still to be made up {time}",
        overdue="PAST ITS DATE: {minutes} still to be made up, due by {day}",
        decides=Decisions(
            owed="Under this rule the school district owes the minutes; the IEP team may decide otherwise.",
            not_owed="Under this rule the minutes are not owed; the IEP team may decide otherwise.",
            team_decides="The IEP team decides.",
            unknown="No record is no proof either way: ask for the log; then the IEP team can decide.",
        ),
        decided_by="Decided by {who}.",
        owed_by_decision="owed under the decision shown",
        not_owed_by_decision="not owed under the decision shown",
        deciders={
            "iep team": "the IEP team",
            "the iep team": "the IEP team",
            "504 team": "the 504 team",
            "the 504 team": "the 504 team",
            "ifsp team": "the IFSP team",
            "ard committee": "the ARD committee",
            "ppt": "the PPT",
            "cse": "the CSE",
        },
        someone="someone whom the record does not name",
        due_heading="What is still to be made up, and by when",
        due_none="Under the rules shown, nothing is still to be made up in these dates.",
        due_by="To be made up by",
        service="Service",
        missed_on="Missed on",
        past_date="PAST ITS DATE",
        district="Making up these minutes is up to the school district, not to any one therapist.",
        unrecorded_heading="Nothing on record",
        unrecorded_note="No record is no proof either way: the minutes may have been given and not written down, or "
        "not given. The school's log can show which.",
        unrecorded="{span}: {minutes} with nothing on record.",
        unrecorded_slots="Sessions of the schedule with nothing on record: {minutes} ({days}).",
        few_empty_days="School days without an entry: {days}.",
        many_empty_days="{n} school days of this time have no entry.",
        pending_heading="On record, and not yet counted",
        pending="{day} ({why}): {gap} not given. As {this} is not over, nothing counts as missed yet.",
        not_due_heading="On record on days when nothing was due",
        not_due="{day} ({why}): nothing was due, so nothing is missed.",
        cured_heading="Not given that day, and not counted as missed",
        cured="{day} ({why}): {cured} of the {gap} not given that day were given in other sessions of {span}.",
        counted_elsewhere="{day} ({why}): {gap} not given. What is missed in {span} is counted at other sessions, "
        "so {cured} of these do not count.",
    ),
    es=MissPhrases(
        heading="Lo no recibido",
        none="En estas fechas no consta nada como no recibido.",
        date="Fecha",
        why="Motivo, según el registro",
        no_reason="no se sabe el motivo",
        follows="Qué corresponde",
        inferred="deducido: el horario tiene una sesión ese día y el registro no muestra nada",
        planned="duración prevista: {minutes}, {planned_by}",
        planned_by=PlannedBy(
            row="según el registro",
            slot="según el horario",
            service="según el IEP",
            usual="la duración habitual de una sesión",
        ),
        reason_assumed="supuesto: el motivo viene del registro de ausencias",
        part_of_gap=Counted(
            "de los {gap} minutos no dados ese día, cuenta como no recibido: {minutes}",
            "de los {gap} minutos no dados ese día, cuentan como no recibidos: {minutes}",
        ),
        row="(Fila {id})",
        made_up_on="repuesto el {day}: {minutes}",
        made_up_undecided="Repuesto antes de cualquier decisión",
        names_it="La sesión de reposición del {day} ({minutes}) es por esta; como no hay que reponerla, cuenta como "
        "adicional",
        decides_made_up="Lo repuesto no espera ninguna decisión.",
        closed="cerrado, {minutes}: la familia no aceptó la oferta y, según esta regla, con eso termina",
        open_by="falta reponer {minutes}, a más tardar el {day}",
        open_without_deadline="falta reponer {minutes}; no hay fecha límite",
        open_within="falta reponer {minutes} {time}",
        overdue="PLAZO VENCIDO: falta reponer {minutes}; la fecha límite era el {day}",
        decides=Decisions(
            owed="Según esta regla, el distrito escolar debe reponer los minutos; el equipo del IEP puede decidir "
            "otra cosa.",
            not_owed="Según esta regla, no hay que reponer los minutos; el equipo del IEP puede decidir otra cosa.",
            team_decides="Decide el equipo del IEP.",
            unknown="La falta de registro no prueba nada en ningún sentido: pida el registro; después el equipo del "
            "IEP puede decidir.",
        ),
        decided_by="Decisión tomada por {who}.",
        owed_by_decision="la escuela debe reponer (según la decisión indicada)",
        not_owed_by_decision="no hay que reponer (según la decisión indicada)",
        deciders={
            "iep team": "el equipo del IEP",
            "the iep team": "el equipo del IEP",
            "504 team": "el equipo del plan 504",
            "the 504 team": "el equipo del plan 504",
            "ifsp team": "el equipo del IFSP",
            "ard committee": "el comité ARD",
            "ppt": "el PPT (equipo de planificación y colocación)",
            "cse": "el CSE (comité de educación especial)",
        },
        someone="alguien cuyo nombre no está en el registro",
        due_heading="Lo que falta reponer, y para cuándo",
        due_none="Según las reglas indicadas, en estas fechas no falta reponer nada.",
        due_by="A más tardar",
        service="Servicio",
        missed_on="Fecha de la sesión",
        past_date="PLAZO VENCIDO",
        district="Reponer estos minutos le corresponde al distrito escolar, no a un terapeuta en particular.",
        unrecorded_heading="Sin registro",
        unrecorded_note="La falta de registro no prueba nada en ningún sentido: los minutos pudieron darse sin que se "
        "anotaran, o no darse. El registro de la escuela puede aclararlo.",
        unrecorded="{span}: {minutes} sin registro.",
        unrecorded_slots="Sesiones del horario sin registro: {minutes} ({days}).",
        few_empty_days="Días de clases sin nada anotado: {days}.",
        many_empty_days="{n} días de clases de este tiempo no tienen nada anotado.",
        pending_heading="En el registro, pero todavía no se cuenta",
        pending="{day} ({why}): no se dieron {gap}. Como {this} no ha terminado, todavía nada cuenta como no recibido.",
        not_due_heading="En el registro, en días en que no correspondía nada",
        not_due="{day} ({why}): no correspondía nada, así que no falta nada.",
        cured_heading="No se dio ese día y no cuenta como no recibido",
        cured="{day} ({why}): no se dieron {gap}; de esos, {cured} se dieron en otras sesiones {span}.",
        counted_elsewhere="{day} ({why}): no se dieron {gap}. Lo no recibido {span} se cuenta en otras sesiones, así "
        "que de esos no cuentan {cured}.",
    ),
)
