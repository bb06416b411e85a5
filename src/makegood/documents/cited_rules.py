"""The rules by which a child's misses were judged: as a template lists them, and as the sources that it cites."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from makegood.documents.open_minutes import closed_by_no
from makegood.ledger import Miss
from makegood.records import Records
from makegood.statements.statement.case import Case
from makegood.statements.statement.rules import RuleBook
from makegood.statements.wording.words import Words


def rules_of(records: Records, words: Words, misses: Sequence[Miss]) -> RuleBook:
    """Return the rules of some misses, numbered as they are met."""
    rules = RuleBook(records, words, "family")
    for miss in misses:
        rules.number(miss)
    return rules


def cited(rules: RuleBook, prefix: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the rules as a template lists them, and each as a source.

    Args:
        rules: The rules.
        prefix: What the keys of their sources begin with.
    """
    listed, sources = [], {}
    for line in rules.lines():
        # Where no rule was found, the log is the source.
        key = f"{prefix}{line.number}" if line.citation else "log"
        place = ". ".join(part for part in (line.title, line.citation) if part)
        parts = [
            f"{place}.",
            rules.words.rules.quote.format(quote=line.quote) if line.quote else "",
            line.verified or "",
            line.href or "",
        ]
        if line.citation:
            sources[key] = " ".join(part for part in parts if part)
        listed.append(
            {"title": line.title, "says": " ".join(line.says), "source": key, "verified": line.verified or ""}
        )
    return listed, sources


def closing(case: Case, misses: Sequence[Miss], rules: RuleBook) -> list[dict[str, str]]:
    """Return each policy by which a no closes minutes, with the days of those minutes and no others.

    Args:
        case: The child's case.
        misses: Its misses, in order.
        rules: The rules of those that may still be made up.
    """
    by = defaultdict[tuple[str, str], list[dt.date]](list)
    for miss in misses:
        if rule := closed_by_no(miss):
            by[rule.pack_title, f"open{rules.number(miss)}"].append(miss.missed_on)
    return [
        {"says": title, "source": source, "days": case.days(sorted(set(days)), len(days))}
        for (title, source), days in by.items()
    ]
