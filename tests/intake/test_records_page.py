from tests.intake.records_page import PAGE, page


def test_the_page_about_records_says_what_the_tables_and_checks_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.intake.records_page"
