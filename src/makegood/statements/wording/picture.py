"""Phrases for the picture of the weeks."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.language import Bilingual


class Bars(TypedDict):
    """What a bar or mark of a week shows."""

    given: str
    differently: str
    make_up: str
    missed: str
    unrecorded: str
    pending: str


class States(TypedDict):
    """A week in one phrase."""

    all: str
    part: str
    none: str
    unrecorded: str
    pending: str
    running: str
    closed: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePhrases:
    """Phrases for the picture of the weeks.

    Attributes:
        description: The picture for those who cannot see it.
        table: The heading over the same weeks as a table.
        make_up_held: The sign under a week with a make-up or compensatory session.
    """

    heading: str
    description: str
    table: str
    week_of: str
    bars: Bars
    states: States
    make_up_held: str


PICTURE: Final = Bilingual(
    en=PicturePhrases(
        heading="The year week by week",
        description="For each week: minutes given, missed, and with nothing on record. The table below has the same "
        "figures.",
        table="The same weeks as a table",
        week_of="Week of",
        bars=Bars(
            given="Given",
            differently="Given, but not as the IEP says",
            make_up="Make-up or compensatory session",
            missed="Missed",
            unrecorded="Nothing on record",
            pending="Not given, not yet counted",
        ),
        states=States(
            all="all given",
            part="part missed",
            none="missed",
            unrecorded="some or all with nothing on record",
            pending="some not given, not yet counted",
            running="can still be given",
            closed="no school",
            nothing="nothing due or logged",
        ),
        make_up_held="with a make-up or compensatory session",
    ),
    es=PicturePhrases(
        heading="El año, semana por semana",
        description="Para cada semana: minutos recibidos, no recibidos y sin registro. La tabla de abajo tiene las "
        "mismas cifras.",
        table="Las mismas semanas en una tabla",
        week_of="Semana del",
        bars=Bars(
            given="Recibido",
            differently="Recibido, pero de otra forma que en el IEP",
            make_up="Sesión de reposición o compensatoria",
            missed="No recibido",
            unrecorded="Sin registro",
            pending="No recibido, todavía no se cuenta",
        ),
        states=States(
            all="todo recibido",
            part="una parte no recibida",
            none="no recibido",
            unrecorded="todo o una parte sin registro",
            pending="algo no recibido, todavía no se cuenta",
            running="todavía se puede dar",
            closed="sin clases",
            nothing="nada que dar ni anotado",
        ),
        make_up_held="con una sesión de reposición o compensatoria",
    ),
)
