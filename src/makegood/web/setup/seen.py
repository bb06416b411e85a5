"""What an import found, in the words of a page."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, cast

from makegood.imports.ask import Answer, Question
from makegood.imports.draft import SessionDraft
from makegood.imports.loaded import SourceFile
from makegood.imports.look.look import Shape
from makegood.imports.match.sessions import Row
from makegood.imports.report import assumed, counts, grouped_left_out, samples, taken
from makegood.imports.result import Import
from makegood.imports.write.caseload import OWN
from makegood.intake.mandate import read_mandate
from makegood.statements.wording.services import SERVICES
from makegood.terms.reasons import REASONS
from makegood.web.promised import promised
from makegood.web.setup.columns import meanings_shown, sheet_shown
from makegood.web.setup.field_names import field_of_promise, field_of_question
from makegood.web.words.all import SiteWords
from makegood.web.words.reader import about_in_spanish, in_spanish

_MOST_WORDS: Final = 100
_OF_SESSIONS: Final = frozenset({"log", "grid", "notes", "unknown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as a page asks it.

    Attributes:
        field: The name of its field.
        where: Where it first is in the file.
        likely: Its likely answers: value and words.
        own: The kind of field for an answer of one's own; blank if there is none.
        choices: What an answer of one's own may be, where that is one of some: value and words.
        wrong: Why the last answer was none; blank if it was one, or nothing was answered.
        typed: What was typed then.
    """

    field: str
    says: str
    where: str
    times: int
    likely: list[tuple[str, str]]
    own: str
    choices: list[tuple[str, str]]
    wrong: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that the page shows of an import."""

    sheets: list[dict[str, Any]]
    questions: list[Asking]
    samples: list[dict[str, str]]
    outcomes: list[tuple[str, int]]
    counts: dict[str, Any]
    taken: list[tuple[str, str, int]]
    assumed: list[tuple[str, int]]
    left_out: list[tuple[str, int, str]]
    waiting: list[tuple[str, str, str, int]]
    has_account: bool

    @property
    def says_little(self) -> bool:
        """Whether no session was read although a sheet may hold some: it has columns that are not used, or is a log."""
        may_hold = any(sheet["unread"] or sheet["shape_value"] in _OF_SESSIONS for sheet in self.sheets)
        return may_hold and not self.counts["sessions"]


def seen(made: Import, w: SiteWords, wrong: Mapping[str, str] = MappingProxyType({})) -> Seen:
    """Return an import as a page shows it."""
    found = counts(made)
    waiting = [
        (field_of_promise(at), _named(made, student), w.statement.service(type_), made.waits[student, type_])
        for at, (student, type_) in enumerate(made.services.waiting)
    ]
    return Seen(
        sheets=[sheet_shown(file.name, look, made, w) for file in _sent(made) for look in made.looks[file.name]],
        questions=[_asking(question, made, w, wrong) for question in made.questions],
        samples=_samples(made, w),
        outcomes=_outcomes(made, w),
        counts=found,
        taken=[(word, outcome(meaning, w), number) for word, meaning, number in taken(made)[:_MOST_WORDS]],
        assumed=[(_told(says, w), n) for says, n in assumed(made)],
        left_out=[(_told(why, w), len(where), words) for why, where, words in grouped_left_out(made)],
        waiting=waiting,
        has_account=made.has_account,
    )


def _sent(made: Import) -> list[SourceFile]:
    """Return the files that somebody sent: what was typed here of the IEPs is none."""
    return [file for file in made.loaded.files if not file.own]


def outcome(meaning: str, w: SiteWords) -> str:
    """Return what a word of a file means, in words: an outcome, a reason, a service, or what it is."""
    said = cast("dict[str, str]", w.setup.outcomes).get(meaning)
    if said:
        return said
    if meaning in REASONS:
        return w.statement.reason(meaning)
    # An IEP's words that were chosen among several readings.
    read = read_mandate(meaning) if any(map(str.isdecimal, meaning)) else None
    if read is not None and read.status == "ok":
        return promised(read.readings[0], w.statement)
    return w.statement.service(meaning)


def _told(says: str, w: SiteWords) -> str:
    """Return what the reader of files says, in the language of the page as far as it has the words."""
    return says if w.lang == "en" else in_spanish(says) or says


def _counted(meaning: str, w: SiteWords) -> str:
    """Return what became of sessions: a reason says that they were missed."""
    said = outcome(meaning, w)
    return w.alone.missed_as.format(reason=said) if meaning in REASONS else said


def _outcomes(made: Import, w: SiteWords) -> list[tuple[str, int]]:
    """Return what became of the sessions, the commonest first; those whose time was cut short apart from the missed."""
    found: Counter[str] = Counter()
    for session in made.drafts.sessions:
        if session.meaning in REASONS and session.minutes:
            found[w.setup.partly_as.format(reason=outcome(session.meaning, w))] += 1
        elif session.meaning is not None:
            found[_counted(session.meaning, w)] += 1
    return found.most_common()


def _read_as(draft: SessionDraft, row: Row | None, made: Import, w: SiteWords) -> str:
    """Return how a session was read: what became of it, and its minutes."""
    if draft.meaning is None:
        return "?"
    if draft.meaning in REASONS and draft.minutes:
        planned = draft.planned or (made.services.all[row.service].length if row else None)
        why = outcome(draft.meaning, w)
        if planned and planned > draft.minutes:
            return w.setup.partly.format(given=draft.minutes, planned=w.statement.minutes(planned), reason=why)
        return w.setup.partly_alone.format(given=w.statement.minutes(draft.minutes), reason=why)
    minutes = f"{draft.minutes} {w.common.minutes_short}" if draft.minutes is not None else ""
    return ", ".join(part for part in (_counted(draft.meaning, w), minutes) if part)


def _named(made: Import, student: str) -> str:
    one = made.students.all[student]
    return " ".join(part for part in (one.first, one.last) if part) or one.id


def _samples(made: Import, w: SiteWords) -> list[dict[str, str]]:
    drafts = {(draft.where, draft.words): (draft, row) for draft, row in made.rows}
    rows = []
    for one in samples(made):
        draft, row = drafts[one.where, one.words]
        day = w.statement.dated(draft.date) if draft.date else "?"
        read = _read_as(draft, row, made, w)
        rows.append({"words": one.words, "student": draft.student.shown, "day": day, "read": read})
    return rows


def _asking(question: Question, made: Import, w: SiteWords, wrong: Mapping[str, str]) -> Asking:
    own = ""
    choices: list[tuple[str, str]] = []
    if question.kind == "column":
        own, choices = "select", meanings_shown(_shape_of(question, made), w)
    elif question.any_text:
        own = {"school_days": "date", "session_minutes": "number"}.get(question.kind, "text")
    name = field_of_question(question)
    phrase = cast("dict[str, str]", w.setup.asks).get(question.kind)
    return Asking(
        field=name,
        says=question.says if w.lang == "en" or not phrase else phrase.format(of=_of(question, w)),
        where=question.where[0].words(w.lang) if question.where and question.file != OWN else "",
        times=question.times,
        likely=[(str(at), _answer(question, each, w)) for at, each in enumerate(question.likely)],
        own=own,
        choices=choices,
        wrong="" if name not in wrong else w.alone.wrong_days if own == "date" else w.setup.not_an_answer,
        typed=wrong.get(name, ""),
    )


def _shape_of(question: Question, made: Import) -> Shape:
    return next(look.shape for look in made.looks[question.file] if look.sheet.name == question.key[1])


def _of(question: Question, w: SiteWords) -> str:
    """Return what a question is about: words of the file as they are, our own in the language of the page."""
    if question.kind == "session_minutes":
        return w.statement.service(question.of)
    if question.kind != "service":
        return about_in_spanish(question.of)
    who, _, how = question.of.partition(": ")
    return f"{who}: {', '.join(_how(part, w) for part in how.split(', '))}"


def _how(part: str, w: SiteWords) -> str:
    """Return how sessions were given: a service, individual or in a group, and their minutes."""
    minutes = part.removesuffix(" minutes")
    if minutes != part and minutes.isdecimal():
        return w.statement.minutes(int(minutes))
    return {"individual": "individual", "group": "en grupo"}.get(part) or w.statement.service(part.replace(" ", "_"))


def _answer(question: Question, answer: Answer, w: SiteWords) -> str:
    value = answer.value
    if isinstance(value, dt.date) and question.kind == "day":
        return w.statement.dated(value)
    if isinstance(value, int):
        return w.statement.minutes(value)
    if question.kind != "column" and isinstance(value, str) and (value in REASONS or value in w.setup.outcomes):
        return outcome(value, w)
    plain = answer.says or str(value).replace("_", " ")
    return plain if w.lang == "en" else _in_spanish(question, value, plain, w)


def _in_spanish(question: Question, value: Any, plain: str, w: SiteWords) -> str:
    if question.kind == "promise":
        return outcome(str(value), w)
    if question.kind in {"service_word", "service_type"} and value in SERVICES.es:
        return w.statement.service(str(value))
    return in_spanish(plain) or plain
