"""What a template is filled with: a child's figures, dates and rules in words. It counts nothing a second time."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import makegood
from makegood.documents import tables
from makegood.documents.changed import Before, changed_since
from makegood.documents.cited_rules import cited, closing, rules_of
from makegood.documents.fields import labels, signs
from makegood.documents.figures import service_figures, totals
from makegood.documents.laws import for_template
from makegood.documents.look_back import look_back
from makegood.documents.notices_asked import asked_by_rules, notices_due
from makegood.documents.open_minutes import may_be_made_up
from makegood.documents.sources import doubts, listed
from makegood.documents.subject import Subject, case_of
from makegood.documents.team import of_team, team_of
from makegood.documents.template import Filling
from makegood.documents.voice import child_of, kept_by
from makegood.files.own import whose
from makegood.ledger import Ledger
from makegood.records import Records
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction_lines
from makegood.statements.statement.supposed import supposed_lines
from makegood.statements.wording.languages import is_english, language_in_words
from makegood.statements.wording.words import Words
from makegood.terms.language import Lang
from makegood.terms.reasons import UNRECORDED

_ANSWER_DAYS: Final = 14
"""Days after which a letter asks for an answer, unless its writer names another day; no law sets this one."""


def filling_of(records: Records, ledger: Ledger, subject: Subject, before: Before | None = None) -> Filling:
    """Return what the templates of a child's papers are filled with.

    Args:
        records: The records that were accounted for.
        ledger: Their ledger, of this child at least.
        subject: The child, the language and the writer.
        before: What the last paper rested on, to say what changed since.
    """
    case = case_of(records, ledger, subject)
    words, day = case.words, case.words.up_to(ledger.as_of, subject.known_on)
    child = child_of(records, subject.student_id, subject.lang) | ({"number": ""} if subject.noted else {})
    misses = sorted((m for m in case.window.misses if m.minutes), key=lambda m: (m.missed_on, m.service_id))
    noted = [m for m in misses if m.reason != UNRECORDED]
    gaps = [m for m in misses if m.reason == UNRECORDED]
    waiting = [m for m in misses if may_be_made_up(m)]
    rules, open_rules = rules_of(records, words, misses), rules_of(records, words, waiting)
    known = _known_fields(child, ledger.as_of, words) | _asked_for_records(case)
    rule_lines, sources = cited(rules, "rule")
    open_lines, open_sources = cited(open_rules, "open")
    closed, agreed = closing(case, misses, open_rules), tables.agreed(case)
    team, notices = team_of(case), notices_due(case)
    plans = sorted({records.services.plan[case.place(a.service_id)] for a in case.window.services})
    values = {
        "child": child,
        "kept": kept_by(subject.lang, noted=subject.noted),
        "noted": subject.noted,
        "day": day,
        "as_of": words.day(ledger.as_of),
        "year": ledger.as_of.year,
        "services": [service_figures(case, account) for account in case.window.services],
        "totals": totals(case),
        "has": {
            "misses": bool(noted),
            "unrecorded": bool(gaps),
            "notes": bool(_own(records.family_notes.student_id, subject.student_id)),
            "offers": bool(agreed["rows"]),
            "releases": bool(closed),
        },
        "rules": rule_lines,
        "open_rules": open_lines,
        "releases": closed,
        "changed": changed_since(case, before),
        "supposed": " ".join(supposed_lines(case)),
        "corrections": list(correction_lines(case)),
        "asked": {
            "lapse": list(asked_by_rules(words, notices, {"lapse"})),
            "missed": list(asked_by_rules(words, notices, {"each_miss", "run_of"})),
        },
        "look_back": look_back(case, misses),
        "team": team,
        "of_team": of_team(team),
        "chose": {"answer_by": subject.fields.get("answer_by") not in {None, "", known["answer_by"]}},
        "interpreter": _interpreter(subject.fields.get("parent_language") or child["language"], subject.lang),
        "plans": plans,
        "law": for_template(plans),
    }
    return Filling(
        values=values,
        fields=known | subject.fields,
        labels=labels(subject.lang),
        sources=listed(subject.lang, day, makegood.__version__, noted=subject.noted, own=subject.writer == "family")
        | sources
        | open_sources,
        doubts=doubts(subject.lang) if subject.writer == "family" else {},
        tables={
            name: tables.or_none(case, block)
            for name, block in (
                ("misses", tables.misses(case, noted)),
                ("unrecorded", tables.unrecorded(case, gaps)),
                ("follows", tables.follows(case, noted, rules)),
                ("unrecorded_follows", tables.unrecorded_follows(case, gaps, rules)),
                ("to_make_up", tables.follows(case, waiting, open_rules)),
                ("notes", tables.notes(case)),
                ("services", tables.services(case)),
                ("agreed", agreed),
                ("signed", tables.signed(case)),
                ("unsigned", tables.unsigned(case)),
            )
        },
        signs=signs(subject.lang),
        whose=whose(subject.student_id),
    )


def _known_fields(child: dict[str, str], as_of: dt.date, words: Words) -> dict[str, str]:
    """Return the fields that the records fill in."""
    fields = {
        "child_name": child["name"],
        "school_name": child["school"],
        "school": child["school"],
        "letter_date": words.day(as_of),
        "answer_by": words.day(as_of + dt.timedelta(_ANSWER_DAYS)),
        "parent_language": language_in_words(child["language"], words.lang),
    }
    return {name: value for name, value in fields.items() if value}


def _asked_for_records(case: Case) -> dict[str, str]:
    """Return the day of the latest request for records that has no answer on record."""
    table = case.records.requests
    days = [
        table.received_on[at]
        for at in _own(table.student_id, case.student_id)
        if table.kind[at] == "records" and table.answered_on[at] is None and table.received_on[at] <= case.ledger.as_of
    ]
    return {"received_on": case.words.day(max(days))} if days else {}


def _interpreter(language: str, lang: Lang) -> str:
    """Return the language to interpret into; nothing where it is English or not on record."""
    return "" if is_english(language) else language_in_words(language, lang)


def _own(column: Sequence[str], student_id: str) -> list[int]:
    """Return the places of a child's rows."""
    return [place for place, id_ in enumerate(column) if id_ == student_id]
