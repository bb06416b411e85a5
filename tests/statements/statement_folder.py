"""A tiny folder whose every figure can be counted by hand.

One child, speech 2 x 30 minutes a week, from Monday 31 August 2026; asked on Wednesday 30 September.

| week of | planned and given | so |
| --- | --- | --- |
| 31 Aug | a1 30; a2 0 of 30, provider absent | 30 missed, owed by 10 Sep (5 school days, Labor Day left out) |
| 7 Sep | b1 0 of 30, student absent; b2 60 of 30 | the gap is cured |
| 14 Sep | c1 30, not as written; c2 0 of 30, trip, offer declined | 30 differently; 30 missed, released |
| 21 Sep | d1 0, corrected by d2: 30 | 30 delivered, 30 unrecorded |
| 28 Sep | e1 30 | 30 delivered, 30 still due |

Besides: m1, a make-up of 20 minutes for a2 on 18 Sep; k1, 50 minutes under an award of 40 on 22 Sep;
o1, 15 minutes on 28 Aug, before the service began. A second child has occupational therapy, 30 minutes a
week on Tuesdays at 9:00, with nothing logged and an absence on 8 Sep.
"""

import datetime as dt
from pathlib import Path

from makegood.intake import read_folder
from makegood.ledger import Ledger, ledger_of
from makegood.records import Records
from makegood.statements.statement.child import statement_of
from makegood.statements.statement.statement import Audience, Statement
from makegood.terms.language import Lang

AS_OF = dt.date(2026, 9, 30)
TABLES = {
    "students": "student_id,policy_id,given_name,family_name\n1,own,Ana,Example\n2,own,,\n3,own,Bo,Example\n",
    "terms": "calendar_id,name,kind,start,end\nc,Fall,year,2026-08-31,2026-10-02\n",
    "calendar": "calendar_id,date,kind,label\nc,2026-09-07,holiday,Labor Day\n",
    "services": "service_id,student_id,service_type,mandate,minutes,sessions,per\n"
    "S,1,speech,2 x 30 min weekly,,,\nT,2,occupational_therapy,,30,1,week\n",
    "sessions": "session_id,service_id,date,minutes_delivered,reason,makeup_for,award_id,as_written,corrects\n"
    "o1,S,2026-08-28,15,,,,,\na1,S,2026-08-31,30,,,,,\na2,S,2026-09-02,0,provider_absent,,,,\n"
    "b1,S,2026-09-09,0,student_absent,,,,\nb2,S,2026-09-10,60,,,,,\nc1,S,2026-09-14,30,,,,no,\n"
    "c2,S,2026-09-16,0,TRIP,,,,\nm1,S,2026-09-18,20,,a2,,,\nd1,S,2026-09-21,0,student_absent,,,,\n"
    "d2,S,2026-09-21,30,,,,,d1\nk1,S,2026-09-22,50,,,A1,,\ne1,S,2026-09-28,30,,,,,\n",
    "schedule": "service_id,weekday,start_time,minutes\nT,Tuesday,09:00,30\n",
    "student_absences": "student_id,date\n2,2026-09-08\n",
    "awards": "award_id,student_id,service_type,minutes,start,basis\nA1,1,speech,40,2026-09-01,agreement\n",
    "offers": "offer_id,session_id,date,response\nO1,c2,2026-09-17,declined\n",
}
PACK = """
id: own
title: Made-up Schools
level: district_policy
binding: true
codes: {TRIP: school_activity}
versions:
  - from: 2026-07-01
    reasons:
      provider_absent: {disposition: owed, make_up_within: {n: 5, unit: school_days}, source: page}
      school_activity: {disposition: owed, declined_offer: releases, source: page}
      student_absent: {disposition: not_owed, source: page}
sources:
  page: {title: Made-up handbook, citation: "7", href: "https://example.org/7", quote: made up, verification: found}
"""


def write_folder(path: Path, **tables: str) -> Path:
    """Write the folder; a table that is given takes the place of its own."""
    (path / "policies").mkdir(parents=True)
    (path / "policies" / "own.yaml").write_text(PACK, encoding="utf-8")
    for name, text in (TABLES | tables).items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


def read(path: Path, as_of: dt.date = AS_OF, **tables: str) -> tuple[Records, Ledger]:
    """Write and read the folder, and account for it."""
    records, findings = read_folder(write_folder(path / "records", **tables), as_of=as_of)
    assert records is not None, findings
    return records, ledger_of(records, as_of)


def tell(
    path: Path,
    student: str = "1",
    as_of: dt.date = AS_OF,
    lang: Lang = "en",
    audience: Audience = "family",
    **tables: str,
) -> Statement:
    """Return a child's statement of the folder."""
    records, ledger = read(path, as_of, **tables)
    return statement_of(records, ledger, student, lang=lang, audience=audience)
