"""Words for what a policy's source is, and how far it was read."""

from typing import Final

from makegood.policies import Level, NoticeRule, Rule

OUTCOME: Final[dict[str, str]] = {
    "owed": "owed",
    "not_owed": "not owed",
    "team_decides": "team decides",
    "unknown": "not known",
}
READ: Final[dict[str, str]] = {
    "found": "the source's own words",
    "secondary": "as reported by others",
    "inferred": "our reading, which decides nothing",
    "unverified": "not verified, so it decides nothing",
}
LEVEL: Final[dict[Level, str]] = {
    "statute": "a statute",
    "regulation": "a regulation",
    "federal_guidance": "a federal letter, guidance",
    "state_guidance": "a State's guidance",
    "district_policy": "a district's policy",
    "provider_guidance": "a provider's guidance",
    "assumption": "an assumption",
}
BINDS: Final = {True: "binding", False: "not binding"}


def source_in_words(rule: Rule | NoticeRule) -> str:
    """Name a rule's source, its pack, what it is and how far it was read."""
    return f"{rule.citation} ({rule.pack_id}: {LEVEL[rule.level]}, {BINDS[rule.binding]}; {READ[rule.verification]})."
