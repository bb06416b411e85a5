"""What one policy says on a day, for people and as JSON."""

import datetime as dt
from typing import Final

from makegood.cli.paper import say, show_table
from makegood.cli.policy_json import codes_of
from makegood.policies import NoticeRule, Policy, Rule
from makegood.terms.reasons import IN_WORDS, PARTY_OF, UNRECORDED

OUTCOME: Final = {
    "owed": "owed",
    "not_owed": "not owed",
    "team_decides": "team decides",
    "unknown": "not known",
}
READ: Final = {
    "found": "its own words were read",
    "secondary": "reported by someone reliable, not read itself",
    "unverified": "UNVERIFIED: shown, but decides nothing",
}
BINDS: Final = {True: "binding", False: "not binding"}


def print_policy(policy: Policy, on: dt.date) -> None:
    """Print what a policy says on a day."""
    pack = policy.line[0]
    say(f"{pack.title} ({pack.id}): {pack.level.replace('_', ' ')}, {BINDS[pack.binding]}.")
    if len(policy.line) > 1:
        say(f"Where it is silent: {', then '.join(parent.id for parent in policy.line[1:])}.")
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
        [reason, outcome_of(rule), _deadline(rule), f"[{number[_source(rule)]}] {rule.pack_id}"]
        for reason, rule in rules.items()
    ]
    columns = [("reason", "id"), ("outcome", "left"), ("make up", "words"), ("source", "left")]
    show_table(f"What follows from a miss on {on}", columns, rows)
    _print_rest(policy, on, notices, number)
    say()
    for place, sourced in enumerate(sources, 1):
        say(
            f"[{place}] {sourced.citation} ({sourced.pack_id}, {BINDS[sourced.binding]}; {READ[sourced.verification]})."
        )
        if sourced.quote:
            say(f"“{sourced.quote}”", indent="    ")
        if sourced.href:
            say(sourced.href, indent="    ")
    say("A decision of the child's IEP team beats every policy.")


def _print_rest(
    policy: Policy, on: dt.date, notices: tuple[NoticeRule, ...], number: dict[tuple[str, ...], int]
) -> None:
    silent = [reason for reason in PARTY_OF if policy.rule(reason, on) is None]
    others = [IN_WORDS[reason] for reason in silent if reason != UNRECORDED]
    if others:
        say(f"Silent, so the team decides: {'; '.join(others)}.")
    if UNRECORDED in silent:
        say("Silent on minutes with nothing on record: no record is no proof either way, so what follows is not known.")
    full = policy.short_period(on) == "full"
    say(
        "Short weeks or months: the whole promise is due if there is a school day."
        if full
        else "Short weeks or months: the promise is due in the share of its school days."
    )
    for notice in notices:
        act = f"tell the {notice.tell.replace('_', ' ')}" if notice.tell else (notice.do or "").replace("_", " ")
        time = notice.within.in_words if notice.within else "no time named"
        say(f"Notice: {notice.when.in_words}, {act}, {time} [{number[_source(notice)]}].")
    if not notices:
        say("Notices: none named.")
    codes = codes_of(policy, on)
    if codes:
        say("Codes of its own: " + ", ".join(f"{code} = {reason}" for code, reason in codes.items()) + ".")


def outcome_of(rule: Rule) -> str:
    """Say what a rule decides, and what its pack says if that decides nothing."""
    told = OUTCOME[rule.disposition]
    return (
        told
        if rule.written_disposition == rule.disposition
        else f"{told} (it says: {OUTCOME[rule.written_disposition]})"
    )


def _deadline(rule: Rule) -> str:
    told = rule.make_up_within.in_words if rule.make_up_within else "no deadline" if rule.disposition == "owed" else "-"
    return told + ("; an offer that is declined ends it" if rule.declined_offer_releases else "")


def _source(sourced: Rule | NoticeRule) -> tuple[str, ...]:
    return sourced.pack_id, sourced.citation, sourced.quote or ""
