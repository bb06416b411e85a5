"""Words of the page on the next school year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWords:
    """Words of the page on the next school year.

    Attributes:
        kinds: What a term is called that has no name.
    """

    title: str
    step_says: str
    step_open: str
    step_ready: str
    lead: str
    none: str
    on_record: str
    term: str
    others: str
    calendar: str
    and_more: str
    new: str
    change: str
    first: str
    last: str
    blank: str
    before_saving: str
    save: str
    not_saved: str
    fill_in: str
    both: str
    order: str
    after: str
    overlaps: str
    check_year: str
    else_title: str
    lines: str
    lines_open: str
    lines_end: str
    lines_later: str
    lines_says: str
    days: str
    days_says: str
    days_several: str
    days_alone: str
    parts: str
    slots: str
    slots_open: str
    slots_says: str
    kinds: Mapping[str, str]


YEAR: Final = Bilingual(
    en=YearWords(
        title="The next school year",
        step_says="Before summer: say when the next year begins and ends, and see what else it needs.",
        step_open="Set up the next year",
        step_ready="The next year is on record.",
        lead="Nothing ends by itself in summer. After the last day of school on record, nothing more falls due.",
        none="No school year is on record yet. It comes in with your files.",
        on_record="On record",
        term="{name}: {first} to {last}",
        others="Semesters, quarters and summers on record: {n}",
        calendar="calendar {name}",
        and_more="and {n} more",
        new="The next year",
        change="The next year is on record. You can still correct its days until it begins.",
        first="First day of school",
        last="Last day of school",
        blank="Leave both days blank for a calendar that you do not know yet.",
        before_saving="Before you save: service lines without a last day go on in the new year ({n} on record). What "
        "such a line promises for the whole IEP then falls due by the end of the new year, so minutes that count as "
        "missed now may count as still to come. If such an IEP ends with this year, its last day has to be on record "
        "first.",
        save="Save the days",
        not_saved="Nothing was saved. Please look at the days below.",
        fill_in="Nothing was saved: please fill in the first and the last day.",
        both="Please give the first and the last day, each as a date.",
        order="The last day must come after the first.",
        after="The next year must begin after {day}, the last day of the year before it.",
        overlaps="These days overlap the school year on record from {first} to {last}.",
        check_year="These days are too far away, or longer than a year. Please check the years that you typed.",
        else_title="What else the new year needs",
        lines="What the IEPs promise",
        lines_open="Service lines without a last day: {n}. They go on in the new year.",
        lines_end="Service lines that end by {day}: {n}. They do not go on: the new year needs new lines.",
        lines_later="Service lines that end after {day}: {n}. They go on to their last day.",
        lines_says="Bring new lines in with their first and last day.",
        days="Days off",
        days_says="Bring the new calendar (.ics or a list). Until then every Monday to Friday counts as a school day.",
        days_several="Bring each school's new calendar (.ics or a list) by itself: the page asks whose it is. Until "
        "then every Monday to Friday counts as a school day.",
        days_alone="Until they are on record, every Monday to Friday counts as a school day.",
        parts="What an IEP promises by semester or quarter, or for the summer, needs those terms on record too: "
        "without them nothing falls due for it. They cannot be typed here yet.",
        slots="The schedule",
        slots_open="Weekly slots without a last day: {n}. Each goes on as long as its service line.",
        slots_says="A list of services with weekdays and times brings the slots of new lines.",
        kinds={"year": "School year", "semester": "Semester", "quarter": "Quarter", "esy": "Summer (ESY)"},
    ),
    es=YearWords(
        title="El próximo año escolar",
        step_says="Antes del verano: indique cuándo empieza y termina el próximo año y vea qué más hace falta.",
        step_open="Preparar el próximo año",
        step_ready="El próximo año ya está en el registro.",
        lead="Nada termina por sí solo en el verano. Después del último día de clases registrado ya no corresponde "
        "ninguna sesión.",
        none="Todavía no hay ningún año escolar en el registro. Llega con sus archivos.",
        on_record="En el registro",
        term="{name}: del {first} al {last}",
        others="Semestres, trimestres y veranos en el registro: {n}",
        calendar="calendario {name}",
        and_more="y {n} más",
        new="El próximo año",
        change="El próximo año ya está en el registro. Puede corregir sus días hasta que empiece.",
        first="Primer día de clases",
        last="Último día de clases",
        blank="Si todavía no conoce los días de un calendario, deje los dos en blanco.",
        before_saving="Antes de guardar: las líneas de servicio sin último día siguen en el nuevo año ({n} en el "
        "registro). Lo que una de ellas promete para todo el IEP tiene entonces plazo hasta el fin del nuevo año, y "
        "minutos que ahora cuentan como no recibidos pueden contar como pendientes. Si un IEP así termina con este "
        "año, primero hay que registrar su último día.",
        save="Guardar los días",
        not_saved="No se guardó nada. Revise los días, por favor.",
        fill_in="No se guardó nada: escriba el primer y el último día, por favor.",
        both="Escriba el primer y el último día, cada uno como fecha.",
        order="El último día tiene que ser posterior al primero.",
        after="El próximo año tiene que empezar después del {day}, el último día del año anterior.",
        overlaps="Estos días coinciden con el año escolar registrado del {first} al {last}.",
        check_year="Estos días quedan demasiado lejos o duran más de un año. Revise los años que escribió.",
        else_title="Qué más necesita el nuevo año",
        lines="Lo que prometen los IEP",
        lines_open="Líneas de servicio sin último día: {n}. Siguen en el nuevo año.",
        lines_end="Líneas de servicio que terminan a más tardar el {day}: {n}. No siguen: el nuevo año necesita "
        "líneas nuevas.",
        lines_later="Líneas de servicio que terminan después del {day}: {n}. Siguen hasta su último día.",
        lines_says="Traiga las líneas nuevas con su primer y su último día.",
        days="Días sin clases",
        days_says="Traiga el nuevo calendario (.ics o una lista). Mientras tanto, todos los días de lunes a viernes "
        "cuentan como días de clases.",
        days_several="Traiga el nuevo calendario de cada escuela (.ics o una lista) por separado: la página pregunta "
        "de qué escuela es. Mientras tanto, todos los días de lunes a viernes cuentan como días de clases.",
        days_alone="Mientras no estén en el registro, todos los días de lunes a viernes cuentan como días de clases.",
        parts="Lo que un IEP promete por semestre o trimestre, o para el verano, necesita que también esos períodos "
        "estén en el registro: sin ellos no corresponde ninguna sesión. Todavía no se pueden escribir aquí.",
        slots="El horario",
        slots_open="Horas semanales sin último día: {n}. Cada una sigue mientras siga su línea de servicio.",
        slots_says="Una lista de servicios con días y horas trae también el horario de las líneas nuevas.",
        kinds={"year": "Año escolar", "semester": "Semestre", "quarter": "Trimestre", "esy": "Verano (ESY)"},
    ),
)
