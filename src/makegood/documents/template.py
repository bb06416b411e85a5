"""A template filled in: words with values become blocks.

A template is a text. A line that begins with `## ` or `### ` is a heading, with `- ` an item of a list, with `| ` a
line of an address, with `> ` a box, with `#` alone a remark that is left out; lines that follow each other are one
paragraph. `{{ ... }}` is Jinja, in a sandbox:

* `blank("parent_name")` is what a person filled in, else a blank line, which is then in the list of what is missing.
* `later("meeting_times")` is a blank line for whoever gets the paper.
* `source("records")` is the number of a source, which is listed at the end.
* `holds("remedy")` at the beginning of a paragraph says that it holds something that this kind of paper must hold.
* `table("misses")`, `sign("parent")`, `page()`, `kept_page()` and `sources()` are blocks of their own, each on a line
  of its own. `kept_page()` begins what stays with who sends the paper, and is not counted among its pages.

Values are never read as a template's signs: they are marked before they are put in.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from makegood.documents.blocks import Block, Run, heading, kept_page, paragraph
from makegood.documents.fields import LONG
from makegood.documents.glyphs import written
from makegood.documents.trouble import TroubleError

if TYPE_CHECKING:
    from types import CodeType

_OPEN: Final = "\x02"
_SHUT: Final = "\x03"
_VALUE: Final = "\x04"
"""Is put before each value, so that no value begins a line as a sign of a template."""
_MARK: Final = re.compile(f"{_OPEN}([a-z_]+):([^{_SHUT}]*){_SHUT}")
_BLANKS: Final = re.compile(r"\s+")
_FILTERS: Final = ("length", "join", "first", "last")
_TESTS: Final = ("defined", "none")
_HEADINGS: Final = {"## ": 2, "### ": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What a template is filled with.

    Attributes:
        values: By name, what `{{ name }}` gives: text, numbers, lists and dicts of them.
        fields: What a person filled in, by the field's name.
        labels: What is said beside the blank line of a field.
        sources: Each source by its key, as it is listed.
        doubts: What who sends the paper is to know of a source, by its key.
        tables: Tables by name, as blocks.
        signs: What is to be signed, by name.
        whose: The sign of the child in the mark of the files.
    """

    values: Mapping[str, Any]
    fields: Mapping[str, str]
    labels: Mapping[str, str]
    sources: Mapping[str, str]
    doubts: Mapping[str, str]
    tables: Mapping[str, Block]
    signs: Mapping[str, list[str]]
    whose: str


@dataclass(slots=True)
class Filled:
    """A template with everything in it.

    Attributes:
        title: Its first line.
        holds: What it says that it holds.
        missing: The fields that are blank lines, in order, each once.
        cited: The keys of the sources, in order of their numbers.
        asked: The fields that it has a place for, filled in or not, in order, each once.
    """

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


class _Texts(BaseLoader):
    """Templates by name, from texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Return a template's text."""
        if template not in self._texts:
            raise TemplateNotFound(template)
        return self._texts[template], template, lambda: True


class _Compiled(BytecodeCache):
    """What templates were compiled to, by their names and texts: a thousand letters compile each text once."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, if it was compiled already."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED: Final = _Compiled()


def fill(texts: Mapping[str, str], name: str, filling: Filling) -> Filled:
    """Fill in a template.

    Args:
        texts: Every template's text by name; one may include another.
        name: Which of them.
        filling: What it is filled with.

    Raises:
        TroubleError: If it cannot be used: the file, the line and why.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=_Texts(texts),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,
        finalize=_value,
        comment_start_string="{#",
        bytecode_cache=_COMPILED,
    )
    environment.filters = {key: environment.filters[key] for key in _FILTERS} | {"lines": _lines}
    environment.tests = {key: environment.tests[key] for key in _TESTS}
    environment.globals = {}
    known = _Known(filling)
    try:
        text = environment.get_template(name).render(**filling.values, **known.words())
    except TemplateSyntaxError as wrong:
        raise TroubleError(wrong.name or name, _plain(wrong), wrong.lineno) from None
    except TroubleError as wrong:
        where, line = _place(wrong, texts, name)
        raise TroubleError(where, wrong.says, line) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, OverflowError) as wrong:
        where, line = _place(wrong, texts, name)
        raise TroubleError(where, _plain(wrong), line) from None
    filled = _blocks(text, filling)
    filled.asked += known.asked
    return filled


class _Known:
    """The words that a template may use."""

    def __init__(self, filling: Filling) -> None:
        self._filling = filling
        self.asked: dict[str, None] = {}
        """The fields that the template asked for, in order."""

    def words(self) -> dict[str, Callable[..., Any]]:
        """Return each word with what it gives."""
        return {
            "blank": self.blank,
            "later": lambda name: self._of("later", name, self._filling.labels),
            "filled": self.filled,
            "source": lambda key: self._of("source", key, self._filling.sources),
            "table": lambda name: self._of("table", name, self._filling.tables),
            "sign": lambda name: self._of("sign", name, self._filling.signs),
            "holds": lambda name: _Marked(f"{_OPEN}holds:{name}{_SHUT}"),
            "page": lambda: _Marked(f"{_OPEN}page:{_SHUT}"),
            "kept_page": lambda: _Marked(f"{_OPEN}kept_page:{_SHUT}"),
            "sources": lambda: _Marked(f"{_OPEN}sources:{_SHUT}"),
        }

    def blank(self, name: str) -> "_Marked | str":
        """Return what was filled in, or a blank line."""
        if name not in self._filling.labels:
            raise _unknown("field", name)
        self.asked[name] = None
        return self._filling.fields.get(name) or _Marked(f"{_OPEN}blank:{name}{_SHUT}")

    def filled(self, name: str) -> str:
        """Return what was filled in, or nothing."""
        if name in self._filling.labels:
            self.asked[name] = None
        return self._filling.fields.get(name, "")

    @staticmethod
    def _of(what: str, key: str, known: Mapping[str, Any]) -> "_Marked":
        if key not in known:
            raise _unknown(what, key)
        return _Marked(f"{_OPEN}{what}:{key}{_SHUT}")


class _Marked(str):
    """A sign of ours, not a value."""

    __slots__ = ()


def _unknown(what: str, name: str) -> TroubleError:
    return TroubleError("", f"There is no {what} {written(str(name))[:40]!r}.")


def _value(value: Any) -> str:
    """Return a value as it is put in: one line, none of our signs in it."""
    if isinstance(value, _Marked):
        return value
    if value is None:
        return ""
    return _VALUE + _BLANKS.sub(" ", written(str(value)))


def _lines(text: str) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in str(text).splitlines() if line.strip()]


def _plain(wrong: Exception) -> str:
    """Return what is wrong; never a value."""
    message = getattr(wrong, "message", None) or (str(wrong) if isinstance(wrong, TemplateError) else None)
    return (
        f"This cannot be used: {written(message).rstrip('.')}." if message else f"This fails ({type(wrong).__name__})."
    )


def _place(wrong: BaseException, texts: Mapping[str, str], name: str) -> tuple[str, int | None]:
    """Return the template and line in which something failed; the engine puts them into the traceback."""
    where, line, trace = name, None, wrong.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in texts:
            where, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return where, line


def _blocks(text: str, filling: Filling) -> Filled:
    filled = Filled()
    lines: list[str] = []
    before = "end"
    for line in [*text.split("\n"), ""]:
        kind, words = _kind(line)
        if kind == "more":
            lines.append(words)
            before = kind
            continue
        if lines:
            filled.blocks.append({"type": "paragraph", "runs": _runs(" ".join(lines), filling, filled)})
            lines = []
        if kind == "title":
            filled.title = _said(words)
        elif kind != "end":
            filled.blocks += _block(kind, words, filling, filled, begins=before == "end")
        before = kind
    return filled


def _block(kind: str, words: str, filling: Filling, filled: Filled, *, begins: bool) -> Iterator[Block]:
    """Yield what a line gives that is a block of its own."""
    if kind.startswith("heading"):
        yield heading(_said(words), int(kind[-1]))
    elif kind == "item":
        yield {"type": "item", "runs": _runs(words, filling, filled)}
    elif kind == "line":
        yield {"type": "line", "level": int(begins), "runs": _runs(words, filling, filled)}
    elif kind == "box":
        yield {"type": "box", "runs": _runs(words, filling, filled)}
    else:
        yield from _own(words, filling, filled)


def _kind(line: str) -> tuple[str, str]:
    """Return what a line is, and its words without the sign that says so."""
    bare = line.strip()
    for sign, level in _HEADINGS.items():
        if bare.startswith(sign):
            return f"heading{level}", bare[len(sign) :]
    for sign, kind in (("# ", "title"), ("- ", "item"), ("| ", "line"), ("> ", "box")):
        if bare.startswith(sign):
            return kind, bare[len(sign) :]
    if not bare or bare.startswith("#"):
        return "end", ""
    mark = _MARK.fullmatch(bare)
    if mark is not None and mark[1] in {"table", "sign", "page", "kept_page", "sources"}:
        return "own", bare
    return "more", bare


def _own(words: str, filling: Filling, filled: Filled) -> Iterator[Block]:
    mark = _MARK.fullmatch(words)
    kind, name = (mark[1], mark[2]) if mark else ("", "")
    if kind == "table":
        yield filling.tables[name]
    elif kind == "sign":
        yield {"type": "sign", "labels": filling.signs[name]}
    elif kind == "page":
        yield {"type": "page"}
    elif kind == "kept_page":
        yield kept_page()
    else:
        for number, key in enumerate(filled.cited, start=1):
            yield paragraph(f"[{number}] {filling.sources[key]}")


def _runs(words: str, filling: Filling, filled: Filled) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for mark in _MARK.finditer(words):
        _put(runs, words[at : mark.start()])
        at = mark.end()
        kind, name = mark[1], mark[2]
        if kind == "later":
            runs.append({"blank": filling.labels[name]})
        elif kind == "blank":
            runs.append(
                {"blank": filling.labels[name], "long": True} if name in LONG else {"blank": filling.labels[name]}
            )
            if name not in filled.missing:
                filled.missing.append(name)
        elif kind == "source":
            if name not in filled.cited:
                filled.cited.append(name)
            runs.append({"source": filled.cited.index(name) + 1})
        elif kind == "holds" and name not in filled.holds:
            filled.holds.append(name)
    _put(runs, words[at:])
    return runs


def _put(runs: list[Run], words: str) -> None:
    said = words.replace(_VALUE, "")
    if said and (said.strip() or runs):
        runs.append({"text": said if runs else said.lstrip()})


def _said(words: str) -> str:
    return _MARK.sub("", words).replace(_VALUE, "").strip()
