"""What each kind of paper must hold, as words that can be found in it: by kind and name, English and Spanish.

The same table says what `docs/papers.md` and the law ask for; `makegood.documents.kinds` has the names.
"""

EVERY = {
    "how_counted": ("each figure is a sum of such rows", "cada cifra es la suma de esas anotaciones"),
    "who_decides": ("is decided child by child, by the", "por los servicios no recibidos lo decide el equipo"),
    "no_advice": ("This paper is no legal advice", "Este documento no es asesoría legal"),
}
"""What a paper holds that has figures of an account; `NO_FIGURES` lack the first, and a kind may say who decides in
its own words."""

NO_FIGURES = {"records_request", "amend_request", "medicaid_report"}
"""Papers without a sum of what was missed: they say nothing about counting."""

MISSES = ("with the reason as recorded", "con el motivo que consta en el registro")

ELEMENTS: dict[str, dict[str, tuple[str, str]]] = {
    "records_request": {
        "who_decides": ("The school answers this request", "La escuela responde a esta solicitud"),
        "log": ("The service log: every session", "El registro de servicios: cada sesión"),
        "corrections": ("Every correction of that log", "Cada corrección de ese registro"),
        "types": ("A list of the kinds of records", "Una lista de los tipos de registros"),
        "access": ("The record of who has been given access", "El registro de quiénes han tenido acceso"),
        "time": ("never more than 45 days after this request", "nunca más de 45 días después de esta solicitud"),
        "before_meeting": ("before any meeting about the plan", "antes de cualquier reunión sobre el plan"),
        "explanation": ("reasonable requests for explanations", "peticiones razonables de explicación"),
        "copies": ("send me copies", "me envíe copias"),
        "representative": ("may see the records for me", "puede ver los expedientes en mi nombre"),
        "fees": ("There may be none for searching", "Buscar los expedientes no puede tener costo"),
        "state_time": ("If our State sets a shorter time", "Si nuestro estado fija un plazo más corto"),
    },
    "missed_question": {
        "misses": MISSES,
        "reasons": MISSES,
        "family_notes": ("Our own notes are beside the log", "Nuestras notas van al lado del registro"),
        "question": ("How and when will these minutes be made up?", "¿Cómo y cuándo se van a reponer estos minutos?"),
        "answer_by": ("in writing by March 26, 2027", "responda por escrito a más tardar el 26 de marzo de 2027"),
    },
    "meeting_request": {
        "body": ("a meeting of the IEP team", "una reunión con el equipo del IEP"),
        "misses": ("90 minutes were given of the 150 minutes", "se recibieron 90 minutos de los 150 minutos"),
        "topics": ("what the data on the goals show", "qué muestran los datos de las metas"),
        "times": ("These days and times suit me", "Me convienen estos días y horas"),
        "review": ("at least once a year", "por lo menos una vez al año"),
        "answer_by": ("Please answer in writing by", "responda por escrito a más tardar"),
    },
    "understanding": {
        "meeting": ("Thank you for the meeting or call", "Gracias por la reunión o llamada"),
        "amount": ("How much:", "Cuánto:"),
        "who": ("Who gives it:", "Quién lo da:"),
        "when": ("When:", "Cuándo:"),
        "where": ("Where:", "Dónde:"),
        "start_end": ("First day:", "Primer día:"),
        "monitor": ("Who checks that it is done:", "Quién revisa que se cumpla:"),
        "missed_again": ("If such a session is missed:", "Si se pierde una de estas sesiones:"),
        "understood": ("This is how I understood", "Así entendí lo que se habló"),
        "no_contract": ("It is not a contract", "No es un contrato"),
    },
    "amend_request": {
        "who_decides": ("The school decides about this request", "La escuela decide sobre esta solicitud"),
        "entry": ("The entry:", "La anotación:"),
        "grounds": (
            "inaccurate or misleading, or against the privacy or other rights",
            "inexacta o engañosa, o que va contra la privacidad u otros derechos",
        ),
        "not_iep": ("not about what the plan should contain", "No se trata de lo que el plan debería contener"),
        "change": ("What it should say:", "Qué debería decir:"),
        "refusal": ("tell me of my right to a hearing", "me informe de mi derecho a una audiencia"),
        "hearing": ("I may put a statement into the record", "puedo poner en el expediente una declaración"),
        "statement": ("goes wherever the entry goes", "va a dondequiera que vaya la anotación"),
    },
    "state_complaint": {
        "who_decides": ("The State decides about this complaint", "Sobre esta queja decide el Estado"),
        "violation": ("My statement, in my own words:", "Mi declaración, con mis propias palabras:"),
        "facts": ("The school's own records up to", "Los registros de la escuela al 12 de marzo de 2027 muestran"),
        "signature": ("I sign this complaint", "Firmo esta queja"),
        "contact": ("Phone:", "Teléfono:"),
        "child": ("Name: Linnea Duskwater", "Nombre: Linnea Duskwater"),
        "address": ("Address:", "Dirección:"),
        "school": ("School: Maple Ridge Elementary", "Escuela: Maple Ridge Elementary"),
        "problem": ("In my own words:", "Con mis propias palabras:"),
        "resolution": ("As far as I know now:", "Hasta donde sé ahora:"),
        "copy": ("at the same time, to the school district", "al mismo tiempo, al distrito escolar"),
        "model_form": ("The State may have a form of its own", "El Estado puede tener su propio formulario"),
        "anyone": ("Any person or organization may file", "Cualquier persona u organización puede presentar"),
        "set_aside": ("sets that part of the complaint aside", "deja esa parte de la queja en espera"),
        "look_back": ("that year begins on March 12, 2026", "ese año empezaría el 12 de marzo de 2026"),
        "older": ("A State may take up older things", "también puede aceptar hechos más antiguos"),
        "hearing_time": ("two years from when you knew", "dos años desde que usted supo"),
        "leaving": ("if the State receives the complaint by February 9, 2028", "a más tardar el 9 de febrero de 2028"),
    },
    "504_request": {
        "misses": ("90 minutes were given of the 150 minutes", "se recibieron 90 minutos de los 150 minutos"),
        "question": ("How and when will this be made up", "¿Cómo y cuándo se va a reponer esto"),
        "see_records": ("To see the records that matter", "Ver los expedientes que importan"),
        "hearing": ("An impartial hearing", "Una audiencia imparcial"),
        "counsel": ("A lawyer or other counsel", "La ayuda de un abogado"),
        "review": ("A review of what the hearing decides", "Una revisión de lo que decida la audiencia"),
        "answer_by": ("Please answer by March 26, 2027", "responda a más tardar el 26 de marzo de 2027"),
    },
    "504_grievance": {
        "who_decides": ("The district decides about this grievance", "Sobre este reclamo decide el distrito"),
        "grievance": ("I am filing a grievance", "Presento un reclamo"),
        "own_words": ("What happened, and what I say about it:", "Lo que pasó y lo que digo sobre eso:"),
        "facts": ("30 minutes were missed", "no se recibieron 30 minutos"),
        "resolution": ("As far as I know now:", "Hasta donde sé ahora:"),
        "ocr": ("within 180 days", "180 días desde aquello"),
    },
    "missed_notice": {
        "misses": ("each with the reason on record", "cada sesión con el motivo que consta"),
        "reasons": ("each with the reason on record", "cada sesión con el motivo que consta"),
        "follows": ("are still to be made up under the rules below", "reglas de abajo falta reponer 30 minutos"),
        "rule": ("is one of these rules", "es una de estas reglas"),
        "steps": ("What the school will do, and by when", "Qué hará la escuela, y para cuándo"),
        "contact": ("Questions:", "Preguntas:"),
    },
    "not_given_notice": {
        "service": ("has not been given all of what the plan promises", "no ha recibido todo lo que promete el plan"),
        "since": ("These are the days", "Estos son los días"),
        "rule": ("ask for a notice", "piden un aviso"),
        "ask_compensatory": ("You may ask for compensatory services", "Usted puede pedir servicios compensatorios"),
        "plan": ("What the school will do, and by when", "Qué hará la escuela, y para cuándo"),
        "contact": ("Questions:", "Preguntas:"),
    },
    "make_up_offer": {
        "minutes": ("30 minutes are still to be made up", "falta reponer 30 minutos"),
        "dates": ("We offer these times", "Le ofrecemos estas fechas y horas"),
        "accept": ("Yes. We accept the times", "Sí. Aceptamos las fechas"),
        "decline": ("No. We do not want", "No. No queremos estas sesiones"),
        "another_time": ("Another time, please", "Otra hora, por favor"),
        "no_answer": ("No answer is not a no", "No responder no es decir que no"),
        "slip_date": ("with the date that you write here", "con la fecha que usted escriba aquí"),
    },
    "prior_written_notice": {
        "change": ("only when it proposes, or refuses", "solo cuando propone, o se niega"),
        "action": ("What is proposed or refused:", "Qué se propone o se niega:"),
        "why": ("Why:", "Por qué:"),
        "basis": ("Each evaluation procedure", "Cada procedimiento de evaluación"),
        "safeguards": ("the protection of the procedural safeguards", "la protección de las garantías procesales"),
        "sources_of_help": ("Whom you can ask for help", "A quién puede pedir ayuda"),
        "options": ("Other options that the team looked at", "Otras opciones que el equipo consideró"),
        "factors": ("Other reasons that matter:", "Otros factores que importan:"),
        "before": ("a reasonable time before that", "con un tiempo razonable de anticipación"),
        "language": ("in your own language", "en su propio idioma"),
        "oral": ("keeps written proof of both", "guarda constancia escrita de ambas cosas"),
    },
    "agreement": {
        "amount": ("How much, and of which service:", "Cuánto, y de qué servicio:"),
        "basis": ("For which missed sessions and dates:", "Por qué sesiones no recibidas, y de qué fechas:"),
        "provider": ("Who gives it:", "Quién lo da:"),
        "qualification": ("Their license or training:", "Su licencia o formación:"),
        "group": ("Alone or in a group:", "A solas o en grupo:"),
        "length": ("How long one session is, at least:", "Cuánto dura una sesión, como mínimo:"),
        "where": ("Where:", "Dónde:"),
        "when": ("When:", "Cuándo:"),
        "not_from_learning": ("not taken from other learning", "no se toman de otras clases"),
        "start": ("First day:", "Primer día:"),
        "end": ("Last day:", "Último día:"),
        "unused": ("What happens to minutes not used by then:", "Qué pasa con los minutos no usados para entonces:"),
        "transport": ("Transport:", "Transporte:"),
        "missed_again": ("If one of these sessions is missed:", "Si se pierde una de estas sesiones:"),
        "records": ("Each session goes into the log", "Cada sesión se anota en el registro"),
        "monitor": ("Who checks that it is done:", "Quién revisa que se cumpla:"),
        "language": ("The parent's language", "El idioma de la familia"),
        "signatures": ("Both sides sign", "Firman ambas partes"),
        "supplement": ("on top of the services of the plan", "se suman a los servicios del plan"),
        "no_rights": ("This agreement gives up no rights", "Este acuerdo no quita ningún derecho"),
        "written_notice": ("a prior written notice goes with it", "va acompañado de un aviso previo por escrito"),
    },
    "records_answer": {
        "received": ("Your request came on:", "Su solicitud llegó el:"),
        "given": ("What you get, and how:", "Qué recibe, y cómo:"),
        "not_given": ("What you do not get, and why:", "Qué no recibe, y por qué:"),
        "explanation": ("Who explains what is hard to read", "Quién explica lo que es difícil de leer"),
        "fees": ("There is none for searching", "Costo, si lo hay"),
        "access": ("The record of who has been given access", "El registro de quiénes han tenido acceso"),
        "amend": ("you may ask the school to amend it", "puede pedir a la escuela que la corrija"),
    },
    "medicaid_report": {
        "who_decides": ("decided by the State's Medicaid agency", "lo decide la agencia de Medicaid"),
        "consent": ("it needs the parent's written consent", "necesita el consentimiento escrito de la familia"),
        "sessions": ("Only sessions that were held and signed", "Solo se enumeran sesiones dadas y firmadas"),
        "only_signed": ("Only sessions that were held and signed", "Solo se enumeran sesiones dadas y firmadas"),
        "left_out": ("have no signature on record", "no tienen firma en el registro"),
        "no_cost": ("are free to the family", "son gratuitos para la familia"),
    },
}  # fmt: skip


def elements(kind: str) -> dict[str, tuple[str, str]]:
    """Return all that a kind must hold."""
    every = {name: words for name, words in EVERY.items() if name != "how_counted" or kind not in NO_FIGURES}
    return every | ELEMENTS[kind]
