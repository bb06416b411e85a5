"""A made-up folder for the way out, small enough to count every figure by hand.

Ana (0041) is promised speech, 2 x 30 minutes weekly from Monday 2026-08-31 to Friday 2026-09-25: four weeks, 240
minutes. Monday 2026-09-07 is a holiday, and both sessions of its week can still be held. Ben (0042) comes to her group.
"""

from pathlib import Path

from makegood.intake import read_folder
from makegood.records import Records

TABLES = {
    "schools": "school_id,name,calendar_id\nMRE,Maple Ridge Elementary,C\n",
    "students": """\
student_id,school_id,given_name,family_name,date_of_birth
0041,MRE,Ana,Example,2018-03-02
0042,MRE,Ben,Sample,2018-05-09
""",
    "terms": "calendar_id,kind,start,end\nC,year,2026-08-31,2026-09-25\n",
    "calendar": "calendar_id,date,kind\nC,2026-09-07,holiday\n",
    "providers": "provider_id,name,service_types\nP01,R. Teacher (made up),speech\n",
    "services": """\
service_id,student_id,service_type,mandate,minutes,sessions,per,delivery,provider_id,source
S1,0041,speech,2 x 30 min weekly,,,,,P01,IEP of 2026-05-11
S2,0042,speech,,30,2,week,,P01,
S3,0042,occupational_therapy,,15,1,week,consult,,
""",
    "schedule": """\
service_id,weekday,start_time,minutes,provider_id
S1,Tuesday,09:00,30,P01
S1,Thursday,09:00,30,P01
S2,Tuesday,09:00,30,P01
S2,Thursday,09:00,30,P01
""",
    "sessions": """\
session_id,service_id,date,minutes_delivered,start_time,reason,kind,makeup_for,provider_id,group_size,group_id,corrects,note
L1,S1,2026-09-01,30,09:00,,,,P01,2,G1,,went well
L2,S2,2026-09-01,30,09:00,,,,P01,2,G1,,
L3,S1,2026-09-03,0,09:00,provider_absent,,,P01,,,,
L4,S2,2026-09-03,0,09:00,student_absent,,,P01,,,,
L5,S1,2026-09-08,20,09:00,provider_late,,,P01,1,,,
L6,S1,2026-09-09,30,13:00,,make_up,L3,P01,1,,,
L7,S1,2026-09-10,15,09:00,,,,P01,1,,,typed wrongly
L8,S1,2026-09-10,30,09:00,,,,P01,1,,L7,
L9,S3,2026-09-02,15,10:00,,,,P01,1,,,
""",
    "signatures": """\
signature_id,signed_by,signed_at,as,session_id
G1,R. Teacher (made up),2026-09-01 15:00,provider,L1
G2,R. Teacher (made up),2026-09-01 15:01,provider,L2
G3,R. Teacher (made up),2026-09-09 15:00,provider,L6
G4,R. Teacher (made up),2026-09-10 15:00,provider,L7
G5,S. Chief (made up),2026-09-08 15:00,supervisor,L5
G6,R. Teacher (made up),2026-09-02 15:00,provider,L9
""",
    "pinned": """\
pinned_id,date,start,minutes,school_id,provider_id,student_id,service_id,session_id,missed_on,settles
M1,2026-09-16,13:00,10,MRE,P01,0041,S1,L5,2026-09-08,10
""",
}
CONSENTS = "student_id,consent_date,withdrawn_date,medicaid_id\n0041,2026-08-20,,MA-7\n0042,2026-08-20,2026-09-01,\n"
"""Ana's parents have allowed billing; Ben's took it back on the day of his first session."""


def small_folder(place: Path, **changed: str | None) -> Path:
    """Write the folder; a table may be given otherwise, or left out with None."""
    place.mkdir(parents=True, exist_ok=True)
    for name, text in {**TABLES, **changed}.items():
        if text is not None:
            (place / f"{name}.csv").write_text(text, encoding="utf-8")
    return place


def read(folder: Path) -> Records:
    """Read a folder or workbook in which nothing is wrong."""
    records, findings = read_folder(folder)
    assert records is not None, [finding.line() for finding in findings]
    return records
