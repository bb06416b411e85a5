"""What a calendar's words suggest about a day. They only suggest: a person confirms."""

import re
from dataclasses import dataclass
from typing import Final, Literal

Meaning = Literal[
    "contingent_makeup",
    "makeup_school_day",
    "partial",
    "remote",
    "closed",
    "weather_closure",
    "staff_only",
    "named_holiday",
    "info",
]
"""What a calendar entry is about: a make-up day only if needed, a make-up day, a short day, ..."""

_MAKEUP: Final = r"make[\s-]?up"
_WEATHER: Final = r"(?:snow|weather|storm|inclement)"
_HOLIDAYS: Final = (
    "new year",
    "martin luther king",
    "mlk",
    "presidents",
    "washington's birthday",
    "lincoln's birthday",
    "memorial day",
    "juneteenth",
    "independence day",
    "labor day",
    "columbus day",
    "indigenous peoples",
    "veterans day",
    "election day",
    "thanksgiving",
    "christmas",
    "good friday",
    "easter",
    "passover",
    "rosh hashanah",
    "yom kippur",
    "diwali",
    "eid",
    "lunar new year",
    "cesar chavez",
)

_PATTERNS: Final[tuple[tuple[Meaning, str], ...]] = (
    ("contingent_makeup", rf"\b(?:potential|possible|if needed|if necessary)\b.*(?:{_MAKEUP}|{_WEATHER})"),
    ("contingent_makeup", rf"(?:{_MAKEUP}|{_WEATHER}).*\b(?:potential|possible|if needed|if necessary)\b"),
    ("makeup_school_day", rf"\b(?:school day|school in session)\b.*(?:{_WEATHER}|{_MAKEUP})"),
    ("makeup_school_day", rf"(?:{_WEATHER}|{_MAKEUP}).*\b(?:school day|school in session)\b"),
    ("makeup_school_day", rf"\b{_WEATHER}(?: days?)?\W+{_MAKEUP}(?: days?)?\b"),
    ("partial", r"\bearly[\s-](?:dismissal|release|closing)\b|\bhalf[\s-]days?\b|\bnoon dismissal\b"),
    ("partial", r"\bdelayed (?:opening|start)\b|\blate start\b|\b(?:two|2)[\s-]hour delay\b"),
    ("partial", r"\b(?:partial|minimum|shortened) days?\b|\bmodified schedule\b"),
    ("partial", r"\bdismiss\w* .{0,30}\bhours? early\b"),
    (
        "remote",
        r"\b(?:remote|e-?learning|virtual|asynchronous|distance|nti)\b.{0,20}\b(?:days?|learning|instruction)\b",
    ),
    ("remote", r"\be-?learning\b"),
    ("weather_closure", rf"\b{_WEATHER} (?:days?|closures?)\b"),
    ("closed", r"\bno (?:school|classes|students)\b|\bstudent holiday\b|\bnon-?attendance\b"),
    ("closed", r"\b(?:schools?|district|offices?)(?: (?:is|are|and offices))? closed\b|\bdo not attend\b"),
    ("closed", r"\bnot in attendance\b|\brecess\b|\bbreak\b|\bvacation\b|\bholidays?\b"),
    ("staff_only", r"\bteacher work\s?days?\b|\bin-?service\b|\bprofessional (?:development|learning)\b"),
    ("staff_only", r"\bpd days?\b|\bstaff (?:development|days?)\b|\binstitute days?\b|\bconvention\b"),
    ("staff_only", r"\b(?:clerical|records|conference) days?\b"),
    ("named_holiday", r"\b(?:" + "|".join(map(re.escape, _HOLIDAYS)) + r")\b"),
)
_RULES: Final = tuple((meaning, re.compile(pattern, re.DOTALL)) for meaning, pattern in _PATTERNS)
_DECISIVE: Final = frozenset(
    {"contingent_makeup", "makeup_school_day", "partial", "remote", "closed", "weather_closure"}
)
_CLEAR: Final = frozenset({"closed", "partial", "info"})
_SCOPE: Final = re.compile(
    r"\b(?:elementary|elem|middle|high|junior high|pre-?k|kindergarten|k-\d+|\w+ only"
    r"|grades? [k\d]+(?:\s?(?:-|to|through)\s?\d+)?)\b"
)
_LATE: Final = re.compile(r"\bdelay|\blate start")
_LONG: Final = re.compile(r"\brecess\b|\bbreak\b|\bvacation\b")


@dataclass(frozen=True, slots=True)
class Sense:
    """What an entry's words suggest.

    Attributes:
        meaning: What it is about.
        kind: The calendar kind that this suggests, or None.
        words: The words that led to it.
        clear: Whether a person is likely to agree; else it is a question.
        scope: Words that say for whom it holds, or None.
    """

    meaning: Meaning
    kind: str | None
    words: str
    clear: bool
    scope: str | None


def sense_of(title: str, description: str = "") -> Sense:
    """Return what an entry suggests: the first rule that matches its title and description.

    A title that decides by itself is not overruled by its description, but then it is a question.
    """
    own, both = _plain(title), _plain(f"{title} | {description}")
    meaning, words = _first(own)
    wider, wider_words = _first(both)
    disagree = meaning in _DECISIVE and wider != meaning
    if meaning not in _DECISIVE:
        meaning, words = wider, wider_words
    found = _SCOPE.search(own) or _SCOPE.search(both)
    scope = found.group() if found and meaning != "info" else None
    kind = _kind(meaning, own if disagree else both)
    return Sense(meaning, kind, words, meaning in _CLEAR and not disagree and scope is None, scope)


def _plain(text: str) -> str:
    dashed = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'")
    return " ".join(dashed.casefold().split())


def _first(text: str) -> tuple[Meaning, str]:
    for meaning, rule in _RULES:
        if found := rule.search(text):
            return meaning, found.group()
    return "info", ""


def _kind(meaning: Meaning, text: str) -> str | None:
    if meaning == "partial":
        return "delayed_start" if _LATE.search(text) else "early_dismissal"
    if meaning == "closed":
        if any(rule.search(text) for name, rule in _RULES if name == "staff_only"):
            return "in_service"
        return "break" if _LONG.search(text) else "holiday"
    return {
        "makeup_school_day": "school_day",
        "remote": "remote_day",
        "weather_closure": "weather_closure",
        "staff_only": "in_service",
        "named_holiday": "holiday",
    }.get(meaning)
