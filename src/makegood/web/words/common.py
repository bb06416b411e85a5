"""Words that every page uses."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonWords:
    """Words that every page uses.

    Attributes:
        other_language: What leads to the page in the other language, in that language.
        as_whom: As whom one sees a page.
        minutes_short: Minutes where there is little room.
    """

    skip: str
    menu: str
    sign_out: str
    other_language: str
    as_whom: str
    change_whom: str
    today: str
    children: str
    schools: str
    people: str
    back: str
    why: str
    save: str
    minutes_short: str
    school: str
    grade: str
    not_here: str
    not_here_says: str
    form_too_old: str
    form_too_old_says: str
    failed: str
    failed_says: str
    to_start: str
    demo: str
    last_word: str


COMMON: Final = Bilingual(
    en=CommonWords(
        skip="Skip to the page",
        menu="Pages",
        sign_out="Sign out",
        other_language="Español",
        as_whom="You see this as {whom}",
        change_whom="See it as somebody else",
        today="Today",
        children="Children",
        schools="Schools",
        people="People",
        back="Back",
        why="Why?",
        save="Save",
        minutes_short="min",
        school="School",
        grade="Grade {grade}",
        not_here="This page is not here",
        not_here_says="It may have moved, or it is not yours to see. If someone sent you the address, ask them.",
        form_too_old="Nothing was saved",
        form_too_old_says="This page was open too long, or you signed out meanwhile. Go back, load the page again, "
        "and try once more.",
        failed="Something went wrong",
        failed_says="What you saved before is still there. Please try again. If it happens again, tell whoever keeps "
        "this site.",
        to_start="To the first page",
        demo="This is a made-up district. No child, person or school here exists. Today is {day}.",
        last_word="The IEP team has the last word. This page shows what was promised, what is on record, which rule "
        "applies and who decides. It is not legal advice.",
    ),
    es=CommonWords(
        skip="Ir al contenido",
        menu="Páginas",
        sign_out="Salir",
        other_language="English",
        as_whom="Usted ve esto como {whom}",
        change_whom="Ver como otra persona",
        today="Hoy",
        children="Estudiantes",
        schools="Escuelas",
        people="Personas",
        back="Volver",
        why="¿Por qué?",
        save="Guardar",
        minutes_short="min",
        school="Escuela",
        grade="Grado {grade}",
        not_here="Esta página no está aquí",
        not_here_says="Quizá cambió de lugar, o usted no tiene permiso para verla. Si alguien le envió la dirección, "
        "pregúntele.",
        form_too_old="No se guardó nada",
        form_too_old_says="La página estuvo abierta demasiado tiempo, o usted salió mientras tanto. Vuelva atrás, "
        "cargue la página de nuevo e inténtelo otra vez.",
        failed="Algo salió mal",
        failed_says="Lo que guardó antes sigue ahí. Inténtelo de nuevo. Si vuelve a pasar, avise a quien administra "
        "este sitio.",
        to_start="A la primera página",
        demo="Este distrito es inventado. Ningún niño, persona ni escuela de aquí existe. Hoy es {day}.",
        last_word="El equipo del IEP tiene la última palabra. Esta página muestra lo que se prometió, lo que está "
        "registrado, qué regla se aplica y quién decide. No es asesoría legal.",
    ),
)
