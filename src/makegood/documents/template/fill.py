"""Fills in a template by Jinja, in a sandbox that knows a few filters and our own words; what is wrong has a place."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from makegood.documents.glyphs import written
from makegood.documents.template.filling import Filled, Filling
from makegood.documents.template.lines import blocks_of
from makegood.documents.template.marks import as_value
from makegood.documents.template.words import TemplateWords
from makegood.documents.trouble import TroubleError

if TYPE_CHECKING:
    from types import CodeType

_FILTERS: Final = ("length", "join", "first", "last")
_TESTS: Final = ("defined", "none")


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
        finalize=as_value,
        bytecode_cache=_COMPILED,
    )
    environment.filters = {key: environment.filters[key] for key in _FILTERS} | {"lines": _lines}
    environment.tests = {key: environment.tests[key] for key in _TESTS}
    environment.globals = {}
    known = TemplateWords(filling)
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
    filled = blocks_of(text, filling)
    filled.asked += known.asked
    return filled


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
