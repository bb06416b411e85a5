"""What an import found, in the words of a page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from makegood.imports.loaded import SourceFile
from makegood.imports.report import assumed, counts, grouped_left_out, taken
from makegood.imports.result import Import
from makegood.web.setup.answered import Given
from makegood.web.setup.asking import Answered, Asking, answered, asking
from makegood.web.setup.columns import sheet_shown
from makegood.web.setup.field_names import field_of_file, field_of_promise
from makegood.web.setup.promises import Typed
from makegood.web.setup.read_rows import outcomes_shown, samples_shown
from makegood.web.setup.said import outcome
from makegood.web.words.all import SiteWords
from makegood.web.words.reader import in_spanish

_MOST_WORDS: Final = 100
_OF_SESSIONS: Final = frozenset({"log", "grid", "notes", "unknown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that the page shows of an import."""

    sheets: list[dict[str, Any]]
    questions: list[Asking]
    answered: list[Answered]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """What was answered so far.

    Attributes:
        given: The answers.
        typed: What was typed of the IEPs.
        earlier: The files of which an earlier import answered something that still holds: whether of one with the
            same headings, or else of one with the same name.
        wrong: The fields whose last answers are none, and what was typed there.
    """

    given: Iterable[Given] = ()
    typed: Iterable[Typed] = ()
    earlier: Mapping[str, bool] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)


_NOTHING: Final = SoFar()


def seen(made: Import, w: SiteWords, so_far: SoFar = _NOTHING) -> Seen:
    """Return an import as a page shows it."""
    found = counts(made)
    waiting = [
        (
            field_of_promise(student, type_),
            _named(made, student),
            w.statement.service(type_),
            made.waits[student, type_],
        )
        for student, type_ in made.services.waiting
    ]
    return Seen(
        sheets=[sheet for file in _sent(made) for sheet in _sheets(file, made, w, so_far)],
        questions=[asking(question, made, w, so_far.wrong) for question in made.questions],
        answered=[
            *(answered(given, made, w) for given in so_far.given),
            *(_promised(typed, made, w) for typed in so_far.typed),
        ],
        samples=samples_shown(made, w),
        outcomes=outcomes_shown(made, w),
        counts=found,
        taken=[(word, outcome(meaning, w), number) for word, meaning, number in taken(made)[:_MOST_WORDS]],
        assumed=[(_told(says, w), n) for says, n in assumed(made)],
        left_out=[(_told(why, w), len(where), words) for why, where, words in grouped_left_out(made)],
        waiting=waiting,
        has_account=made.has_account,
    )


def _sheets(file: SourceFile, made: Import, w: SiteWords, so_far: SoFar) -> Iterator[dict[str, Any]]:
    """Yield a file's sheets; at the first, what an earlier import answered about the file can be asked again."""
    for at, look in enumerate(made.looks[file.name]):
        afresh = field_of_file(file.name) if not at and file.name in so_far.earlier else ""
        yield {**sheet_shown(file.name, look, made, w), "afresh": afresh, "like": so_far.earlier.get(file.name, False)}


def _promised(typed: Typed, made: Import, w: SiteWords) -> Answered:
    """Return what was typed of an IEP."""
    who = _named(made, typed.student) if typed.student in made.students.all else typed.student
    service = w.statement.service(typed.service)
    return Answered(field=typed.field, says=w.setup.promise_of.format(student=who, service=service), answer=typed.words)


def _sent(made: Import) -> list[SourceFile]:
    """Return the files that somebody sent: what was typed here of the IEPs is none."""
    return [file for file in made.loaded.files if not file.own]


def _told(says: str, w: SiteWords) -> str:
    """Return what the reader of files says, in the language of the page as far as it has the words."""
    return says if w.lang == "en" else in_spanish(says) or says


def _named(made: Import, student: str) -> str:
    one = made.students.all[student]
    return " ".join(part for part in (one.first, one.last) if part) or one.id
