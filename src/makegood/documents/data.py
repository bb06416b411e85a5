"""What a template is filled with: a child's figures, dates and rules in words. It counts nothing a second time."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

import makegood
from makegood.documents import tables
from makegood.documents.changed import Before, changed_since
from makegood.documents.fields import labels, signs
from makegood.documents.kinds import Writer
from makegood.documents.laws import for_template
from makegood.documents.sources import doubts, listed
from makegood.documents.template import Filling
from makegood.documents.voice import child_of, child_words, kept_by
from makegood.files.own import whose
from makegood.ledger import Ledger, Miss, ServiceAccount, log_of
from makegood.policies import read_packs
from makegood.records import Records
from makegood.statements.notices.notices import notices_of
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction_lines
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.steps import months_later
from makegood.statements.statement.supposed import supposed_lines
from makegood.statements.window.window import window_of
from makegood.statements.wording.languages import is_english, language_in_words
from makegood.statements.wording.words import Words, words_of
from makegood.terms.language import Lang
from makegood.terms.reasons import UNRECORDED

if TYPE_CHECKING:
    from makegood.statements.notices.notice import NoticeDue

_ANSWER_DAYS: Final = 14
"""Days after which a letter asks for an answer, unless its writer names another day; no law sets this one."""
_YEAR: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose paper it is, and how it is written.

    Attributes:
        lang: The language.
        writer: Who writes it: it decides what the child is called.
        fields: What a person filled in.
        noted: Whether the records are the family's own notes, and the student's id none that a school gave.
    """

    student_id: str
    lang: Lang
    writer: Writer
    fields: dict[str, str]
    noted: bool = False


def filling_of(records: Records, ledger: Ledger, subject: Subject, before: Before | None = None) -> Filling:
    """Return what the templates of a child's papers are filled with.

    Args:
        records: The records that were accounted for.
        ledger: Their ledger, of this child at least.
        subject: The child, the language and the writer.
        before: What the last paper rested on, to say what changed since.
    """
    case = case_of(records, ledger, subject)
    words, day = case.words, case.words.day(ledger.as_of)
    child = child_of(records, subject.student_id, subject.lang) | ({"number": ""} if subject.noted else {})
    misses = sorted((m for m in case.window.misses if m.minutes), key=lambda m: (m.missed_on, m.service_id))
    noted = [m for m in misses if m.reason != UNRECORDED]
    gaps = [m for m in misses if m.reason == UNRECORDED]
    waiting = [m for m in misses if may_be_made_up(m)]
    rules, open_rules = _rules(records, words, misses), _rules(records, words, waiting)
    known = _known_fields(child, ledger.as_of, words) | _asked_for_records(case)
    rule_lines, sources = _rule_sources(rules, "rule")
    open_lines, open_sources = _rule_sources(open_rules, "open")
    releasing, agreed, team, notices = list(_releasing(misses)), tables.agreed(case), _team(case), _notices(case)
    plans = sorted({records.services.plan[case.place(a.service_id)] for a in case.window.services})
    values = {
        "child": child,
        "kept": kept_by(subject.lang, noted=subject.noted),
        "noted": subject.noted,
        "day": day,
        "year": ledger.as_of.year,
        "services": [_service(case, account) for account in case.window.services],
        "totals": _totals(case),
        "has": {
            "misses": bool(noted),
            "unrecorded": bool(gaps),
            "notes": bool(_own(records.family_notes.student_id, subject.student_id)),
            "offers": bool(agreed["rows"]),
            "releases": bool(releasing),
        },
        "rules": rule_lines,
        "open_rules": open_lines,
        "releases": _closing(case, releasing, open_rules),
        "changed": changed_since(case, before),
        "supposed": " ".join(supposed_lines(case)),
        "corrections": list(correction_lines(case)),
        "asked": {
            "lapse": list(_asked(words, notices, {"lapse"})),
            "missed": list(_asked(words, notices, {"each_miss", "run_of"})),
        },
        "look_back": _look_back(case, misses),
        "team": team,
        "of_team": _of_team(team),
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


def case_of(records: Records, ledger: Ledger, subject: Subject) -> Case:
    """Return the child's case, in the words of who writes."""
    log = log_of(records, ledger.as_of)
    child = child_words(records, subject.student_id, subject.lang, subject.writer)
    return Case(
        log=log,
        ledger=ledger,
        window=window_of(log, ledger, subject.student_id),
        words=words_of(subject.lang, child),
        student_id=subject.student_id,
        audience="family",
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


def _service(case: Case, account: ServiceAccount) -> dict[str, Any]:
    words = case.words
    first = min((p.first for p in case.window.periods if p.service_id == account.service_id), default=None)
    return {
        "name": case.named(account.service_id),
        "promise": words.promise(case.records.services, case.place(account.service_id)),
        **{name: words.minutes(getattr(account, name)) for name in _FIGURES},
        "given": tables.given(words, account.delivered, account.delivered_differently),
        "never": not account.delivered and not account.delivered_differently and account.due > 0,
        "since": words.day(first) if first is not None else "",
    }


_FIGURES: Final = (
    "promised", "due", "still_due", "missed", "unrecorded", "owed", "not_owed", "team_decides", "unknown", "made_up",
    "released", "open", "overdue", "extra",
)  # fmt: skip


def _totals(case: Case) -> dict[str, Any]:
    sums = {name: sum(getattr(account, name) for account in case.window.services) for name in _FIGURES}
    sums["given"] = sum(a.delivered + a.delivered_differently for a in case.window.services)
    otherwise = sum(a.delivered_differently for a in case.window.services)
    sums["not_given"] = sums["missed"] + sums["unrecorded"]
    sums["still"] = sums["open"] + sums["overdue"]
    texts = {name: case.words.minutes(n) for name, n in sums.items()}
    texts["given"] = tables.given(case.words, sums["given"] - otherwise, otherwise)
    running = sums["still_due"]
    texts["running"] = f" {case.words.summary.running.of(running)}" if running else ""
    return texts | {f"n_{name}": n for name, n in sums.items()}


_WAITING: Final = frozenset({"team_decides", "unknown"})
"""What may still be made up, though no rule says that it must."""


class _Gap(Protocol):
    @property
    def open(self) -> int: ...
    @property
    def disposition(self) -> str | None: ...


def may_be_made_up(miss: _Gap) -> bool:
    """Return whether a miss may still be made up: it is open, or waits for the team, or no rule was found."""
    return bool(miss.open) or miss.disposition in _WAITING


def _rules(records: Records, words: Words, misses: Sequence[Miss]) -> RuleBook:
    """Return the rules of some misses, numbered as they are met."""
    rules = RuleBook(records, words, "family")
    for miss in misses:
        rules.number(miss)
    return rules


def _rule_sources(rules: RuleBook, prefix: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the rules as a template lists them, and each as a source."""
    listed_rules, sources = [], {}
    for line in rules.lines():
        # Where no rule was found, the log is the source.
        key = f"{prefix}{line.number}" if line.citation else "log"
        place = ". ".join(part for part in (line.title, line.citation) if part)
        parts = [
            f"{place}.",
            rules.words.rules.quote.format(quote=line.quote) if line.quote else "",
            line.verified or "",
            line.href or "",
        ]
        if line.citation:
            sources[key] = " ".join(part for part in parts if part)
        listed_rules.append(
            {"title": line.title, "says": " ".join(line.says), "source": key, "verified": line.verified or ""}
        )
    return listed_rules, sources


def _releasing(misses: Sequence[Miss]) -> Iterator[Miss]:
    for miss in misses:
        if miss.open and miss.judged_by is not None and miss.judged_by.declined_offer_releases:
            yield miss


def _closing(case: Case, misses: Sequence[Miss], rules: RuleBook) -> list[dict[str, str]]:
    """Return each policy by which a no closes minutes, with the days of those minutes and no others."""
    by: dict[tuple[str, str], list[dt.date]] = {}
    for miss in misses:
        title = miss.judged_by.pack_title if miss.judged_by else ""
        by.setdefault((title, f"open{rules.number(miss)}"), []).append(miss.missed_on)
    return [
        {"says": title, "source": source, "days": case.days(sorted(set(days)), len(days))}
        for (title, source), days in by.items()
    ]


def _notices(case: Case) -> "list[NoticeDue]":
    packs, _ = read_packs(case.records.policies)
    return notices_of(case.log, case.ledger, packs, case.student_id)


def _asked(words: Words, notices: "Sequence[NoticeDue]", kinds: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield each rule that asks for a notice of some kinds of events, for each service, by its first day.

    A rule whose notices were all sent is listed too, for the days in the letter.
    """
    found: dict[tuple[str, str], list[NoticeDue]] = {}
    for due in notices:
        if due.event.kind in kinds:
            found.setdefault((due.event.service_type, due.rule.pack_title), []).append(due)
    for (service_type, title), every in found.items():
        to_send = [due for due in every if due.sent_on is None] or every
        rule, days = to_send[0].rule, [due.due_by for due in to_send if due.due_by]
        yield {
            "service": words.service(service_type),
            "began": words.day(min(due.event.began for due in to_send)),
            "title": title,
            "citation": rule.citation,
            "checked": words.rules.verifications[rule.verification],
            "due_by": words.day(min(days)) if days else "",
        }


def _look_back(case: Case, misses: Sequence[Miss]) -> dict[str, str]:
    """Return what of the misses a complaint of today reaches, and what leaves its year within a month."""
    words, as_of = case.words, case.ledger.as_of
    begins, soon = months_later(as_of, -_YEAR), months_later(as_of, 1)
    will_begin = months_later(soon, -_YEAR)
    within = [m for m in misses if m.missed_on >= begins]
    leaving = [m for m in within if m.missed_on < will_begin]
    older = [m for m in misses if m.missed_on < begins]
    first = min((m.missed_on for m in leaving), default=None)
    return {
        "begins": words.day(begins),
        "month": words.day(soon),
        "within": words.minutes(sum(m.minutes for m in within)),
        "leaving": words.minutes(sum(m.minutes for m in leaving)) if leaving else "",
        "leaving_days": case.whens(leaving) if leaving else "",
        "leaving_by": words.day(months_later(first, _YEAR)) if first else "",
        "last": words.day(months_later(min(m.missed_on for m in within), _YEAR)) if within else "",
        "older": words.minutes(sum(m.minutes for m in older)) if older else "",
    }


def _team(case: Case) -> str:
    """Return who decides, by the plan's own name."""
    plans = {case.records.services.plan[case.place(a.service_id)] for a in case.window.services}
    english = case.words.lang == "en"
    if plans == {"504"}:
        return "the 504 team" if english else "el equipo del plan 504"
    if plans == {"ifsp"}:
        return "the IFSP team" if english else "el equipo del IFSP"
    state = {policy.split("-")[1] for policy in {a.policy_id for a in case.window.services} if policy.startswith("us-")}
    for code, english_name, spanish_name in _BODIES:
        if state == {code}:
            return english_name if english else spanish_name
    return "the IEP team" if english else "el equipo del IEP"


def _of_team(team: str) -> str:
    """Return the team as the one whose decision it is."""
    return f"d{team}" if team.startswith("el ") else f"of {team}"


def _interpreter(language: str, lang: Lang) -> str:
    """Return the language to interpret into; nothing where it is English or not on record."""
    return "" if is_english(language) else language_in_words(language, lang)


_BODIES: Final = (
    ("tx", "the ARD committee", "el comité ARD"),
    ("ct", "the PPT", "el PPT"),
    ("ny", "the CSE", "el CSE"),
)
"""States that have a name of their own for the team (`words.md`)."""


def _own(column: Sequence[str], student_id: str) -> list[int]:
    return [place for place, id_ in enumerate(column) if id_ == student_id]
