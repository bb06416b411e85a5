"""Words for reasons that nobody knows: neither a fixed reason, nor a code of the policy that holds."""

from collections.abc import Collection, Iterator

from makegood.log.absences import name_of
from makegood.log.log import Log
from makegood.terms.absences import may_be
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import UNRECORDED, reason_of

_EXPECTED = "one of the reasons ('makegood reasons') or a code of the student's policy"


def unknown_reasons(log: Log, services: Collection[int]) -> Iterator[Finding]:
    """Yield the rows of sessions and of the tables of absences whose word for a reason is not known.

    Args:
        log: The log.
        services: The places of the services whose sessions are looked at.
    """
    chosen, sessions = frozenset(services), log.records.sessions
    for place, word in enumerate(sessions.reason):
        if word is None or not log.corrections.counts[place] or log.service_of[place] not in chosen:
            continue
        facts = log.facts(place)
        if log.read_reason(word, facts.policy_id if facts else None, sessions.date[place]) is None:
            yield _unknown("sessions", "reason", sessions.row[place], word)
    yield from _of_absences(log)


def _of_absences(log: Log) -> Iterator[Finding]:
    for table in (log.records.student_absences, log.records.provider_absences):
        for place, word in enumerate(table.kind):
            if word is None:
                continue
            read = log.absences.kind(table, place)
            if read is None:
                yield _unknown(table.NAME, "kind", table.row[place], word)
            elif not may_be(read, name_of(table)):
                yield Finding(
                    "error",
                    "absence_kind",
                    f"'{read}' cannot be the reason of such an absence.",
                    Origin(table.NAME, table.row[place], "kind"),
                    found=word,
                    expected="a reason that such an absence can have",
                )


def _unknown(table: str, column: str, row: int, word: str) -> Finding:
    message = "Nobody knows this word for a reason."
    if reason_of(word) == UNRECORDED:
        message = "'unrecorded' is what Makegood says where nothing is on record; no row may give it as a reason."
    return Finding("error", "unknown_reason", message, Origin(table, row, column), found=word, expected=_EXPECTED)
