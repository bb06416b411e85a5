"""Where a row comes from, in the language of who reads it."""

import pytest

from makegood.terms.place_words import source_in_words


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("log.xlsx, Fall log, row 12", "log.xlsx, Fall log, fila 12"),
        ("list.csv, row 2", "list.csv, fila 2"),
        ("grid.xlsx, Sept., cell AB7", "grid.xlsx, Sept., celda AB7"),
        ("grid.xlsx, column C", "grid.xlsx, columna C"),
        ("front row, row 3", "front row, fila 3"),
        ("IEP of 2026-03-05", "IEP of 2026-03-05"),
        ("row 2", "row 2"),
        ("minutes, row of ten", "minutes, row of ten"),
    ],
)
def test_only_the_words_for_the_place_are_of_the_readers_language(source: str, says: str) -> None:
    assert source_in_words(source, "es") == says
    assert source_in_words(source, "en") == source
