"""Policy packs and what-if files: damaged by the line and by the byte, and packs that inherit one another."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from fuzz.folders import EXAMPLES, sound
from fuzz.program import Tally, attempt
from ruamel.yaml import YAML

from fuzz import damage
from makegood.policies.reader import BUILT_IN, TEMPLATE

_OWN: Final = [EXAMPLES / "maple-ridge" / "policies" / "maple-ridge.yaml"]
_ALL: Final = (*sorted(BUILT_IN.glob("*.yaml")), TEMPLATE, *_OWN, *_OWN)
_TESTS: Final = sorted((BUILT_IN / "tests").glob("*.yaml"))
_WORDS: Final = (
    *damage.CELLS, "[]", "{}", "[[[[", "{a: 1}", "&a x", "*a", "!tag x", "|", ">", "- - -", "'", "2024-02-30", "null",
    "~",
    "owed", "not_owed", "team_decides", "us-il", "us-ut", "own0", "own1", "provider_absent", "statute", "true",
    "{days: 5}",
    "{school_days: -1}", "{days: 99999999999}", "? x", "<<: x", "0x10", "1e5", "found", "assumption",
)  # fmt: skip

_VALUES: Final = (
    *(
        None,
        True,
        0,
        -1,
        5,
        10**8,
        "",
        "owed",
        "not_owed",
        "team_decides",
        "us-il",
        "own0",
        "provider_absent",
        "vacancy",
    ),
    *("statute", "full", "by_school_days", "releases", "found", [], {}, {"days": 5}, {"years": 1}),
    *(dt.date(2020, 7, 1), dt.date(2026, 10, 1), dt.date(9999, 12, 31), dt.date(1, 1, 1), "x y", "PAR", ["a"]),
)


def run(rng: Random, room: Path, tally: Tally) -> Iterator[str]:
    """Damage packs, and have them listed, shown, tested and used."""
    records, _ = sound(rng, room)
    policies = records / "policies"
    policies.mkdir(exist_ok=True)
    for number in range(rng.choice((1, 1, 1, 3))):
        name = f"own{number}"
        text = rng.choice(_ALL).read_text(encoding="utf-8")
        if rng.random() < 0.3:
            text = re.sub(r"(?m)^inherits: .*\n", "", text) + f"\ninherits: own{rng.randrange(4)}\n"
        way = rng.randrange(5)
        text = _changed(text, rng) if way < 3 else damage.lines_of(text, rng, _WORDS) if way == 3 else text
        data = re.sub(r"(?m)^id: .*$", f"id: {name}", text).encode("utf-8", "replace")
        (policies / f"{name}.yaml").write_bytes(damage.bytes_of(data, rng) if way == 4 else data)
    if rng.random() < 0.3:
        text = rng.choice(_TESTS).read_text(encoding="utf-8")
        (policies / "own.tests.yaml").write_text(damage.lines_of(text, rng, _WORDS), encoding="utf-8", errors="replace")
    every = (
        ("policy", "list", "--folder", "records"),
        ("policy", "show", "own0", "--folder", "records", "--on", "2026-10-01"),
        ("policy", "test", "records"),
        ("policy", "compare", "records", "us-il", "own0", "--as-of", "2026-11-20"),
        ("check", "records", "--as-of", "2026-11-20"),
        ("notices", "records", "--as-of", "2026-11-20"),
    )
    for words in rng.sample(every, 2):
        yield from attempt(room, tally, *words)


def _changed(text: str, rng: Random) -> str:
    """Return a pack that is sound YAML, with one or two of its values changed."""
    pack = YAML(typ="safe", pure=True).load(text)
    for _ in range(rng.choice((0, 1, 1, 2))):
        damage.value_within(pack, rng, _VALUES)
    made = io.StringIO()
    YAML(typ="safe", pure=True).dump(pack, made)
    return made.getvalue()
