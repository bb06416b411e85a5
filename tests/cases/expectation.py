"""A case and what its decision says, as `case.yaml` has it, held against ledgers.

Each entry of `expect` is a sentence and one of: `figures` of a service, an award or the `totals`; `misses`, how many
there are of a kind; `listed`, all entries of one service's misses, with the columns that the case names; `finding`, one
that must be there; `nothing_found`, tables of which no finding speaks; `awards`, their number. An entry may have an
`as_of` or a `known_on` of its own.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent

Asked = tuple[date, date | None]
"""The as-of date, and the day whose knowledge counts (None: today's)."""


def folders() -> list[Path]:
    """Return every case's folder."""
    return sorted(path.parent for path in HERE.glob("*/case.yaml"))


def read_case(folder: Path) -> dict[str, Any]:
    """Read a case."""
    case: dict[str, Any] = YAML(typ="safe", pure=True).load(folder / "case.yaml")
    case["as_of"] = date.fromisoformat(str(case["as_of"]))
    return case


def asked(case: dict[str, Any]) -> list[Asked]:
    """Return each pair of dates that the case asks for, once."""
    return list(dict.fromkeys(_dates(case, expected) for expected in case["expect"]))


def differences(case: dict[str, Any], ledger_at: Callable[[Asked], dict[str, Any]]) -> list[str]:
    """Return each sentence of the case that the ledger does not bear out, with both figures."""
    found = []
    for expected in case["expect"]:
        for name, wanted, got in _pairs(expected, ledger_at(_dates(case, expected))):
            if wanted != got:
                found.append(
                    f"{expected['sentence']}\n    {name}: {case['case']} says {wanted}, "
                    f"the ledger {got} ({case['source']})"
                )
    return found


def _dates(case: dict[str, Any], expected: dict[str, Any]) -> Asked:
    known_on = expected.get("known_on")
    return date.fromisoformat(str(expected.get("as_of", case["as_of"]))), known_on and date.fromisoformat(str(known_on))


def _pairs(expected: dict[str, Any], ledger: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    if "awards" in expected:
        return [("awards", expected["awards"], len(ledger["awards"]))]
    if "misses" in expected:
        wanted = expected["misses"]
        return [("misses", wanted["count"], len(_misses(wanted, ledger)))]
    if "listed" in expected:
        return [("misses listed", *_listed(expected["listed"], ledger))]
    if "finding" in expected:
        return [("a finding", True, bool(_findings(expected["finding"], ledger)))]
    if "nothing_found" in expected:
        said = [finding["message"] for finding in _findings(expected["nothing_found"], ledger)]
        return [("findings", [], said)]
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


def _listed(wanted: dict[str, Any], ledger: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return what a case names and the ledger does not list, and what the ledger lists and the case does not name."""
    left = [miss for miss in ledger["misses"] if miss["service_id"] == wanted["service"]]
    unlisted = []
    for row in wanted["rows"]:
        same = next((miss for miss in left if all(str(miss[key]) == str(row[key]) for key in row)), None)
        if same is None:
            unlisted.append(_in_words(row))
        else:
            left.remove(same)
    return unlisted, [_in_words({key: miss[key] for key in _SHOWN}) for miss in left]


def _in_words(row: dict[str, Any]) -> str:
    return ", ".join(f"{key} {value}" for key, value in row.items())


def _findings(wanted: dict[str, Any], ledger: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the findings on one of the tables and, if they are named, rows (as a spreadsheet numbers them)."""
    return [
        finding
        for finding in ledger["findings"]
        if finding["table"] in wanted["tables"]
        and finding["row"] in wanted.get("rows", [finding["row"]])
        and all(finding[key] == wanted[key] for key in ("level", "code") if key in wanted)
    ]


_PLAIN = ("status", "reason", "inferred", "minutes", "gap", "planned_by")
_SHOWN = ("session_id", "missed_on", "reason", "gap", "minutes", "status")
