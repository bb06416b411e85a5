"""Policy packs: which rule is in force for a reason on a day (policies.md)."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from tests.oracle.school import REASONS_OF_DAYS, School
from tests.oracle.tables import ONE_DAY, folded

Packs = dict[str, dict[str, Any]]
NEVER_DECIDES = ("unverified", "inferred")


@dataclass(frozen=True)
class Rule:
    """What a pack says of a reason; `key` is (pack, version's first day, reason).

    Without a key, `word` names the rule: `silent`, or `made_up` (L5).
    """

    key: tuple[str, str | None, str] | None
    disposition: str
    citation: str | None = None
    verification: str | None = None
    within: dict[str, Any] | None = None
    releases: bool = False
    word: str = "silent"


def read_packs(*folders: Path) -> Packs:
    """Read every pack of the folders; a later one replaces an earlier one of the same id."""
    packs: Packs = {}
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else []:
            pack = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
            packs[pack["id"]] = pack
    return packs


def rule_for(packs: Packs, policy_id: str, on: date, reason: str) -> Rule:
    """Return the rule in force on a day for a reason, or the silent one."""
    # A rule for no_school holds for the calendar's own kinds too, where the same pack has none.
    names = [reason, "no_school"] if reason in REASONS_OF_DAYS else [reason]
    for pack_id, pack, version in _line(packs, policy_id, on):
        for name in names:
            if name in version.get("reasons", {}):
                return _read(pack_id, pack, version, name)
        # The federal pack is silent on `unrecorded`.
        if pack_id == "us-federal" and not pack and reason != "unrecorded":
            return Rule((pack_id, None, reason), "team_decides")
    # L4: no rule in the line of inheritance: the team decides; D15: unknown for unrecorded.
    return Rule(None, "unknown" if reason == "unrecorded" else "team_decides")


def _read(pack_id: str, pack: dict[str, Any], version: dict[str, Any], name: str) -> Rule:
    said = version["reasons"][name]
    source = pack.get("sources", {}).get(said.get("source"), {})
    key = (pack_id, version["from"].isoformat(), name)
    verification = source.get("verification")
    if verification in NEVER_DECIDES:
        # It may be shown but never decides: neither what follows nor by when.
        return Rule(key, "team_decides", source.get("citation"), verification)
    return Rule(
        key,
        said["disposition"],
        source.get("citation"),
        verification,
        said.get("make_up_within"),
        said.get("declined_offer") == "releases",
    )


def short_period_on(packs: Packs, policy_id: str, on: date) -> str:
    """Return the short_period rule in force on a day, full where the line is silent."""
    for _, _, version in _line(packs, policy_id, on):
        if "short_period" in version:
            return str(version["short_period"])
    return "full"


def fixed_reason(packs: Packs, policy_id: str, on: date, word: str) -> str:
    """Return the fixed word for a reason that may be a local code (D13); case does not matter (L3)."""
    for _, pack, version in _line(packs, policy_id, on):
        for codes in (version.get("codes", {}), pack.get("codes", {})):
            for code, meant in codes.items():
                if folded(str(code)) == folded(word):
                    return str(meant)
    return folded(word)


def co_treatment_on(packs: Packs, policy_id: str, on: date) -> str:
    """Return how the line counts two services given together; as written where it is silent."""
    for _, _, version in _line(packs, policy_id, on):
        if "co_treatment" in version:
            return str(version["co_treatment"])
    return "as_written"


def deadline(
    within: dict[str, Any] | None, missed_on: date, period_end: date, iep_end: date, school: School
) -> date | None:
    """Return the day by which a miss is to be made up (policies.md, D21)."""
    if within is None:
        return None
    if "end_of" in within:
        if within["end_of"] in ("period", "iep"):
            return period_end if within["end_of"] == "period" else iep_end
        holding = [t for t in school.terms_of(within["end_of"]) if t.start <= missed_on <= t.end]
        return holding[0].end if holding else None
    count = int(within["n"])
    if within["unit"] == "school_days":
        return school.school_days_after(missed_on, count)
    if within["unit"] == "business_days":
        current = missed_on
        while count:
            current += ONE_DAY
            count -= current.weekday() < 5
        return current
    return missed_on + timedelta(days=count * (7 if within["unit"] == "weeks" else 1))


def _line(packs: Packs, policy_id: str | None, on: date) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    # The pack, the one it inherits from, and so on, each with its version in force that day.
    # The built-in us-federal is stood in for by an empty pack where the packs hold none.
    line = []
    while policy_id:
        pack = packs[policy_id] if policy_id in packs or policy_id != "us-federal" else {}
        in_force: dict[str, Any] = {}
        for version in pack.get("versions", []):
            if version["from"] <= on <= (version.get("to") or date.max):
                in_force = version
        line.append((policy_id, pack, in_force))
        policy_id = pack.get("inherits")
    return line
