"""The names that other systems and people give our tables and columns."""

import re
import unicodedata
from typing import Final

from makegood.records import RECORDED_AT, TABLES, Table
from makegood.terms.spelling import slip_of

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "schools": ("school",),
    "students": ("student", "roster", "pupils"),
    "terms": ("term", "school years"),
    "calendar": ("calendars", "calendar days", "school calendar"),
    "services": ("service", "promises", "service lines", "iep services"),
    "schedule": ("schedules", "weekly schedule", "slots"),
    "sessions": ("session", "log", "session log", "service log", "deliveries"),
    "determinations": ("determination", "decisions", "team decisions"),
    "awards": ("award", "compensatory awards"),
    "offers": ("offer", "makeup offers"),
    "notices": ("notice",),
    "requests": ("request", "parent requests", "requests of families"),
    "signatures": ("signature", "signed", "signed sessions"),
    "family_notes": ("family note", "parent notes", "notes of the family"),
    "providers": ("provider", "staff", "therapists"),
    "student_absences": ("student absence", "attendance"),
    "provider_absences": ("provider absence", "staff absences", "staff absence"),
    "availability": ("provider availability", "provider times", "free times", "makeup times"),
    "bell": ("bells", "bell times", "bell schedule", "school hours"),
    "student_times": ("student time", "student schedule", "student schedules", "protected times"),
    "working_hours": ("work hours", "provider schedule", "staff hours"),
    "travel": ("travel times", "travel time"),
    "limits": ("limit", "makeup limits"),
    "pinned": ("pins", "pinned sessions", "agreed makeups"),
    "imports": ("import",),
}
"""Per table, what else its file or sheet may be called."""

_STUDENT: Final = ("student", "student number", "student no", "student code", "pupil id")
_SERVICE: Final = ("service", "service line", "service line id", "line id")
_SERVICE_TYPE: Final = ("service", "type of service", "service name", "discipline")
_PROVIDER: Final = ("provider", "provider number", "provider code", "staff id", "therapist id")
_SCHOOL: Final = ("school", "school number", "school code")
_CALENDAR: Final = ("calendar", "calendar name", "calendar code")
_START: Final = ("start date", "begin date", "begins", "from", "first day")
_END: Final = ("end date", "ends", "until", "to", "last day")
_WEEKDAY: Final = ("day", "day of week", "day of the week")
_CLOCK_START: Final = ("start time", "starts", "begin time", "begins", "from", "time in")
_CLOCK_END: Final = ("end time", "ends", "until", "to", "time out")
_DAY: Final = ("day", "start", "start date", "from", "first day", "absence date")
_LAST_DAY: Final = ("end", "end date", "to", "through", "last day")
_MISSED: Final = ("session", "missed session", "missed session id", "log id", "event id")

COLUMNS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "schools": {
        "school_id": _SCHOOL,
        "name": ("school name",),
        "calendar_id": _CALENDAR,
        "policy_id": ("policy", "policy pack"),
    },
    "students": {
        "student_id": ("id", *_STUDENT),
        "school_id": _SCHOOL,
        "calendar_id": _CALENDAR,
        "policy_id": ("policy", "policy pack"),
        "given_name": ("first name", "student first name", "first"),
        "family_name": ("last name", "student last name", "surname", "last"),
        "grade": ("grade level", "current grade"),
        "home_language": ("language", "language of the home", "primary language"),
        "date_of_birth": ("dob", "birth date", "birthday", "date of birth"),
    },
    "terms": {
        "calendar_id": _CALENDAR,
        "name": ("term", "term name"),
        "kind": ("type", "term type", "kind of term"),
        "start": _START,
        "end": _END,
    },
    "calendar": {
        "calendar_id": _CALENDAR,
        "date": _DAY,
        "kind": ("type", "class", "day type", "kind of day"),
        "until": _LAST_DAY,
        "label": ("name", "title", "event", "description"),
        "grades": ("grade", "grade levels"),
        "cycle_day": ("rotation day", "cycle day number", "letter day"),
    },
    "services": {
        "service_id": ("id", "service line", "service line id", "line id", "service number"),
        "student_id": _STUDENT,
        "service_type": _SERVICE_TYPE,
        "mandate": ("mandate text", "iep wording", "frequency and duration"),
        "minutes": ("minutes per session", "duration"),
        "per": ("period", "frequency period"),
        "sessions": ("sessions per period", "times", "number of sessions"),
        "every": ("every n", "period length"),
        "session_minutes": ("session length", "length of a session", "minutes of a session"),
        "esy": ("extended school year", "summer"),
        "delivery": ("delivery model", "grouping"),
        "group_max": ("group size", "maximum group size", "max group size"),
        "setting": ("location",),
        "provider_id": _PROVIDER,
        "school_id": ("service school", "school of service", "held at"),
        "start": _START,
        "end": _END,
        "source": ("iep", "document"),
        "goals": ("goal", "goal area", "focus"),
        "plan": ("plan type", "type of plan", "kind of plan"),
    },
    "schedule": {
        "service_id": _SERVICE,
        "weekday": _WEEKDAY,
        "cycle_day": ("rotation day", "cycle day number"),
        "cycle": ("cycle length", "days in cycle", "days in the cycle"),
        "start_time": ("time", "start", "begins"),
        "minutes": ("duration", "length"),
        "provider_id": _PROVIDER,
        "from": ("start date", "first day"),
        "until": ("end date", "to", "last day"),
        "every": ("every n weeks", "every so many weeks", "week interval"),
    },
    "sessions": {
        "session_id": ("id", "session", "session number", "log id", "event id", "row id"),
        "service_id": _SERVICE,
        "date": ("date of service", "service date", "session date", "day"),
        "minutes_delivered": (
            "minutes",
            "delivered",
            "delivered minutes",
            "actual minutes",
            "minutes given",
            "minutes provided",
        ),
        "minutes_planned": ("planned", "planned minutes", "scheduled minutes", "minutes scheduled"),
        "start_time": ("time", "start", "time in", "begin time"),
        "reason": ("miss reason", "missed reason", "reason missed", "reason code"),
        "kind": ("type", "session type", "kind of session"),
        "makeup_for": ("make-up for", "makes up", "makeup for session", "makeup of"),
        "award_id": ("award", "compensatory award"),
        "provider_id": _PROVIDER,
        "group_size": ("students in group", "number in group"),
        "group_id": ("group", "group number", "group code", "group session"),
        "setting": ("location",),
        "as_written": ("as the iep says", "given as written"),
        "corrects": ("correction of", "corrects row", "replaces"),
        "together_with": ("given with", "co-treated with", "cotreatment with", "given together with"),
        "recorded_by": ("entered by", "logged by"),
        "note": ("notes", "comment", "comments"),
        "source": ("imported from", "came from"),
    },
    "determinations": {
        "determination_id": ("id", "decision id"),
        "session_id": _MISSED,
        "disposition": ("decision", "determination"),
        "decided_on": ("date", "decision date", "date decided"),
        "decided_by": ("by",),
        "rationale": ("reason", "why"),
    },
    "awards": {
        "award_id": ("id", "award", "award number"),
        "student_id": _STUDENT,
        "service_type": _SERVICE_TYPE,
        "minutes": ("minutes awarded", "awarded minutes"),
        "start": _START,
        "end": _END,
        "provider_id": _PROVIDER,
        "location": ("place", "setting"),
        "source": ("document",),
    },
    "offers": {
        "offer_id": ("id", "offer", "offer number"),
        "session_id": _MISSED,
        "date": ("offer date", "offered on", "date offered"),
        "response": ("answer", "family response"),
        "method": ("how",),
    },
    "notices": {
        "notice_id": ("id", "notice", "notice number"),
        "student_id": _STUDENT,
        "kind": ("type", "notice type"),
        "sent_on": ("date", "date sent", "sent"),
        "session_id": _MISSED,
        "method": ("how", "sent by"),
    },
    "requests": {
        "request_id": ("id", "request", "request number"),
        "student_id": _STUDENT,
        "kind": ("type", "request type", "asked for"),
        "received_on": ("date", "date received", "received"),
        "answered_on": ("date answered", "answered"),
        "answer": ("response", "reply"),
    },
    "signatures": {
        "signature_id": ("id", "signature", "signature number"),
        "signed_by": ("signer", "name", "signer name"),
        "title": ("credentials", "job title"),
        "signed_at": ("date", "signed on", "date signed", "signature date"),
        "as": ("role", "signed as"),
        "session_id": ("session", "log id", "event id"),
    },
    "family_notes": {
        "note_id": ("id", "note number", "row id"),
        "student_id": _STUDENT,
        "date": ("day", "session date", "date of service"),
        "service_type": _SERVICE_TYPE,
        "saw": ("seen", "what we saw", "what happened"),
        "minutes": ("minutes seen", "how many minutes"),
        "words": ("note", "notes", "comment", "in our words"),
        "noted_at": ("noted on", "date noted"),
    },
    "providers": {
        "provider_id": ("id", *_PROVIDER),
        "name": ("provider name", "staff name", "full name"),
        "service_types": ("service type", "services", "discipline"),
        "school_id": _SCHOOL,
        "employer": ("agency", "employed by"),
        "hourly_cost": ("cost", "hourly rate", "rate", "cost per hour"),
    },
    "student_absences": {
        "student_id": _STUDENT,
        "date": _DAY,
        "until": _LAST_DAY,
        "kind": ("type", "absence type", "attendance code", "reason", "absence reason"),
    },
    "provider_absences": {
        "provider_id": _PROVIDER,
        "date": _DAY,
        "until": _LAST_DAY,
        "kind": ("type", "absence type", "reason", "absence reason"),
    },
    "availability": {
        "provider_id": _PROVIDER,
        "weekday": _WEEKDAY,
        "date": ("one day", "on", "only on"),
        "start": _CLOCK_START,
        "end": _CLOCK_END,
        "school_id": _SCHOOL,
    },
    "bell": {
        "school_id": _SCHOOL,
        "weekday": _WEEKDAY,
        "start": ("first bell", *_CLOCK_START),
        "end": ("last bell", "dismissal", *_CLOCK_END),
    },
    "student_times": {
        "student_id": _STUDENT,
        "school_id": _SCHOOL,
        "grade": ("grade level",),
        "weekday": _WEEKDAY,
        "cycle_day": ("rotation day", "cycle day number"),
        "cycle": ("cycle length", "days in cycle", "days in the cycle"),
        "start": _CLOCK_START,
        "end": _CLOCK_END,
        "use": ("kind", "type", "what for"),
    },
    "working_hours": {
        "provider_id": _PROVIDER,
        "weekday": _WEEKDAY,
        "start": ("start time", "starts", "begin time", "begins", "time in"),
        "end": ("end time", "ends", "time out"),
        "use": ("kind", "type", "what for"),
        "school_id": _SCHOOL,
        "from": ("first day", "start date"),
        "until": ("last day", "end date"),
    },
    "travel": {
        "from": ("from school", "from school id", "start", "start school"),
        "to": ("to school", "to school id", "end", "end school"),
        "minutes": ("travel minutes", "travel time", "duration"),
    },
    "limits": {
        "student_day": ("minutes a day per student", "student minutes per day"),
        "student_week": ("minutes a week per student", "student minutes per week"),
        "provider_day": ("minutes a day per provider", "provider minutes per day"),
        "provider_week": ("minutes a week per provider", "provider minutes per week"),
        "shortest": ("shortest session", "shortest minutes"),
        "longest": ("longest session", "longest minutes"),
        "grade_span": ("grades apart", "grade range"),
        "direct_day": ("direct minutes a day", "direct minutes per day"),
        "direct_week": ("direct minutes a week", "direct minutes per week"),
        "documentation": ("documentation minutes", "documentation time", "paperwork"),
        "lunch": ("lunch minutes", "lunch break"),
        "provider_id": _PROVIDER,
    },
    "pinned": {
        "pinned_id": ("id", "pin", "pin id", "makeup id"),
        "date": ("makeup date", "agreed date", "day"),
        "start": ("time", *_CLOCK_START),
        "minutes": ("duration", "length"),
        "school_id": _SCHOOL,
        "provider_id": _PROVIDER,
        "student_id": _STUDENT,
        "service_id": _SERVICE,
        "session_id": ("session", "missed session", "missed session id", "makeup for"),
        "missed_on": ("missed date", "date missed"),
        "settles": ("minutes settled", "makes up"),
    },
    "imports": {
        "import_id": ("id", "import number"),
        "file": ("file name",),
        "bytes": ("size",),
        "sha256": ("sum", "checksum"),
        "imported_at": ("imported on", "date imported"),
        "mapping": ("mapping file",),
    },
}
"""Per table and column, what else people call it.

A state's own student number (SSID, state id) is on purpose no alias of `student_id`: a file often
has both, and the local number is the one that the other tables use.
"""

OF_EVERY_TABLE: Final[dict[str, tuple[str, ...]]] = {
    RECORDED_AT: ("entered at", "entered on", "logged at", "logged on", "recorded on", "date recorded", "date entered"),
}
"""What else people call a column that every table may have."""


def plain(name: str) -> str:
    """Return a name without case, accents, spaces, underscores and signs, for comparing."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^0-9a-z]+", "", bare)


_TABLE_OF: Final[dict[str, type[Table]]] = {
    plain(name): table for table in TABLES for name in (table.NAME, *NAMES[table.NAME])
}
_COLUMN_OF: Final[dict[str, dict[str, str]]] = {
    table.NAME: {
        plain(other): column for column, others in (OF_EVERY_TABLE | COLUMNS[table.NAME]).items() for other in others
    }
    | {plain(column): column for column in table.columns()}
    for table in TABLES
}


def table_of(name: str) -> type[Table] | None:
    """Return the table that a file or sheet of this name holds."""
    return _TABLE_OF.get(plain(name))


def column_of(table: str, header: str) -> str | None:
    """Return the column that a header means in a table, or None."""
    return header if header in COLUMNS[table] else _COLUMN_OF[table].get(plain(header))


def nearest_table(name: str) -> str | None:
    """Return the table of whose name a name that is none is a misspelling."""
    near = slip_of(plain(name), _TABLE_OF)
    return _TABLE_OF[near].NAME if near else None


def nearest_column(table: str, header: str) -> str | None:
    """Return the column of whose name a header that is none is a misspelling."""
    near = slip_of(plain(header), _COLUMN_OF[table])
    return _COLUMN_OF[table][near] if near else None
