"""What every page has at hand: the words, who is signed in, as whom they look."""

from typing import Any

from django.http import HttpRequest

from makegood.web.clock import today
from makegood.web.people.shown import whom
from makegood.web.site import site
from makegood.web.words.all import site_words


def words(request: HttpRequest) -> dict[str, Any]:
    """Return what every template may use."""
    said = getattr(request, "words", None) or site_words("en")
    asked = getattr(request, "asked", None)
    return {
        "w": said,
        "lang": said.lang,
        "person": getattr(request, "person", None),
        "asked": asked,
        "whom": whom(asked.relation, said) if asked else None,
        "demo_day": said.statement.day(today()) if site().demo else None,
        "path": request.path,
        # A page that answers a form which was not taken shows again what was filled in.
        "sent": request.POST,
    }
