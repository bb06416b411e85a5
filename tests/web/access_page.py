"""The page `docs/access.md`, made from the site's routes and its table of access.

Write it again with `python -m tests.web.access_page`.
"""

import re
import tempfile
from pathlib import Path

from makegood.web.access.table import ANYBODY, HALF, SIGNED_IN, TABLE, Method, Rule
from makegood.web.people.kinds import ABOUT, KINDS, Kind, Scope

PAGE = Path(__file__).parents[2] / "docs" / "access.md"

OPENING = """\
# Who may see what on the site

Nobody has a role. A person holds relations: to a child, a school, a caseload, the district. Each begins and may end
on a day, and a page of records has one of them in its address: it is looked at *as* somebody. Rights of two relations
never add up. What is not in the table below is refused, and a test fails if a page is missing from it.
`tests/web/test_access.py` asks for every page as every relation by every method, with children, schools, sessions and
figures that do not belong together. What belongs to somebody else and what is not there get the same answer (404).

This page is made from the program's own table (`tests/web/access_page.py`).

## Relations

"""

SCOPES: dict[Scope, str] = {
    "child": "one child",
    "provider": "children whose services or slots the provider gives, or gave in the last 30 days; and those who are "
    "named for them",
    "caseload": "children who are named one by one, each from a day to a day",
    "school": "children of one school, and those of whom a service is held there",
    "district": "everything",
    "none": "accounts and settings; no child",
}
NAMES: dict[Kind, str] = {kind: kind.replace("_", " ") for kind in KINDS}

MORE = """
* A relation holds once a second person has confirmed it, from its first to its last day. For 30 days after its end a
  therapist may complete dates inside it.
* A director or administrator offers a relation: by an invitation, or to somebody who has an account. So do they name
  children for a case manager, a therapist or a contractor, each from a day to a day. Another director or administrator
  confirms it, never who offered it or who gets it. A director chooses children by name; an administrator types numbers,
  and reads none of their names.
* One person is enough to end a relation, or a child of a list: on a day, which is never moved to a later one. Nobody
  ends their own. A parent's ends with a reason, or by an order, with who saw it: then at once. Closing an account ends
  everything at once, and takes back the invitations that it made and nobody has used.
* A family whose rights are *none* by an order sees nothing. One parent never gets in by the other's relation, and
  sees neither their notes nor their visits. One whose rights an order limits reads an offer of make-ups, and answers it
  at the school.
* Families see each other's notes never, and their own alone until they share them with the school.
* What somebody entered by a button is taken back by who entered it, or by a school leader or director; what a family
  entered, by nobody but who entered it. What one parent gave to the school is not shown to the other.
* Every read of a child's page is recorded with person, relation and time. The family sees the days on which
  contractors, and staff whose relation had ended, looked.
* Figures of a school name no provider.

## Pages

*r*: may read; *w*: may send its form. *c*: also for 30 days after the relation's end. *Half* has given a password and
not yet the second factor.

"""


def page() -> str:
    """Return the whole page."""
    return OPENING + _relations() + MORE + _pages() + "\n" + _others()


def _relations() -> str:
    lines = ["| relation | sees | second factor | second person |", "| --- | --- | --- | --- |"]
    for kind, about in ABOUT.items():
        asks = ["yes" if asked else "no" for asked in (about.second_factor, about.second_person)]
        lines.append(f"| {NAMES[kind]} | {SCOPES[about.scope]} | {asks[0]} | {asks[1]} |")
    return "\n".join(lines) + "\n"


def _pages() -> str:
    lines = [f"| address | {' | '.join(NAMES.values())} |", f"| --- |{' --- |' * len(KINDS)}"]
    for address, rule in _addresses():
        if rule.is_of_relations:
            cells = " | ".join(_cell(rule, kind) for kind in KINDS)
            lines.append(f"| `{address.removeprefix('/as/RELATION')}` | {cells} |")
    return "\n".join(lines) + "\n"


def _others() -> str:
    lines = ["| address | who |", "| --- | --- |"]
    says = {ANYBODY: "anybody", HALF: "half", SIGNED_IN: "who is signed in"}
    for address, rule in _addresses():
        if not rule.is_of_relations:
            (who,) = {says[str(who)] for who in rule.methods.values()}
            lines.append(f"| `{address}` | {who} |")
    return "\n".join(lines) + "\n"


def _cell(rule: Rule, kind: Kind) -> str:
    letters: dict[Method, str] = {"GET": "r", "POST": "w"}
    may = "".join(letter for method, letter in letters.items() if kind in rule.methods.get(method, ()))
    gives = ABOUT[kind].scope == "provider"
    return may + ("c" if may and gives and rule.completes else "")


def _addresses() -> list[tuple[str, Rule]]:
    from django.urls import URLPattern, get_resolver

    found = [each for each in get_resolver().url_patterns if isinstance(each, URLPattern)]
    return [(_plain(str(each.pattern)), TABLE[str(each.name)]) for each in found]


def _plain(pattern: str) -> str:
    return "/" + re.sub(r"<\w+:(\w+)>", lambda named: named[1].upper(), pattern)


if __name__ == "__main__":
    from makegood.web.migrate import begin
    from makegood.web.site import Site

    with tempfile.TemporaryDirectory() as made:
        begin(Site(Path(made), demo=True))
        PAGE.write_text(page(), encoding="utf-8")
