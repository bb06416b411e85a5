"""Absences as rows: of students who have a service here, and of providers who give one."""

from collections.abc import Collection, Iterable
from typing import Final

from makegood.imports.draft import AbsenceDraft, Drafts, LeftOut
from makegood.imports.match.student import Student
from makegood.records import Records

AbsenceRows = dict[str, list[dict[str, str]]]
"""Rows to add, by table."""
NOBODY: Final = "nobody of this number has or gives a service here"


def absence_rows(
    drafts: Drafts, records: Records, students: Iterable[Student], promised: Collection[str], providers: Collection[str]
) -> AbsenceRows:
    """Return the rows to add; those on record already are not added.

    An absence of somebody who has and gives no service here is left out, which is said.

    Args:
        drafts: What was drafted; what is left out is added to it.
        records: The folder.
        students: Every student.
        promised: The ids of those who have a service.
        providers: The ids of those who give one.
    """
    away, staff = records.student_absences, records.provider_absences
    known = {*zip(away.student_id, away.date, strict=True), *zip(staff.provider_id, staff.date, strict=True)}
    of_number = {number: one.id for one in students for number in (one.id, *one.ids.values())}
    rows: AbsenceRows = {"student_absences": [], "provider_absences": []}
    for draft in drafts.absences:
        who = of_number.get(draft.student, "") if draft.student else draft.provider
        if who not in (promised if draft.student else providers):
            drafts.left_out.append(LeftOut(draft.where, NOBODY, draft.student or draft.provider))
        elif (who, draft.date) not in known:
            known.add((who, draft.date))
            rows["student_absences" if draft.student else "provider_absences"].append(_row(draft, who))
    return rows


def _row(draft: AbsenceDraft, who: str) -> dict[str, str]:
    return {
        "student_id" if draft.student else "provider_id": who,
        "date": draft.date.isoformat(),
        "until": draft.until.isoformat() if draft.until and draft.until != draft.date else "",
        "kind": draft.kind,
    }
