"""The rules and decisions that a statement rests on, each numbered once."""

from dataclasses import dataclass, field

from makegood.ledger import Miss
from makegood.policies import Rule
from makegood.records import Records
from makegood.statements.statement.statement import RuleLine
from makegood.statements.wording.words import Words, capital
from makegood.terms.accounts import DISPOSITIONS
from makegood.terms.reasons import UNRECORDED


@dataclass(slots=True)
class RuleBook:
    """Numbers rules in the order in which they are met."""

    records: Records
    words: Words
    lines: dict[str, RuleLine] = field(default_factory=dict)

    def number(self, miss: Miss) -> int:
        """Return the number of the rule or decision that judged a miss."""
        key = f"{miss.rule} {miss.reason}" if miss.rule == "silent" else miss.rule
        if key not in self.lines:
            self.lines[key] = self._line(miss, len(self.lines) + 1)
        return self.lines[key].number

    def _line(self, miss: Miss, number: int) -> RuleLine:
        if miss.determination_id is not None:
            return self._decision(miss.determination_id, number)
        rule, phrases, decides = miss.judged_by, self.words.rules, self.words.misses.decides
        if rule is None:
            silent = phrases.silent.format(reason=self.words.reason(miss.reason))
            text = phrases.silent_unrecorded if miss.reason == UNRECORDED else silent
            return _bare(number, phrases.silent_title, text, decides[miss.disposition or "team_decides"])
        return RuleLine(
            number=number,
            name=rule.name,
            title=rule.pack_title,
            says=(in_force(rule, self.words), outcome_of(rule, self.words), decides[rule.disposition]),
            citation=rule.citation,
            href=rule.href,
            quote=rule.quote,
            verification=rule.verification,
            verified=phrases.verifications[rule.verification],
        )

    def _decision(self, determination_id: str, number: int) -> RuleLine:
        table, words, phrases = self.records.determinations, self.words, self.words.rules
        place = table.index()[determination_id]
        day, minutes, rationale = table.decided_on[place], table.minutes[place], table.rationale[place]
        outcome = next(phrases.outcomes[each] for each in DISPOSITIONS if each == table.disposition[place])
        if minutes is not None:
            outcome += f" ({words.minutes(minutes)})"
        text = phrases.decision.format(
            who=table.decided_by[place] or words.misses.someone,
            when=phrases.decided_on.format(day=words.day(day)) if day else "",
            outcome=outcome,
        )
        title = phrases.decision_title.format(id=determination_id)
        if rationale is None:
            return _bare(number, title, text)
        return _bare(number, title, text, phrases.rationale.format(rationale=rationale))


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


def outcome_of(rule: Rule, words: Words) -> str:
    """Return what a rule says, and by when it wants minutes made up."""
    phrases = words.rules
    outcome = phrases.outcomes[rule.written_disposition]
    if rule.disposition == "owed":
        outcome += f", {words.within(rule.make_up_within)}"
    return phrases.says.format(reason=words.reason(rule.reason), outcome=outcome)


def _bare(number: int, name: str, *says: str) -> RuleLine:
    return RuleLine(
        number=number, name=name, title=name, says=says,
        citation=None, href=None, quote=None, verification=None, verified=None,
    )  # fmt: skip
