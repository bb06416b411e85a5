"""What the misses come to: judged (L4), made up and released (L5)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.oracle.record import Log, Miss, Student
from tests.oracle.rules import Packs, rule_for
from tests.oracle.tables import Row, day, number, rows_of, sure_day, text


def judged(miss: Miss, student: Student, packs: Packs, decision: Row | None) -> list[Miss]:
    """Return the miss with its disposition, in two entries if a determination splits it."""
    rule = rule_for(packs, student.policy_id, miss.missed_on, miss.reason)
    if decision is None:
        return [replace(miss, rule=rule, disposition=rule.disposition)]
    # L4, D14: a determination beats the rule; if it names minutes, that many (up to what is
    # missed) get its disposition and the rest are not owed. The rule's deadline stays.
    decided = replace(
        miss,
        rule=rule,
        decided_by=text(decision, "determination_id"),
        disposition=text(decision, "disposition"),
        minutes=min(miss.minutes, number(decision, "minutes", miss.minutes)),
    )
    rest = miss.minutes - decided.minutes
    return [decided, replace(decided, disposition="not_owed", minutes=rest)] if rest else [decided]


def decisions(folder: Path, log: Log, as_of: date) -> dict[str, Row]:
    """Return the determination that holds for each session (D4, D10, D14)."""
    holding: dict[str, Row] = {}
    for row in rows_of(folder, "determinations"):
        decided_on = day(row, "decided_on")
        if decided_on is not None and decided_on > as_of:
            continue
        session_id = log.standing(text(row, "session_id"))
        rival = holding.get(session_id)
        # The latest holds; one without a day is taken for older than any with one.
        if rival is None or text(row, "decided_on") > text(rival, "decided_on"):
            holding[session_id] = row
    return holding


def declined(folder: Path, log: Log, as_of: date) -> set[str]:
    """Return the sessions whose misses have a declined offer (D20)."""
    return {
        log.standing(text(row, "session_id"))
        for row in rows_of(folder, "offers")
        if sure_day(row, "date") <= as_of and text(row, "response") == "declined"
    }


def settle(misses: list[Miss], make_ups: list[Row], log: Log, refused: set[str]) -> dict[str, int]:
    """Settle one student's misses of one type; return each make-up's minutes left over.

    `make_ups` are oldest first. Every minute held in one counts (D18).
    """
    left = {text(row, "session_id"): number(row, "minutes_delivered", 0) for row in make_ups}
    # First the links, oldest make-up first, whatever the two dates are (D17).
    for row in make_ups:
        if text(row, "makeup_for"):
            named = log.standing(text(row, "makeup_for"))
            for miss in [miss for miss in misses if miss.session_id == named]:
                _pay(left, row, miss)
    # Then what is left of each, on the oldest open misses dated on or before it (D19).
    oldest_first = sorted(misses, key=lambda miss: (miss.missed_on, miss.within_a_day))
    for row in make_ups:
        for miss in oldest_first:
            if miss.missed_on <= sure_day(row, "date"):
                _pay(left, row, miss)
    # Then a declined offer releases the open rest, where the rule says so.
    for miss in misses:
        if miss.rule.releases and miss.session_id in refused:
            miss.released += miss.still_open
    return left


def _pay(left: dict[str, int], row: Row, miss: Miss) -> None:
    paid = min(left[text(row, "session_id")], miss.still_open)
    miss.made_up += paid
    left[text(row, "session_id")] -= paid
