"""Words for one who keeps the account alone: a parent, or a therapist."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneWords:
    """Words for one who keeps the account alone: a parent, or a therapist."""

    title: str
    title_student: str
    lead: str
    name: str
    name_says: str
    line: str
    another: str
    service: str
    words: str
    words_says: str
    start: str
    end: str
    read: str
    we_read: str
    two: str
    unread: str
    cannot: str
    keep: str
    change: str
    kept: str
    days_title: str
    days_lead: str
    days_file: str
    first: str
    last: str
    off: str
    off_n: str
    off_more: str
    off_from: str
    off_to: str
    off_called: str
    off_there: str
    save: str
    wrong_days: str
    blank: str
    not_saved: str
    dates_title: str
    dates_lead: str
    dates_none: str
    no_days_yet: str
    nothing: str
    given: str
    shorter: str
    short_of: str
    typed_minutes: str
    wrong_minutes: str
    saved: Counted
    taken_back: Counted
    days_saved: str
    days_first: str
    line_saved: str
    line_change: str
    line_off: str
    line_gone: str
    line_correct: str
    line_correct_says: str
    line_has_sessions: str
    off_take: str
    off_gone: str
    wrong_off: str
    missed: str
    missed_as: str
    assumed_by: str
    rest: str
    rest_unknown: str
    rest_held: str
    rest_total: str
    weekdays: str
    which_weekdays: str
    before: str
    after: str
    account: str
    to_dates: str
    day_col: str


ALONE: Final = Bilingual(
    en=AloneWords(
        title="Your child",
        title_student="A student",
        lead="Type what the IEP says. It stays on this computer.",
        name="First name",
        name_says="A short name is enough.",
        line="One service of the IEP",
        another="Add another service of the IEP",
        service="Which service?",
        words="How much does the IEP promise?",
        words_says="In the IEP's own words, such as: 2 x 30 min weekly",
        start="From (blank: the first day of school)",
        end="To (blank: the last day of school)",
        read="Read it",
        we_read="We read it like this. Is that what the IEP says?",
        two="These words can mean more than one thing. Please choose what the IEP means.",
        unread="We did not read these words: {words}",
        cannot=(
            "We cannot read an amount in these words. Please write how many minutes, how many "
            "times, and in which period, such as: 2 x 30 min weekly."
        ),
        keep="Yes, keep it",
        change="Change the words",
        kept="On record",
        days_title="The days of school",
        days_lead=(
            "The first and the last day of the school year, and the days off. Weekends count as days off already."
        ),
        days_file="Does the school give out a calendar file (.ics) or a list? Bring it in instead.",
        first="First day of school",
        last="Last day of school",
        off="Days off",
        off_n="Days off, line {n}",
        off_more="More days off",
        off_from="Day, or first day",
        off_to="Last day, if there are several",
        off_called="What it is called",
        off_there="Days off on record",
        save="Save",
        wrong_days="Please check the days: the last day must come after the first.",
        blank="Please fill in the name, the service and the IEP's words.",
        not_saved="Nothing was saved, because of this:",
        dates_title="Sessions of {month}",
        dates_lead="Mark what you know. Leave the rest.",
        dates_none="There were no days of school in this month up to today, or no service yet.",
        no_days_yet="First fill in the days of school.",
        nothing="not marked",
        given="given",
        shorter="given, but shorter",
        short_of="shorter: {given} of {of} min given",
        typed_minutes="or type how many minutes were given",
        wrong_minutes="Nothing was saved yet. Please check the minutes of {day}: a whole number from 1 to {most}, and "
        "not together with a reason why all of it was missed.",
        saved=Counted("Saved: 1 session. You can change it here.", "Saved: {n} sessions. You can change them here."),
        taken_back=Counted(
            "Taken back: 1 session. Nothing is on record for it now.",
            "Taken back: {n} sessions. Nothing is on record for them now.",
        ),
        days_saved="The days of school are saved.",
        days_first="First the days of school, please: without them nothing can be counted. Then you type what the IEP "
        "says.",
        line_saved="Saved. It is in the list below.",
        line_change="Correct it",
        line_off="Take it off",
        line_gone="It is off the list and counts no longer.",
        line_correct="Correct a service of the IEP",
        line_correct_says="If the IEP was changed during the year, give the old service its last day here, and add the "
        "new one from its first day on.",
        line_has_sessions="Nothing was changed: sessions of this service are marked. Correct it, or set those "
        "sessions back to “not marked” first.",
        off_take="Take it off",
        off_gone="It is off the list: a usual day of school again.",
        wrong_off="Nothing was saved yet: line {n} has no day.",
        missed="missed, I don't know why",
        missed_as="missed: {reason}",
        assumed_by="given: supposed by {name}, not recorded",
        rest="And the sessions that you did not mark?",
        rest_unknown="I don't know: nothing is on record for them",
        rest_held="I suppose that they were given. They count, and are marked as supposed, not recorded, with my name",
        rest_total="For {service} the IEP sets no number of sessions a week or a month, so none are supposed.",
        weekdays="If so: on which weekdays is {service}? Sessions are supposed on these only.",
        which_weekdays="Nothing was saved yet. Please tick the weekdays first, at the end of the page: {service}.",
        before="Month before",
        after="Month after",
        account="See what was promised and given",
        to_dates="Mark sessions",
        day_col="Day",
    ),
    es=AloneWords(
        title="Su hijo(a)",
        title_student="Un estudiante",
        lead="Escriba lo que dice el IEP. Se queda en esta computadora.",
        name="Nombre",
        name_says="Basta un nombre corto.",
        line="Un servicio del IEP",
        another="Agregar otro servicio del IEP",
        service="¿Qué servicio?",
        words="¿Cuánto promete el IEP?",
        words_says="Con las palabras del IEP, por ejemplo: 30 minutos, 2 veces por semana",
        start="Desde (en blanco: el primer día de clases)",
        end="Hasta (en blanco: el último día de clases)",
        read="Leerlo",
        we_read="Lo leímos así. ¿Es lo que dice el IEP?",
        two="Estas palabras pueden significar más de una cosa. Elija qué quiere decir el IEP.",
        unread="No leímos estas palabras: {words}",
        cannot=(
            "No podemos leer una cantidad en estas palabras. Escriba cuántos minutos, cuántas "
            "veces y en qué período, por ejemplo: 30 minutos, 2 veces por semana."
        ),
        keep="Sí, guardarlo",
        change="Cambiar las palabras",
        kept="En el registro",
        days_title="Los días de clases",
        days_lead=(
            "El primer y el último día del año escolar, y los días sin clases. Los fines de "
            "semana ya cuentan como días sin clases."
        ),
        days_file=("¿La escuela ofrece un archivo de calendario (.ics) o una lista? Tráigalo en su lugar."),
        first="Primer día de clases",
        last="Último día de clases",
        off="Días sin clases",
        off_n="Días sin clases, línea {n}",
        off_more="Más días sin clases",
        off_from="Día, o primer día",
        off_to="Último día, si son varios",
        off_called="Cómo se llama",
        off_there="Días sin clases en el registro",
        save="Guardar",
        wrong_days="Revise los días: el último debe ser después del primero.",
        blank="Complete el nombre, el servicio y las palabras del IEP.",
        not_saved="No se guardó nada, por esto:",
        dates_title="Sesiones de {month}",
        dates_lead="Marque lo que sabe. Deje lo demás.",
        dates_none="En este mes no hubo días de clases hasta hoy, o todavía no hay servicios.",
        no_days_yet="Primero anote los días de clases.",
        nothing="sin marcar",
        given="recibida",
        shorter="recibida, pero más corta",
        short_of="más corta: {given} de {of} min",
        typed_minutes="o escriba cuántos minutos se dieron",
        wrong_minutes="Todavía no se guardó nada. Revise los minutos del {day}: un número entero de 1 a {most}, y no "
        "junto con un motivo por el que no se dio nada.",
        saved=Counted("Se guardó 1 sesión. Puede cambiarla aquí.", "Se guardaron {n} sesiones. Puede cambiarlas aquí."),
        taken_back=Counted(
            "Se quitó 1 sesión. Ya no hay nada registrado de ella.",
            "Se quitaron {n} sesiones. Ya no hay nada registrado de ellas.",
        ),
        days_saved="Los días de clases quedaron guardados.",
        days_first="Primero anote los días de clases: sin ellos no se puede contar nada. Después escribirá lo que dice "
        "el IEP.",
        line_saved="Guardado. Está en la lista de abajo.",
        line_change="Corregirlo",
        line_off="Quitarlo",
        line_gone="Ya no está en la lista y ya no cuenta.",
        line_correct="Corregir un servicio del IEP",
        line_correct_says="Si el IEP cambió durante el año, anote aquí el último día del servicio anterior, y agregue "
        "el nuevo desde su primer día.",
        line_has_sessions="No se cambió nada: hay sesiones marcadas de este servicio. Corríjalo, o primero deje esas "
        "sesiones «sin marcar».",
        off_take="Quitarlo",
        off_gone="Ya no está en la lista: vuelve a ser un día de clases.",
        wrong_off="Todavía no se guardó nada: a la línea {n} le falta el día.",
        missed="no recibida, no sé por qué",
        missed_as="no recibida: {reason}",
        assumed_by="recibida: lo supone {name}, no está registrado",
        rest="¿Y las sesiones que no marcó?",
        rest_unknown="No lo sé: quedan sin registro",
        rest_held="Supongo que se recibieron. Cuentan, y quedan marcadas como supuestas, no registradas, con mi nombre",
        rest_total="Para {service} el IEP no fija un número de sesiones por semana o por mes, así que no se supone "
        "ninguna.",
        weekdays="Si es así: ¿qué días de la semana hay {service}? Solo en esos días se suponen sesiones.",
        which_weekdays="Todavía no se guardó nada. Marque primero los días de la semana, al final de la página: "
        "{service}.",
        before="Mes anterior",
        after="Mes siguiente",
        account="Ver lo que se prometió y lo que se recibió",
        to_dates="Marcar sesiones",
        day_col="Día",
    ),
)
