"""Phrases for what a family can do next."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPhrases:
    """Phrases for next steps.

    Attributes:
        already_older: Minutes that a complaint of today cannot reach.
        soon_older: Minutes that a complaint reaches for less than a month yet.
        all_within: Every minute above is within the year.
        others_within: So is what is not yet older.
        state_copies: How far a regulation was checked.
    """

    heading: str
    log: str
    meeting: str
    complaint: str
    already_older: Counted
    soon_older: Counted
    all_within: str
    others_within: str
    state_copies: str


STEPS: Final = Bilingual(
    en=StepPhrases(
        heading="What you can do",
        log="Ask the school in writing for the service log, and keep a dated copy of your letter. Parents may see the "
        "record without unnecessary delay, before any meeting about an IEP, and in no case more than 45 days after "
        "they ask.",
        meeting="Ask for a meeting of the IEP team, in writing. Take this statement along: the team can decide about "
        "what waits for it, and about when and how make-up sessions fit {child}. The team reviews the IEP at least "
        "once a year.",
        complaint="A State complaint may look back one year from the day on which it is received. Whether it is the "
        "right step is yours to weigh; the State's parent center can advise.",
        already_older=Counted(
            "{minutes} missed or not on record is more than one year old already.",
            "{minutes} missed or not on record are more than one year old already.",
        ),
        soon_older=Counted(
            "{minutes} missed or not on record ({days}) is within one year only if the State receives the complaint "
            "by {day}.",
            "{minutes} missed or not on record ({days}) are within one year only if the State receives the complaint "
            "by {day}.",
        ),
        all_within="These minutes are within one year if the State receives the complaint by {day}.",
        others_within="The others are within one year if the State receives the complaint by {day}.",
        state_copies="read in States' copies of the rule",
    ),
    es=StepPhrases(
        heading="Lo que usted puede hacer",
        log="Pida a la escuela por escrito el registro de los servicios y guarde una copia de su carta con la fecha. "
        "Los padres pueden ver el registro sin demora innecesaria, antes de cualquier reunión sobre un IEP y, en todo "
        "caso, a más tardar 45 días después de pedirlo.",
        meeting="Pida por escrito una reunión del equipo del IEP. Lleve este informe: el equipo puede decidir sobre "
        "lo que está pendiente, y cuándo y cómo le convienen las sesiones de reposición a {child}. El equipo revisa "
        "el IEP por lo menos una vez al año.",
        complaint="Una queja estatal puede abarcar hasta un año antes del día en que se recibe. Usted decide si es el "
        "paso adecuado; el centro de padres de su estado puede orientarle.",
        already_older=Counted.alike(
            "Ya tienen más de un año, entre lo no recibido y lo que está sin registro: {minutes}."
        ),
        soon_older=Counted(
            "De lo no recibido o sin registro, {minutes} ({days}) está dentro del año solo si el Estado recibe la "
            "queja a más tardar el {day}.",
            "De lo no recibido o sin registro, {minutes} ({days}) están dentro del año solo si el Estado recibe la "
            "queja a más tardar el {day}.",
        ),
        all_within="Estos minutos están dentro del año si el Estado recibe la queja a más tardar el {day}.",
        others_within="Los demás están dentro del año si el Estado recibe la queja a más tardar el {day}.",
        state_copies="leído en las copias estatales de la norma",
    ),
)
