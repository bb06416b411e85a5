"""What a week is made from, gathered from a folder of records."""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import reduce

from makegood.calendars import date_of, day_number, monday_of
from makegood.calendars.days import WEEK
from makegood.log import Log, ServiceFacts, alike
from makegood.planner.gather.tables import bell_of, student_times_of
from makegood.planner.grades import grade_of
from makegood.planner.spans import common
from makegood.records import Records
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin
from makegood.week.caseload import Caseload, Fixed, Need, Slot, Therapist
from makegood.week.item import may_stay_together
from makegood.week.open_time import OpenTime
from makegood.week.pattern import SCHOOL_WEEK
from makegood.week.present import NEAR, YEAR, Present, groups_of, order_of, present_of, with_homes
from makegood.week.promise import Often, length_of, often, places_of
from makegood.week.therapists import therapists_of, ways_of


def caseload_of(
    records: Records,
    as_of: dt.date,
    first: dt.date,
    *,
    schools: Collection[str] = (),
    providers: Collection[str] = (),
    services: Collection[str] = (),
    keep: bool = False,
) -> tuple[Caseload, list[Finding]]:
    """Gather what the week from a day on depends on.

    Services count that are in force on that day or begin within two weeks of it.

    Args:
        records: The records.
        as_of: The day up to which the log is counted.
        first: The day from which the week is to hold.
        schools: Only sessions at these; none named: at all.
        providers: Only sessions of these; none named: of all.
        services: Only these services; none named: all.
        keep: Whether present slots stay where they are.

    Returns:
        The facts, and what a person should look at.
    """
    return _Gathering(records, as_of, first, keep=keep).caseload(set(schools), set(providers), set(services))


class _Gathering:
    """The look-ups on the way to a caseload."""

    def __init__(self, records: Records, as_of: dt.date, first: dt.date, *, keep: bool) -> None:
        self.records, self.as_of, self.first, self.keep = records, as_of, first, keep
        self.log = Log(records, as_of)
        self.day = day_number(first)
        self.open_time = OpenTime(student_times_of(records, set(records.students.student_id)), bell_of(records))
        self.ways = ways_of(records)
        schools = records.schools.school_id
        self.only_school = schools[0] if len(schools) == 1 else None
        self.student = records.students.index()
        self.findings: list[Finding] = []
        self._closed: dict[tuple[object, ...], tuple[tuple[int, int], ...]] = {}

    def caseload(self, schools: set[str], providers: set[str], only: set[str]) -> tuple[Caseload, list[Finding]]:
        table = self.records.services
        where = {place: self._school(place) for place in range(len(table))}
        everywhere = {school for school in where.values() if school}
        therapists = therapists_of(self.records, everywhere, self.ways, self.open_time, self.first)
        needs: dict[str, Need] = {}
        ended: list[Slot] = []
        fixed: list[Fixed] = []
        closed: dict[str, tuple[tuple[int, int], ...]] = {}
        for place in sorted(range(len(table)), key=table.service_id.__getitem__):
            facts, school = self.log.services.of(place), where[place]
            if facts is None or facts.end < self.day or table.whole(place) == 0:
                continue
            present = present_of(self.log, place, self.day)
            need: Need | None = None
            over: list[Slot] = []
            asked = not only or table.service_id[place] in only
            if asked and facts.start <= self.day + NEAR and self._has_school(facts):
                if school is None:
                    self._without_school(place)
                    continue
                need, over = self._need(place, facts, school, present, therapists)
                if (schools and school not in schools) or (providers and not providers & set(need.providers)):
                    need, over = None, []
            if need is None:
                fixed += self._fixed(place, facts, school or "", present, later_only=False)
                continue
            needs[need.service_id] = need
            closed[need.service_id] = self._closed_days(facts, need)
            ended += over
            fixed += self._fixed(place, facts, need.school_id, present, later_only=True)
        grade_spans = [n for n in self.records.limits.grade_span if n is not None]
        used = {need.school_id for need in needs.values()}
        caseload = Caseload(
            first=self.first,
            as_of=self.as_of,
            needs=tuple(needs.values()),
            therapists=therapists,
            student_time=self._student_time(needs.values()),
            cycle_time=self._cycle_time(needs.values()) if self.open_time.cycles else {},
            ways=self.ways,
            fixed=tuple(fixed),
            ended=tuple(sorted(ended, key=order_of)),
            grade_span=min(grade_spans, default=None),
            keep=self.keep,
            closed=closed,
            usual_provider={
                id_: who for id_, who in zip(table.service_id, table.provider_id, strict=True) if who is not None
            }
            | {need.service_id: need.providers[0] for need in needs.values() if need.named},
            no_bell=frozenset(school for school in used if not self.open_time.has_bell(school)),
        )
        groups = groups_of(self.log, needs, caseload.grade_span)
        if self.keep:
            groups = [group for group in groups if may_stay_together([needs[id_] for id_ in group])]
        return replace(caseload, groups=tuple(groups)), self.findings

    def _need(
        self, place: int, facts: ServiceFacts, school: str, present: Present, therapists: dict[str, Therapist]
    ) -> tuple[Need, list[Slot]]:
        table, student = self.records.services, self.student[self.records.services.student_id[place]]
        whole, slots = table.whole(place), Counter(slot.minutes for slot in present.now)
        usual_slot = min(slots, key=lambda minutes: (-slots[minutes], -minutes), default=None)
        written = table.length(place)
        usual = None if written or usual_slot else self.log.lengths.usual(place, day_number(self.as_of))
        length = length_of(whole, written, usual_slot, usual)
        rhythm = often(self.log, place, facts, length.minutes, self.day)
        grade = self.records.students.grade[student]
        providers, named = self._providers(place, school, present, therapists)
        places, over = with_homes(places_of(rhythm, self._offset(rhythm, facts)), length.minutes, present.now)
        if any(slot.provider_id not in therapists for slot in present.now):
            places = [replace(each, home=None) for each in places]
        later = min((begins - 1 for _, begins, _ in present.later), default=None)
        last = facts.end if later is None else min(facts.end, later)
        need = Need(
            service_id=table.service_id[place],
            student_id=table.student_id[place],
            service_type=table.service_type[place],
            school_id=school,
            providers=providers,
            named=named,
            minutes=length.minutes,
            places=tuple(places),
            group_max=self._group_max(place),
            in_group=(table.delivery[place] or "").casefold() == "group",
            goals=(table.goals[place] or "").strip().casefold() or None,
            grade=grade_of(grade),
            first=date_of(max(self.day, facts.start)),
            last=date_of(last),
            until=None if later is None else date_of(last),
            length_from=length.source,
        )
        return need, over

    def _providers(
        self, place: int, school: str, present: Present, therapists: dict[str, Therapist]
    ) -> tuple[tuple[str, ...], bool]:
        table = self.records.services
        named = {slot.provider_id for slot in present.now if slot.provider_id} or {table.provider_id[place] or ""}
        named = {id_ for id_ in named if id_ in therapists} or self._usual_provider(place, therapists)
        if named:
            return tuple(sorted(named)), True
        kind = alike(table.service_type[place])
        able = [
            id_
            for id_, each in therapists.items()
            if any(alike(word) == kind for word in each.service_types) and any(key[0] == school for key in each.time)
        ]
        return tuple(able), False

    def _usual_provider(self, place: int, therapists: dict[str, Therapist]) -> set[str]:
        """Return who gave most sessions of a service in the year before, if the log names anybody."""
        ids = self.records.sessions.provider_id
        rows = (at for at in self.log.sessions_of.get(place, ()) if self.log.days[at] > self.day - YEAR)
        counted = Counter(id_ for at in rows if (id_ := ids[at]) in therapists)
        return {min(counted, key=lambda id_: (-counted[id_], id_))} - {None} if counted else set()

    def _offset(self, rhythm: Often, facts: ServiceFacts) -> int:
        """Return the week of the first day in a service's block of weeks, which begins with the week of its start."""
        return (monday_of(self.day) - monday_of(facts.start)) // WEEK % rhythm.weeks

    def _group_max(self, place: int) -> int:
        """Return how many may be together, as the service says; 1 where it says individual, or no size."""
        table = self.records.services
        if (table.delivery[place] or "").casefold() == "individual":
            return 1
        return table.group_max[place] or 1

    def _school(self, place: int) -> str | None:
        own = self.records.services.school_id[place]
        at = self.student[self.records.services.student_id[place]]
        return own or self.records.students.school_id[at] or self.only_school

    def _has_school(self, facts: ServiceFacts) -> bool:
        """Return whether the service has a day of school in its next four weeks."""
        begins = max(self.day, facts.start)
        return facts.calendar.count(facts.school_days, begins, min(begins + 27, facts.end)) > 0

    def _fixed(
        self, place: int, facts: ServiceFacts, school: str, present: Present, *, later_only: bool
    ) -> list[Fixed]:
        student_id = self.records.services.student_id[place]
        rows = [(slot, begins, ends) for slot, begins, ends in present.later]
        if not later_only:
            rows += [(slot, max(self.day, facts.start), facts.end) for slot in present.now]
        return [
            Fixed(slot=slot, student_id=student_id, school_id=school, first=date_of(begins), last=date_of(ends))
            for slot, begins, ends in rows
        ]

    def _student_time(self, needs: Collection[Need]) -> dict[tuple[str, str, int], tuple[tuple[int, int], ...]]:
        grades = self.records.students.grade
        return {
            (need.student_id, need.school_id, weekday): self.open_time.of_student(
                need.student_id, need.school_id, grades[self.student[need.student_id]], weekday
            )
            for need in needs
            for weekday in range(SCHOOL_WEEK)
        }

    def _cycle_time(self, needs: Collection[Need]) -> dict[tuple[str, str, int, int], tuple[tuple[int, int], ...]]:
        grades = self.records.students.grade
        found = {}
        for need in needs:
            who = need.student_id, need.school_id, grades[self.student[need.student_id]]
            for cycle in {place.cycle for place in need.places} - {0}:
                for day in range(1, cycle + 1):
                    weekdays = (self.open_time.of_student(*who, each, (cycle, day)) for each in range(SCHOOL_WEEK))
                    found[need.student_id, need.school_id, cycle, day] = reduce(common, weekdays)
        return found

    def _closed_days(self, facts: ServiceFacts, need: Need) -> tuple[tuple[int, int], ...]:
        """Return by weekday the days of the service's terms, and how many of them have no school.

        Days are those from the first day on to the end of the terms or of the service.
        """
        begin, calendar = day_number(need.first), facts.calendar
        key = (id(calendar), facts.esy, begin, facts.end)
        if key not in self._closed:
            days, closed = [0] * SCHOOL_WEEK, [0] * SCHOOL_WEEK
            for day in calendar.days_of(calendar.esy if facts.esy else calendar.year):
                if begin <= day <= facts.end:
                    weekday = date_of(day).weekday()
                    days[weekday] += 1
                    closed[weekday] += calendar.count(calendar.school, day, day) == 0
            self._closed[key] = tuple(zip(days, closed, strict=True))
        return self._closed[key]

    def _without_school(self, place: int) -> None:
        table = self.records.services
        says = (
            f"Service {shown(table.service_id[place])}: the records do not say at which school it is held, so its "
            "sessions cannot be scheduled."
        )
        origin = Origin("services", table.row[place], "school_id")
        self.findings.append(
            Finding("warning", "service_without_school", says, origin, expected="a school_id of the table schools")
        )
