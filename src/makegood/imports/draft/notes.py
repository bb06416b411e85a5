"""Notes: lines such as `10/13 no speech, Ms K out`."""

import datetime as dt
import re
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import text_of
from makegood.imports.draft.codes import meaning_of_code
from makegood.imports.draft.date_order import order_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, FamilyNote, LeftOut, SessionDraft, StudentRef
from makegood.imports.draft.outcome import HELD, NO_SESSION, Outcome, of_meaning, said_in
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.draft.written_days import start_year_of_days
from makegood.imports.look import Block, Look
from makegood.imports.values.lines import DatedLine, dated_line, minutes_in
from makegood.imports.words import NO_REASONS, bare, phrase_outcomes, service_of

_NONE: Final = re.compile(
    r"\b(?:no|not|didnt|did not|wasnt|skipped|missed|sin|no hubo|no tuvo|no recibio)\b[\s\w]{0,12}?"
    r"\b(speech|ot|pt|therapy|session|services?|counseling|slp|terapia|sesion|habla|clase)\b|^(?:missed|none|nothing)\b"
)
_ONLY: Final = re.compile(r"\b(?:only|just|solo|nomas)\b")
_TWO_DAYS: Final = re.compile(r"(?:or|o)\s+\d{1,2}/\d{1,2}", re.IGNORECASE)
_FILLERS: Final = frozenset(
    ("no", "not", "speech", "therapy", "session", "services", "service", "today", "again", "only", "just", "was",
     "were", "had", "the", "a", "an", "of", "for", "and", "with", "is", "de", "la", "el", "hoy", "otra", "vez",
     "hubo", "con", "sin", "terapia", "sesion", "because", "bc", "porque", "since", "got", "did", "didnt", "have",
     "min", "mins", "tuvo", "si", "recibio", "dieron", "ok", "yes", "held", "went", "to", "hizo", "usual", "as")
)  # fmt: skip
_HAPPENED: Final = re.compile(r"^(?:si$|yes$|si tuvo|had|got|did|went to|yes|ok|held|tuvo|si tuvo|recibio)\b")


def draft_notes(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft lines of notes: each that has a day is a session, held or missed."""
    rows = RowReader(look, block, desk)
    # A comma of the writer's was taken for the sign between two columns.
    joint = " " if look.sheet.typed else ", "
    lines: list[tuple[int, str, DatedLine]] = []
    for number in range(1, len(look.sheet.rows) + 1):
        text = joint.join(text_of(cell) for cell in look.sheet.rows[number - 1] if cell is not None)
        if not text:
            continue
        drafts.rows += 1
        read = dated_line(text)
        if read is None or not read.words:
            if number > block.heading_row:
                drafts.left_out.append(LeftOut(rows.place(number), "a line without a day", text))
            continue
        lines.append((number, text, read))
    days = [line.day for _, _, line in lines]
    where = Place(look.sheet.file, look.sheet.name)
    order, year = order_of(days, desk, where), start_year_of_days(days, desk, where)
    student = rows.student(1)
    if student is None:
        return
    drafts.students.setdefault(student, where)
    table = "log" if not desk.has_log else _table(desk, where)
    if table is None:
        return
    for number, text, line in lines:
        spot = rows.place(number)
        if table == "family_notes":
            drafts.family_notes.append(_seen(spot, student, line, line.day.on(order, year), rows.service))
            continue
        outcome, service = _told(line.words, desk, spot)
        if outcome is None or _TWO_DAYS.match(line.words):
            why = "it names two days" if outcome is not None else "no session, as the mapping says"
            drafts.left_out.append(LeftOut(spot, why, text))
            continue
        drafts.sessions.append(
            SessionDraft(
                where=spot,
                words=text,
                student=student,
                service_type=service or rows.service,
                date=line.day.on(order, year),
                meaning=outcome.meaning,
                minutes=outcome.minutes,
                planned=outcome.planned,
                reason=outcome.reason,
                reason_words=said_in(line.words) if outcome.reason else None,
                note=line.words,
                week=line.day.week,
            )
        )


def _table(desk: Desk, where: Place) -> str | None:
    """Return what notes are beside a log that is there already; None if it has to be asked."""
    answer = desk.answer(("notes_are",))
    if answer is not None:
        return str(answer)
    says = f"The folder has a log already. Are the notes of {desk.file} what the family saw, or the log itself?"
    likely = (
        Answer("family_notes", "what the family saw: it stands beside the log and changes no figure"),
        Answer("log", "the log itself: its sessions are added"),
    )
    desk.ask(Question("table", desk.file, says, ("notes_are",), desk.file, likely=likely), where)
    return None


def _seen(where: Place, student: StudentRef, line: DatedLine, date: dt.date | None, service: str | None) -> FamilyNote:
    """Return a line as what the family saw: its words are kept, whatever was read in them."""
    minutes, rest = minutes_in(line.words)
    plain = bare(rest)
    said = set(phrase_outcomes(rest))
    if _NONE.search(plain) or said.difference(HELD, NO_SESSION):
        saw = "shorter" if minutes and _ONLY.search(plain) else "not_held"
    elif minutes:
        saw = "shorter" if _ONLY.search(plain) else "held"
    else:
        saw = "held" if said == {"held"} or _HAPPENED.match(plain) else "unsure"
    return FamilyNote(where, student, date, _service(rest) or service, saw, minutes, line.words)


def _told(words: str, desk: Desk, where: Place) -> tuple[Outcome | None, str | None]:
    """Return what a line says of a session, and the service that it names."""
    minutes, rest = minutes_in(words)
    service = _service(rest)
    plain = bare(rest)
    own = desk.answer_for_code(words)
    if own is not None:
        return _answered(own, minutes, desk, where), service
    none = _NONE.search(plain) is not None
    said = set(phrase_outcomes(rest)) - NO_SESSION
    reasons = said - NO_REASONS
    if minutes and not none and _ONLY.search(plain):
        # A shorter session has no reason unless somebody gives it one: what is written beside it stays in the note.
        return Outcome("held", minutes), service
    if len(reasons) == 1:
        meaning = reasons.pop()
        desk.take("codes", words, meaning)
        return of_meaning(meaning, None if none else minutes, None, desk, where), service
    left = [word for word in plain.split() if word not in _FILLERS and service_of(word) is None]
    if none and not left:
        return Outcome("missed", 0), service
    if (
        not none
        and not reasons
        and (said == {"held"} or (minutes and not left) or (_HAPPENED.match(plain) and not left))
    ):
        return Outcome("held", minutes), service
    meaning_of_code(words, desk, where)
    return Outcome(None, None), service


def _answered(own: str | int, minutes: int | None, desk: Desk, where: Place) -> Outcome | None:
    """Return what a line was answered to say; minutes alone are how long the session was."""
    if isinstance(own, int):
        return Outcome("held" if own else "missed", own)
    return None if own in NO_SESSION else of_meaning(own, minutes, None, desk, where)


def _service(words: str) -> str | None:
    found = {named for word in bare(words).split() if len(word) > 1 and (named := service_of(word))}
    return found.pop() if len(found) == 1 else None
