import pytest

from makegood.terms.visible import unseen_in, visible, visible_lines, without_unseen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana María Ñandú", "Ana María Ñandú"),
        ("A\x1b[2Jna", "A[U+001B][2Jna"),
        ("S1\u202e2", "S1[U+202E]2"),
        ("S\u200b1", "S[U+200B]1"),
        ("S\u20661\u2069", "S[U+2066]1[U+2069]"),
        ("\ufeffS1\x00", "[U+FEFF]S1[U+0000]"),
        ("one\r\ntwo\tthree\u2028four", "one two three four"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_what_nobody_sees_is_shown_and_a_cell_stays_on_its_line(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_letters_that_need_a_joiner_keep_it() -> None:
    persian = "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert visible(persian) == persian
    assert visible("क्\u200dष") == "क्\u200dष"
    assert visible("an\u200cna") == "an[U+200C]na"


def test_a_text_of_several_lines_keeps_them() -> None:
    assert visible_lines("one\n\ttwo\x07\n") == "one\n\ttwo[U+0007]\n"


def test_what_is_left_out_is_named_once() -> None:
    assert without_unseen("S\u200b1\u200b\nx") == "S1 x"
    assert unseen_in("S\u200b1\u200b\nx") == ["U+200B"]
    assert unseen_in("S1\nx") == []
