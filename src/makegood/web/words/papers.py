"""Words of the pages on which letters are written."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a kind of letter is called, and what it is for in one sentence.

    Attributes:
        given: What a person says who gave or sent it; blank for a letter of which no row is kept.
    """

    title: str
    says: str
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersWords:
    """Words of the pages on which letters are written.

    Attributes:
        kinds: The kinds of letter by name.
        own_computer: What a family has to know of whose site it is.
        not_kept: What is said of drafts.
        form: What the fields are headed by; `form_says`: what a blank field becomes.
        put_notes: What a family ticks whose own notes are to go into a letter.
        notes_private: That nobody else can read them yet; `notes_private_some`: how many of them.
        text: What the letter's text is headed by.
        here: How an answer came that was given on the site.
    """

    title: str
    lead: str
    all: str
    kinds: dict[str, KindWords]
    own_computer: str
    not_kept: str
    form: str
    form_says: str
    language: str
    english: str
    spanish: str
    show: str
    pdf: str
    docx: str
    put_notes: Counted
    notes_private: Counted
    notes_private_some: Counted
    text: str
    nothing_missed: str
    too_long: str
    not_made: str
    school_lead: str
    after: str
    own_after: str
    given_says: str
    given_needs: str
    on_record_already: str
    on_record: str
    day: str
    offer_day: str
    method: str
    methods: dict[str, str]
    here: str
    about: str
    about_none: str
    answer: str
    answers: dict[str, str]
    no_answer_says: str
    understood: str
    agreed_minutes: str
    agreed_start: str
    agreed_end: str
    agreed_where: str
    agreed_source: str
    signed: str
    enter: str
    notice: str
    notices: dict[str, str]
    offers: dict[str, str]
    award: str


PAPERS: Final = Bilingual(
    en=PapersWords(
        title="Write a letter",
        lead="Choose a letter. You can read it, change it, and download it. Sending it is up to you.",
        all="All letters",
        kinds={
            "records_request": KindWords(
                "Ask for the records",
                "You ask to see the records and the log of each session.",
                "I gave this to the school",
            ),
            "missed_question": KindWords(
                "Ask what was missed",
                "You ask what was missed, why, and how it will be made up.",
                "I gave this to the school",
            ),
            "meeting_request": KindWords(
                "Ask for a meeting",
                "You ask for a meeting about services that were missed.",
                "I gave this to the school",
            ),
            "understanding": KindWords(
                "Write down what was said", "After a meeting or a call, you write down how you understood it."
            ),
            "amend_request": KindWords(
                "Ask to change the record",
                "You say which entry of the record is not right, and what it should say.",
                "I gave this to the school",
            ),
            "state_complaint": KindWords(
                "Draft a complaint to the State",
                "A draft with the facts on record. What you say was against the law, you write yourself.",
            ),
            "504_request": KindWords(
                "Ask about a 504 plan",
                "You ask what of the 504 plan was missed, and how it will be made up.",
                "I gave this to the school",
            ),
            "504_grievance": KindWords(
                "Grievance about a 504 plan", "You tell the district what the problem is, under its own procedure."
            ),
            "missed_notice": KindWords(
                "Notice of missed sessions",
                "Tells the family what was missed, and by which rule what follows.",
                "We gave or sent this notice",
            ),
            "not_given_notice": KindWords(
                "Notice that a service was not given",
                "Tells the family that a service has not been given, and since when.",
                "We gave or sent this notice",
            ),
            "make_up_offer": KindWords(
                "Offer of make-up sessions",
                "Offers times, with a reply slip for the family.",
                "We made this offer, or got the reply",
            ),
            "prior_written_notice": KindWords(
                "Prior written notice",
                "Says what is proposed or refused, and why, before it begins.",
                "We gave or sent this notice",
            ),
            "agreement": KindWords(
                "Agreement on extra services",
                "Says what both sides agree on. It gives up no rights.",
                "Both sides signed this agreement",
            ),
            "records_answer": KindWords(
                "Answer to a request for records",
                "Says what the family gets, and what it does not get and why.",
                "We answered a request",
            ),
            "medicaid_report": KindWords(
                "Delivery report for Medicaid",
                "Lists the sessions that were held and signed. You fill in the day of the parent's consent.",
            ),
        },
        own_computer="Your school district runs this site. You can make this letter on your own computer instead.",
        not_kept="What you type into a letter is not kept. Download the letter before you leave its page.",
        form="Fill in and change",
        form_says="What you leave blank becomes a blank line, to fill in by hand.",
        language="Language of the letter",
        english="English",
        spanish="Spanish",
        show="Show the letter with this",
        pdf="Download as PDF",
        docx="Download as a Word file",
        put_notes=Counted("Put my note into this letter (1).", "Put my notes into this letter ({n})."),
        notes_private=Counted("So far only you can read it.", "So far only you can read them."),
        notes_private_some=Counted("So far only you can read 1 of them.", "So far only you can read {n} of them."),
        text="The letter",
        nothing_missed="The records have nothing missed and nothing without a record, so this letter is about nothing "
        "yet.",
        too_long="One field is too long. Please shorten it: up to 300 characters on one line, 4,000 in a large field.",
        not_made="The file could not be made just now. Nothing that you typed is lost: please try again in a minute.",
        school_lead="Choose a letter to the family. You can read it, change it, and download it. Once you gave "
        "or sent it, say so here.",
        after="Once it was given or sent",
        own_after="Once you gave it to the school",
        given_says="Once you enter this, it is on record with your name, and the family can see it. The letter "
        "itself is not kept.",
        given_needs="Please fill in everything that is asked for. A day must have begun, and a last day must "
        "not come before the first.",
        on_record_already="This is on record already, or cannot be entered like this. Nothing was added.",
        on_record="On record as given, sent or agreed",
        day="The day it was given or sent",
        offer_day="The day of the offer; of a reply, the day on the slip",
        method="How",
        methods={"letter": "letter", "e-mail": "e-mail", "in person": "in person", "phone": "phone"},
        here="on this site",
        about="Which missed sessions is it about?",
        about_none="No missed session is on record that it could be about.",
        answer="What did the family answer?",
        answers={"no_answer": "Nothing yet: we made the offer", "accepted": "Yes", "declined": "No"},
        no_answer_says="No answer is not a no. Enter a yes or a no only from the family's reply.",
        understood="The family got it in a language that they understand. What staff typed was translated where "
        "needed.",
        agreed_minutes="How many minutes",
        agreed_start="First day",
        agreed_end="Last day, if there is one",
        agreed_where="Where",
        agreed_source="Which paper says so",
        signed="Both sides signed it.",
        enter="Enter this",
        notice="Notice",
        notices={
            "missed_session": "Notice of missed sessions",
            "lapse": "Notice that a service was not given",
            "written_notice": "Prior written notice",
        },
        offers={
            "no_answer": "Make-ups offered, no answer yet",
            "accepted": "Make-ups offered: the family said yes",
            "declined": "Make-ups offered: the family said no",
        },
        award="Agreed or awarded from this day: {service}, {minutes}",
    ),
    es=PapersWords(
        title="Escribir una carta",
        lead="Elija una carta. Puede leerla, cambiarla y descargarla. Usted decide si la envía.",
        all="Todas las cartas",
        kinds={
            "records_request": KindWords(
                "Pedir el expediente",
                "Usted pide ver el expediente y la anotación de cada sesión.",
                "Entregué esta carta a la escuela",
            ),
            "missed_question": KindWords(
                "Preguntar qué no se recibió",
                "Usted pregunta qué no se recibió, por qué, y cómo se va a reponer.",
                "Entregué esta carta a la escuela",
            ),
            "meeting_request": KindWords(
                "Pedir una reunión",
                "Usted pide una reunión sobre los servicios que no se dieron.",
                "Entregué esta carta a la escuela",
            ),
            "understanding": KindWords(
                "Dejar por escrito lo que se habló",
                "Después de una reunión o llamada, usted escribe lo que entendió.",
            ),
            "amend_request": KindWords(
                "Pedir que se corrija el expediente",
                "Usted dice qué anotación no es correcta y qué debería decir.",
                "Entregué esta carta a la escuela",
            ),
            "state_complaint": KindWords(
                "Preparar una queja ante el estado",
                "Un borrador con los hechos registrados. Qué fue, según usted, contrario a la ley, lo escribe usted.",
            ),
            "504_request": KindWords(
                "Preguntar por un plan 504",
                "Usted pregunta qué no se recibió del plan 504 y cómo se va a reponer.",
                "Entregué esta carta a la escuela",
            ),
            "504_grievance": KindWords(
                "Reclamo sobre un plan 504",
                "Usted le explica el problema al distrito, según el procedimiento del propio distrito.",
            ),
            "missed_notice": KindWords(
                "Aviso de sesiones no recibidas",
                "Le dice a la familia qué no se recibió y qué corresponde según qué regla.",
                "Entregamos o enviamos este aviso",
            ),
            "not_given_notice": KindWords(
                "Aviso de que un servicio no se ha dado",
                "Le dice a la familia que un servicio no se ha dado, y desde cuándo.",
                "Entregamos o enviamos este aviso",
            ),
            "make_up_offer": KindWords(
                "Oferta de sesiones de reposición",
                "Ofrece fechas y horas, con una hoja de respuesta para la familia.",
                "Hicimos esta oferta, o llegó la respuesta",
            ),
            "prior_written_notice": KindWords(
                "Aviso previo por escrito",
                "Dice qué se propone o se niega, y por qué, antes de que empiece.",
                "Entregamos o enviamos este aviso",
            ),
            "agreement": KindWords(
                "Acuerdo sobre servicios adicionales",
                "Dice en qué están de acuerdo las dos partes. Con él nadie renuncia a ningún derecho.",
                "Las dos partes firmaron este acuerdo",
            ),
            "records_answer": KindWords(
                "Respuesta a una solicitud de expedientes",
                "Dice qué recibe la familia, y qué no recibe y por qué.",
                "Respondimos a una solicitud",
            ),
            "medicaid_report": KindWords(
                "Informe de servicios para Medicaid",
                "Enumera las sesiones dadas y firmadas. Usted anota el día del consentimiento de la familia.",
            ),
        },
        own_computer="Este sitio lo administra su distrito escolar. Si prefiere, puede hacer esta carta en su propia "
        "computadora.",
        not_kept="Lo que escriba en una carta no se guarda. Descárguela antes de salir de su página.",
        form="Complete y cambie",
        form_says="Lo que deje en blanco será una línea en blanco, para llenarla a mano.",
        language="Idioma de la carta",
        english="Inglés",
        spanish="Español",
        show="Ver la carta con estos datos",
        pdf="Descargar en PDF",
        docx="Descargar como archivo de Word",
        put_notes=Counted("Incluir mi nota en esta carta (1).", "Incluir mis notas en esta carta ({n})."),
        notes_private=Counted("Hasta ahora solo usted puede leerla.", "Hasta ahora solo usted puede leerlas."),
        notes_private_some=Counted(
            "Hasta ahora solo usted puede leer 1 de ellas.", "Hasta ahora solo usted puede leer {n} de ellas."
        ),
        text="La carta",
        nothing_missed="En los registros no hay nada sin recibir ni nada sin anotar, así que todavía no hay de qué "
        "tratar en esta carta.",
        too_long="Un campo es demasiado largo. Acórtelo: hasta 300 caracteres en una línea y 4,000 en un campo grande.",
        not_made="No se pudo crear el archivo en este momento. Lo que escribió no se perdió: inténtelo de nuevo en un "
        "minuto.",
        school_lead="Elija una carta para la familia. Puede leerla, cambiarla y descargarla. Cuando la entregue "
        "o la envíe, anótelo aquí.",
        after="Después de entregarla o enviarla",
        own_after="Después de entregarla a la escuela",
        given_says="Lo que anote aquí queda registrado con su nombre, y la familia puede verlo. La carta misma "
        "no se guarda.",
        given_needs="Complete todo lo que se pide. El día ya debe haber empezado, y el último día no puede ser "
        "anterior al primero.",
        on_record_already="Esto ya está registrado, o no se puede anotar así. No se agregó nada.",
        on_record="Registrado como entregado, enviado o acordado",
        day="El día en que se entregó o se envió",
        offer_day="El día de la oferta; si hay respuesta, el día que dice la hoja de respuesta",
        method="Cómo",
        methods={
            "letter": "por carta",
            "e-mail": "por correo electrónico",
            "in person": "en persona",
            "phone": "por teléfono",
        },
        here="en este sitio",
        about="¿De qué sesiones no recibidas se trata?",
        about_none="No hay registrada ninguna sesión no recibida de la que pueda tratarse.",
        answer="¿Qué respondió la familia?",
        answers={"no_answer": "Todavía nada: hicimos la oferta", "accepted": "Sí", "declined": "No"},
        no_answer_says="No responder no es decir que no. Anote un sí o un no solo cuando la familia haya respondido.",
        understood="La familia lo recibió en un idioma que entiende. Lo que escribió el personal se tradujo "
        "donde hacía falta.",
        agreed_minutes="Cuántos minutos",
        agreed_start="Primer día",
        agreed_end="Último día, si lo hay",
        agreed_where="Dónde",
        agreed_source="Qué documento lo dice",
        signed="Las dos partes lo firmaron.",
        enter="Registrar",
        notice="Aviso",
        notices={
            "missed_session": "Aviso de sesiones no recibidas",
            "lapse": "Aviso de que un servicio no se ha dado",
            "written_notice": "Aviso previo por escrito",
        },
        offers={
            "no_answer": "Se ofreció reponer sesiones; todavía no hay respuesta",
            "accepted": "Se ofreció reponer sesiones: la familia dijo que sí",
            "declined": "Se ofreció reponer sesiones: la familia dijo que no",
        },
        award="Acordado u otorgado a partir de este día: {service}, {minutes}",
    ),
)
