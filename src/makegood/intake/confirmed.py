"""Suggested calendar rows count only once a person has confirmed them."""

from typing import Final

from makegood.intake.sheet import Sheet
from makegood.intake.values import YES_NO
from makegood.terms.findings import Finding, Origin

CONFIRM: Final = "confirm"
WHY: Final = "why"
UNKNOWN_GRADES: Final = "?"
"""Stands in `grades` where an entry is for some only, and a person must write for which."""
_GRADES: Final = "grades"


def keep_confirmed(sheet: Sheet) -> list[Finding]:
    """Leave out the suggested rows of a calendar that a person answered with no.

    The columns `confirm` and `why`, which `makegood calendar` writes, are taken out. A calendar
    without them is left as it is.

    Args:
        sheet: The sheet, changed in place.

    Returns:
        An error for each row that has neither yes nor no in `confirm`, and for each with yes and `?` in `grades`:
        the calendar says that it is for some only, so it must not count for everyone.
    """
    names = [header.casefold() for header in sheet.header]
    if sheet.table != "calendar" or CONFIRM not in names:
        return []
    answers = [YES_NO.get(str(cell).strip().casefold()) for cell in sheet.columns[names.index(CONFIRM)]]
    kept = [at for at, answer in enumerate(answers) if answer]
    findings = [_unanswered(sheet, row) for row, answer in zip(sheet.rows, answers, strict=True) if answer is None]
    if _GRADES in names:
        grades = sheet.columns[names.index(_GRADES)]
        findings += [_for_whom(sheet, sheet.rows[at]) for at in kept if str(grades[at]).strip() == UNKNOWN_GRADES]
    places = [place for place, name in enumerate(names) if name not in (CONFIRM, WHY)]
    sheet.header = [sheet.header[place] for place in places]
    sheet.columns = [[sheet.columns[place][at] for at in kept] for place in places]
    sheet.rows = [sheet.rows[at] for at in kept]
    return findings


def _unanswered(sheet: Sheet, row: int) -> Finding:
    says = (
        "This row is only a suggestion. Write yes in 'confirm' if it is right (correct it first if it is not), "
        "or no to leave it out."
    )
    return Finding("error", "not_confirmed", says, Origin(sheet.table, row, CONFIRM), found="", expected="yes or no")


def _for_whom(sheet: Sheet, row: int) -> Finding:
    says = "The calendar says that this day is for some students only, and not for which grades."
    expected = "the grades, separated by ;, or an empty cell if it is for everyone"
    return Finding(
        "error", "for_whom", says, Origin(sheet.table, row, _GRADES), found=UNKNOWN_GRADES, expected=expected
    )
