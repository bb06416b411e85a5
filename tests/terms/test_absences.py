"""The kinds of absence, each read as a reason of the right party, or asked about."""

import pytest

from makegood.terms.absences import AbsenceTable, Question, absence_kind


@pytest.mark.parametrize(
    ("table", "word", "reason"),
    [
        ("provider_absences", None, "provider_absent"),
        ("provider_absences", "Absent", "provider_absent"),
        ("provider_absences", "training", "provider_other_duty"),
        ("provider_absences", "vacancy", "vacancy"),
        ("provider_absences", "Long-term leave", "long_term_leave"),
        ("provider_absences", "el puesto estaba vacante", "vacancy"),
        ("student_absences", None, "student_absent"),
        ("student_absences", "absent", "student_absent"),
        ("student_absences", "Unexcused", "student_absent"),
        ("student_absences", "excused absence", "student_absent"),
        ("student_absences", "suspended", "student_suspended"),
        ("student_absences", "school_activity", "school_activity"),
    ],
)
def test_a_kind_is_read_as_the_reason_that_it_means(table: AbsenceTable, word: str | None, reason: str) -> None:
    assert absence_kind(word, table) == reason


def test_leave_is_asked_about_with_both_lengths() -> None:
    asked = absence_kind("Leave", "provider_absences")
    assert isinstance(asked, Question)
    assert asked.answers == ("long_term_leave", "provider_absent")


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("provider_absences", "student_absent"),
        ("provider_absences", "holiday"),
        ("student_absences", "vacancy"),
        ("student_absences", "provider_absent"),
        ("student_absences", "unrecorded"),
        ("provider_absences", "other"),
    ],
)
def test_a_reason_of_another_party_is_asked_about(table: AbsenceTable, word: str) -> None:
    asked = absence_kind(word, table)
    assert isinstance(asked, Question)
    assert word not in asked.answers


@pytest.mark.parametrize(
    ("table", "word"),
    [("provider_absences", "PTO"), ("student_absences", "A1"), ("provider_absences", "suspended"),
     ("student_absences", "training"), ("student_absences", "leave")],
)  # fmt: skip
def test_any_other_word_may_only_be_a_local_code(table: AbsenceTable, word: str) -> None:
    assert absence_kind(word, table) is None
