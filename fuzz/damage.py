"""Ways to damage bytes, lines and cells."""

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any, Final

CELLS: Final = (
    *("", " ", "0", "-1", "1", "007", "1e300", "9" * 400, "nan", "inf", "30.5", "1,000", "½", "²", "٣", "TRUE", "=1+1"),
    *("2026-09-14", "9/5/2026", "2026-02-30", "0001-01-01", "9999-12-31", "26-9-1", "2026-09-14T09:00", "1990-01-01"),
    *("09:30", "24:00", "9:30 PM", "25:61", "Monday", "7", "A", "week", "year", "cycle", "2 x 30 min weekly", "x x x"),
    *("provider_absent", "vacancy", "owed", "declined", "make_up", "regular", "yes", "no", "?", "us-il", "C26", "SV1"),
    *("L1", "L2", "S1;S2;;", "a\u202eb", "\x1b[31mred", "a\nb", 'a"b', "<script>", "&amp;", "\ufeff", "\U0001f600"),
    *("x" * 3000, "(" * 500, "Ana Éxample", "__proto__", "../../etc", "-" * 100, ";" * 50, "1-2", "\t", "\u00a0"),
)
BYTES: Final = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n\n", b'"', b",", b";", b"\t", b"\x80", b"\x1b[2J"),
    *(b"[" * 60, b"{", b"}", b": ", b"- ", b"&a *a", b"!!x ", b"%", b"'", b"|", b">", b"<", b"&#0;", b"9" * 50, b"-"),
)


def bytes_of(data: bytes, rng: Random) -> bytes:
    """Return data with one to four things done to it."""
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(_BYTES)(data, rng)
    return data


def lines_of(text: str, rng: Random, words: Sequence[str] = CELLS) -> str:
    """Return a text whose lines were moved, doubled, dropped, cut or filled with words."""
    lines = text.splitlines()
    for _ in range(rng.randint(1, 5)):
        if not lines:
            break
        at = rng.randrange(len(lines))
        rng.choice(_LINES)(lines, at, rng, words)
    return rng.choice(["\n", "\n", "\n", "\r\n", "\r"]).join(lines) + rng.choice(["\n", ""])


def mild_rows_of(rows: list[list[str]], rng: Random) -> list[list[str]]:
    """Return a table with one or two cells, rows or their order changed, each cell to what its column may hold."""
    rows = [list(row) for row in rows]
    for _ in range(rng.randint(1, 2)):
        if len(rows) > 2 and rows[0]:
            rng.choice(_MILD)(rows, rng)
    return rows


def mild_lines_of(text: str, rng: Random) -> str:
    """Return a text in which the values of two lines changed places, or a line was left out or moved."""
    lines = text.splitlines()
    for _ in range(rng.randint(1, 2)):
        if len(lines) > 1:
            rng.choice((_drop_line, _move_line, _swap_values, _swap_values, _swap_values))(
                lines, rng.randrange(len(lines)), rng, ()
            )
    return "\n".join(lines) + "\n"


def value_within(value: Any, rng: Random, words: Sequence[Any]) -> None:
    """Put another value for one that is somewhere within."""
    while True:
        places = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not places:
            return
        at = rng.choice(places)
        inner = value[at]
        if isinstance(inner, dict | list) and inner and rng.random() < 0.8:
            value = inner
            continue
        # A copy: a list that is put in twice would be changed in both places, or put into itself.
        value[at] = deepcopy(rng.choice(words))
        return


def rows_of(rows: list[list[str]], rng: Random) -> list[list[str]]:
    """Return a table, its header first, with one to six things done to its cells, rows and columns."""
    rows = [list(row) for row in rows]
    for _ in range(rng.randint(1, 6)):
        if len(rows) > 1 and rows[0]:
            rng.choice(_ROWS)(rows, rng)
    return rows


def _span(length: int, rng: Random) -> tuple[int, int]:
    begin = rng.randint(0, length)
    return begin, min(length, begin + rng.choice([1, 2, 8, 64, length]))


def _cut(data: bytes, rng: Random) -> bytes:
    begin, end = _span(len(data), rng)
    return data[:begin] + data[end:]


def _double(data: bytes, rng: Random) -> bytes:
    begin, end = _span(len(data), rng)
    return data[:end] + data[begin:end] * rng.choice([1, 3]) + data[end:]


def _flip(data: bytes, rng: Random) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def _insert(data: bytes, rng: Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(BYTES) * rng.choice([1, 1, 1, 40]) + data[at:]


def _end(data: bytes, rng: Random) -> bytes:
    return data[: rng.randint(0, len(data))]


_BYTES: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (_cut, _double, _flip, _flip, _insert, _insert, _end)


def _drop_line(lines: list[str], at: int, _: Random, __: Sequence[str]) -> None:
    del lines[at]


def _double_line(lines: list[str], at: int, rng: Random, _: Sequence[str]) -> None:
    lines[at:at] = [lines[at]] * rng.choice([1, 2, 200])


def _move_line(lines: list[str], at: int, rng: Random, _: Sequence[str]) -> None:
    lines.insert(rng.randint(0, len(lines) - 1), lines.pop(at))


def _indent_line(lines: list[str], at: int, rng: Random, _: Sequence[str]) -> None:
    lines[at] = rng.choice([" ", "  ", "\t", "    "]) + lines[at]


def _fill_line(lines: list[str], at: int, rng: Random, words: Sequence[str]) -> None:
    head, mark, _ = lines[at].partition(rng.choice([":", "=", ";", " "]))
    lines[at] = head + mark + rng.choice(words)


def _cut_line(lines: list[str], at: int, rng: Random, _: Sequence[str]) -> None:
    lines[at] = lines[at][: rng.randint(0, len(lines[at]))]


def _swap_values(lines: list[str], at: int, rng: Random, _: Sequence[str]) -> None:
    mark = ":" if ":" in lines[at] else "="
    alike = [place for place, line in enumerate(lines) if mark in line]
    other = rng.choice(alike or [at])
    head, _mark, value = lines[at].partition(mark)
    its_head, _mark, its_value = lines[other].partition(mark)
    lines[at], lines[other] = head + mark + its_value, its_head + mark + value


_LINES: Final = (_drop_line, _double_line, _move_line, _indent_line, _fill_line, _fill_line, _fill_line, _cut_line)


def _fill_cell(rows: list[list[str]], rng: Random) -> None:
    row = rng.choice(rows[1:])
    if row:
        row[rng.randrange(len(row))] = rng.choice(CELLS)


def _copy_cell(rows: list[list[str]], rng: Random) -> None:
    one, other = rng.choice(rows[1:]), rng.choice(rows[1:])
    if one and other:
        one[rng.randrange(len(one))] = rng.choice(other)


def _copy_in_column(rows: list[list[str]], rng: Random) -> None:
    at, one, other = rng.randrange(len(rows[0])), rng.choice(rows[1:]), rng.choice(rows[1:])
    if at < len(one) and at < len(other):
        one[at] = other[at]


def _blank_cell(rows: list[list[str]], rng: Random) -> None:
    row = rng.choice(rows[1:])
    if row:
        row[rng.randrange(len(row))] = ""


def _move_day(rows: list[list[str]], rng: Random) -> None:
    """Move a date by days, months or years, also to one that is no day."""
    dated = [(row, at) for row in rows[1:] for at, cell in enumerate(row) if _DAY.fullmatch(cell)]
    if dated:
        row, at = rng.choice(dated)
        year, month, day = row[at].split("-")
        row[at] = rng.choice(
            (
                f"{year}-{month}-{rng.randint(1, 31):02}",
                f"{year}-{rng.randint(1, 12):02}-{day}",
                f"{int(year) + 1}-{month}-{day}",
            )
        )


def _other_number(rows: list[list[str]], rng: Random) -> None:
    numbered = [(row, at) for row in rows[1:] for at, cell in enumerate(row) if cell.isdecimal()]
    if numbered:
        row, at = rng.choice(numbered)
        row[at] = rng.choice(("0", "1", "15", "30", "60", "480", "1440", "100000"))


def _double_as_other(rows: list[list[str]], rng: Random) -> None:
    """Add a row again under an id of its own."""
    row = list(rng.choice(rows[1:]))
    if row:
        row[0] = f"X{rng.randrange(10**6)}"
        rows.append(row)


def _fill_column(rows: list[list[str]], rng: Random) -> None:
    at, cell = rng.randrange(len(rows[0])), rng.choice(CELLS)
    for row in rows[1:]:
        if at < len(row):
            row[at] = cell


def _drop_column(rows: list[list[str]], rng: Random) -> None:
    at = rng.randrange(len(rows[0]))
    for row in rows:
        del row[at : at + 1]


def _rename_column(rows: list[list[str]], rng: Random) -> None:
    rows[0][rng.randrange(len(rows[0]))] = rng.choice([*CELLS, *rows[0]])


def _double_rows(rows: list[list[str]], rng: Random) -> None:
    begin = rng.randrange(1, len(rows))
    rows += [list(row) for row in rows[begin : begin + rng.choice([1, 5, 1000])] * rng.choice([1, 1, 20])][:2_000]


def _drop_row(rows: list[list[str]], rng: Random) -> None:
    del rows[rng.randrange(len(rows))]


def _ragged(rows: list[list[str]], rng: Random) -> None:
    row = rng.choice(rows)
    row += [""] * rng.randint(1, 3) if rng.random() < 0.5 else ["more"]


def _shuffle(rows: list[list[str]], rng: Random) -> None:
    body = rows[1:]
    rng.shuffle(body)
    rows[1:] = body


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MILD: Final = (
    *(_copy_in_column, _copy_in_column, _copy_in_column, _blank_cell, _move_day, _move_day, _other_number),
    *(_double_as_other, _double_as_other, _drop_row, _shuffle),
)
_ROWS: Final = (
    *(_fill_cell, _fill_cell, _fill_cell, _fill_cell, _copy_cell, _copy_cell, _fill_column, _drop_column),
    *(_rename_column, _double_rows, _drop_row, _ragged, _shuffle),
)
