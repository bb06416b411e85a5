"""What one policy says on a day, for people."""

import datetime as dt

from makegood.cli.paper import say, show_table
from makegood.cli.policy_words import BINDS, LEVEL, OUTCOME, READ, source_in_words
from makegood.policies import NoticeRule, Policy, Rule
from makegood.terms.reasons import IN_WORDS, PARTY_OF, UNRECORDED


def print_policy(policy: Policy, on: dt.date) -> None:
    """Print what a policy says on a day."""
    pack = policy.line[0]
    say(f"{pack.title} ({pack.id}): {LEVEL[pack.level]}, {BINDS[pack.binding]}.")
    if len(policy.line) > 1:
        say(f"Where it has no rule: {', then '.join(parent.id for parent in policy.line[1:])}.")
    if pack.version_on(on) is None:
        say(f"No version of {pack.id} is in force on {on}.")
    say()
    rules = {reason: rule for reason in PARTY_OF if (rule := policy.rule(reason, on)) is not None}
    notices = policy.notices(on)
    sources: list[Rule | NoticeRule] = []
    everything: tuple[Rule | NoticeRule, ...] = (*rules.values(), *notices)
    for sourced in everything:
        if all(_source(sourced) != _source(known) for known in sources):
            sources.append(sourced)
    number = {_source(sourced): place for place, sourced in enumerate(sources, 1)}
    rows = [
        [reason, _outcome(reason, rule), _deadline(rule), f"[{number[_source(rule)]}] {rule.pack_id}"]
        for reason, rule in rules.items()
    ]
    columns = [("reason", "id"), ("outcome", "left"), ("make up", "words"), ("source", "left")]
    show_table(f"What follows from a miss on {on}", columns, rows)
    _print_rest(policy, on, notices, number)
    say()
    for place, sourced in enumerate(sources, 1):
        say(f"[{place}] {source_in_words(sourced)}")
        if sourced.quote:
            say(f"“{sourced.quote}”", indent="    ")
        if sourced.href:
            say(sourced.href, indent="    ")
    _print_other_sources(policy, {sourced.citation for sourced in sources})
    say("A decision of the child's IEP team comes before every policy.")


def _print_rest(
    policy: Policy, on: dt.date, notices: tuple[NoticeRule, ...], number: dict[tuple[str, ...], int]
) -> None:
    silent = [reason for reason in PARTY_OF if policy.rule(reason, on) is None]
    others = [IN_WORDS[reason] for reason in silent if reason != UNRECORDED]
    if others:
        say(f"No rule, so the team decides: {'; '.join(others)}.")
    if UNRECORDED in silent:
        say("No rule for minutes with nothing on record: that proves nothing either way, so what follows is not known.")
    full = policy.short_period(on) == "full"
    say(
        "Short weeks or months: the whole promise is due if there is a school day."
        if full
        else "Short weeks or months: the promise is due in the share of its school days."
    )
    for notice in notices:
        act = f"tell the {notice.tell.replace('_', ' ')}" if notice.tell else (notice.do or "").replace("_", " ")
        time = notice.within.in_words if notice.within else "no deadline is set"
        say(f"Notice: {notice.when.in_words}, {act}, {time} [{number[_source(notice)]}].")
    if not notices:
        say("Notices: none named.")
    codes = policy.codes(on)
    if codes:
        say("Codes of its own: " + ", ".join(f"{code} = {reason}" for code, reason in codes.items()) + ".")


def _print_other_sources(policy: Policy, cited: set[str]) -> None:
    """Print what else the policy's own pack names: for its codes, or beside the source of a rule."""
    for source in policy.line[0].sources.values():
        if source.reference not in cited:
            say(f"Also: {source.reference} ({READ[source.verification]}).")
            if source.href:
                say(source.href, indent="    ")


def _outcome(reason: str, rule: Rule) -> str:
    """Say what follows, and what the pack says where that decides nothing."""
    outcome = OUTCOME[rule.disposition]
    if rule.written_disposition != rule.disposition:
        within = f", {rule.written_make_up_within.in_words}" if rule.written_make_up_within else ""
        read = "our reading" if rule.verification == "inferred" else "not verified"
        outcome += f" ({read}: {OUTCOME[rule.written_disposition]}{within})"
    return outcome if rule.reason == reason else f"{outcome} (rule for {rule.reason})"


def _deadline(rule: Rule) -> str:
    if rule.make_up_within is not None:
        if_owed = "" if rule.disposition == "owed" else ", if the team says it is owed"
        deadline = rule.make_up_within.in_words + if_owed
    else:
        deadline = "no deadline is set" if rule.disposition == "owed" else "-"
    return deadline + ("; an offer that is declined ends it" if rule.declined_offer_releases else "")


def _source(sourced: Rule | NoticeRule) -> tuple[str, ...]:
    return sourced.pack_id, sourced.citation, sourced.quote or ""
