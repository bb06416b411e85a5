"""An account as Parquet files: services, misses, awards."""

from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from makegood.ledger.result import MISS_COLUMNS, Ledger
from makegood.terms.accounts import ACCOUNTS
from makegood.terms.reasons import REASONS

_WORDS = pa.dictionary(pa.int32(), pa.string())

BY_REASON: Final = pa.struct([pa.field(reason, pa.int32(), nullable=False) for reason in REASONS])
SERVICES: Final = pa.schema(
    [(name, _WORDS) for name in ("service_id", "student_id", "service_type", "policy_id")]
    + [(name, pa.int32()) for name in ACCOUNTS]
    + [("missed_by_reason", BY_REASON)]
)
"""The account of each service; minutes are 32-bit whole numbers."""

MISSES: Final = pa.schema(
    [
        (
            name,
            {"missed_on": pa.date32(), "due_by": pa.date32(), "inferred": pa.bool_(), "session_id": pa.string()}.get(
                name, pa.int32() if name in {"gap", "minutes", "made_up", "released", "open"} else _WORDS
            ),
        )
        for name in MISS_COLUMNS
    ]
)
"""Each gap and each unrecorded span."""

AWARDS: Final = pa.schema(
    [(name, pa.string()) for name in ("award_id", "student_id", "service_type")]
    + [(name, pa.int32()) for name in ("minutes", "delivered", "remaining")]
)


def write_parquet(ledger: Ledger, out: Path) -> None:
    """Write an account's tables into a folder that is there."""
    services = [
        {name: getattr(service, name) for name in SERVICES.names}
        | {"missed_by_reason": {reason: service.missed_by_reason.get(reason, 0) for reason in REASONS}}
        for service in ledger.services
    ]
    misses = [{name: getattr(miss, name) for name in MISSES.names} for miss in ledger.misses]
    awards = [{name: getattr(award, name) for name in AWARDS.names} for award in ledger.awards]
    for name, rows, schema in (
        ("services", services, SERVICES),
        ("misses", misses, MISSES),
        ("awards", awards, AWARDS),
    ):
        pq.write_table(_table(rows, schema), out / f"{name}.parquet", compression="zstd")


def _table(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    plain = pa.schema([(f.name, f.type.value_type if pa.types.is_dictionary(f.type) else f.type) for f in schema])
    return pa.Table.from_pylist(rows, schema=plain).cast(schema)
