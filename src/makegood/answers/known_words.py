"""Words for reasons and notices that no policy can know: found in the same round as everything else that is wrong."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from makegood.intake.checks import Facts, check
from makegood.log import alike, words_of_no_policy
from makegood.policies import read_packs
from makegood.statements.notices.sent import KINDS, NO_EVENT
from makegood.terms.findings import Finding, Origin


@check("sessions.reason", "student_absences.kind", "provider_absences.kind")
def unknown_reasons(facts: Facts) -> Iterator[Finding]:
    """Yield reasons and kinds of absence that are neither a word nor a phrase for one, nor a code of any policy pack.

    Whether the student's own policy knows a code on its day is the account's to say.
    """
    return words_of_no_policy(facts.records, _codes_of(facts.records.policies))


@check("notices.kind")
def unknown_notices(facts: Facts) -> Iterator[Finding]:
    """Yield notices whose kind answers nothing that a policy asks for: what they answer would be called late."""
    notices = facts.records.notices
    usual = {word for words in KINDS.values() for word in words}
    unknown = [at for at, kind in enumerate(notices.kind) if kind.strip().casefold() not in usual | {NO_EVENT}]
    if not unknown:
        return
    packs, broken = read_packs(facts.records.policies)
    asked = {line.do for pack in packs.values() for version in pack.versions for line in version.notices if line.do}
    expected = f"one of {', '.join(sorted(usual | asked))} or {NO_EVENT}"
    for at in unknown:
        if not broken and notices.kind[at].strip().casefold() not in asked:
            says = "No policy asks for a notice that is called so, so this one answers none."
            origin = Origin("notices", notices.row[at], "kind")
            yield Finding("warning", "unknown_notice", says, origin, found=notices.kind[at], expected=expected)


KNOWN_WORDS: Final = (unknown_reasons, unknown_notices)
"""The checks of words that a policy may have."""


def _codes_of(policies: Path | None) -> Callable[[str], bool]:
    """Return whether any policy has a word as a code; the packs are read only when the first word is asked about."""

    @cache
    def codes() -> frozenset[str] | None:
        packs, broken = read_packs(policies)
        every = [listed for pack in packs.values() for listed in (pack.codes, *(one.codes for one in pack.versions))]
        return None if broken else frozenset(alike(code) for listed in every for code in listed)

    def is_code(word: str) -> bool:
        known = codes()
        # A pack that cannot be read may have the code.
        return known is None or alike(word) in known

    return is_code
