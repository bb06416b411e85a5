"""The machine and the versions that figures were measured with."""

import datetime as dt
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Final

_MEASURED: Final = ("makegood", "numba", "numpy", "pyarrow", "polars", "duckdb", "ortools")


def machine() -> str:
    """Return processor, cores, memory, date and versions, as a line of Markdown each."""
    versions = ", ".join(f"{name} {version(name)}" for name in _MEASURED)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    today = dt.datetime.now(tz=dt.UTC).date()
    return (
        f"* {_processor()}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()}\n"
        f"* {today}; Python {platform.python_version()}, {versions}"
    )


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
