"""Many findings of one kind become one that counts them."""

from makegood.intake.folded import folded
from makegood.terms.findings import Finding, Origin


def test_a_column_of_ids_that_became_numbers_is_told_once_and_counted() -> None:
    found = [
        Finding("warning", "id_as_number", "Read as a number.", Origin("students", row, "student_id"))
        for row in (2, 3, 4)
    ]
    first, rest = folded(found)
    assert first == found[0]
    assert rest.message.startswith("2 more rows like the one above, the first of them row 3.")


def test_other_kinds_are_shown_each() -> None:
    found = [Finding("error", "bad_date", "No date.", Origin("sessions", row, "date")) for row in (2, 3, 4)]
    assert list(folded(found)) == found
