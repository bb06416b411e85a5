"""`makegood policy`: the packs, what they say, their tests, and what would follow under others."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from makegood.answers.compare import comparison
from makegood.cli.fail import UNUSABLE, refuse, refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, asked, day, records_of
from makegood.cli.out import print_data, print_line
from makegood.cli.paper import say, show_table
from makegood.cli.policy_compare import print_comparison
from makegood.cli.policy_json import packs_as_dict, policy_as_dict
from makegood.cli.policy_show import print_policy
from makegood.cli.policy_words import LEVEL
from makegood.cli.verbs import VERBS
from makegood.cli.write import json_text
from makegood.files.reading import is_folder, is_there
from makegood.policies import Pack, Version, decided_on, pack_test_files, policy_in_force, read_packs, run_pack_tests
from makegood.terms.findings import errors

app = typer.Typer(
    name="policy", help=VERBS["policy"], add_completion=False, no_args_is_help=True, rich_markup_mode=None
)

Format = Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")]
OnDay = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day of the miss (default: today).")]
OfFolder = Annotated[
    Path | None, typer.Option("--folder", metavar="FOLDER", help="Also the packs of this folder of records.")
]


def packs_of(folder: Path | None) -> tuple[Mapping[str, Pack], Path | None]:
    """Return the built-in packs with a folder's own, and where those lie; refuse broken ones."""
    if folder is not None and not is_there(folder):
        refuse_input(f"there is no folder or workbook {folder}.", expected="a folder of records or of policy packs")
    own = None
    if folder is not None:
        beside = (folder if is_folder(folder) else folder.parent) / "policies"
        own = beside if is_there(beside) else folder if is_folder(folder) else None
    packs, findings = read_packs(own)
    if errors(findings):
        refuse(findings)
    return packs, own


def _known(packs: Mapping[str, Pack], policy_id: str, *, with_own: bool = True) -> str:
    """Return a policy's id, or refuse it; `with_own` says whether a folder's own packs are among them."""
    if policy_id not in packs:
        own = "" if with_own else " (or one of a folder's own: --folder FOLDER)"
        refuse_input(f"there is no policy {policy_id!r}.", expected=f"one of {', '.join(sorted(packs))}{own}")
    return policy_id


def _span(version: Version) -> str:
    first, last = version.first_day, version.last_day
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else "always"


@app.command("list", help="List the policies: which bind, from when, which decide.")
def list_(on: OnDay = None, folder: OfFolder = None, format_: Format = "table") -> None:
    """Print a line for each pack, then how many cite rules and how many decide."""
    packs, _ = packs_of(folder)
    when = day(on, "--on")
    listed = packs_as_dict(packs, when)
    if format_ == "json":
        print_data(json_text(listed))
        return
    columns = [("policy", "id"), ("title", "words"), ("kind", "left"), ("binds", "left"), ("in force", "left")]
    columns.append(("decides", "right"))
    show_table(
        "Policies",
        columns,
        [
            [
                pack.id,
                pack.title,
                LEVEL[pack.level].removeprefix("a ").removeprefix("an "),
                "yes" if pack.binding else "no",
                "\n".join(_span(version) for version in pack.versions),
                str(len(decided_on(pack, when))),
            ]
            for _, pack in sorted(packs.items())
        ],
    )
    counts = listed["counts"]
    say(
        f"{counts['cite_rules']} of {counts['policies']} policies cite rules. {counts['decide']} decide something"
        f" (owed or not owed); {counts['decide_on_that_day']} of them for a miss on {when}: the last column has for how"
        " many reasons. The IEP team decides all the rest."
    )
    where = f" --folder {shlex.quote(str(folder))}" if folder is not None else ""
    say(f"`makegood policy show ID{where}` prints what one says.")


@app.command("show", help="Show what one policy says of each reason, and its sources.")
def show_(
    policy_id: Annotated[str, typer.Argument(metavar="ID", help="The policy's id.")],
    on: OnDay = None,
    folder: OfFolder = None,
    format_: Format = "table",
) -> None:
    """Print rules, notices, codes and sources, and where there is no rule."""
    packs, _ = packs_of(folder)
    policy = policy_in_force(packs, _known(packs, policy_id, with_own=folder is not None))
    when = day(on, "--on")
    if format_ == "json":
        print_data(json_text(policy_as_dict(policy, when)))
    else:
        print_policy(policy, when)


@app.command("test", help="Run the policies' own tests.")
def run_tests(
    folder: Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="A folder with packs of its own.")] = None,
) -> None:
    """Print each file's count and each sentence that fails; leave with 2 if there is one."""
    packs, own = packs_of(folder)
    failed = count = 0
    for path in pack_test_files(own):
        results = run_pack_tests(packs, path)
        broken = [result for result in results if not result.passed]
        count += len(results)
        failed += len(broken)
        print_line(f"{path.name.removesuffix('.yaml')}: {len(results) - len(broken)} of {len(results)} pass")
        for result in broken:
            print_line(f"  fails: {result.name}\n    expected {result.expected}\n    found    {result.came}")
    print_line(f"{count - failed} of {count} sentences pass." + (f" {failed} fail." if failed else ""))
    if failed:
        raise typer.Exit(UNUSABLE)


@app.command("compare", help="Account for the same records under two or more policies.")
def compare_(
    folder: Folder,
    policy_ids: Annotated[list[str], typer.Argument(metavar="ID ID ...", help="Two or more policies.")],
    *,
    all_: Annotated[bool, typer.Option("--all", help="List every miss that changes, not only the first 40.")] = False,
    as_of: AsOf = None,
    format_: Format = "table",
    dates: Dates = "iso",
) -> None:
    """Print totals, reasons, then the misses that come to something else."""
    upto = day(as_of)
    records = records_of(folder, upto, dates, quiet=format_ == "json")
    packs, _ = read_packs(records.policies)
    ids = list(dict.fromkeys(_known(packs, policy_id) for policy_id in policy_ids))
    if len(ids) < 2:  # noqa: PLR2004 - one policy has nothing to be compared with
        refuse_input("a comparison needs two policies.", expected="makegood policy compare FOLDER ID ID")
    found, findings = asked(lambda: comparison(records, ids, upto))
    if format_ == "json":
        print_data(json_text(found.as_dict()))
        return
    show(findings)
    print_comparison(found, every=all_)
