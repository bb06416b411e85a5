"""A comparison of policies, as tables for people."""

from typing import Final

from makegood.cli.paper import minutes, say, show_table
from makegood.cli.policy_words import OUTCOME, READ
from makegood.ledger import Miss
from makegood.statements.compare.comparison import COMPARED, Comparison
from makegood.terms.accounts import DISPOSITIONS

MOST: Final = 40
"""Changed misses that are listed unless every one is asked for."""


def print_comparison(found: Comparison, *, every: bool = False) -> None:
    """Print totals, reasons, then the misses that come to something else."""
    ids = found.policy_ids
    totals = [ledger.totals for ledger in found.ledgers]
    rows = [
        [name.replace("_", " "), *(minutes(total[name]) for total in totals)]
        for name in COMPARED
        if any(total[name] for total in totals)
    ]
    columns = [("", "id"), *((id_, "right") for id_ in ids)]
    show_table(f"The same records under {len(ids)} policies on {found.ledgers[0].as_of}, in minutes", columns, rows)
    say()
    columns = [("reason", "words"), *((id_, "left") for id_ in ids)]
    rows = [
        [
            reason.replace("_", " "),
            *(
                "\n".join(f"{OUTCOME[word]} {cell[word]:,}" for word in DISPOSITIONS if cell[word]) or "-"
                for cell in cells
            ),
        ]
        for reason, cells in found.by_reason().items()
    ]
    show_table("By reason", columns, rows)
    say()
    _print_changed(found, every=every)
    same = sum(miss.other_rule for miss in found.misses)
    if same:
        say(f"{same:,} more come to the same, by another rule.")
    say(
        "This does not say which policy is right. Which one applies is for the law and the district to say; what a "
        "child is owed is for the child's IEP team, and a decision on record counts under every policy."
    )


def _print_changed(found: Comparison, *, every: bool) -> None:
    changed = found.changed
    if not changed:
        say(f"None of the {len(found.misses):,} misses on record comes to anything else.")
        return
    shown = changed if every else changed[:MOST]
    rules: dict[tuple[str, str], int] = {}
    for compared in shown:
        for miss in compared.under:
            if miss is not None and miss.minutes:
                rules.setdefault(_rule(miss), len(rules) + 1)
    columns = [("day, student", "id"), ("service, reason", "words")]
    columns += [(id_, "left") for id_ in found.policy_ids]
    rows = []
    for compared in shown:
        miss = compared.miss
        what = f"{miss.service_type}\n{miss.reason}".replace("_", " ") + ("*" if miss.inferred else "")
        who = f"{miss.missed_on}\n{miss.student_id}"
        rows.append([who, what, *(_cell(side, rules) for side in compared.under)])
    show_table(f"Misses that come to something else: {len(changed):,} of {len(found.misses):,}", columns, rows)
    if len(shown) < len(changed):
        say(f"{len(changed) - len(shown):,} more: --all lists them, --format json has all.")
    if any(compared.miss.inferred for compared in shown):
        say("* inferred from the weekly slots.")
    for (_, words), number in rules.items():
        say(f"[{number}] {words}")


def _rule(miss: Miss) -> tuple[str, str]:
    if miss.rule == "silent":
        return "silent", "No rule applies: neither the policy nor what it inherits has one."
    read = f" ({READ[miss.verification]})" if miss.verification else ""
    # The reason is in the row; the pack and its version make the rule.
    named = miss.rule.removesuffix(f" {miss.reason}")
    return f"{named} {miss.citation}", f"{named}: {miss.citation}{read}."


def _cell(miss: Miss | None, rules: dict[tuple[str, str], int]) -> str:
    if miss is None or miss.disposition is None:
        return "nothing missed"
    until = f"\nby {miss.due_by}" if miss.due_by else ""
    return f"{miss.minutes} {OUTCOME[miss.disposition]} [{rules[_rule(miss)]}]{until}"
