"""`python -m fuzz.run`: damage inputs in every way for some minutes, and say what the program did not take well.

Each case is made from its own number, so that `--again NAME NUMBER` makes it once more.
"""

import argparse
import random
import shutil
import tempfile
import time
from pathlib import Path

from fuzz.program import Tally, prepare
from fuzz.runners import RUNNERS


def main() -> None:
    """Run all runners in turn; leave with 1 if anything was found."""
    asked = _asked()
    names = asked.only or list(RUNNERS)
    if asked.again:
        names, first = [asked.again[0]], int(asked.again[1])
    else:
        first = random.SystemRandom().randrange(10**9) if asked.seed is None else asked.seed
    prepare()
    print(f"First case: {first}", flush=True)
    until, case, found = time.monotonic() + 60 * asked.minutes, first, 0
    tallies = {name: Tally() for name in names}
    while time.monotonic() < until:
        for name in names:
            found += _try(name, case, tallies[name], asked.keep)
        case += 1
        if asked.again:
            break
    for name, tally in tallies.items():
        print(f"{name}: {tally.line()}")
    print(f"{found} found." if found else "Nothing found.")
    raise SystemExit(bool(found))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz.run")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, help="the first case's number")
    parser.add_argument("--only", action="append", choices=list(RUNNERS), help="only this runner (may be repeated)")
    parser.add_argument("--again", nargs=2, metavar=("RUNNER", "CASE"), help="one case once more")
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where inputs are kept that were not taken")
    return parser.parse_args()


def _try(name: str, case: int, tally: Tally, keep: Path) -> int:
    """Try one case; print what was found and keep its input."""
    with tempfile.TemporaryDirectory(prefix="makegood-fuzz-") as made:
        room = Path(made) / "room"
        room.mkdir()
        problems = list(RUNNERS[name](random.Random(f"{name} {case}"), room, tally))  # noqa: S311 - no secret
        tally.cases += 1
        for problem in problems:
            print(f"FOUND {name} {case}: {problem}", flush=True)
        if problems:
            kept = keep / f"{name}-{case}"
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(room, kept, symlinks=True, copy_function=_copy)
            (kept / "problems.txt").write_text("\n".join(problems), encoding="utf-8")
        return len(problems)


def _copy(source: str, target: str) -> None:
    """Copy a file; what is no regular file is left out."""
    if Path(source).is_file():
        shutil.copyfile(source, target)


if __name__ == "__main__":
    main()
