"""Random tiny caseloads: short days, few children, every rule now and then."""

from random import Random

from tests.week.facts import caseload, fixed, need, slot, therapist

from makegood.week.caseload import Caseload, Need, Place


def tiny_caseload(seed: int) -> Caseload:
    """Return the caseload of a seed."""
    luck = Random(f"week {seed}")  # noqa: S311 - for tests, not for secrets
    lengths = luck.choice([(30,), (30, 45), (20, 40), (42,), (21, 42), (30, 60)])
    starts = [480, 495, 543]
    days = luck.sample(range(5), luck.choice([1, 2, 2]))
    travels = luck.random() < 0.25
    providers = ["P1", "P2"] if luck.random() < 0.35 else ["P1"]
    people = []
    for id_ in providers:
        begin, long = luck.choice(starts), luck.choice([60, 90, 105])
        time = {("E", day): ((begin, begin + long),) for day in days}
        if travels:
            time |= {("M", day): ((begin, begin + long),) for day in days}
        limits = {}
        if luck.random() < 0.25:
            limits = luck.choice([{"direct_day": 60}, {"direct_week": 90}, {"documentation": 40}])
        people.append(therapist(id_, **{"time": None} | limits))
        people[-1] = type(people[-1])(provider_id=id_, service_types=frozenset({"speech"}), time=time, **limits)
    needs: list[Need] = []
    count = luck.choice([3, 4, 4, 5])
    for n in range(count):
        sessions = luck.choice([1, 1, 2]) if len(days) > 1 else 1
        rhythm = luck.random()
        homes = []
        minutes = luck.choice(lengths)
        if luck.random() < 0.35:
            who = luck.choice(providers)
            begin = next(iter(people[providers.index(who)].time.values()))[0][0]
            home = slot(str(n), luck.choice(days), f"{begin // 60}:{begin % 60}", minutes, who)
            homes = [home]
        places = [Place(home=home) for home in homes] + [Place()] * (sessions - len(homes))
        if rhythm < 0.15 and not homes:
            places = [Place(every=2, held=1, phases=(0, 1))]
        mine = (homes[0].provider_id,) if homes else tuple(luck.sample(providers, luck.randint(1, len(providers))))
        needs.append(
            need(
                str(n),
                minutes,
                student_id=f"C{n if luck.random() < 0.8 else 0}",
                places=tuple(places),
                providers=tuple(sorted(mine)),
                group_max=luck.choice([1, 1, 2, 3]),
                grade=luck.choice([2, 3, 5]),
                school_id="M" if travels and luck.random() < 0.4 else "E",
                goals=luck.choice([None, None, None, "r"]),
            )
        )
    groups: tuple[tuple[str, ...], ...] = ()
    pairs = [(a, b) for a in needs for b in needs if a.service_id < b.service_id and _may_be_a_group(a, b)]
    if pairs and luck.random() < 0.5:
        groups = ((pairs[0][0].service_id, pairs[0][1].service_id),)
    open_ = {each.student_id: {day: _open(luck) for day in range(5)} for each in needs}
    stays = (fixed("X", "CX", days[0], "8:30"),) if luck.random() < 0.2 else ()
    ways = {("E", "M"): 15, ("M", "E"): 20} if luck.random() < 0.8 else {}
    return caseload(needs, people, open_, ways=ways, groups=groups, fixed=stays,
                    grade_span=luck.choice([None, 1, 2]))  # fmt: skip


def _may_be_a_group(a: Need, b: Need) -> bool:
    return (
        a.student_id != b.student_id
        and (a.minutes, a.school_id, a.goals, a.providers) == (b.minutes, b.school_id, b.goals, b.providers)
        and min(a.group_max, b.group_max) > 1
        and abs((a.grade or 0) - (b.grade or 0)) <= 1
        and [(p.every, p.held, p.home and (p.home.pattern, p.home.start)) for p in a.places]
        == [(p.every, p.held, p.home and (p.home.pattern, p.home.start)) for p in b.places]
    )


def _open(luck: Random) -> tuple[tuple[int, int], ...]:
    begin = luck.choice([480, 480, 510, 543])
    return ((begin, begin + luck.choice([45, 60, 90, 120])),)
