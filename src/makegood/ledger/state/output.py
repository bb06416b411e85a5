"""A folded bucket as Arrow tables of the same columns as any other account."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from makegood.calendars import day_number
from makegood.ledger.columns import CREDITED, NONE, Account, Out, columns_of
from makegood.ledger.columns import PLANNED_BY as PLANNED_MARK
from makegood.ledger.decoding import STATUS_OF_STATE
from makegood.ledger.parquet import AWARDS, BY_REASON, MISSES, SERVICES
from makegood.ledger.result import MADE_UP_RULE
from makegood.ledger.state.bucket import Bucket
from makegood.policies import Rule
from makegood.terms.accounts import DISPOSITIONS, PLANNED_BY, STATUSES
from makegood.terms.reasons import REASONS

Array = np.ndarray[Any, np.dtype[np.int32]]


def services_table(bucket: Bucket, out: Out) -> pa.Table:
    """Return the account of each service."""
    services = bucket.services
    owner = services["student"].to_numpy()
    figures = columns_of(out.accounts, Account)
    figures["not_in_session"] = figures["promised"] - figures["due"]
    by_reason: Any = out.missed_by_reason
    words = {
        "service_id": _named(np.arange(services.num_rows), services["service_id"]),
        "student_id": _named(owner, bucket.students["student_id"]),
        "service_type": services["service_type"].combine_chunks(),
        "policy_id": services["policy_id"].combine_chunks(),
    }
    fields = list(BY_REASON)
    columns = []
    for name in SERVICES.names:
        if name in words:
            columns.append(words[name])
        elif name == "missed_by_reason":
            parts = [pa.array(minutes) for minutes in by_reason]
            columns.append(pa.StructArray.from_arrays(parts, fields=fields))
        else:
            columns.append(pa.array(figures[name]))
    return pa.Table.from_arrays(columns, schema=SERVICES)


def misses_table(bucket: Bucket, misses: dict[str, Array], rules: Sequence[Rule | None], as_of: dt.date) -> pa.Table:
    """Return each gap and each unrecorded span; `misses` is cut to the rows that are filled."""
    services = bucket.services
    service, row = misses["service"], misses["row"]
    due_by = pa.array(misses["due_by"], pa.int32(), mask=misses["due_by"] == NONE).cast(pa.date32())
    judged = _judged(bucket, misses, rules)
    columns: dict[str, Any] = {
        "service_id": _named(service, services["service_id"]),
        "student_id": _named(services["student"].to_numpy()[service], bucket.students["student_id"]),
        "service_type": services["service_type"].combine_chunks().take(pa.array(service)),
        "session_id": _session_ids(bucket, row, misses["inferred"]),
        "missed_on": pa.array(misses["day"]).cast(pa.date32()),
        "reason": _named(misses["reason"], REASONS),
        "inferred": pa.array(misses["inferred"] != 0),
        "planned_by": _named(_planned_by(bucket, row), PLANNED_BY),
        "disposition": _named(misses["disposition"], DISPOSITIONS),
        "due_by": due_by,
        "status": _named(_status(misses, day_number(as_of)), STATUSES),
    } | judged
    figures = ("gap", "minutes", "made_up", "released", "open")
    columns |= {name: pa.array(misses[name]) for name in figures}
    return pa.Table.from_arrays([columns[name] for name in MISSES.names], schema=MISSES)


def awards_table(bucket: Bucket, out: Out) -> pa.Table:
    """Return each award's account."""
    awards, delivered = bucket.awards, np.asarray(out.award_delivered)
    minutes = awards["minutes"].to_numpy()
    columns = [
        awards["award_id"].combine_chunks(),
        bucket.students["student_id"].combine_chunks().take(awards["student"].combine_chunks()),
        awards["service_type"].combine_chunks().cast(pa.string()),
        pa.array(minutes),
        pa.array(delivered),
        pa.array(minutes - delivered),
    ]
    return pa.Table.from_arrays(columns, schema=AWARDS)


def _named(places: Array, words: Any) -> pa.DictionaryArray:
    """Return places among words as the words; NONE as null."""
    if isinstance(words, pa.ChunkedArray):
        words = words.combine_chunks()
    elif not isinstance(words, pa.Array):
        words = pa.array(words, pa.string())
    places = places.astype(np.int32, copy=False)
    unnamed = places == NONE
    if not unnamed.any():
        return pa.DictionaryArray.from_arrays(pa.array(places), words)
    return pa.DictionaryArray.from_arrays(pa.array(places, mask=unnamed), words)


def _planned_by(bucket: Bucket, row: Array) -> Array:
    """Return the place of what tells how long each session or slot was planned to last; NONE where none is known."""
    marks: Any = bucket.book.log.mark
    if len(marks) == 0:
        return np.full(len(row), NONE, np.int32)
    planned_by: Array = np.where(row == NONE, NONE, marks[row] // PLANNED_MARK)
    return planned_by


def _session_ids(bucket: Bucket, row: Array, inferred: Array) -> pa.Array:
    """Return the sessions' ids as text; none for what was inferred or is on no record."""
    unnamed = (row == NONE) | (inferred != 0)
    places = pa.array(np.where(unnamed, 0, row), pa.int32(), mask=unnamed)
    if bucket.ids is not None:
        return bucket.ids["session_id"].combine_chunks().take(places)
    return pc.cast(pa.array(np.asarray(bucket.book.log.order)).take(places), pa.string())


def _judged(bucket: Bucket, misses: dict[str, Array], rules: Sequence[Rule | None]) -> dict[str, pa.DictionaryArray]:
    """Return rule, citation and verification: the determination's, else the rule's, else silent.

    What was made up before anybody decided has a rule of its own.
    """
    team, cited_as = (bucket.decided[name].to_pylist() for name in ("determination_id", "citation"))
    named = [rule.name if rule else "silent" for rule in rules] + [f"determination {id_}" for id_ in team]
    cited = [rule.citation if rule else None for rule in rules] + cited_as
    known = [rule.verification if rule else None for rule in rules] + [None] * len(team)
    places = np.where(misses["decided"] == NONE, misses["rule"], len(rules) + misses["decided"])
    places = np.where(misses["rule"] == CREDITED, len(named), places)
    return {
        name: _distinct(places, [*words, of_credited])
        for name, words, of_credited in (
            ("rule", named, MADE_UP_RULE),
            ("citation", cited, None),
            ("verification", known, None),
        )
    }


def _distinct(places: Array, words: Sequence[str | None]) -> pa.DictionaryArray:
    """Return words by place, each word once in the dictionary and None as null."""
    known: dict[str, int] = {}
    codes = np.array([NONE if word is None else known.setdefault(word, len(known)) for word in words], np.int32)
    return _named(codes[places], list(known))


def _status(misses: dict[str, Array], as_of: int) -> Array:
    """Return each miss's status (docs/decisions/0003, 46), for all of them at once."""
    code: dict[str, int] = {word: place for place, word in enumerate(STATUSES)}
    by_disposition = np.array([code.get(word, code["made_up"]) for word in DISPOSITIONS], np.int32)
    by_state = np.zeros(max(STATUS_OF_STATE) + 1, np.int32)
    for state, word in STATUS_OF_STATE.items():
        by_state[state] = code[word]
    late = (misses["due_by"] != NONE) & (misses["due_by"] < as_of)
    status = by_disposition[misses["disposition"]]
    status = np.where(misses["released"] > 0, code["released"], status)
    status = np.where(misses["open"] > 0, np.where(late, code["overdue"], code["open"]), status)
    judged = misses["disposition"] != NONE
    whole: Array = np.where(judged, status, by_state[misses["state"]]).astype(np.int32)
    return whole
