"""What each account is called, and the headings of the sums that accounts make."""

from dataclasses import dataclass
from typing import Final, Literal, TypedDict

from makegood.statements.wording.promises import PerPhrases
from makegood.terms.language import Bilingual

AccountName = Literal[
    "promised", "not_in_session", "due", "delivered", "delivered_differently", "still_due", "missed", "unrecorded",
    "missed_and_unrecorded", "owed", "not_owed", "team_decides", "unknown", "made_up", "released", "open", "overdue",
    "extra", "compensatory", "waiting", "held",
]  # fmt: skip
"""The ledger's accounts, and the sums of several that a statement shows."""


class AccountLabels(TypedDict):
    """What each account is called."""

    promised: str
    not_in_session: str
    due: str
    delivered: str
    delivered_differently: str
    still_due: str
    missed: str
    unrecorded: str
    missed_and_unrecorded: str
    owed: str
    not_owed: str
    team_decides: str
    unknown: str
    made_up: str
    released: str
    open: str
    overdue: str
    extra: str
    compensatory: str
    waiting: str
    held: str


class StatusWords(TypedDict):
    """What has become of a miss."""

    cured: str
    pending: str
    not_due: str
    not_owed: str
    team_decides: str
    unknown: str
    made_up: str
    released: str
    open: str
    overdue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPhrases:
    """What accounts are called.

    Attributes:
        labels: Each account; `still_due` where its period has no name of its own.
        still_due: What can still be given, by the period that has not ended.
        statuses: What has become of a miss.
        promised_sum: The heading over where the promised minutes went.
        judged_sum: The heading over what follows from missed and unrecorded minutes.
        owed_or_made_up: What is owed, where some of it was made up before anybody decided.
        owed_sum: The heading over what has become of what is owed.
        held_sum: The heading over all minutes of a service, whatever they were for.
    """

    labels: AccountLabels
    still_due: PerPhrases
    statuses: StatusWords
    owed_or_made_up: str
    heading: str
    account: str
    minutes: str
    promised_sum: str
    judged_sum: str
    owed_sum: str
    held_sum: str
    adds_up: str
    does_not_add_up: str


ACCOUNTS: Final = Bilingual(
    en=AccountPhrases(
        labels=AccountLabels(
            promised="promised",
            not_in_session="days without school",
            due="due so far",
            delivered="given",
            delivered_differently="given, but not as the IEP says",
            still_due="can still be given in this period",
            missed="missed",
            unrecorded="nothing on record",
            missed_and_unrecorded="missed, or nothing on record",
            owed="owed under the rule shown",
            not_owed="not owed under the rule shown",
            team_decides="waiting for the IEP team",
            unknown="not known",
            made_up="made up",
            released="closed: the offer was declined",
            open="still to be made up",
            overdue="still to be made up, past its date",
            extra="extra",
            compensatory="compensatory services",
            waiting="make-up sessions that wait, as their period is not over",
            held="all minutes given",
        ),
        still_due=PerPhrases(
            day="can still be given today",
            week="can still be given this week",
            cycle="can still be given in this cycle",
            month="can still be given this month",
            quarter="can still be given this quarter",
            semester="can still be given this semester",
            year="can still be given this school year",
            iep="can still be given before the service ends",
        ),
        statuses=StatusWords(
            cured="not missed: the minutes of its period were reached, or are counted on another day",
            pending="on record, not yet counted",
            not_due="nothing was due that day",
            not_owed="not owed under the rule shown",
            team_decides="waiting for the IEP team",
            unknown="not known",
            made_up="made up",
            released="closed: the offer was declined",
            open="still to be made up",
            overdue="still to be made up, past its date",
        ),
        owed_or_made_up="owed under the rule shown, or made up before any decision",
        heading="The account, in minutes",
        account="Account",
        minutes="Minutes",
        promised_sum="Where the promised minutes went",
        judged_sum="What follows from what was missed or is not on record",
        owed_sum="What has become of the minutes owed under the rules shown",
        held_sum="All minutes given: {service}",
        adds_up="Adds up",
        does_not_add_up="Does not add up: please report this",
    ),
    es=AccountPhrases(
        labels=AccountLabels(
            promised="prometido",
            not_in_session="días sin clases",
            due="lo que correspondía hasta la fecha",
            delivered="recibido",
            delivered_differently="recibido, pero de otra forma que en el IEP",
            still_due="todavía se puede dar en este período",
            missed="no recibido",
            unrecorded="sin registro",
            missed_and_unrecorded="no recibido o sin registro",
            owed="la escuela debe reponer (según la regla indicada)",
            not_owed="no hay que reponer (según la regla indicada)",
            team_decides="pendiente de decisión del equipo del IEP",
            unknown="no se sabe",
            made_up="repuesto",
            released="cerrado: la familia no aceptó la oferta",
            open="falta reponer",
            overdue="falta reponer, con el plazo vencido",
            extra="adicional",
            compensatory="servicios compensatorios",
            waiting="sesiones de reposición en espera, pues su período no ha terminado",
            held="todo lo recibido",
        ),
        still_due=PerPhrases(
            day="todavía se puede dar hoy",
            week="todavía se puede dar esta semana",
            cycle="todavía se puede dar en este ciclo",
            month="todavía se puede dar este mes",
            quarter="todavía se puede dar este trimestre",
            semester="todavía se puede dar este semestre",
            year="todavía se puede dar este año escolar",
            iep="todavía se puede dar antes de que termine el servicio",
        ),
        statuses=StatusWords(
            cured="no cuenta como no recibido: se completaron los minutos del período, o se cuentan en otro día",
            pending="registrado, todavía no se cuenta",
            not_due="ese día no correspondía nada",
            not_owed="no hay que reponer (según la regla indicada)",
            team_decides="pendiente de decisión del equipo del IEP",
            unknown="no se sabe",
            made_up="repuesto",
            released="cerrado: la familia no aceptó la oferta",
            open="falta reponer",
            overdue="falta reponer, con el plazo vencido",
        ),
        owed_or_made_up="la escuela debe reponer (según la regla indicada), o repuesto antes de cualquier decisión",
        heading="La cuenta, en minutos",
        account="Cuenta",
        minutes="Minutos",
        promised_sum="A dónde fueron los minutos prometidos",
        judged_sum="Qué corresponde por lo no recibido o sin registro",
        owed_sum="Cómo va lo que la escuela debe reponer según las reglas indicadas",
        held_sum="Todos los minutos recibidos: {service}",
        adds_up="La suma es exacta",
        does_not_add_up="La suma no es exacta: por favor, avise",
    ),
)
