"""A service's promise: its columns, or the IEP's own words read into them."""

from typing import Any, Final

from makegood.intake.mandate import FLAGS, MandateReading, Reading, read_mandate
from makegood.terms.findings import Finding, Origin

PROMISE: Final = ("minutes", "sessions", "per", "every")
WHERE_BLANK: Final = ("group_max", "delivery")

Columns = dict[str, list[Any]]


def fill_promises(columns: Columns, rows: list[int], refused: set[int]) -> list[Finding]:
    """Fill in what a mandate says and the columns leave blank.

    A mandate is never settled silently: one that needs review, or that contradicts what the columns
    say, is an error.

    Args:
        columns: The columns of `services`, blank cells None. Filled in place.
        rows: The row numbers.
        refused: Rows that already have an error, of which nothing more is said here.

    Returns:
        What was found.
    """
    for name in (*PROMISE, *WHERE_BLANK, "mandate"):
        columns.setdefault(name, [None] * len(rows))
    findings: list[Finding] = []
    read: dict[str, MandateReading] = {}
    for at, mandate in enumerate(columns["mandate"]):
        row = rows[at]
        if row in refused:
            continue
        if mandate is None:
            findings += _without_mandate(columns, at, row)
            continue
        if mandate not in read:
            read[mandate] = read_mandate(mandate)
        said = read[mandate]
        if said.status == "review":
            findings.append(_needs_review(mandate, said, row))
        else:
            findings += _with_mandate(columns, at, row, mandate, said.readings[0])
    return findings


def _without_mandate(columns: Columns, at: int, row: int) -> list[Finding]:
    """Say what is missing of a promise that has no wording."""
    lacking = [name for name in ("minutes", "per") if columns[name][at] is None]
    if not lacking:
        return []
    says = (
        f"services, row {row} has neither the IEP's words in 'mandate' nor both 'minutes' and "
        f"'per': {' and '.join(lacking)} {'is' if len(lacking) == 1 else 'are'} blank."
    )
    expected = "a mandate, or minutes and per"
    return [Finding("error", "no_promise", says, Origin("services", row, lacking[0]), found="", expected=expected)]


def _with_mandate(columns: Columns, at: int, row: int, mandate: str, reading: Reading) -> list[Finding]:
    """Fill the blanks of a row from its wording, or say where the two contradict each other."""
    for name in PROMISE:
        stands, says = columns[name][at], getattr(reading, name)
        if stands is not None and stands != says:
            message = (
                f"services, row {row}: the mandate '{mandate}' reads as {in_words(reading)}, but "
                f"'{name}' says {stands}. Correct one of them, or clear one."
            )
            return [
                Finding(
                    "error",
                    "mandate_contradicts",
                    message,
                    Origin("services", row, name),
                    found=str(stands),
                    expected=str(says),
                )
            ]
    both = columns["minutes"][at] is not None and columns["per"][at] is not None
    for name in PROMISE:
        columns[name][at] = getattr(reading, name)
    for name in WHERE_BLANK:
        if columns[name][at] is None:
            columns[name][at] = getattr(reading, name)
    if not both:
        return []
    message = (
        f"services, row {row} has both a mandate and minutes and per. They say the same, "
        "so it was read; one of them is enough."
    )
    return [Finding("warning", "promise_twice", message, Origin("services", row, "mandate"), found=mandate)]


def _needs_review(mandate: str, said: MandateReading, row: int) -> Finding:
    """Show every reading of a wording, and what to write instead of it."""
    why = " ".join(FLAGS[flag] for flag in said.flags)
    if said.readings:
        readings = "; or ".join(in_words(reading) for reading in said.readings)
        can = f"It can mean: {readings}."
    else:
        can = "No reading of it was found."
    message = (
        f"services, row {row}: the mandate '{mandate}' needs a person's decision. {why} {can} "
        "Decide which is meant, clear 'mandate', and fill in minutes, sessions, per and every."
    )
    expected = "one meaning: minutes, sessions, per and every instead of the mandate"
    return Finding(
        "error", "mandate_needs_review", message, Origin("services", row, "mandate"), found=mandate, expected=expected
    )


def in_words(reading: Reading) -> str:
    """Return a reading as the columns that a person would fill in for it."""
    parts = [f"{name} {getattr(reading, name)}" for name in PROMISE]
    parts += [f"{name} {getattr(reading, name)}" for name in WHERE_BLANK if getattr(reading, name) is not None]
    return ", ".join(part for part in parts if not part.endswith(" None"))
