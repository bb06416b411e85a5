"""A policy: one pack and those that it inherits, asked for a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from makegood.policies.codes import nearest_codes, spelled
from makegood.policies.pack import Pack, ShortPeriod, Version
from makegood.policies.rule import NoticeRule, Rule, notice_of, rule_of
from makegood.terms.reasons import REASONS

NO_SCHOOL: Final = "no_school"
CLOSURES: Final = frozenset({"holiday", "in_service", "weather_closure", "emergency_closure"})
"""Kinds of `no_school`. A strike is none: it is a dispute, and schools may be open."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules for the students of a policy id.

    Attributes:
        policy_id: The pack's id.
        line: The pack itself, then what it inherits, nearest first.
    """

    policy_id: str
    line: tuple[Pack, ...]

    @property
    def title(self) -> str:
        """The pack's title."""
        return self.line[0].title

    def rule(self, reason: str, on: date) -> Rule | None:
        """Return the rule that applies to a reason on the day of the miss; None if the whole line is silent.

        A pack's rule for `no_school` applies to a day closed for a holiday, staff, weather or an emergency too,
        where that pack has none for it.
        """
        names = (reason, NO_SCHOOL) if reason in CLOSURES else (reason,)
        for pack, version in self._in_force(on):
            for name in names:
                if name in version.reasons:
                    return rule_of(pack, version, name)
        return None

    def short_period(self, on: date) -> ShortPeriod:
        """Return how a short period counts: `full` where the whole line is silent."""
        for _, version in self._in_force(on):
            if version.short_period is not None:
                return version.short_period
        return "full"

    def reason_of(self, code: str, on: date) -> str | None:
        """Return the reason that a log's word stands for on a day, or None if it is not known.

        A reason stands for itself; a local code is looked up in the nearest pack that has it. The whole word must
        match, without regard to capitals and outer blanks.
        """
        word = spelled(code)
        if word in REASONS:
            return word
        return next((reason for known, reason in self.codes(on).items() if spelled(known) == word), None)

    def codes(self, on: date) -> dict[str, str]:
        """Return the local codes of a day as they are written, the nearest pack's first."""
        return nearest_codes(pack.codes_on(on) for pack in self.line)

    def notices(self, on: date) -> tuple[NoticeRule, ...]:
        """Return the notices of the first pack in the line that has any on a day."""
        for pack, version in self._in_force(on):
            if version.notices:
                return tuple(notice_of(pack, version, line) for line in version.notices)
        return ()

    def changes(self) -> tuple[date, ...]:
        """Return the days from which anything may differ from the day before, in order."""
        days = set()
        for version in (version for pack in self.line for version in pack.versions):
            if version.first_day is not None:
                days.add(version.first_day)
            if version.last_day is not None and version.last_day < date.max:
                days.add(version.last_day + timedelta(days=1))
        return tuple(sorted(days))

    def _in_force(self, on: date) -> Iterator[tuple[Pack, Version]]:
        for pack in self.line:
            version = pack.version_on(on)
            if version is not None:
                yield pack, version


def policy_in_force(packs: Mapping[str, Pack], policy_id: str) -> Policy:
    """Return the policy of an id, with its line of inheritance.

    Args:
        packs: What `read_packs` returned: what is inherited is there, and no line is a circle.
        policy_id: The id of one of them.

    Raises:
        KeyError: If no pack has this id. Ask `policy_id in packs` first.
    """
    line = [packs[policy_id]]
    while line[-1].inherits is not None:
        line.append(packs[line[-1].inherits])
    return Policy(policy_id, tuple(line))
