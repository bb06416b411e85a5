"""Phrases with a number: what is said of one, and what is said of any other number. No other file makes a plural."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from makegood.terms.language import Bilingual, Lang

Noun = Literal[
    "minute", "session", "day", "school_day", "calendar_day", "business_day", "week", "month", "student",
    "row", "time", "request",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase with a number.

    Attributes:
        one: What is said of one, without a place for the number.
        many: What is said of none or of several; `{n}` is the number.
    """

    one: str
    many: str

    @classmethod
    def alike(cls, says: str) -> "Counted":
        """Return a phrase that says the same of one and of several."""
        return cls(says, says)

    def of(self, n: int, **parts: object) -> str:
        """Return the phrase for a number, with its other parts."""
        return (self.one if n == 1 else self.many).format(n=f"{n:,}", **parts)


NOUNS: Final[Bilingual[Mapping[Noun, Counted]]] = Bilingual(
    en={
        "minute": Counted("1 minute", "{n} minutes"),
        "session": Counted("1 session", "{n} sessions"),
        "day": Counted("1 day", "{n} days"),
        "school_day": Counted("1 school day", "{n} school days"),
        "calendar_day": Counted("1 calendar day", "{n} calendar days"),
        "business_day": Counted("1 business day", "{n} business days"),
        "week": Counted("1 week", "{n} weeks"),
        "month": Counted("1 month", "{n} months"),
        "student": Counted("1 student", "{n} students"),
        "row": Counted("1 row", "{n} rows"),
        "time": Counted("once", "{n} times"),
        "request": Counted("1 request", "{n} requests"),
    },
    es={
        "minute": Counted("1 minuto", "{n} minutos"),
        "session": Counted("1 sesión", "{n} sesiones"),
        "day": Counted("1 día", "{n} días"),
        "school_day": Counted("1 día de clases", "{n} días de clases"),
        "calendar_day": Counted("1 día corrido", "{n} días corridos"),
        "business_day": Counted("1 día hábil", "{n} días hábiles"),
        "week": Counted("1 semana", "{n} semanas"),
        "month": Counted("1 mes", "{n} meses"),
        "student": Counted("1 estudiante", "{n} estudiantes"),
        "row": Counted("1 fila", "{n} filas"),
        "time": Counted("una vez", "{n} veces"),
        "request": Counted("1 solicitud", "{n} solicitudes"),
    },
)


def counted(n: int, noun: Noun, lang: Lang = "en") -> str:
    """Return a number of something, such as "1 session" or "1,440 minutes"."""
    return NOUNS.of(lang)[noun].of(n)
