"""One source, two ways to run it: as plain Python, or compiled by numba.

The fold's functions bear the decorator `step`. Imported as usual, it leaves them as they are: a small folder
or one child pays nothing for a compiler. `compiled_copy` loads the same file once more with numba in the
decorator's place.
"""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

_compiling = False


def step(function: F) -> F:
    """Mark a function of the fold; it is compiled in the compiled copy and plain elsewhere."""
    if not _compiling:
        return function
    from numba import njit  # noqa: PLC0415 - numba takes a third of a second to import

    compiled: Any = njit(nogil=True, cache=True, boundscheck=False)(function)
    return cast("F", compiled)


@contextmanager
def _numba_in_place() -> Iterator[None]:
    global _compiling  # noqa: PLW0603 - the decorator has no other way to know who imports
    _compiling = True
    try:
        yield
    finally:
        _compiling = False


def compiled_copy(package: ModuleType) -> ModuleType:
    """Return the compiled twin of a package whose files import one another relatively.

    The twin is the same files loaded once more under another name; it is loaded at the first call.
    """
    name = f"{package.__name__}_compiled"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(
        name, package.__file__, submodule_search_locations=list(package.__path__)
    )
    if spec is None or spec.loader is None:
        raise ImportError(name)
    twin = importlib.util.module_from_spec(spec)
    with _numba_in_place():
        sys.modules[name] = twin
        spec.loader.exec_module(twin)
    return twin
