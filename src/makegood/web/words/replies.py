"""Words of what came back: requests that a family gave, answers to them and to offers, and rows taken back."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesWords:
    """Words of these pages.

    Attributes:
        asked: What a family asks for, by the word of the table `requests`.
        given: What is said to a family before it enters that it gave a letter; `given_alone`: to somebody alone.
        take_back: What leads to taking a row back.
        taken_back: What is said of a row that was taken back.
    """

    asked: dict[str, str]
    heading_family: str
    heading_school: str
    given_on: str
    by: str
    you: str
    the_family: str
    answered: str
    no_answer: str
    all_on_record: str
    given_day: str
    given: str
    given_alone: str
    given_needs: str
    given_already: str
    to_answer: str
    waiting: Counted
    waiting_more: str
    answer_by: str
    answer_late: str
    which: str
    other: str
    other_kind: str
    other_came: str
    answered_day: str
    answer_text: str
    answer_needs: str
    offers: str
    offers_waiting: Counted
    offers_lead: str
    offers_none: str
    offers_which: str
    offered_on: str
    your_answer: str
    yes: str
    no: str
    send: str
    no_answer_says: str
    releases: str
    another_time: str
    offers_needs: str
    offers_limited: str
    take_back: str
    take_back_says: str
    take_back_which: str
    take_back_why: str
    take_back_now: str
    take_back_needs: str
    take_back_used: str
    take_back_changed: str
    done_entered: str
    done_taken: str
    of_session: str
    history: str
    taken_back: str
    answer_taken_back: str
    request: str


REPLIES: Final = Bilingual(
    en=RepliesWords(
        asked={
            "records": "Request for records",
            "make_up": "Question how missed minutes will be made up",
            "iep_meeting": "Request for a meeting",
            "amendment": "Request to change the record",
        },
        heading_family="What you asked the school for",
        heading_school="What the family asked for",
        given_on="Given to the school on {day}",
        by="Entered by {who}",
        you="you",
        the_family="the family",
        answered="Answered on {day}",
        no_answer="No answer is on record yet.",
        all_on_record="See all letters and what is on record",
        given_day="The day you gave or sent it",
        given="Once you enter this, it is on record with your name and this day, and the school can see it. The letter "
        "itself is not kept: please keep a copy.",
        given_alone="Once you enter this, your records have the day. The letter itself is not kept: please keep a "
        "copy.",
        given_needs="Please give a day that has begun.",
        given_already="You have entered this already, with the same day. Nothing was added.",
        to_answer="Enter the answer",
        waiting=Counted("1 request of a family waits for an answer", "{n} requests of families wait for an answer"),
        waiting_more="See the others",
        answer_by="To be answered by {day} at the latest",
        answer_late="It was to be answered by {day}; no answer is on record",
        which="Which request was answered?",
        other="Another one, which is not on record yet",
        other_kind="If it is not on record yet: what was asked for",
        other_came="If it is not on record yet: the day it came",
        answered_day="The day of the answer (blank only if a request is entered that has no answer yet)",
        answer_text="What was answered, in short",
        answer_needs="Please choose the request, and give days that have begun. An answer does not come before the "
        "request.",
        offers="Make-up sessions that were offered",
        offers_waiting=Counted(
            "The school offered a make-up for 1 session. An answer is not on record yet.",
            "The school offered make-ups for {n} sessions. An answer is not on record yet.",
        ),
        offers_lead="You can answer here, or in any other way.",
        offers_none="No offer waits for an answer.",
        offers_which="Which missed sessions do you answer about?",
        offered_on="offered on {day}",
        your_answer="Your answer",
        yes="Yes, we accept the offer",
        no="No, we do not want these make-up sessions",
        send="Send this answer",
        no_answer_says="No answer is not a no. Your answer is on record with today's date.",
        releases="If you say no for {day}, a rule of {rule} lets the school count these minutes as closed. "
        "You may ask for another time instead. Source: {source}",
        another_time="Does another time suit you? Then tell the school, and answer here later.",
        offers_needs="Please choose at least one session, and yes or no.",
        offers_limited="Please give your answer to the school itself.",
        done_entered="It is on record, with your name. You find it further down this page.",
        done_taken="It is taken back and holds no longer. What it was stays in the history on this page.",
        take_back="This was entered by mistake",
        take_back_says="After that it does not count. What was entered stays in the list of what was taken back, with "
        "your name and the reason.",
        take_back_which="Which of these?",
        take_back_why="Why is it taken back?",
        take_back_now="Take it back",
        take_back_needs="Please say why, and which one. Nothing was taken back.",
        take_back_used="Sessions are on record under this agreement, so it cannot be taken back here.",
        take_back_changed="Somebody changed this meanwhile. Please look again.",
        of_session="session of {day}, {service}",
        history="What was taken back",
        taken_back="Taken back on {day} by {who}. Reason: {why}",
        answer_taken_back="The answer to it was taken back on {day} by {who}. Reason: {why}",
        request="{what}, given on {day}",
    ),
    es=RepliesWords(
        asked={
            "records": "Solicitud de expedientes",
            "make_up": "Pregunta sobre cómo se van a reponer los minutos no recibidos",
            "iep_meeting": "Solicitud de una reunión",
            "amendment": "Solicitud para corregir el expediente",
        },
        heading_family="Lo que usted pidió a la escuela",
        heading_school="Lo que pidió la familia",
        given_on="Entregada a la escuela el {day}",
        by="Anotada por {who}",
        you="usted",
        the_family="la familia",
        answered="Respuesta del {day}",
        no_answer="Todavía no hay una respuesta registrada.",
        all_on_record="Ver todas las cartas y lo que está registrado",
        given_day="El día en que la entregó o la envió",
        given="Lo que anote aquí queda registrado con su nombre y esta fecha, y la escuela puede verlo. La carta misma "
        "no se guarda: conserve una copia.",
        given_alone="Con esto, la fecha queda en sus registros. La carta misma no se guarda: conserve una copia.",
        given_needs="Escriba un día que ya haya empezado.",
        given_already="Usted ya anotó esto, con la misma fecha. No se agregó nada.",
        to_answer="Anotar la respuesta",
        waiting=Counted("1 solicitud de una familia espera respuesta", "{n} solicitudes de familias esperan respuesta"),
        waiting_more="Ver las demás",
        answer_by="Fecha límite para responder: {day}",
        answer_late="La fecha límite para responder era el {day}; no hay respuesta registrada",
        which="¿A qué solicitud se respondió?",
        other="Otra, que todavía no está registrada",
        other_kind="Si todavía no está registrada: qué se pidió",
        other_came="Si todavía no está registrada: el día en que llegó",
        answered_day="El día de la respuesta (en blanco solo si anota una solicitud que todavía no tiene respuesta)",
        answer_text="Qué se respondió, en pocas palabras",
        answer_needs="Elija la solicitud y escriba días que ya hayan empezado. La respuesta no puede ser anterior a la "
        "solicitud.",
        offers="Sesiones de reposición que se ofrecieron",
        offers_waiting=Counted(
            "La escuela ofreció reponer 1 sesión. Todavía no hay una respuesta registrada.",
            "La escuela ofreció reponer {n} sesiones. Todavía no hay una respuesta registrada.",
        ),
        offers_lead="Puede responder aquí o de cualquier otra forma.",
        offers_none="Ninguna oferta espera respuesta.",
        offers_which="¿Sobre qué sesiones no recibidas responde?",
        offered_on="oferta del {day}",
        your_answer="Su respuesta",
        yes="Sí, aceptamos la oferta",
        no="No, no queremos estas sesiones de reposición",
        send="Enviar esta respuesta",
        no_answer_says="No responder no es decir que no. Su respuesta queda registrada con la fecha de hoy.",
        releases="Si dice que no sobre el {day}, una regla de {rule} permite a la escuela dar estos minutos por "
        "cerrados. En lugar de eso, puede pedir otra hora. Fuente: {source}",
        another_time="¿Le conviene otra hora? Dígaselo a la escuela y responda aquí más tarde.",
        offers_needs="Elija al menos una sesión, y sí o no.",
        offers_limited="Dé su respuesta directamente a la escuela.",
        done_entered="Quedó registrado con su nombre. Lo encuentra más abajo en esta página.",
        done_taken="Se retiró y ya no vale. Lo que decía queda en el historial de esta página.",
        take_back="Esto se anotó por error",
        take_back_says="Desde ese momento ya no cuenta. Lo anotado sigue en la lista de lo que se retiró, con su "
        "nombre y el motivo.",
        take_back_which="¿Cuál de estas?",
        take_back_why="¿Por qué se retira?",
        take_back_now="Retirarlo",
        take_back_needs="Escriba por qué se retira, y elija cuál. No se retiró nada.",
        take_back_used="Hay sesiones registradas según este acuerdo, así que no se puede retirar aquí.",
        take_back_changed="Alguien lo cambió mientras tanto. Mírelo de nuevo.",
        of_session="sesión del {day}, {service}",
        history="Lo que se retiró",
        taken_back="Retirado el {day}, por {who}. Motivo: {why}",
        answer_taken_back="Respuesta retirada el {day}, por {who}. Motivo: {why}",
        request="{what}, entregada el {day}",
    ),
)
