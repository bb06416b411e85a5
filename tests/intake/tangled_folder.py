"""Made-up folders in which children's rows are tangled: groups, shared providers, corrections from child to child."""

import csv
import datetime as dt
from pathlib import Path
from random import Random
from typing import Any

STUDENTS = ("1", "01", "S3", "s3", "S5", "S6")
"""Some differ only in case or leading zeros: each is a child of its own."""
TYPES = ("speech", "Speech", "counseling")
PROVIDERS = ("P1", "P2", "P3")
FIRST = dt.date(2026, 8, 24)
AS_OF = dt.date(2026, 10, 20)
REASONS = ("", "student_absent", "provider_absent", "holiday", "Schulausflug")
"""The last is a code of the folder's own policy."""
PACK = """\
id: house
title: House rules, made up
level: assumption
binding: false
inherits: us-federal
codes: {Schulausflug: school_activity, Fortbildung: provider_other_duty}
versions:
  - reasons: {provider_absent: {disposition: owed, make_up_within: {n: 10, unit: school_days}, source: us}}
sources:
  us: {title: Made up for a test, verification: found}
"""
Row = dict[str, Any]


def write_tangled(folder: Path, seed: int, *, quoted: bool = False) -> Path:
    """Write a folder; quoted, every cell stands in quotation marks and notes have several lines."""
    draw = Random(seed)  # noqa: S311 - nothing here is a secret
    (folder / "policies").mkdir(parents=True)
    (folder / "policies" / "house.yaml").write_text(PACK, encoding="utf-8")
    for name, rows in tables(draw).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            columns = list(rows[0])
            writer = csv.DictWriter(file, columns, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
            writer.writeheader()
            writer.writerows(row | {"note": "two\nlines"} if quoted and "note" in row else row for row in rows)
    return folder


def tables(draw: Random) -> dict[str, list[Row]]:
    """Return the tables of a folder by name; none is empty."""
    services = [
        {
            "service_id": draw.choice((f"V{n}", f"v{n - 1}", f"0V{n - 1}")) if n % 3 == 2 else f"V{n}",
            "student_id": draw.choice(STUDENTS),
            "service_type": draw.choice(TYPES),
            "minutes": 30,
            "per": "week",
            "sessions": draw.choice((1, 2, "")),
            "group_max": draw.choice((1, 2, "")),
            "provider_id": draw.choice(PROVIDERS),
        }
        for n in range(9)
    ]
    sessions = list(_sessions(draw, services))
    owner = {row["service_id"]: row["student_id"] for row in services}
    of = {row["session_id"]: owner[row["service_id"]] for row in sessions}
    missed = [row for row in sessions if not row["makeup_for"] and row["session_id"] in of]
    return {
        "schools": [
            {"school_id": "E", "calendar_id": "C", "policy_id": "house"},
            {"school_id": "M", "calendar_id": "C", "policy_id": "us-federal"},
        ],
        "students": [
            {"student_id": id_, "school_id": draw.choice("EM"), "given_name": f"Child {n}"}
            for n, id_ in enumerate(STUDENTS)
        ],
        "terms": [{"calendar_id": "C", "kind": "year", "start": FIRST, "end": "2027-06-04"}],
        "calendar": [{"calendar_id": "C", "date": "2026-09-07", "kind": "holiday"}],
        "providers": [{"provider_id": id_, "service_types": "speech;counseling"} for id_ in PROVIDERS],
        "services": services,
        "schedule": [
            {"service_id": row["service_id"], "weekday": "Tuesday", "start_time": "09:00", "minutes": 30}
            for row in services[::3]
        ],
        "sessions": sessions,
        "student_absences": [
            {"student_id": draw.choice(STUDENTS), "date": _day(draw), "kind": draw.choice(("", "student_suspended"))}
            for _ in range(5)
        ],
        "provider_absences": [
            {"provider_id": draw.choice(PROVIDERS), "date": _day(draw), "kind": draw.choice(("", "", "Fortbildung"))}
            for _ in range(3)
        ],
        "determinations": [
            {
                "determination_id": f"D{n}",
                "session_id": draw.choice(missed)["session_id"],
                "disposition": draw.choice(("owed", "not_owed")),
                "decided_on": FIRST + dt.timedelta(30 + n),
            }
            for n in range(3)
        ],
        "offers": [
            {
                "offer_id": draw.choice((f"O{n}", f"o{n - 1}")),
                "session_id": draw.choice(missed)["session_id"],
                "date": FIRST + dt.timedelta(40 + n),
                "response": draw.choice(("accepted", "declined")),
            }
            for n in range(0, 6, 2)
        ],
        "notices": [
            {
                "notice_id": f"N{n}",
                "student_id": draw.choice(STUDENTS),
                "kind": "missed_session",
                "sent_on": _day(draw),
                "session_id": draw.choice(("", draw.choice(missed)["session_id"])),
            }
            for n in range(3)
        ],
        "requests": [
            {
                "request_id": draw.choice((f"R{n}", f"r0{n}")),
                "student_id": draw.choice(STUDENTS),
                "kind": "records",
                "received_on": _day(draw),
            }
            for n in range(3)
        ],
    }


def _sessions(draw: Random, services: list[Row]) -> list[Row]:
    rows: list[Row] = []
    replaced: set[str] = set()
    for n in range(90):
        service = draw.choice(services)
        row = {
            "session_id": draw.choice((f"L{n}", f"l{n - 1}", f"0L{n - 1}")) if n % 5 == 4 else f"L{n}",
            "service_id": service["service_id"],
            "date": _day(draw),
            "minutes_delivered": draw.choice((0, 0, 20, 30, 30)),
            "minutes_planned": draw.choice(("", 30)),
            "start_time": draw.choice(("", "09:00", "09:10", "10:00")),
            "reason": "",
            "kind": "",
            "makeup_for": "",
            "provider_id": draw.choice((*PROVIDERS, "")),
            "group_size": draw.choice(("", "", 1, 3)),
            "group_id": draw.choice(("", "", "G1", "G2", "G3")),
            "corrects": "",
            "note": "",
        }
        if row["minutes_delivered"] != 30:
            # A local code may be read only by the policy of one school.
            row["reason"] = draw.choice(REASONS[: 5 if draw.random() < 0.02 else 4])
        alike = [
            other
            for other in rows
            if other["service_id"] == service["service_id"]
            and not (other["makeup_for"] or other["corrects"] or other["session_id"] in replaced)
        ]
        if alike and draw.random() < 0.1:
            row |= {"makeup_for": draw.choice(alike)["session_id"], "reason": "", "minutes_delivered": 30}
            # A make-up names a session of its own child, so that one stays where it is.
            replaced.add(row["makeup_for"])
        # A correction may move a row to another child.
        free = [other for other in rows if other["session_id"] not in replaced and not other["makeup_for"]]
        if free and not row["makeup_for"] and draw.random() < 0.12:
            row["corrects"] = draw.choice(free)["session_id"]
            replaced.add(row["corrects"])
        rows.append(row)
    return rows


def _day(draw: Random) -> dt.date:
    return FIRST + dt.timedelta(draw.randrange(60))
