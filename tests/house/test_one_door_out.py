"""Text leaves by one door: no command prints past it, and nothing that it prints acts on a terminal."""

import ast
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.house.run_here import makegood
from tests.intake.folders import SOUND, write_folder

from makegood.cli.write import json_text

DOORS = {
    "cli/out.py": "plain text",
    "cli/paper.py": "tables",
    "cli/progress.py": "whether anybody looks",
    "files/workbook_worker.py": "a pipe between two processes of ours",
}
EVIL = "Eve\x1b[2J\x07\u202eil\u200b\u2066\x9b31m"
BAD = ("\x1b", "\x07", "\u202e", "\u200b", "\u2066", "\x9b", "\x00")
DAY = ("--as-of", "2026-11-20")


def past_the_door(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of a file that print by themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            named = (
                called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
            )
            whose = ast.unparse(called.value) if isinstance(called, ast.Attribute) else ""
            if isinstance(called, ast.Name) and named in {"print", "Console"}:
                yield node.lineno
            if whose in {"typer", "click", "rich"} and named in {"echo", "secho", "print", "echo_via_pager"}:
                yield node.lineno
            if whose.startswith(("sys.stdout", "sys.stderr")) or named == "Console":
                yield node.lineno


def test_no_file_prints_past_the_door(root: Path) -> None:
    source = root / "src" / "makegood"
    found = [
        f"{path.relative_to(source)}:{line}"
        for path in source.rglob("*.py")
        if path.relative_to(source).as_posix() not in DOORS
        for line in past_the_door(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found


@pytest.mark.parametrize("words", ["print('a')", "typer.echo('a')", "sys.stderr.write('a')", "Console().print('a')"])
def test_printing_past_the_door_is_seen(words: str) -> None:
    assert list(past_the_door(ast.parse(words)))


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """Return a folder whose names and notes try to act on what shows them."""
    students = SOUND["students"].replace("Ana,Example", f"{EVIL},{EVIL}")
    providers = SOUND["providers"].replace("R. Sample", f'"{EVIL}\nerror: all is lost"')
    schools = SOUND["schools"].replace("Maple Ridge Elementary", f'"{EVIL}\r\nSchool"')
    calendar = SOUND["calendar"].replace("Labor Day", f"{EVIL}")
    return write_folder(
        tmp_path / "records", {"students": students, "providers": providers, "schools": schools, "calendar": calendar}
    )


@pytest.mark.parametrize(
    "words",
    [
        ("check",), ("check", "--format", "json"), ("ledger",), ("owed", "--by", "provider", "--names"),
        ("owed", "--by", "provider", "--names", "--format", "csv"), ("statement", "--student", "004217"),
        ("statement", "--student", "004217", "--format", "json"), ("explain", "L2"), ("notices",), ("capacity",),
        ("statement", "--student", f"no{EVIL}body"), ("ledger", "--as-of", f"\x1b{EVIL}"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_nothing_that_is_printed_acts_on_a_terminal(
    words: tuple[str, ...], evil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verb, *more = words
    done = makegood(monkeypatch, verb, evil, *(() if "--as-of" in more else DAY), *more)
    assert done.code in {0, 2}, done.said
    assert not [sign for sign in BAD if sign in done.out + done.said]
    assert not any(line.startswith("error: all is lost") for line in (done.out + done.said).splitlines())


def test_nothing_on_a_page_acts_on_a_reader(evil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = makegood(monkeypatch, "statement", evil, "--student", "004217", *DAY, "--html", tmp_path / "page.html")
    assert done.code == 0, done.said
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Eve" in page
    assert not [sign for sign in BAD if sign in page]
    assert "\\202e" not in page


def test_json_escapes_what_is_not_seen_and_stays_the_same_data() -> None:
    value = {"name": f"{EVIL}\x00\U000e0041\ud800é"}
    text = json_text(value)
    assert not [sign for sign in BAD if sign in text]
    assert "é" in text
    assert json.loads(text) == value


def test_ids_of_any_length_and_with_line_breaks_can_be_accounted_for(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(root / "examples" / "one-child", tmp_path / "records")
    long = "S" + "9" * 5_000
    for name in ("students", "services"):
        path = folder / f"{name}.csv"
        rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
        at = rows[0].index("student_id")
        for row in rows[1:]:
            row[at] = f'"{long}\n1"'
        path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    for words in (("check",), ("ledger",), ("owed",), ("statement", "--student", f"{long} 1"), ("pace",), ("notices",)):
        done = makegood(monkeypatch, words[0], folder, *words[1:], *DAY)
        assert done.code == 0, done.said[:300]
