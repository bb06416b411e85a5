"""No file tells where it was written, or whose registry installs it."""

import re
from pathlib import Path

import pytest

# Put together here, so that this file does not name them itself.
PLACES = re.compile("|".join(rf"(?<![\w.-])/{folder}/" for folder in ("work", "root", "home", "opt", "mnt")))
REGISTRIES = re.compile("|".join(("py" + r"pi\.org", "python" + "hosted", "index" + "-url", "find" + "-links")))
TEXT = {"", ".py", ".md", ".toml", ".yaml", ".yml", ".csv", ".txt", ".html", ".css", ".svg", ".jinja", ".j2", ".cfg"}


@pytest.mark.parametrize("trace", [PLACES, REGISTRIES], ids=["workplace", "registry"])
def test_no_file_names_a_workplace_or_a_registry(tracked: list[Path], root: Path, trace: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(root)}: {hit.group()}"
        for path in tracked
        if path.suffix in TEXT
        for hit in trace.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found


def test_the_pins_are_names_and_versions_only(root: Path) -> None:
    lines = (root / "requirements" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins
    assert all(re.fullmatch(r"[A-Za-z0-9_.\-]+==[A-Za-z0-9_.]+", pin) for pin in pins)
