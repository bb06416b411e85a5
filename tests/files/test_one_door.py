"""A person's files are opened in one place: `makegood.files`. No other room opens, reads or lists any."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import makegood

HOUSE = Path(makegood.__file__).parent

READS = {"read_text", "read_bytes", "iterdir", "glob", "rglob", "scandir", "listdir", "walk"}
LIBRARIES = {"read_metadata", "from_path", "from_filelike", "from_object", "load_workbook", "read_table", "ParquetFile"}
OWN = {
    "statements/statement/page.py": "a style that comes with Makegood",
    "planner/pictures/page.py": "styles and scripts that come with Makegood",
    "intake/calendar_signs.py": "a list of words that comes with Makegood",
    "ledger/speed.py": "Makegood's own source",
    "imports/layouts/find.py": "the layouts that come with Makegood",
    "policies/reader.py": "the packs that come with Makegood",
    "policies/sentences.py": "the tests of those packs",
    "documents/docx_file.py": "the layout that comes with Makegood",
    "documents/glyphs.py": "the list of characters that comes with Makegood",
    "documents/pdf.py": "the layout that comes with Makegood",
    "documents/texts.py": "the templates that come with Makegood",
    "imports/words/lists.py": "lists of words that come with Makegood",
    "planner/accept/write.py": "what was just written",
    "web/backup.py": "the key that a site made for itself",
    "web/migrate.py": "the key that a site makes for itself",
    "web/setup/lay_out.py": "answers that were just written",
    "web/setup/work.py": "the folders that a site made for itself",
    "web/settings.py": "the key that a site made for itself",
}
"""Files that may read something, and what: none of it is a file that a person gives."""


def opened(source: str) -> Iterator[str]:
    """Yield what a file opens for reading or lists, with its line."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        # `read_bytes(path, most)` is the door itself; a path's own `read_bytes` goes around it.
        if name in LIBRARIES or (name in READS and isinstance(node.func, ast.Attribute)):
            yield f"{name} in line {node.lineno}"
        if name == "open" and _opens_a_file(node):
            yield f"open in line {node.lineno}"


def _opens_a_file(call: ast.Call) -> bool:
    """Tell `open(path)`, `path.open()` and `os.open(path, ...)` from methods of ours and from opening to write."""
    words = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    words += [each.value.value for each in call.keywords if each.arg == "mode" and isinstance(each.value, ast.Constant)]
    if any(word and set(word) <= set("rwxab+t") for word in words):
        return not any(set(word) & set("wxa") for word in words)
    if isinstance(call.func, ast.Name):
        return True
    owner = call.func.value
    return not call.args or (isinstance(owner, ast.Name) and owner.id in {"os", "io", "gzip", "codecs"})


def test_no_room_but_files_opens_or_lists_what_a_person_gives() -> None:
    found = {}
    for path in sorted(HOUSE.rglob("*.py")):
        place = path.relative_to(HOUSE).as_posix()
        told = list(opened(path.read_text(encoding="utf-8")))
        if told and not place.startswith("files/") and place not in OWN:
            found[place] = told
    assert found == {}


def test_every_exception_is_needed() -> None:
    unneeded = [place for place in OWN if not list(opened((HOUSE / place).read_text(encoding="utf-8")))]
    assert unneeded == []


@pytest.mark.parametrize(
    "line",
    [
        "open(path)", "open(path, 'rb')", "path.open()", "path.open('r')", "path.open(mode='rb')", "os.open(path, 0)",
        "path.read_text()", "path.read_bytes()", "folder.iterdir()", "folder.glob('*')", "os.listdir(folder)",
        "pq.read_table(path)", "CalamineWorkbook.from_path(path)", "gzip.open(path)",
    ],
)  # fmt: skip
def test_a_file_that_is_opened_elsewhere_is_found(line: str) -> None:
    assert list(opened(line)) != []


@pytest.mark.parametrize("line", ["path.open('w')", "path.open('wb')", "self._meetings.open(student)", "open(p, 'x')"])
def test_what_opens_no_file_for_reading_is_left_alone(line: str) -> None:
    assert list(opened(line)) == []
