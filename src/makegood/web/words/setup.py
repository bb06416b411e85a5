"""Words of set-up and of bringing files in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupWords:
    """Words of set-up and of bringing files in.

    Attributes:
        asks: Questions by kind; the import room asks in English itself.
        outcomes: What answers and words of a file stand for.
        meanings: What columns hold; the import room says it in English itself.
    """

    title: str
    lead: str
    done_tag: str
    where: str
    where_here: str
    where_elsewhere: str
    files: str
    files_says: str
    files_open: str
    children_there: str
    rule: str
    rule_says: str
    rule_none: str
    rule_none_set: str
    rule_english: str
    child: str
    students: str
    child_open: str
    days: str
    days_open: str
    go_children: str
    people_says: str
    people_there: str
    people_open: str
    people_by: str
    pick: str
    pick_says: str
    send: str
    send_says: str
    no_file: str
    too_large: str
    not_read: str
    gone: str
    look: str
    sheet: str
    heading_row: str
    row: str
    days_across: Counted
    columns: str
    columns_says: str
    column: str
    cells: str
    holds: str
    asked_below: str
    read_so: str
    like: str
    known: str
    afresh: str
    what_is_it: str
    read_sheet_so: str
    partly: Counted
    partly_alone: str
    partly_as: str
    not_used: str
    questions: str
    questions_says: str
    first_in: str
    other: str
    your_answer: str
    not_an_answer: str
    answer: str
    answered: str
    answered_says: str
    change_answer: str
    samples: str
    your_words: str
    student: str
    day: str
    we_read: str
    in_all: str
    c_students: str
    c_new_students: str
    c_promises: str
    c_sessions: str
    c_minutes: str
    c_days: str
    c_new: str
    c_brought: str
    c_same: str
    c_changed: str
    c_gone: str
    c_differs: str
    c_waiting: str
    c_without: str
    words_taken: str
    left_out: str
    assumed: str
    promise: str
    promise_says: str
    promise_for: Counted
    promise_go: str
    promise_of: str
    no_promise: str
    nothing_saved: str
    write: str
    drop: str
    not_written: str
    done: str
    nothing_done: str
    done_none: str
    no_session: str
    no_session_says: str
    done_says: str
    go_on: str
    in_english: str
    outcomes: Mapping[str, str]
    shapes: Mapping[str, str]
    meanings: Mapping[str, str]
    asks: Mapping[str, str]


SETUP: Final = Bilingual(
    en=SetupWords(
        title="Set-up",
        lead="Take the steps in this order. You can come back to each one.",
        done_tag="done",
        where="Where do you log sessions today?",
        where_here="Here: sessions are noted on this site",
        where_elsewhere=(
            "Elsewhere: in another program or a workbook. Bring its file in every week or month; nobody types twice"
        ),
        files="Bring in what you have",
        files_says=("A log, a grid, a list of services, a calendar: as it is. Nothing is saved before you say so."),
        files_open="Bring files",
        children_there="Children on record: {n}",
        rule="Which rule applies?",
        rule_says="Some States and districts have rules of their own about missed sessions.",
        rule_none=(
            "No rule but federal law. It sets no number of days for a make-up session: for "
            "most misses the page will say that the IEP team decides"
        ),
        rule_none_set="Only federal law is asked.",
        rule_english="The titles are in English, as their sources are.",
        child="Your child and what the IEP says",
        students="Your students and what their IEPs say",
        child_open="Type what the IEP says",
        days="The days of school",
        days_open="Fill in the days of school",
        go_children="Go to the children",
        people_says="Therapists, school leaders and families see only what an invitation gives them.",
        people_there="People with an account: {n}",
        people_open="See who may see what",
        people_by="A second person confirms each invitation.",
        pick="Your files",
        pick_says=(
            "Excel, LibreOffice, CSV, text, calendar (.ics), zip or JSON of a school system. Up to {n} at once."
        ),
        send="Look at them",
        send_says="Reading a long file takes up to a minute.",
        no_file="Choose at least one file.",
        too_large=(
            "That is too large or too many files. All of them together may have 250 million bytes. Nothing was kept."
        ),
        not_read="This cannot be read. Nothing was kept.",
        gone=(
            "Those files no longer wait here: they were brought in, or given up. What was brought in is under "
            "“Children”. To bring a file, choose it here."
        ),
        look="This is what we read",
        sheet="Sheet",
        heading_row="headings in row {n}",
        row="row {n}",
        days_across=Counted("1 day across", "{n} days across"),
        columns="Columns, and what each holds",
        columns_says="Is a column something else than was read? Choose what it holds.",
        column="Column",
        cells="It says",
        holds="It holds",
        asked_below="asked below",
        read_so="Read the columns so",
        like="An earlier file had the same headings. What was answered then holds here too.",
        known="A file of this name was brought in before. What was answered then holds here too.",
        afresh="Ask me again about this file",
        what_is_it="What is this sheet?",
        read_sheet_so="Read the sheet so",
        partly=Counted(
            "{given} of {planned} given; 1 missed: {reason}", "{given} of {planned} given; {n} missed: {reason}"
        ),
        partly_alone="{given} given; the rest missed: {reason}",
        partly_as="given in part; the rest missed: {reason}",
        not_used="Not used: {names}",
        questions="Please choose: {n}",
        questions_says="Each is asked once. The answers are kept for the next file with the same headings.",
        first_in="First in {where}",
        other="None of these. It is:",
        your_answer="Your answer",
        not_an_answer="This cannot be used as an answer. Please choose again.",
        answer="Go on",
        answered="Your answers so far: {n}",
        answered_says="Is one of them wrong? Take it back, and you are asked again.",
        change_answer="Change this answer",
        samples="Some rows as we read them",
        your_words="In your file",
        student="Student",
        day="Day",
        we_read="We read",
        in_all="In all",
        c_students="students",
        c_new_students="of them new here",
        c_promises="new service lines",
        c_sessions="sessions in the files",
        c_minutes="minutes given",
        c_days="calendar entries",
        c_new="sessions to bring in",
        c_brought="sessions brought in",
        c_same="sessions on record already: not written again",
        c_changed="sessions that changed: written as corrections",
        c_gone="sessions no longer in the file: they stay on record",
        c_differs="sessions on record from elsewhere that say something else: not changed",
        c_waiting="sessions that wait for what the IEP promises",
        c_without="students without any service: not written",
        words_taken="What each word was taken for",
        left_out="Left out",
        assumed="Assumed",
        promise="What does each IEP promise?",
        promise_says=(
            "Copy the IEP's own words, such as 2 x 30 min weekly. Leave a line blank if you "
            "do not know yet: its sessions wait."
        ),
        promise_for=Counted("{student}: {service} (1 session)", "{student}: {service} ({n} sessions)"),
        promise_go="Read these words",
        promise_of="What does the IEP promise {student}: {service}?",
        no_promise="Nothing can be counted yet: it is not known what any IEP promises.",
        nothing_saved="Nothing is saved until you say so.",
        write="Bring it in",
        drop="Give up",
        not_written="Nothing was written, because of this:",
        done="It is on record",
        nothing_done="Nothing new was written",
        no_session="No session was read in what you sent.",
        no_session_says="Is it a log? Bring it again, and choose at each sheet what it is and what its columns hold.",
        done_none="All of it was on record already. Nothing was changed.",
        done_says=(
            "When the file has grown, bring it again: what is here already is not written "
            "twice, and your answers are kept."
        ),
        go_on="Back to set-up",
        in_english="In English:",
        outcomes={
            "held": "given",
            "make_up": "make-up session",
            "missed": "not given, it is not known why",
            "no_row": "nothing to say: no session",
            "leave_out": "leave it out",
            "new": "a student of its own",
            "lost": "zeros were lost",
            "none": "none were lost",
            "every_calendar": "that of every school: each calendar gets these days",
        },
        shapes={
            "log": "a log of sessions",
            "grid": "a grid of students and days",
            "caseload": "a list of students and services",
            "calendar": "a calendar",
            "notes": "notes",
            "absences": "absences",
            "key": "a key to codes",
            "leave_out": "not read",
            "unknown": "not clear yet",
        },
        meanings={
            "date": "day of the session",
            "week": "week of the session",
            "student_name": "student's name",
            "first_name": "first name",
            "last_name": "last name",
            "student_id": "student's number",
            "date_of_birth": "date of birth",
            "school": "school",
            "grade": "grade",
            "service_type": "service",
            "minutes_delivered": "minutes given",
            "minutes_planned": "minutes planned",
            "hours_delivered": "hours given",
            "code": "held or not, or a code for it",
            "reason": "why it was missed",
            "note": "note",
            "kind": "kind of session",
            "makeup_for": "the session that it makes up",
            "award": "the award that it is given under",
            "start_time": "when it began",
            "end_time": "when it ended",
            "time": "from when to when",
            "group": "group",
            "group_size": "how many were in the group",
            "delivery": "individual or group",
            "provider": "therapist or teacher",
            "setting": "place",
            "mandate": "what the IEP promises, in its words",
            "sessions": "how many sessions",
            "per": "in which period",
            "session_minutes": "minutes of each session",
            "minutes_per_week": "minutes in each week",
            "minutes_per_month": "minutes in each month",
            "minutes_per_year": "minutes in each year",
            "minutes_per_period": "minutes in each period",
            "start": "first day",
            "end": "last day",
            "weekday": "day of the week",
            "label": "title of the day",
            "who": "for whom",
            "one_student": "sessions of the student who is called so",
            "leave_out": "not read",
        },
        asks={},
    ),
    es=SetupWords(
        title="Preparación",
        lead="Siga los pasos en este orden. Puede volver a cada uno.",
        done_tag="listo",
        where="¿Dónde anota hoy las sesiones?",
        where_here="Aquí: las sesiones se anotan en este sitio",
        where_elsewhere=(
            "En otro lugar: otro programa o una hoja de cálculo. Traiga su archivo cada "
            "semana o mes; nadie escribe dos veces"
        ),
        files="Traiga lo que tiene",
        files_says=(
            "Un registro, una cuadrícula, una lista de servicios, un calendario: tal como "
            "está. Nada se guarda antes de que usted lo diga."
        ),
        files_open="Traer archivos",
        children_there="Estudiantes en el registro: {n}",
        rule="¿Qué regla se aplica?",
        rule_says="Algunos estados y distritos tienen reglas propias sobre las sesiones no recibidas.",
        rule_none=(
            "Ninguna regla aparte de la ley federal. Esta no fija un plazo para reponer "
            "sesiones: en la mayoría de los casos la página dirá que decide el equipo del IEP"
        ),
        rule_none_set="Solo se consulta la ley federal.",
        rule_english="Los títulos están en inglés, como sus fuentes.",
        child="Su hijo(a) y lo que dice el IEP",
        students="Sus estudiantes y lo que dicen sus IEP",
        child_open="Escribir lo que dice el IEP",
        days="Los días de clases",
        days_open="Anotar los días de clases",
        go_children="Ir a los estudiantes",
        people_says="Terapeutas, direcciones de escuela y familias ven solo lo que les da una invitación.",
        people_there="Personas con una cuenta: {n}",
        people_open="Ver quién puede ver qué",
        people_by="Una segunda persona confirma cada invitación.",
        pick="Sus archivos",
        pick_says=(
            "Excel, LibreOffice, CSV, texto, calendario (.ics), zip o JSON de un sistema escolar. Hasta {n} a la vez."
        ),
        send="Ver qué contienen",
        send_says="Leer un archivo largo tarda hasta un minuto.",
        no_file="Elija por lo menos un archivo.",
        too_large=(
            "Es demasiado grande o son demasiados archivos. Todos juntos pueden tener 250 "
            "millones de bytes. No se guardó nada."
        ),
        not_read="Esto no se puede leer. No se guardó nada.",
        gone=(
            "Esos archivos ya no esperan aquí: ya se trajeron, o alguien los dejó. Lo que se trajo está en "
            "“Estudiantes”. Para traer un archivo, elíjalo aquí."
        ),
        look="Esto es lo que leímos",
        sheet="Hoja",
        heading_row="títulos en la fila {n}",
        row="fila {n}",
        days_across=Counted("1 día a lo ancho", "{n} días a lo ancho"),
        columns="Columnas, y lo que contiene cada una",
        columns_says="¿Contiene una columna otra cosa que la leída? Elija lo que contiene.",
        column="Columna",
        cells="Dice",
        holds="Contiene",
        asked_below="se pregunta abajo",
        read_so="Leer así las columnas",
        what_is_it="¿Qué es esta hoja?",
        read_sheet_so="Leer así la hoja",
        partly=Counted(
            "{given} de {planned} recibidos; 1 no recibido: {reason}",
            "{given} de {planned} recibidos; {n} no recibidos: {reason}",
        ),
        partly_alone="{given} recibidos; el resto no recibido: {reason}",
        partly_as="recibida en parte; el resto no recibido: {reason}",
        like="Un archivo anterior tenía los mismos títulos. Lo que se respondió entonces vale aquí también.",
        known="Ya se trajo antes un archivo con este nombre. Lo que se respondió entonces vale aquí también.",
        afresh="Preguntarme otra vez sobre este archivo",
        not_used="No se usan: {names}",
        questions="Elija, por favor: {n}",
        questions_says=(
            "Cada cosa se pregunta una vez. Las respuestas se guardan para el próximo archivo con los mismos títulos."
        ),
        first_in="Primero en {where}",
        other="Ninguna de estas. Es:",
        your_answer="Su respuesta",
        not_an_answer="Esto no sirve como respuesta. Elija otra vez.",
        answer="Seguir",
        answered="Lo que respondió hasta ahora: {n}",
        answered_says="¿Hay alguna respuesta equivocada? Retírela y se le preguntará otra vez.",
        change_answer="Cambiar esta respuesta",
        samples="Algunas filas, como las leímos",
        your_words="En su archivo",
        student="Estudiante",
        day="Día",
        we_read="Leímos",
        in_all="En total",
        c_students="estudiantes",
        c_new_students="de ellos nuevos aquí",
        c_promises="líneas de servicio nuevas",
        c_sessions="sesiones en los archivos",
        c_minutes="minutos recibidos",
        c_days="entradas del calendario",
        c_new="sesiones por guardar",
        c_brought="sesiones guardadas",
        c_same="sesiones ya registradas: no se guardan otra vez",
        c_changed="sesiones que cambiaron: se guardan como correcciones",
        c_gone="sesiones que ya no están en el archivo: siguen en el registro",
        c_differs="sesiones registradas por otra vía que dicen otra cosa: no se cambian",
        c_waiting="sesiones que esperan lo que promete el IEP",
        c_without="estudiantes sin ningún servicio: no se guardan",
        words_taken="Cómo se entendió cada palabra",
        left_out="Lo que se dejó fuera",
        assumed="Lo que se supuso",
        promise="¿Qué promete cada IEP?",
        promise_says=(
            "Copie las palabras del IEP, por ejemplo 30 minutos, 2 veces por semana. Deje una línea en "
            "blanco si aún no lo sabe: sus sesiones esperan."
        ),
        promise_for=Counted("{student}: {service} (1 sesión)", "{student}: {service} ({n} sesiones)"),
        promise_go="Leer estas palabras",
        promise_of="¿Qué promete el IEP a {student}: {service}?",
        no_promise="Todavía no se puede contar nada: no se sabe qué promete ningún IEP.",
        nothing_saved="Nada se guarda hasta que usted lo diga.",
        write="Guardarlo",
        drop="Dejarlo",
        not_written="No se guardó nada, por esto:",
        done="Ya está en el registro",
        nothing_done="No se escribió nada nuevo",
        no_session="No se leyó ninguna sesión en lo que usted envió.",
        no_session_says=(
            "¿Es un registro de sesiones? Tráigalo otra vez y elija en cada hoja qué es y qué contienen sus columnas."
        ),
        done_none="Todo ya estaba en el registro. No se cambió nada.",
        done_says=(
            "Cuando el archivo crezca, tráigalo otra vez: lo que ya está aquí no se guarda "
            "dos veces, y sus respuestas quedan."
        ),
        go_on="Volver a la preparación",
        in_english="En inglés:",
        outcomes={
            "held": "recibida",
            "make_up": "sesión de reposición",
            "missed": "no recibida, no se sabe por qué",
            "no_row": "nada que decir: sin sesión",
            "leave_out": "dejarlo fuera",
            "new": "otro estudiante",
            "lost": "perdieron sus ceros",
            "none": "no perdieron ninguno",
            "day": "día",
            "week": "semana",
            "month": "mes",
            "quarter": "trimestre",
            "semester": "semestre",
            "year": "año",
            "every_calendar": "el de todas las escuelas: estos días van a cada calendario",
            "month_first": "primero el mes",
            "day_first": "primero el día",
            "planned": "planeados",
            "given": "recibidos",
            "given_of_planned": "20 de 30 recibidos",
            "two_sessions": "dos sesiones",
            "minutes": "minutos",
            "sessions": "sesiones",
            "once": "una sesión",
            "both": "dos sesiones",
            "as_written": "tal como está escrito",
            "esy": "año escolar extendido (ESY)",
            "per_session": "minutos de cada sesión",
            "per_interval": "minutos de todo el período",
            "holiday": "día feriado",
            "break": "vacaciones",
            "in_service": "día de capacitación del personal",
            "weather_closure": "cierre por mal tiempo",
            "emergency_closure": "cierre de emergencia",
            "early_dismissal": "salida temprana",
            "delayed_start": "entrada tarde",
            "remote_day": "día de clases a distancia",
            "school_day": "día de clases",
        },
        shapes={
            "log": "un registro de sesiones",
            "grid": "una cuadrícula de estudiantes y días",
            "caseload": "una lista de estudiantes y servicios",
            "calendar": "un calendario",
            "notes": "notas",
            "absences": "ausencias",
            "key": "una clave de códigos",
            "leave_out": "no se lee",
            "unknown": "todavía no está claro",
        },
        meanings={
            "date": "fecha",
            "student_name": "nombre del estudiante",
            "student_id": "número del estudiante",
            "student": "estudiante",
            "first_name": "nombre",
            "last_name": "apellido",
            "service_type": "servicio",
            "minutes_delivered": "minutos recibidos",
            "minutes_planned": "minutos planeados",
            "minutes": "minutos",
            "code": "código",
            "reason": "motivo",
            "note": "nota",
            "provider": "terapeuta o maestro(a)",
            "start": "primer día",
            "end": "último día",
            "start_time": "hora de inicio",
            "end_time": "hora final",
            "frequency": "lo que promete el IEP",
            "mandate": "lo que promete el IEP",
            "school": "escuela",
            "grade": "grado",
            "date_of_birth": "fecha de nacimiento",
            "label": "título",
            "group_size": "tamaño del grupo",
            "delivery": "individual o en grupo",
            "setting": "lugar",
            "end_date": "último día",
            "week": "semana",
            "hours_delivered": "horas recibidas",
            "time": "hora",
            "duration": "duración",
            "kind": "clase de sesión",
            "makeup_for": "sesión que repone",
            "award": "compensación por la que se da",
            "group": "grupo",
            "who": "quién",
            "sessions": "sesiones",
            "per": "período",
            "session_minutes": "minutos de una sesión",
            "minutes_per_week": "minutos por semana",
            "minutes_per_month": "minutos por mes",
            "minutes_per_year": "minutos por año",
            "minutes_per_period": "minutos por período",
            "weekday": "día de la semana",
            "day": "día",
            "entered_at": "cuándo se anotó",
            "one_student": "sesiones de este estudiante",
            "total": "total",
            "leave_out": "no se lee",
        },
        asks={
            "code": "¿Qué dice «{of}» de una sesión?",
            "zero": "Hay sesiones de 0 minutos, que no se recibieron, y nada dice por qué. ¿Se sabe?",
            "column": "¿Qué contiene la columna «{of}»?",
            "date_order": "En fechas como {of}, ¿va primero el mes o el día?",
            "school_year": "¿De qué año escolar son fechas como {of}?",
            "school_days": "¿Cuál es el primer o el último día de clases? ({of})",
            "service_type": "¿De qué servicio se trata en {of}?",
            "service_word": "¿Qué servicio es «{of}»?",
            "service": "¿A qué línea de servicio pertenecen las sesiones de {of}?",
            "session_minutes": "¿Cuántos minutos dura una sesión ({of}) que solo está marcada como recibida?",
            "minutes_beside_miss": "Hay minutos junto a sesiones no recibidas, como {of}. ¿Eran planeados o recibidos?",
            "pairs": "¿Qué significan dos números en una celda, como {of}?",
            "student": "¿Quién es «{of}»?",
            "student_of_sheet": "¿De quién son las sesiones de la hoja {of}?",
            "shape": "¿Qué es la hoja «{of}»?",
            "promise": "Lo que dice el IEP, «{of}», se puede leer de más de una forma. ¿Qué promete?",
            "calendar_word": "¿Qué clase de día es «{of}»?",
            "calendar_of": "¿De qué escuela es este calendario?",
            "school_calendar": "¿Qué calendario sigue la escuela «{of}»?",
            "numbers": "¿Qué dicen números como {of}?",
            "zeros": "¿Perdieron los números de estudiante, como {of}, sus ceros del principio?",
            "duration_is": "¿De qué son los minutos en {of}?",
            "duplicates": "Hay filas que dicen lo mismo dos veces. ¿Son una sesión o dos?",
            "day": "¿Qué día se quiso escribir con {of}?",
            "week": "¿En qué día se ponen los minutos de una semana entera?",
            "grades": "¿Qué grados son «{of}»?",
            "color": "¿Qué dice el color {of} de una sesión?",
            "table": "¿Son las notas de {of} lo que vio la familia, o el registro mismo?",
            "summer": "¿Es {of} un servicio del año escolar extendido (ESY)?",
            "makeup": "¿Qué sesión no recibida repone «{of}»?",
            "period": "¿Para qué período son los minutos de «{of}»?",
        },
    ),
)
