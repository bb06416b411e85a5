"""Words of the rule that was chosen: what it says, where it says nothing."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyWords:
    """Words of the rule that was chosen.

    Attributes:
        over: That it was in force, and is not on the day.
        before: The same of one without a first day.
        no_table: That it says nothing of make-ups.
        silent: Of how many other reasons it says nothing.
        silent_of: Of which.
        says_nothing: On a miss, that the chosen rule has nothing on it.
        was_over: On a miss, that it was not in force.
    """

    chosen: str
    change: str
    says: str
    over: str
    before: str
    no_table: str
    silent: Counted
    silent_of: str
    tells: str
    codes: str
    says_nothing: str
    was_over: str


POLICY: Final = Bilingual(
    en=PolicyWords(
        chosen="The rule here: {title}",
        change="Choose another rule",
        says="What each rule says today. Open its source on the page of a missed session.",
        over="Not in force today: it held from {first} to {last}. For what is missed now only federal law is asked, "
        "and the IEP team decides.",
        before="Not in force today: it held until {last}. For what is missed now only federal law is asked, and the "
        "IEP team decides.",
        no_table="It does not say which missed sessions are to be made up: the IEP team decides.",
        silent=Counted(
            "It says nothing of 1 other reason: there the IEP team decides.",
            "It says nothing of {n} other reasons: there the IEP team decides.",
        ),
        silent_of="It says nothing of these reasons, so there the IEP team decides: {reasons}.",
        tells="It says when somebody is to be told of missed sessions.",
        codes="It explains the codes of its log.",
        says_nothing="The rule chosen here, {title}, says nothing about this. So the next rule is asked: see below.",
        was_over="The rule chosen here, {title}, was not in force on this day. So the next rule is asked: see below.",
    ),
    es=PolicyWords(
        chosen="La regla aquí: {title}",
        change="Elegir otra regla",
        says="Lo que cada regla dice hoy. Su fuente se ve en la página de cada sesión no recibida.",
        over="Hoy no está vigente: lo estuvo del {first} al {last}. Para lo que no se recibe ahora solo se consulta la "
        "ley federal, y decide el equipo del IEP.",
        before="Hoy no está vigente: lo estuvo hasta el {last}. Para lo que no se recibe ahora solo se consulta la ley "
        "federal, y decide el equipo del IEP.",
        no_table="No dice qué sesiones no recibidas hay que reponer: decide el equipo del IEP.",
        silent=Counted(
            "No dice nada de otro motivo más: en ese caso decide el equipo del IEP.",
            "No dice nada de otros {n} motivos: en esos casos decide el equipo del IEP.",
        ),
        silent_of="No dice nada de estos motivos, así que decide el equipo del IEP: {reasons}.",
        tells="Dice cuándo hay que avisar de las sesiones no recibidas.",
        codes="Explica los códigos de su registro.",
        says_nothing="La regla elegida aquí, {title}, no dice nada de esto. Por eso se consulta la siguiente: vea "
        "abajo.",
        was_over="La regla elegida aquí, {title}, no estaba vigente ese día. Por eso se consulta la siguiente: vea "
        "abajo.",
    ),
)
