"""Commands ask the room answers: none counts, plans or joins rooms on its own, apart from a few that are named."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

COUNTING = ("ledger", "log", "calendars", "statements", "planner", "week")
"""The rooms that count minutes or plan with them."""
SHAPES = {
    "ledger": {"Ledger", "Miss", "ServiceAccount", "MISS_COLUMNS", "UnusableRecordsError"},
    "ledger.state": {"is_state"},
    "ledger.parquet": {"write_parquet"},
    "statements.compare.comparison": {"COMPARED", "Comparison"},
    "statements.explain.explanation": {"Explanation"},
    "statements.notices.notice": {"NoticeDue", "NoticeStatus"},
    "statements.notices.running": {"RunningClock"},
    "statements.owed.line": {"BYS", "SUMS", "By", "OwedLine"},
    "statements.owed.work_list": {"totals_of"},
    "statements.pace.pace": {"Pace"},
    "statements.statement.child": {"statement_as_dict"},
    "statements.statement.page": {"statement_html"},
    "statements.statement.terminal": {"print_statement"},
    "statements.weekday": {"rate_in_words", "sentences"},
    "statements.wording.words": {"words_of"},
    "planner.accept.acceptance": {"Acceptance"},
    "planner.accept.write": {"write_acceptance"},
    "planner.capacity.week": {"WEEK_COLUMNS", "Capacity", "Week"},
    "planner.capacity.words": {"HOW", "WHOSE", "verdicts", "whose_week"},
    "planner.explain.accounts": {"Account", "Line"},
    "planner.explain.placed": {"Placed"},
    "planner.explain.words": {"plain"},
    "planner.figures": {"by_provider", "reasons", "settled"},
    "planner.fixes": {"Fix"},
    "planner.misses": {"key_of"},
    "planner.pictures.page": {"pages"},
    "planner.what_if.comparison": {"Row"},
    "planner.what_if.in_short": {"COLUMNS", "EXPLAINED", "in_short"},
    "planner.what_if.reader": {"read_what_if"},
    "planner.wording": None,
    "week.accept": {"Agreed", "write_agreed"},
    "week.caseload": {"Caseload"},
    "week.grid": {"Line", "grid_of"},
    "week.moves": {"Move"},
    "week.page": {"week_page"},
    "week.pattern": {"DAYS"},
    "week.reasons": {"REASONS", "STEPS", "Why"},
    "week.week": {"Week"},
    "week.week_json": {"Proposed", "is_week", "read_week", "week_json"},
    "week.wording": None,
}
"""What a command needs to render an answer, to read a file that it is given, or to write one: values, words, pages.
None: all of a module's names."""
BY_THEMSELVES = {
    "state": "it folds a state's files where they lie: they never become `Records`",
    "store": "it writes many folders in the layout of a state, one after the other",
}
"""Commands that ask the ledger themselves, and why."""


def of_counting_rooms(source: str) -> Iterator[tuple[str, str]]:
    """Yield what a file takes from the rooms that count: module and name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            taken = [(each.name, "") for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            taken = [(node.module or "", each.name) for each in node.names]
        else:
            continue
        for module, name in taken:
            within = module.removeprefix("makegood.") if module != "makegood" else name
            if within.partition(".")[0] in COUNTING:
                yield within, name


def is_shape(module: str, name: str) -> bool:
    """Return whether a name counts nothing."""
    return module in SHAPES and (SHAPES[module] is None or name in (SHAPES[module] or ()))


def test_no_command_counts_by_itself(root: Path) -> None:
    found = [
        f"{path.name}: {module}.{name}"
        for path in (root / "src" / "makegood" / "cli").glob("*.py")
        if path.stem not in BY_THEMSELVES
        for module, name in of_counting_rooms(path.read_text(encoding="utf-8"))
        if not is_shape(module, name)
    ]
    assert not found, "ask the room answers, or say here why not"


def test_what_commands_may_take_is_taken_by_one(root: Path) -> None:
    taken = {
        pair
        for path in (root / "src" / "makegood" / "cli").glob("*.py")
        for pair in of_counting_rooms(path.read_text(encoding="utf-8"))
    }
    modules = {module for module, _ in taken}
    assert not [module for module, names in SHAPES.items() if names is None and module not in modules]
    assert not [
        (module, name) for module, names in SHAPES.items() for name in names or () if (module, name) not in taken
    ]


@pytest.mark.parametrize(
    "line",
    [
        "from makegood.ledger import ledger_of", "from makegood.log import Log", "import makegood.planner.gather",
        "from makegood.statements.pace.paces import pace_of", "from makegood import week",
        "def late():\n    from makegood.planner.make import make_plan",
    ],
)  # fmt: skip
def test_a_command_that_counts_is_seen(line: str) -> None:
    assert [pair for pair in of_counting_rooms(line) if not is_shape(*pair)]
