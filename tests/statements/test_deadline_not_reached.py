"""A rule that sets a time, and records that do not reach its day: nobody is told that there is no deadline."""

from pathlib import Path

from tests.statements.small_folder import house, read
from tests.statements.test_statement_tells import HEAD, HOUSE, tell

from makegood.statements.explain.session import explain

# The school year on record ends on Friday 12 June 2026. Of the 30 school days after Tuesday 2 June it has eight.
LAST = (
    "service_id student_id service_type minutes per sessions start end\nSL S-1 speech 30 week 1 2026-06-01 2026-06-12"
)
PACK = house(
    "{reasons: {provider_absent: {disposition: owed, make_up_within: {n: 30, unit: school_days}, source: us}, "
    "vacancy: {disposition: owed, make_up_within: {end_of: quarter}, source: us}, "
    "provider_late: {disposition: owed, source: us}}}"
)
MISSED = HEAD + "a1 SL 2026-06-02 0 provider_absent -\na2 SL 2026-06-09 0 vacancy -\n"
TOLD = "within 30 school days (the calendar on record ends before that day)"
NO_QUARTER = "by the end of the quarter (none on record holds the day of the miss)"
YEAR = "calendar_id kind start end\nCAL year 2025-09-01 2026-06-12"


def test_a_statement_gives_the_rule_s_time_where_the_records_do_not_reach_the_day(tmp_path: Path) -> None:
    statement = tell(tmp_path, "2026-06-12", PACK, students=HOUSE, services=LAST, sessions=MISSED)
    first, second = statement.services[0].misses
    assert (first.due_words, second.due_words) == (TOLD, NO_QUARTER)
    assert f"30 minutes still to be made up {TOLD}" in first.follows
    (owed,) = [lead for lead in statement.leads if lead.name == "owed"]
    assert f"30 minutes {TOLD}" in " ".join(owed.lines)
    assert "no deadline" not in " ".join(owed.lines)


def test_a_rule_without_a_time_has_no_deadline(tmp_path: Path) -> None:
    late = HEAD + "a1 SL 2026-06-02 20 provider_late -\na2 SL 2026-06-09 30 - -\n"
    (miss,) = tell(tmp_path, "2026-06-12", PACK, students=HOUSE, services=LAST, sessions=late).services[0].misses
    assert miss.due_words == "no deadline is set"


def test_an_explanation_does_not_blame_the_calendar_for_a_quarter_that_is_not_on_record(tmp_path: Path) -> None:
    records, ledger = read(tmp_path, "2026-06-12", PACK, students=HOUSE, services=LAST, sessions=MISSED, terms=YEAR)
    by_when = []
    for row in ("a1", "a2"):
        told = explain(records, ledger, row)
        assert told is not None
        by_when += [" ".join(part.lines) for part in told.parts if part.heading == "By when"]
    assert by_when == [f"W{TOLD[1:]}.", f"B{NO_QUARTER[1:]}."]


def test_a_notice_that_was_sent_is_not_due_by_no_deadline(tmp_path: Path) -> None:
    # The notice is asked for within 30 school days after 2 June, of which the calendar has eight.
    asked = house(
        "{reasons: {provider_absent: {disposition: owed, source: us}}, notices: "
        "[{when: each_miss, tell: parent, within: {n: 30, unit: school_days}, source: us}]}"
    )
    sent = "notice_id student_id kind sent_on session_id\nN1 S-1 missed_session 2026-06-04 a1"
    log = HEAD + "a1 SL 2026-06-02 0 provider_absent -\na2 SL 2026-06-09 30 - -\n"
    (line,) = tell(tmp_path, "2026-06-12", asked, students=HOUSE, services=LAST, sessions=log, notices=sent).notices
    assert "A notice of Jun 4, 2026 is on record. Made up for a test" not in line
    assert "A notice of Jun 4, 2026 is on record." in line
    assert "deadline" not in line
