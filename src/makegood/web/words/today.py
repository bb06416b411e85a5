"""Words of a provider's day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


class ReasonButtons(TypedDict):
    """Why a session was missed or short, as the one who gives it says it."""

    student_absent: str
    provider_absent: str
    provider_other_duty: str
    school_activity: str
    assessment: str
    not_released_by_teacher: str
    no_school: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayWords:
    """Words of a provider's day.

    Attributes:
        periods: The periods that this page names in other words than a statement does.
        lead: How much is shown, and how much is still to note.
        before: A day with slots of which nothing is on record.
    """

    reasons: ReasonButtons
    periods: Mapping[str, str]
    lead: Counted
    left: Counted
    nothing_planned: str
    before: str
    all_noted: str
    given: str
    given_all: str
    given_minutes: str
    shorter_or_missed: str
    change: str
    one_by_one: str
    group: str
    make_up: str
    was_given: Counted
    was_short: str
    was_missed: str
    noted_by: str
    signed: str
    undo: str
    how_many: str
    none_given: str
    why_title: str
    why_note: str
    why_changed: str
    why_changed_says: str
    no_time: str
    on_record_of: str
    add: str
    sign: str
    sign_says: str
    noted_of: str
    closed: str
    day_before: str
    day_after: str
    taken: str
    not_saved: str


TODAY: Final = Bilingual(
    en=TodayWords(
        reasons=ReasonButtons(
            student_absent="Child absent",
            provider_absent="I was out",
            provider_other_duty="My meeting or testing",
            school_activity="Field trip, assembly",
            assessment="School testing",
            not_released_by_teacher="Kept in class",
            no_school="No school",
            other="Another reason",
        ),
        periods={"iep": "under this IEP"},
        lead=Counted("1 session planned", "{n} sessions planned"),
        left=Counted("1 still to note", "{n} still to note"),
        nothing_planned="No sessions are planned for this day.",
        before="{day}: {n} with nothing on record",
        all_noted="Everything is noted.",
        given="Given",
        given_all="All here: {n} min",
        given_minutes="Given: {n} min",
        shorter_or_missed="Shorter or missed",
        change="Change",
        one_by_one="One by one",
        group="Group of {n}",
        make_up="make-up session",
        was_given=Counted("1 min given", "{n} min given"),
        was_short="{n} of {planned} min given",
        was_missed="Missed",
        noted_by="noted by {who}",
        signed="signed",
        undo="Undo",
        how_many="How many minutes were given?",
        none_given="None",
        why_title="Why? One tap saves.",
        why_note="What follows from it is for the rule and the team, not for you to decide here.",
        why_changed="Why do you change it?",
        why_changed_says="You signed this. The old note stays on record beside the new one.",
        no_time="No fixed time",
        on_record_of="{n} of {whole} min on record {period}",
        add="Add",
        sign="Sign the day",
        sign_says="Your name goes under everything that you noted for this day.",
        noted_of="{n} of {all} noted",
        closed="The calendar says: no school on this day.",
        day_before="The day before",
        day_after="The day after",
        taken="Somebody noted this meanwhile. Look at what is on record now before you change it.",
        not_saved="This was not saved: {what}",
    ),
    es=TodayWords(
        reasons=ReasonButtons(
            student_absent="Estudiante ausente",
            provider_absent="Yo no estuve",
            provider_other_duty="Reunión o evaluación mía",
            school_activity="Excursión, asamblea",
            assessment="Exámenes de la escuela",
            not_released_by_teacher="Se quedó en clase",
            no_school="No hubo clases",
            other="Otro motivo",
        ),
        periods={"day": "hoy", "iep": "en este IEP"},
        lead=Counted("1 sesión prevista", "{n} sesiones previstas"),
        left=Counted("falta 1 por anotar", "faltan {n} por anotar"),
        nothing_planned="No hay sesiones previstas para este día.",
        before="{day}: {n} sin registro",
        all_noted="Todo está anotado.",
        given="Dada",
        given_all="Todos aquí: {n} min",
        given_minutes="Dada: {n} min",
        shorter_or_missed="Más corta o no dada",
        change="Cambiar",
        one_by_one="Uno por uno",
        group="Grupo de {n}",
        make_up="sesión de reposición",
        was_given=Counted("1 min dado", "{n} min dados"),
        was_short="{n} de {planned} min dados",
        was_missed="No se dio",
        noted_by="lo anotó {who}",
        signed="firmada",
        undo="Deshacer",
        how_many="¿Cuántos minutos se dieron?",
        none_given="Ninguno",
        why_title="¿Por qué? Un toque guarda.",
        why_note="Lo que sigue lo dicen la regla y el equipo. Usted no tiene que decidirlo aquí.",
        why_changed="¿Por qué lo cambia?",
        why_changed_says="Usted ya firmó esto. La nota anterior queda en el registro junto a la nueva.",
        no_time="Sin hora fija",
        on_record_of="{n} de {whole} min en el registro {period}",
        add="Agregar",
        sign="Firmar el día",
        sign_says="Su nombre queda debajo de todo lo que anotó para este día.",
        noted_of="{n} de {all} anotadas",
        closed="El calendario dice que no hay clases este día.",
        day_before="El día anterior",
        day_after="El día siguiente",
        taken="Alguien anotó esto mientras tanto. Mire lo que está en el registro antes de cambiarlo.",
        not_saved="Esto no se guardó: {what}",
    ),
)
