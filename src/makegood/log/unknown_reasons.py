"""Words for reasons that nobody knows: neither a fixed reason, nor a code of a policy."""

from collections.abc import Callable, Collection, Iterator
from typing import Final

from makegood.log.absences import name_of
from makegood.log.differences import alike
from makegood.log.log import Log
from makegood.records import Records, Table
from makegood.terms.absences import BLANK, absence_kind, may_be
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import REASONS, UNRECORDED, reason_of
from makegood.terms.spelling import slip_of

_EXPECTED: Final = "one of the reasons ('makegood reasons') or a code of the student's policy"
_MAY_BE_GIVEN: Final = frozenset(REASONS) - {UNRECORDED}
_OF_NO_POLICY: Final = "No policy has such a code, and it is none of the words for a reason."


def words_of_no_policy(records: Records, is_code: Callable[[str], bool]) -> Iterator[Finding]:
    """Yield words for reasons, of sessions and of absences, that no policy at all can know.

    Whose policy knows a code on its day is what `unknown_reasons` asks, once everything can be read.

    Args:
        records: The records, of which only the words are looked at; cells can be None.
        is_code: Whether any policy has a word as a code.
    """
    sessions = records.sessions
    given = {word for word in sessions.different("reason") if word is not None and reason_of(word) is None}
    yield from _of_no_policy(sessions, "reason", {word for word in given if not is_code(word)})
    for name in BLANK:
        table = records.table(name)
        given = {word for word in set(table.values("kind")) if absence_kind(word, name) is None}
        yield from _of_no_policy(table, "kind", {word for word in given if not is_code(word)})


def _of_no_policy(table: Table, column: str, unknown: set[str]) -> Iterator[Finding]:
    for word, row in zip(table.values(column), table.row, strict=True) if unknown else ():
        if word in unknown:
            yield _unknown(table.NAME, column, row, word, _OF_NO_POLICY)


def unknown_reasons(log: Log, services: Collection[int]) -> Iterator[Finding]:
    """Yield the rows of sessions and of the tables of absences whose word for a reason is not known.

    Args:
        log: The log.
        services: The places of the services whose sessions are looked at.
    """
    chosen, sessions = frozenset(services), log.records.sessions
    asked = {word for word in set(sessions.reason) if word is not None and word not in _MAY_BE_GIVEN}
    for place, word in enumerate(sessions.reason) if asked else ():
        if word not in asked or not log.corrections.counts[place] or log.service_of[place] not in chosen:
            continue
        facts = log.facts(place)
        if word is not None and log.read_reason(word, facts.policy_id if facts else None, sessions.date[place]) is None:
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


def _unknown(
    table: str, column: str, row: int, word: str, says: str = "Nobody knows this word for a reason."
) -> Finding:
    if reason_of(word) == UNRECORDED:
        says = "'unrecorded' is what Makegood says where nothing is on record; no row may give it as a reason."
    near = slip_of("_".join(alike(word).replace("-", " ").split()), _MAY_BE_GIVEN)
    expected = f"perhaps {near}; or {_EXPECTED}" if near else _EXPECTED
    return Finding("error", "unknown_reason", says, Origin(table, row, column), found=word, expected=expected)
