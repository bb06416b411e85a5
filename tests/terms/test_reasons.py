"""A reason may be written as it is printed, in either language."""

import pytest

from makegood.terms.reasons import IN_SPANISH, IN_WORDS, REASONS, reason_of

GENERAL = {"holiday": {"holiday", "no_school"}}
"""Papers have one phrase for a holiday and for any day without school."""


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_read_as_it_is_printed(reason: str) -> None:
    for printed in (reason, IN_WORDS[reason], IN_SPANISH[reason]):
        assert reason_of(printed) in GENERAL.get(reason, {reason})


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Student Absent", "student_absent"),
        ("STUDENT-ABSENT", "student_absent"),
        ("  student  absent. ", "student_absent"),
        ("Your child was absent.", "student_absent"),
        ("The student was absent", "student_absent"),
        ("the teacher was absent", "provider_absent"),
        ("The provider was absent", "provider_absent"),
        ("your child did not want to take part", "student_refused"),
        ("No therapist was available", "long_term_leave"),
        ("A doctor\u2019s order was missing", "no_prescription"),
        ("The family canceled", "family_cancelled"),
        ("su hijo(a) falt\u00f3", "student_absent"),
        ("SU HIJA FALTO", "student_absent"),
        ("El estudiante falt\u00f3.", "student_absent"),
        ("su hija estaba suspendida", "student_suspended"),
        ("su hijo(a) estaba suspendido(a)", "student_suspended"),
        (
            "la terapeuta ten\u00eda una reuni\u00f3n, una evaluaci\u00f3n o una capacitaci\u00f3n",
            "provider_other_duty",
        ),
        ("No hubo clases ese d\u00eda", "no_school"),
        ("huelga", "strike"),
        ("nothing on record", "unrecorded"),
        ("sin registro", "unrecorded"),
    ],
)
def test_case_accents_blanks_and_periods_do_not_matter(written: str, reason: str) -> None:
    assert reason_of(written) == reason


@pytest.mark.parametrize("word", ["", ".", "absent", "student", "student_left", "SA", "the student", "faltó", "late"])
def test_what_has_no_meaning_or_two_is_no_reason(word: str) -> None:
    assert reason_of(word) is None
