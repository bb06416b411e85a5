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
    student_late: str
    provider_late: str
    delayed_start: str
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
    short_missed: Counted
    was_missed: str
    held_on: str
    made_up_on: str
    noted_by: str
    signed: str
    undo: str
    again: str
    take_back: str
    take_back_slot: str
    take_back_row: str
    take_back_correction: str
    take_back_now: str
    take_back_again: str
    take_back_none: str
    none_such: str
    none_such_says: str
    how_many: str
    none_given: str
    other_number: str
    which_minutes: str
    which_reason: str
    every_reason: str
    save_reason: str
    why_title: str
    why_note: str
    why_changed: str
    why_changed_says: str
    no_time: str
    given_of: str
    add: str
    sign: str
    sign_says: str
    noted_of: str
    closed: str
    day_before: str
    day_after: str
    to_day: str
    to_day_now: str
    which_day: str
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
            student_late="Child came late",
            provider_late="I came late",
            delayed_start="Late start, early dismissal",
            other="Another reason",
        ),
        periods={"iep": "under this IEP"},
        lead=Counted("1 session", "{n} sessions"),
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
        short_missed=Counted("1 missed: {reason}", "{n} missed: {reason}"),
        was_missed="Missed",
        held_on="Held on {day}",
        made_up_on="Made up on {day}",
        noted_by="noted by {who}",
        signed="signed",
        undo="Undo",
        again="The note was taken back. Nothing is on record now: please note it again.",
        take_back="Take it back",
        take_back_slot="What is noted here then no longer counts. The session stays in this day with nothing on "
        "record, and you can note it again. The old note stays in the history.",
        take_back_row="What is noted here then no longer counts, and the child's account changes. The session is in no "
        "schedule: please say whether it is to be noted again. The old note stays in the history.",
        take_back_correction="What is noted here then no longer counts, and the note before it counts again.",
        take_back_now="Take this note back",
        take_back_again="Take it back, and I will note it again",
        take_back_none="There was no such session",
        none_such="Not to be noted again",
        none_such_says="If no session was planned here, for instance because it was noted for the wrong child, it "
        "leaves this day and the list of sessions with nothing on record.",
        how_many="How many minutes were given?",
        none_given="None",
        other_number="Another number",
        which_minutes="Please give the minutes as a whole number, 1 to 600. Nothing was saved.",
        which_reason="Please choose why it was shorter or missed. Nothing was saved.",
        every_reason="None of these? All reasons",
        save_reason="Save with this reason",
        why_title="Why? One tap saves.",
        why_note="What follows from it is for the rule and the team, not for you to decide here.",
        why_changed="Why do you change it?",
        why_changed_says="You signed this. The old note stays on record beside the new one.",
        no_time="No fixed time",
        given_of="{n} of {whole} min given {period}",
        add="Add",
        sign="Sign the day",
        sign_says="Your name goes under everything that you noted for this day.",
        noted_of="{n} of {all} noted",
        closed="The calendar says: no school on this day.",
        day_before="The day before",
        day_after="The day after",
        to_day="Another day",
        to_day_now="Show that day",
        which_day="That day cannot be shown. Please choose a day from {first} to {last}.",
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
            student_late="Estudiante llegó tarde",
            provider_late="Yo llegué tarde",
            delayed_start="Entrada tarde, salida temprana",
            other="Otro motivo",
        ),
        periods={"day": "hoy", "iep": "en este IEP"},
        lead=Counted("1 sesión", "{n} sesiones"),
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
        short_missed=Counted("1 no dado: {reason}", "{n} no dados: {reason}"),
        was_missed="No se dio",
        held_on="Se dio el {day}",
        made_up_on="Se repuso el {day}",
        noted_by="lo anotó {who}",
        signed="firmada",
        undo="Deshacer",
        again="Se retiró lo anotado. Ahora no hay nada en el registro: anótela de nuevo.",
        take_back="Retirar lo anotado",
        take_back_slot="Lo que está anotado aquí deja de contar. La sesión queda en este día sin registro, y usted "
        "puede anotarla de nuevo. La nota anterior queda en el historial.",
        take_back_row="Lo que está anotado aquí deja de contar, y la cuenta del estudiante cambia. La sesión no está "
        "en ningún horario: diga si se va a anotar de nuevo. La nota anterior queda en el historial.",
        take_back_correction="Lo que está anotado aquí deja de contar, y vuelve a contar la nota anterior.",
        take_back_now="Retirar esta nota",
        take_back_again="Retirarla, y la anotaré de nuevo",
        take_back_none="No hubo tal sesión",
        none_such="No hay que anotarla de nuevo",
        none_such_says="Si aquí no había ninguna sesión prevista, por ejemplo porque se anotó para otro estudiante, "
        "sale de este día y de la lista de sesiones sin registro.",
        how_many="¿Cuántos minutos se dieron?",
        none_given="Ninguno",
        other_number="Otro número",
        which_minutes="Escriba los minutos con un número entero, de 1 a 600. No se guardó nada.",
        which_reason="Elija por qué fue más corta o no se dio. No se guardó nada.",
        every_reason="¿Ninguno de estos? Todos los motivos",
        save_reason="Guardar con este motivo",
        why_title="¿Por qué? Un toque guarda.",
        why_note="Lo que sigue lo dicen la regla y el equipo. Usted no tiene que decidirlo aquí.",
        why_changed="¿Por qué lo cambia?",
        why_changed_says="Usted ya firmó esto. La nota anterior queda en el registro junto a la nueva.",
        no_time="Sin hora fija",
        given_of="{n} de {whole} min dados {period}",
        add="Agregar",
        sign="Firmar el día",
        sign_says="Su nombre queda debajo de todo lo que anotó para este día.",
        noted_of="{n} de {all} anotadas",
        closed="El calendario dice que no hay clases este día.",
        day_before="El día anterior",
        day_after="El día siguiente",
        to_day="Otro día",
        to_day_now="Ver ese día",
        which_day="Ese día no se puede mostrar. Elija un día desde el {first} hasta el {last}.",
        taken="Alguien anotó esto mientras tanto. Mire lo que está en el registro antes de cambiarlo.",
        not_saved="Esto no se guardó: {what}",
    ),
)
