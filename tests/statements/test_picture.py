import datetime as dt
from dataclasses import replace
from pathlib import Path

from tests.statements.parent_folder import AS_OF, write_parent_folder

from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.statements.picture.labels import labels_of, wide
from makegood.statements.picture.picture import Picture, Week
from makegood.statements.picture.svg import picture_svg
from makegood.statements.picture.text import picture_lines
from makegood.statements.statement.child import statement_of
from makegood.statements.wording.words import words_of


def picture(path: Path, **tables: str) -> Picture:
    """Return the picture of the parent's folder, whose weeks its own page lists."""
    folder = write_parent_folder(path / "records", **tables)
    records, findings = read_folder(folder, as_of=AS_OF)
    assert records is not None, findings
    drawn = statement_of(records, ledger_of(records, AS_OF), "1").services[0].picture
    assert drawn is not None
    return drawn


def weeks(first: dt.date, n: int) -> list[Week]:
    """Return weeks in which 30 minutes were given."""
    days = (first + dt.timedelta(7 * k) for k in range(n))
    return [
        Week(monday=day, given=30, differently=0, make_up=0, missed=0, unrecorded=0, pending=0, state="all")
        for day in days
    ]


def test_a_gap_of_the_running_week_is_shown_as_not_yet_counted(tmp_path: Path) -> None:
    shown = picture(tmp_path).weeks
    assert [(w.given, w.missed, w.unrecorded, w.pending, w.make_up) for w in shown] == [
        (30, 0, 0, 0, 0),
        (0, 30, 0, 0, 20),
        (0, 0, 30, 0, 0),
        (30, 0, 0, 0, 0),
        (0, 0, 0, 30, 30),
    ]
    assert [w.state for w in shown] == ["all", "none", "unrecorded", "all", "pending"]


def test_a_time_of_the_running_week_with_nothing_on_record_is_not_shown_as_a_gap(tmp_path: Path) -> None:
    rows = "session_id,service_id,date,minutes_delivered,reason,makeup_for\nn1,SP,2026-09-08,30,,\n"
    assert picture(tmp_path, sessions=rows).weeks[-1].pending == 0


def test_the_picture_in_text_has_a_sign_for_what_is_not_yet_counted(tmp_path: Path) -> None:
    lines = list(picture_lines(picture(tmp_path), words_of("en"), plain=True))
    assert "  #o?#:" in lines
    assert "  : some not given, not yet counted: 1 week" in lines


def test_a_school_year_is_two_pictures_of_half_a_year_each_told_in_words() -> None:
    year = Picture(service_id="S", weeks=tuple(weeks(dt.date(2026, 8, 24), 40)))
    drawn = picture_svg(year, words_of("en"), "Speech", "k")
    assert drawn.count('role="img"') == 2
    assert '<title id="t-k-0">Speech, Aug 24, 2026 to Jan 10, 2027</title>' in drawn
    assert '<title id="t-k-1">Speech, Jan 11, 2027 to May 30, 2027</title>' in drawn
    assert drawn.count("all given: 20 weeks.") == 2


def test_weeks_before_a_service_began_and_after_it_ended_are_not_drawn() -> None:
    year = weeks(dt.date(2026, 8, 24), 40)
    empty = [replace(week, given=0, state="nothing") for week in year]
    drawn = picture_svg(Picture(service_id="S", weeks=(*empty[:5], *year[5:9], *empty[9:])), words_of("en"), "Sum", "k")
    assert drawn.count("<desc") == 1
    assert "Sum, Sep 28, 2026 to Oct 25, 2026" in drawn
    assert "all given: 4 weeks." in drawn


def test_a_year_is_named_once_and_again_when_it_changes() -> None:
    labels = list(labels_of(weeks(dt.date(2026, 11, 2), 20), words_of("es"), 40, 15, 340))
    assert [(label.month, label.year) for label in labels] == [
        ("nov", "2026"), ("dic", ""), ("ene", "2027"), ("feb", ""), ("mar", ""),
    ]  # fmt: skip


def test_a_month_that_begins_at_the_right_edge_is_named_to_its_left() -> None:
    labels = list(labels_of(weeks(dt.date(2026, 9, 7), 9), words_of("en"), 40, 16, 40 + 9 * 16))
    assert [label.month for label in labels] == ["Sep", "Oct", "Nov"]
    assert labels[-1].left + wide("Nov") == 40 + 9 * 16
