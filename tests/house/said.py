"""What the source can say in a finding: the forms of its sentences, read out of the code without running it.

A form is a sentence in which each part that only a run knows is a `BLANK`. A part that is one of a few fixed words
gives a form for each of them.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from pathlib import Path
from typing import Final

from tests.house.source_file import SourceFile

BLANK: Final = "\0"
_MOST: Final = 40
"""A part with more fixed words than these is taken for a blank."""
_DEEP: Final = 12
_HIDE: Final = frozenset({"quoted", "shown", "echo", "written"})
"""What makes text of a cell: whatever it may be."""

_SENTENCE: Final = {"Finding": 2, "Doubt": 1, "Refusal": 1, "Question": 0}
_NEEDED: Final = {"Doubt": 2, "Refusal": 2}
"""At which place of what becomes a finding its sentence is, and what is needed instead."""
_ASKED: Final = "terms/absences.py"
"""The questions of this file become findings; those of an import are questions."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One form of a sentence, and where it is written."""

    form: str
    where: str = field(compare=False)


class Source:
    """The source under a folder, and what its expressions can be as text."""

    def __init__(self, root: Path) -> None:
        """Read all files."""
        self.root = root
        self.known: dict[int, set[str]] = {}
        self.under_way: set[int] = set()
        paths = sorted(root.rglob("*.py"))
        self.files = {path: SourceFile(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths}

    def said(self) -> Iterator[Said]:
        """Yield each form of each sentence of a finding."""
        for path, file, name, node in self._made():
            place = _SENTENCE[name]
            if len(node.args) > place:
                yield from self._forms(node.args[place], path, file)

    def given(self, to: Mapping[str, int], under: str = "") -> Iterator[Said]:
        """Yield each form of a text that is given to a function, by its name and the text's place.

        Args:
            to: The functions.
            under: The folder in which they are called.
        """
        for path, file in self.files.items():
            if path.relative_to(self.root).as_posix().startswith(under):
                for name, place in to.items():
                    for node in file.calls.get(name, ()):
                        if len(node.args) > place:
                            yield from self._forms(node.args[place], path, file)

    def needed(self) -> Iterator[Said]:
        """Yield each form of what a finding needs instead."""
        for path, file, name, node in self._made():
            given = next((each.value for each in node.keywords if each.arg == "expected"), None)
            place = _NEEDED.get(name)
            if given is None and place is not None and len(node.args) > place:
                given = node.args[place]
            if given is not None:
                yield from self._forms(given, path, file)

    def _made(self) -> Iterator[tuple[Path, SourceFile, str, ast.Call]]:
        for path, file in self.files.items():
            for name in _SENTENCE:
                if name != "Question" or path == self.root / _ASKED:
                    for node in file.calls.get(name, ()):
                        yield path, file, name, node

    def _forms(self, node: ast.expr, path: Path, file: SourceFile) -> Iterator[Said]:
        where = f"{path.relative_to(self.root).as_posix()}:{node.lineno}"
        for form in sorted(self.texts(node, file)):
            yield Said(form, where)

    def texts(self, node: ast.expr | None, file: SourceFile, deep: int = 0) -> set[str]:
        """Return what an expression can be as text."""
        if node is None or deep > _DEEP or id(node) in self.under_way:
            return {BLANK}
        if id(node) not in self.known:
            self.under_way.add(id(node))
            self.known[id(node)] = self._texts(node, file, deep)
            self.under_way.discard(id(node))
        return self.known[id(node)]

    def _texts(self, node: ast.expr, file: SourceFile, deep: int) -> set[str]:
        match node:
            case ast.Constant(value=str(text)):
                found = {text}
            case ast.Constant(value=None):
                found = set()
            case ast.JoinedStr(values=parts):
                found = _joined([self._part(each, file, deep + 1) for each in parts])
            case ast.IfExp(body=one, orelse=other):
                found = self.texts(one, file, deep + 1) | self.texts(other, file, deep + 1)
            case ast.BoolOp(values=several):
                found = set().union(*(self.texts(each, file, deep + 1) for each in several))
            case ast.BinOp(op=ast.Add(), left=left, right=right):
                found = _joined([self.texts(left, file, deep + 1), self.texts(right, file, deep + 1)])
            case ast.Name():
                found = self._name(node, file, deep + 1)
            case ast.Subscript(value=mapping):
                found = self._values(mapping, file, deep + 1)
            case ast.Call():
                found = self._called(node, file, deep + 1)
            case _:
                found = {BLANK}
        return found

    def _part(self, node: ast.expr, file: SourceFile, deep: int) -> set[str]:
        if isinstance(node, ast.FormattedValue) and node.conversion == ord("r"):
            # What is quoted is the record's word and never ours.
            return {BLANK}
        found = self.texts(node.value if isinstance(node, ast.FormattedValue) else node, file, deep)
        return found if len(found) <= _MOST else {BLANK}

    def _called(self, node: ast.Call, file: SourceFile, deep: int) -> set[str]:
        match node.func:
            case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="self"), attr=name):
                found = self._returned(name, file, deep)
            case ast.Attribute(value=mapping, attr="get"):
                found = self._values(mapping, file, deep).union(
                    *(self.texts(each, file, deep) for each in node.args[1:])
                )
            case ast.Attribute(value=text, attr="strip" | "rstrip" | "lstrip" | "removesuffix"):
                found = self.texts(text, file, deep)
            case ast.Attribute(value=text, attr="format"):
                found = {_blanked(each) for each in self.texts(text, file, deep)}
            case _:
                found = {BLANK}
        return found

    def _returned(self, name: str, file: SourceFile, deep: int) -> set[str]:
        home = file if name in file.functions else self._home(name, file)
        node = home.functions.get(name) if home else None
        if home is None or node is None or not _is_text(node.returns) or name in _HIDE:
            return {BLANK}
        found: set[str] = set()
        for each in ast.walk(node):
            if isinstance(each, ast.Return | ast.Yield) and each.value is not None:
                found |= self.texts(each.value, home, deep)
        return found or {BLANK}

    def _values(self, node: ast.expr, file: SourceFile, deep: int) -> set[str]:
        """Return what the values of a mapping can be."""
        if isinstance(node, ast.Dict):
            return set().union(*(self.texts(each, file, deep) for each in node.values))
        if isinstance(node, ast.Name):
            for value in file.assigned.get((id(file.tree), node.id), ()):
                if isinstance(value, ast.Dict):
                    return self._values(value, file, deep)
        return {BLANK}

    def _name(self, node: ast.Name, file: SourceFile, deep: int) -> set[str]:
        scope = file.scopes.get(id(node), file.tree)
        while True:
            found = [self.texts(each, file, deep) for each in file.assigned.get((id(scope), node.id), ())]
            if isinstance(scope, ast.FunctionDef):
                names = [each.arg for each in (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs)]
                if node.id in names and node.id not in {"self", "cls"}:
                    found.append(self._given(scope, node.id, names, file, deep))
            if found:
                more = [{"", *self.texts(each, file, deep)} for each in file.added.get((id(scope), node.id), ())]
                return _joined([set().union(*found), *more])
            if isinstance(scope, ast.Module):
                return self._imported(node.id, file, deep)
            scope = file.outer[id(scope)]

    def _imported(self, name: str, file: SourceFile, deep: int) -> set[str]:
        other = self._home(name, file)
        found = other.assigned.get((id(other.tree), name), []) if other else []
        return set().union(*(self.texts(each, other, deep) for each in found)) if other and found else {BLANK}

    def _home(self, name: str, file: SourceFile) -> SourceFile | None:
        """Return the file that a name is imported from."""
        for node in file.tree.body:
            if isinstance(node, ast.ImportFrom) and any((each.asname or each.name) == name for each in node.names):
                path = self.root.parent.joinpath(*(node.module or "").split("."))
                return self.files.get(path.with_suffix(".py")) or self.files.get(path / "__init__.py")
        return None

    def _given(
        self, function: ast.FunctionDef, name: str, names: Sequence[str], file: SourceFile, deep: int
    ) -> set[str]:
        """Return what is given for a parameter wherever the function is called."""
        found: set[str] = set()
        within = [file] if function.name.startswith("_") else list(self.files.values())
        for each in within:
            for call in each.calls.get(function.name, ()):
                own = [one for one in names if one not in {"self", "cls"}]
                at = own.index(name)
                value = next((one.value for one in call.keywords if one.arg == name), None)
                if value is None and at < len(call.args):
                    value = call.args[at]
                if value is not None and not isinstance(value, ast.Starred):
                    found |= self.texts(value, each, deep)
        found |= self._default(function, name, file, deep)
        return found or {BLANK}

    def _default(self, function: ast.FunctionDef, name: str, file: SourceFile, deep: int) -> set[str]:
        args = [*function.args.posonlyargs, *function.args.args]
        for arg, value in zip(reversed(args), reversed(function.args.defaults), strict=False):
            if arg.arg == name:
                return self.texts(value, file, deep)
        for arg, value in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True):
            if arg.arg == name and value is not None:
                return self.texts(value, file, deep)
        return set()


def filled(form: str) -> str:
    """Return a form with a mark of its own in each blank."""
    head, *rest = form.split(BLANK)
    return head + "".join(f"<{at}>{part}" for at, part in enumerate(rest))


def _is_text(node: ast.expr | None) -> bool:
    return node is not None and "str" in ast.unparse(node)


def _joined(parts: Sequence[set[str]]) -> set[str]:
    """Return what parts are together; where that would be very many, the parts with the most words are blanks."""
    parts = list(parts)
    while prod(map(len, parts)) > _MOST:
        largest = max(range(len(parts)), key=lambda at: len(parts[at]))
        parts[largest] = {BLANK}
    return {"".join(each) for each in product(*parts)}


def _blanked(text: str) -> str:
    out, rest = "", text
    while "{" in rest:
        before, _, rest = rest.partition("{")
        _, _, rest = rest.partition("}")
        out += before + BLANK
    return out + rest
