"""What rows of the log, decisions and offers say that cannot be, or should be looked at, in Spanish."""

from typing import Final

_CORRECTIONS: Final = (
    ("This row was written down on {}, but corrects {}, which was written down on {}. {_}",
     ("Esta fila se anotó el {}, pero corrige {}, que se anotó el {}. Una cuenta hecha con lo que se sabía entre las "
     "dos fechas cuenta esta fila por separado.")),
    ("A row cannot correct itself.", "Una fila no puede corregirse a sí misma."),
    ("{} is also corrected in row {}. To correct it again, correct the row that took its place.",
     "{} ya está corregida en la fila {}. Para corregirla otra vez, corrija la fila que la reemplazó."),
    ("The rows {} and {} more correct one another in a circle.",
     "Las filas {} y otras {} se corrigen unas a otras en círculo."),
    ("The rows {} correct one another in a circle.", "Las filas {} se corrigen unas a otras en círculo."),
    ("This row is about student {}, but corrects {} of student {}. The minutes move from one student to the other.",
     "Esta fila es del estudiante {}, pero corrige {}, del estudiante {}. Los minutos pasan de un estudiante al otro."),
)  # fmt: skip
_DECISIONS: Final = (
    (("This decides about more minutes than were not given: session {} was planned for {}, and {} were given. Is this "
     "a typing error?"),
     ("Esta decisión trata de más minutos de los que no se dieron: la sesión {} era de {}, y se dieron {}. ¿Es un "
     "error al escribir?")),
    ("No service of this student is called so, so no session can be given under this award.",
     ("El estudiante no tiene ningún servicio con ese nombre, así que no se puede dar ninguna sesión de estos "
     "servicios compensatorios.")),
    ("Session {} has another determination on {}, in row {}. It is not clear which one applies.",
     "La sesión {} tiene otra decisión del {}, en la fila {}. No está claro cuál vale."),
    ("Session {} has another determination without a day, in row {}. It is not clear which one applies.",
     "La sesión {} tiene otra decisión sin fecha, en la fila {}. No está claro cuál vale."),
    ("This names a {} session. Only a regular session can be missed.",
     "Esto nombra una sesión {}. Solo puede faltar una sesión regular."),
    ("A make-up of session {} was accepted on {}, after one was declined on {}. {_}",
     ("Una reposición de la sesión {} se aceptó el {}, después de que se rechazó otra el {}. La oferta rechazada "
     "todavía puede cerrar lo que falta reponer. Revíselo, por favor.")),
)  # fmt: skip
_ENDS: Final = tuple(
    (
        f"{whose} ends on {{}}. {{}} of school after it {verb} on no record.",
        f"{suyo} termina el {{}}. Después hay {{}} de clases sin nada registrado.",
    )
    for whose, suyo in (
        ("The log", "El registro"),
        ("The log of provider {}", "El registro de {}"),
        ("The log of service {}", "El registro del servicio {}"),
    )
    for verb in ("is", "are")
)
_LOG: Final = (
    ("{} session(s) of service {} lie in none of its periods; what was delivered in them counts as extra.",
     "Hay {} sesiones del servicio {} fuera de todos sus períodos. Lo que se dio en ellas cuenta como adicional."),
    ("This compensatory session names no award, so its minutes count as extra.",
     ("Esta sesión compensatoria no dice a qué servicios compensatorios corresponde, así que sus minutos cuentan como "
     "adicionales.")),
    ("This day is outside the days of award {}. It counts all the same.",
     "Este día está fuera de las fechas de los servicios compensatorios {}. De todos modos cuenta."),
    ("The kind is {}, but 'award_id' names an award.",
     "La clase de sesión es {}, pero 'award_id' nombra servicios compensatorios."),
    ("The kind is {}, but 'makeup_for' names a missed session.",
     "La clase de sesión es {}, pero 'makeup_for' nombra una sesión no recibida."),
    ("This row names both a missed session and an award. A session can settle only one of them.",
     "Esta fila nombra una sesión no recibida y también servicios compensatorios. Una sesión vale para uno solo."),
    ("{} is a session of another student, {}.", "{} es una sesión de otro estudiante, {}."),
    ("{} is itself a compensatory session, so this session cannot make it up.",
     "{} es una sesión compensatoria, así que esta sesión no la puede reponer."),
    ("{} is itself a make-up, so this session cannot make it up.",
     "{} es ya una reposición, así que esta sesión no la puede reponer."),
    ("{} is {}, and this session is {}.", "{} es de otro servicio ({}) que esta sesión ({})."),
    ("This session is for student {}, but award {} is for {}.",
     "Esta sesión es del estudiante {}, pero los servicios compensatorios {} son de {}."),
    ("This session is {}, but award {} is {}.",
     "Esta sesión es de un servicio ({}) y los servicios compensatorios {} son de otro ({})."),
    ("Service {} does not run on this day. The minutes may count as extra.",
     "Este día está fuera de las fechas del servicio {}. Los minutos pueden contar como adicionales."),
    ("This is after the day of the account, so it does not count yet.",
     "Esto es posterior al día de la cuenta, así que todavía no cuenta."),
    ("The minutes given are more than {}. Is this a typing error?",
     "Se anotaron más de {} minutos dados. ¿Es un error al escribir?"),
    ("The minutes given are more than {} times the {} planned. Is this a typing error?",
     "Se anotaron más de {} veces los {} minutos previstos. ¿Es un error al escribir?"),
    ("{} session{_} of service {} ha{_} fewer minutes than planned and no reason. {_}",
     "Sesiones del servicio {1} con menos minutos de los previstos y sin motivo: {0}. Cuentan con el motivo «otro»."),
    ("Provider {} is in two places at once on {}: here and in row {}. One of the two may be a typing error.",
     ("Quien da el servicio ({}) está en dos lugares a la vez el {}: aquí y en la fila {}. Una de las dos puede ser un "
     "error al escribir.")),
    ("Student {} is in two places at once on {}: here and in row {}. One of the two may be a typing error.",
     ("El estudiante {} está en dos lugares a la vez el {}: aquí y en la fila {}. Una de las dos puede ser un error al "
     "escribir.")),
    ("More students were in the group than the IEP allows. The minutes count as delivered differently.",
     "En el grupo hubo más estudiantes de los que permite el IEP. Los minutos cuentan como recibidos de otra forma."),
    ("This is what is said where nothing is on record. It cannot be given as a reason.",
     "Así se dice cuando no hay nada en el registro. No se puede dar como motivo."),
    ("'unrecorded' is what is said where nothing is on record. It cannot be given as a reason.",
     "'unrecorded' se dice cuando no hay nada en el registro. No se puede dar como motivo."),
    ("'unrecorded' is what Makegood says where nothing is on record; no row may give it as a reason.",
     "'unrecorded' lo dice Makegood cuando no hay nada en el registro. Ninguna fila lo puede dar como motivo."),
    ("{} cannot be the reason of such an absence.", "{} no puede ser el motivo de una ausencia así."),
    ("Leave can be long, when the position is in effect not filled, or a day's absence.",
     "Un permiso puede ser largo, y entonces no hay terapeuta disponible, o la ausencia de un día. Diga cuál."),
    ("Nobody knows this word for a reason.", "Esta palabra no se conoce como motivo."),
    ("No policy has such a code, and it is none of the words for a reason.",
     "Ninguna regla tiene ese código, y no es ninguna de las palabras para un motivo."),
    ("{_} has a day of a cycle, but not how many days the cycle has.",
     "Esta fila dice el día de un ciclo, pero no cuántos días tiene el ciclo."),
    ("{_} has both a weekday and a day of a cycle.",
     "Esta fila tiene un día de la semana y también un día de un ciclo. Deje uno de los dos."),
    ("{_} has no day.", "Esta fila no tiene día."),
    ("{_} has the length of a cycle, but not its day in it.",
     "Esta fila dice cuántos días tiene el ciclo, pero no qué día es."),
    ("A cycle of {} days has no such day.", "Un ciclo de {} días no tiene ese día."),
    ("'every' counts weeks, and a cycle has none. A longer cycle can say the same.",
     "'every' cuenta semanas, y un ciclo no las tiene. Un ciclo más largo puede decir lo mismo."),
    ("A session cannot be given together with itself.", "Una sesión no se puede dar junto consigo misma."),
    ("{} is a session of another student, {}. A group has a 'group_id'.",
     "{} es una sesión de otro estudiante, {}. Para un grupo se usa 'group_id'."),
    ("{} is a session of the same service.", "{} es una sesión del mismo servicio."),
    ("{} is on another day, {}.", "{} es de otro día, {}."),
    (("{} minutes on a day on which {} was away, as '{}' says. If that was for another part of the day, nothing is "
     "wrong."),
     "{} minutos en un día en que consta una ausencia ({}, en '{}'). Si fue a otra hora del día, no hay ningún error."),
    ("{} minutes on a day without school ({}).", "{} minutos en un día sin clases ({})."),
    ("The reason says that there was no school, but calendar {} has school on {}.",
     "El motivo dice que no hubo clases, pero el calendario {} tiene clases el {}."),
    ("All {} minutes planned were given, as this row says, and it has a reason for missing some. {_}",
     ("Según esta fila se dieron los {} minutos previstos, y tiene un motivo por el que faltaron. Cuentan como "
     "recibidos. Si la sesión se canceló, sus minutos son 0.")),
    ("Service {} goes on after {}, the end of the last {_} term of calendar {}. Nothing falls due after that day.",
     ("El servicio {} sigue después del {}, cuando termina el calendario {}. Después de ese día no se cuentan minutos "
     "prometidos.")),
    (("{} services (the first is {}) go on after {}, the end of the last {_} term of calendar {}. Nothing falls due "
     "after that day."),
     ("{} servicios (el primero es {}) siguen después del {}, cuando termina el calendario {}. Después de ese día no "
     "se cuentan minutos prometidos.")),
    ("The slots of service {} hold {} minutes in each cycle of {} school days, and it promises {}. {_}",
     ("El horario del servicio {} tiene {} minutos en cada ciclo de {} días de clases, y el servicio promete {}. Lo "
     "que el horario tiene de más nunca cuenta como no recibido.")),
    ("The slots of service {} hold {} minutes in each {}, and it promises {}. {_}",
     ("El horario del servicio {} tiene {} minutos por {}, y el servicio promete {}. Lo que el horario tiene de más "
     "nunca cuenta como no recibido.")),
    ("The slots of service {} hold {} minutes in {} {_}s, and it promises {}. {_}",
     ("El horario del servicio {} tiene {} minutos en {} períodos, y el servicio promete {}. Lo que el horario tiene "
     "de más nunca cuenta como no recibido.")),
    ("Row {} has the same service, day, kind and minutes ({}). Both count. Is it one session, brought in twice?",
     ("La fila {} tiene el mismo servicio, día, clase y minutos ({}). Las dos cuentan. ¿Es una sola sesión que se "
     "trajo dos veces?")),
    ("What was written down after this day is left out, so the days up to the day of the account look unrecorded.",
     ("Lo que se anotó después de ese día se deja fuera, y por eso los días anteriores a la cuenta parecen sin "
     "registro.")),
)  # fmt: skip
SAID: Final = (*_CORRECTIONS, *_DECISIONS, *_ENDS, *_LOG)
