"""A made-up person for each job in the example district: only in a database that `makegood serve --demo` made."""

import datetime as dt
from pathlib import Path
from typing import Any, Final, NamedTuple

from makegood.web.clock import DEMO_DAY, USUAL_ZONE, ZONE, now
from makegood.web.options import choose, option
from makegood.web.people.kinds import Kind
from makegood.web.people.models import CaseloadChild, Person, Relation
from makegood.web.records.bring import bring
from makegood.web.records.ids import new_id
from makegood.web.records.write import add

MARK: Final = "demo"
PASSWORD: Final = "maple ridge is made up"  # noqa: S105 - it is printed at the start
BEGINS: Final = dt.date(2026, 6, 22)


class Sample(NamedTuple):
    """A made-up person: what they do, what they sign in as, and what they are to whom."""

    job: str
    login: str
    name: str
    lang: str
    kind: Kind
    scope: dict[str, str]
    ends: dt.date | None = None


PEOPLE: Final = (
    Sample("therapist", "ingrid", "Ingrid Thistledown", "en", "therapist", {"provider_id": "P01"}),
    Sample("family, English", "dapplestone", "Rowan Dapplestone", "en", "family", {"student_id": "004312"}),
    Sample("family, Spanish", "piedraluna", "Estela Piedraluna", "es", "family", {"student_id": "004251"}),
    Sample("school leader", "linden", "Maud Lindenfall", "en", "school_leader", {"school_id": "MRE"}),
    Sample("director", "director", "Basil Ferncroft", "en", "director", {}),
    Sample("case manager", "casey", "Casey Brookmantle", "en", "case_manager", {}),
    Sample("contractor", "tobias", "Tobias Windlerose", "en", "contractor", {"provider_id": "P05"}),
    Sample("administrator of the site", "keeper", "Wanda Keystone", "en", "administrator", {}),
)

_CASELOAD: Final = ("004251", "004312", "004404", "004458", "004518")

_FRIDAY: Final = {
    "P01": (
        ("SV007", "08:30", "30"), ("SV001", "09:00", "30"), ("SV002", "09:00", "30"), ("SV003", "09:00", "30"),
        ("SV008", "09:00", "30"), ("SV009", "09:00", "30"), ("SV010", "09:45", "30"), ("SV013", "10:30", "20"),
        ("SV014", "10:30", "20"), ("SV012", "11:15", "25"), ("SV006", "12:45", "30"), ("SV004", "13:30", "30"),
    ),
    "P05": (("SV024", "09:15", "30"), ("SV026", "10:00", "30")),
}  # fmt: skip
"""A therapist's and a contractor's Friday. The example's schedule has slots only where it shows something by them, so
these hold from the last day of its records on, and change no figure before it."""

_ASKED: Final = (("piedraluna", "records", "2027-01-20"), ("piedraluna", "iep_meeting", "2027-03-05"))
"""What a family asked the school for, without an answer: who, what, and when."""


def fill(examples: Path) -> None:
    """Fill an empty database with the example district and its people."""
    choose(MARK, "1")
    choose(ZONE, USUAL_ZONE)
    brought = bring(examples, by="makegood serve --demo", named="Maple Ridge", as_of=DEMO_DAY)
    if brought.batch is None:
        raise RuntimeError("the example district cannot be read")
    for provider, slots in _FRIDAY.items():
        for service, start, minutes in slots:
            cells = {"service_id": service, "weekday": "Friday", "start_time": start, "minutes": minutes}
            also = {"provider_id": provider, "from": DEMO_DAY.isoformat()}
            add("schedule", {**cells, **also}, by="makegood serve --demo")
    made = {sample.login: person(sample) for sample in PEOPLE}
    for login, kind, came in _ASKED:
        cells = {"request_id": new_id("R"), "student_id": made[login].student_id, "kind": kind, "received_on": came}
        add("requests", cells, by=made[login].person.ref)


def person(sample: Sample) -> Relation:
    """Make a made-up person with their relation."""
    made = Person(login=sample.login, name=sample.name, lang=sample.lang, made_at=now())
    made.set_password(PASSWORD)
    made.save()
    about: dict[str, Any] = {"granted_by": "makegood serve --demo", "seconded_by": "makegood serve --demo"}
    relation = Relation.objects.create(
        person=made, kind=sample.kind, begins=BEGINS, ends=sample.ends, granted_at=now(), seconded_at=now(),
        **sample.scope, **about,
    )  # fmt: skip
    if sample.kind == "case_manager":
        for student in _CASELOAD:
            CaseloadChild.objects.create(relation=relation, student_id=student, begins=BEGINS)
    return relation


def is_demo() -> bool:
    """Return whether this database was made for a demonstration."""
    return option(MARK) == "1"
