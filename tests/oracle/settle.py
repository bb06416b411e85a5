"""What the misses come to: judged (L4), made up and released (L5)."""

from dataclasses import replace
from datetime import date

from tests.oracle.known import Tables
from tests.oracle.promise import Period
from tests.oracle.record import Log, Miss, kind_of, period_holding
from tests.oracle.rules import Rule, rule_for
from tests.oracle.tables import Row, day, number, sure_day, text

MADE_UP = Rule(None, "owed", word="made_up")


def judged(miss: Miss, log: Log, decision: Row | None) -> list[Miss]:
    """Return the miss with its disposition, in two entries if a determination splits it."""
    miss.rule = rule_for(log.packs, miss.service.policy_id, miss.missed_on, miss.reason)
    if decision is not None:
        miss.decided_by = text(decision, "determination_id")
    if miss.minutes == 0:
        return [miss]  # L7: neither disposition nor deadline
    if decision is None:
        return [replace(miss, disposition=miss.rule.disposition)]
    # L4, D14: a determination beats the rule; if it names minutes, that many (up to what is
    # missed) get its disposition and the rest are not owed. The rule's deadline stays.
    minutes = min(miss.minutes, number(decision, "minutes", miss.minutes))
    decided = replace(miss, disposition=text(decision, "disposition"), minutes=minutes)
    rest = replace(miss, disposition="not_owed", minutes=miss.minutes - minutes)
    return [entry for entry in (decided, rest) if entry.minutes]


def decisions(tables: Tables, log: Log, as_of: date) -> dict[str, Row]:
    """Return the determination that holds for each session (D4, D10, D14)."""
    holding: dict[str, Row] = {}
    for row in tables["determinations"]:
        decided_on = day(row, "decided_on")
        if decided_on is not None and decided_on > as_of:
            continue
        session_id = log.standing(text(row, "session_id"))
        rival = holding.get(session_id)
        # The latest holds; one without a day is taken for older than any with one.
        if rival is None or text(row, "decided_on") > text(rival, "decided_on"):
            holding[session_id] = row
    return holding


def declined(tables: Tables, log: Log, as_of: date) -> set[str]:
    """Return the sessions whose misses have a declined offer (D20)."""
    return {
        log.standing(text(row, "session_id"))
        for row in tables["offers"]
        if sure_day(row, "date") <= as_of and text(row, "response") == "declined"
    }


def waits(row: Row, log: Log, periods: dict[str, list[Period]], as_of: date) -> bool:
    """Tell whether a make-up names a regular row of a period that is open or not yet begun.

    `periods` are every period of each service, begun or not.
    """
    named = log.every_row[log.standing(text(row, "makeup_for"))]
    if kind_of(named) != "regular":
        return False
    period = period_holding(periods[text(named, "service_id")], sure_day(named, "date"))
    return period is not None and (period.first > as_of or period.is_open(as_of))


def settle(misses: list[Miss], make_ups: list[Row], log: Log, waiting: set[str]) -> dict[str, int]:
    """Settle one student's misses of one type; return each make-up's minutes left over.

    `make_ups` are oldest first; `waiting` are those that wait. Every minute held in one counts (D18).
    """
    left = {text(row, "session_id"): number(row, "minutes_delivered", 0) for row in make_ups}
    goes_on = []
    # First the links, oldest make-up first, whatever the two dates are.
    for row in make_ups:
        if text(row, "session_id") in waiting:
            continue
        named = [miss for miss in misses if miss.minutes and miss.session_id == _named(row, log)]
        for miss in named:
            _pay(left, row, miss, ("owed", "team_decides", "unknown"))
        if not named or any(miss.disposition != "not_owed" for miss in named):
            goes_on.append(row)  # one that names what is not owed settles nothing else
    # Then what is left of each: open misses, then those that a team decides, then the unknown.
    oldest_first = sorted(misses, key=lambda miss: (miss.missed_on, miss.within_a_day))
    for disposition in ("owed", "team_decides", "unknown"):
        for row in goes_on:
            for miss in oldest_first:
                if miss.missed_on <= sure_day(row, "date"):
                    _pay(left, row, miss, (disposition,))
    return left


def _named(row: Row, log: Log) -> str:
    # An unlinked make-up names nothing, and no session has an empty id.
    return log.standing(text(row, "makeup_for"))


def _pay(left: dict[str, int], row: Row, miss: Miss, dispositions: tuple[str, ...]) -> None:
    if miss.disposition in dispositions:
        paid = min(left[text(row, "session_id")], miss.minutes - miss.made_up)
        miss.made_up += paid
        left[text(row, "session_id")] -= paid


def credited(miss: Miss) -> list[Miss]:
    """Return a miss whose undecided minutes were made up in two entries: those, and the rest (L5)."""
    if miss.disposition not in ("team_decides", "unknown") or not miss.made_up:
        return [miss]
    given = replace(miss, disposition="owed", minutes=miss.made_up, rule=MADE_UP, decided_by=None)
    rest = replace(miss, minutes=miss.minutes - miss.made_up, made_up=0)
    return [given, rest] if rest.minutes else [given]


def release(misses: list[Miss], refused: set[str]) -> None:
    """Release the open rest of what was declined, where the rule says so."""
    for miss in misses:
        if miss.rule.releases and miss.session_id in refused:
            miss.released += miss.still_open
