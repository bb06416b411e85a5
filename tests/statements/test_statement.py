import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from tests.statements import small_folder
from tests.statements.statement_folder import AS_OF, TABLES, read, tell

from makegood.statements.picture.text import BLOCKS, picture_lines
from makegood.statements.statement.child import statement_as_dict, statement_of
from makegood.statements.statement.statement import Sum
from makegood.statements.wording.words import words_of
from makegood.terms.language import Lang

LANGS: tuple[Lang, ...] = ("en", "es")


def figures(sum_: Sum) -> dict[str, int]:
    return {part.name: part.minutes for part in sum_.parts}


def test_one_sentence_says_where_every_promised_minute_went(tmp_path: Path) -> None:
    (service,) = tell(tmp_path).services
    # Due 300 = 10 sessions of 30. Given 150 + 30: a1, b2 (twice as long), c1, d2, e1 are 5 sessions; 180 of 300 is 60%.
    assert service.parts == (
        (
            "Speech-language therapy: 2 sessions of 30 minutes a week. Up to September 30, 2026, 300 minutes were "
            "promised: 150 given, 30 given but not as the IEP says, 60 missed, 30 with nothing on record and 30 that "
            "can still be given this week."
        ),
        "Given so far: 180 of 300 minutes due. That is 5 of 10 sessions, 60%.",
        (
            "60 minutes are owed under the rule shown: 20 made up, 30 closed because an offer was declined and 10 "
            "still to be made up and past their date."
        ),
        "To be made up: 10 minutes by Sep 10, 2026 (this date has passed).",
        "30 minutes have nothing on record (week of September 21, 2026). This is no proof either way.",
        "20 minutes were made up (Sep 18, 2026).",
    )


def test_the_account_adds_up_in_every_sum(tmp_path: Path) -> None:
    told = tell(tmp_path)
    promised, judged, owed = told.services[0].sums
    assert figures(promised) == {
        "not_in_session": 0,
        "delivered": 150,
        "delivered_differently": 30,
        "still_due": 30,
        "missed": 60,
        "unrecorded": 30,
    }
    assert figures(judged) == {"owed": 60, "not_owed": 0, "team_decides": 0, "unknown": 30}
    assert figures(owed) == {"made_up": 20, "released": 30, "open": 0, "overdue": 10}
    (held,) = told.held
    assert (held.whole.minutes, figures(held)["compensatory"], figures(held)["extra"]) == (265, 40, 25)
    assert all(each.adds_up for each in (promised, judged, owed, held))
    assert not replace(held, whole=replace(held.whole, minutes=264)).adds_up


def test_each_miss_has_its_reason_rule_and_what_settled_it(tmp_path: Path) -> None:
    told = tell(tmp_path)
    first, second = told.services[0].misses
    assert (first.ref, first.minutes, first.why) == ("a2", 30, "the therapist was absent")
    assert first.follows == (
        "Owed under the rule shown",
        "20 minutes made up on Sep 18, 2026",
        "PAST ITS DATE: 10 minutes still to be made up, due by Sep 10, 2026",
    )
    assert (second.ref, second.why) == ("c2", "field trip, assembly or other school activity")
    assert second.follows[1] == "30 minutes closed: the offer was declined, and under this rule that ends it"
    rule = told.rules[first.rule - 1]
    assert rule.citation == "Made-up handbook, 7"
    assert rule.verified == "Checked: the source's own words."
    assert rule.says[0] == "District policy; binding; in force since Jul 1, 2026."
    assert "to be made up within 5 school days" in rule.says[1]


def test_what_is_owed_stands_soonest_first_with_overdue_marked(tmp_path: Path) -> None:
    late = TABLES["sessions"] + "f1,S,2026-09-17,0,provider_absent,,,,\n"
    told = tell(tmp_path, as_of=dt.date(2026, 9, 21), sessions=late)
    assert [(line.ref, line.due_by, line.overdue) for line in told.due] == [
        ("a2", dt.date(2026, 9, 10), True),
        ("f1", dt.date(2026, 9, 24), False),
    ]


def test_a_week_or_month_with_nothing_on_record_is_called_by_its_monday_or_name_never_by_the_day_it_ends_on(
    tmp_path: Path,
) -> None:
    none = {
        "sessions": "session_id,service_id,date,minutes_delivered\n",
        "offers": "offer_id,session_id,date,response\n",
    }
    # Monday August 31 and Monday September 7; the ledger dates these minutes with the Fridays, September 4 and 11.
    for lang, says in (
        ("en", "(week of August 31, 2026 and week of September 7, 2026)"),
        ("es", "(semana del 31 de agosto de 2026 y semana del 7 de septiembre de 2026)"),
    ):
        told = tell(tmp_path / lang, as_of=dt.date(2026, 9, 13), lang=lang, **none)
        assert says in told.services[0].sentence
    none["services"] = "service_id,student_id,service_type,minutes,sessions,per\nS,1,speech,30,4,month\n"
    none["schedule"] = "service_id,weekday,start_time,minutes\n"
    for lang, says in (("en", "(August 2026 and September 2026)"), ("es", "(agosto de 2026 y septiembre de 2026)")):
        told = tell(tmp_path / f"month-{lang}", as_of=dt.date(2026, 10, 1), lang=lang, **none)
        assert says in told.services[0].sentence


def test_days_with_nothing_on_record_are_shown(tmp_path: Path) -> None:
    line, follows = tell(tmp_path).services[0].unrecorded
    assert line.startswith("Week of September 21, 2026: 30 minutes with nothing on record.")
    assert "Wed, Sep 23, 2026; Thu, Sep 24, 2026; Fri, Sep 25, 2026." in line
    assert follows.startswith("What follows: Not known (Rule")


def test_cured_gaps_make_ups_awards_corrections_and_outside_sessions_are_told(tmp_path: Path) -> None:
    told = tell(tmp_path)
    assert "30 of the 30 minutes not given that day were given in other sessions" in told.services[0].cured[0]
    assert told.make_ups == ("Fri, Sep 18, 2026, Speech-language therapy: 20 minutes: 20 minutes for Sep 2, 2026.",)
    assert "40 minutes = 40 given + 0 remaining" in told.awards[0]
    assert "Basis: agreement." in told.awards[0]
    assert "Mon, Sep 21, 2026, Speech-language therapy. Minutes given: 0 became 30" in told.corrections[0]
    assert "15 minutes given outside" in told.outside[0]


def test_inferred_gaps_are_labelled_inferred_in_the_summary_too(tmp_path: Path) -> None:
    service = tell(tmp_path, "2").services[0]
    # Tuesdays 1, 8, 15 and 22 September and this week's 29th; only the 8th has a reason, from the table of absences.
    assert [(miss.ref, miss.inferred, miss.why, miss.follows) for miss in service.misses] == [
        ("T:2026-09-08", True, "your child was absent", ("Not owed under the rule shown",))
    ]
    assert service.misses[0].labels[0].startswith("inferred")
    assert (
        "Of the minutes missed, 30 are inferred (the schedule has a session, and the log shows nothing)."
        in service.sentence
    )
    assert service.unrecorded[0] == (
        "Sessions of the schedule with nothing on record: 90 minutes (Tue, Sep 1, 2026, Tue, Sep 15, 2026 and "
        "Tue, Sep 22, 2026)."
    )


def test_a_child_without_services_has_a_statement_too(tmp_path: Path) -> None:
    told = tell(tmp_path, "3")
    assert told.services == ()
    assert told.notes == ("The records have no service for Bo up to this day.",)
    assert len(told.next_steps) == 3


def test_a_child_without_misses_is_told_so(tmp_path: Path) -> None:
    rows = "session_id,service_id,date,minutes_delivered\na1,S,2026-08-31,30\na2,S,2026-09-02,30\n"
    told = tell(tmp_path, as_of=dt.date(2026, 9, 6), sessions=rows, offers="offer_id,session_id,date,response\n")
    assert told.services[0].sentence.endswith(
        "60 minutes were promised: 60 given. No minutes are missed. Given so far: 60 of 60 minutes due. That is 2 of 2 "
        "sessions, 100%."
    )
    assert told.services[0].misses == ()


def test_with_nothing_on_record_everything_is_unknown(tmp_path: Path) -> None:
    none = {
        "sessions": "session_id,service_id,date,minutes_delivered\n",
        "offers": "offer_id,session_id,date,response\n",
    }
    told = tell(tmp_path, as_of=dt.date(2026, 9, 13), **none)
    assert told.services[0].sentence.endswith(
        "120 minutes were promised: 0 given and 120 with nothing on record. Given so far: 0 of 120 minutes due. That "
        "is 0 of 4 sessions, 0%. 120 minutes have nothing on record (week of August 31, 2026 and week of September 7, "
        "2026). This is no proof either way."
    )


def test_misses_that_leave_the_look_back_of_a_state_complaint_are_named(tmp_path: Path) -> None:
    step = tell(tmp_path, as_of=dt.date(2027, 8, 20)).next_steps[2]
    assert step.citation == "34 CFR 300.153(c)"
    assert (
        "60 minutes missed or not on record (Sep 2, 2026 and Sep 16, 2026) are within one year only if the State "
        "receives the complaint by September 2, 2027."
    ) in step.text
    later = tell(tmp_path / "later", as_of=dt.date(2027, 9, 10)).next_steps[2]
    assert "30 minutes missed or not on record are more than one year old already." in later.text


def test_the_look_back_of_misses_of_this_fall_lasts_until_the_oldest_is_a_year_old(tmp_path: Path) -> None:
    step = tell(tmp_path, as_of=dt.date(2026, 10, 30)).next_steps[2]
    assert "These minutes are within one year if the State receives the complaint by September 2, 2027." in step.text


def test_a_window_shows_the_periods_that_begin_in_it_and_what_settled_them(tmp_path: Path) -> None:
    records, ledger = read(tmp_path)
    told = statement_of(records, ledger, "1", first=dt.date(2026, 8, 31), last=dt.date(2026, 9, 6))
    assert told.services[0].sums[0].whole.minutes == 60
    assert [miss.ref for miss in told.services[0].misses] == ["a2"]
    # The make-up was held later, but it settled a miss of the window.
    assert told.services[0].misses[0].made_up == 20
    assert told.make_ups == ()
    assert all(sum_.adds_up for sum_ in told.held)
    empty = statement_of(records, ledger, "1", first=dt.date(2027, 1, 1))
    assert empty.services == ()


def test_the_picture_has_a_state_for_every_week_and_no_line_is_over_80_columns(tmp_path: Path) -> None:
    told = tell(tmp_path)
    picture = told.services[0].picture
    assert picture is not None
    # Week by week from 24 August (the session before the service began).
    assert [week.state for week in picture.weeks] == ["all", "part", "all", "part", "unrecorded", "all"]
    assert [week.make_up for week in picture.weeks] == [0, 0, 0, 20, 50, 0]
    lines = list(picture_lines(picture, words_of("en")))
    assert "".join(BLOCKS[state] for state in ("all", "part", "all", "part", "unrecorded", "all")) in lines[1]
    assert lines[2] == "     ^^"
    assert all(len(line) <= 80 for line in lines)
    assert all(line.isascii() for line in picture_lines(picture, words_of("en"), plain=True))


def test_spanish_has_the_same_figures(tmp_path: Path) -> None:
    told = tell(tmp_path, lang="es")
    sentence = told.services[0].sentence
    assert sentence.startswith("Terapia del habla y lenguaje: 2 sesiones de 30 minutos por semana.")
    assert "Al 30 de septiembre de 2026, se habían prometido 300 minutos: 150 recibidos" in sentence
    assert told.services[0].misses[0].follows[0] == "La escuela debe reponer (según la regla indicada)"
    assert told.rules[0].citation == "Made-up handbook, 7"


def test_json_has_the_same_words_and_days_as_text(tmp_path: Path) -> None:
    told = tell(tmp_path)
    printed = statement_as_dict(told)
    assert printed["as_of"] == AS_OF.isoformat()
    assert printed["services"][0]["sentence"] == told.services[0].sentence
    assert printed["services"][0]["sums"][0]["adds_up"] is True
    assert printed["services"][0]["misses"][0]["due_by"] == "2026-09-10"


def test_a_period_that_runs_says_in_how_many_weeks_of_it_nothing_is_on_record(tmp_path: Path) -> None:
    # Fri 18 Sep: of a month's 120 minutes 60 were given in the week of 1 Sep. The week of 7 Sep has no row; neither has
    # that of 14 Sep, whose last school day has come. 14 of 22 school days: 120 x 14 / 22 = 76.4.
    month = small_folder.read(
        tmp_path,
        "2026-09-18",
        terms="calendar_id kind start end\nCAL year 2026-09-01 2026-09-30",
        services="service_id student_id service_type minutes per\nSL S-1 speech 120 month",
        sessions="session_id service_id date minutes_delivered\nL1 SL 2026-09-03 60",
    )
    english, spanish = (" ".join(statement_of(*month, "S-1", lang=lang).services[0].about) for lang in LANGS)
    pace = "60 of 120 minutes are given; at a steady pace it would be 76 by now. In 2 weeks of it there is nothing on"
    assert pace in english
    assert "En 2 semanas de ese período no hay registro" in spanish


def test_who_decided_is_told_in_spanish_and_reasons_of_the_record_are_quoted(tmp_path: Path) -> None:
    head = "determination_id,session_id,disposition,decided_on,decided_by,rationale"
    rows = f"{head}\nD1,a2,owed,2026-09-08,IEP team,Agreed."
    told = tell(tmp_path, lang="es", determinations=rows)
    says = " ".join(line for rule in told.rules for line in rule.says)
    assert "Decisión tomada por el equipo del IEP el 8 de septiembre de 2026" in says
    assert "Razones, como están escritas en el registro: “Agreed.”" in says


@pytest.mark.parametrize(
    ("disposition", "lang", "says"),
    [
        ("owed", "en", "Owed under the decision shown"),
        ("not_owed", "en", "Not owed under the decision shown"),
        ("owed", "es", "La escuela debe reponer (según la decisión indicada)"),
        ("not_owed", "es", "No hay que reponer (según la decisión indicada)"),
    ],
)
def test_what_a_decision_says_is_not_told_as_a_rules(disposition: str, lang: Lang, says: str, tmp_path: Path) -> None:
    head = "determination_id,session_id,disposition,decided_on,decided_by,rationale"
    told = tell(tmp_path, lang=lang, determinations=f"{head}\nD1,a2,{disposition},2026-09-08,principal,")
    (miss,) = (miss for service in told.services for miss in service.misses if miss.session_id == "a2")
    assert miss.follows[0] == says


def test_missed_minutes_of_days_without_school_are_told_beside_the_minutes_on_such_days(tmp_path: Path) -> None:
    # The week of September 21 has no school at all (30 minutes); of the week before only the Tuesday has none.
    closed = "\n".join(f"c,2026-09-{day},break,Fall break" for day in (21, 22, 23, 24, 25))
    calendar = f"calendar_id,date,kind,label\nc,2026-09-15,holiday,Made-up day\n{closed}\n"
    told = tell(tmp_path, "2", calendar=calendar)
    (given,) = (lead for lead in told.leads if lead.name == "given")
    assert "30 on days without school" in given.lines[0]
    assert any(
        line.startswith("Of the minutes missed, 30 were planned for days without school.") for line in given.lines
    )
