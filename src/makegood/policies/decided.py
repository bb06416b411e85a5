"""Two numbers about packs: how many cite rules, and how many decide. One never stands for the other."""

from datetime import date

from makegood.policies.pack import Pack
from makegood.policies.rule import rule_of


def cites_rules(pack: Pack) -> bool:
    """Whether a pack has a rule or a notice of its own, each with its source, in any version."""
    return any(version.reasons or version.notices for version in pack.versions)


def decided_on(pack: Pack, day: date) -> tuple[str, ...]:
    """Return the reasons for which a pack's own rules decide on a day: owed or not owed, instead of the team's."""
    version = pack.version_on(day)
    if version is None:
        return ()
    return tuple(
        reason for reason in version.reasons if rule_of(pack, version, reason).disposition in {"owed", "not_owed"}
    )


def ever_decides(pack: Pack) -> bool:
    """Whether any version of a pack decides something."""
    return any(decided_on(pack, version.first_day or version.last_day or date.max) for version in pack.versions)
