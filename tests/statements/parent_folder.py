"""What one parent wrote down: six session notes and the weekly time, with no policy of a school.

Speech, 30 minutes a week, Tuesdays at 10:00, from Monday 7 September 2026; asked on Wednesday 7 October.

| week of | notes | so |
| --- | --- | --- |
| 7 Sep | n1: Tuesday 30 | 30 given |
| 14 Sep | n2: Tuesday 0, therapist absent; n3: Friday, a make-up of 20 for n2 | 30 missed, 20 of them made up |
| 21 Sep | none | 30 with nothing on record (Tuesday 22) |
| 28 Sep | n4: Tuesday 30 | 30 given |
| 5 Oct | n5: Tuesday 0, a meeting; n6: Wednesday, a make-up of 30 for n5 | 30 can still be given; n6 waits for n5 |

In all 150 promised = 60 given + 30 missed + 30 with nothing on record + 30 that can still be given. That is 2 of 5
sessions, 40%. The team has 10 of the missed minutes to decide about.
"""

import datetime as dt
from pathlib import Path

AS_OF = dt.date(2026, 10, 7)
TABLES = {
    "students": "student_id,given_name,family_name\n1,Mia,Example\n",
    "terms": "calendar_id,name,kind,start,end\nc,Year,year,2026-09-07,2027-06-11\n",
    "services": "service_id,student_id,service_type,minutes,sessions,per\nSP,1,speech,30,1,week\n",
    "schedule": "service_id,weekday,start_time,minutes\nSP,Tuesday,10:00,30\n",
    "sessions": "session_id,service_id,date,minutes_delivered,reason,makeup_for\n"
    "n1,SP,2026-09-08,30,,\nn2,SP,2026-09-15,0,provider_absent,\nn3,SP,2026-09-18,20,,n2\n"
    "n4,SP,2026-09-29,30,,\nn5,SP,2026-10-06,0,provider_other_duty,\nn6,SP,2026-10-07,30,,n5\n",
}


def write_parent_folder(path: Path, **tables: str) -> Path:
    """Write the folder; a table that is given takes the place of its own."""
    path.mkdir(parents=True)
    for name, text in (TABLES | tables).items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path
