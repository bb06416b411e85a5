"""Headings that are put together from known parts: `Pupil no.`, `Day seen`, `IEP from`, `Vigente hasta`."""

from collections.abc import Sequence
from typing import Final

STUDENT: Final = frozenset(
    ("student", "pupil", "child", "kid", "client", "learner", "alumno", "alumna", "estudiante", "nino", "nina")
)
_NUMBER: Final = frozenset(
    ("no", "nr", "num", "number", "nbr", "id", "code", "ref", "key", "numero", "codigo", "clave", "matricula",
     "expediente", "folio")
)  # fmt: skip
_BETWEEN: Final = frozenset({"of", "the", "s", "de", "del", "la", "el", "local", "district", "sis", "school"})
_DATE: Final = frozenset({"date", "fecha"})
_DAY: Final = _DATE | {"day", "dia"}
_PROMISE: Final = frozenset(
    ("iep", "ieps", "service", "services", "mandate", "line", "valid", "effective", "authorized", "promise",
     "servicio", "servicios", "vigente", "vigencia", "valido")
)  # fmt: skip
_ABOUT: Final = frozenset({"of", "the", "in", "effect", "date", "day", "de", "del", "la", "el", "fecha", "dia"})
_HELD: Final = frozenset(
    ("seen", "served", "session", "therapy", "treatment", "treated", "visit", "visited", "service", "given", "held",
     "provided", "delivered", "attended", "sesion", "terapia", "servicio", "atencion", "atendido", "atendida", "dado",
     "dada", "recibida", "visita")
)  # fmt: skip
_FIRST: Final = frozenset(
    ("from", "start", "starts", "starting", "begin", "begins", "beginning", "since", "desde", "inicio", "inicia",
     "comienza", "empieza")
)  # fmt: skip
_LAST: Final = frozenset(
    ("to", "until", "till", "thru", "through", "end", "ends", "ending", "expires", "expiration", "hasta", "fin",
     "termina", "vence", "vencimiento")
)  # fmt: skip


def composed(words: Sequence[str]) -> str | None:
    """Return what a heading of several words means by its parts, or None.

    Args:
        words: Its words, without case, accents and signs, short forms written out.
    """
    found = set(words)
    if found & STUDENT and found & _NUMBER and found <= STUDENT | _NUMBER | _BETWEEN:
        return "student_id"
    if found & _HELD and found & _DAY and found <= _HELD | _DAY | _BETWEEN:
        # A day may be a weekday, which the cells tell.
        return "date" if found & _DATE else "day"
    edge = found - _PROMISE - _ABOUT
    if found & _PROMISE and edge and (edge <= _FIRST or edge <= _LAST):
        return "start" if edge <= _FIRST else "end"
    return None
