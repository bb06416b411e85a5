"""Many findings of one kind become one that counts them."""

from collections.abc import Iterator
from dataclasses import replace

from makegood.intake.folded import folded
from makegood.terms.findings import Alike, Finding, Origin


def dates(*rows: int | None) -> list[Finding]:
    return [Finding("error", "bad_date", "No date.", Origin("sessions", row, "date"), found=f"{row}") for row in rows]


def test_a_hundred_of_one_kind_in_one_column_are_one_that_names_the_first_three_rows() -> None:
    found = dates(*range(2, 102))
    (one,) = folded(found)
    assert one == replace(found[0], message="No date. There are 100 like this, in rows 2, 3, 4 and 97 more.")


def test_ten_are_shown_each_because_each_has_its_own_value() -> None:
    assert list(folded(dates(*range(2, 12)))) == dates(*range(2, 12))
    assert len(list(folded(dates(*range(2, 13))))) == 1


def test_findings_of_other_columns_tables_and_levels_stay_apart() -> None:
    found = dates(*range(2, 102))
    others = [
        replace(found[0], origin=Origin("sessions", 2, "reason")),
        replace(found[0], origin=Origin("awards", 2, "date")),
        replace(found[0], level="warning"),
        replace(found[0], code="short_year"),
    ]
    assert list(folded([*found, *others]))[1:] == others


def test_a_column_of_ids_that_became_numbers_is_told_once() -> None:
    found = [replace(one, level="warning", code="id_as_number") for one in dates(2, 3)]
    assert [one.message for one in folded(found)] == ["No date. There are 2 like this, in rows 2 and 3."]


def test_findings_without_a_row_are_counted() -> None:
    (one,) = folded(dates(*[None] * 11))
    assert one.message == "No date. There are 11 like this."


def test_very_many_that_are_made_when_they_are_read_fold_like_those_that_are_there() -> None:
    made: list[Finding] = []

    def each() -> Iterator[Finding]:
        for one in dates(*range(2, 102)):
            made.append(one)
            yield one

    alike = Alike("error", "bad_date", "sessions", "date", 100, each)
    assert list(folded([alike])) == list(folded(dates(*range(2, 102))))
    assert len(made) == 3
    few = Alike("error", "bad_date", "sessions", "date", 2, lambda: iter(dates(2, 3)))
    assert list(folded([few])) == dates(2, 3)
