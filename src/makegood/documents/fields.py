"""What only a person can fill in: each field of the papers, as it is named beside a blank line."""

from typing import Final

from makegood.terms.language import Bilingual, Lang


def _field(en: str, es: str) -> Bilingual[str]:
    return Bilingual(en=en, es=es)


FIELDS: Final[dict[str, Bilingual[str]]] = {
    "parent_name": _field("your name", "su nombre"),
    "parent_address": _field("your address", "su dirección"),
    "parent_phone": _field("your phone", "su teléfono"),
    "parent_email": _field("your e-mail", "su correo electrónico"),
    "child_name": _field("the child's name", "nombre del niño o niña"),
    "child_address": _field("where the child lives", "dónde vive el niño o niña"),
    "school": _field("the school", "la escuela"),
    "school_name": _field("the school's name", "nombre de la escuela"),
    "district_name": _field("the school district", "distrito escolar"),
    "recipient": _field("who gets this letter", "a quién va esta carta"),
    "recipient_address": _field("their address", "su dirección postal"),
    "state_agency": _field("the State's education agency", "agencia estatal de educación"),
    "sender_name": _field("name of who writes", "nombre de quien escribe"),
    "sender_title": _field("title of who writes", "cargo de quien escribe"),
    "contact": _field("whom to ask: name, phone, e-mail", "a quién preguntar: nombre, teléfono, correo"),
    "letter_date": _field("the day you send this", "el día en que lo envía"),
    "answer_by": _field("the day by which you would like an answer", "el día para el que quisiera una respuesta"),
    "meeting_times": _field("days and times that suit you", "días y horas que le convienen"),
    "topics": _field("what else you want to talk about", "de qué más quiere hablar"),
    "representative": _field("a person who may see the records for you", "quien puede ver los registros por usted"),
    "met_on": _field("the day of the meeting or call", "el día de la reunión o llamada"),
    "met_who": _field("who took part", "quiénes participaron"),
    "amount": _field("how many minutes, of which service", "cuántos minutos, de qué servicio"),
    "provider": _field("who gives the sessions", "quién da las sesiones"),
    "qualification": _field("their license or training", "su licencia o formación"),
    "group": _field("alone or in a group, and how large", "a solas o en grupo, y de cuántos"),
    "length": _field("how long one session is, at least", "cuánto dura una sesión, como mínimo"),
    "when": _field("days and times", "días y horas"),
    "where": _field("the place", "el lugar"),
    "start": _field("the first day", "el primer día"),
    "end": _field("the last day", "el último día"),
    "unused": _field("what happens to minutes not used by then", "qué pasa con los minutos no usados para entonces"),
    "transport": _field("who brings the child, and who pays", "quién lleva al niño o niña, y quién paga"),
    "monitor": _field("who checks that it is done", "quién revisa que se cumpla"),
    "reports": _field("when the family gets a report", "cuándo recibe la familia un informe"),
    "missed_again": _field("what happens if a session is missed", "qué pasa si se pierde una sesión"),
    "parent_language": _field("the parent's language", "idioma de la familia"),
    "basis": _field("which missed sessions, which dates", "qué sesiones no recibidas, qué fechas"),
    "entry": _field("which entry of the record", "qué anotación del registro"),
    "wrong": _field("what is not right, in your words", "qué no es correcto, con sus palabras"),
    "should_say": _field("what it should say", "qué debería decir"),
    "violation": _field(
        "in your own words: what you say the agency did against the law",
        "con sus propias palabras: qué dice usted que hizo la agencia en contra de la ley",
    ),
    "problem": _field("the problem, in your own words", "el problema, con sus propias palabras"),
    "resolution": _field("what would solve it, as far as you know", "qué lo resolvería, hasta donde usted sepa"),
    "own_words": _field("your own words", "sus propias palabras"),
    "own_notes": _field("what you noted yourselves, if anything", "lo que ustedes anotaron, si anotaron algo"),
    "coordinator": _field("the district's 504 coordinator", "coordinador(a) de la Sección 504 del distrito"),
    "plan": _field("what the school will do, and by when", "qué hará la escuela, y para cuándo"),
    "ask_how": _field("how to ask: the district's steps", "cómo pedirlos: los pasos del distrito"),
    "action": _field("what is proposed or refused", "qué se propone o se niega"),
    "why": _field("why", "por qué"),
    "used": _field("each evaluation, record or report used", "cada evaluación, registro o informe usado"),
    "safeguards_copy": _field("how to get a copy", "cómo obtener una copia"),
    "help": _field("whom to ask for help", "a quién pedir ayuda"),
    "options": _field("what else was looked at, and why not chosen", "qué más se consideró, y por qué no se eligió"),
    "factors": _field("other reasons that matter", "otros factores que importan"),
    "takes_effect": _field("the day from which it holds", "el día en que entra en vigor"),
    "oral_on": _field(
        "the day of the oral translation, and who gave it", "el día de la traducción oral, y quién la hizo"
    ),
    "translated_by": _field("who translated it, and when", "quién lo tradujo, y cuándo"),
    "homeless": _field("how to reach the child", "cómo comunicarse con el niño o niña"),
    "received_on": _field("the day the request came", "el día en que llegó la solicitud"),
    "given": _field("which records, and how", "qué registros, y cómo"),
    "not_given": _field("what is not given, and why", "qué no se entrega, y por qué"),
    "access_how": _field(
        "record of access: enclosed, or how to see it", "registro de accesos: si va adjunto, o cómo verlo"
    ),
    "fee": _field("the fee, if any", "el costo, si lo hay"),
    "notice_number": _field("the number of the prior written notice", "número del aviso previo por escrito"),
    "consent_on": _field("the day of the parent's consent", "el día del consentimiento de la familia"),
    "notified_on": _field("the day of the last yearly notice", "el día del último aviso anual"),
    "make_up_1": _field("first: day and time, place, with whom", "primera: día y hora, lugar, con quién"),
    "make_up_2": _field("second: day and time, place, with whom", "segunda: día y hora, lugar, con quién"),
}

LONG: Final = frozenset(
    {
        "violation",
        "problem",
        "resolution",
        "own_words",
        "own_notes",
        "wrong",
        "should_say",
        "action",
        "why",
        "used",
        "options",
        "plan",
    }
)
"""Fields that take several lines."""

SIGNS: Final[dict[str, Bilingual[list[str]]]] = {
    "parent": Bilingual(en=["Signature of parent or guardian", "Date"], es=["Firma del padre, madre o tutor", "Fecha"]),
    "complainant": Bilingual(
        en=["Signature of who files this", "Date"], es=["Firma de quien presenta la queja", "Fecha"]
    ),
    "school": Bilingual(en=["Signature for the school", "Date"], es=["Firma por la escuela", "Fecha"]),
    "both": Bilingual(
        en=["Signature of parent or guardian", "Date", "Signature for the school district, and title", "Date"],
        es=["Firma del padre, madre o tutor", "Fecha", "Firma por el distrito escolar, y cargo", "Fecha"],
    ),
    "slip": Bilingual(
        en=["Signature of parent or guardian", "Date of this reply"],
        es=["Firma del padre, madre o tutor", "Fecha de esta respuesta"],
    ),
}


def labels(lang: Lang) -> dict[str, str]:
    """Return what is said beside the blank line of each field."""
    return {name: label.of(lang) for name, label in FIELDS.items()}


def signs(lang: Lang) -> dict[str, list[str]]:
    """Return what is to be signed, by name."""
    return {name: label.of(lang) for name, label in SIGNS.items()}
