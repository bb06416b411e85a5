"""How the rows of files were read, in the words of a page: what became of each session, and some of them."""

from collections import Counter

from makegood.imports.draft import SessionDraft
from makegood.imports.match.sessions import Row
from makegood.imports.report import samples
from makegood.imports.result import Import
from makegood.terms.reasons import REASONS
from makegood.web.setup.said import outcome
from makegood.web.words.all import SiteWords


def _became(meaning: str, w: SiteWords) -> str:
    """Return what became of sessions: a reason says that they were missed."""
    said = outcome(meaning, w)
    return w.alone.missed_as.format(reason=said) if meaning in REASONS else said


def outcomes_shown(made: Import, w: SiteWords) -> list[tuple[str, int]]:
    """Return what became of the sessions, the commonest first; those whose time was cut short apart from the missed."""
    found: Counter[str] = Counter()
    for session in made.drafts.sessions:
        if session.meaning in REASONS and session.minutes:
            found[w.setup.partly_as.format(reason=outcome(session.meaning, w))] += 1
        elif session.meaning is not None:
            found[_became(session.meaning, w)] += 1
    return found.most_common()


def _read_as(draft: SessionDraft, row: Row | None, made: Import, w: SiteWords) -> str:
    """Return how a session was read: what became of it, and its minutes."""
    if draft.meaning is None:
        return "?"
    if draft.meaning in REASONS and draft.minutes:
        planned = draft.planned or (made.services.all[row.service].length if row else None)
        why = outcome(draft.meaning, w)
        if planned and planned > draft.minutes:
            whole, missed = w.statement.minutes(planned), planned - draft.minutes
            return w.setup.partly.of(missed, given=draft.minutes, planned=whole, reason=why)
        return w.setup.partly_alone.format(given=w.statement.minutes(draft.minutes), reason=why)
    minutes = f"{draft.minutes} {w.common.minutes_short}" if draft.minutes is not None else ""
    return ", ".join(part for part in (_became(draft.meaning, w), minutes) if part)


def samples_shown(made: Import, w: SiteWords) -> list[dict[str, str]]:
    """Return some rows of the files, and how each was read."""
    drafts = {(draft.where, draft.words): (draft, row) for draft, row in made.rows}
    rows = []
    for one in samples(made):
        draft, row = drafts[one.where, one.words]
        day = w.statement.dated(draft.date) if draft.date else "?"
        read = _read_as(draft, row, made, w)
        rows.append({"words": one.words, "student": draft.student.shown, "day": day, "read": read})
    return rows
