"""Policies as JSON prints them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from makegood.policies import Pack, Policy, Rule
from makegood.terms.reasons import PARTY_OF


def packs_as_dicts(packs: Mapping[str, Pack]) -> list[dict[str, Any]]:
    """Return the packs by id, each with the days on which its versions hold."""
    return [
        {
            "id": pack.id,
            "title": pack.title,
            "level": pack.level,
            "binding": pack.binding,
            "inherits": pack.inherits,
            "versions": [
                {
                    "from": version.first_day.isoformat() if version.first_day else None,
                    "to": version.last_day.isoformat() if version.last_day else None,
                }
                for version in pack.versions
            ],
        }
        for _, pack in sorted(packs.items())
    ]


def rule_as_dict(rule: Rule | None) -> dict[str, Any] | None:
    """Return a rule as JSON prints it."""
    if rule is None:
        return None
    return {
        "rule": rule.name,
        "disposition": rule.disposition,
        "written_disposition": rule.written_disposition,
        "make_up_within": rule.make_up_within.in_words if rule.make_up_within else None,
        "declined_offer_releases": rule.declined_offer_releases,
        "pack": rule.pack_id,
        "binding": rule.binding,
        "citation": rule.citation,
        "href": rule.href,
        "quote": rule.quote,
        "verification": rule.verification,
    }


def policy_as_dict(policy: Policy, on: dt.date) -> dict[str, Any]:
    """Return what a policy says on a day as JSON prints it."""
    rules = {reason: policy.rule(reason, on) for reason in PARTY_OF}
    return {
        "id": policy.policy_id,
        "title": policy.title,
        "on": on.isoformat(),
        "inherits": [pack.id for pack in policy.line[1:]],
        "short_period": policy.short_period(on),
        "reasons": {reason: rule_as_dict(rule) for reason, rule in rules.items()},
        "silent": [reason for reason, rule in rules.items() if rule is None],
        "codes": codes_of(policy, on),
        "notices": [
            {
                "when": notice.when.in_words,
                "tell": notice.tell,
                "do": notice.do,
                "within": notice.within.in_words if notice.within else None,
                "pack": notice.pack_id,
                "citation": notice.citation,
                "quote": notice.quote,
                "verification": notice.verification,
            }
            for notice in policy.notices(on)
        ],
    }


def codes_of(policy: Policy, on: dt.date) -> dict[str, str]:
    """Return the local codes of a day, the nearest pack's first."""
    codes: dict[str, str] = {}
    for pack in reversed(policy.line):
        codes |= pack.codes_on(on)
    return codes
