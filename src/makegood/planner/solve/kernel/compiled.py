"""How the inner loops are compiled."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

from makegood.ledger.speed import compiled_code_of

F = TypeVar("F", bound=Callable[..., Any])


def kernel(function: F) -> F:
    """Compile a function that makes no arrays of its own, so that it runs beside other threads."""
    with compiled_code_of("planner/solve", "planner/solve/kernel", "planner/model"):
        options: dict[str, Any] = {"nogil": True, "cache": True, "boundscheck": False, "_nrt": False}
        return cast("F", njit(error_model="numpy", **options)(function))
