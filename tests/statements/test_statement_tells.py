"""What a statement tells apart: assumed or on record, given elsewhere or counted elsewhere, one rule or several."""

import datetime as dt
from io import StringIO
from pathlib import Path

from rich.console import Console
from tests.planner import agreed_folder
from tests.statements.small_folder import house, write

from makegood.intake import read_folder_report
from makegood.ledger import ledger_of
from makegood.statements.statement.child import statement_of
from makegood.statements.statement.statement import Audience, Statement
from makegood.statements.statement.terminal import print_statement
from makegood.terms.language import Lang

YEAR = "calendar_id kind start end\nCAL year 2025-09-01 2026-06-12"
WEEKLY = "service_id student_id service_type minutes per sessions end\nSL S-1 speech 30 week 1 {end}"
HEAD = "session_id service_id date minutes_delivered reason makeup_for\n"
HOUSE = "student_id policy_id\nS-1 house"
NOT_OWED = house("{reasons: {student_absent: {disposition: not_owed, source: us}}}")


def tell(
    folder: Path,
    as_of: str,
    pack: str | None = None,
    audience: Audience = "family",
    student: str = "S-1",
    *,
    lang: Lang = "en",
    **tables: str,
) -> Statement:
    """Return the statement of a small folder. September 2025 begins on a Monday."""
    given = {"terms": YEAR, "services": WEEKLY.format(end="2025-09-26")} | tables
    folder.mkdir(exist_ok=True)
    day = dt.date.fromisoformat(as_of)
    report = read_folder_report(write(folder, pack, **given), as_of=day)
    assert report.records is not None, report.findings
    ledger = ledger_of(report.records, day)
    return statement_of(report.records, ledger, student, lang=lang, audience=audience, findings=report.every)


def test_minutes_that_others_gave_are_told_apart_from_minutes_that_are_counted_elsewhere(tmp_path: Path) -> None:
    # One session of 30 a week. In the first week the second row gave it; in the second week nothing was held, and the
    # 30 that are missed are counted on the newer of the two rows.
    log = HEAD + "a1 SL 2025-09-02 0 vacancy -\na2 SL 2025-09-04 30 - -\n"
    log += "b1 SL 2025-09-09 0 vacancy -\nb2 SL 2025-09-11 0 vacancy -\n"
    given, counted = tell(tmp_path, "2025-09-14", sessions=log).services[0].cured
    assert given.endswith(
        "30 of the 30 minutes not given that day were given in other sessions of Sep 1, 2025 to Sep 7, 2025."
    )
    assert counted == (
        "Tue, Sep 9, 2025 (the position was vacant): 30 minutes not given. What is missed in Sep 8, 2025 to Sep 14, "
        "2025 is counted at other sessions, so 30 of these do not count."
    )


def test_a_session_longer_than_planned_gave_minutes_though_the_week_is_short(tmp_path: Path) -> None:
    # Three sessions of 30: one of 60, two not held: 90 due, 60 given, 30 missed on the newer, 30 given by the long one.
    services = WEEKLY.format(end="2025-09-26").replace("week 1", "week 3")
    log = HEAD + "a1 SL 2025-09-02 0 vacancy -\na2 SL 2025-09-03 60 - -\na3 SL 2025-09-04 0 vacancy -\n"
    (line,) = tell(tmp_path, "2025-09-07", services=services, sessions=log).services[0].cured
    assert line.startswith("Tue, Sep 2, 2025")
    assert "were given in other sessions" in line


def test_on_a_day_when_nothing_was_due_nothing_is_missed(tmp_path: Path) -> None:
    # Labor Day, and the child has speech on no other day; the row that says so is no miss.
    services = WEEKLY.format(end="2025-09-01")
    closed = "calendar_id date kind\nCAL 2025-09-01 holiday"
    told = tell(
        tmp_path, "2025-09-07", services=services, calendar=closed, sessions=HEAD + "a1 SL 2025-09-01 0 no_school -"
    )
    assert told.services[0].not_due == (
        "Mon, Sep 1, 2025 (no school that day): nothing was due, so nothing is missed.",
    )
    assert (told.services[0].cured, told.services[0].misses) == ((), ())


def test_what_is_assumed_is_labelled_in_the_table_and_in_the_summary(tmp_path: Path) -> None:
    # 60 a month as a total: what was held lasted 30, so a row without a length was planned for 30. Its reason is from
    # the table of absences.
    service = "service_id student_id service_type minutes per start end\nSL S-1 speech 60 month 2025-09-01 2025-09-30"
    told = tell(
        tmp_path,
        "2025-09-30",
        services=service,
        sessions=HEAD + "a1 SL 2025-09-02 30 - -\na2 SL 2025-09-09 0 - -\n",
        student_absences="student_id date\nS-1 2025-09-09",
    ).services[0]
    (miss,) = told.misses
    assert (miss.minutes, miss.labels) == (
        30,
        (
            "assumed: the reason is from the record of absences",
            "planned for 30 minutes, the usual length of a session",
        ),
    )
    assert (
        "Of the minutes missed, 30 go by the usual length of a session, as nothing says how long it was to last and 30 "
        "have their reason from the record of absences, not from the log." in told.sentence
    )
    # The promise is a total, so it counts no sessions.
    assert "Given so far: 30 of 60 minutes due, 50%." in told.parts


def test_sessions_count_where_they_fill_the_promise_and_as_long_as_the_iep_says(tmp_path: Path) -> None:
    # Due 60 = 2 sessions. Week 1: 20 of 30. Week 2: 30, and 30 more that fill nothing. 50 of 60 is 83.3%.
    log = HEAD + "a1 SL 2025-09-02 20 - -\nb1 SL 2025-09-09 30 - -\nb2 SL 2025-09-11 30 - -\n"
    share = tell(tmp_path, "2025-09-14", sessions=log).services[0].share
    assert share is not None
    assert (share.sessions, share.in_full, share.in_part, share.percent) == (2, 1, 1, 83)
    assert (share.given, share.due) == (50, 60)


def test_what_is_due_may_be_no_whole_number_of_sessions(tmp_path: Path) -> None:
    # The service ends on a Wednesday: 30 x 3/5 = 18 are due.
    told = tell(
        tmp_path, "2025-09-07", services=WEEKLY.format(end="2025-09-03"), sessions=HEAD + "a SL 2025-09-02 9 - -"
    )
    assert told.services[0].parts[1] == "Given so far: 9 of 18 minutes due, 50%."


def test_a_make_up_of_a_session_that_is_not_owed_is_told_beside_it(tmp_path: Path) -> None:
    log = HEAD + "a1 SL 2025-09-02 0 student_absent -\nm1 SL 2025-09-05 30 - a1\n"
    told = tell(tmp_path, "2025-09-07", NOT_OWED, students=HOUSE, sessions=log)
    assert told.services[0].misses[0].follows[1] == (
        "The make-up session of Sep 5, 2025 (30 minutes) is for this one; as it is not owed, it counts as extra"
    )
    assert told.make_ups[0].endswith("30 minutes are for Sep 2, 2025, which is not owed, so they are extra.")


def test_a_rule_that_says_the_same_of_several_reasons_is_explained_once(tmp_path: Path) -> None:
    reasons = ("provider_absent", "vacancy", "no_transport")
    rules = ", ".join(f"{reason}: {{disposition: team_decides, source: us}}" for reason in reasons)
    rows = "".join(f"r{n} SL 2025-09-{2 + 7 * n:02d} 0 {reason} -\n" for n, reason in enumerate(reasons))
    told = tell(
        tmp_path, "2025-09-21", house("{reasons: {" + rules + "}}"), "school", students=HOUSE, sessions=HEAD + rows
    )
    (rule,) = told.rules
    assert rule.says[1] == (
        "For these reasons (the therapist was absent; the position was vacant; there was no transportation) it says: "
        "the IEP team decides."
    )
    assert {miss.rule for miss in told.services[0].misses} == {1}
    assert rule.name.count("house") == 3


def test_what_touches_a_childs_figures_is_told_on_that_childs_statement_only(tmp_path: Path) -> None:
    tables = {
        "students": "student_id policy_id\nS-1 us-federal\nS-2 us-federal",
        "services": WEEKLY.format(end="2025-09-26") + "\nOT S-2 ot 30 week 1 2025-09-26",
        "calendar": "calendar_id date kind\nCAL 2025-09-02 holiday",
        "sessions": HEAD + "a1 SL 2025-09-02 30 - -\nb1 OT 2025-09-03 30 - -\n",
    }
    assert tell(tmp_path / "a", "2025-09-07", **tables).findings == (
        "Tue, Sep 2, 2025, Speech-language therapy: the log has minutes given on a day without school.",
    )
    assert tell(tmp_path / "b", "2025-09-07", student="S-2", **tables).findings == ()
    (school,) = tell(tmp_path / "c", "2025-09-07", audience="school", **tables).findings
    assert "(sessions, row 2: " in school
    (spanish,) = tell(tmp_path / "d", "2025-09-07", audience="school", lang="es", **tables).findings
    assert spanish == (
        "martes 2 sep 2025, Terapia del habla y lenguaje: el registro tiene minutos dados en un día sin clases. "
        "(sessions, fila 2: 30 minutos en un día sin clases (día feriado).)"
    )


def test_many_findings_of_one_kind_are_told_of_each_child(tmp_path: Path) -> None:
    # Twelve rows of other children come before the one of S-1: a list for the school would fold them into one.
    others = [f"S-{n}" for n in range(2, 14)]
    tables = {
        "students": "\n".join(["student_id policy_id", *(f"{id_} us-federal" for id_ in (*others, "S-1"))]),
        "services": "\n".join(
            [
                "service_id student_id service_type minutes per sessions end",
                *(f"V{id_} {id_} speech 30 week 1 2025-09-26" for id_ in (*others, "S-1")),
            ]
        ),
        "calendar": "calendar_id date kind\nCAL 2025-09-02 holiday",
        "sessions": HEAD + "\n".join(f"r{id_} V{id_} 2025-09-02 30 - -" for id_ in (*others, "S-1")),
    }
    assert len(tell(tmp_path, "2025-09-07", **tables).findings) == 1


def test_of_several_services_each_has_a_line_of_its_own(tmp_path: Path) -> None:
    services = WEEKLY.format(end="2025-09-26") + "\nOT S-1 ot 30 week 1 2025-09-26"
    log = HEAD + "a1 SL 2025-09-02 0 vacancy -\nb1 OT 2025-09-03 30 - -\n"
    given, waiting = (
        lead.lines for lead in reversed(tell(tmp_path, "2025-09-07", services=services, sessions=log).leads)
    )
    assert [line.split(":")[0] for line in given] == ["Ot", "Speech-language therapy"]
    assert given[0].endswith("No minutes are missed. Given so far: 30 of 30 minutes due. That is 1 of 1 session, 100%.")
    assert waiting == ("Speech-language therapy: The team has not yet decided about 30 minutes (Sep 2, 2025).",)


def test_the_next_make_up_session_is_told(tmp_path: Path) -> None:
    ahead = HEAD + "a1 SL 2025-09-02 0 vacancy -\nm1 SL 2025-09-12 30 - a1\n"
    leads = {lead.name: lead.lines for lead in tell(tmp_path, "2025-09-07", sessions=ahead).leads}
    assert leads["next_make_up"] == ("Fri, Sep 12, 2025: 30 minutes.",)


def test_an_agreed_make_up_session_is_told_with_its_time(tmp_path: Path) -> None:
    day = dt.date(2026, 10, 4)
    report = read_folder_report(agreed_folder.folder(tmp_path, pinned=agreed_folder.AGREED), as_of=day)
    assert report.records is not None, report.findings
    told = statement_of(report.records, ledger_of(report.records, day), "S-1")
    leads = {lead.name: lead.lines for lead in told.leads}
    assert leads["next_make_up"] == ("Mon, Oct 5, 2026 at 1:00 p.m.: 30 minutes.",)


def test_where_all_is_on_no_record_nobody_reads_that_nothing_was_missed(tmp_path: Path) -> None:
    statement = tell(tmp_path, "2025-09-26")
    assert statement.services[0].misses == ()
    page = StringIO()
    print_statement(statement, Console(file=page, width=80))
    assert "Nothing is on record as missed in these dates." in page.getvalue()
    # No minute was given: a table of minutes given would be a heading over nothing.
    assert "All minutes given" not in page.getvalue()
