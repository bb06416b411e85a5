"""What changed since the last paper, and who changed it: its figures as known then and now, and the rows between."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from makegood.documents.own_records import OwnRecords
from makegood.ledger import Ledger, ServiceAccount, ledger_of
from makegood.records import RECORDED_AT, Records, Table
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction
from makegood.statements.statement.rules import decider
from makegood.statements.wording.words import capital
from makegood.terms.language import Bilingual

_FIGURES: Final[dict[str, Bilingual[str]]] = {
    "due": Bilingual(en="due", es="correspondía"),
    "given": Bilingual(en="given", es="recibido"),
    "missed": Bilingual(en="missed", es="no recibido"),
    "unrecorded": Bilingual(en="nothing on record", es="sin registro"),
    "made_up": Bilingual(en="made up", es="repuesto"),
    "still": Bilingual(en="still to be made up", es="falta reponer"),
}
_FIGURE: Final = Bilingual(
    en="{service}, {name}: {then} in that paper, {now} now",
    es="{service}, {name}: {then} en ese documento, {now} ahora",
)
_SESSION: Final = Bilingual(
    en="{day}, {service}: {given} given. Entered later.", es="{day}, {service}: {given} recibidos. Anotado después."
)
_DECISION: Final = Bilingual(
    en="A decision about the session of {day}, {service}: {follows}.",
    es="Una decisión sobre la sesión del {day}, {service}: {follows}.",
)
_BY: Final = Bilingual(en="By {who}", es="Por {who}")
_WHO: Final = Bilingual(en="who did it is not on record", es="no consta quién lo hizo")
_DECISIONS: Final = {
    "determinations": Bilingual(en="A decision about a missed session", es="Una decisión sobre una sesión no recibida")
}
_OTHER: Final[dict[str, Bilingual[str]]] = {
    "services": Bilingual(en="What the plan promises", es="Lo que promete el plan"),
    "schedule": Bilingual(en="The weekly schedule", es="El horario semanal"),
    "offers": Bilingual(en="An offer or an answer to it", es="Una oferta o su respuesta"),
    "awards": Bilingual(en="Compensatory services", es="Servicios compensatorios"),
    "student_absences": Bilingual(en="The child's absences", es="Las faltas del niño o niña"),
    "provider_absences": Bilingual(en="The therapist's absences", es="Las faltas del terapeuta"),
    "calendar": Bilingual(en="The school calendar", es="El calendario escolar"),
    "terms": Bilingual(en="The days of school", es="Los días de clases"),
}
_ADDED: Final = Bilingual(en="{what}: a row was added. {by}", es="{what}: se añadió una fila. {by}")
_TAKEN_OUT: Final = Bilingual(
    en="{what}: a row that counted in that paper was taken out. {by}",
    es="{what}: se retiró una fila que contaba en ese documento. {by}",
)
_NO_ROW: Final = Bilingual(
    en="No row that was entered since then explains it: a row without its time of entry, or the text of a rule.",
    es="Ninguna fila anotada desde entonces lo explica: una fila sin fecha de anotación, o el texto de una regla.",
)


@dataclass(frozen=True, slots=True)
class Before:
    """What the last paper rested on.

    Attributes:
        records: The records as they were known on its day.
        day: Its day: rows up to it counted.
    """

    records: Records
    day: dt.date


def changed_since(case: Case, before: Before | None) -> dict[str, Any]:
    """Return what a template says of it: the day (blank if there is none), the figures that differ, the rows since.

    Both accounts are up to the last paper's day, so that what only came later is no change.
    """
    if before is None:
        return {"since": "", "figures": [], "rows": []}
    id_, day = case.student_id, before.day
    then = _figures(ledger_of(before.records, day, only={id_}))
    now = _figures(ledger_of(case.records, day, only={id_}))
    figures = list(_differing(case, then, now))
    rows = list(_rows_since(case, before))
    if figures and not rows:
        rows = [_NO_ROW.of(case.words.lang)]
    return {"since": case.words.day(day), "figures": figures, "rows": rows}


def _figures(ledger: Ledger) -> dict[str, dict[str, int]]:
    """Return each service's figures by its id."""
    return {account.service_id: _of(account) for account in ledger.services}


def _of(account: ServiceAccount) -> dict[str, int]:
    return {
        "due": account.due,
        "given": account.delivered + account.delivered_differently,
        "missed": account.missed,
        "unrecorded": account.unrecorded,
        "made_up": account.made_up,
        "still": account.open + account.overdue,
    }


def _differing(case: Case, then: dict[str, dict[str, int]], now: dict[str, dict[str, int]]) -> Iterator[str]:
    words = case.words
    for service_id in now:
        for name, called in _FIGURES.items():
            old, new = then.get(service_id, {}).get(name, 0), now[service_id][name]
            if old != new:
                yield _FIGURE.of(words.lang).format(
                    service=case.service(service_id),
                    name=called.of(words.lang),
                    then=words.minutes(old),
                    now=words.minutes(new),
                )


def _rows_since(case: Case, before: Before) -> Iterator[str]:
    """Yield each row that concerns the days of the last paper and was entered after it, with who entered it."""
    own = OwnRecords(case.records, case.ledger.as_of).of(case.student_id)
    old = set(before.records.sessions.session_id)
    sessions, places = case.records.sessions, case.records.sessions.index()
    for id_ in own.sessions.session_id:
        at = places[id_]
        if id_ in old or sessions.date[at] > before.day:
            continue
        corrects = sessions.corrects[at]
        yield correction(case, places[corrects], at) if corrects in places else _session(case, at)
    yield from _decisions(case, own, before)
    then = OwnRecords(before.records, before.day).of(case.student_id)
    for name, called in _OTHER.items():
        yield from _others(case, own, before, name, called.of(case.words.lang))
    for name, called in (_DECISIONS | _OTHER).items():
        what = called.of(case.words.lang)
        for _ in range(_taken_out(then.table(name), own.table(name))):
            yield _TAKEN_OUT.of(case.words.lang).format(what=what, by=_by(case, None, None))


def _session(case: Case, at: int) -> str:
    words, sessions = case.words, case.records.sessions
    says = _SESSION.of(words.lang).format(
        day=words.dated(sessions.date[at]),
        service=case.service(sessions.service_id[at]),
        given=words.minutes(sessions.minutes_delivered[at]),
    )
    return f"{says} {_by(case, sessions.recorded_by[at], sessions.recorded_at[at])}"


def _decisions(case: Case, own: Records, before: Before) -> Iterator[str]:
    words, table, sessions = case.words, own.determinations, case.records.sessions
    old = set(before.records.determinations.determination_id)
    for at, id_ in enumerate(table.determination_id):
        session = sessions.index().get(table.session_id[at])
        if id_ in old or session is None or sessions.date[session] > before.day:
            continue
        by = table.decided_by[at]
        says = _DECISION.of(words.lang).format(
            day=words.dated(sessions.date[session]),
            service=case.service(sessions.service_id[session]),
            follows=words.account(table.disposition[at]).lower(),  # type: ignore[arg-type]
        )
        yield f"{says} {_by(case, by and decider(words, by), table.decided_on[at])}"


def _others(case: Case, own: Records, before: Before, name: str, called: str) -> Iterator[str]:
    """Yield each row of a table that names nobody; rows without a time of entry were always known."""
    for when in own.table(name).values(RECORDED_AT):
        if when is not None and _day(when) > before.day:
            yield _ADDED.of(case.words.lang).format(what=called, by=_by(case, None, when))


def _taken_out(then: Table, now: Table) -> int:
    """Return how many rows of a table are there no more; a row with an id is the same one whatever else it says."""
    return (Counter(_named(then)) - Counter(_named(now))).total()


def _named(table: Table) -> Iterator[tuple[Any, ...]]:
    key = table.key()
    names = [key] if key else [name for name in table.columns() if name != RECORDED_AT]
    return zip(*(table.values(name) for name in names), strict=True)


def _day(when: dt.date | dt.datetime) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when


def _by(case: Case, who: str | None, when: dt.date | dt.datetime | None) -> str:
    lang = case.words.lang
    parts = [case.words.day(_day(when))] if when is not None else []
    if who is not None:
        return f"{_BY.of(lang).format(who=', '.join([who, *parts]))}."
    return capital(f"{'; '.join([*parts, _WHO.of(lang)])}.")
