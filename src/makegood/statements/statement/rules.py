"""The rules and decisions that a statement leans on, each numbered once."""

from dataclasses import dataclass, field

from makegood.ledger import Miss
from makegood.policies import Rule
from makegood.records import Records
from makegood.statements.statement.statement import RuleLine
from makegood.statements.wording.words import Words
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
            return self._determination(miss.determination_id, number)
        rule, say = miss.judged_by, self.words.say
        if rule is None:
            key = "silent_unrecorded" if miss.reason == UNRECORDED else "silent"
            text = say(key, reason=self.words.reason(miss.reason))
            return _bare(number, say("silent_title"), text, say(f"decides_{miss.disposition}"))
        return RuleLine(
            number=number,
            name=rule.name,
            title=rule.pack_title,
            says=(standing(rule, self.words), said_by(rule, self.words), say(f"decides_{rule.disposition}")),
            citation=rule.citation,
            href=rule.href,
            quote=rule.quote,
            verification=rule.verification,
            verified=say(f"verified_{rule.verification}"),
        )

    def _determination(self, determination_id: str, number: int) -> RuleLine:
        table, say = self.records.determinations, self.words.say
        place = table.index()[determination_id]
        day, rationale = table.decided_on[place], table.rationale[place]
        when = say("determination_when", day=self.words.day(day)) if day else ""
        disposition = say(f"follows_{table.disposition[place]}")
        minutes = table.minutes[place]
        if minutes is not None:
            disposition += f" ({self.words.minutes(minutes)})"
        text = say(
            "determination_line", who=table.decided_by[place] or say("someone"), when=when, disposition=disposition
        )
        line = _bare(number, say("determination", id=determination_id), text)
        return line if rationale is None else _and(line, say("its_reason", rationale=rationale))


def standing(rule: Rule, words: Words) -> str:
    """Return what a rule's pack is, whether it binds, and when its version holds."""
    level, binding = words.say(f"level_{rule.level}"), words.say("binding" if rule.binding else "not_binding")
    first = words.short_day(rule.version_from) if rule.version_from else None
    last = words.short_day(rule.version_to) if rule.version_to else None
    parts = [level, binding]
    if first and last:
        parts.append(words.say("from_to_day", first=first, last=last))
    elif first:
        parts.append(words.say("from_day", first=first))
    elif last:
        parts.append(words.say("to_day", last=last))
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def said_by(rule: Rule, words: Words) -> str:
    """Return what a rule says, and by when it wants minutes made up."""
    disposition = words.say(f"follows_{rule.written_disposition}").lower().replace("iep", "IEP")
    if rule.disposition == "owed":
        disposition += f", {words.within(rule.make_up_within)}"
    return words.say("rule_says", reason=words.reason(rule.reason), disposition=f"{disposition}.")


def _bare(number: int, name: str, *says: str) -> RuleLine:
    return RuleLine(
        number=number, name=name, title=name, says=says,
        citation=None, href=None, quote=None, verification=None, verified=None,
    )  # fmt: skip


def _and(line: RuleLine, text: str) -> RuleLine:
    return _bare(line.number, line.name, *line.says, text)
