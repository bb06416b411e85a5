"""Phrases for rules and decisions: what they say, where it is written, how far that was checked."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.language import Bilingual


class Outcomes(TypedDict):
    """What a rule or decision says."""

    owed: str
    not_owed: str
    team_decides: str
    unknown: str


class Ends(TypedDict):
    """What ends on a deadline."""

    period: str
    quarter: str
    semester: str
    year: str
    iep: str


class Verifications(TypedDict):
    """How far a source was checked."""

    found: str
    secondary: str
    inferred: str
    unverified: str


class Levels(TypedDict):
    """What a pack is."""

    statute: str
    regulation: str
    federal_guidance: str
    state_guidance: str
    district_policy: str
    provider_guidance: str
    assumption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePhrases:
    """Phrases for rules and decisions.

    Attributes:
        says: What a rule says of one reason.
        says_of: What it says of several.
        outcomes: What a rule or decision says follows.
        within: By when minutes are to be made up.
        in_span: That time: how long after a miss.
        at_end: That time: at the end of what.
        calendar_ends: That time, where the calendar ends before the day.
        no_term: That time, where no term on record holds the day of the miss.
        silent: No rule was found for a reason, or for several.
        made_up_title: What was made up before anybody decided.
        no_policy: The records name no policy.
    """

    heading: str
    rule: str
    numbered: str
    says: str
    says_of: str
    outcomes: Outcomes
    ends: Ends
    within: str
    no_deadline: str
    in_span: str
    at_end: str
    calendar_ends: str
    no_term: str
    since: str
    from_to: str
    until: str
    levels: Levels
    binding: str
    not_binding: str
    silent_title: str
    silent: str
    silent_unrecorded: str
    made_up_title: str
    made_up: str
    decision_title: str
    decision_id: str
    decision: str
    decided_on: str
    rationale: str
    source: str
    quote: str
    quoted: str
    verifications: Verifications
    no_policy: str


RULES: Final = Bilingual(
    en=RulePhrases(
        heading="The rules used, and how far each was checked",
        rule="Rule",
        numbered="Rule {n}",
        says="For this reason ({reason}) it says: {outcome}.",
        says_of="For these reasons ({reasons}) it says: {outcome}.",
        outcomes=Outcomes(
            owed="the minutes are owed",
            not_owed="the minutes are not owed",
            team_decides="the IEP team decides",
            unknown="what follows is not known",
        ),
        ends=Ends(
            period="the period", quarter="the quarter", semester="the semester", year="the school year",
            iep="the service",
        ),
        within="to be made up {time}",
        no_deadline="no deadline is set",
        in_span="within {span}",
        at_end="by the end of {end}",
        calendar_ends="{time} (the calendar on record ends before that day)",
        no_term="{time} (none on record holds the day of the miss)",
        since="in force since {first}",
        from_to="in force {first} to {last}",
        until="in force until {last}",
        levels=Levels(
            statute="statute",
            regulation="regulation",
            federal_guidance="federal guidance",
            state_guidance="state guidance",
            district_policy="district policy",
            provider_guidance="provider guidance",
            assumption="assumption",
        ),
        binding="binding",
        not_binding="not binding",
        silent_title="No rule found",
        silent="No rule was found for this: {reasons}. So the IEP team decides.",
        silent_unrecorded="No rule was found for time with nothing on record. So what follows is not known.",
        made_up_title="Made up before any decision",
        made_up="Nobody had decided about these minutes, and they were made up all the same. So they count as made up.",
        decision_title="A decision on record",
        decision_id="decision {id}",
        decision="Decided by {who}{when}: {outcome}.",
        decided_on=" on {day}",
        rationale="Reason given: {rationale}",
        source="Source: {citation}",
        quote="“{quote}”",
        quoted="In the source's own words:",
        verifications=Verifications(
            found="Checked: the source's own words.",
            secondary="As reported by others; the source itself was not read.",
            inferred="Our reading of the source's words: it is shown, but decides nothing.",
            unverified="Not verified: it is shown, but decides nothing.",
        ),
        no_policy="The records name no policy of the school. So only federal law is asked. It has no table of "
        "make-ups: it leaves each miss to the IEP team.",
    ),
    es=RulePhrases(
        heading="Las reglas usadas, y hasta dónde se verificó cada una",
        rule="Regla",
        numbered="Regla {n}",
        says="Para este motivo ({reason}) dice: {outcome}.",
        says_of="Para estos motivos ({reasons}) dice: {outcome}.",
        outcomes=Outcomes(
            owed="la escuela debe reponer los minutos",
            not_owed="no hay que reponer los minutos",
            team_decides="decide el equipo del IEP",
            unknown="no se sabe qué corresponde",
        ),
        ends=Ends(
            period="el período", quarter="el trimestre", semester="el semestre", year="el año escolar",
            iep="el servicio",
        ),
        within="{time}",
        no_deadline="no hay fecha límite",
        in_span="en un plazo de {span}",
        at_end="antes de que termine {end}",
        calendar_ends="{time} (el calendario registrado termina antes)",
        no_term="{time} (no consta ninguno que incluya ese día)",
        since="vigente desde el {first}",
        from_to="vigente del {first} al {last}",
        until="vigente hasta el {last}, inclusive",
        levels=Levels(
            statute="ley",
            regulation="reglamento",
            federal_guidance="orientación federal",
            state_guidance="orientación del estado",
            district_policy="norma del distrito",
            provider_guidance="orientación de quien da el servicio",
            assumption="suposición",
        ),
        binding="de carácter obligatorio",
        not_binding="sin carácter obligatorio",
        silent_title="No se encontró ninguna regla",
        silent="No se encontró ninguna regla para esto: {reasons}. Por eso decide el equipo del IEP.",
        silent_unrecorded="No se encontró ninguna regla para el tiempo sin registro. Por eso no se sabe qué "
        "corresponde.",
        made_up_title="Repuesto antes de cualquier decisión",
        made_up="Nadie había decidido sobre estos minutos, y aun así se repusieron. Por eso cuentan como repuestos.",
        decision_title="Una decisión en el registro",
        decision_id="decisión {id}",
        decision="Decisión tomada por {who}{when}: {outcome}.",
        decided_on=" el {day}",
        rationale="Razones, como están escritas en el registro: “{rationale}”",
        source="Fuente: {citation}",
        quote="Texto original, en inglés: “{quote}”",
        quoted="El texto original dice, en inglés:",
        verifications=Verifications(
            found="Verificado: el texto original.",
            secondary="Según otros; no se leyó el texto original.",
            inferred="Nuestra lectura del texto original: se muestra, pero no decide nada.",
            unverified="Sin verificar: se muestra, pero no decide nada.",
        ),
        no_policy="Los registros no nombran ninguna norma de la escuela. Por eso solo se consulta la ley federal, que "
        "no tiene una tabla de reposiciones: deja cada caso al equipo del IEP.",
    ),
)  # fmt: skip
