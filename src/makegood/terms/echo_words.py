"""The words of the field: a cell of these words only is about no person, so a finding may repeat it."""

from typing import Final

from makegood.terms.accounts import DISPOSITIONS, STATUSES
from makegood.terms.reasons import IN_SPANISH, IN_WORDS, REASONS

_TABLES: Final = (
    "school schools student students term terms calendar calendars service services schedule schedules session "
    "sessions log determination determinations award awards offer offers notice notices signature signatures family "
    "provider providers absence absences availability bell bells travel limit limits pinned pin pins roster attendance "
    "id ids code codes number name names kind type start end date dates day days time times until from first last "
    "begin begins label title event description grade grades cycle policy pack note notes comment comments given birth "
    "dob birthday language home surname pupil parent parents guardian mandate minutes minute min mins per every hour "
    "hours esy summer delivery group size max maximum setting location source iep plan reason reasons planned "
    "delivered scheduled actual corrects correction makeup make up compensatory regular recorded entered logged "
    "written together weekday week weeks rotation letter length duration decided decision rationale response accepted "
    "declined sent required owed hourly cost employer employed district contractor agency staff therapist therapists "
    "teacher manager case campus phone email address gender ethnicity race status eligibility disability ssid lea sis "
    "state local total year years semester quarter month months daily weekly monthly yearly each x period periods row "
    "column table sheet confirm why use open protected lunch recess instruction class core other any all only both"
)
_ANSWERS: Final = (
    "yes no true false none nil null na n a tbd unknown blank empty and or of the to in at on by for with not is it "
    "half one two three four five six seven eight nine ten fifteen twenty thirty forty sixty si am pm absent present "
    "excused unexcused late leave sick training vacancy holiday break weather closure emergency service early "
    "dismissal delayed remote full partial individual direct indirect consult pull push out room classroom virtual "
    "person general special education resource elementary middle high primary secondary test example sample"
)
_SERVICES: Final = (
    "speech speach language occupational physical therapy therapies counseling counselling psychological nursing "
    "vision hearing orientation mobility reading writing math mathematics academic academics specialized instruction "
    "behavior behavioral social work skills adapted adaptive audiology assistive technology transportation "
    "interpreting aide slp ot pt sdi sped rsp sai ape ct cl"
)
_WEEKDAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "lunes martes miercoles jueves viernes sabado domingo"
)

_MONTHS: Final = (
    "january february march july september october november december feb apr jun jul aug sep sept oct nov dec "
    "enero febrero marzo junio septiembre octubre noviembre diciembre"
)

NAMES_TOO: Final = frozenset(["jan", "april", "may", "june", "august", "mar", "abril", "mayo", "julio", "agosto"])
"""Months that are names too, so they count only beside a number."""


def _words() -> frozenset[str]:
    phrases = " ".join([*REASONS, *DISPOSITIONS, *STATUSES, *IN_WORDS.values(), *IN_SPANISH.values()])
    plain = phrases.casefold().translate(str.maketrans("áéíóúñ_-(),/'", "aeioun       "))
    listed = f"{_TABLES} {_ANSWERS} {_SERVICES} {_WEEKDAYS} {_MONTHS}"
    return frozenset(word for word in (*plain.split(), *listed.split()) if word not in NAMES_TOO)


WORDS: Final = _words()
"""Small letters, without accents."""
