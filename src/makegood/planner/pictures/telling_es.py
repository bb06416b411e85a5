"""Every word of a person's page, in Spanish."""

from collections.abc import Mapping
from typing import Final

from makegood.planner.pictures.timetable import Kind
from makegood.plans.plan import Why

KINDS: Final[Mapping[Kind, str]] = {
    "make_up": "sesión de recuperación",
    "agreed": "recuperación ya acordada",
    "regular": "sesión habitual",
    "kept": "nunca se usa",
    "free": "disponible",
}

USES: Final[Mapping[str, str]] = {
    "core": "clase principal",
    "lunch": "almuerzo",
    "recess": "recreo",
    "special": "clase especial",
    "protected": "protegido",
}

REASONS: Final[Mapping[Why, str]] = {
    "missing_data": "Aún sin hora: a los registros de la escuela les falta un dato que el plan necesita.",
    "no_provider": "Aún sin hora: nadie que pueda dar este servicio tiene tiempo para recuperaciones en estas semanas.",
    "no_open_time": "Aún sin hora: cuando quienes pueden dar este servicio están libres, al estudiante no le queda "
    "tiempo disponible.",
    "deadline": "Aún sin hora: solo hay tiempo después de la fecha límite.",
    "limit": "Aún sin hora: los límites de la escuela para las recuperaciones no dejan lugar en estas semanas.",
    "providers_full": "Aún sin hora: cuando el estudiante está libre, quienes pueden dar este servicio están ocupados.",
    "not_found": "Aún no se encontró una hora. La escuela puede volver a buscar.",
}

WORDS: Final[dict[str, str]] = {
    "am": "a. m.",
    "pm": "p. m.",
    "span": "{start} a {end}",
    "title": "Recuperaciones: {name}",
    "student_about": "{school} · un plan, todavía no realizado",
    "short": "En resumen",
    "all_planned": "Los {owed} minutos que se deben y siguen pendientes tienen hora en estas semanas.",
    "some_planned": "{planned} de los {owed} minutos que se deben y siguen pendientes tienen hora en estas semanas.",
    "none_planned": "Ninguno de los {owed} minutos que se deben y siguen pendientes tiene aún hora en estas semanas.",
    "left": "Los otros {left} se siguen debiendo. Se planifican de nuevo cuando haya más tiempo.",
    "left_all": "Se siguen debiendo. Se planifican de nuevo cuando haya más tiempo.",
    "not_suit": "Si una hora no le conviene, avise a la escuela: se puede buscar otra. Nada cuenta como recuperado "
    "antes de que se realice y se registre.",
    "undecided": "* El equipo del IEP todavía no ha dicho si esto se debe.",
    "part_by_part": "Lo que se debe, y cuándo se recuperaría",
    "missed_on": "Se perdió el",
    "what": "Qué",
    "when": "Cuándo",
    "due_by": "Fecha límite",
    "no_deadline": "no se conoce",
    "minutes_of": "{service}, {minutes}",
    "with": "{when}, con {who}",
    "late": "la recuperación es posterior",
    "weeks": "Las semanas con una recuperación",
    "week_of": "Semana del {day}",
    "before": "Antes",
    "after": "Con el plan",
    "hour": "{n}:00",
    "legend": "Qué significan las marcas del dibujo",
    "make_ups": "Recuperaciones, semana del {day}",
    "what_whom": "Qué, y con quién",
    "held_with": "{service}, {minutes}, con {who}",
    "whole": "Toda la semana en una tabla",
    "every_block": "{week}, cada bloque de tiempo",
    "blocks_one": "{kind}: 1 bloque, {minutes}",
    "blocks": "{kind}: {count} bloques, {minutes}",
    "nothing": "No hay nada en esta semana.",
    "made_by": "Hecho por Makegood con los registros de la propia escuela.",
}
