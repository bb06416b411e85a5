"""Words for reasons that no policy can know: found in the same round as everything else that is wrong."""

from collections.abc import Iterator

from makegood.intake.checks import Facts, check
from makegood.policies import read_packs
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import reason_of


@check("sessions.reason")
def unknown_reasons(facts: Facts) -> Iterator[Finding]:
    """Yield reasons that are neither a word nor a phrase for one, nor a local code of any policy pack.

    Whether the student's own policy knows a code on its day is the account's to say.
    """
    log = facts.records.sessions
    words = {word for word in set(log.reason) if word is not None and reason_of(word) is None}
    if not words:
        return
    packs, broken = read_packs(facts.records.policies)
    if broken:
        # A pack that cannot be read may have the code.
        return
    every = [codes for pack in packs.values() for codes in (pack.codes, *(one.codes for one in pack.versions))]
    codes = {code.casefold() for each in every for code in each}
    for word, row in zip(log.reason, log.row, strict=True):
        if word in words and word.casefold() not in codes:
            says = "No policy has such a code, and it is none of the words for a reason."
            expected = "one of the reasons ('makegood reasons') or a code of the student's policy"
            yield Finding("error", "unknown_reason", says, Origin("sessions", row, "reason"), word, expected)
