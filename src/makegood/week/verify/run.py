"""Every rule asked of every slot."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from makegood.statements.wording.words import capital
from makegood.week.caseload import Caseload, Fixed, Need, Slot
from makegood.week.pattern import meet
from makegood.week.verify.broken import Broken
from makegood.week.verify.of_day import of_days

DAYS = range(5)


def verify(caseload: Caseload, slots: Sequence[Slot]) -> list[Broken]:
    """Return what a week breaks; nothing if it keeps every rule.

    Args:
        caseload: The facts.
        slots: The week's slots, those of a group one for each of its children.
    """
    needs = {need.service_id: need for need in caseload.needs}
    known, unknown = list[Slot](), list[Slot]()
    for slot in slots:
        (known if slot.service_id in needs and slot.provider_id in caseload.therapists else unknown).append(slot)
    broken = [
        Broken("known", f"Service {slot.service_id} or provider {slot.provider_id} is not one of the week's.", slot)
        for slot in unknown
    ]
    held = _Held(caseload, needs, known)
    for rule in (held.promised, held.of_slot, held.pairs, held.groups, held.together, held.kept):
        broken += rule()
    homes = {place.home for need in caseload.needs for place in need.places} if caseload.keep else set()
    broken += of_days(caseload, known)
    # A slot that is kept although it breaks a rule broke it before: that is no fault of this week.
    return [each for each in broken if each.rule == "kept" or each.slot not in homes]


class _Held:
    """Slots with the need of each."""

    def __init__(self, caseload: Caseload, needs: dict[str, Need], slots: Sequence[Slot]) -> None:
        self.caseload, self.needs, self.slots = caseload, needs, slots
        self.of: dict[str, list[Slot]] = defaultdict(list)
        for slot in slots:
            self.of[slot.service_id].append(slot)

    def promised(self) -> Iterator[Broken]:
        for service_id, slots in self.of.items():
            need = self.needs[service_id]
            due = Counter((place.every, place.held, place.cycle) for place in need.places)
            given = Counter((slot.pattern.every, slot.pattern.held, slot.pattern.cycle) for slot in slots)
            if given - due or any(slot.minutes != need.minutes for slot in slots):
                yield Broken("promised", f"Service {service_id} has other slots than it needs.", slots[0])
            phases = {phase for place in need.places for phase in place.phases}
            for slot in slots:
                if not slot.pattern.cycle and slot.pattern.phase % slot.pattern.every not in phases:
                    yield Broken("promised", f"A slot of service {service_id} is in other weeks of its block.", slot)
            days = Counter((slot.pattern.cycle, slot.pattern.day) for slot in slots)
            most = -(-len(need.places) // max(need.places[0].cycle or len(DAYS), 1))
            for slot in slots:
                if days[slot.pattern.cycle, slot.pattern.day] > most:
                    yield Broken("different_days", f"Service {service_id} has two sessions on one day.", slot)
                    break

    def of_slot(self) -> Iterator[Broken]:
        for slot in self.slots:
            need, therapist = self.needs[slot.service_id], self.caseload.therapists[slot.provider_id]
            if slot.provider_id not in need.providers:
                yield Broken("credential", f"Service {slot.service_id} is not {slot.provider_id}'s to give.", slot)
            if therapist.away_until is not None:
                yield Broken("present", f"Provider {slot.provider_id} is away until {therapist.away_until}.", slot)
            for weekday in DAYS if slot.pattern.cycle else (slot.pattern.day,):
                if not _inside(slot, therapist.time.get((need.school_id, weekday), ())):
                    yield Broken("at_work", f"Provider {slot.provider_id} does not work then at this school.", slot)
                    break
            if any(not _inside(slot, spans) for spans in self._open(need, slot)):
                yield Broken("student_open", f"Student {need.student_id} may not be taken then.", slot)

    def _open(self, need: Need, slot: Slot) -> list[Sequence[tuple[int, int]]]:
        """Return the times in each of which a slot has to lie, so that the student may be taken."""
        facts, who = self.caseload, (need.student_id, need.school_id)
        if not slot.pattern.cycle:
            return [facts.student_time[*who, slot.pattern.day]]
        own = facts.cycle_time.get((*who, slot.pattern.cycle, slot.pattern.day))
        return [facts.student_time[*who, weekday] for weekday in DAYS] if own is None else [own]

    def pairs(self) -> Iterator[Broken]:
        """Look at every two sessions of one person that can fall on one day."""
        by_person: dict[str, list[tuple[Slot, str]]] = defaultdict(list)
        for slot in self.slots:
            need = self.needs[slot.service_id]
            by_person[f"student {need.student_id}"].append((slot, need.school_id))
            by_person[f"provider {slot.provider_id}"].append((slot, need.school_id))
        for person, held in by_person.items():
            for (one, here), (other, there) in combinations(held, 2):
                if meet(one.pattern, other.pattern):
                    yield from self._apart(person, one, here, other, there)
        fixed: dict[str, list[Fixed]] = defaultdict(list)
        for each in self.caseload.fixed:
            fixed[f"student {each.student_id}"].append(each)
            fixed[f"provider {each.slot.provider_id}"].append(each)
        for person, held in by_person.items():
            for slot, school in held:
                need = self.needs[slot.service_id]
                for each in fixed.get(person, ()):
                    if each.first <= need.last and need.first <= each.last and meet(slot.pattern, each.slot.pattern):
                        yield from self._apart(person, slot, school, each.slot, each.school_id)

    def _apart(self, person: str, one: Slot, here: str, other: Slot, there: str) -> Iterator[Broken]:
        first, second = (one, other) if one.start <= other.start else (other, one)
        same = (one.pattern, one.start, one.minutes, here) == (other.pattern, other.start, other.minutes, there)
        if person.startswith("provider") and same and one.service_id in self.needs and other.service_id in self.needs:
            return
        if second.start < first.end:
            rule = "student_once" if person.startswith("student") else "provider_once"
            yield Broken(rule, f"{capital(person)} is in two sessions at one time.", one)
        elif person.startswith("provider") and here != there:
            start, end = (here, there) if first is one else (there, here)
            way = self.caseload.ways.get((start, end))
            if way is None or second.start - first.end < way:
                yield Broken("travel", f"{capital(person)} has no time for the way from {start} to {end}.", one)

    def groups(self) -> Iterator[Broken]:
        for slots in self._meetings():
            own = [self.needs[slot.service_id] for slot in slots]
            if len(own) > min(need.group_max for need in own):
                yield Broken("group", f"{len(own)} children are together, more than an IEP of theirs allows.", slots[0])
            if len({(need.service_type, need.school_id, need.goals) for need in own}) > 1:
                yield Broken("alike", "Services of two kinds are held together.", slots[0])
            if self.caseload.grade_span is not None and len(own) > 1:
                grades = [need.grade for need in own if need.grade is not None]
                if len(grades) < len(own) or max(grades) - min(grades) > self.caseload.grade_span:
                    yield Broken("grade_span", "The grades of a group are too far apart, or not known.", slots[0])

    def together(self) -> Iterator[Broken]:
        """Look at each agreed group: sessions that all of it need are held by all of it, or by none."""
        place = {id(slot): n for n, slots in enumerate(self._meetings()) for slot in slots}
        for group in self.caseload.groups:
            common = Counter[tuple[int, int, int]]()
            for n, service_id in enumerate(group):
                rhythms = Counter((each.every, each.held, each.cycle) for each in self.needs[service_id].places)
                common = rhythms if n == 0 else common & rhythms
            meetings = [{place[id(slot)] for slot in self.of[service_id]} for service_id in group]
            shared = set.intersection(*meetings)
            for service_id, own in zip(group, meetings, strict=True):
                beyond = len(self.needs[service_id].places) - sum(common.values())
                if len(own - shared) > beyond:
                    slot = self.of[service_id][0]
                    yield Broken("together", f"Service {service_id} is held without its group.", slot)

    def kept(self) -> Iterator[Broken]:
        if self.caseload.keep:
            for need in self.caseload.needs:
                for place in need.places:
                    if place.home is not None and place.home not in self.of[need.service_id]:
                        yield Broken("kept", f"A slot of service {need.service_id} has moved.", place.home)

    def _meetings(self) -> list[list[Slot]]:
        found: dict[tuple[object, ...], list[Slot]] = defaultdict(list)
        for slot in self.slots:
            school = self.needs[slot.service_id].school_id
            found[slot.provider_id, slot.pattern, slot.start, slot.minutes, school].append(slot)
        return list(found.values())


def _inside(slot: Slot, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= slot.start and slot.end <= end for start, end in spans)
