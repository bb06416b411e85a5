"""The team that decides about a child, by the name that its plan and its State give it."""

from typing import Final

from makegood.statements.statement.case import Case

_BODIES: Final = (
    ("tx", "the ARD committee", "el comité ARD"),
    ("ct", "the PPT", "el PPT"),
    ("ny", "the CSE", "el CSE"),
)
"""States that have a name of their own for the team."""


def team_of(case: Case) -> str:
    """Return who decides, by the plan's own name."""
    plans = {case.records.services.plan[case.place(a.service_id)] for a in case.window.services}
    english = case.words.lang == "en"
    if plans == {"504"}:
        return "the 504 team" if english else "el equipo del plan 504"
    if plans == {"ifsp"}:
        return "the IFSP team" if english else "el equipo del IFSP"
    state = {policy.split("-")[1] for policy in {a.policy_id for a in case.window.services} if policy.startswith("us-")}
    for code, english_name, spanish_name in _BODIES:
        if state == {code}:
            return english_name if english else spanish_name
    return "the IEP team" if english else "el equipo del IEP"


def of_team(team: str) -> str:
    """Return the team as the one whose decision it is."""
    return f"d{team}" if team.startswith("el ") else f"of {team}"
