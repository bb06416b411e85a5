"""What kind of session a row tells of: regular, make-up or compensatory (ledger.md, 1)."""

from makegood.records import Sessions
from makegood.terms.accounts import SessionKind


def kind_of(sessions: Sessions, place: int) -> SessionKind:
    """Return the kind of a row; a filled link says it too."""
    if sessions.award_id[place] is not None or sessions.kind[place] == "compensatory":
        return "compensatory"
    if sessions.makeup_for[place] is not None or sessions.kind[place] == "make_up":
        return "make_up"
    return "regular"


def kinds_of(sessions: Sessions) -> list[SessionKind]:
    """Return the kind of each row."""
    kinds: list[SessionKind] = ["regular"] * len(sessions)
    for name in ("kind", "makeup_for", "award_id"):
        for place in sessions.filled(name):
            kinds[place] = kind_of(sessions, place)
    return kinds
