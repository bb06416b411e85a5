"""How the inner loops are compiled."""

import importlib
from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from makegood.ledger.speed import compiled_code_of

F = TypeVar("F", bound=Callable[..., Any])

_numba: Any = importlib.import_module("numba")
_config: Any = importlib.import_module("numba.core.config")
_OPTIONS: Final[dict[str, Any]] = {
    "nogil": True,
    "boundscheck": False,
    "error_model": "numpy",
    "_nrt": False,
    "no_cfunc_wrapper": True,
}
"""The loops make no arrays of their own and run beside other threads."""
_EFFORT: Final = 1
"""How hard LLVM tries, from 0 to 3: more takes half as long again, and the loops run no faster."""


def kernel(function: F) -> F:
    """Compile a loop that the search calls, and keep it for the next time."""
    with compiled_code_of("planner/solve/kernel/*.py"):
        return cast("F", _lightly(_numba.njit(cache=True, **_OPTIONS)(function)))


def part(function: F) -> F:
    """Compile what only other loops call: it is kept within them, and what Python needs to call it is left out.

    It is always inlined: a call hands on every array of its tables, some hundred words, and took longer than the work.
    """
    return cast("F", _lightly(_numba.njit(no_cpython_wrapper=True, forceinline=True, **_OPTIONS)(function)))


def _lightly(dispatcher: Any) -> Any:
    """Let a newcomer's first plan wait for the compiler as short as can be."""
    compile_for = dispatcher.compile

    def compile_lightly(arguments: tuple[Any, ...]) -> Any:
        before = _config.OPT
        _config.OPT = type(before)(_EFFORT)
        try:
            # numba would compile once more for every number that is written out in a call.
            return compile_for(tuple(_numba.types.unliteral(each) for each in arguments))
        finally:
            _config.OPT = before

    dispatcher.compile = compile_lightly
    return dispatcher
