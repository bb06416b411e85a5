"""Invented absences, of every kind that the tables may hold, overlapping too."""

from datetime import date, timedelta

from tests.oracle.absences import PROVIDER_WORDS, STUDENT_WORDS
from tests.oracle.invented import Invented
from tests.oracle.rules import fixed_reason

OF_STUDENTS = ("student_absent", "student_suspended", "family_cancelled", "school_activity", "assessment")
OF_PROVIDERS = ("provider_absent", "provider_other_duty", "vacancy", "vacancy", "long_term_leave", "no_substitute")
LONG = ("vacancy", "long_term_leave")


def invent_absences(folder: Invented) -> None:
    """Add the absences of every student and provider."""
    for row in folder.tables["students"]:
        _absences(folder, "student", row["student_id"])
    for row in folder.tables["providers"]:
        _absences(folder, "provider", row["provider_id"])


def _absences(folder: Invented, party: str, who: str) -> None:
    dice = folder.dice
    allowed = OF_STUDENTS if party == "student" else OF_PROVIDERS
    words = [*(STUDENT_WORDS if party == "student" else PROVIDER_WORDS), *allowed]
    missed = sorted(_missed(folder, party, who))
    on = date(2024, 8, 20)
    for _ in range(dice.randint(0, 14)):
        if missed and folder.chance(0.5):
            on = date.fromisoformat(dice.choice(missed)) - timedelta(days=dice.choice((0, 0, 1)))
        elif folder.chance(0.4):  # else another row of the same first day
            on = folder.day_in(date(2024, 8, 20), date(2025, 7, 1))
        kind = dice.choice(words)
        length = dice.choice((0, 0, 0, 1, 4, 6)) if kind not in LONG else dice.randint(0, 60)
        until = on + timedelta(days=length)
        codes = _codes(folder, on, until, allowed)
        if codes and folder.chance(0.3):
            kind = dice.choice(codes)
        if folder.chance(0.1):
            kind = kind.title()
        blank = length == 0 and folder.chance(0.7)
        folder.add(f"{party}_absences", **{f"{party}_id": who}, date=on, until=None if blank else until, kind=kind)


def _missed(folder: Invented, party: str, who: str) -> set[str]:
    # The days of rows that delivered nothing and give no reason: those that the tables explain.
    column = f"{party}_id"
    own = {row["service_id"] for row in folder.tables["services"] if row[column] == who}
    return {
        row["date"]
        for row in folder.tables["sessions"]
        if row["minutes_delivered"] == "0" and not row.get("reason") and row["service_id"] in own
    }


def _codes(folder: Invented, first: date, last: date, allowed: tuple[str, ...]) -> list[str]:
    # A local code that means such a reason under every policy of the folder, on each of the days.
    packs = {pack["id"]: pack for pack in folder.packs}
    policies = {*packs, "us-federal"} if _leans_on_federal(folder) else set(packs)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    codes = {code for codes in folder.codes.values() for code in codes}
    return [
        code
        for code in sorted(codes)
        if all(fixed_reason(packs, policy, on, code) in allowed for policy in policies for on in days)
    ]


def _leans_on_federal(folder: Invented) -> bool:
    schools = {row["school_id"]: row["policy_id"] for row in folder.tables["schools"]}
    return any(not row["policy_id"] and not schools.get(row["school_id"]) for row in folder.tables["students"])
