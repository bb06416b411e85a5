import pytest

from makegood.terms.echo import NOT_SHOWN, Public, echo, quoted, shown
from makegood.terms.findings import Finding, Origin


@pytest.mark.parametrize(
    "text",
    ["31/31/2027", "3O", "30.5", "-1", "absnt", "Student Absent", "speech", "30 minutes", "thirty", "n/a", "Sept 14"],
)
def test_a_slip_of_the_keys_is_repeated(text: str) -> None:
    assert echo(text) == text


@pytest.mark.parametrize("id_", ["004217", "S1", "SLP-0217", "speech-2", "mre-2026-27", "L1"])
def test_an_id_that_looks_like_one_is_repeated(id_: str) -> None:
    assert echo(id_, dates=False) == id_
    assert quoted(id_) == f"'{id_}'"


@pytest.mark.parametrize(
    "text",
    [
        "Anna", "ANNA", "Li", "Anna Musterfrau", "O'Brien", "Musterfrau2018", "Anna 2", "May", "April", "Núñez", "Иван",
        "Anna was absent", "speech for Anna", "x" * 200, "9" * 200,
    ],
)  # fmt: skip
def test_what_can_be_a_name_is_not_repeated(text: str) -> None:
    assert echo(text) is None
    assert shown(text) == quoted(text) == NOT_SHOWN


@pytest.mark.parametrize("day", ["2018-03-02", "3/2/2018", "2.3.18", "born 2018-03-02", "2018-03-02 00:00:00"])
def test_a_date_is_no_id_and_is_not_repeated_where_it_can_be_a_birth_date(day: str) -> None:
    assert shown(day) == NOT_SHOWN
    assert Finding("error", "any", "Says.", Origin("students", 2, "grade"), found=day).found is None


def test_a_date_of_another_table_is_repeated() -> None:
    assert Finding("error", "any", "Says.", Origin("sessions", 2, "date"), found="2018-13-02").found == "2018-13-02"


def test_a_text_that_is_about_no_person_is_repeated_whole() -> None:
    assert echo(Public("us-il\x1b inherits")) == "us-il[U+001B] inherits"


def test_a_finding_is_one_line_whatever_it_says() -> None:
    finding = Finding("error", "any", "One\nerror: two\x1b[1m", Origin("a\nb", 2), found="3O\n4", expected="\u202e5")
    assert finding.line() == "error: a b, row 2: One error: two[U+001B][1m Found: '3O 4'. Needed: [U+202E]5. [any]"
