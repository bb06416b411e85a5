"""The floor: what it costs to read the log and add one column up, without any account."""

from pathlib import Path

import duckdb


def minutes_by_reason(folder: Path, threads: int) -> dict[int, int]:
    """Return the minutes delivered by reason, over all sessions of a state.

    Args:
        folder: A state in the layout for large records.
        threads: How many threads the engine may use.
    """
    with duckdb.connect(config={"threads": threads}) as base:
        sessions = str(folder / "sessions" / "*.parquet")
        query = "select reason, sum(minutes_delivered) from read_parquet($1) group by reason"
        return {reason: int(minutes) for reason, minutes in base.execute(query, [sessions]).fetchall()}
