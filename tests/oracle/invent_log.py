"""Invented sessions: full, short, missed, different, made up, corrected, decided."""

from datetime import date, timedelta

from tests.oracle.invent_packs import COMMON
from tests.oracle.invent_services import TIMES, policy_of
from tests.oracle.invented import Invented
from tests.oracle.promise import Service
from tests.oracle.services import services_of
from tests.oracle.slots import slots_on
from tests.oracle.tables import Row


def invent_log(folder: Invented, student: Row) -> None:
    """Add the sessions of a student's services, and what is decided of them."""
    mine = [row for row in folder.tables["services"] if row["student_id"] == student["student_id"]]
    own = services_of(folder.tables | {"services": mine})
    for service in own:
        _regular(folder, service, _words(folder, service.row, student))
    rows = [service.row for service in own]
    for service in own:
        _beside(folder, service, rows)
    words = {service.service_id: _words(folder, service.row, student) for service in own}
    sessions = [s for s in folder.tables["sessions"] if s["service_id"] in words]
    replaced_by: dict[str, str] = {}
    for row in sessions:
        if folder.chance(0.08):
            _correct(folder, row, words[row["service_id"]], replaced_by)
    _decide(folder, sessions, replaced_by)


def invent_groups(folder: Invented) -> None:
    """Hold some sessions of one day together."""
    days: dict[str, list[Row]] = {}
    for row in folder.tables["sessions"]:
        days.setdefault(row["date"], []).append(row)
    for on in sorted(days):
        if len(days[on]) > 1 and folder.chance(0.3):
            group = folder.new_id("groups")
            for row in folder.dice.sample(days[on], min(len(days[on]), folder.dice.randint(2, 5))):
                row["group_id"] = group
                if folder.chance(0.9):
                    row["group_size"] = ""


def is_regular(row: Row) -> bool:
    """Tell whether a row is a regular session."""
    linked = row.get("makeup_for") or row.get("award_id")
    return row.get("kind") in ("", "regular") and not linked


def _words(folder: Invented, service: Row, student: Row) -> list[str]:
    codes = folder.codes.get(policy_of(folder, service, student), [])
    return ["", "", "", *COMMON, "student_late", "strike", *codes]


def _regular(folder: Invented, service: Service, words: list[str]) -> None:
    dice = folder.dice
    usual = set(dice.sample(range(5), dice.randint(1, 3)))
    diligence = dice.choice((0.3, 0.8, 0.95))
    current = service.start - timedelta(days=4)  # some fall before the start, or after the end
    while current <= service.end + timedelta(days=8):
        slots = slots_on(service, current)
        in_term = current in service.term_days
        for slot in slots:
            if folder.chance(diligence if in_term else 0.05):
                _session(folder, service, current, words, slot)
        held = not service.slots and current.weekday() in usual and folder.chance(diligence if in_term else 0.05)
        if held or folder.chance(0.015):
            for _ in range(2 if folder.chance(0.05) else 1):
                _session(folder, service, current, words, None)
        current += timedelta(days=1)


def _session(folder: Invented, service: Service, on: date, words: list[str], slot: Row | None) -> None:
    dice = folder.dice
    minutes = service.minutes // (6 if service.per == "iep" else 1)
    if slot and folder.chance(0.7):
        minutes = int(slot["minutes"])
    elif not service.row["sessions"]:
        minutes = dice.choice((30, 30, 30, 20, 25, 45))
    planned = dice.choice((None, None, None, minutes, minutes + 5, 0))
    share = dice.random()
    delivered = minutes if share < 0.55 else 0 if share < 0.82 else dice.randint(1, minutes)
    if folder.chance(0.05):
        delivered = minutes + dice.randint(1, 20)
    different = folder.chance(0.2)
    provider = dice.choice(folder.tables["providers"])["provider_id"]
    begins = slot["start_time"] if slot and folder.chance(0.5) else None
    reason = dice.choice(words) if delivered < minutes or folder.chance(0.02) else None
    folder.add(
        "sessions",
        session_id=folder.new_id("sessions"),
        service_id=service.service_id,
        date=on,
        minutes_delivered=delivered,
        minutes_planned=planned,
        start_time=dice.choice((*TIMES, "14:20")) if folder.chance(0.1) else begins,
        reason=reason.upper() if reason and folder.chance(0.05) else reason,
        kind=dice.choice((None, "regular")),
        as_written=dice.choice((None, True, not different)),
        group_size=dice.choice((None, 1, 2, 4)) if different else None,
        setting=dice.choice((None, "therapy ROOM", "Classroom")) if different else None,
        provider_id=provider if folder.chance(0.3) else None,
    )


def _beside(folder: Invented, service: Service, own: list[Row]) -> None:
    dice = folder.dice
    service_type = service.service_type.lower()
    kin = {s["service_id"] for s in own if s["service_type"].lower() == service_type}
    targets = [s for s in folder.tables["sessions"] if s["service_id"] in kin]
    targets = [s for s in targets if is_regular(s)]
    short = [s for s in targets if s["minutes_delivered"] == "0"]
    awards = [
        a
        for a in folder.tables["awards"]
        if (a["student_id"], a["service_type"].lower()) == (service.student_id, service_type)
    ]
    first, last = service.start, service.end
    for _ in range(dice.randint(0, 16)):
        linked = dice.choice(short if short and folder.chance(0.8) else targets or [None])
        link = linked["session_id"] if linked and folder.chance(0.6) else None
        on = folder.day_in(first, last + timedelta(days=30))
        if linked and folder.chance(0.6):  # soon after the miss, or even before it
            on = date.fromisoformat(linked["date"]) + timedelta(days=dice.randint(-5, 25))
        folder.add(
            "sessions",
            session_id=folder.new_id("sessions"),
            service_id=service.service_id,
            date=on,
            minutes_delivered=dice.choice((5, 10, 20, 30, 60, 90)),
            kind="make_up" if link is None or folder.chance(0.5) else None,
            makeup_for=link,
            start_time=dice.choice(TIMES) if folder.chance(0.2) else None,
            as_written=dice.choice((None, None, False)),
        )
    for _ in range(dice.randint(0, 4) if awards else folder.chance(0.05)):
        named = dice.choice(awards)["award_id"] if awards and folder.chance(0.9) else None
        folder.add(
            "sessions",
            session_id=folder.new_id("sessions"),
            service_id=service.service_id,
            date=folder.day_in(first, last + timedelta(days=30)),
            minutes_delivered=dice.choice((15, 30, 45, 60)),
            kind="compensatory" if named is None or folder.chance(0.5) else None,
            award_id=named,
        )


def _correct(folder: Invented, row: Row, words: list[str], replaced_by: dict[str, str]) -> None:
    for _ in range(folder.dice.choice((1, 1, 2, 3))):
        cells = dict(row)
        old = cells.pop("session_id")
        cells["corrects"] = old
        cells["minutes_delivered"] = str(folder.dice.choice((0, 10, int(row["minutes_delivered"]))))
        if is_regular(row):
            cells["reason"] = folder.dice.choice(words)
        if folder.chance(0.3):
            moved = date.fromisoformat(row["date"]) + timedelta(days=folder.dice.randint(-9, 9))
            cells["date"] = moved.isoformat()
        row = folder.add("sessions", session_id=folder.new_id("sessions"), **cells)
        replaced_by[old] = row["session_id"]


def _decide(folder: Invented, sessions: list[Row], replaced_by: dict[str, str]) -> None:
    dice = folder.dice
    taken = set()
    for row in sessions:
        if not is_regular(row):
            continue
        standing = row["session_id"]
        while standing in replaced_by:
            standing = replaced_by[standing]
        for _ in range(dice.choice((1, 1, 2, 3)) if folder.chance(0.15) else 0):
            on = date.fromisoformat(row["date"]) + timedelta(days=dice.randint(-3, 80))
            decided_on = None if folder.chance(0.15) else on
            if (standing, decided_on) in taken:
                continue  # two of one day for one miss are refused
            taken.add((standing, decided_on))
            folder.add(
                "determinations",
                determination_id=folder.new_id("determinations"),
                session_id=dice.choice((row["session_id"], standing)),
                disposition=dice.choice(("owed", "owed", "not_owed", "team_decides")),
                minutes=dice.choice((0, dice.randint(1, 40))) if folder.chance(0.4) else None,
                decided_on=decided_on,
            )
        for _ in range(dice.randint(1, 2) if folder.chance(0.3) else 0):
            folder.add(
                "offers",
                offer_id=folder.new_id("offers"),
                session_id=dice.choice((row["session_id"], standing)),
                date=date.fromisoformat(row["date"]) + timedelta(days=dice.randint(0, 40)),
                response=dice.choice(("accepted", "declined", "declined", "no_answer")),
            )
