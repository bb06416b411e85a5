"""Back to the letters of a child after something was entered or taken back: the page says what was done."""

from typing import Final, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from makegood.web.access.asked import Asked
from makegood.web.words.language import words_for

Done = Literal["entered", "taken"]
_FIELD: Final = "done"


def to_letters(asked: Asked, done: Done) -> HttpResponse:
    """Lead to the list of letters, which says what was done: what was entered stands at its end."""
    letters = reverse("letters", kwargs={"relation": asked.relation.ref, "child": asked.the_child.ref})
    return redirect(f"{letters}?{_FIELD}={done}")


def what_was_done(request: HttpRequest) -> str:
    """Return what the form that led to this page did, in words; blank if none led to it."""
    w = words_for(request).replies
    said = {"entered": w.done_entered, "taken": w.done_taken}
    return said.get(request.GET.get(_FIELD, ""), "") if request.method == "GET" else ""
