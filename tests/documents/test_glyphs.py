"""What is taken for printable can be printed."""

from makegood.documents.glyphs import _printable, printed
from makegood.documents.pdf import pdf_of


def test_every_character_that_is_taken_for_printable_has_a_form_in_the_fonts() -> None:
    signs = [chr(each) for each in sorted(_printable()) if chr(each).isprintable() and not chr(each).isspace()]
    # Each with a blank after it, so that no two become one form.
    words = " ".join(sign if printed(f"a{sign}")[0] == f"a{sign}" else "a" for sign in signs)
    paper = {
        "kind": "t", "lang": "en", "title": "T", "date": [2027, 3, 12], "foot": "F", "made": "M",
        "blocks": [{"type": "paragraph", "runs": [{"text": words}]}, {"type": "heading", "level": 2, "text": words}],
    }  # fmt: skip
    data, _ = pdf_of(paper)  # type: ignore[arg-type]
    assert data.startswith(b"%PDF-1.7")


def test_a_very_long_word_can_go_on_in_the_next_line_and_an_address_stays_whole() -> None:
    assert printed("x" * 70)[0] == "\u200b".join(["x" * 30, "x" * 30, "x" * 10])
    address = "https://example.org/" + "a" * 40
    assert printed(address)[0] == address
