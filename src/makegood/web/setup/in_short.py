"""What a policy says, in a few sentences, from its own data."""

from makegood.answers.policies import FEDERAL, Outcome, PolicyInShort, policy_in_short
from makegood.statements.statement.statement import MissLine, RuleLine
from makegood.statements.wording.words import capital
from makegood.web.words.all import SiteWords


def says(policy: PolicyInShort, w: SiteWords, *, in_full: bool = False) -> list[str]:
    """Return what a policy says on its day, in sentences.

    Args:
        policy: The policy.
        w: The words of the page.
        in_full: Whether each reason of which it says nothing is named.
    """
    words, rules = w.policy, w.statement.rules
    found = [f"{capital(rules.levels[policy.level])}; {rules.binding if policy.binding else rules.not_binding}."]
    if not policy.in_force and policy.last is not None:
        last = w.statement.short_day(policy.last)
        first = w.statement.short_day(policy.first) if policy.first else None
        found.append(words.over.format(first=first, last=last) if first else words.before.format(last=last))
        return found
    found += [_outcome(each, w) for each in policy.outcomes]
    if not policy.outcomes:
        found.append(words.no_table)
    elif in_full:
        found.append(words.silent_of.format(reasons=_reasons(policy.silent, w)))
    elif policy.silent:
        found.append(words.silent.of(len(policy.silent)))
    found += [words.tells] * policy.tells + [words.codes] * policy.codes
    return found


def beside(policy_id: str, miss: MissLine, rule: RuleLine, w: SiteWords) -> str | None:
    """Return that the chosen policy has nothing on a miss; None where it has, where none is chosen, or a team decided.

    Args:
        policy_id: The policy of the miss.
        miss: The miss.
        rule: What it was judged by.
        w: The words of the page.
    """
    policy = policy_in_short(policy_id, miss.date)
    decided = rule.title in {w.statement.rules.decision_title, w.statement.rules.made_up_title}
    if policy is None or policy_id == FEDERAL or decided or rule.title == policy.title:
        return None
    phrase = w.policy.says_nothing if policy.in_force else w.policy.was_over
    return phrase.format(title=policy.title)


def _outcome(outcome: Outcome, w: SiteWords) -> str:
    said = w.statement.rules.outcomes[outcome.disposition]
    if outcome.disposition == "owed":
        said += f", {w.statement.within(outcome.within)}"
    return f"{capital(said)}: {_reasons(outcome.reasons, w)}."


def _reasons(reasons: tuple[str, ...], w: SiteWords) -> str:
    # Some reasons share their words, such as a holiday and a day without school.
    return "; ".join(dict.fromkeys(w.statement.reason(reason) for reason in reasons))
