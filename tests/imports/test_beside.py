"""A frequency without minutes is read with the minutes of its own row."""

from pathlib import Path

from tests.imports.made import asked, seen, written

from makegood.imports.report import taken
from makegood.imports.result import Import

SERVICES = """\
Student,Service,Minutes,Frequency
Luis Example,Speech,60,weekly
Mina Example,OT,30,weekly
Sam Example,Speech,120,monthly
Tia Example,Counseling,30,weekly
"""


def promises(made: Import) -> list[str | None]:
    """Return the words of each new service, in the order of the rows."""
    return [service.mandate for service in made.services.all.values()]


def questions(made: Import) -> list[str]:
    """Return what is asked of promises."""
    return [of for kind, of in asked(made) if kind == "promise"]


def test_rows_with_the_same_frequency_keep_their_own_minutes(tmp_path: Path) -> None:
    made = seen([written(tmp_path, "services.csv", SERVICES)], tmp_path / "into")
    assert promises(made) == ["60 min weekly", "30 min weekly", "120 min monthly", "30 min weekly"]
    assert questions(made) == []


def test_each_wording_that_was_put_together_is_shown_with_its_reading(tmp_path: Path) -> None:
    made = seen([written(tmp_path, "services.csv", SERVICES)], tmp_path / "into")
    shown = [each for each in taken(made) if " min " in each[0]]
    assert shown == [
        ("30 min weekly", "30 minutes each week", 2),
        ("60 min weekly", "60 minutes each week", 1),
        ("120 min monthly", "120 minutes each month", 1),
    ]


def test_a_doubtful_frequency_is_asked_once_for_each_length(tmp_path: Path) -> None:
    text = (
        "Student,Service,Minutes,Frequency\nAna Example,OT,45,biweekly\nBen Sample,OT,30,biweekly\n"
        "Cal Sample,OT,30,biweekly\n"
    )
    made = seen([written(tmp_path, "team.csv", text)], tmp_path / "into")
    assert questions(made) == ["45 min biweekly", "30 min biweekly"]
    first = next(each for each in made.questions if each.of == "45 min biweekly")
    assert [each.value for each in first.likely] == ["2 x 45 min weekly", "45 min every 2 weeks", "leave_out"]


def test_a_frequency_that_says_its_minutes_is_read_alone(tmp_path: Path) -> None:
    text = "Student,Service,Minutes,Frequency\nAna Example,OT,45,2 x 30 min weekly\nBen Sample,OT,,weekly\n"
    made = seen([written(tmp_path, "team.csv", text)], tmp_path / "into")
    assert promises(made) == ["2 x 30 min weekly"]
    assert questions(made) == ["weekly"]


def test_the_minutes_of_a_week_are_laid_on_its_sessions(tmp_path: Path) -> None:
    # 60 minutes a week in 2 sessions are 30 each; 45 a week beside "monthly" can be either.
    text = (
        "Student,Service,Minutes per week,Frequency\nAna Example,OT,60,2x weekly\nBen Sample,OT,45,weekly\n"
        "Cal Sample,OT,45,monthly\n"
    )
    made = seen([written(tmp_path, "team.csv", text)], tmp_path / "into")
    assert promises(made) == ["60 min total, 2x weekly", "45 min weekly"]
    assert ("60 min total, 2x weekly", "2 sessions of 30 minutes each week: 60 minutes a week", 1) in taken(made)
    assert questions(made) == ["45 min per week, monthly"]


def test_a_duration_beside_sessions_in_words_is_asked_about(tmp_path: Path) -> None:
    text = "Student,Service,Duration,Frequency\nAna Example,OT,30,2x weekly\n"
    path = written(tmp_path, "team.csv", text)
    made = seen([path], tmp_path / "into")
    assert ("duration_is", "30 minutes, 2 a week") in asked(made)
    for answer, words in (("per_session", "30 min 2x weekly"), ("per_interval", "30 min total, 2x weekly")):
        into = tmp_path / answer
        (into / "mappings").mkdir(parents=True)
        (into / "mappings" / "team.csv.yaml").write_text(f"duration_is: {answer}\n", encoding="utf-8")
        assert promises(seen([path], into)) == [words]


def test_two_a_sem_is_asked_as_two_a_week_or_two_a_semester(tmp_path: Path) -> None:
    made = seen(
        [written(tmp_path, "team.csv", "Student,Service,Minutes,Frequency\nAna Example,OT,30,2x/sem\n")],
        tmp_path / "into",
    )
    question = next(each for each in made.questions if each.kind == "promise")
    assert question.of == "30 min 2x/sem"
    assert [each.value for each in question.likely] == ["2 x 30 min weekly", "2 x 30 min per semester", "leave_out"]
