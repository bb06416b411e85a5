"""What a message tells somebody to type is there: every command and option that a sentence of the program names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.conftest import ROOT
from tests.house.test_documents import PAGES

from makegood.cli.verbs import VERBS, load

SOURCE = ROOT / "src" / "makegood"
COMMAND = re.compile(r"\bmakegood ([a-z]+)(?: ([a-z]+))?([^'`\n;]*)")
OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]*)")
OF_ALL = {"help", "version"}


def options_of(verb: str, second: str | None = None) -> set[str]:
    """Return the options of a verb, and of one of its own verbs; of all of these where none is named."""
    loaded = load(verb)
    below = getattr(loaded, "commands", {})
    chosen = [below[second]] if second in below else [loaded, *below.values()]
    names = {name for each in chosen for param in each.params for name in param.opts}
    return OF_ALL | {name.removeprefix("--") for name in names if name.startswith("--")}


def sentences(path: Path) -> Iterator[str]:
    """Yield the texts in a file of code that a person may read; a blank of theirs is an X."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def wrong_in(text: str, of_file: set[str]) -> Iterator[str]:
    """Yield the commands and options in a text that are not there.

    Args:
        text: The text.
        of_file: The options that may be named without their command.
    """
    rest = text
    for found in COMMAND.finditer(text):
        verb, second, more = found.groups()
        if verb in VERBS:
            yield from (f"{verb} --{each}" for each in OPTION.findall(more) if each not in options_of(verb, second))
            rest = rest.replace(found.group(), "")
        elif OPTION.search(more):
            yield f"{verb}: no such command"
    yield from (f"--{each}" for each in OPTION.findall(rest) if each not in of_file)


def test_every_option_that_a_message_names_is_one_of_its_command() -> None:
    anywhere = {name for verb in VERBS for name in options_of(verb)}
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        # A file of the command line speaks of its own verb; the others of any.
        own = path.stem.partition("_")[0] if path.parent.name == "cli" else ""
        verb = "import" if own == "import" else own
        of_file = options_of(verb) if verb in VERBS else anywhere
        wrong += [f"{path.relative_to(SOURCE)}: {each}" for text in sentences(path) for each in wrong_in(text, of_file)]
    assert wrong == []


def test_every_option_in_a_command_of_a_page_is_one_of_it() -> None:
    wrong = []
    for page in PAGES:
        for line in page.read_text(encoding="utf-8").splitlines():
            spans = [line] if line.startswith("    ") else re.findall(r"`([^`]+)`", line)
            for text in spans:
                for verb, second, more in COMMAND.findall(text):
                    bad = set(OPTION.findall(more)) - options_of(verb, second) if verb in VERBS else set()
                    wrong += [f"{page.name}: {verb} --{each}" for each in sorted(bad)]
    assert wrong == []


def test_a_wrong_option_would_be_found() -> None:
    of_owed = options_of("owed")
    assert list(wrong_in("Now: makegood owed X --folder X", set())) == ["owed --folder"]
    assert list(wrong_in("'makegood policy show ID --folder X' or makegood policy test --folder X", set())) == [
        "policy --folder"
    ]
    assert list(wrong_in("makegood owe X --by student", set())) == ["owe: no such command", "--by"]
    assert list(wrong_in("--by student, --every: more", of_owed)) == ["--every"]
