"""Invented policy packs: versions, inheritance, deadlines, doubtful sources."""

from datetime import date, timedelta
from typing import Any

from tests.oracle.invented import Invented

COMMON = (
    "student_absent",
    "student_refused",
    "provider_absent",
    "provider_other_duty",
    "vacancy",
    "long_term_leave",
    "student_suspended",
    "school_activity",
    "no_school",
    "holiday",
    "weather_closure",
    "other",
)
DISPOSITIONS = ("owed", "owed", "owed", "owed", "not_owed", "team_decides", "unknown")
LEVELS = ("statute", "state_guidance", "district_policy", "provider_guidance", "assumption")
UNITS = ("school_days", "calendar_days", "business_days", "weeks")
ENDS = ("period", "quarter", "semester", "year", "iep")
CODES = {"PA": "provider_absent", "SA": "student_absent", "FT": "school_activity", "Z9": "vacancy"}


def invent_packs(folder: Invented) -> None:
    """Add a root pack, one that inherits it, and perhaps one on the federal pack."""
    _pack(folder, "xx-root", None, 0.75)
    _pack(folder, "xx-district", "xx-root", 0.35)
    if folder.chance(0.5):
        _pack(folder, "xx-on-federal", "us-federal", 0.5)
    if folder.chance(0.15):
        _pack(folder, "us-federal", None, 0.6)  # takes the built-in one's place


def _pack(folder: Invented, pack_id: str, parent: str | None, share: float) -> None:
    dice = folder.dice
    pack: dict[str, Any] = {
        "id": pack_id,
        "title": f"Made-up pack {pack_id}",
        "level": dice.choice(LEVELS),
        "binding": folder.chance(0.5),
    }
    if parent is not None:
        pack["inherits"] = parent
    own_codes = dict(dice.sample(sorted(CODES.items()), 2)) if folder.chance(0.5) else {}
    if own_codes:
        pack["codes"] = own_codes
    folder.codes[pack_id] = [*own_codes, *folder.codes.get(parent or "", [])]
    turn = folder.day_in(date(2024, 9, 15), date(2025, 5, 1))
    pause = dice.choice((1, 1, 12))
    spans: list[tuple[date, date | None]] = [(date(2020, 7, 1), None)]
    if folder.chance(0.6):
        spans = [
            (date(2020, 7, 1), turn),
            (turn + timedelta(days=pause), dice.choice((None, date(2026, 6, 30)))),
        ]
    pack["versions"] = [_version(folder, since, to, share) for since, to in spans]
    for code in own_codes if folder.chance(0.3) else ():  # a version's meaning beats the pack's
        pack["versions"][-1]["codes"] = {code: dice.choice(COMMON)}
    pack["sources"] = {
        name: {
            "title": "A made-up handbook",
            "citation": f"{pack_id} {name}",
            "href": "https://example.org/handbook",
            "quote": "Made-up words.",
            "verification": name,
        }
        for name in ("found", "secondary", "unverified", "inferred")
    }
    folder.packs.append(pack)


def _version(folder: Invented, since: date, to: date | None, share: float) -> dict[str, Any]:
    dice = folder.dice
    version: dict[str, Any] = {"from": since}
    if to is not None:
        version["to"] = to
    if folder.chance(0.6):
        version["short_period"] = dice.choice(("full", "by_school_days", "by_school_days"))
    reasons = {reason: _rule(folder) for reason in COMMON if folder.chance(share)}
    if folder.chance(0.3):
        reasons["unrecorded"] = _rule(folder)
    version["reasons"] = reasons
    return version


def _rule(folder: Invented) -> dict[str, Any]:
    dice = folder.dice
    rule: dict[str, Any] = {"disposition": dice.choice(DISPOSITIONS)}
    if folder.chance(0.7):
        if folder.chance(0.5):
            rule["make_up_within"] = {"n": dice.randint(1, 40), "unit": dice.choice(UNITS)}
        else:
            rule["make_up_within"] = {"end_of": dice.choice(ENDS)}
    if folder.chance(0.5):
        rule["declined_offer"] = "releases"
    rule["source"] = dice.choice(("found", "found", "found", "found", "secondary", "unverified", "inferred"))
    return rule
