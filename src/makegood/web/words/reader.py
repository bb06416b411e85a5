"""What the reader of files says, in Spanish. The room `imports` speaks English, as the terminal does."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

_ASSUMED: Final = (
    ("Where an IEP's words give two dates, they are the first and the last day of the service.",
     "Donde las palabras de un IEP dan dos fechas, son el primer y el último día del servicio."),
    ("Where a row does not name the service, it is the only one that the student has.",
     "Donde una fila no nombra el servicio, es el único que tiene el estudiante."),
    ("Numbers of students were given back the zeros that they begin with.",
     "A los números de estudiante se les devolvieron los ceros del principio."),
    ("What was answered about an earlier file with the same headings holds for this one too.",
     "Lo que se respondió sobre un archivo anterior con los mismos títulos vale también para este."),
    ("The calendar was taken to be that of every school.", "El calendario se tomó como el de todas las escuelas."),
    ("Each sheet is about the student whose name it bears.",
     "Cada hoja es sobre el estudiante cuyo nombre lleva."),
    ("Sessions that are on two sheets or in two files are counted once.",
     "Las sesiones que están en dos hojas o en dos archivos se cuentan una vez."),
    ("Sessions that are only marked as held were taken to be as long as the IEP says.",
     "Las sesiones que solo están marcadas como recibidas se tomaron con la duración que dice el IEP."),
    ("A row with several names is one session of all of them, each as long as the row says.",
     "Una fila con varios nombres es una sesión de todos ellos, cada una con la duración que dice la fila."),
    ("Rows without a date are of the date above them.", "Las filas sin fecha son de la fecha que está arriba."),
    ("Rows without a student are about the student above them.",
     "Las filas sin estudiante son del estudiante que está arriba."),
    ("Where a code and a reason both say why, the code was taken. The note keeps the reason.",
     "Donde un código y un motivo dicen por qué, se tomó el código. La nota conserva el motivo."),
    ("The times beside a reason for a miss are those that were planned.",
     "Las horas junto al motivo de una sesión no recibida son las previstas."),
    ("A make-up that stands beside its miss and in a row of its own was taken once.",
     "Una reposición que está junto a su sesión y también en una fila propia se tomó una vez."),
    ("In dates such as {} the month comes first: with the day first, some would fall on a weekend.",
     "En fechas como {} va primero el mes: si fuera primero el día, algunas caerían en fin de semana."),
    ("In dates such as {} the day comes first: with the month first, some would fall on a weekend.",
     "En fechas como {} va primero el día: si fuera primero el mes, algunas caerían en fin de semana."),
    ("Dates without a year are of the school year {}, which another file names.",
     "Las fechas sin año son del año escolar {}, que nombra otro archivo."),
    ("What is noted for a whole week is put on its {}.", "Lo anotado para una semana entera se pone en su {}."),
    ("Days that could not be right were taken for the days that the mapping names.",
     "Los días que no podían ser correctos se tomaron por los que dicen las respuestas."),
    ("Columns that the workbook hides were read like the others: {}.",
     "Las columnas ocultas del archivo se leyeron como las demás: {}."),
    ("Rows that the workbook hides were read like the others: {}.",
     "Las filas ocultas del archivo se leyeron como las demás: {}."),
    ("Cells that are struck out were read like the others: {}. Please look at them.",
     "Las celdas tachadas se leyeron como las demás: {}. Revíselas, por favor."),
    ("Cells with words have colors too, which were not read: {}.",
     "Las celdas con palabras tienen también colores, que no se leyeron: {}."),
    ("Sessions without minutes of their own are as long as the column of minutes says.",
     "Las sesiones sin minutos propios tienen la duración que dice la columna de minutos."),
    ("The first column of the grid, which has no heading that says so, holds the students.",
     "La primera columna de la cuadrícula, sin un título que lo diga, contiene a los estudiantes."),
    ("{} in the column of weekdays was not read as a weekday.",
     "{} en la columna de los días de la semana no se leyó como un día."),
    ("The headings of the columns are the names of students.",
     "Los títulos de las columnas son los nombres de los estudiantes."),
)  # fmt: skip
_LEFT_OUT: Final = (
    ("it names no student with a service", "no nombra a ningún estudiante con un servicio"),
    ("it names no student", "no nombra a ningún estudiante"),
    ("a line without a day", "una línea sin día"),
    ("no day without school, by its words", "según sus palabras, no es un día sin clases"),
    ("a school day like any other", "un día de clases como los demás"),
    ("it has no day", "no tiene día"),
    ("there is no such day", "ese día no existe"),
    ("it has neither minutes nor a code nor a reason", "no tiene minutos, ni código, ni motivo"),
    ("no session of this service", "no es una sesión de este servicio"),
    ("it has no last day, so how long it lasted is not known",
     "no tiene último día, así que no se sabe cuánto duró"),
    ("it does not say why", "no dice por qué"),
    ("it names nobody by number", "no nombra a nadie por su número"),
    ("it is no absence of a whole day, by its words", "según sus palabras, no es la ausencia de un día entero"),
    ("its day cannot be right", "su día no puede ser correcto"),
    ("the same row once more", "la misma fila otra vez"),
    ("no cell of this grid holds anything: if colors say what happened, write a code into the cells",
     "ninguna celda de esta cuadrícula contiene algo: si los colores dicen qué pasó, escriba un código en las celdas"),
    ("a heading of a group", "el título de un grupo"),
    ("labels", "títulos"),
    ("a service that is left out, as the mapping says", "un servicio que se deja fuera, según las respuestas"),
    ("a total", "un total"),
    ("the headings once more", "los títulos otra vez"),
    ("what stands in the column of dates is no day", "lo que está en la columna de fechas no es un día"),
    ("a line of words", "una línea de palabras"),
    ("a number without a day", "un número sin día"),
    ("a row without a day", "una fila sin día"),
    ("part of the key", "parte de la clave"),
    ("it names two days", "nombra dos días"),
    ("no session, as the mapping says", "no es una sesión, según las respuestas"),
    ("the mapping leaves this sheet out", "las respuestas dejan fuera esta hoja"),
    ("nothing in this sheet looks like a table of sessions",
     "nada en esta hoja parece una tabla de sesiones"),
    ("a line without minutes that can be read", "una línea sin minutos que se puedan leer"),
)  # fmt: skip
_ANSWERS: Final = (
    ("no promise of minutes", "ninguna promesa de minutos"),
    ("that of every school: each calendar gets these days",
     "el de todas las escuelas: estos días van a cada calendario"),
    ("no: they are other students", "no: son otros estudiantes"),
    ("another student", "otro estudiante"),
    ("no", "no"),
    ("yes: it is a log", "sí: es un registro"),
    ("yes: it is a grid", "sí: es una cuadrícula"),
    ("yes: it is a caseload", "sí: es una lista de estudiantes y servicios"),
    ("yes: it is a calendar", "sí: es un calendario"),
    ("yes: it is a notes", "sí: son notas"),
    ("yes: it is a absences", "sí: son ausencias"),
    ("yes: it is a {}", "sí: léase"),
    ("yes: {} is {}", "sí: {} es {}"),
    ("kindergarten to grade 5", "de kínder a quinto grado"),
    ("preschool to grade 5", "de preescolar a quinto grado"),
    ("grades 6 to 8", "grados 6 a 8"),
    ("grades 9 to 12", "grados 9 a 12"),
    ("everyone", "todos"),
    ("no school: a holiday", "sin clases: día feriado"),
    ("no school: a break", "sin clases: vacaciones"),
    ("no school for students: a staff day", "sin clases para estudiantes: capacitación del personal"),
    ("school ends early", "salida temprana"),
    ("school begins late", "entrada tarde"),
    ("no school: the weather", "sin clases: mal tiempo"),
    ("no school: an emergency", "sin clases: emergencia"),
    ("school at home", "clases a distancia"),
    ("school on a day that would be off, such as a make-up day",
     "clases en un día que sería libre, como un día de reposición"),
    ("yes: extended school year", "sí: año escolar extendido"),
    ("no: a service like any other, in these dates", "no: un servicio como los demás, en estas fechas"),
    ("one session, written twice", "una sesión, escrita dos veces"),
    ("two sessions of that day", "dos sesiones de ese día"),
    ("no service that is accounted for here: its rows are left out",
     "ningún servicio que se cuente aquí: sus filas se dejan fuera"),
    ("a service of its own, called {}", "un servicio propio, llamado {}"),
    ("each day", "cada día"),
    ("each week", "cada semana"),
    ("each month", "cada mes"),
    ("each quarter", "cada trimestre"),
    ("each semester", "cada semestre"),
    ("each year", "cada año"),
    ("month first: {} is {}", "primero el mes"),
    ("day first: {} is {}", "primero el día"),
    ("the day that is written for the week", "el día que está escrito para la semana"),
    ("the Monday of the week", "el lunes de la semana"),
    ("the Tuesday of the week", "el martes de la semana"),
    ("the Wednesday of the week", "el miércoles de la semana"),
    ("the Thursday of the week", "el jueves de la semana"),
    ("the Friday of the week", "el viernes de la semana"),
    ("the day as it is written", "el día como está escrito"),
    ("no row is written for it", "no se escribe ninguna fila"),
    ("it was held on {} for the miss of {}", "se dio el {} por la sesión no recibida del {}"),
    ("so many sessions that were held", "tantas sesiones que se dieron"),
    ("so many minutes", "tantos minutos"),
    ("they were planned; the session was missed whole", "eran planeados; no se recibió nada de la sesión"),
    ("they were given; the rest was missed", "se recibieron; lo demás no"),
    ("{} minutes were given of {} planned", "se recibieron {} minutos de {} previstos"),
    ("two sessions, of {} and of {} minutes", "dos sesiones, de {} y de {} minutos"),
    ("what the family saw: it stands beside the log and changes no figure",
     "lo que vio la familia: queda junto al registro y no cambia ninguna cifra"),
    ("the log itself: its sessions are added", "el registro mismo: se agregan sus sesiones"),
    ("nothing to read", "nada que leer"),
    ("a log: a row per session", "un registro: una fila por sesión"),
    ("a grid: a row per student, a column per date", "una cuadrícula: una fila por estudiante, una columna por fecha"),
    ("a list of students and what their IEPs promise", "una lista de estudiantes y lo que prometen sus IEP"),
    ("days without school", "días sin clases"),
    ("each session has {} minutes: {} a {}", "cada sesión tiene {} minutos"),
    ("{} minutes a {} in {} sessions", "{} minutos en todo el período"),
    ("the sheet's name is the student's: {}", "el nombre de la hoja es el del estudiante: {}"),
    ("the day of the session", "el día de la sesión"),
    ("the student's name", "el nombre del estudiante"),
    ("the student's number", "el número del estudiante"),
    ("minutes that were given", "minutos recibidos"),
    ("minutes that were planned", "minutos previstos"),
    ("what the IEP promises: how often and how long", "lo que promete el IEP: cada cuánto y cuánto tiempo"),
    ("how many sessions in a week or month", "cuántas sesiones por semana o mes"),
    ("minutes of each session", "los minutos de cada sesión"),
    ("minutes in each week", "los minutos de cada semana"),
    ("minutes in each month", "los minutos de cada mes"),
    ("the first day of the service", "el primer día del servicio"),
    ("the last day of the service", "el último día del servicio"),
    ("the student's date of birth", "la fecha de nacimiento del estudiante"),
    ("the therapist or teacher", "terapeuta o maestro(a)"),
    ("the school", "la escuela"),
    ("whether the session was held, or a code for it", "si hubo sesión, o un código para eso"),
    ("which service it was", "qué servicio fue"),
    ("when it began", "cuándo empezó"),
    ("individual or group", "individual o en grupo"),
    ("from when to when it was", "de qué hora a qué hora fue"),
    ("a note", "una nota"),
    ("why a session was missed", "por qué no se recibió una sesión"),
    ("what kind of session it was", "qué clase de sesión fue"),
    ("the sessions of the student who is called so", "las sesiones del estudiante que se llama así"),
    ("something else: it is not read", "otra cosa: no se lee"),
)  # fmt: skip
_OF: Final = (
    ("first day of school", "el primer día de clases"),
    ("last day of school", "el último día de clases"),
    ("first day of school: {}", "el primer día de clases: {}"),
    ("last day of school: {}", "el último día de clases: {}"),
    ("{} to {}", "{} a {}"),
    ("{} minutes, {} a day", "{} minutos, {} por día"),
    ("{} minutes, {} a week", "{} minutos, {} por semana"),
    ("{} minutes, {} a month", "{} minutos, {} por mes"),
    ("{} minutes, {} a quarter", "{} minutos, {} por trimestre"),
    ("{} minutes, {} a semester", "{} minutos, {} por semestre"),
    ("{} minutes, {} a year", "{} minutos, {} por año"),
)
_FOUND: Final = (
    ("Two files of this import have this name. Give one of them another name.",
     "Dos de los archivos tienen este nombre. Cambie el nombre de uno."),
    ("This file has headings and no rows below them. Was a filter set when it was exported?",
     "Este archivo tiene títulos y ninguna fila debajo. ¿Había un filtro al exportarlo?"),
    ("The folder has errors, so nothing is imported into it. 'makegood check' shows them.",
     "Los registros tienen errores, así que no se trae nada."),
    ("Of this file the following is not read: {}.", "De este archivo no se lee lo siguiente: {}."),
    ("This looks like a CALPADS file of services without headings. {}",
     ("Esto parece un archivo de servicios de CALPADS sin títulos. Expórtelo con títulos, o ponga una fila de títulos "
     "arriba de la primera.")),
    ("{} This file has {}.", "Este archivo es de más de uno ({}): expórtelos por separado."),
    ("This is a calendar of one school, and several schools keep the same calendar here, {}",
     ("Este es el calendario de una escuela, y aquí varias escuelas comparten un calendario: sus días sin clases "
     "cerrarían también las otras. No se trajo nada. Primero hay que dar a cada escuela su propio calendario en la "
     "carpeta de registros (calendar_id en schools.csv, y el primer y el último día en terms.csv).")),
    ("This is the calendar of one school, and there are other schools. {}",
     ("Este es el calendario de una escuela, y hay otras. No se trajo nada. Traiga los calendarios de las otras "
     "escuelas junto con este, para que cada una tenga el suyo.")),
    ("These are calendars of several schools, and a student has no school, so nothing says which of them holds. {}",
     ("Son calendarios de varias escuelas, y un estudiante no tiene escuela: nada dice cuál vale. No se trajo nada. "
     "Complete la columna de la escuela para cada estudiante y traiga los archivos otra vez.")),
    ("From here on the file cannot be split into cells: a quotation mark is missing or in the wrong place.",
     "Desde aquí el archivo no se puede separar en celdas: falta una comilla o está mal puesta."),
    ("This file is not UTF-8. It was read as Windows-1252. Please check that accented letters are right.",
     "Este archivo no está en UTF-8. Se leyó como Windows-1252. Revise que los acentos estén bien."),
    ("This file holds NUL characters: it is damaged, or it is not a text file.",
     "Este archivo contiene caracteres nulos: está dañado o no es un archivo de texto."),
    ("This file is not JSON that holds a list of records, as Ed-Fi writes it.",
     "Este archivo no es JSON con una lista de registros, como lo escribe Ed-Fi."),
    ("This file is not XML that can be read: it is damaged, too deep, or has a document type.",
     "Este archivo no es XML que se pueda leer: está dañado, es demasiado profundo o declara un tipo de documento."),
    ("This .zip file is damaged, or has a password, and was not read.",
     "Este archivo .zip está dañado o tiene contraseña, y no se leyó."),
    ("This .zip file is damaged, and was not read.", "Este archivo .zip está dañado y no se leyó."),
    ("This .zip file holds more than is read.", "Este archivo .zip contiene más de lo que se lee."),
    ("This .zip file holds no .csv files.", "Este archivo .zip no contiene archivos .csv."),
    ("A PDF holds a picture of a table and not the table. {}",
     ("Un PDF contiene la imagen de una tabla y no la tabla. Abra el programa que lo hizo y guarde o exporte lo mismo "
     "como .xlsx o .csv.")),
    ("A text document is not read. {}",
     "Un documento de texto no se lee. Copie su tabla en una hoja de cálculo nueva y guárdela como .xlsx."),
    ("In Numbers choose File, Export To, Excel, and import the .xlsx file.",
     "En Numbers elija Archivo, Exportar a, Excel, y traiga el archivo .xlsx."),
    ("This is only a link. {}",
     "Esto es solo un enlace. En Google Sheets elija Archivo, Descargar, Microsoft Excel, y traiga ese archivo."),
    ("A picture is not read. Type its rows into a spreadsheet.",
     "Una imagen no se lee. Escriba sus filas en una hoja de cálculo."),
    ("Files of this kind are not imported.", "Los archivos de esta clase no se traen."),
    ("This file is empty.", "Este archivo está vacío."),
    ("This file has more than {} bytes, which is more than is read.",
     "Este archivo tiene más de {} bytes, más de lo que se lee."),
    ("This file could not be opened: {}.", "Este archivo no se pudo abrir."),
    ("This file could not be opened as a workbook.", "Este archivo no se pudo abrir como hoja de cálculo."),
    ("This workbook is locked with a password. Open it, save a copy without one, and use the copy.",
     "Este archivo tiene contraseña. Ábralo, guarde una copia sin contraseña y use la copia."),
    ("This sheet could not be read.", "Esta hoja no se pudo leer."),
    ("Somebody wrote something here meanwhile. Please try again.",
     "Alguien escribió algo aquí mientras tanto. Inténtelo otra vez, por favor."),
    ("Nothing was written: {}.", "No se escribió nada."),
)  # fmt: skip


def in_spanish(said: str) -> str | None:
    """Return a sentence or an answer of the reader of files in Spanish; None if it is none that is known."""
    for fits, spanish in _catalogue():
        found = fits(said)
        if found is not None:
            blanks = spanish.count("{}")
            return spanish.format(*found[:blanks])
    return None


def about_in_spanish(of: str) -> str:
    """Return what a question is about, where that is words and nothing of a file."""
    for english, spanish in _OF:
        found = _fits(english)(of)
        if found is not None:
            return spanish.format(*found)
    return of


@cache
def _catalogue() -> tuple[tuple[Callable[[str], tuple[str, ...] | None], str], ...]:
    return tuple(
        (_fits(english), spanish) for part in (_ASSUMED, _LEFT_OUT, _ANSWERS, _FOUND) for english, spanish in part
    )


def _fits(english: str) -> Callable[[str], tuple[str, ...] | None]:
    """Return what finds the blanks of a sentence in one that was said."""
    form = re.compile("(.+?)".join(map(re.escape, english.split("{}"))), re.DOTALL)

    def fits(said: str) -> tuple[str, ...] | None:
        found = form.fullmatch(said)
        return None if found is None else found.groups()

    return fits
