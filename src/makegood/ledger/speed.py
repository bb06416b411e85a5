"""One source, two ways to run it: as plain Python, or compiled by numba.

The fold's functions bear the decorator `step`. Imported as usual, it leaves them as they are: a small folder or one
child pays nothing for a compiler. `compiled_copy` loads the same files once more with numba in the decorator's place.
"""

import hashlib
import importlib
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, TypeVar, cast

import makegood

F = TypeVar("F", bound=Callable[..., Any])

_compiling = False
_loading = Lock()


def step(function: F) -> F:
    """Mark a function of the fold; it is compiled in the compiled copy and plain elsewhere."""
    if not _compiling:
        return function
    from numba import njit  # noqa: PLC0415 - numba takes a third of a second to import

    # The fold makes no arrays, so numba need not count who holds which: that saves more time than the arithmetic takes.
    options: dict[str, Any] = {"nogil": True, "cache": True, "boundscheck": False, "_nrt": False, "forceinline": True}
    return cast("F", njit(**options)(function))


@contextmanager
def _numba_in_place() -> Iterator[None]:
    global _compiling  # noqa: PLW0603 - a decorator has no other way to be told
    _compiling = True
    try:
        with compiled_code_of("ledger/fold/*.py", "ledger/columns.py", "ledger/speed.py", "terms/*.py"):
            yield
    finally:
        _compiling = False


@contextmanager
def compiled_code_of(*source: str) -> Iterator[None]:
    """Let numba keep what it compiles meanwhile in the place of these files, each name with or without a `*`."""
    config: Any = importlib.import_module("numba.core.config")
    before = config.CACHE_DIR
    config.CACHE_DIR = str(_cache(source))
    try:
        yield
    finally:
        config.CACHE_DIR = before


def _cache(source: tuple[str, ...]) -> Path:
    """Return where compiled code is kept: a place of its own for every state of the source.

    numba looks only at the file that a function stands in, not at those that it calls.
    """
    here = Path(makegood.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for name in source for path in here.glob(name)):
        digest.update(path.read_bytes())
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    cache = home / "makegood" / digest.hexdigest()[:16]
    try:
        cache.mkdir(parents=True, exist_ok=True)
        if os.access(cache, os.W_OK) and cache.stat().st_uid == os.getuid():
            return cache
    except (OSError, AttributeError):
        pass
    # Nowhere of the user's own: compiled anew each time, in a place that nobody else can write to.
    return Path(tempfile.mkdtemp(prefix="makegood-"))


def compiled_copy(package: ModuleType) -> ModuleType:
    """Return the compiled twin of a package whose files import one another relatively.

    The twin is the same files loaded once more under another name; it is loaded at the first call.
    """
    name = f"{package.__name__}_compiled"
    with _loading:
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


def call(function: Any, *arguments: Any) -> None:
    """Call a function of a compiled copy; what was compiled in an earlier run is loaded and nothing else.

    Left to itself, numba readies a compiler first, even where there is nothing to compile: half a second.
    """
    with _loading:
        kinds = tuple(map(function.typeof_pyval, arguments))
        if kinds not in function.overloads:
            context = function.targetctx
            # The one step of numba that has no name for others to call; its version is pinned.
            kept = function._cache._load_overload(kinds, context)  # noqa: SLF001
            if kept is not None:
                context.insert_user_function(kept.entry_point, kept.fndesc, [kept.library])
                function.add_overload(kept)
    function(*arguments)
