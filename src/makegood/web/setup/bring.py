"""Bringing files in, by screens: send, look, answer, confirm. Nothing is written before the last."""

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from makegood.imports.result import Import
from makegood.web.access.asked import asked_of
from makegood.web.setup import work as works
from makegood.web.setup.answered import earlier_in, given_in, note_begun, note_given, take_back
from makegood.web.setup.columns import correct
from makegood.web.setup.lay_out import known_by_name
from makegood.web.setup.promises import promise, take_promise_back, typed_in
from makegood.web.setup.reading import answer, keep_answers, look, refresh
from makegood.web.setup.receive import CUT
from makegood.web.setup.seen import SoFar, seen
from makegood.web.setup.work import Work
from makegood.web.setup.write_in import write_in
from makegood.web.words.language import words_for

_BAD: Final = 400
_NOT_HERE: Final = 404
_TAKEN: Final = 409


def _alone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view answer while no other one works in the imports of the same relation."""

    @wraps(view)
    def answered(request: HttpRequest, **named: Any) -> HttpResponse:
        with works.one_at_a_time(asked_of(request).relation.ref):
            return view(request, **named)

    return answered


@_alone
def bring(request: HttpRequest, **_: Any) -> HttpResponse:
    """Take files, and lead to what they look like."""
    asked, words = asked_of(request), words_for(request).setup
    if request.method != "POST":
        return render(request, "setup/bring.html")
    sent = request.FILES.getlist("files")
    if getattr(request, CUT, False) or not sent:
        says = words.too_large if getattr(request, CUT, False) else words.no_file
        return render(request, "setup/bring.html", {"error": says}, status=_BAD)
    work = works.begin(asked.relation.ref)
    works.keep(work, sent)
    refresh(work)
    made, found = look(work)
    if made is None:
        work.remove()
        return render(request, "setup/bring.html", {"error": words.not_read, "findings": found}, status=_BAD)
    note_begun(work, made, known_by_name(path.name for path in work.files))
    return redirect("bring_look", relation=asked.relation.ref, upload=work.ref)


@_alone
def bring_look(request: HttpRequest, *, upload: str, **_: Any) -> HttpResponse:
    """Show what the files look like and what is asked; take answers."""
    asked = asked_of(request)
    work = works.find(upload, asked.relation.ref)
    if work is None:
        return _gone(request)
    made, found = look(work)
    if made is None:
        return render(request, "setup/bring.html", {"findings": found}, status=_BAD)
    if request.method != "POST":
        return _page(request, work, made)
    again = correct(made, request.POST)
    wrong = answer(made, request.POST)
    back = take_back(work, made, request.POST)
    problems = keep_answers(made) if again or back or made.questions else []
    if not problems:
        note_given(work, made)
    if wrong or problems:
        fresh, _found = look(work)
        words = words_for(request).setup
        error = words.not_written if problems else words.not_an_answer
        return _page(request, work, fresh or made, wrong=wrong, status=_BAD, error=error, findings=problems)
    if not made.questions:
        promise(work, made, request.POST)
    back = take_promise_back(work, request.POST) or back
    address = reverse("bring_look", kwargs={"relation": asked.relation.ref, "upload": work.ref})
    return redirect(f"{address}#asked" if back else address)


@_alone
def bring_write(request: HttpRequest, *, upload: str, **_: Any) -> HttpResponse:
    """Write it, all or nothing."""
    asked, words = asked_of(request), words_for(request)
    work = works.find(upload, asked.relation.ref)
    if work is None:
        return _gone(request)
    refresh(work)
    made, found = look(work)
    if made is None:
        return render(request, "setup/bring.html", {"findings": found}, status=_BAD)
    # Who changed what a column holds, or typed what an IEP says, and went on has not seen yet what that gives.
    again = correct(made, request.POST)
    problems = keep_answers(made) if again else []
    if not problems and (promise(work, made, request.POST) or again or made.questions):
        return redirect("bring_look", relation=asked.relation.ref, upload=work.ref)
    if not made.has_account:
        return _page(request, work, made, error=words.setup.no_promise, status=_TAKEN)
    shown = seen(made, words)
    brought: dict[str, int] = {}
    if not problems:
        problems, brought = write_in(work, made, asked)
    if problems:
        return _page(request, work, made, error=words.setup.not_written, findings=problems, status=_TAKEN)
    work.remove()
    return render(request, "setup/done.html", {"sums": brought, "seen": shown})


@_alone
def bring_drop(request: HttpRequest, *, upload: str, **_: Any) -> HttpResponse:
    """Give an import up."""
    asked = asked_of(request)
    work = works.find(upload, asked.relation.ref)
    if work is None:
        return _gone(request)
    work.remove()
    return redirect("bring", relation=asked.relation.ref)


def _gone(request: HttpRequest) -> HttpResponse:
    """Say that the files wait here no longer: "Bring it in" was pressed twice, or an old page is open."""
    return render(request, "setup/bring.html", {"error": words_for(request).setup.gone}, status=_NOT_HERE)


def _page(
    request: HttpRequest,
    work: Work,
    made: Import,
    *,
    wrong: Mapping[str, str] = MappingProxyType({}),
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    so_far = SoFar(given=given_in(work, made), typed=typed_in(work), earlier=earlier_in(work), wrong=wrong)
    shown = seen(made, words_for(request), so_far)
    return render(request, "setup/look.html", {"seen": shown, "upload": work.ref, **more}, status=status)
