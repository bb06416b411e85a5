"""The account as lazy plans, run by Polars, bucket by bucket. What is settled is in bench/polars_settle.py."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
from bench.polars_settle import accounts, closed_of, done, given_of, linked_of, settled_of
from bench.tables import policies_of, tables_of
from polars import col

from makegood.ledger.state import buckets_of
from makegood.ledger.state.layout import path_of
from makegood.terms.reasons import REASONS

Frames = Mapping[str, pl.LazyFrame]
REGULAR = col("mark") & 6 == 0
PERIOD = ["service", "number"]


def account(folder: Path, as_of: int, out: Path) -> None:
    """Account for a state, and write services, missed minutes by reason, misses and awards as Parquet.

    Args:
        folder: A state in the layout for large records.
        as_of: The last day whose rows count, as a day number.
        out: A folder that is there.
    """
    policies = policies_of(folder)
    for bucket in buckets_of(folder):
        small = {name: pl.DataFrame(rows).lazy() for name, rows in tables_of(folder, bucket, policies).items()}
        for name, rows in accounted(path_of(folder, "sessions", bucket), small, as_of).items():
            (out / name).mkdir(exist_ok=True)
            done(rows).collect().write_parquet(path_of(out, name, bucket), compression="snappy")


def accounted(sessions: Path, tables: Frames, as_of: int) -> dict[str, pl.LazyFrame]:
    """Return a bucket's account: the plan of each table that is written."""
    logged = done(logged_in(sessions, tables, as_of))
    periods = done(periods_of(logged, tables, as_of))
    laid = done(laid_on(logged, periods))
    judged = done(judged_of(missed_of(laid, periods, tables), tables))
    linked = done(linked_of(logged, periods, judged, tables))
    settled, extra = settled_of(logged, judged, linked)
    closed = closed_of(settled, tables, as_of)
    misses = done(pl.concat([closed, unmissed_of(laid, tables)], how="diagonal"))
    given = done(given_of(logged, tables))
    ids = tables["services"].select("service", "service_id")
    by_reason = misses.filter(col("session_id").is_not_null(), col("minutes") > 0)
    delivered = given.group_by("names").agg(delivered=col("counted").sum())
    awards = tables["awards"].with_row_index("names").select("award_id", "minutes", col("names").cast(pl.Int32))
    return {
        "services": accounts(tables, logged, periods, misses, extra, given),
        "by_reason": by_reason.group_by("service", "reason").agg(col("minutes").sum()).join(ids, on="service"),
        "misses": misses.join(ids, on="service"),
        "awards": awards.join(delivered, on="names", how="left").with_columns(col("delivered").fill_null(0)),
    }


def logged_in(sessions: Path, tables: Frames, as_of: int) -> pl.LazyFrame:
    """Return each session that counts, with the period in which it lies (null: in none)."""
    services = tables["services"].select("service", "student", "type", "grid", "since", "until")
    return (
        pl.scan_parquet(sessions, row_index_name="row")
        .filter(col("date") <= as_of)
        .with_columns(col("row").cast(pl.Int32))
        .rename({"minutes_delivered": "delivered", "minutes_planned": "planned"})
        .join(services, on="service")
        .join(tables["period_of_day"], on=["grid", "date"], how="left")
        .with_columns(number=pl.when(col("date").is_between("since", "until")).then("number"))
        .drop("grid", "since", "until")
    )


def periods_of(logged: pl.LazyFrame, tables: Frames, as_of: int) -> pl.LazyFrame:
    """Return each service's periods: what they promise, what of it was held and what is short."""
    held = (
        logged.filter(REGULAR, col("number").is_not_null())
        .group_by(PERIOD)
        .agg(
            as_written=pl.when(col("mark") & 1 == 0).then("delivered").sum(),
            different=pl.when(col("mark") & 1 == 1).then("delivered").sum(),
            gaps=(col("planned") - col("delivered")).clip(0).sum(),
        )
    )
    days = tables["days"]
    whole, served, school, spread = col("whole"), col("served"), col("school"), col("days")
    return (
        tables["services"]
        .select("service", "calendar", "counts", "policy", "whole", "start", "end", "low", "high")
        .filter(col("low") <= col("high"))
        .with_columns(number=pl.int_ranges("low", col("high") + 1, dtype=pl.Int32))
        .explode("number")
        .join(tables["periods"].filter(col("first") <= as_of), on="number")
        .join(tables["spans"].rename({"day": "first"}), on=["policy", "first"])
        .with_columns(low=pl.max_horizontal("first", "start"), after=pl.min_horizontal("last", "end") + 1)
        .join(days.rename({"day": "low"}), on=["calendar", "counts", "low"])
        .join(days.rename({"day": "after"}), on=["calendar", "counts", "after"], suffix="_after")
        .with_columns(served=col("served_after") - served, school=col("school_after") - school)
        .with_columns(promised=pl.when(spread > 0).then((2 * whole * served + spread) // (2 * spread)).otherwise(0))
        .with_columns(
            due=pl.when(spread == 0)
            .then(0)
            .when(school >= served)
            .then("promised")
            .when(col("by_school_days") == 1)
            .then((2 * whole * school + spread) // (2 * spread))
            .otherwise(pl.when(school > 0).then("promised").otherwise(0)),
            # A period closes on its last school day in the service's dates.
            closes=pl.when(school > 0).then("latest_after").otherwise(col("after") - 1),
        )
        .select(*PERIOD, "last", "promised", "due", "closes")
        .join(held, on=PERIOD, how="left")
        .with_columns(col("as_written", "different", "gaps").fill_null(0), still_open=col("closes") > as_of)
        .with_columns(delivered=pl.min_horizontal("due", "as_written"))
        .with_columns(delivered_differently=pl.min_horizontal(col("due") - col("delivered"), "different"))
        .with_columns(short=col("due") - col("delivered") - col("delivered_differently"))
    )


def unmissed_of(laid: pl.LazyFrame, tables: Frames) -> pl.LazyFrame:
    """Return the gaps of which no minutes are missed: those of open periods, and those that others cured."""
    status = (
        pl.when(col("still_open")).then(pl.lit("pending"))
        .when((col("due") > 0) & (col("has_school") == 1)).then(pl.lit("cured"))
        .otherwise(pl.lit("not_due"))
    )  # fmt: skip
    return (
        laid.filter(col("minutes") == 0)
        .join(tables["services"].select("service", "calendar", "counts"), on="service")
        .join(tables["days"].select("calendar", "counts", "has_school", date="day"), on=["calendar", "counts", "date"])
        .select("service", "session_id", "date", "reason", "gap", "minutes", status=status)
    )


def missed_of(laid: pl.LazyFrame, periods: pl.LazyFrame, tables: Frames) -> pl.LazyFrame:
    """Return what is missed of each gap; what no gap explains is unrecorded, on the day on which the period closed."""
    rest = (col("short") - col("gaps")).alias("gap")
    unrecorded = periods.filter(~col("still_open"), col("short") > col("gaps")).select(
        "service", "last", rest, date=col("closes"), minutes=rest, reason=pl.lit(REASONS.index("unrecorded"), pl.Int32)
    )
    services = tables["services"].select("service", "student", "type", "calendar", "policy", "end")
    kept = ["row", "service", "session_id", "date", "reason", "gap", "last", "minutes"]
    return pl.concat([laid.filter(col("minutes") > 0).select(kept), unrecorded], how="diagonal").join(
        services, on="service"
    )


def laid_on(logged: pl.LazyFrame, periods: pl.LazyFrame) -> pl.LazyFrame:
    """Lay the shortfall of closed periods on the newest gaps: what is cured cures the oldest first.

    Every gap of a made-up state is on record and has its reason; none is inferred.
    """
    gap, still_open = col("gap"), col("still_open")
    cured = col("gaps") - pl.min_horizontal("short", "gaps")
    missed = gap - pl.min_horizontal(col("cured") - col("before"), gap).clip(0)
    return (
        logged.filter(REGULAR, col("planned") > col("delivered"))
        .with_columns(gap=col("planned") - col("delivered"))
        .join(periods.select(*PERIOD, "last", "due", "still_open", cured=cured), on=PERIOD)
        .with_columns(before=gap.cum_sum().over(PERIOD, order_by="row") - gap)
        .with_columns(minutes=pl.when(still_open).then(0).otherwise(missed).cast(pl.Int32))
    )


def judged_of(missed: pl.LazyFrame, tables: Frames) -> pl.LazyFrame:
    """Judge each miss by the rule of its day, or by the determination, which may split it."""
    decided = tables["decided"].select("row", decided="disposition", named="minutes")
    rest = pl.when(col("named") >= 0).then((col("minutes") - col("named")).clip(0)).otherwise(0)
    due_by = pl.when(col("window") == 4).then("last").when(col("window") == 5).then("end").otherwise("due_by")  # noqa: PLR2004
    ruled = (
        missed.join(tables["spans"].select("policy", "span", date="day"), on=["policy", "date"])
        .join(tables["rules"], on=["span", "reason"])
        .join(tables["due"].rename({"day": "date"}), on=["calendar", "within", "date"])
        .join(decided, on="row", how="left")
        .with_columns(disposition=pl.coalesce("decided", "disposition"), rest=rest)
        .with_columns(due_by=pl.when(col("disposition") == 0).then(due_by), minutes=col("minutes") - col("rest"))
    )
    split = ruled.filter(col("rest") > 0).with_columns(
        minutes=col("rest"), disposition=pl.lit(1, pl.Int32), due_by=pl.lit(None, pl.Int32)
    )
    kept = ["row", "service", "student", "type", "session_id", "date", "reason", "gap", "minutes", "releases"]
    return pl.concat([ruled, split]).select(*kept, "disposition", "due_by")
