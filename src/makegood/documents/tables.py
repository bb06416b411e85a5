"""The tables of papers: misses, gaps, what follows, notes of the family, services, agreed make-ups, signed sessions."""

from collections.abc import Callable, Sequence
from typing import Final

from makegood.documents.blocks import Block, paragraph, table
from makegood.ledger import Miss
from makegood.statements.statement.case import Case
from makegood.statements.statement.misses import labels_of, what_follows
from makegood.statements.statement.rules import RuleBook
from makegood.statements.wording.words import Words
from makegood.terms.language import Bilingual, Lang

_SAW: Final[dict[str, Bilingual[str]]] = {
    "held": Bilingual(en="the session was held", es="hubo sesión"),
    "not_held": Bilingual(en="the session was not held", es="no hubo sesión"),
    "shorter": Bilingual(en="the session was shorter", es="la sesión fue más corta"),
    "unsure": Bilingual(en="not sure", es="no es seguro"),
}

_NONE: Final = Bilingual(en="There is none on record up to {day}.", es="No consta nada al {day}.")


def _head(lang: Lang, en: Sequence[str], es: Sequence[str]) -> Sequence[str]:
    return Bilingual(en=en, es=es).of(lang)


def or_none(case: Case, block: Block) -> Block:
    """Return a table, or the sentence that there is nothing to list."""
    if block["rows"]:
        return block
    return paragraph(_NONE.of(case.words.lang).format(day=case.words.day(case.ledger.as_of)))


def saw_in_words(words: Words, saw: str, minutes: int | None) -> str:
    """Return what a family saw, with the minutes that it noted if it noted any."""
    return _SAW[saw].of(words.lang) + (f" ({words.minutes(minutes)})" if minutes is not None else "")


def misses(case: Case, found: Sequence[Miss]) -> Block:
    """Return what was not given, day by day, with the reason as recorded."""
    words = case.words
    header = _head(
        words.lang,
        ("Date", "Service", "Not given", "Why, as recorded"),
        ("Fecha", "Servicio", "No recibido", "Motivo, según el registro"),
    )
    rows = [
        [
            case.when(miss),
            case.service(miss.service_id),
            words.minutes(miss.minutes),
            _why(case, miss),
        ]
        for miss in found
    ]
    return table(header, rows, [6, 6, 4, 8])


def _why(case: Case, miss: Miss) -> str:
    """Return why minutes were missed, and what of that no row of the log says: it is labelled on every paper."""
    labels = "; ".join(labels_of(case, miss))
    return case.why(miss.reason, miss.session_id) + (f" ({labels})" if labels else "")


def unrecorded(case: Case, found: Sequence[Miss]) -> Block:
    """Return the minutes of which nothing is on record, day by day: nobody can say that they were not given."""
    words = case.words
    header = _head(words.lang, ("Date", "Service", "Minutes"), ("Fecha", "Servicio", "Minutos"))
    rows = [[case.when(gap), case.service(gap.service_id), words.minutes(gap.minutes)] for gap in found]
    return table(header, rows, [6, 6, 4])


def unrecorded_follows(case: Case, found: Sequence[Miss], rules: RuleBook) -> Block:
    """Return the same with what follows under which rule."""
    return _with_rules(case, found, rules, ("Minutes", "Minutos"), lambda gap: case.words.minutes(gap.minutes))


def follows(case: Case, found: Sequence[Miss], rules: RuleBook) -> Block:
    """Return the misses with what follows from each under which rule."""
    words, called = case.words, ("Minutes, and why", "Minutos, y motivo")
    return _with_rules(
        case,
        found,
        rules,
        called,
        lambda miss: f"{words.minutes(miss.minutes)}: {_why(case, miss)}",
    )


def _with_rules(
    case: Case, found: Sequence[Miss], rules: RuleBook, called: tuple[str, str], minutes: Callable[[Miss], str]
) -> Block:
    """Return misses with what follows from each, and under which rule; `called` heads what `minutes` says."""
    words, (english, spanish) = case.words, called
    header = _head(
        words.lang,
        ("Date", "Service", english, "What follows", "Rule"),
        ("Fecha", "Servicio", spanish, "Qué corresponde", "Regla"),
    )
    rows = [
        [
            case.when(miss),
            case.service(miss.service_id),
            minutes(miss),
            ". ".join(what_follows(case, miss)) + ".",
            words.number(rules.number(miss)),
        ]
        for miss in found
    ]
    return table(header, rows, [11, 8, 10, 13, 5])


def notes(case: Case) -> Block:
    """Return what the family noted, in its own words."""
    words, own = case.words, case.records.family_notes
    header = _head(
        words.lang,
        ("Date", "Service", "What we noted", "In our words"),
        ("Fecha", "Servicio", "Lo que anotamos", "Con nuestras palabras"),
    )
    rows = []
    for place in sorted(range(len(own)), key=lambda at: (own.date[at], own.note_id[at])):
        if own.student_id[place] != case.student_id or own.date[place] > case.ledger.as_of:
            continue
        saw = saw_in_words(words, own.saw[place], own.minutes[place])
        rows.append([words.dated(own.date[place]), words.service(own.service_type[place]), saw, own.words[place] or ""])
    return table(header, rows, [6, 5, 5, 8])


def given(words: Words, as_written: int, otherwise: int) -> str:
    """Return the minutes given in words, and how many of them were given in another way than the IEP says."""
    said = words.minutes(as_written + otherwise)
    return words.summary.given_otherwise.of(otherwise, given=said) if otherwise else said


def services(case: Case) -> Block:
    """Return each service with what was due, given, missed and on no record, and what can still be given if any can."""
    words, shown = case.words, case.window.shown
    running = any(a.still_due for a in shown)
    still = _head(words.lang, ("Can still be given",), ("Todavía se puede dar",)) if running else ()
    header = [
        *_head(
            words.lang,
            ("Service, as the plan says", "Due so far", "Given"),
            ("Servicio, según el plan", "Correspondía hasta la fecha", "Recibido"),
        ),
        *still,
        *_head(words.lang, ("Missed", "Nothing on record"), ("No recibido", "Sin registro")),
    ]
    rows = [
        [
            f"{case.named(a.service_id)}: {words.promise(case.records.services, case.place(a.service_id))}",
            words.minutes(a.due),
            given(words, a.delivered, a.delivered_differently),
            *(words.minutes(n) for n in ((a.still_due,) if running else ())),
            *(words.minutes(n) for n in (a.missed, a.unrecorded)),
        ]
        for a in shown
    ]
    return table(header, rows, [6, 5, 3, 3, 3, 3] if running else [7, 3, 3, 3, 3])


def agreed(case: Case) -> Block:
    """Return the make-up sessions that are offered or agreed and still to come."""
    words, pinned = case.words, case.records.pinned
    header = _head(
        words.lang, ("Day and time", "Length", "For the session of"), ("Día y hora", "Duración", "Por la sesión del")
    )
    rows = [
        [
            f"{words.dated(pinned.date[at])}, {words.clock(pinned.start[at])}",
            words.minutes(pinned.minutes[at]),
            f"{words.short_day(pinned.missed_on[at])}, {case.service(pinned.service_id[at])}",
        ]
        for at in sorted(
            range(len(pinned)), key=lambda at: (pinned.date[at], pinned.start[at], pinned.session_id[at] or "")
        )
        if pinned.student_id[at] == case.student_id and pinned.date[at] > case.ledger.as_of
    ]
    return table(header, rows, [5, 3, 6])


def signed(case: Case) -> Block:
    """Return the sessions that were held and signed; only these can be claimed."""
    words, records = case.words, case.records
    header = _head(
        words.lang,
        ("Date", "Service", "Minutes given", "Group of", "Signed by"),
        ("Fecha", "Servicio", "Minutos dados", "Grupo de", "Firmado por"),
    )
    names = {
        id_: f"{by}, {title}" if title else by
        for id_, by, title in zip(
            records.signatures.session_id, records.signatures.signed_by, records.signatures.title, strict=True
        )
    }
    rows = []
    for held in case.window.held:
        by = names.get(held.session_id)
        if by and held.minutes:
            size = records.sessions.group_size[held.place]
            rows.append(
                [
                    words.dated(held.date),
                    case.service(held.service_id),
                    words.minutes(held.minutes),
                    str(size or ""),
                    by,
                ]
            )
    return table(header, rows, [6, 6, 3, 3, 6])


def unsigned(case: Case) -> Block:
    """Return how many sessions that were held have no signature, by service."""
    words = case.words
    header = _head(
        words.lang,
        ("Service", "Sessions held, not signed", "Minutes"),
        ("Servicio", "Sesiones dadas, sin firma", "Minutos"),
    )
    known = set(case.records.signatures.session_id)
    counts: dict[str, list[int]] = {}
    for held in case.window.held:
        if held.session_id not in known and held.minutes:
            counts.setdefault(case.service(held.service_id), []).append(held.minutes)
    return table(header, [[name, str(len(each)), words.minutes(sum(each))] for name, each in counts.items()], [6, 4, 3])
