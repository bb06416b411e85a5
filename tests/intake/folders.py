"""Small made-up folders of records, sound until a test breaks them."""

from pathlib import Path

SOUND = {
    "schools": """\
school_id,name,calendar_id,policy_id
MRE,Maple Ridge Elementary,C26,us-il
PHE,Pine Hollow Elementary,C26,us-il
""",
    "students": """\
student_id,school_id,given_name,family_name,grade
004217,MRE,Ana,Example,3
004218,MRE,Ben,Example,3
004219,PHE,Cleo,Example,4
""",
    "terms": """\
calendar_id,name,kind,start,end
C26,School year,year,2026-08-24,2027-06-04
C26,First quarter,quarter,2026-08-24,2026-10-30
C26,Summer,esy,2027-06-14,2027-07-16
""",
    "calendar": """\
calendar_id,date,kind,until,label
C26,2026-09-07,holiday,,Labor Day
""",
    "services": """\
service_id,student_id,service_type,mandate,minutes,per,sessions,every,esy,group_max,provider_id,start,end
SV1,004217,speech,,30,week,2,,,2,P01,,
SV2,004218,speech,,30,week,2,,,2,P01,,
SV3,004217,occupational_therapy,2 x 30 min weekly,,,,,,,P02,,
SV4,004219,speech,,30,week,2,,,2,P01,,
""",
    "sessions": """\
session_id,service_id,date,minutes_delivered,start_time,reason,kind,makeup_for,award_id,provider_id,group_size,corrects
L1,SV1,2026-09-14,30,09:00,,,,,P01,2,
L2,SV1,2026-09-16,0,09:00,provider_absent,,,,P01,,
L3,SV2,2026-09-14,30,09:00,,,,,P01,2,
L4,SV3,2026-09-15,0,10:00,vacancy,,,,,,
""",
    "providers": """\
provider_id,name,service_types,hourly_cost
P01,R. Sample,speech,62.50
P02,S. Sample,occupational_therapy,$62
""",
    "awards": """\
award_id,student_id,service_type,minutes,start,end
A1,004217,speech,420,2026-11-02,2026-12-18
""",
}
"""Every table's text. No finding comes of it."""

PLANNED = {
    "providers": SOUND["providers"].replace("speech,", "speech;occupational_therapy,"),
    "availability": """\
provider_id,weekday,date,start,end,school_id
P01,Monday,,13:00,14:00,MRE
P01,Monday,,14:15,14:45,PHE
P01,,2026-12-05,09:00,11:00,
""",
    "bell": """\
school_id,weekday,start,end
MRE,Monday,08:15,14:45
MRE,Tuesday,08:15,14:45
PHE,Monday,08:00,14:30
PHE,Tuesday,08:00,14:30
""",
    "student_times": """\
student_id,school_id,grade,weekday,start,end,use
,MRE,3,Monday,11:30,12:00,lunch
,MRE,,Monday,12:00,14:45,open
004219,,,Monday,14:00,14:30,open
""",
    "travel": """\
from,to,minutes
MRE,PHE,15
""",
    "limits": """\
student_day,student_week,provider_day,provider_week,shortest,longest,grade_span
60,90,,,15,45,1
""",
    "pinned": """\
pinned_id,date,start,minutes,school_id,provider_id,student_id,service_id,session_id,missed_on,settles
M1,2026-12-01,10:00,30,MRE,P01,004217,SV1,L2,2026-09-16,20
""",
}
"""The planner's tables, to add to the sound folder. No finding comes of them."""


def rows(table: str, *more: str) -> dict[str, str]:
    """Return a change that adds rows to a table."""
    return {table: SOUND[table] + "".join(f"{row}\n" for row in more)}


def swap(table: str, old: str, new: str) -> dict[str, str]:
    """Return a change that replaces a part of a table's text."""
    assert old in SOUND[table], f"{old!r} is not in {table}"
    return {table: SOUND[table].replace(old, new)}


def write_folder(path: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the sound folder with some changes: a table's new text, or None to leave it out.

    A name with a dot is a file's whole name.
    """
    path.mkdir(exist_ok=True)
    for name, text in {**SOUND, **(changes or {})}.items():
        if text is not None:
            data = text.encode() if isinstance(text, str) else text
            (path / (name if "." in name else f"{name}.csv")).write_bytes(data)
    return path
