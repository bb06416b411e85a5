"""Policies as JSON prints them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from makegood.policies import NoticeRule, Pack, Policy, Rule, cites_rules, decided_on, ever_decides
from makegood.terms.reasons import PARTY_OF


def packs_as_dict(packs: Mapping[str, Pack], on: dt.date) -> dict[str, Any]:
    """Return the packs by id, with their versions and what they decide on a day, and how many cite rules and decide."""
    return {
        "on": on.isoformat(),
        "counts": {
            "policies": len(packs),
            "cite_rules": sum(cites_rules(pack) for pack in packs.values()),
            "decide": sum(ever_decides(pack) for pack in packs.values()),
            "decide_on_that_day": sum(bool(decided_on(pack, on)) for pack in packs.values()),
        },
        "policies": [_pack_as_dict(pack, on) for _, pack in sorted(packs.items())],
    }


def _pack_as_dict(pack: Pack, on: dt.date) -> dict[str, Any]:
    return {
        "id": pack.id,
        "title": pack.title,
        "level": pack.level,
        "binding": pack.binding,
        "inherits": pack.inherits,
        "cites_rules": cites_rules(pack),
        "decides": list(decided_on(pack, on)),
        "versions": [
            {
                "from": version.first_day.isoformat() if version.first_day else None,
                "to": version.last_day.isoformat() if version.last_day else None,
            }
            for version in pack.versions
        ],
    }


def rule_as_dict(rule: Rule | None) -> dict[str, Any] | None:
    """Return a rule as JSON prints it."""
    if rule is None:
        return None
    return {
        "rule": rule.name,
        "disposition": rule.disposition,
        "decides": rule.decides,
        "written_disposition": rule.written_disposition,
        "make_up_within": rule.make_up_within.in_words if rule.make_up_within else None,
        "written_make_up_within": rule.written_make_up_within.in_words if rule.written_make_up_within else None,
        "declined_offer_releases": rule.declined_offer_releases,
        **_source_as_dict(rule),
    }


def _source_as_dict(rule: Rule | NoticeRule) -> dict[str, Any]:
    return {
        "pack": rule.pack_id,
        "level": rule.level,
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
        "codes": policy.codes(on),
        "notices": [
            {
                "when": notice.when.in_words,
                "tell": notice.tell,
                "do": notice.do,
                "within": notice.within.in_words if notice.within else None,
                **_source_as_dict(notice),
            }
            for notice in policy.notices(on)
        ],
    }
