"""In which language a page speaks: as the person chose, else as the browser asks."""

from collections.abc import Callable
from typing import Any, Final, cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from makegood.terms.language import Lang
from makegood.web.words.all import SiteWords, site_words

COOKIE: Final = "makegood_language"
LANGS: Final[tuple[Lang, ...]] = ("en", "es")
PAGE_IN: Final = "page_in"
"""The field of a page's own form that asks for another language: the form is sent on to its page as it stands."""


def speak(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Put the language and its words on each request."""

    def middleware(request: Any) -> HttpResponseBase:
        request.lang = _language(request)
        request.words = site_words(request.lang)
        with translation.override(request.lang):
            response = answer(request)
        response.headers.setdefault("Content-Language", request.lang)
        return response

    return middleware


def words_for(request: HttpRequest) -> SiteWords:
    """Return the words of a request."""
    return cast("SiteWords", request.words)


def _language(request: Any) -> Lang:
    chosen = request.COOKIES.get(COOKIE) or (request.person.lang if request.person else "")
    if chosen in LANGS:
        return cast("Lang", chosen)
    asked = str(request.headers.get("Accept-Language", "")).casefold()
    places = {lang: asked.find(lang) for lang in LANGS}
    there = [lang for lang in LANGS if places[lang] >= 0]
    return min(there, key=places.__getitem__) if there else "en"
