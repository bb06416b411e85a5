"""A service's promise: its columns, or the IEP's own words read into them."""

from typing import TYPE_CHECKING, Any, Final

from makegood.terms.echo import NOT_SHOWN, Public, echo
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    from makegood.intake.mandate import MandateReading, Reading

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
    for name in (*PROMISE, *WHERE_BLANK, "mandate", "start", "end"):
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
            read[mandate] = _read(mandate)
        said = read[mandate]
        if said.status == "review":
            findings.append(_needs_review(mandate, said, row))
        else:
            findings += _with_mandate(columns, at, row, mandate, said)
    return findings


def _read(mandate: str) -> "MandateReading":
    """Read a wording; whose columns say everything does not wait for what reads words."""
    from makegood.intake.mandate import read_mandate  # noqa: PLC0415 - many folders have no wording

    return read_mandate(mandate)


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


def _with_mandate(columns: Columns, at: int, row: int, mandate: str, said: "MandateReading") -> list[Finding]:
    """Fill the blanks of a row from its wording, or say where the two contradict each other."""
    reading = said.readings[0]
    both = columns["minutes"][at] is not None and columns["per"][at] is not None
    findings = _dates_left_out(columns, at, row, said)
    promised = _promised(columns, at, reading)
    for name in PROMISE:
        found, says = columns[name][at], promised[name]
        if found is not None and found != says:
            message = (
                f"services, row {row}: the mandate {_told(mandate)} reads as {in_words(reading)}, but "
                f"'{name}' says {found}. Correct one of them, or clear one."
            )
            origin = Origin("services", row, name)
            expected = "blank" if says is None else str(says)
            return [Finding("error", "mandate_contradicts", message, origin, found=str(found), expected=expected)]
    columns_filled = promised | {name: getattr(reading, name) for name in WHERE_BLANK if columns[name][at] is None}
    for name, value in columns_filled.items():
        columns[name][at] = value
    if both:
        message = (
            f"services, row {row} has both a mandate and minutes and per. They say the same, "
            "so it was read; one of them is enough."
        )
        findings.append(
            Finding("warning", "promise_twice", message, Origin("services", row, "mandate"), found=_shown(mandate))
        )
    return findings


def _promised(columns: Columns, at: int, reading: "Reading") -> dict[str, Any]:
    """Return what the columns of a row must hold to say the same as its mandate.

    Where the mandate gives a total ("60 minutes a month"), `sessions` stays blank. If a person filled it in, that
    person says how the total is divided, and it holds as long as minutes x sessions is the total; sessions 1
    beside blank minutes is one session of all the minutes.
    """
    promised = {name: getattr(reading, name) for name in PROMISE}
    if not reading.total:
        return promised
    sessions, minutes = columns["sessions"][at], columns["minutes"][at]
    divided = sessions is not None and (minutes or (reading.minutes if sessions == 1 else 0)) * sessions
    if sessions is not None and divided == reading.minutes:
        return promised | {"minutes": reading.minutes // sessions, "sessions": sessions}
    return promised | {"sessions": None}


def _dates_left_out(columns: Columns, at: int, row: int, said: "MandateReading") -> list[Finding]:
    """Warn where the words give dates that the columns do not: the service would run all year."""
    if not said.dates or (columns["start"][at] is not None and columns["end"][at] is not None):
        return []
    blank = "start" if columns["start"][at] is None else "end"
    message = (
        f"services, row {row}: the mandate gives dates ({'; '.join(said.dates)}), but '{blank}' is blank. "
        "Dates in the mandate are not used. Fill in the service's first and last day in 'start' and 'end'."
    )
    origin = Origin("services", row, blank)
    return [Finding("warning", "mandate_dates", message, origin, found="", expected="a date such as 2026-08-24")]


def _needs_review(mandate: str, said: "MandateReading", row: int) -> Finding:
    """Show every reading of a wording, the words that were not read, and what to write instead of it."""
    # Loaded here, as they were loaded to read the wording.
    from makegood.intake.mandate import FLAGS  # noqa: PLC0415
    from makegood.intake.mandate.vocabulary import VOCABULARY_WORDS  # noqa: PLC0415

    why = " ".join(FLAGS[flag] for flag in said.flags)
    if said.unread:
        known = [word for word in said.unread if echo(word, known=VOCABULARY_WORDS)]
        hidden = len(said.unread) - len(known)
        more = [f"{hidden} {'word' if hidden == 1 else 'words'} not shown here"] if hidden else []
        why += f" Not read: {', '.join([*known, *more])}."
    if said.readings:
        readings = "; or ".join(in_words(reading) for reading in said.readings)
        can = f"It can mean: {readings}."
    else:
        can = "No reading of it was found."
    message = (
        f"services, row {row}: the mandate {_told(mandate)} can be read in more than one way, or not fully. {why} "
        f"{can} Decide which is meant, clear 'mandate', and fill in minutes, per, sessions and every (sessions stays "
        "blank where the minutes are a total)."
    )
    expected = "one meaning: minutes, per, sessions and every instead of the mandate"
    return Finding(
        "error",
        "mandate_needs_review",
        message,
        Origin("services", row, "mandate"),
        found=_shown(mandate),
        expected=expected,
    )


def _shown(mandate: str) -> str | None:
    """Return the wording if its words are all known: another one may be a child's name."""
    from makegood.intake.mandate.vocabulary import VOCABULARY_WORDS  # noqa: PLC0415 - the same

    told = echo(mandate, known=VOCABULARY_WORDS)
    return None if told is None else Public(told)


def _told(mandate: str) -> str:
    told = _shown(mandate)
    return NOT_SHOWN if told is None else f"'{told}'"


def in_words(reading: "Reading") -> str:
    """Return a reading as the columns that a person would fill in for it; a total leaves sessions blank."""
    filled = [name for name in PROMISE if name != "sessions" or not reading.total]
    parts = [f"{name} {getattr(reading, name)}" for name in filled]
    parts += [f"{name} {getattr(reading, name)}" for name in WHERE_BLANK if getattr(reading, name) is not None]
    return ", ".join(part for part in parts if not part.endswith(" None"))
