"""Whether a family's own notes go into a letter: only if the family says so."""

from dataclasses import dataclass

from django.http import HttpRequest

from makegood.documents.kinds import KINDS
from makegood.web.access.asked import asked_of
from makegood.web.child.notes import notes_for


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNotes:
    """The notes that a letter has a place for.

    Attributes:
        count: How many would go in.
        private: How many of them nobody else can read yet.
        go_in: Whether they go in.
    """

    count: int
    private: int
    go_in: bool


def own_notes(request: HttpRequest, kind: str) -> OwnNotes | None:
    """Return the writer's notes for a letter; None if there are none, or the letter has no place for them.

    Before the writer has said anything, they go in only if the school can read all of them already.
    """
    asked = asked_of(request)
    found = notes_for(asked) if asked.relation.kind == "family" and KINDS[kind].has_notes else []
    if not found:
        return None
    private = sum(not note.shared for note in found)
    go_in = not private if request.method == "GET" else "notes" in request.POST
    return OwnNotes(count=len(found), private=private, go_in=go_in)
