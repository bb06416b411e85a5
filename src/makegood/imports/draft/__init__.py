"""Draft: rows of the file as sessions, promises, students and days, each with its source; nothing written yet."""

from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import (
    AbsenceDraft,
    DayDraft,
    Drafts,
    FamilyNote,
    LeftOut,
    PromiseDraft,
    SessionDraft,
    StudentRef,
)
from makegood.imports.draft.settle import settle
from makegood.imports.draft.sheets import draft_sheet

__all__ = [
    "AbsenceDraft", "DayDraft", "Desk", "Drafts", "FamilyNote", "LeftOut", "PromiseDraft", "SessionDraft",
    "StudentRef", "draft_sheet", "settle",
]  # fmt: skip
