"""Words for reasons that no policy can know: found in the same round as everything else that is wrong."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from makegood.intake.checks import Facts, check
from makegood.log import alike, words_of_no_policy
from makegood.policies import read_packs
from makegood.terms.findings import Finding


@check("sessions.reason", "student_absences.kind", "provider_absences.kind")
def unknown_reasons(facts: Facts) -> Iterator[Finding]:
    """Yield reasons and kinds of absence that are neither a word nor a phrase for one, nor a code of any policy pack.

    Whether the student's own policy knows a code on its day is the account's to say.
    """
    return words_of_no_policy(facts.records, _codes_of(facts.records.policies))


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
