"""A file of the source, and where in it things are: found once, for who asks what an expression can be."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class SourceFile:
    """A file, and where in it things are."""

    path: Path
    tree: ast.Module
    scopes: dict[int, ast.AST] = field(default_factory=dict)
    outer: dict[int, ast.AST] = field(default_factory=dict)
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    calls: dict[str, list[ast.Call]] = field(default_factory=dict)
    assigned: dict[tuple[int, str], list[ast.expr]] = field(default_factory=dict)
    added: dict[tuple[int, str], list[ast.expr]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Go through the file once."""
        self._visit(self.tree, self.tree)

    def _visit(self, node: ast.AST, scope: ast.AST) -> None:
        self.scopes[id(node)] = scope
        if isinstance(node, ast.FunctionDef):
            self.functions.setdefault(node.name, node)
            self.outer[id(node)] = scope
            scope = node
        elif isinstance(node, ast.Call):
            self.calls.setdefault(getattr(node.func, "id", getattr(node.func, "attr", "")), []).append(node)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            self.added.setdefault((id(scope), node.target.id), []).append(node.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                self._assign(target, node.value, scope)
        elif isinstance(node, ast.For | ast.comprehension):
            for each in _each(node.iter):
                self._assign(node.target, each, scope)
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope)

    def _assign(self, target: ast.expr, value: ast.expr, scope: ast.AST) -> None:
        """Note what an assignment gives each of its names."""
        if isinstance(target, ast.Name):
            self.assigned.setdefault((id(scope), target.id), []).append(value)
        elif isinstance(target, ast.Tuple):
            if isinstance(value, ast.IfExp):
                self._assign(target, value.body, scope)
                self._assign(target, value.orelse, scope)
            elif isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts):
                for one, each in zip(target.elts, value.elts, strict=True):
                    self._assign(one, each, scope)
            else:
                for one in target.elts:
                    self._assign(one, ast.Constant(value=1), scope)


def _each(values: ast.expr) -> Iterator[ast.expr]:
    """Yield what a loop goes over: the parts of a list that is written there, or a key and a value of a mapping."""
    if isinstance(values, ast.Tuple | ast.List):
        yield from values.elts
    elif isinstance(values, ast.Call) and isinstance(values.func, ast.Attribute) and values.func.attr == "items":
        one = ast.Subscript(value=values.func.value, slice=ast.Constant(value=1))
        yield ast.Tuple(elts=[ast.Constant(value=1), one])
    else:
        yield ast.Constant(value=1)
