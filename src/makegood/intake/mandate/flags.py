"""Why a text needs a person, and what that person can do."""

from typing import Final

FLAGS: Final[dict[str, str]] = {
    "excel_damage": "A spreadsheet seems to have turned this cell into a time or a date. Type the words "
    "from the IEP again, in a cell formatted as text.",
    "no_minutes": "It does not say how many minutes. Look the amount up in the IEP.",
    "not_minutes": "It counts class periods, trips or parts of a day, not minutes. Ask the IEP team how "
    "many minutes that is.",
    "no_period": "It does not say how often: a day, a week, a month, a year, or in total.",
    "no_cycle_length": "It does not say how many days of school the cycle has. Write, for instance, 'per 6 day cycle'.",
    "period_unknown": "It names a period that the school calendar does not have, such as a trimester or a grading "
    "period. Write the minutes for each week, month, quarter, semester or year.",
    "weeks_or_term": "The weeks can be the term of the school calendar (a quarter or semester) or exactly that many "
    "weeks.",
    "summer": "It is for the summer (extended school year, ESY). Enter it as a service of its own, with 'esy' yes.",
    "period_assumed": "It does not say the period in words; the reading shown assumes one. Check it against the IEP.",
    "unit_assumed": "It gives a number without a unit; the reading shown takes it for minutes.",
    "count_assumed": "It names sessions without saying how many. The reading shown assumes one.",
    "count_or_minutes": "Two numbers stand together, and either one can be the number of sessions.",
    "total_or_each": "The minutes can be those of each session or of all sessions together.",
    "range": "It gives a range. Both ends are shown; the IEP team decides what is promised.",
    "dash_ambiguous": "The dash can mean 'to' (a range) or stand between the number of sessions and their minutes.",
    "biweekly_ambiguous": "'Biweekly', 'bimonthly' or 'quincenal' can mean twice in each, or once in every two.",
    "sem_ambiguous": "'Sem' can mean the week (in Spanish 'semana') or the semester.",
    "two_semesters": "Two semesters are shown as the school year that they make.",
    "two_periods": "It names two periods that do not mean the same.",
    "two_counts": "It gives two numbers of sessions that do not agree.",
    "several_parts": "It promises more than one thing. Enter each as a service of its own.",
    "alternatives": "It says 'or': the IEP team decides which.",
    "arithmetic": "The sums do not add up: sessions times minutes is not the total.",
    "part_minute": "It does not come to whole minutes. The nearest below and above are shown.",
    "qualifier": "It gives a limit or an estimate ('up to', 'at least', 'about'), not an amount.",
    "as_needed": "'As needed' promises no amount that can be counted.",
    "time_limited": "It limits how long the service runs. Put that into the service's start and end.",
    "pace_left_out": "It gives a total and a pace. The reading shown keeps the total only.",
    "delivery_unclear": "It can be individual or group, direct or indirect: more than one is named.",
    "implausible_order": "Read in the usual order, sessions : minutes : group, the numbers are unlikely; "
    "they may have been swapped.",
    "impossible": "It comes to more minutes than the period has.",
    "unparsed": "Some of the words were not read, so something may be missing from what is shown.",
}
"""Every flag and what it says to the person who decides, in the order in which flags are listed."""
