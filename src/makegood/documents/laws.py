"""Which law speaks of a child's plan, and where each of its rules that papers name is written."""

from collections.abc import Collection
from typing import Any, Final, Literal

Law = Literal["iep", "ifsp", "504"]

DAYS: Final[dict[Law, int]] = {"iep": 45, "ifsp": 10, "504": 45}
"""The days after a request for records, at most."""

_WHERE: Final[dict[str, dict[Law, str]]] = {
    "records": {"iep": "records", "ifsp": "early_records", "504": "ferpa"},
    "types": {"iep": "types", "ifsp": "early_types"},
    "access": {"iep": "access", "ifsp": "early_access", "504": "ferpa_access"},
    "fees": {"iep": "fees", "ifsp": "early_fees", "504": "ferpa_fees"},
    "others": {"iep": "others", "ifsp": "early_others", "504": "ferpa_others"},
    "amend": {"iep": "amend", "ifsp": "early_amend", "504": "ferpa_amend"},
    "complaint": {"iep": "complaint", "ifsp": "early"},
    "decision": {"iep": "complaint_decision", "ifsp": "early_decision"},
    "aside": {"iep": "set_aside", "ifsp": "early_decision"},
    "mediation": {"iep": "mediation", "ifsp": "early_mediation"},
    "hearing": {"iep": "hearing", "ifsp": "early_hearing"},
}
"""The key of the source, by what the rule is about; a law that says nothing of it has none."""


def law_of(plans: Collection[str]) -> Law:
    """Return the law that speaks of a child's plans; that of the IEP where they are of several kinds or not known."""
    match sorted(set(plans)):
        case ["ifsp"]:
            return "ifsp"
        case ["504"]:
            return "504"
        case _:
            return "iep"


def source_of(about: str, law: Law) -> str:
    """Return the key of the source of a rule; blank where the law says nothing of it."""
    return _WHERE[about].get(law, "")


def for_template(plans: Collection[str]) -> dict[str, Any]:
    """Return the law as templates ask for it: its name, its days, and its sources by what they are about.

    A paper for a plan that its law does not speak of cites the law of the IEP, and has a warning.
    """
    law = law_of(plans)
    sources = {about: where.get(law, "") for about, where in _WHERE.items()}
    meant = {about: where["iep"] for about, where in _WHERE.items() if about in _COMPLAINTS and not sources[about]}
    return {"name": law, "days": DAYS[law], **sources, **meant}


_COMPLAINTS: Final = ("complaint", "decision", "aside", "mediation", "hearing")
"""What only a State complaint cites, which is no paper of a 504 plan."""
