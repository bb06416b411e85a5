"""The second half of the Polars plan: owed minutes meet make-ups, awards fill, accounts add up."""

from collections.abc import Mapping

import polars as pl
from polars import col

Frames = Mapping[str, pl.LazyFrame]
FAMILY = ["student", "type"]
OWED = col("disposition") == 0
DISPOSITIONS = ("owed", "not_owed", "team_decides", "unknown")


def linked_of(logged: pl.LazyFrame, judged: pl.LazyFrame, tables: Frames) -> pl.LazyFrame:
    """Let each make-up that names a miss settle it, oldest make-up first."""
    owed = judged.filter(OWED).select(names="row", owed="minutes")
    before = col("delivered").cum_sum().over("names", order_by=["date", "session_id"]) - col("delivered")
    return (
        logged.filter(col("mark") & 2 == 2)  # noqa: PLR2004
        .join(tables["links"], on="row")
        .join(owed, on="names")
        .select("row", "names", paid=pl.min_horizontal("delivered", col("owed") - before).clip(0))
    )


def debts_of(judged: pl.LazyFrame, linked: pl.LazyFrame) -> pl.LazyFrame:
    """Return what is owed after the links, oldest first, with what is owed before each."""
    by_link = linked.group_by("names").agg(by_link=col("paid").sum())
    return (
        judged.filter(OWED)
        .join(by_link, left_on="row", right_on="names", how="left")
        .with_columns(col("by_link").fill_null(0), unrecorded=col("row").is_null())
        .with_columns(rest=col("minutes") - col("by_link"))
        .sort(*FAMILY, "date", "unrecorded", "session_id", "service")
        .with_columns(before=col("rest").cum_sum().over(FAMILY) - col("rest"))
    )


def excess_of(logged: pl.LazyFrame, debts: pl.LazyFrame, linked: pl.LazyFrame) -> pl.LazyFrame:
    """Let what is left of make-ups, oldest first, meet the oldest debts dated on or before it.

    Returns:
        Debts and make-ups by date, with the minutes that have found nothing to pay up to each: the highest excess of
        what was given over what was owed so far.
    """
    left = (
        logged.filter(col("mark") & 2 == 2)  # noqa: PLR2004
        .join(linked, on="row", how="left")
        .select(*FAMILY, "date", "session_id", "service", credit=col("delivered") - col("paid").fill_null(0), kind=1)
    )
    owed = debts.select(*FAMILY, "date", "service", credit=-col("rest"), kind=0)
    events = pl.concat([owed, left], how="diagonal").sort(*FAMILY, "date", "kind", "session_id")
    over_paid = col("credit").cum_sum().over(FAMILY)
    running = events.with_columns(over_paid=over_paid).with_columns(unspent=col("over_paid").cum_max().over(FAMILY))
    return running.with_columns(col("unspent").clip(0))


def settled_of(
    judged: pl.LazyFrame, debts: pl.LazyFrame, excess: pl.LazyFrame, tables: Frames, as_of: int
) -> pl.LazyFrame:
    """Return every miss with what was made up, released and is open, and its status."""
    make_up = col("kind") == 1
    settled = excess.group_by(FAMILY).agg(settled=col("credit").filter(make_up).sum() - col("unspent").max())
    late = col("due_by") < as_of
    released = (col("releases") == 1) & col("declined").is_not_null()
    left = col("minutes") - col("made_up")
    closed = (
        debts.join(settled, on=FAMILY)
        .join(tables["declined"].select("row", declined="row"), on="row", how="left", coalesce=True)
        .with_columns(
            made_up=col("by_link") + pl.min_horizontal(col("settled") - col("before"), col("rest")).clip(0),
        )
        .with_columns(released=pl.when(released).then(left).otherwise(0))
        .with_columns(open=left - col("released"))
        .with_columns(
            status=pl.when(col("minutes") == 0).then(pl.lit("cured"))
            .when((col("open") > 0) & late).then(pl.lit("overdue"))
            .when(col("open") > 0).then(pl.lit("open"))
            .when(col("released") > 0).then(pl.lit("released"))
            .otherwise(pl.lit("made_up"))
        )
    )  # fmt: skip
    word = pl.col("disposition").replace_strict(dict(enumerate(DISPOSITIONS)), return_dtype=pl.String)
    others = judged.filter(~OWED).with_columns(
        *(pl.lit(0, pl.Int32).alias(name) for name in ("made_up", "released", "open")),
        status=pl.when(col("minutes") == 0).then(pl.lit("cured")).otherwise(word),
    )
    kept = ["service", "session_id", "date", "reason", "gap", "minutes", "disposition", "due_by"]
    kept += ["made_up", "released", "open", "status"]
    return pl.concat([closed.select(kept), others.select(kept)])


def given_of(logged: pl.LazyFrame, tables: Frames) -> pl.LazyFrame:
    """Let compensatory sessions fill the awards that they name, never beyond."""
    size = tables["awards"].with_row_index("names").select(col("names").cast(pl.Int32), award="minutes")
    before = col("delivered").cum_sum().over("names", order_by=["date", "session_id"]) - col("delivered")
    counted = pl.min_horizontal("delivered", col("award") - before).clip(0)
    return (
        logged.filter(col("mark") & 4 == 4)  # noqa: PLR2004
        .join(tables["links"], on="row", how="left")
        .join(size, on="names", how="left")
        .select("service", "names", "delivered", counted=pl.when(col("award").is_not_null()).then(counted).otherwise(0))
    )


def accounts(  # noqa: PLR0917 - everything that was worked out comes together here
    tables: Frames,
    logged: pl.LazyFrame,
    periods: pl.LazyFrame,
    misses: pl.LazyFrame,
    excess: pl.LazyFrame,
    given: pl.LazyFrame,
) -> pl.LazyFrame:
    """Add everything up by service."""
    still_open, short, gaps = col("still_open"), col("short"), col("gaps")
    held = col("as_written") + col("different") - col("delivered") - col("delivered_differently")
    by_period = periods.group_by("service").agg(
        col("promised", "due", "delivered", "delivered_differently").sum(),
        not_in_session=(col("promised") - col("due")).sum(),
        still_due=short.filter(still_open).sum(),
        missed=pl.min_horizontal(short, gaps).filter(~still_open).sum(),
        unrecorded=(short - gaps).clip(0).filter(~still_open).sum(),
        extra=held.sum(),
    )
    by_miss = misses.group_by("service").agg(
        *(
            col("minutes").filter(col("disposition") == code).sum().alias(name)
            for code, name in enumerate(DISPOSITIONS)
        ),
        col("made_up", "released").sum(),
        *(col("open").filter(col("status") == name).sum().alias(name) for name in ("open", "overdue")),
    )
    idle = logged.filter(col("mark") & 6 == 0, col("number").is_null()).select("service", beside="delivered")
    beyond = given.select("service", beside=col("delivered") - col("counted"))
    unspent = (
        excess.filter(col("kind") == 1)
        .select("service", beside=col("unspent") - col("unspent").shift().over(FAMILY).fill_null(0))
    )  # fmt: skip
    beside = pl.concat([idle, beyond, unspent]).group_by("service").agg(col("beside").sum())
    return (
        tables["services"].select("service", "service_id")
        .join(by_period, on="service", how="left")
        .join(by_miss, on="service", how="left")
        .join(beside, on="service", how="left")
        .with_columns(pl.col(pl.Int32).fill_null(0))
        .with_columns(extra=col("extra") + col("beside"))
        .drop("service", "beside")
    )  # fmt: skip
