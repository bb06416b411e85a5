"""One plain sentence for a reading, so that a person can check it against the IEP."""

from typing import Final

from makegood.intake.mandate.reading import Reading

_HOW: Final = {
    "individual": ", individually",
    "group": ", in a group",
    "consult": ", as consultation",
    "indirect": ", as indirect service",
    "direct": ", as direct service",
}


def explain(reading: Reading) -> str:
    """Say a reading in plain words, with its sum in minutes where there are several sessions."""
    words = _sessions(reading) + _when(reading)
    if reading.minutes is not None and reading.sessions > 1:
        words += f": {_many(reading.minutes * reading.sessions, 'minute')} {_in_all(reading)}"
    return words + _how(reading)


def _sessions(reading: Reading) -> str:
    if reading.minutes is None:
        return f"{_many(reading.sessions, 'session')} of a length that is not given"
    minutes = _many(reading.minutes, "minute")
    return minutes if reading.total else f"{_many(reading.sessions, 'session')} of {minutes}"


def _when(reading: Reading) -> str:
    if reading.per is None:
        return ", how often is not clear"
    if reading.per == "iep":
        return " in total, from the service's start to its end"
    if reading.per == "cycle":
        return f" in each cycle of {_many(reading.every, 'school day')}"
    return f" each {reading.per}" if reading.every == 1 else f" in every {reading.every} {reading.per}s"


def _in_all(reading: Reading) -> str:
    if reading.per in {None, "iep"}:
        return "in all"
    if reading.per == "cycle":
        return "a cycle"
    return f"a {reading.per}" if reading.every == 1 else f"in {reading.every} {reading.per}s"


def _how(reading: Reading) -> str:
    how = _HOW.get(reading.delivery or "", "")
    return f"{how} of at most {reading.group_max}" if reading.delivery == "group" and reading.group_max else how


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
