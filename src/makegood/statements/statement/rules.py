"""The rules and decisions that a statement rests on, each numbered once."""

from dataclasses import dataclass, field, fields, replace
from typing import Final

from makegood.ledger import Miss
from makegood.ledger.result import MADE_UP_RULE
from makegood.log import alike
from makegood.policies import Rule
from makegood.records import Records
from makegood.statements.statement.statement import Audience, RuleLine
from makegood.statements.wording.words import Words, capital
from makegood.terms.accounts import DISPOSITIONS
from makegood.terms.reasons import OTHER, UNRECORDED

NONE_KNOWN: Final = ""
"""Stands among the reasons of a rule for rows that name none."""
Key = tuple[object, ...]
"""What the rules that are explained once have in common."""


@dataclass(slots=True)
class _Entry:
    """A rule or decision, and the reasons for which it is used."""

    number: int
    miss: Miss
    reasons: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RuleBook:
    """Numbers rules in the order in which they are met. What says the same of several reasons is explained once."""

    records: Records
    words: Words
    audience: Audience
    _entries: dict[Key, _Entry] = field(default_factory=dict)

    def number(self, miss: Miss) -> int:
        """Return the number of the rule or decision that judged a miss."""
        entry = self._entries.setdefault(_key(miss), _Entry(len(self._entries) + 1, miss))
        reason = miss.judged_by.reason if miss.judged_by else miss.reason
        if reason == OTHER and names_no_reason(self.records, miss.session_id):
            reason = NONE_KNOWN
        if reason not in entry.reasons:
            entry.reasons.append(reason)
        if miss.rule not in entry.names:
            entry.names.append(miss.rule)
        return entry.number

    def lines(self) -> tuple[RuleLine, ...]:
        """Return every rule and decision that was met, in the order of the numbers."""
        return tuple(self._line(entry) for entry in self._entries.values())

    def _line(self, entry: _Entry) -> RuleLine:
        miss, number = entry.miss, entry.number
        if miss.determination_id is not None:
            return self._decision(miss.determination_id, number)
        rule, phrases, decides = miss.judged_by, self.words.rules, self.words.misses.decides
        if miss.rule == MADE_UP_RULE:
            return _bare(number, phrases.made_up_title, phrases.made_up, self.words.misses.decides_made_up)
        if rule is None:
            if miss.reason == UNRECORDED:
                return _bare(
                    number, phrases.silent_title, phrases.silent_unrecorded, decides[miss.disposition or "team_decides"]
                )
            reasons = self.words.listed(_reason(self.words, reason) for reason in entry.reasons)
            return _bare(number, phrases.silent_title, phrases.silent.format(reasons=reasons))
        return RuleLine(
            number=number,
            name=", ".join(entry.names) if self._for_school else rule.pack_title,
            title=rule.pack_title,
            says=self._says(rule, entry.reasons),
            citation=rule.citation,
            href=rule.href,
            quote=rule.quote,
            verification=rule.verification,
            verified=phrases.verifications[rule.verification],
        )

    def _says(self, rule: Rule, reasons: list[str]) -> tuple[str, ...]:
        """Return what a rule is, what it says, and who decides unless that is all that it says."""
        says = in_force(rule, self.words), outcome_of(rule, self.words, reasons)
        if rule.disposition == rule.written_disposition == "team_decides":
            return says
        return (*says, self.words.misses.decides[rule.disposition])

    def _decision(self, determination_id: str, number: int) -> RuleLine:
        table, words, phrases = self.records.determinations, self.words, self.words.rules
        place = table.index()[determination_id]
        day, minutes, rationale = table.decided_on[place], table.minutes[place], table.rationale[place]
        outcome = next(phrases.outcomes[each] for each in DISPOSITIONS if each == table.disposition[place])
        if minutes is not None:
            outcome += f" ({words.minutes(minutes)})"
        text = phrases.decision.format(
            who=decider(words, table.decided_by[place]),
            when=phrases.decided_on.format(day=words.day(day)) if day else "",
            outcome=outcome,
        )
        says = (text,) if rationale is None else (text, phrases.rationale.format(rationale=rationale))
        line = _bare(number, phrases.decision_title, *says)
        return replace(line, name=phrases.decision_id.format(id=determination_id)) if self._for_school else line

    @property
    def _for_school(self) -> bool:
        return self.audience == "school"


def _key(miss: Miss) -> Key:
    rule = miss.judged_by
    if miss.determination_id is not None or miss.rule == MADE_UP_RULE:
        return (miss.rule,)
    if rule is None:
        return miss.rule, miss.reason == UNRECORDED
    return tuple(getattr(rule, each.name) for each in fields(rule) if each.name != "reason")


def decider(words: Words, written: str | None) -> str:
    """Return who decided, in the reader's language where the record says it in usual words."""
    phrases = words.misses
    return phrases.deciders.get(alike(written), written) if written else phrases.someone


def in_force(rule: Rule, words: Words) -> str:
    """Return what a rule's pack is, whether it binds, and when its version is in force."""
    phrases = words.rules
    first = words.short_day(rule.version_from) if rule.version_from else None
    last = words.short_day(rule.version_to) if rule.version_to else None
    parts = [phrases.levels[rule.level], phrases.binding if rule.binding else phrases.not_binding]
    if first and last:
        parts.append(phrases.from_to.format(first=first, last=last))
    elif first:
        parts.append(phrases.since.format(first=first))
    elif last:
        parts.append(phrases.until.format(last=last))
    return f"{capital('; '.join(parts))}."


def outcome_of(rule: Rule, words: Words, reasons: list[str]) -> str:
    """Return what a rule says of reasons, and by when it wants minutes made up."""
    phrases = words.rules
    outcome = phrases.outcomes[rule.written_disposition]
    if rule.disposition == "owed":
        outcome += f", {words.within(rule.make_up_within)}"
    if len(reasons) > 1:
        return phrases.says_of.format(reasons="; ".join(_reason(words, reason) for reason in reasons), outcome=outcome)
    return phrases.says.format(reason=_reason(words, reasons[0]), outcome=outcome)


def names_no_reason(records: Records, session_id: str | None) -> bool:
    """Return whether a row of the log names no reason, so that nothing is known of "another" one."""
    return session_id is not None and records.sessions.reason[records.sessions.index()[session_id]] is None


def _reason(words: Words, reason: str) -> str:
    return words.misses.no_reason if reason == NONE_KNOWN else words.reason(reason)


def _bare(number: int, name: str, *says: str) -> RuleLine:
    return RuleLine(
        number=number, name=name, title=name, says=says,
        citation=None, href=None, quote=None, verification=None, verified=None,
    )  # fmt: skip
