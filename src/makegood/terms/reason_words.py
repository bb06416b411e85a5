"""The phrases in which a reason may be written instead of its fixed word, in English and Spanish."""

from typing import Final

SPANISH: Final[dict[str, str]] = {
    "student_absent": "el/la estudiante faltó",
    "student_refused": "el/la estudiante no quiso participar",
    "student_late": "el/la estudiante llegó tarde",
    "student_suspended": "el/la estudiante estaba suspendido(a)",
    "family_cancelled": "la familia canceló",
    "provider_absent": "el/la terapeuta faltó",
    "provider_other_duty": "el/la terapeuta tenía una reunión, una evaluación o una capacitación",
    "provider_late": "el/la terapeuta llegó tarde",
    "vacancy": "el puesto estaba vacante",
    "long_term_leave": "no había terapeuta disponible",
    "no_substitute": "no hubo suplente",
    "not_released_by_teacher": "el/la estudiante se quedó en clase",
    "no_space_or_equipment": "no hubo espacio o equipo",
    "no_transport": "no hubo transporte",
    "no_prescription": "faltaba la orden médica",
    "not_started": "el servicio no había comenzado",
    "school_activity": "excursión, asamblea u otra actividad escolar",
    "assessment": "exámenes de la escuela o del estado",
    "delayed_start": "entrada tarde o salida temprana",
    "no_school": "no hubo clases ese día",
    "holiday": "día feriado",
    "in_service": "día de capacitación del personal",
    "weather_closure": "cierre por mal tiempo",
    "emergency_closure": "cierre de emergencia",
    "strike": "huelga",
    "technology_outage": "falló la conexión",
    "unrecorded": "sin registro",
    "other": "otro motivo",
}
"""Each reason in Spanish, as `makegood reasons --lang es` prints it."""

ENGLISH: Final[dict[str, str]] = {
    "student_absent": "the student was absent",
    "student_refused": "the student did not want to take part",
    "student_late": "the student came late",
    "student_suspended": "the student was suspended",
    "family_cancelled": "the family cancelled",
    "provider_absent": "the therapist was absent",
    "provider_other_duty": "the therapist had a meeting, testing or training",
    "provider_late": "the therapist came late",
    "vacancy": "the position was vacant",
    "long_term_leave": "no therapist was available",
    "no_substitute": "there was no substitute",
    "not_released_by_teacher": "the student was kept in class",
    "no_space_or_equipment": "there was no room or equipment",
    "no_transport": "there was no transportation",
    "no_prescription": "a doctor's order was missing",
    "not_started": "the service had not started",
    "school_activity": "field trip, assembly or other school activity",
    "assessment": "school or state testing",
    "delayed_start": "late start or early dismissal",
    "no_school": "no school that day",
    "in_service": "staff training day",
    "weather_closure": "closed for weather",
    "emergency_closure": "emergency closing",
    "strike": "strike",
    "technology_outage": "the connection failed",
    "unrecorded": "nothing on record",
    "other": "another reason",
}
"""What papers and screens say for each reason in English. A holiday has the words of `no_school` there."""

SAME: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("the student", ("your child", "the child", "student")),
    ("the therapist", ("the provider", "the teacher", "therapist", "provider")),
    ("el/la estudiante", ("el estudiante", "la estudiante", "su hijo(a)", "su hijo", "su hija", "su hijo o hija")),
    ("el/la terapeuta", ("el terapeuta", "la terapeuta")),
    ("suspendido(a)", ("suspendido", "suspendida")),
    ("cancelled", ("canceled",)),
)
"""Parts of the phrases, and what may be written in their place."""
