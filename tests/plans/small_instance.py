"""A small district that is easy to keep in mind, and random ones smaller still."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from makegood.plans.instance import (
    Attends,
    Availability,
    Away,
    Bell,
    Declined,
    Instance,
    Limits,
    Miss,
    Provider,
    Regular,
    Session,
    Settles,
    Student,
    StudentTime,
    Travel,
)
from makegood.plans.verify import verify

FIRST, LAST = dt.date(2027, 3, 1), dt.date(2027, 3, 12)
"""A Monday, and the Friday of the week after. Wednesday 10 March is a day without school."""
DAYS = tuple(FIRST + dt.timedelta(days=n) for n in range(12))
SCHOOL_DAYS = tuple(day for day in DAYS if day.weekday() < 5 and day.day != 10)


def minute(clock: str) -> int:
    """Return a time of day in minutes after midnight."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def who(student_id: str, *pieces: tuple[str, int]) -> Attends:
    """Return a student who makes up these misses: the day (mm-dd of 2027) and how many minutes."""
    settles = (
        Settles(service_id=f"V-{student_id}", session_id="L", missed_on=dt.date.fromisoformat(f"2027-{day}"), minutes=n)
        for day, n in pieces
    )
    return Attends(student_id=student_id, settles=tuple(settles))


def held(when: str, minutes: int, where: str, *students: Attends, service_type: str = "speech") -> Session:
    """Return a session `mm-dd hh:mm`, so many minutes long, by `provider@school`."""
    day, clock = when.split()
    provider_id, school_id = where.split("@")
    return Session(
        date=dt.date.fromisoformat(f"2027-{day}"),
        start=minute(clock),
        minutes=minutes,
        school_id=school_id,
        provider_id=provider_id,
        service_type=service_type,
        students=students,
    )


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """Return sessions in the order in which a plan lists them."""
    return sorted(sessions, key=lambda one: (one.date, one.start, one.school_id, one.provider_id))


def broken_by(instance: Instance, *sessions: Session) -> set[str]:
    """Return the constraints that these sessions, listed in order, break."""
    return {broken.constraint for broken in verify(instance, in_order(sessions))}


def _free(provider_id: str, span: str, *, on: int | dt.date, school_id: str | None = None) -> Availability:
    start, end = map(minute, span.split("-"))
    weekday, date = (None, on) if isinstance(on, dt.date) else (on, None)
    return Availability(provider_id=provider_id, start=start, end=end, weekday=weekday, date=date, school_id=school_id)


def _miss(student_id: str, day: str, minutes: int, group_max: int, service_type: str = "speech") -> Miss:
    return Miss(
        student_id=student_id,
        service_id=f"V-{student_id}",
        service_type=service_type,
        session_id="L",
        missed_on=dt.date.fromisoformat(f"2027-{day}"),
        minutes=minutes,
        group_max=group_max,
    )


HOUSE = Instance(
    first=FIRST,
    last=LAST,
    school_days={"C": SCHOOL_DAYS, "D": tuple(day for day in SCHOOL_DAYS if day.day != 2)},
    providers=(
        # P1 travels from A; P2 works over a screen; P3 has no base and goes anywhere.
        Provider(provider_id="P1", service_types=("speech",), school_id="A"),
        Provider(provider_id="P2", service_types=("speech", "ot"), school_id="A", remote=True),
        Provider(provider_id="P3", service_types=("speech",)),
    ),
    students=(
        Student(student_id="S1", school_id="A", calendar="C", grade="3"),
        Student(student_id="S2", school_id="A", calendar="C", grade="4"),
        Student(student_id="S3", school_id="B", calendar="C", grade="K"),
        Student(student_id="S4", school_id="A", calendar="C", grade="PK"),
        Student(student_id="S5", school_id="E", calendar="C", grade="1"),
        # S6 has no school on Tuesday 2 March, S7 no grade.
        Student(student_id="S6", school_id="A", calendar="D", grade="3"),
        Student(student_id="S7", school_id="A", calendar="C"),
        Student(student_id="S8", school_id="D", calendar="C", grade="2"),
    ),
    misses=(
        *(_miss("S1", day, 30, 3) for day in ("02-01", "02-02", "03-03")),
        *(_miss("S2", day, 30, 3) for day in ("02-01", "02-02")),
        *(_miss("S3", day, 30, 1) for day in ("02-01", "02-02")),
        _miss("S4", "02-01", 10, 3),
        _miss("S4", "02-02", 30, 3, "ot"),
        _miss("S5", "02-01", 30, 1),
        _miss("S6", "02-01", 30, 2),
        _miss("S7", "02-01", 30, 3),
        _miss("S8", "02-01", 30, 1),
    ),
    availability=(
        _free("P1", "08:00-12:00", on=0),
        _free("P1", "09:00-10:00", on=1),
        _free("P1", "10:00-11:00", on=1),
        _free("P1", "09:00-12:00", on=3, school_id="A"),
        _free("P1", "09:00-12:00", on=4),
        _free("P1", "09:00-12:00", on=dt.date(2027, 3, 10)),
        _free("P1", "14:00-16:30", on=dt.date(2027, 3, 8), school_id="A"),
        _free("P1", "10:00-12:00", on=dt.date(2027, 3, 6), school_id="A"),
        *(_free("P2", "08:00-15:00", on=day) for day in range(5)),
        *(_free("P3", "08:00-15:00", on=day) for day in range(5)),
    ),
    travel=(
        Travel(start="A", end="B", minutes=15),
        Travel(start="B", end="A", minutes=20),
        Travel(start="E", end="A", minutes=40),
        Travel(start="A", end="E2", minutes=5),
    ),
    student_times=(
        StudentTime(school_id="A", weekday=0, start=690, end=720, use="lunch"),
        StudentTime(school_id="A", grade="3", weekday=0, start=600, end=615, use="special"),
        StudentTime(school_id="A", weekday=0, start=930, end=960, use="protected"),
        StudentTime(student_id="S2", weekday=0, start=540, end=600, use="open"),
        StudentTime(student_id="S2", weekday=4, start=540, end=660, use="open"),
        StudentTime(student_id="S2", weekday=0, start=585, end=600, use="core"),
    ),
    bell=tuple(Bell(school_id=name, weekday=day, start=480, end=900) for name in ("A", "B", "E") for day in range(5)),
    regular=(
        # S1 with P1 on Mondays 08:00-08:30 in the first week only; S2 with nobody named on Mondays 09:00-09:15.
        Regular(student_id="S1", weekday=0, start=480, minutes=30, first=FIRST, last=DAYS[4], provider_id="P1"),
        Regular(student_id="S2", weekday=0, start=540, minutes=15, first=FIRST, last=LAST),
        # S3's at B with P1 on Fridays 10:00-10:30, and with P1 on Wednesdays, though the 10th has no school.
        Regular(student_id="S3", weekday=4, start=600, minutes=30, first=FIRST, last=LAST, provider_id="P1"),
        Regular(student_id="S3", weekday=2, start=600, minutes=30, first=FIRST, last=LAST, provider_id="P1"),
    ),
    provider_away=(Away(id="P3", first=dt.date(2027, 3, 3), last=dt.date(2027, 3, 4)),),
    student_away=(Away(id="S3", first=dt.date(2027, 3, 5), last=dt.date(2027, 3, 9)),),
)
"""Three providers, eight students, five schools of which D lies nowhere that a bell or a travel row tells of."""

PLAN = in_order(
    [
        held("03-01 09:00", 30, "P1@A", who("S1", ("02-01", 30))),
        held("03-01 10:00", 30, "P1@B", who("S3", ("02-01", 30))),
        held("03-01 09:00", 30, "P2@A", who("S4", ("02-02", 30)), service_type="ot"),
        held("03-05 09:00", 30, "P1@A", who("S1", ("03-03", 30)), who("S2", ("02-01", 20), ("02-02", 10))),
        held("03-08 15:00", 30, "P1@A", who("S2", ("02-01", 10), ("02-02", 20))),
        held("03-10 10:00", 30, "P1@A", who("S1", ("02-02", 30)), who("S6", ("02-01", 30))),
    ]
)
"""A plan for it that keeps everything."""


def with_limits(instance: Instance = HOUSE, **limits: int) -> Instance:
    """Return the district with these limits on make-ups."""
    return replace(instance, limits=Limits(**limits))


def _some_by_cycle(seed: int, *rows: StudentTime) -> tuple[StudentTime, ...]:
    """Return the rows, some of them on days of a cycle of two or three instead of a weekday."""
    luck = Random(-seed)  # noqa: S311 - for tests, not for secrets
    return tuple(
        replace(row, weekday=None, cycle=(cycle := luck.choice([2, 2, 3])), cycle_day=luck.randint(1, cycle))
        if luck.random() < 0.3
        else row
        for row in rows
    )


def random_instance(seed: int) -> Instance:
    """Return a made-up district of two or three schools and one week and a day, as full of rules as can be."""
    luck = Random(seed)  # noqa: S311 - for tests, not for secrets
    days = tuple(FIRST + dt.timedelta(days=n) for n in range(9))
    schools = ["A", "B", "C"][: luck.randint(2, 3)]
    students = tuple(
        Student(
            student_id=f"S{n}",
            school_id=luck.choice(schools),
            calendar=luck.choice("XXY"),
            grade=luck.choice(["PK", "K", "1", "2", "3", None]),
        )
        for n in range(luck.randint(3, 6))
    )
    providers = tuple(
        Provider(
            provider_id=f"P{n}",
            service_types=tuple(luck.sample(("speech", "ot"), luck.randint(1, 2))),
            school_id=luck.choice([*schools, None]),
            remote=luck.random() < 0.2,
        )
        for n in range(3)
    )
    return Instance(
        first=days[1],
        last=days[7],
        school_days={
            "X": tuple(day for day in days[1:8] if day.weekday() < 5),
            "Y": tuple(day for day in days[1:8] if day.weekday() < 5 and day.day != 3),
        },
        providers=providers,
        students=students,
        misses=tuple(_random_misses(luck, students)),
        availability=tuple(_random_times(luck, providers, days, schools)),
        travel=tuple(
            Travel(start=one, end=other, minutes=luck.choice([0, 5, 10, 20]))
            for one in schools
            for other in schools
            if one != other and luck.random() < 0.5
        ),
        cycle_days={
            "X": {2: {day: n % 2 + 1 for n, day in enumerate(days)}, 3: {days[2]: 3, days[3]: 1}},
            "Y": {2: {day: n // 2 % 2 + 1 for n, day in enumerate(days)}, 3: {}},
        },
        student_times=_some_by_cycle(
            seed,
            *(
                StudentTime(
                    weekday=luck.randrange(5),
                    start=(start := luck.randrange(490, 640, 5)),
                    end=start + luck.choice([10, 20, 60]),
                    use=luck.choice(["core", "lunch", "open", "open"]),
                    student_id=luck.choice(students).student_id if (own := luck.random() < 0.6) else None,
                    school_id=None if own else luck.choice(schools),
                    grade=None if own else luck.choice([None, "K", "2"]),
                )
                for _ in range(luck.randint(0, 8))
            ),
        ),
        bell=tuple(
            Bell(school_id=name, weekday=day, start=500, end=620)
            for name in schools
            for day in range(5)
            if luck.random() < 0.9
        ),
        regular=tuple(
            Regular(
                student_id=luck.choice(students).student_id,
                weekday=luck.randrange(5),
                start=luck.randrange(500, 600, 5),
                minutes=luck.choice([10, 20]),
                first=luck.choice(days[:3]),
                last=luck.choice(days[4:]),
                provider_id=luck.choice([None, "P0", "P1", "P2"]),
            )
            for _ in range(luck.randint(0, 8))
        ),
        provider_away=(Away(id="P0", first=days[3], last=days[3]),),
        student_away=(Away(id="S0", first=days[2], last=days[3]),),
        declined=_random_declined(seed, students, days),
        limits=Limits(
            student_day=luck.choice([None, 40]),
            student_week=luck.choice([None, 60]),
            provider_day=luck.choice([None, 60]),
            provider_week=luck.choice([None, 120]),
            shortest=luck.choice([None, 10]),
            longest=luck.choice([None, 30]),
            grade_span=luck.choice([None, 1, 2]),
        ),
    )


def _random_declined(seed: int, students: Sequence[Student], days: Sequence[dt.date]) -> tuple[Declined, ...]:
    """Return some hours that families declined; some lie over others, some where nobody has time."""
    luck = Random(f"declined {seed}")  # noqa: S311 - for tests, not for secrets
    return tuple(
        Declined(
            student_id=luck.choice(students).student_id,
            date=luck.choice(days),
            start=luck.randrange(490, 620, 5),
            minutes=luck.choice([5, 15, 30, 60]),
        )
        for _ in range(luck.randint(0, 6))
    )


def _random_misses(luck: Random, students: Sequence[Student]) -> Iterable[Miss]:
    for student in students:
        for kind in ("speech", "ot"):
            for day in range(luck.randint(1, 3)):
                row = _miss(student.student_id, f"02-{day + 25:02}", luck.choice([5, 15, 30, 40]), luck.randint(1, 3))
                yield replace(row, service_id=f"V-{student.student_id}-{kind}", service_type=kind)


def _random_times(
    luck: Random, providers: Sequence[Provider], days: Sequence[dt.date], schools: Sequence[str]
) -> Iterable[Availability]:
    for provider in providers:
        for _ in range(luck.randint(4, 8)):
            start = luck.randrange(480, 620, 10)
            yield Availability(
                provider_id=provider.provider_id,
                start=start,
                end=start + luck.choice([10, 30, 60, 120]),
                weekday=(weekday := luck.choice([None, *range(5)])),
                date=luck.choice(days) if weekday is None else None,
                school_id=luck.choice([None, *schools]),
            )
