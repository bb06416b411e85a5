"""The pages of a packet: the statement, every session with its row, decisions, offers, calendar, index of exhibits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from makegood.documents.blocks import Block, Paper, heading, paragraph, table
from makegood.documents.statement_paper import statement_blocks, statement_paper
from makegood.documents.subject import Subject, case_of
from makegood.documents.tables import notes as notes_table
from makegood.ledger import Ledger
from makegood.records import Records
from makegood.statements.log_rows import log_rows
from makegood.statements.statement.case import Case
from makegood.statements.statement.statement import Statement
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrases:
    title: str
    contents: str
    sessions: str
    sessions_head: tuple[str, ...]
    supposed: str
    no_row: str
    decisions: str
    decisions_head: tuple[str, ...]
    offers: str
    offers_head: tuple[str, ...]
    requests: str
    requests_head: tuple[str, ...]
    calendar: str
    calendar_head: tuple[str, ...]
    notes: str
    exhibits: str
    exhibits_say: str
    exhibits_head: tuple[str, ...]
    responses: Mapping[str, str]
    asked: Mapping[str, str]
    days: Mapping[str, str]


_SAY: Final = Bilingual(
    en=_Phrases(
        title="Packet of services",
        contents="Contents",
        sessions="Every session, with its row",
        sessions_head=("Date", "Service", "Planned", "Given", "Reason", "Row"),
        supposed="supposed, not recorded",
        no_row="none",
        decisions="Decisions",
        decisions_head=("Row", "Decided", "By", "What follows"),
        offers="Offers and answers",
        offers_head=("Row", "Offered on", "How", "Answer"),
        requests="Requests of the family",
        requests_head=("Row", "Came on", "For", "Answered on"),
        calendar="Calendar: the days that differ",
        calendar_head=("From", "To", "What", "Name"),
        notes="Notes of the family",
        exhibits="Index of exhibits",
        exhibits_say="These files are beside this paper and inside it. 'makegood verify' counts every figure once more "
        "from them. A file that was changed has another sum (SHA-256).",
        exhibits_head=("Exhibit", "File", "Sum"),
        responses={"accepted": "accepted", "declined": "declined", "no_answer": "no answer yet"},
        asked={"iep_meeting": "a meeting", "records": "records", "make_up": "make-ups", "amendment": "an amendment"},
        days={
            "holiday": "holiday",
            "break": "break",
            "in_service": "staff training day",
            "weather_closure": "closed for weather",
            "emergency_closure": "emergency closing",
            "early_dismissal": "early dismissal",
            "delayed_start": "late start",
            "remote_day": "remote day",
            "school_day": "school day",
        },
    ),
    es=_Phrases(
        title="Expediente de servicios",
        contents="Contenido",
        sessions="Cada sesión, con su fila",
        sessions_head=("Fecha", "Servicio", "Previsto", "Dado", "Motivo", "Fila"),
        supposed="supuesto, no registrado",
        no_row="ninguna",
        decisions="Decisiones",
        decisions_head=("Fila", "Fecha", "Quién decidió", "Qué corresponde"),
        offers="Ofertas y respuestas",
        offers_head=("Fila", "Fecha de la oferta", "Cómo", "Respuesta"),
        requests="Solicitudes de la familia",
        requests_head=("Fila", "Llegó el", "Qué se pidió", "Respondida el"),
        calendar="Calendario: los días que difieren",
        calendar_head=("Del", "Al", "Qué", "Nombre"),
        notes="Notas de la familia",
        exhibits="Índice de anexos",
        exhibits_say="Estos archivos están junto a este documento y dentro de él. 'makegood verify' vuelve a contar "
        "cada cifra a partir de ellos. Un archivo cambiado tiene otra suma (SHA-256).",
        exhibits_head=("Anexo", "Archivo", "Suma"),
        responses={"accepted": "aceptada", "declined": "rechazada", "no_answer": "sin respuesta"},
        asked={"iep_meeting": "reunión", "records": "expedientes", "make_up": "reposición", "amendment": "corrección"},
        days={
            "holiday": "feriado",
            "break": "vacaciones",
            "in_service": "día de capacitación del personal",
            "weather_closure": "cierre por mal tiempo",
            "emergency_closure": "cierre de emergencia",
            "early_dismissal": "salida temprana",
            "delayed_start": "entrada tarde",
            "remote_day": "día a distancia",
            "school_day": "día de clases",
        },
    ),
)


def packet_paper(
    records: Records, ledger: Ledger, statement: Statement, sums: Mapping[str, str], *, notes: bool
) -> Paper:
    """Return a packet's pages.

    Args:
        records: The child's own records.
        ledger: Their ledger.
        statement: Their statement.
        sums: Each exhibit with its sum.
        notes: Whether the family's notes go in.
    """
    subject = Subject(student_id=statement.student_id, lang=statement.lang, writer="school", fields={})
    case = case_of(records, ledger, subject)
    say, paper = _SAY.of(statement.lang), statement_paper(statement)
    name = f" · {statement.name}" if statement.name else ""
    title = f"{say.title}{name}"
    paper["foot"] = paper["foot"].replace(paper["title"], title, 1)
    paper["kind"], paper["title"], paper["contents"] = "packet", title, say.contents
    paper["blocks"] = [
        {"type": "page"},
        *statement_blocks(statement, case.words),
        *_log(case, say),
        *_decided(case, say),
        *_offered(case, say),
        *_requested(case, say),
        *_calendar(case, say),
    ]
    if notes:
        paper["blocks"] += [heading(say.notes), notes_table(case)]
    paper["blocks"] += [
        heading(say.exhibits),
        paragraph(say.exhibits_say),
        table(say.exhibits_head, [[str(n), at, sum_] for n, (at, sum_) in enumerate(sums.items(), 1)], [2, 6, 12]),
    ]
    return paper


def _log(case: Case, say: _Phrases) -> Iterator[Block]:
    words, sessions = case.words, case.records.sessions
    places = sessions.index()
    rows = [
        [
            words.dated(row.date),
            case.service(row.service_id) + ("" if row.kind == "regular" else f" ({words.log.kinds[row.kind]})"),
            words.number(row.planned),
            words.number(row.delivered)
            + (f" ({say.supposed})" if row.session_id and sessions.is_supposed(places[row.session_id]) else ""),
            case.why(row.reason, row.session_id) if row.gap else "",
            row.session_id or say.no_row,
        ]
        for row in sorted(
            log_rows(case.log, [case.student_id]), key=lambda row: (row.date, row.service_id, row.session_id or "")
        )
        if row.date <= case.ledger.as_of
    ]
    yield heading(say.sessions)
    yield table(say.sessions_head, rows, [5, 6, 3, 2, 6, 3])


def _decided(case: Case, say: _Phrases) -> Iterator[Block]:
    words, own = case.words, case.records.determinations
    if len(own):
        rows = [
            [
                own.session_id[at],
                words.short_day(day) if (day := own.decided_on[at]) else "",
                own.decided_by[at] or "",
                words.account(own.disposition[at])  # type: ignore[arg-type]
                + (f" ({words.minutes(minutes)})" if (minutes := own.minutes[at]) is not None else ""),
            ]
            for at in range(len(own))
        ]
        yield heading(say.decisions)
        yield table(say.decisions_head, rows, [3, 4, 5, 7])


def _offered(case: Case, say: _Phrases) -> Iterator[Block]:
    own = case.records.offers
    if len(own):
        rows = [
            [
                own.session_id[at],
                case.words.short_day(own.date[at]),
                own.method[at] or "",
                say.responses[own.response[at]],
            ]
            for at in range(len(own))
        ]
        yield heading(say.offers)
        yield table(say.offers_head, rows, [3, 4, 4, 5])


def _requested(case: Case, say: _Phrases) -> Iterator[Block]:
    own, words = case.records.requests, case.words
    rows = [
        [
            own.request_id[at],
            words.short_day(own.received_on[at]),
            say.asked[own.kind[at]],
            words.short_day(day) if (day := own.answered_on[at]) else say.responses["no_answer"],
        ]
        for at in sorted(range(len(own)), key=lambda at: (own.received_on[at], own.request_id[at]))
        if own.received_on[at] <= case.ledger.as_of
    ]
    if rows:
        yield heading(say.requests)
        yield table(say.requests_head, rows, [3, 4, 5, 5])


def _calendar(case: Case, say: _Phrases) -> Iterator[Block]:
    own, words = case.records.calendar, case.words
    if len(own):
        rows = [
            [
                words.short_day(own.date[at]),
                words.short_day(own.until[at] or own.date[at]),
                say.days[own.kind[at]],
                own.label[at] or "",
            ]
            for at in sorted(range(len(own)), key=lambda at: own.date[at])
        ]
        yield heading(say.calendar)
        yield table(say.calendar_head, rows, [4, 4, 6, 6])
