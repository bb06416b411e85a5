"""Taking back what was entered by mistake: a new version says that the row no longer holds, who said so, and why."""

from typing import Any, Final

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from makegood.web.access.asked import Asked, asked_of
from makegood.web.papers.asked_for import ANSWERED, ANSWERS, is_answer
from makegood.web.papers.done import to_letters
from makegood.web.papers.letters import letters_page
from makegood.web.papers.on_record import TABLES, about_child
from makegood.web.papers.writers import Writers
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import change, withdraw
from makegood.web.refusals import not_here
from makegood.web.words.language import words_for

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
                if not _is_done(asked, thing):
                    _take(_row(asked, thing), by=asked.person.ref, why=why)
    except _NotTheirsError:
        return not_here(request)
    except _UsedError:
        return letters_page(request, says=w.take_back_used, status=409)
    except IntegrityError:
        return letters_page(request, says=w.take_back_changed, status=409)
    return to_letters(asked, "taken")


def _row(asked: Asked, thing: str) -> Any:
    """Return the version that holds of a row about this child that this person may take back.

    Raises:
        _NotTheirsError: If it is not there or not theirs to take back; what the form did before is undone.
    """
    old = _rows(asked, thing).first()
    if old is None or is_answer(old) != thing.startswith(f"{ANSWERS}."):
        raise _NotTheirsError
    writers = Writers(asked, old._meta.db_table, [old.ref])
    if writers.hides(old.ref) or not writers.may_take_back(old.ref, old.entered_by if is_answer(old) else None):
        raise _NotTheirsError
    return old


def _is_done(asked: Asked, thing: str) -> bool:
    """Return whether this person has taken it back already: the same form was sent twice."""
    own = _rows(asked, thing, every=True).filter(entered_by=asked.person.ref)
    if thing.startswith(f"{ANSWERS}."):
        return bool(own.filter(replaces__entered_why=ANSWERED, answered_on=None, replaced_by=None).exists())
    return bool(own.filter(withdrawn=True).exists())


def _rows(asked: Asked, thing: str, *, every: bool = False) -> Any:
    """Return the version that holds of the row that a form names, if it is about this child; or every version."""
    name, _, ref = thing.partition(".")
    table = "requests" if name == ANSWERS else name
    if table not in TABLES:
        raise _NotTheirsError
    held = MODELS[table]._default_manager.all() if every else holding(MODELS[table])
    return held.filter(ref=ref, **about_child(asked, table))


def _take(old: Any, *, by: str, why: str) -> None:
    if is_answer(old):
        change(old, {"answered_on": None, "answer": None}, by=by, why=why)
        return
    given: Any = holding(MODELS["sessions"])
    if old._meta.db_table == "awards" and given.filter(award_id=old.award_id).exists():
        raise _UsedError
    withdraw(old, by=by, why=why)
