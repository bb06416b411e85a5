"""The account as SQL, run by DuckDB: bench/duckdb_plan.sql, bucket by bucket."""

from pathlib import Path
from typing import Final

import duckdb
from bench.tables import policies_of, tables_of

from makegood.ledger.state import buckets_of
from makegood.ledger.state.layout import path_of
from makegood.terms.reasons import REASONS

SQL: Final = Path(__file__).with_suffix(".sql").read_text("utf-8")
OUTPUTS: Final = {
    "services": "select * from account",
    "by_reason": "select service_id, reason, sum(minutes)::int as minutes from miss join services using (service)"
    " where session_id is not null and minutes > 0 group by all",
    "misses": "select service_id, miss.* exclude (service) from miss join services using (service)",
    "awards": "select award_id, minutes, coalesce(delivered, 0)::int as delivered from"
    " (select award_id, minutes, (row_number() over ()) - 1 as names from awards)"
    " left join (select names, sum(counted) as delivered from given group by names) using (names)",
}


def account(folder: Path, as_of: int, out: Path, threads: int) -> None:
    """Account for a state, and write services, missed minutes by reason, misses and awards as Parquet.

    Args:
        folder: A state in the layout for large records.
        as_of: The last day whose rows count, as a day number.
        out: A folder that is there.
        threads: How many threads the engine may use.
    """
    policies = policies_of(folder)
    for bucket in buckets_of(folder):
        with duckdb.connect(config={"threads": threads, "preserve_insertion_order": False}) as base:
            for name, rows in tables_of(folder, bucket, policies).items():
                # As tables of its own the engine knows their sizes, and joins them in a good order.
                base.register(f"arrow_{name}", rows)
                base.execute(f"create temp table {name} as from arrow_{name}")
            base.execute("set variable sessions = $1", [str(path_of(folder, "sessions", bucket))])
            base.execute("set variable as_of = $1::int", [as_of])
            base.execute("set variable unrecorded = $1::int", [REASONS.index("unrecorded")])
            base.execute(SQL)
            for name, query in OUTPUTS.items():
                (out / name).mkdir(exist_ok=True)
                base.execute(f"copy ({query}) to '{path_of(out, name, bucket)}' (format parquet, compression snappy)")
