"""Writes the published instances, and keeps the best plan and the lowest bound that Makegood's planner finds.

    python -m bench.planner.publish [--instances] [--afresh] [--seconds S] [NAME ...]

An instance that is there is never written anew. A plan is kept only if the verifier finds nothing against it and it
settles more minutes than the one before; a bound only if it is lower.
"""

import argparse
import gzip
import hashlib
import json
from typing import Any

from bench.planner.child import minutes
from bench.planner.published import BEST, PUBLISHED, Published, best

from makegood.planner.invent import invent
from makegood.plans.instance import Instance, Session
from makegood.plans.instance_file import write_instance
from makegood.plans.plan_json import session_json
from makegood.plans.verify import verify


def main() -> None:
    """Publish."""
    parser = argparse.ArgumentParser(prog="python -m bench.planner.publish", description=__doc__)
    parser.add_argument("names", nargs="*", default=[], metavar="NAME", help="only these")
    parser.add_argument("--instances", action="store_true", help="write the instances only; plan nothing")
    parser.add_argument("--seconds", type=float, metavar="S", help="seconds for each plan (else as long as it takes)")
    parser.add_argument("--afresh", action="store_true", help="forget the plans and bounds that were known")
    asked = parser.parse_args()
    for name in asked.names or PUBLISHED:
        published = PUBLISHED[name]
        told = _instance(published, {} if asked.afresh else best().get(name, {}))
        if not asked.instances:
            told = _plan(published, told, asked.seconds)
        _keep(name, told)
        print(name, json.dumps(told), flush=True)


def _instance(published: Published, known: dict[str, Any]) -> dict[str, Any]:
    """Write an instance if it is not there; add what it is to what is known of it."""
    if not published.path.exists():
        published.path.parent.mkdir(exist_ok=True)
        write_instance(invent(published.kind, published.seed, students=published.students), published.path)
    instance = published.read()
    told = {
        "sha256": hashlib.sha256(published.path.read_bytes()).hexdigest(),
        "invented": {"kind": published.kind, "seed": published.seed, "students": published.students},
        "students": len(instance.students),
        "providers": len(instance.providers),
        "misses": len(instance.misses),
        "owed": sum(miss.minutes for miss in instance.misses),
    }
    return known | told


def _plan(published: Published, told: dict[str, Any], seconds: float | None) -> dict[str, Any]:
    """Plan once more; return what is known then."""
    from makegood.planner.solve import solve  # noqa: PLC0415 - the instances can be written without it

    instance = published.read()
    solution = solve(instance, seconds=seconds)
    for name, bound in (("bound", solution.bound), ("in_time_bound", solution.in_time_bound)):
        told[name] = min(bound, told.get(name, bound))
    planned, in_time = minutes(instance, solution.sessions)
    better = (planned, in_time) > (told.get("planned", -1), told.get("in_time", -1))
    if better and not verify(instance, solution.sessions):
        found = "makegood.planner.solve" + (f", {seconds:.0f} s" if seconds else "")
        told |= {"planned": planned, "in_time": in_time, "found": found}
        _write_plan(published, instance, solution.sessions)
    return told


def _write_plan(published: Published, instance: Instance, sessions: tuple[Session, ...]) -> None:
    """Write a plan as `makegood plan --format json` does, a line for each session."""
    planned, in_time = minutes(instance, sessions)
    head = {"instance": published.name, "planned": planned, "in_time": in_time}
    lines = ",\n".join(json.dumps(session_json(session)) for session in sessions)
    text = f'{json.dumps(head)[:-1]}, "sessions": [\n{lines}\n]}}\n'
    published.plan.parent.mkdir(exist_ok=True)
    published.plan.write_bytes(gzip.compress(text.encode(), mtime=0))


def _keep(name: str, told: dict[str, Any]) -> None:
    known = best() | {name: told}
    in_order = {each: known[each] for each in PUBLISHED if each in known}
    BEST.write_text(json.dumps(in_order, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
