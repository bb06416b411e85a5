"""A case and what its decision says, as `case.yaml` has it, held against a ledger."""

from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent


def folders() -> list[Path]:
    """Return every case's folder."""
    return sorted(path.parent for path in HERE.glob("*/case.yaml"))


def read_case(folder: Path) -> dict[str, Any]:
    """Read a case."""
    case: dict[str, Any] = YAML(typ="safe", pure=True).load(folder / "case.yaml")
    case["as_of"] = date.fromisoformat(str(case["as_of"]))
    return case


def differences(case: dict[str, Any], ledger: dict[str, Any]) -> list[str]:
    """Return each sentence of the case that the ledger does not bear out, with both figures."""
    found = []
    for expected in case["expect"]:
        for name, wanted, got in _pairs(expected, ledger):
            if wanted != got:
                found.append(
                    f"{expected['sentence']}\n    {name}: {case['case']} says {wanted}, "
                    f"the ledger {got} ({case['source']})"
                )
    return found


def _pairs(expected: dict[str, Any], ledger: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    if "awards" in expected:
        return [("awards", expected["awards"], len(ledger["awards"]))]
    if "misses" in expected:
        wanted = expected["misses"]
        return [("misses", wanted["count"], len(_misses(wanted, ledger)))]
    row = _row(expected, ledger)
    pairs = []
    for name, wanted in expected["figures"].items():
        got = row[name]
        if name == "missed_by_reason":
            got = {reason: minutes for reason, minutes in got.items() if minutes}
        pairs.append((name, wanted, got))
    return pairs


def _row(expected: dict[str, Any], ledger: dict[str, Any]) -> dict[str, Any]:
    if expected.get("totals"):
        totals: dict[str, Any] = ledger["totals"]
        return totals
    table, key = ("awards", "award") if "award" in expected else ("services", "service")
    return next(row for row in ledger[table] if row[f"{key}_id"] == expected[key])


def _misses(wanted: dict[str, Any], ledger: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the misses that a case asks for; those that cost nothing only if it says so."""
    days = {str(day) for day in wanted.get("missed_on", ())}
    return [
        miss
        for miss in ledger["misses"]
        if miss["service_id"] == wanted["service"]
        and (miss["minutes"] > 0 or wanted.get("with_cured", False))
        and all(miss[key] == wanted[key] for key in _PLAIN if key in wanted)
        and (not days or str(miss["missed_on"]) in days)
        and str(miss["missed_on"]) < str(wanted.get("before", "9999"))
    ]


_PLAIN = ("status", "reason", "inferred", "minutes")
