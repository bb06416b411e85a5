"""What rows about free time, ways, bells and agreed make-ups say that cannot be, in Spanish."""

from typing import Final

SAID: Final = (
    ("By the table 'providers', nobody may give this, so no make-up of it can be planned.",
     "Según la tabla 'providers' nadie puede dar este servicio, así que no se puede planear ninguna reposición."),
    ("'availability' has no row for anybody who may give {}, so no make-up can be planned.",
     ("'availability' no tiene ninguna fila de alguien que pueda dar {}, así que no se puede planear ninguna "
     "reposición.")),
    (("Provider {} gives this at {} and is based at {}, but 'travel' has no way between them, so they cannot be "
     "planned there."),
     ("Quien da el servicio ({}) lo da en {} y trabaja en {}, pero 'travel' no dice cómo se va de un lugar a otro, así "
     "que no se puede planear allí.")),
    ("Service {} is for student {}, and this make-up is for student {}.",
     "El servicio {} es del estudiante {}, y esta reposición es del estudiante {}."),
    ("Session {} is of service {}, and this make-up is of service {}.",
     "La sesión {} es del servicio {}, y esta reposición es del servicio {}."),
    ("{} lasts {} minutes, but settles {} minutes of student {}.",
     "{} dura {} minutos, pero repone {} minutos del estudiante {}."),
    ("{} is {}, but the table 'providers' says that this provider gives {}.",
     "{} es de un servicio ({}), y según la tabla 'providers' esa persona da {}."),
    ("{} is {}, but the table 'providers' says that this provider gives nothing.",
     "{} es de un servicio ({}), y según la tabla 'providers' esa persona no da ninguno."),
    ("The make-up is before the day on which the session was missed.",
     "La reposición es anterior al día de la sesión no recibida."),
    ("{} has another {} in row {}. Rows with one pinned_id are one session.",
     "{} tiene otro dato ({}) en la fila {}. Las filas con un mismo pinned_id son una sola sesión."),
    ("{} is {} here and {} in row {}. One session gives one kind of service.",
     "{} es de un servicio aquí ({}) y de otro ({}) en la fila {}. Una sesión da un solo servicio."),
    (("Provider {} has free time in 'availability', but the table 'providers' does not say which services they may "
     "give, so they cannot be planned."),
     ("{} tiene tiempo libre en 'availability', pero la tabla 'providers' no dice qué servicios puede dar, así que no "
     "se puede planear.")),
    (("The table 'services' spells this service type differently. They count as two, so provider {} cannot be planned "
     "for it."),
     ("La tabla 'services' escribe este servicio de otra forma. Cuentan como dos, así que {} no se puede planear para "
     "él.")),
    ("No student of school {} has this grade, nor any other grade that is named here for it. {_}",
     ("Ningún estudiante de la escuela {} está en este grado ni en los otros que se nombran aquí. Tal vez 'students' "
     "los escribe de otra forma.")),
    ("The table 'students' has student {} at {}. Nobody can be planned in two schools.",
     "En la tabla 'students' el estudiante {} está en {}. Nadie se puede planear en dos escuelas."),
    ("No row says 'open' for {} student{_} of school {}. {_}",
     ("Ninguna fila dice 'open' para estudiantes de la escuela {1} (son {0}). Todo el tiempo de clases que ninguna "
     "fila reserva cuenta como libre para reposiciones.")),
    ("School {} also has a {} in row {}. Write one row with the first and the last bell.",
     ("La escuela {} tiene el mismo día ({}) también en la fila {}. Escriba una sola fila con la primera y la última "
     "campana.")),
    ("This is a second row of limits of provider {}. It is not clear which one applies.",
     "Esta es una segunda fila de límites de {}. No está claro cuál vale."),
    ("This is a second row of limits. It is not clear which one applies.",
     "Esta es una segunda fila de límites. No está claro cuál vale."),
    ("The shortest session ({} minutes) is longer than the longest ({}), so no make-up could be planned.",
     ("La sesión más corta ({} minutos) es más larga que la más larga ({}), así que no se podría planear ninguna "
     "reposición.")),
    ("The end is not after the start.", "La hora final no es posterior a la inicial."),
    ("This is at night. Is the afternoon meant?", "Esto es de noche. ¿Quiso decir la tarde?"),
    ("This row has both a weekday and a date, so it is not clear on which days it applies.",
     "Esta fila tiene un día de la semana y también una fecha, así que no está claro qué días vale."),
    ("This row has neither a weekday nor a date, so it is not clear on which days it applies.",
     "Esta fila no tiene ni día de la semana ni fecha, así que no está claro qué días vale."),
    ("This row is for grade {} but names no school, so it is not clear whose time it is.",
     "Esta fila es del grado {}, pero no nombra ninguna escuela, así que no está claro de quién es el tiempo."),
    ("This row names neither a student nor a school, so it is not clear whose time it is.",
     "Esta fila no nombra ni un estudiante ni una escuela, así que no está claro de quién es el tiempo."),
    ("This row names student {} and also a grade, so it is not clear whose time it is.",
     "Esta fila nombra al estudiante {} y también un grado, así que no está claro de quién es el tiempo."),
    ("This row names student {} and also the school, so it is not clear whose time it is.",
     "Esta fila nombra al estudiante {} y también la escuela, así que no está claro de quién es el tiempo."),
    ("Providers are free at school {} on {}, but 'bell' does not say when school begins and ends then. {_}",
     ("Hay quien tiene tiempo libre en la escuela {} el {}, pero 'bell' no dice cuándo empiezan y terminan las clases "
     "ese día. Sus estudiantes se pueden planear solo donde 'student_times' dice 'open'.")),
    ("Provider {} is free at {} from {}, and at {} until {} in row {}. {_}",
     ("{} tiene tiempo libre en {} desde las {}, y en {} hasta las {} en la fila {}. Un plan usa uno solo a la vez. "
     "¿Es un error al escribir?")),
    ("The way from {} to {} is also in row {}.", "El camino de {} a {} también está en la fila {}."),
    ("This way leads from a school to itself.", "Este camino va de una escuela a ella misma."),
    ("Provider {} is free at {} and at {} on one day, but 'travel' does not say how long the way takes. {_}",
     ("{} tiene tiempo libre en {} y en {} el mismo día, pero 'travel' no dice cuánto se tarda. Un plan usará ese día "
     "solo una de las dos escuelas.")),
)  # fmt: skip
