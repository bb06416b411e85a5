"""Taking back what was entered by mistake: a new version says that the row no longer holds, who said so, and why."""

from typing import Any, Final

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from makegood.web.access.asked import Asked, asked_of
from makegood.web.papers.asked_for import is_answer
from makegood.web.papers.letters import letters_page
from makegood.web.papers.on_record import rows_of
from makegood.web.papers.writers import Writers
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import change, withdraw
from makegood.web.refusals import not_here
from makegood.web.words.language import words_for

TABLES: Final = ("requests", "notices", "offers", "awards")
_LONGEST: Final = 500


class _NotTheirsError(Exception):
    """A form names what is not there, or what this person may not take back."""


class _UsedError(Exception):
    """Sessions are on record under an agreement."""


def take_back(request: HttpRequest, **_: Any) -> HttpResponse:
    """Take back the rows that a form names, all or none."""
    asked, w = asked_of(request), words_for(request).replies
    things, why = list(dict.fromkeys(request.POST.getlist("row"))), request.POST.get("why", "").strip()[:_LONGEST]
    if not things or not why:
        return letters_page(request, says=w.take_back_needs, status=400)
    try:
        with transaction.atomic():
            for thing in things:
                old = _row(asked, thing)
                if old is None:
                    raise _NotTheirsError  # noqa: TRY301 - what was written before in this form is undone
                _take(old, by=asked.person.ref, why=why)
    except _NotTheirsError:
        return not_here(request)
    except _UsedError:
        return letters_page(request, says=w.take_back_used, status=409)
    except IntegrityError:
        return letters_page(request, says=w.take_back_changed, status=409)
    return redirect("letters", relation=asked.relation.ref, child=asked.the_child.ref)


def _row(asked: Asked, thing: str) -> Any:
    """Return the version that holds of a row about this child that this person may take back."""
    table, _, ref = thing.partition(".")
    if table not in TABLES:
        return None
    rows: Any = rows_of(asked, table)
    old = rows.filter(ref=ref).first()
    if old is None:
        return None
    writers = Writers(asked, table, [ref])
    latest = old.entered_by if is_answer(old) else None
    return old if not writers.hides(ref) and writers.may_take_back(ref, latest) else None


def _take(old: Any, *, by: str, why: str) -> None:
    if is_answer(old):
        change(old, {"answered_on": None, "answer": None}, by=by, why=why)
        return
    given: Any = holding(MODELS["sessions"])
    if old._meta.db_table == "awards" and given.filter(award_id=old.award_id).exists():
        raise _UsedError
    withdraw(old, by=by, why=why)
