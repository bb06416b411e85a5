"""What the tests of this room share."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from makegood.policies import Pack, read_packs

HEAD = """\
title: Made-up County
level: district_policy
binding: true
"""
SOURCES = """\
sources:
  handbook: {title: Handbook, citation: "4.2", href: "https://example.org", verification: found}
  hearsay: {title: Hearsay, verification: unverified}
  reading: {title: Handbook, citation: "4.9", quote: "should be seen again", verification: inferred}
  letter: {title: A letter, level: federal_guidance, binding: false, verification: secondary}
"""

WritePack = Callable[..., None]


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Write a made-up pack into a folder of its own: an id, and all that is special about it."""

    def write(pack_id: str, body: str) -> None:
        text = f"id: {pack_id}\n{HEAD}{dedent(body)}{SOURCES}"
        (tmp_path / f"{pack_id}.yaml").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def packs_of(tmp_path: Path) -> Callable[[], dict[str, Pack]]:
    """Read the built-in packs and those that were written, which must be sound."""

    def read() -> dict[str, Pack]:
        packs, findings = read_packs(tmp_path)
        assert findings == []
        return packs

    return read
