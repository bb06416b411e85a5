"""The page of questions and its tests keep step."""

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "questions.md"
COMMANDS = {
    "ledger", "statement", "owed", "explain", "pace", "weekday", "policy", "mandate", "check", "plan", "capacity",
}  # fmt: skip


def _answers() -> dict[str, str]:
    parts = re.split(r"^\*\*Q(\d+)\. ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _tested() -> set[str]:
    tests = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    return set(re.findall(r"^def test_q(\d+)_", tests, flags=re.MULTILINE))


def test_every_question_is_tested_or_says_that_records_cannot_answer_it() -> None:
    tested = _tested()
    left = [
        number
        for number, answer in _answers().items()
        if number not in tested and "records cannot answer this" not in answer.lower()
    ]
    assert left == []


def test_every_tested_question_is_on_the_page() -> None:
    assert _tested() <= _answers().keys()


def test_every_question_names_a_command_that_is_there() -> None:
    for number, answer in _answers().items():
        named = re.findall(r"`makegood (\w+)", answer)
        assert named, f"Q{number} names no command"
        assert set(named) <= COMMANDS, f"Q{number} names {named}"
