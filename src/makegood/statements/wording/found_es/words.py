"""Our own words inside a sentence of a finding, in Spanish; what the records say stays as it is."""

import re
from typing import Final

from makegood.statements.wording.services import SERVICES
from makegood.terms.counted import Counted

_WORDS: Final = {
    "day": "día",
    "week": "semana",
    "month": "mes",
    "quarter": "trimestre",
    "semester": "semestre",
    "year": "año",
    "cycle": "ciclo",
    "none": "ninguno",
    "semicolons": "punto y coma",
    "tabs": "tabuladores",
    "a date": "una fecha",
    "a date and time": "una fecha con hora",
    "a time": "una hora",
    "(not shown)": "(no se muestra)",
    "Monday": "lunes",
    "Tuesday": "martes",
    "Wednesday": "miércoles",
    "Thursday": "jueves",
    "Friday": "viernes",
    "Saturday": "sábado",
    "Sunday": "domingo",
    "holiday": "día feriado",
    "break": "vacaciones",
    "weekend": "fin de semana",
    "outside the terms": "fuera del año escolar",
    "in_service": "capacitación del personal",
    "weather_closure": "mal tiempo",
    "emergency_closure": "emergencia",
    "make-up": "de reposición",
    "makeup": "de reposición",
    "compensatory": "compensatoria",
}
_WEEKS: Final = Counted("1 semana", "{n} semanas")
_COUNTED: Final = re.compile(r"(\d+) weeks?", re.ASCII)


def in_words(part: str) -> str:
    """Return a part of a sentence: a word of ours in Spanish, all else as it is."""
    if weeks := _COUNTED.fullmatch(part):
        return _WEEKS.of(int(weeks[1]))
    return _WORDS.get(part) or SERVICES.es.get(part.strip("'"), part)
