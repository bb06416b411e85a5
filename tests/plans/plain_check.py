"""A plan held against the tables of a folder themselves: slow, obvious, and without the planner's own reading.

It takes what `makegood plan --format json` prints. Nothing of `makegood.planner` is used; days with school,
times, ways and sums are all counted here from the rows as they stand.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, cast

from makegood.intake import read_folder
from makegood.ledger import Ledger, ledger_of
from makegood.records import Records
from makegood.records.column import Table

Row = Any
"""One row of a table, or one part of a plan, by column."""

NO_SCHOOL = {"holiday", "break", "in_service", "weather_closure", "emergency_closure"}
GRADES = {"PK": -1, "K": 0} | {str(grade): grade for grade in range(1, 13)}


def check_plan(
    folder: Path,
    as_of: dt.date,
    plan_json: dict[str, Any],
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    with_team: bool = False,
) -> list[str]:
    """Return what stands against a plan of a folder, in words; an empty list if nothing does.

    Args:
        folder: The folder of records.
        as_of: The day as of which the plan was asked for.
        plan_json: What `makegood plan --format json` printed.
        first: The first day of the plan, if it is to be checked.
        last: The last.
        with_team: Whether minutes that wait for the team were planned too.
    """
    records, findings = read_folder(folder, as_of=as_of)
    if records is None:
        return [f"the folder cannot be read: {finding.message}" for finding in findings]
    check = _Check(records, ledger_of(records, as_of), plan_json["sessions"], with_team)
    check.sums(plan_json)
    check.horizon(first or as_of, last or dt.date.max)
    check.pinned(first or as_of, last or dt.date.max)
    check.all_sessions()
    check.pairs()
    check.minutes()
    check.limits()
    return check.wrong


def rows(table: Table) -> list[dict[str, Any]]:
    """Return a table row by row."""
    names = [name for name in type(table).__dataclass_fields__ if isinstance(getattr(table, name), list)]
    return [
        dict(zip(names, cells, strict=True)) for cells in zip(*(getattr(table, name) for name in names), strict=True)
    ]


def day(session: Row) -> dt.date:
    return dt.date.fromisoformat(session["date"])


def taken(session: Row) -> set[int]:
    hours, minutes = str(session["start"]).split(":")
    start = int(hours) * 60 + int(minutes)
    return set(range(start, start + session["minutes"]))


def label(session: Row) -> str:
    return f"{session['provider_id']}@{session['school_id']} {session['date']} {session['start']}"


@dataclass
class _Check:
    records: Records
    ledger: Ledger
    sessions: list[Row]
    with_team: bool
    wrong: list[str] = field(default_factory=list)
    students: dict[str, Row] = field(init=False)
    services: dict[str, Row] = field(init=False)
    providers: dict[str, Row] = field(init=False)
    owed: Counter[tuple[str, str, str | None, dt.date]] = field(init=False)
    read: dict[str, list[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.students = {row["student_id"]: row for row in self.rows("students")}
        self.services = {row["service_id"]: row for row in self.rows("services")}
        self.providers = {row["provider_id"]: row for row in self.rows("providers")}
        self.owed = Counter()
        for miss in self.ledger.misses:
            waits = miss.minutes if self.with_team and miss.status == "team_decides" else 0
            minutes = miss.open if miss.status in {"open", "overdue"} else waits
            if minutes:
                self.owed[miss.student_id, miss.service_id, miss.session_id, miss.missed_on] += minutes

    def rows(self, table: str) -> list[Row]:
        """Return a table row by row; read once, for a folder may hold thousands."""
        if table not in self.read:
            self.read[table] = rows(self.records.table(table))
        return self.read[table]

    def expect(self, holds: object, session: Row, says: str) -> None:
        if not holds:
            self.wrong.append(f"{label(session)}: {says}" if session else says)

    def pieces(self) -> Iterator[tuple[Row, Row, Row, tuple[str, str, str | None, dt.date]]]:
        for session in self.sessions:
            for student in session["students"]:
                for part in student["settles"]:
                    missed_on = dt.date.fromisoformat(part["missed_on"])
                    name = (student["student_id"], part["service_id"], part["session_id"], missed_on)
                    yield session, student, part, name

    # Days with school, and who is where.

    def calendar_of(self, student: Row) -> str | None:
        school: Row = next((row for row in self.rows("schools") if row["school_id"] == student["school_id"]), {})
        only = set(self.records.terms.calendar_id)
        return student["calendar_id"] or school.get("calendar_id") or (only.pop() if len(only) == 1 else None)

    def school_day(self, student: Row, on: dt.date) -> bool:
        name = self.calendar_of(student)
        if name not in self.records.terms.calendar_id:
            return False
        kinds = {
            row["kind"]
            for row in self.rows("calendar")
            if row["calendar_id"] == name
            and row["date"] <= on <= (row["until"] or row["date"])
            and (not row["grades"] or student["grade"] in row["grades"])
        }
        terms = [row for row in self.rows("terms") if row["calendar_id"] == name and row["kind"] in {"year", "esy"}]
        usual = on.weekday() < 5 and any(row["start"] <= on <= row["end"] for row in terms)
        return "school_day" in kinds or (usual and not kinds & NO_SCHOOL)

    def away(self, table: str, column: str, who: str, on: dt.date) -> bool:
        return any(
            row[column] == who and row["date"] <= on <= (row["until"] or row["date"]) for row in self.rows(table)
        )

    def regular(self, on: dt.date) -> Iterator[tuple[str, str | None, set[int]]]:
        """Walk over the regular slots of a day: the student, the provider, the minutes."""
        for slot in self.rows("schedule"):
            service = self.services[slot["service_id"]]
            student = self.students[service["student_id"]]
            # A service without dates runs through the school years.
            calendar = self.calendar_of(student)
            years = [row for row in self.rows("terms") if (row["calendar_id"], row["kind"]) == (calendar, "year")]
            begins = service["start"] or min((row["start"] for row in years), default=dt.date.min)
            is_over = service["end"] or max((row["end"] for row in years), default=dt.date.max)
            starts = max(slot["from_"] or dt.date.min, begins)
            ends = min(slot["until"] or dt.date.max, is_over)
            holds = slot["weekday"] == on.weekday() and starts <= on <= ends
            if holds and self.school_day(student, on):
                minutes = set(range(slot["start_time"], slot["start_time"] + slot["minutes"]))
                yield service["student_id"], slot["provider_id"] or service["provider_id"], minutes

    def way(self, left: str, reached: str) -> int | None:
        ways = self.rows("travel")
        there = [row["minutes"] for row in ways if (row["from_"], row["to"]) == (left, reached)]
        back = [row["minutes"] for row in ways if (row["from_"], row["to"]) == (reached, left)]
        return max(there or back, default=None)

    # Open time.

    def provider_time(self, session: Row, *, dated: bool) -> set[int]:
        base, found = self.providers[session["provider_id"]]["school_id"], set[int]()
        for row in self.rows("availability"):
            on = row["date"] == day(session) if dated else row["weekday"] == day(session).weekday()
            there = row["school_id"] == session["school_id"]
            if row["school_id"] is None:
                reached = base is None or self.way(base, session["school_id"]) is not None
                there = base == session["school_id"] or reached
            if row["provider_id"] == session["provider_id"] and on and there:
                found |= set(range(row["start"], row["end"]))
        return found

    def open_time(self, session: Row, student: Row) -> set[int]:
        on, by_date = day(session), self.provider_time(session, dated=True)
        if not self.school_day(student, on):
            return by_date
        own = [
            row
            for row in self.rows("student_times")
            if row["student_id"] == student["student_id"]
            or (
                row["student_id"] is None
                and row["school_id"] == student["school_id"]
                and row["grade"] in {None, student["grade"]}
            )
        ]
        today = [(set(range(r["start"], r["end"])), r["use"]) for r in own if r["weekday"] == on.weekday()]
        bell = set[int]()
        for row in self.rows("bell"):
            if row["school_id"] == student["school_id"] and row["weekday"] == on.weekday():
                bell |= set(range(row["start"], row["end"]))
        opens = bell
        if any(row["use"] == "open" for row in own):
            opens = set[int]().union(*(minutes for minutes, use in today if use == "open"))
        if bell:
            opens = opens | {minute for minute in by_date if minute < min(bell) or minute > max(bell)}
        return opens - set[int]().union(*(minutes for minutes, use in today if use != "open"))

    # The rules.

    def horizon(self, first: dt.date, last: dt.date) -> None:
        for session in self.sessions:
            self.expect(first <= day(session) <= last, session, f"outside {first} to {last}")

    def pinned(self, first: dt.date, last: dt.date) -> None:
        """Ask for what is agreed in these days, where every minute of it is still open and nobody declined it."""
        declined = {row["session_id"] for row in self.rows("offers") if row["response"] == "declined"}
        agreed: dict[str, list[Row]] = {}
        for row in self.rows("pinned"):
            agreed.setdefault(row["pinned_id"], []).append(row)
        for name, parts in agreed.items():
            names = [(row["student_id"], row["service_id"], row["session_id"], row["missed_on"]) for row in parts]
            still = all(self.owed[key] >= row["settles"] for key, row in zip(names, parts, strict=True))
            if not still or declined & {row["session_id"] for row in parts} or not first <= parts[0]["date"] <= last:
                continue
            wanted = {(*key, row["settles"]) for key, row in zip(names, parts, strict=True)}
            head = parts[0]
            found = [
                session
                for session in self.sessions
                if (day(session), min(taken(session), default=None)) == (head["date"], head["start"])
                and session["minutes"] == head["minutes"]
                and (session["school_id"], session["provider_id"]) == (head["school_id"], head["provider_id"])
                and {(*key, part["minutes"]) for one, _, part, key in self.pieces() if one is session} == wanted
            ]
            self.expect(found, None, f"pinned {name} is not in the plan as it was agreed")

    def sums(self, plan_json: dict[str, Any]) -> None:
        told = Counter(self.owed)
        for *_, part, name in self.pieces():
            told[name] -= part["minutes"]
        for row in plan_json.get("unplanned", []):
            name = (row["student_id"], row["service_id"], row["session_id"], dt.date.fromisoformat(row["missed_on"]))
            told[name] -= row["minutes"]
        for name, minutes in told.items():
            self.expect(minutes == 0, None, f"{name}: {minutes} minutes neither planned nor told")
        planned = sum(part["minutes"] for *_, part, _ in self.pieces())
        figures = plan_json.get("summary", {})
        self.expect(figures.get("planned", planned) == planned, None, f"summary: planned is {planned}")
        owed = sum(self.owed.values())
        self.expect(figures.get("owed", owed) == owed, None, f"summary: owed is {owed}")
        self.expect(figures.get("bound", planned) >= planned, None, f"summary: the bound is under {planned}")

    def all_sessions(self) -> None:
        keys = [(row["date"], row["start"], row["school_id"], row["provider_id"]) for row in self.sessions]
        self.expect(keys == sorted(keys), None, "sessions are not in order")
        for session in self.sessions:
            provider = self.providers.get(session["provider_id"])
            people = [self.students.get(row["student_id"]) for row in session["students"]]
            if provider is None or not people or None in people:
                self.expect(holds=False, session=session, says="nobody, or somebody who is not on record")
                continue
            self.one_session(session, provider, cast("list[Row]", people))

    def one_session(self, session: Row, provider: Row, people: list[Row]) -> None:
        on, minutes = day(session), taken(session)
        self.expect(minutes, session, "takes no time")
        may = {each.casefold() for each in provider["service_types"] or ()}
        self.expect(session["service_type"].casefold() in may, session, "no credential")
        away = self.away("provider_absences", "provider_id", provider["provider_id"], on)
        self.expect(not away, session, "the provider is away")
        time = self.provider_time(session, dated=True)
        if all(self.school_day(student, on) for student in people):
            time |= self.provider_time(session, dated=False)
        self.expect(minutes <= time, session, "the provider has no time for it")
        for student in people:
            name = student["student_id"]
            self.expect(student["school_id"] == session["school_id"], session, f"{name} is at another school")
            self.expect(minutes <= self.open_time(session, student), session, f"{name} is not open")
            student_away = self.away("student_absences", "student_id", name, on)
            self.expect(not student_away, session, f"{name} is away")
        for name, provider_id, slot in self.regular(on):
            at = self.students[name]["school_id"]
            here = name in {student["student_id"] for student in people}
            self.expect(not (here and slot & minutes), session, f"{name} has a regular session")
            if provider_id == provider["provider_id"]:
                self.expect(not slot & minutes, session, f"the provider has a regular session with {name}")
                self.expect(self.far_enough(session["school_id"], minutes, at, slot), session, f"the way to {name}")
        self.together(session, people)

    def together(self, session: Row, people: list[Row]) -> None:
        names = {student["student_id"] for student in people}
        self.expect(len(names) == len(people), session, "somebody is listed twice")
        for row in session["students"]:
            self.expect(row["settles"], session, "somebody makes up nothing")
            for part in row["settles"]:
                most = (self.services.get(part["service_id"]) or {}).get("group_max") or 1
                self.expect(len(people) <= most, session, f"{len(people)} together, {part['service_id']}: {most}")
        span = self.limit("grade_span")
        for one, other in combinations(people, 2):
            known = one["grade"] in GRADES and other["grade"] in GRADES
            near = known and abs(GRADES[one["grade"]] - GRADES[other["grade"]]) <= (span or 0)
            self.expect(span is None or near, session, "grades too far apart")

    def far_enough(self, here: str, minutes: set[int], there: str, others: set[int]) -> bool:
        if here == there or minutes & others or not minutes or not others:
            return True
        before = max(minutes) < min(others)
        needed = self.way(here, there) if before else self.way(there, here)
        gap = min(others) - max(minutes) - 1 if before else min(minutes) - max(others) - 1
        return needed is not None and gap >= needed

    def pairs(self) -> None:
        days: dict[str, list[Row]] = {}
        for session in self.sessions:
            days.setdefault(session["date"], []).append(session)
        for one, other in (pair for sessions in days.values() for pair in combinations(sessions, 2)):
            here, there = taken(one), taken(other)
            if one["provider_id"] == other["provider_id"]:
                self.expect(not here & there, one, f"the provider is also in {label(other)}")
                enough = self.far_enough(one["school_id"], here, other["school_id"], there)
                self.expect(enough, one, f"too little time to {label(other)}")
            both = {row["student_id"] for row in one["students"]} & {row["student_id"] for row in other["students"]}
            self.expect(not (both and here & there), one, f"{sorted(both)} also in {label(other)}")

    def minutes(self) -> None:
        paid: Counter[tuple[str, str, str | None, dt.date]] = Counter()
        shortest, longest = self.limit("shortest") or 1, self.limit("longest") or 24 * 60
        for session in self.sessions:
            self.expect(shortest <= session["minutes"] <= longest, session, "too short or too long")
            for row in session["students"]:
                total = sum(part["minutes"] for part in row["settles"])
                self.expect(total <= session["minutes"], session, f"settles {total} for {row['student_id']}")
        pinned: Counter[tuple[str, str, str | None, dt.date]] = Counter()
        for row in self.rows("pinned"):
            pinned[row["student_id"], row["service_id"], row["session_id"], row["missed_on"]] += row["settles"]
        for session, _, part, name in self.pieces():
            paid[name] += part["minutes"]
            self.expect(name in self.owed, session, f"{name} is not owed")
            same_type = (self.services.get(name[1]) or {}).get("service_type") == session["service_type"]
            self.expect(same_type, session, f"{name} is of another service")
            self.expect(day(session) >= name[3], session, f"{name} is missed later")
            least = min(shortest, max(self.owed[name] - pinned[name], 0)) or 1
            self.expect(part["minutes"] >= least, session, f"a piece of {part['minutes']} of {name}")
        for name, minutes in paid.items():
            self.expect(minutes <= self.owed[name], None, f"{name}: {minutes} settled of {self.owed[name]}")

    def limits(self) -> None:
        sums: Counter[tuple[str, str, object]] = Counter()
        for session in self.sessions:
            week = day(session).isocalendar()[:2]
            for who in {row["student_id"] for row in session["students"]}:
                sums["student_day", who, session["date"]] += session["minutes"]
                sums["student_week", who, week] += session["minutes"]
            sums["provider_day", session["provider_id"], session["date"]] += session["minutes"]
            sums["provider_week", session["provider_id"], week] += session["minutes"]
        for (name, who, when), minutes in sums.items():
            limit = self.limit(name)
            self.expect(limit is None or minutes <= limit, None, f"{name} of {who} in {when}: {minutes} over {limit}")

    def limit(self, name: str) -> int | None:
        column = getattr(self.records.limits, name)
        return column[0] if column else None
