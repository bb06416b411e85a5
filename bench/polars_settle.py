"""The second half of the Polars plan: owed minutes meet make-ups, awards fill, accounts add up."""

from collections.abc import Mapping

import polars as pl
from polars import col

Frames = Mapping[str, pl.LazyFrame]
FAMILY = ["student", "type"]
OWED, NOT_OWED, TEAM_DECIDES, UNKNOWN = (col("disposition") == code for code in range(4))
DISPOSITIONS = ("owed", "not_owed", "team_decides", "unknown")


def done(plan: pl.LazyFrame) -> pl.LazyFrame:
    """Work a plan out, once for all who read it: left lazy to the end, what is shared is worked out again and again."""
    return plan.collect(engine="streaming").lazy()


def linked_of(logged: pl.LazyFrame, periods: pl.LazyFrame, judged: pl.LazyFrame, tables: Frames) -> pl.LazyFrame:
    """Let each make-up that names a miss settle it, oldest make-up first.

    One that names a row of an open period waits, and one that names a miss that is not owed settles nothing else: what
    it `has_left` is extra. In a made-up state every link names a regular row of a period that has begun.
    """
    rows = logged.select("service", "number", names="row")
    waiting = rows.join(periods.filter("still_open"), on=["service", "number"]).select("names", waits=True)
    missed = judged.filter(col("row").is_not_null())
    miss = missed.filter(~NOT_OWED).select(names="row", missed="minutes")
    not_owed = missed.filter(NOT_OWED).select(names="row", not_owed=True).unique()
    before = col("delivered").cum_sum().over("names", order_by=["date", "session_id"]) - col("delivered")
    stays = col("waits").is_not_null() | (col("missed").is_null() & col("not_owed").is_not_null())
    return (
        logged.filter(col("mark") & 2 == 2)  # noqa: PLR2004
        .join(tables["links"], on="row")
        .join(waiting, on="names", how="left")
        .join(miss, on="names", how="left")
        .join(not_owed, on="names", how="left")
        .with_columns(paid=pl.min_horizontal("delivered", col("missed").fill_null(0) - before).clip(0))
        .select("row", "names", "paid", stays=stays)
    )


def settled_of(logged: pl.LazyFrame, judged: pl.LazyFrame, linked: pl.LazyFrame) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Let make-ups settle what they name, then what is owed, then what waits for a decision, then what is unknown.

    Returns:
        Every miss with what was made up of it; and what is extra of each make-up.
    """
    by_link = linked.group_by("names").agg(by_link=col("paid").sum())
    misses = (
        judged.join(by_link, left_on="row", right_on="names", how="left")
        # What is not owed can share its row with what a determination made owed.
        .with_columns(by_link=pl.when(NOT_OWED).then(0).otherwise(col("by_link").fill_null(0)))
        .with_columns(rest=col("minutes") - col("by_link"))
    )
    make_ups = (
        logged.filter(col("mark") & 2 == 2)  # noqa: PLR2004
        .join(linked, on="row", how="left")
        .select(*FAMILY, "date", "session_id", "service", "stays", left=col("delivered") - col("paid").fill_null(0))
        .with_columns(col("stays").fill_null(value=False))
        .with_columns(left=pl.when("stays").then(0).otherwise("left"), kept=pl.when("stays").then("left").otherwise(0))
    )
    settled = [misses.filter(NOT_OWED).with_columns(made_up=pl.lit(0, pl.Int32))]
    left = done(make_ups)
    for disposition in (OWED, TEAM_DECIDES, UNKNOWN):
        met, left = meet(misses.filter(disposition), left)
        settled.append(met.with_columns(made_up=col("by_link") + col("by_date")))
    extra = left.select("service", beside=col("left") + col("kept"))
    return pl.concat(settled, how="diagonal"), extra


def meet(debts: pl.LazyFrame, make_ups: pl.LazyFrame) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Let make-ups, oldest first, settle the oldest debts dated on or before each.

    What has found nothing to settle up to a make-up is the highest excess so far of what was given over what was owed.

    Returns:
        The debts with what was made up `by_date`, and the make-ups with what is `left` of each.
    """
    before = col("rest").cum_sum().over(FAMILY) - col("rest")
    debts = (
        debts.with_columns(unrecorded=col("row").is_null())
        .sort(*FAMILY, "date", "unrecorded", "session_id", "service")
        .with_columns(before=before)
    )
    owed = debts.select(*FAMILY, "date", credit=-col("rest"), kind=0)
    events = pl.concat([owed, make_ups.with_columns(credit=col("left"), kind=1)], how="diagonal")
    over_paid = col("credit").cum_sum().over(FAMILY)
    unspent = col("over_paid").cum_max().over(FAMILY).clip(0)
    running = events.sort(*FAMILY, "date", "kind", "session_id").with_columns(over_paid=over_paid)
    met = (
        running.with_columns(unspent=unspent)
        .filter(col("kind") == 1)
        .with_columns(unspent_now=col("unspent") - col("unspent").shift().over(FAMILY).fill_null(0))
        .select(*make_ups.collect_schema().names(), "unspent_now")
    )
    settled = met.group_by(FAMILY).agg(settled=(col("left") - col("unspent_now")).sum())
    by_date = pl.min_horizontal(col("settled").fill_null(0) - col("before"), col("rest")).clip(0)
    paid = debts.join(settled, on=FAMILY, how="left").with_columns(by_date=by_date)
    return done(paid), done(met.with_columns(left=col("unspent_now")).drop("unspent_now"))


def closed_of(settled: pl.LazyFrame, tables: Frames, as_of: int) -> pl.LazyFrame:
    """Return every miss with what was made up, released and is open, and its status.

    What was made up of what waits, or is unknown, is owed and made up; the rest stays as it was.
    """
    late = col("due_by") < as_of
    released = (col("releases") == 1) & col("declined").is_not_null()
    left = col("minutes") - col("made_up")
    owed = (
        settled.filter(OWED)
        .join(tables["declined"].select("row", declined="row"), on="row", how="left", coalesce=True)
        .with_columns(released=pl.when(released).then(left).otherwise(0))
        .with_columns(open=left - col("released"))
        .with_columns(
            status=pl.when((col("open") > 0) & late).then(pl.lit("overdue"))
            .when(col("open") > 0).then(pl.lit("open"))
            .when(col("released") > 0).then(pl.lit("released"))
            .otherwise(pl.lit("made_up"))
        )
    )  # fmt: skip
    none = [pl.lit(0, pl.Int32).alias(name) for name in ("released", "open")]
    credited = settled.filter(~OWED, col("made_up") > 0).with_columns(
        *none, minutes="made_up", disposition=pl.lit(0, pl.Int32), status=pl.lit("made_up"), credited=True
    )
    word = pl.col("disposition").replace_strict(dict(enumerate(DISPOSITIONS)), return_dtype=pl.String)
    waits = settled.filter(~OWED, left > 0).with_columns(
        *none, minutes=left, made_up=pl.lit(0, pl.Int32), status=word, credited=False
    )
    kept = ["service", "session_id", "date", "reason", "gap", "minutes", "disposition", "due_by"]
    kept += ["made_up", "released", "open", "status", "credited"]
    parts = (owed.with_columns(credited=False), credited, waits)
    return pl.concat([part.select(kept) for part in parts])


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
    extra: pl.LazyFrame,
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
    beside = pl.concat([idle, beyond, extra]).group_by("service").agg(col("beside").sum())
    return (
        tables["services"].select("service", "service_id")
        .join(by_period, on="service", how="left")
        .join(by_miss, on="service", how="left")
        .join(beside, on="service", how="left")
        .with_columns(pl.col(pl.Int32).fill_null(0))
        .with_columns(extra=col("extra") + col("beside"))
        .drop("service", "beside")
    )  # fmt: skip
