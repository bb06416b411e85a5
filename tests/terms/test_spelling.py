"""A proposal is made for a slip of the keys, and never for another meaning."""

import pytest

from makegood.terms.reasons import REASONS
from makegood.terms.spelling import slip_of


@pytest.mark.parametrize("word", ["servces", "servicees", "servises", "serivces", "ervices", "servicesx"])
def test_one_letter_too_few_too_many_another_or_swapped_is_a_slip(word: str) -> None:
    assert slip_of(word, ["services", "sessions"]) == "services"


@pytest.mark.parametrize("word", ["student_left", "teacher_absent", "student_lates", "studnt_ablate", "provider", ""])
def test_another_word_is_no_slip_of_a_reason(word: str) -> None:
    # `student_lates` is one letter from `student_late` and so a slip; the others mean something else.
    assert slip_of(word, REASONS) == ("student_late" if word == "student_lates" else None)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("team", ["term"]),
        ("policy1", ["policy2"]),
        ("grade3", ["grade"]),
        ("lates", ["dates", "later"]),
        ("late", ["later"]),
    ],
    ids=["short words", "numbers", "a number more", "two that fit", "a short word and a longer one"],
)
def test_where_a_letter_can_make_another_meaning_nothing_is_proposed(word: str, known: list[str]) -> None:
    assert slip_of(word, known) is None
