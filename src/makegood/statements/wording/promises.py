"""Phrases for what an IEP promises."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.language import Bilingual


class PerPhrases(TypedDict):
    """A phrase for each period that a promise can be for."""

    day: str
    week: str
    cycle: str
    month: str
    quarter: str
    semester: str
    year: str
    iep: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisePhrases:
    """Phrases for what an IEP promises.

    Attributes:
        sessions: Several sessions of so many minutes.
        per: What is promised in one period; `{n}` is the school days of a cycle.
        this: The period that has not ended.
        this_block: The same of a block of several weeks or months.
        in_weeks: What is promised in a block of weeks.
        in_months: What is promised in a block of months.
        iep_words: The mandate as the IEP writes it.
        first_day: The first day of a service without a start.
        last_day: The last day of a service without an end.
    """

    sessions: str
    per: PerPhrases
    this: PerPhrases
    this_block: str
    in_weeks: str
    in_months: str
    iep_words: str
    iep_source: str
    service_dates: str
    first_day: str
    last_day: str


PROMISES: Final = Bilingual(
    en=PromisePhrases(
        sessions="{n} sessions of {minutes}",
        per=PerPhrases(
            day="{what} a day",
            week="{what} a week",
            cycle="{what} in each {n} school days",
            month="{what} a month",
            quarter="{what} a quarter",
            semester="{what} a semester",
            year="{what} a year",
            iep="{what} in all, from the service's start to its end",
        ),
        this=PerPhrases(
            day="today",
            week="this week",
            cycle="this cycle",
            month="this month",
            quarter="this quarter",
            semester="this semester",
            year="this school year",
            iep="the time of this service",
        ),
        this_block="this period",
        in_weeks="{what} in every {n} weeks",
        in_months="{what} in every {n} months",
        iep_words="The IEP's own words: “{mandate}”",
        iep_source="From: {source}",
        service_dates="Service dates: {first} to {last}.",
        first_day="the first day of the school year",
        last_day="the last day of the school year",
    ),
    es=PromisePhrases(
        sessions="{n} sesiones de {minutes}",
        per=PerPhrases(
            day="{what} al día",
            week="{what} por semana",
            cycle="{what} cada {n} días de clases",
            month="{what} al mes",
            quarter="{what} por trimestre",
            semester="{what} por semestre",
            year="{what} al año",
            iep="{what} en total, desde que comienza el servicio hasta que termina",
        ),
        this=PerPhrases(
            day="el día de hoy",
            week="esta semana",
            cycle="este ciclo",
            month="este mes",
            quarter="este trimestre",
            semester="este semestre",
            year="este año escolar",
            iep="el tiempo de este servicio",
        ),
        this_block="este período",
        in_weeks="{what} cada {n} semanas",
        in_months="{what} cada {n} meses",
        iep_words="El IEP dice: “{mandate}”",
        iep_source="Fuente: {source}",
        service_dates="Fechas del servicio: del {first} al {last}.",
        first_day="primer día del año escolar",
        last_day="último día del año escolar",
    ),
)
