"""Why a figure is what it is: what is on record, which rule applies, what follows, who decides."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.answers.explain import explanation
from makegood.answers.figure import how_given
from makegood.records import Records
from makegood.records.log import ASSUMED
from makegood.statements.statement.statement import MissLine, Statement
from makegood.terms.place_words import source_in_words
from makegood.terms.reasons import REASONS
from makegood.web.access.asked import Asked, asked_of
from makegood.web.child.account import account_of
from makegood.web.child.anchors import OF, back_to
from makegood.web.child.own_words import own_words
from makegood.web.people.shown import who
from makegood.web.records.models import MODELS, Entry
from makegood.web.records.versions import holding
from makegood.web.refusals import not_here
from makegood.web.setup.in_short import beside
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for


def why(request: HttpRequest, *, thing: str, **_: Any) -> HttpResponse:
    """Explain one miss of the child in the address."""
    asked, words = asked_of(request), words_for(request)
    row, ref = _meant(asked, thing)
    if ref is None:
        return not_here(request)
    records, answer = account_of(asked, words.lang)
    if records is None or answer.value is None:
        return render(request, "child/cannot.html", {"findings": answer.findings})
    lines = _lines(answer.value, ref)
    back = back_to(asked, thing, request.GET.get(OF, ""))
    ways = _ways(records, ref, asked, words)
    if row is not None and ways is not None and not lines:
        service = words.statement.service(ways[0])
        about = {
            "date": dt.date.fromisoformat(row.date),
            "service": service,
            "row": _row(row, asked, words),
            "ways": ways[1],
            "back": back,
        }
        return render(request, "child/held.html", about)
    if not lines:
        return not_here(request)
    policy_of = {service.service_id: service.policy_id for service in answer.value.services}
    rules = {rule.number: rule for rule in answer.value.rules}
    silent = [beside(policy_of[line.service_id], line, rules[line.rule], words) for line in lines]
    shown = {
        "lines": lines,
        "back": back,
        "silent": list(dict.fromkeys(says for says in silent if says)),
        "rules": [rule for rule in answer.value.rules if rule.number in {line.rule for line in lines}],
        "row": _row(row, asked, words) if row else None,
        "wrote": own_words(asked, [row.session_id]).get(row.session_id) if row else None,
        "steps": explanation(records, ref, asked.day).value if not asked.relation.about.family else None,
    }
    return render(request, "child/why.html", shown)


def _meant(asked: Asked, thing: str) -> tuple[Any, str | None]:
    """Return the row and what the room answers calls it; nothing if it is not this child's."""
    ref, _, day = thing.partition(".")
    services = holding(MODELS["services"]).filter(student_id=asked.the_child.student_id)
    if day:
        service = services.filter(ref=ref).first()
        if service is None:
            return None, None
        return None, f"{service.service_id}:{day}"
    own = services.values_list("service_id", flat=True)
    row: Entry | None = holding(MODELS["sessions"]).filter(ref=ref, service_id__in=own).first()
    return row, getattr(row, "session_id", None)


def _ways(records: Records, ref: str, asked: Asked, w: SiteWords) -> tuple[str, list[str]] | None:
    """Return the type of service of a session that counts, and in what ways it was given otherwise; None for no row."""
    given = how_given(records, ref, asked.day)
    return None if given is None else (given[0], [w.statement.different(way) for way in given[1]])


def _day(written: str | None, w: SiteWords) -> str | None:
    """Return the day of a moment in words."""
    return w.statement.day(dt.date.fromisoformat(written[:10])) if written else None


def _lines(statement: Statement, ref: str) -> list[MissLine]:
    return [miss for service in statement.services for miss in service.misses if miss.ref == ref]


def _row(row: Any, asked: Asked, w: SiteWords) -> dict[str, Any]:
    """Return what a row says: what was planned and given, why, by whom and when.

    To staff also the reason word for word, and to who keeps a log alone too, who gave it and where the row comes from.
    A family reads the reason as it was read: what somebody wrote may tell of a colleague's health.
    """
    inside = asked.relation.about.staff or asked.relation.about.alone
    return {
        "planned": row.minutes_planned,
        "given": row.minutes_delivered,
        "reason": w.statement.reason(row.reason) if row.reason in REASONS else row.reason,
        "words": row.reason_words if asked.relation.about.staff and row.reason_words != row.reason else None,
        "provider": who(row.provider_id, w) if inside else None,
        "source": source_in_words(row.source, w.lang) if inside and row.source and row.source != ASSUMED else None,
        "by": who(row.recorded_by, w),
        "when": _day(row.recorded_at, w),
        "corrects": bool(row.corrects),
    }
