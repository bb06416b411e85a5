"""A column of a sheet by its letters, as spreadsheets name it."""

from typing import Final

_A: Final = 26


def letters(place: int) -> str:
    """Return the letters of a column: place 0 is A, place 26 is AA."""
    text, number = "", place + 1
    while number > 0:
        number, rest = divmod(number - 1, _A)
        text = chr(65 + rest) + text
    return text


def place_of(name: bytes) -> int:
    """Return the place of a column by its letters, in capitals or small: A is 0, AA is 26."""
    number = 0
    for letter in name.upper():
        number = number * _A + letter - 64
    return number - 1
