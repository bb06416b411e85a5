"""When a request of a family is to be answered, as far as a rule says so."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from makegood.documents.laws import DAYS, law_of, source_of
from makegood.documents.sources import CHECKED, SOURCES
from makegood.statements.wording.words import words_of
from makegood.terms.language import Bilingual, Lang

_BY_DAY: Final = Bilingual(
    en="The rule gives at most {days} days, so up to {day}. A State may set a shorter time.",
    es="La norma da {days} días como máximo: a más tardar el {day}. El estado puede fijar un plazo más corto.",
)
_PASSED: Final = Bilingual(
    en="The rule gives at most {days} days: that was up to {day}. This day has passed. A State may set a shorter time.",
    es="La norma da {days} días como máximo: la fecha límite era el {day} y ya pasó. El estado puede fijar un "
    "plazo más corto.",
)
_BEFORE_MEETING: Final = Bilingual(
    en="It also says: before any meeting about the plan.",
    es="También dice: antes de cualquier reunión sobre el plan.",
)
_REASONABLE: Final = Bilingual(
    en="The rule asks for an answer within a reasonable time. It names no day.",
    es="La norma pide una respuesta en un plazo razonable. No fija un día.",
)
_NO_DEADLINE: Final = Bilingual(
    en="No rule in these records sets a deadline for the answer.",
    es="Ninguna regla de estos registros fija una fecha límite para la respuesta.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDue:
    """When an answer is due.

    Attributes:
        by: The last day; None where no rule names one.
        says: The same in words.
        source: Where it is written and how far that was read; blank where no rule speaks.
    """

    by: dt.date | None
    says: str
    source: str


def answer_due(kind: str, plans: Collection[str], received_on: dt.date, today: dt.date, lang: Lang) -> AnswerDue:
    """Return when the answer to a request is due.

    Args:
        kind: What was asked for, a word of the table `requests`.
        plans: The kinds of plan that the child has.
        received_on: The day the request came.
        today: The day on which it is read.
        lang: The language of the words.
    """
    law = law_of(plans)
    if kind == "records":
        by = received_on + dt.timedelta(DAYS[law])
        says = (_BY_DAY if by >= today else _PASSED).of(lang).format(days=DAYS[law], day=words_of(lang).day(by))
        # The rule on records of every pupil (FERPA) does not speak of meetings.
        parts = [says] if law == "504" else [says, _BEFORE_MEETING.of(lang)]
        return AnswerDue(by=by, says=" ".join(parts), source=_source(source_of("records", law), lang))
    if kind == "amendment":
        return AnswerDue(by=None, says=_REASONABLE.of(lang), source=_source(source_of("amend", law), lang))
    return AnswerDue(by=None, says=_NO_DEADLINE.of(lang), source="")


def _source(key: str, lang: Lang) -> str:
    source = SOURCES[key]
    return f"{source.citation}. {CHECKED[source.checked].of(lang)}"
