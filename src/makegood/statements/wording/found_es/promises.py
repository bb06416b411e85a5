"""What ids, promises and calendars say that cannot be, or should be looked at, in Spanish."""

from typing import Final

_IDS: Final = (
    ("No row of the table '{}' has this id.", "Ninguna fila de la tabla '{}' tiene este identificador."),
    ("No row of the table '{}' has this id. One id there differs only in case or leading zeros.",
     ("Ninguna fila de la tabla '{}' tiene este identificador. Hay uno que solo se distingue por las mayúsculas o por "
     "los ceros del principio.")),
    ("{} is also in row {}. Each {} may appear only once.",
     "{} también está en la fila {}. Cada {} puede estar una sola vez."),
    (("{} is also in row {}. Each {} may appear only once. They are at school {} there and at {} here, and a student "
     "can be in one school only."),
     ("{} también está en la fila {}. Cada {} puede estar una sola vez. Allí está en la escuela {} y aquí en {}, y un "
     "estudiante solo puede estar en una escuela.")),
    ("This and {} in row {} differ only in case or leading zeros. If both are the same, it is counted twice.",
     ("Esto y {}, en la fila {}, se distinguen solo por las mayúsculas o por los ceros del principio. Si son lo mismo, "
     "se cuenta dos veces.")),
)  # fmt: skip
_PROMISES: Final = (
    ("Student {} has another line of this service in row {}, which runs until {}. {_}",
     ("El estudiante {} tiene otra línea de este servicio en la fila {}, que vale hasta el {} inclusive. Las dos "
     "prometen minutos. Si esta línea cambia la otra, la otra tiene que terminar el día anterior.")),
    ("This promises one session of {} minutes in each IEP, but the longest session on record has {}. {_}",
     ("Esto promete una sesión de {} minutos en todo el IEP, pero la sesión más larga del registro es de {}. ¿Son los "
     "minutos un total, sin importar cómo se den?")),
    ("This promises one session of {} minutes in each {}, but the longest session on record has {}. {_}",
     ("Esto promete una sesión de {} minutos por {}, pero la sesión más larga del registro es de {}. ¿Son los minutos "
     "un total, sin importar cómo se den?")),
    ("This promise needs a term of the kind '{}', and calendar {} has none.",
     "Esta promesa necesita un período de la clase '{}' en el calendario {}, que no tiene ninguno."),
    ("This is a summer (esy) service, but calendar {} has no esy term from {} to {}. So nothing falls due.",
     ("Este es un servicio de verano (año escolar extendido), pero el calendario {} no tiene verano del {} al {}. Por "
     "eso no cuenta ningún minuto como prometido.")),
    ("From {} to {} calendar {} has no day for a promise per {}. So nothing falls due.",
     ("Del {} al {}, el calendario {} no tiene ningún día para una promesa por {}. Por eso no cuenta ningún minuto "
     "como prometido.")),
    (("Student {} has another spelling in row {}. They count as two services, so a make-up of one does not settle the "
     "other."),
     ("El estudiante {} tiene este servicio escrito de otra forma en la fila {}. Cuentan como dos servicios, y una "
     "reposición de uno no vale para el otro.")),
    ("'every' has no meaning with per {}.", "'every' no tiene sentido con per {}."),
    ("No block is that long.", "Ningún período es tan largo."),
    ("With per 'cycle' and 'every' 1, each cycle is a single day of school.",
     "Con per 'cycle' y 'every' 1, cada ciclo es un solo día de clases."),
    ("{} minutes x {} sessions is too much for one period.",
     "{} minutos por {} sesiones es demasiado para un solo período."),
    ("This is one total for the whole IEP, and the line has no last day. {_}",
     ("Este es un total para todo el IEP, y la línea no tiene último día. Corresponde antes de que termine el último "
     "año escolar registrado. Cuando se agregue el siguiente, minutos que ahora cuentan como no recibidos pueden "
     "contar como minutos que todavía se pueden dar.")),
    ("services, row {}: the mandate gives dates ({}), but '{}' is blank. {_}",
     ("Fila {} de services: las palabras del IEP dan fechas ({}), pero '{}' está en blanco. Escriba el primer y el "
     "último día del servicio en 'start' y 'end'.")),
    ("services, row {}: the mandate {} can be read in more than one way, or not fully. {_}",
     ("Fila {} de services: lo que dice el IEP, {}, se puede entender de más de una manera, o no del todo. Decida qué "
     "quiere decir, deje 'mandate' en blanco y complete minutes, per, sessions y every (sessions queda en blanco si "
     "los minutos son un total).")),
    ("services, row {} has neither the IEP's words in 'mandate' nor both 'minutes' and 'per': {_} blank.",
     "La fila {} de services no tiene ni las palabras del IEP en 'mandate' ni los datos 'minutes' y 'per'."),
    (("services, row {} has both a mandate and minutes and per. They say the same, so it was read; one of them is "
     "enough."),
     ("La fila {} de services tiene las palabras del IEP y también minutes y per. Dicen lo mismo y se leyó: basta con "
     "uno.")),
    ("services, row {}: the mandate {} reads as {_}, but '{}' says {}. Correct one of them, or clear one.",
     ("Fila {} de services: lo que dice el IEP, {}, es distinto de '{}', que dice {}. Corrija uno de los dos, o deje "
     "uno en blanco.")),
    ("The {} term in row {} ends on {}, when this one has begun. {_} terms of calendar {} must not share a day.",
     ("El período {} de la fila {} termina el {}, cuando este ya empezó. Dos períodos iguales del calendario {} no "
     "pueden compartir un día.")),
    (("The {} term in row {} ends on {}, when this one has begun. {_} terms of calendar {} share days, which count to "
     "the earlier one."),
     ("El período {} de la fila {} termina el {}, cuando este ya empezó. Los períodos del calendario {} comparten "
     "días, que cuentan para el primero.")),
    ("Student {} has no calendar, here or at the school, and 'terms' does not have just one. Calendars there: {}.",
     ("El estudiante {} no tiene calendario, ni aquí ni en su escuela, y 'terms' no tiene uno solo. Calendarios que "
     "hay: {}.")),
    ("This table has no rows, so nothing falls due.", "Esta tabla no tiene filas, así que no hay nada que contar."),
    ("'{}' is before '{}'.", "'{}' va antes de '{}'."),
    ("Service {} has no start or end, and calendar {} has no term of kind year to take them from.",
     "El servicio {} no tiene primer o último día, y el calendario {} no tiene un año escolar de donde tomarlos."),
    ("The records do not say which calendar the school of service {} keeps.",
     "Los registros no dicen qué calendario tiene la escuela del servicio {}."),
    ("There is no policy pack {}, which student {} or the school names.",
     "No existe la regla {} que nombra el estudiante {} o su escuela."),
    ("No policy is named for {} of {} students: {} is taken, which leaves every miss to the IEP team.",
     ("Para {} de {} estudiantes no se nombra ninguna regla. Se toma {}, que deja cada sesión no recibida a la "
     "decisión del equipo del IEP.")),
    (("This plan follows that of row {}. In the {} from {} to {} both together promise {} minutes by their slots; the "
     "old plan alone promises {} and the new one {}."),
     ("Este plan sigue al de la fila {}. En el período ({}) del {} al {}, los dos juntos prometen {} minutos según su "
     "horario; el plan anterior solo promete {} y el nuevo {}.")),
    ("No policy asks for a notice that is called so, so this one answers none.",
     "Ninguna regla pide un aviso con ese nombre, así que este no responde a ninguno."),
)  # fmt: skip
SAID: Final = (*_IDS, *_PROMISES)
