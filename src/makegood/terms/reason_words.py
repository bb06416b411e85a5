"""Why minutes were missed, in words. No reason blames a person."""

from typing import Final, TypedDict, cast

from makegood.terms.language import Bilingual, Lang


class ReasonWords(TypedDict):
    """A phrase for each reason; `{child}` is who was absent, late or kept away."""

    student_absent: str
    student_refused: str
    student_late: str
    student_suspended: str
    family_cancelled: str
    provider_absent: str
    provider_other_duty: str
    provider_late: str
    vacancy: str
    long_term_leave: str
    no_substitute: str
    not_released_by_teacher: str
    no_space_or_equipment: str
    no_transport: str
    no_prescription: str
    not_started: str
    school_activity: str
    assessment: str
    delayed_start: str
    no_school: str
    holiday: str
    in_service: str
    weather_closure: str
    emergency_closure: str
    strike: str
    technology_outage: str
    unrecorded: str
    other: str


REASON_WORDS: Final = Bilingual(
    en=ReasonWords(
        student_absent="{child} was absent",
        student_refused="{child} did not want to take part",
        student_late="{child} came late",
        student_suspended="{child} was suspended",
        family_cancelled="the family cancelled",
        provider_absent="the therapist was absent",
        provider_other_duty="the therapist had a meeting, testing or training",
        provider_late="the therapist came late",
        vacancy="the position was vacant",
        long_term_leave="no therapist was available",
        no_substitute="there was no substitute",
        not_released_by_teacher="{child} was kept in class",
        no_space_or_equipment="there was no room or equipment",
        no_transport="there was no transportation",
        no_prescription="a doctor's order was missing",
        not_started="the service had not started",
        school_activity="field trip, assembly or other school activity",
        assessment="school or state testing",
        delayed_start="late start or early dismissal",
        no_school="no school that day",
        holiday="no school that day (holiday)",
        in_service="staff training day",
        weather_closure="closed for weather",
        emergency_closure="emergency closing",
        strike="strike",
        technology_outage="the connection failed",
        unrecorded="nothing on record",
        other="another reason",
    ),
    es=ReasonWords(
        student_absent="{child} faltó",
        student_refused="{child} no quiso participar",
        student_late="{child} llegó tarde",
        student_suspended="{child} estaba suspendido(a)",
        family_cancelled="la familia canceló",
        provider_absent="el/la terapeuta faltó",
        provider_other_duty="el/la terapeuta tenía una reunión, una evaluación o una capacitación",
        provider_late="el/la terapeuta llegó tarde",
        vacancy="el puesto estaba vacante",
        long_term_leave="no había terapeuta disponible",
        no_substitute="no hubo suplente",
        not_released_by_teacher="{child} se quedó en clase",
        no_space_or_equipment="no hubo espacio o equipo",
        no_transport="no hubo transporte",
        no_prescription="faltaba la orden médica",
        not_started="el servicio no había comenzado",
        school_activity="excursión, asamblea u otra actividad escolar",
        assessment="exámenes de la escuela o del estado",
        delayed_start="entrada tarde o salida temprana",
        no_school="no hubo clases ese día",
        holiday="no hubo clases ese día (feriado)",
        in_service="día de capacitación del personal",
        weather_closure="cierre por mal tiempo",
        emergency_closure="cierre de emergencia",
        strike="huelga",
        technology_outage="falló la conexión",
        unrecorded="sin registro",
        other="otro motivo",
    ),
)

STUDENT: Final = Bilingual(en="the student", es="el/la estudiante")
"""What a school reads."""
YOUR_CHILD: Final = Bilingual(en="your child", es="su hijo(a)")
"""What a family reads whose child's first name is not on record."""

SAME: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("the student", ("your child", "the child", "student")),
    ("the therapist", ("the provider", "the teacher", "therapist", "provider")),
    ("el/la estudiante", ("el estudiante", "la estudiante", "su hijo(a)", "su hijo", "su hija", "su hijo o hija")),
    ("el/la terapeuta", ("el terapeuta", "la terapeuta")),
    ("suspendido(a)", ("suspendido", "suspendida")),
    ("cancelled", ("canceled",)),
)
"""Parts of the phrases, and what may be written in their place."""


def reason_in_words(reason: str, lang: Lang = "en", child: str | None = None) -> str:
    """Return why minutes were missed.

    Args:
        reason: One of `makegood.terms.reasons.REASONS`.
        lang: The language.
        child: What the child is called; None: "the student".
    """
    # A typed dict proves that no reason lacks a phrase; any reason may be asked for.
    phrases = cast("dict[str, str]", REASON_WORDS.of(lang))
    return phrases[reason].format(child=child or STUDENT.of(lang))
