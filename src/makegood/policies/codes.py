"""Local codes: a log's own words for reasons."""

from collections.abc import Iterable, Mapping


def spelled(code: str) -> str:
    """Return a code as it is compared: without regard to capitals and outer blanks."""
    return code.strip().casefold()


def nearest_codes(lists: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return the codes of several lists as one, each as it is written; an earlier list comes before a later one."""
    codes: dict[str, str] = {}
    taken: set[str] = set()
    for listed in lists:
        codes |= {code: reason for code, reason in listed.items() if spelled(code) not in taken}
        taken |= {spelled(code) for code in listed}
    return codes
