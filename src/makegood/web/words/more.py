"""Words of the pages beside a day and an account: what was added, who is out, closed days, notes, figures, lists."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreWords:
    """Words of these pages.

    Attributes:
        closures: Why a day differs, by the calendar's word.
        saw: What a family saw, by the note's word.
    """

    closures: dict[str, str]
    saw: dict[str, str]
    add: str
    add_says: str
    moved: str
    moved_says: str
    made_up: str
    made_up_says: str
    still_open: str
    makes_up: str
    makes_up_says: str
    makes_up_any: str
    makes_up_one: str
    makes_up_undecided: str
    makes_up_later: str
    makes_up_none: str
    which: str
    held: str
    start: str
    start_says: str
    minutes: str
    reason: str
    choose: str
    which_day: str
    which_minutes: str
    which_reason: str
    which_miss: str
    which_kind: str
    out: str
    out_says: str
    out_from: str
    out_until: str
    out_days: str
    out_now: str
    out_none: str
    out_list: str
    out_today: str
    here_after_all: str
    from_to: str
    give_back: str
    give_back_says: str
    coming: str
    closed: str
    closed_says: str
    closed_why: str
    closed_days: str
    closed_list: str
    closed_none: str
    closed_shared: str
    closed_undo: str
    closed_given: Counted
    closed_given_says: str
    closed_sure: str
    closed_not: str
    notes: str
    notes_says: str
    notes_count: Counted
    notes_none: str
    note_add: str
    note_needs: str
    note_saw: str
    note_minutes: str
    note_words: str
    note_private: str
    note_shared: str
    note_share: str
    note_take_away: str
    note_log: Counted
    note_log_none: str
    notes_of_family: str
    figure_of: str
    figure_rows: str
    figure_row: str
    figure_none: str
    figure_made_of: str
    figure_promised: str
    figure_period: str
    all_children: str
    see_children: str


MORE: Final = Bilingual(
    en=MoreWords(
        closures={
            "weather_closure": "Closed for weather",
            "emergency_closure": "Emergency closing",
            "in_service": "Staff training day",
            "holiday": "Holiday",
            "delayed_start": "Late start",
            "early_dismissal": "Early dismissal",
        },
        saw={
            "held": "The session was held",
            "not_held": "The session was not held",
            "shorter": "It was shorter than planned",
            "unsure": "I am not sure",
        },
        add="Add a session",
        add_says="For a session that is not in the schedule. It counts for {day}.",
        moved="Held on another day",
        moved_says="{child}, {time}: the session of {day} was held on another day. Both are noted. If that day is in "
        "another week or month of the promise, it counts as a make-up session.",
        made_up="Made up on another day",
        made_up_says="{child}: the session of {day} was missed, or was short. What you enter here makes it up.",
        still_open="still to be made up: {minutes}",
        makes_up="What was this session?",
        makes_up_says="Minutes beyond the session that you choose make up the oldest others.",
        makes_up_any="A make-up session for the oldest ones, or I do not know for which",
        makes_up_one="A make-up session for {day} · {minutes} · {why}",
        makes_up_undecided="A make-up session for {day} · {minutes} · {why}. The IEP team has not decided yet",
        makes_up_later="Later ones: {n}",
        makes_up_none="No make-up: it counts for this day's own week or month",
        which="Who and what",
        held="The day on which it was held",
        start="Time",
        start_says="If you know it.",
        minutes="Minutes given",
        reason="Why was it not held at its time?",
        choose="Please choose",
        which_day="Please give another day that has begun.",
        which_minutes="Please give the minutes as a number, 1 to 600.",
        which_reason="Please choose why it was not held at its time.",
        which_kind="Please say whether this session makes up a missed one.",
        which_miss="Please choose again which session this makes up: something changed meanwhile.",
        out="I am out",
        out_says="Sessions on these days that nobody else notes are counted as: the therapist was absent. Please write "
        "nothing about your health anywhere.",
        out_from="First day",
        out_until="Last day (blank: one day)",
        out_days="Please give a first day not more than 14 days ago, and a last day that is not before it.",
        out_now="Save these days",
        out_none="No days are on record.",
        out_list="Days on record",
        out_today="The records say that you are out on this day. What you note here counts all the same.",
        here_after_all="I am here after all",
        from_to="{first} to {last}",
        give_back="I cannot: give it back",
        give_back_says="Its minutes are then still to be made up, and someone else can be found.",
        coming="Make-up sessions to come",
        closed="Close the school, or change a day",
        closed_says="The calendar of this school has it from then on, and every account counts by it. Earlier days are "
        "changed by the district.",
        closed_why="What kind of day",
        closed_days="Please give a day from today on, at most 14 days ahead, and tap what kind of day it is. Nothing "
        "was saved.",
        closed_list="Days that differ in the next two weeks",
        closed_none="None are on record.",
        closed_shared="Other schools keep the same calendar, or this school has none. The district has to close "
        "the day.",
        closed_given=Counted(
            "1 session of {day} is on record as given or signed.",
            "{n} sessions of {day} are on record as given or signed.",
        ),
        closed_given_says="They stay on record as they are. Is it right that there is no school on this day?",
        closed_sure="Yes, there is no school",
        closed_not="No, change nothing",
        closed_undo="Take this back: a usual school day",
        notes="Your own notes",
        notes_says="Only you can read them, until you share one with the school. They change no figure.",
        notes_count=Counted("You noted 1 day.", "You noted {n} days."),
        notes_none="You have noted nothing yet.",
        note_add="Note a day",
        note_needs="Please give a day that has begun, the service, and what you saw.",
        note_saw="What did you see or hear?",
        note_minutes="Minutes, if you know",
        note_words="In your own words",
        note_private="Only you can read this.",
        note_shared="Shared with the school.",
        note_share="Share with the school",
        note_take_away="Take it away",
        note_log=Counted("The school's log says: 1 minute given.", "The school's log says: {n} minutes given."),
        note_log_none="The school's log says nothing about this day.",
        notes_of_family="What the family noted and shared",
        figure_of="Why? {label}: {minutes}",
        figure_rows="The rows that make up this figure",
        figure_row="See this session",
        figure_none="No row makes up this figure.",
        figure_made_of="Minutes of each row that count here.",
        figure_promised="What the IEP promises, period by period.",
        figure_period="Period",
        all_children="All my students",
        see_children="See the students one by one",
    ),
    es=MoreWords(
        closures={
            "weather_closure": "Cierre por mal tiempo",
            "emergency_closure": "Cierre de emergencia",
            "in_service": "Día de capacitación del personal",
            "holiday": "Día feriado",
            "delayed_start": "Entrada tarde",
            "early_dismissal": "Salida temprana",
        },
        saw={
            "held": "La sesión se dio",
            "not_held": "La sesión no se dio",
            "shorter": "Fue más corta de lo previsto",
            "unsure": "No estoy seguro(a)",
        },
        add="Agregar una sesión",
        add_says="Para una sesión que no está en el horario. Cuenta para el {day}.",
        moved="Se dio otro día",
        moved_says="{child}, {time}: la sesión del {day} se dio otro día. Se anotan las dos cosas. Si ese día es de "
        "otra semana u otro mes de lo prometido, cuenta como sesión de reposición.",
        made_up="Se repuso otro día",
        made_up_says="{child}: la sesión del {day} no se dio, o fue más corta. Lo que anote aquí la repone.",
        still_open="falta reponer: {minutes}",
        makes_up="¿Qué sesión fue?",
        makes_up_says="Los minutos que sobren de la sesión que elija reponen las más antiguas.",
        makes_up_any="Una sesión de reposición de las más antiguas, o no sé de cuál",
        makes_up_one="Repone la sesión del {day} · {minutes} · {why}",
        makes_up_undecided="Repone la sesión del {day} · {minutes} · {why}. El equipo del IEP todavía no ha decidido",
        makes_up_later="Más recientes: {n}",
        makes_up_none="No es de reposición: cuenta para la semana o el mes de ese día",
        which="Quién y qué",
        held="El día en que se dio",
        start="Hora",
        start_says="Si la sabe.",
        minutes="Minutos dados",
        reason="¿Por qué no se dio a su hora?",
        choose="Elija una opción",
        which_day="Escriba otro día que ya haya empezado.",
        which_minutes="Escriba los minutos con un número, de 1 a 600.",
        which_reason="Elija por qué no se dio a su hora.",
        which_kind="Indique si esta sesión repone una que faltó.",
        which_miss="Elija de nuevo qué sesión repone: algo cambió mientras tanto.",
        out="No voy a estar",
        out_says="Las sesiones de estos días que nadie más anote se cuentan así: el/la terapeuta faltó. No escriba "
        "nada sobre su salud en ninguna parte.",
        out_from="Primer día",
        out_until="Último día (en blanco: un solo día)",
        out_days="Escriba un primer día de hace 14 días como máximo, y un último día que no sea anterior.",
        out_now="Guardar estos días",
        out_none="No hay días registrados.",
        out_list="Días registrados",
        out_today="Según los registros, usted no está este día. Lo que anote aquí cuenta de todos modos.",
        here_after_all="Sí voy a estar",
        from_to="del {first} al {last}",
        give_back="No puedo: la devuelvo",
        give_back_says="Sus minutos quedan por reponer, y se puede buscar a otra persona.",
        coming="Próximas sesiones de reposición",
        closed="Cerrar la escuela o cambiar un día",
        closed_says="El calendario de esta escuela lo muestra desde ese momento, y todas las cuentas lo siguen. Los "
        "días anteriores los cambia el distrito.",
        closed_why="Qué tipo de día es",
        closed_days="Escriba un día a partir de hoy, dentro de los próximos 14 días, y toque qué tipo de día es. No se "
        "guardó nada.",
        closed_list="Días distintos en las próximas dos semanas",
        closed_none="No hay ninguno registrado.",
        closed_shared="Otras escuelas usan el mismo calendario, o esta escuela no tiene uno. El distrito tiene que "
        "cerrar el día.",
        closed_given=Counted(
            "1 sesión del {day} consta en el registro como dada o firmada.",
            "{n} sesiones del {day} constan en el registro como dadas o firmadas.",
        ),
        closed_given_says="Lo registrado queda como está. ¿Es cierto que no hay clases este día?",
        closed_sure="Sí, no hay clases",
        closed_not="No, no cambiar nada",
        closed_undo="Retirarlo: es un día de clases normal",
        notes="Sus propias notas",
        notes_says="Solo usted puede leerlas, hasta que comparta alguna con la escuela. No cambian ninguna cifra.",
        notes_count=Counted("Usted anotó 1 día.", "Usted anotó {n} días."),
        notes_none="Todavía no ha anotado nada.",
        note_add="Anotar un día",
        note_needs="Escriba un día que ya haya empezado, el servicio y lo que vio.",
        note_saw="¿Qué vio o qué le contaron?",
        note_minutes="Minutos, si los sabe",
        note_words="Con sus propias palabras",
        note_private="Solo usted puede leer esto.",
        note_shared="Compartida con la escuela.",
        note_share="Compartir con la escuela",
        note_take_away="Quitarla",
        note_log=Counted(
            "El registro de la escuela dice: 1 minuto dado.", "El registro de la escuela dice: {n} minutos dados."
        ),
        note_log_none="El registro de la escuela no dice nada de este día.",
        notes_of_family="Lo que la familia anotó y compartió",
        figure_of="¿Por qué? {label}: {minutes}",
        figure_rows="Las filas que forman esta cifra",
        figure_row="Ver esta sesión",
        figure_none="Ninguna fila forma esta cifra.",
        figure_made_of="Los minutos de cada fila que cuentan aquí.",
        figure_promised="Lo que promete el IEP, período por período.",
        figure_period="Período",
        all_children="Todos mis estudiantes",
        see_children="Ver a los estudiantes uno por uno",
    ),
)
