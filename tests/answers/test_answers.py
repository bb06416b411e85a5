"""What the doors ask, asked of the example district's records. Expected figures are counted in its README."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.house.conftest import ROOT

from makegood.answers.account import why_not_counted
from makegood.answers.capacity import capacity
from makegood.answers.compare import comparison
from makegood.answers.day import day_of_provider
from makegood.answers.explain import explanation
from makegood.answers.notices import notices
from makegood.answers.owed import owed
from makegood.answers.pace import paces
from makegood.answers.plan import plan_facts
from makegood.answers.schedule import week_facts
from makegood.answers.statement import statement
from makegood.answers.unrecorded import nothing_on_record
from makegood.answers.weekday import weekdays
from makegood.intake import read_folder
from makegood.records import Records

MARCH_12 = dt.date(2027, 3, 12)


@pytest.fixture(scope="module")
def records() -> Records:
    read, _ = read_folder(ROOT / "examples" / "maple-ridge")
    assert read is not None
    return read


def test_a_statement_of_a_child_that_is_not_there_is_no_answer_and_no_error(records: Records) -> None:
    answer = statement(records, "999999", MARCH_12)
    assert answer.value is None
    assert not answer.findings


def test_a_statement_is_in_the_readers_language(records: Records) -> None:
    spanish = statement(records, "004518", MARCH_12, lang="es").value
    assert spanish is not None
    assert spanish.title == "Informe de los servicios del IEP"
    assert spanish.services[0].misses[0].minutes == 30


APRIL = (dt.date(2027, 3, 15), dt.date(2027, 4, 9))


@pytest.mark.parametrize(
    "ask",
    [
        lambda records: statement(records, "004518", MARCH_12),
        lambda records: owed(records, MARCH_12),
        lambda records: paces(records, MARCH_12, "004518"),
        lambda records: notices(records, MARCH_12),
        lambda records: weekdays(records, MARCH_12),
        lambda records: capacity(records, MARCH_12, *APRIL),
        lambda records: plan_facts(records, MARCH_12, *APRIL),
        lambda records: week_facts(records, MARCH_12, APRIL[0]),
        lambda records: comparison(records, ["us-federal", "us-il"], MARCH_12),
    ],
    ids=["statement", "owed", "paces", "notices", "weekdays", "capacity", "plan", "week", "comparison"],
)
def test_records_without_a_known_policy_are_refused_with_findings(
    records: Records, ask: Callable[[Records], Any]
) -> None:
    nowhere = Records(
        students=records.students, terms=records.terms, services=records.services, schools=records.schools,
        sessions=records.sessions, calendar=records.calendar,
    )  # fmt: skip
    answer = ask(nowhere)
    assert answer.value is None
    assert list(answer.findings) == list(why_not_counted(nowhere, MARCH_12)) != []


def test_pace_of_one_child_is_of_its_services_only(records: Records) -> None:
    found = paces(records, MARCH_12, "004518").value
    assert found is not None
    assert {pace.student_id for pace in found.every} == {"004518"}
    assert [pace for pace in found.every if pace.behind] == found.behind
    assert len(found.as_dict(every=True)["paces"]) == len(found.every)


def test_only_the_late_notices_are_printed_without_the_clocks_that_run(records: Records) -> None:
    found = notices(records, MARCH_12).value
    assert found is not None
    told = found.as_dict(late=True)
    assert {each["status"] for each in told["notices"]} <= {"late", "sent_late"}
    assert told["running"] == []


def test_why_is_asked_by_row_or_by_service_and_day(records: Records) -> None:
    assert explanation(records, "L002571", MARCH_12).value is not None
    assert explanation(records, "SV073:2027-02-16", MARCH_12).value is not None
    assert explanation(records, "SV073:2027-02-17", MARCH_12).value is None


def test_the_lines_of_schools_add_up_to_the_account(records: Records) -> None:
    answer = owed(records, MARCH_12, "school").value
    assert answer is not None
    assert {line.key for line in answer.lines} == {("MRE",), ("MRM",)}
    assert answer.totals["owed"] == answer.ledger.totals["owed"]
    assert answer.people["MRM"] == "Maple Ridge Middle School"


def test_the_slot_of_february_16_has_nothing_on_record(records: Records) -> None:
    found = [slot for slot in nothing_on_record(records, MARCH_12) if slot.student_id == "004518"]
    assert [(slot.date, slot.minutes) for slot in found] == [(dt.date(2027, 2, 16), 30)]


def test_slots_with_nothing_on_record_are_looked_for_from_a_day_on(records: Records) -> None:
    whole = nothing_on_record(records, MARCH_12)
    for first in (dt.date(2027, 2, 16), dt.date(2027, 2, 17)):
        since = nothing_on_record(records, MARCH_12, first)
        assert any(slot.student_id == "004518" for slot in since) is (first.day == 16)
        assert since == [slot for slot in whole if slot.date >= first]


def test_a_statement_without_pictures_says_the_same(records: Records) -> None:
    drawn = statement(records, "004312", MARCH_12).value
    plain = statement(records, "004312", MARCH_12, pictures=False).value
    assert drawn is not None
    assert all(service.picture for service in drawn.services)
    assert plain == replace(drawn, services=tuple(replace(service, picture=None) for service in drawn.services))


def test_a_providers_day_has_its_slots_with_what_is_on_record(records: Records) -> None:
    monday = day_of_provider(records, "P06", dt.date(2027, 3, 8))
    assert [(slot.student_id, slot.start_time) for slot in monday.slots if slot.row] != []
    assert all(slot.provider_id == "P06" for slot in monday.slots)


def test_a_child_without_a_slot_is_listed_with_the_minutes_of_its_month(records: Records) -> None:
    # "60 minutes per month": in February one session of 30 minutes was held (README, 004502).
    service = records.services.student_id.index("004502")
    provider = records.services.provider_id[service]
    assert provider is not None
    waiting = day_of_provider(records, provider, dt.date(2027, 2, 26)).waiting
    (of_child,) = [each for each in waiting if each.student_id == "004502"]
    assert (of_child.on_record, of_child.promised, of_child.per) == (30, 60, "month")
