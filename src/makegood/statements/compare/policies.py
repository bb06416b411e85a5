"""The same records under several policies, side by side. It never says which of them is right."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from makegood.ledger import Ledger, Miss, ledger_of, log_of
from makegood.records import Records
from makegood.statements.compare.comparison import ComparedMiss, Comparison

_Key = tuple[str, str, dt.date, str, int, int]


def compare(records: Records, policy_ids: Sequence[str], as_of: dt.date) -> Comparison:
    """Account for the same records under each policy.

    Local codes in the log keep the meaning that the student's own policy gives them.

    Args:
        records: Records that `ledger_of` can account for under their own policies.
        policy_ids: Built-in packs or packs of the records.
        as_of: The last day whose rows count.

    Raises:
        UnusableRecordsError: If there is no pack of such an id.
    """
    plain = _in_fixed_words(records)
    ledgers = tuple(ledger_of(_under(plain, policy_id), as_of) for policy_id in policy_ids)
    sides = [dict(_keyed(ledger)) for ledger in ledgers]
    keys = sorted({key for side in sides for key in side}, key=lambda key: (key[2], key[0], *key[3:]))
    return Comparison(
        tuple(policy_ids), ledgers, [ComparedMiss(tuple(side.get(key) for side in sides)) for key in keys]
    )


def _under(records: Records, policy_id: str) -> Records:
    students, schools = records.students, records.schools
    return replace(
        records,
        students=replace(students, policy_id=[policy_id] * len(students)),
        schools=replace(schools, policy_id=[policy_id] * len(schools)),
    )


def _in_fixed_words(records: Records) -> Records:
    log, sessions = log_of(records), records.sessions
    reasons = [log.reason(place).reason if word else word for place, word in enumerate(sessions.reason)]
    return replace(records, sessions=replace(sessions, reason=reasons))


def _keyed(ledger: Ledger) -> list[tuple[_Key, Miss]]:
    """Name each miss by what no policy changes; a split one's entries are numbered."""
    seen: Counter[tuple[str, str, dt.date, str, int]] = Counter()
    keyed = []
    for miss in ledger.misses:
        start = -1 if miss.start_time is None else miss.start_time
        name = (miss.student_id, miss.service_id, miss.missed_on, miss.session_id or "", start)
        keyed.append(((*name, seen[name]), miss))
        seen[name] += 1
    return keyed
