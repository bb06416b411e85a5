"""Which policies there are to choose from, and in short what each says on a day."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from makegood.policies import Level, Policy, Within, policy_in_force, read_packs
from makegood.terms.accounts import Disposition
from makegood.terms.reasons import REASONS, UNRECORDED

FEDERAL: Final = "us-federal"
"""The policy of where no other one is chosen, and on which the others build."""
_ORDER: Final[tuple[Disposition, ...]] = ("owed", "not_owed", "team_decides", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a policy says of some reasons.

    Attributes:
        within: By when the minutes are to be made up; None where nothing is owed, or no deadline is set.
    """

    disposition: Disposition
    within: Within | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyInShort:
    """What a policy says on a day beyond federal law.

    Attributes:
        level: What its sources are.
        binding: Whether it binds those whom it addresses.
        in_force: Whether any version of it is in force on that day.
        first: The first day of the version in force, or of the latest one before; None from the beginning.
        last: Its last day; None if open-ended.
        outcomes: What it says, owed first.
        silent: The reasons of which it says nothing.
        tells: Whether it says when somebody is to be told of missed sessions.
        codes: Whether it explains words of a log.
    """

    policy_id: str
    title: str
    level: Level
    binding: bool
    in_force: bool
    first: dt.date | None
    last: dt.date | None
    outcomes: tuple[Outcome, ...]
    silent: tuple[str, ...]
    tells: bool
    codes: bool


def policies_in_short(on: dt.date) -> dict[str, PolicyInShort]:
    """Return what each built-in policy says on a day, by id, in the order of the ids."""
    packs, _ = read_packs(None)
    return {pack_id: _in_short(policy_in_force(packs, pack_id), on) for pack_id in packs}


def policy_in_short(policy_id: str, on: dt.date) -> PolicyInShort | None:
    """Return what one built-in policy says on a day, no other being read; None if there is none of this id."""
    packs, _ = read_packs(None)
    return _in_short(policy_in_force(packs, policy_id), on) if policy_id in packs else None


def _in_short(policy: Policy, on: dt.date) -> PolicyInShort:
    pack = policy.line[0]
    own = pack.version_on(on)
    latest = own or max(pack.versions, key=lambda version: version.last_day or dt.date.max)
    groups: dict[tuple[Disposition, Within | None], list[str]] = {}
    silent = []
    for reason in REASONS:
        rule = policy.rule(reason, on)
        if rule is not None and rule.pack_id != FEDERAL:
            groups.setdefault((rule.disposition, rule.make_up_within), []).append(reason)
        elif reason != UNRECORDED:
            silent.append(reason)
    outcomes = [Outcome(disposition=what, within=by, reasons=tuple(of)) for (what, by), of in groups.items()]
    return PolicyInShort(
        policy_id=policy.policy_id,
        title=pack.title,
        level=pack.level,
        binding=pack.binding,
        in_force=own is not None,
        first=latest.first_day,
        last=latest.last_day,
        outcomes=tuple(sorted(outcomes, key=lambda each: _ORDER.index(each.disposition))),
        silent=tuple(silent),
        tells=any(notice.pack_id != FEDERAL for notice in policy.notices(on)),
        codes=bool(pack.codes_on(on)),
    )
