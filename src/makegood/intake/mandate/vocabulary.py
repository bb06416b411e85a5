"""Each wording that we know, and the plain words that it stands for. New wordings go here, and only here."""

from typing import Final

from makegood.intake.mandate.context_words import ASIDE_WORDS, FILLER_WORDS, NOT_NAMES
from makegood.terms.accents import without_accents

_WORDS: Final = {
    # amounts
    "minute": "minute minutes min mins m minuto minutos minute_s",
    "hour": "hour hours hr hrs h hora horas",
    "half": "and_a_half y_media",
    "30 minute": "half_hour half_an_hour half_hours media_hora",
    # counts
    "1": "un una uno",
    "x": "x xs x_'_s",
    "time": "time times vez veces",
    "1 time": "once",
    "2 time": "twice",
    "3 time": "thrice",
    "session": "session visit meeting sesión sesion sess",
    "sessions": "sessions visits meetings sesiones",
    "lesson": "class_period class_periods period periods class classes block blocks trip trips "
    "período_de_clase períodos_de_clase periodo_de_clase periodos_de_clase períodos periodos",
    "percent": "%_of_day %_of_the_day %_of_school_day %_of_the_school_day %",
    "all_day": "all_day full_day throughout_the_day throughout_the_school_day throughout",
    # periods
    "day": "day día dia school_day instructional_day",
    "days": "days días dias",
    "week": "week wk w semana school_week instructional_week week_of_school",
    "weeks": "weeks wks semanas",
    "cycle": "cycle cycles rotation rotations",
    "month": "month mo mes",
    "months": "months mos meses",
    "quarter": "quarter quarters qtr qtrs",
    "semester": "semester semesters semestre semestres",
    "sem": "sem sems",
    "year": "year years yr yrs año años school_year academic_year año_escolar entire_school_year",
    "iep": "iep_year iep_period iep_term term_of_iep term_of_the_iep duration_of_iep "
    "duration_of_the_iep duration_of_this_iep length_of_the_iep "
    "life_of_the_iep",
    "per iep": "per_iep_year per_the_iep_year per_iep_period per_iep_term",
    "per day": "daily diario diaria diarios diarias diariamente",
    "per week": "p_/_w weekly wkly semanal semanales semanalmente",
    "per month": "p_/_m monthly mensual mensuales mensualmente",
    "per quarter": "quarterly qtrly",
    "per semester": "semestral semestrales",
    "per year": "yearly annually annual per_annum anual anuales anualmente",
    "every 2 week": "fortnightly per_fortnight a_fortnight alternate_weeks on_alternate_weeks "
    "alternating_weeks on_alternating_weeks",
    "biweek": "biweekly bi_weekly bisemanal bisemanales",
    "bimonth": "bimonthly bi_monthly bimensual bimensuales",
    "every 2 month": "bimestral bimestrales",
    "fortnight": "quincenal quincenales quincenalmente cada_quincena cada_15_días cada_15_dias",
    "trimester": "trimester trimesters trimestre trimestral trimestrales",
    "term": "term terms grading_period marking_period reporting_period report_period report_card_period grading_term "
    "período_de_calificaciones periodo_de_calificaciones período_de_calificación periodo_de_calificación",
    "summer": "summer summers esy extended_school_year verano año_escolar_extendido",
    "2 time per week": "semiweekly semi_weekly",
    "2 time per month": "semimonthly semi_monthly",
    "minute per day": "mpd",
    "minute per week": "mpw",
    "minute per month": "mpm",
    "minute per quarter": "mpq",
    "minute per year": "mpy",
    "per": "per por a_la al",
    "a": "a an",
    "each": "each ea",
    "every": "every cada",
    "other": "other second alternate 2_nd",
    "every 3": "every_third every_3_rd",
    "every 4": "every_fourth every_4_th",
    "out_of": "out_of out_of_every out_of_each of_every",
    # people
    "individual": "individual individually indiv ind i one_on_one one_to_one 1_on_1 1_on_-_1 1_to_1 1_to_-_1",
    "group": "group groups grp gp g small_group small_groups large_group grupo grupos grupo_pequeño grupos_pequeños "
    "un_grupo en_grupo en_un_grupo en_grupos en_grupo_pequeño en_un_grupo_pequeño",
    "group of": "group_size group_size_: maximum_group_size_: max_group_size_:",
    "consult": "consult consultation consultative consulting consulta",
    "indirect": "indirect indirectly indirecto",
    "direct": "direct directly directo",
    # how sure
    "at_most": "up_to at_most no_more_than not_more_than maximum_of maximum max not_to_exceed < ≤ "
    "hasta no_más_de no_mas_de máximo máximo_de",
    "limit": "at_least average an_average_of average_of avg por_lo_menos al_menos mínimo_de "
    "minimum_of a_minimum_of minimum no_less_than no_fewer_than > ≥ about "
    "approximately approx around ~",
    "as_needed": "as_needed as_often_as_needed as_required when_needed if_needed prn as_appropriate "
    "on_request según_sea_necesario "
    "segun_sea_necesario según_se_necesite cuando_sea_necesario",
    # joints
    "total_of": "for_a_total_of a_total_of total_of totaling totalling",
    "total": "total in_total in_all altogether en_total",
    "into": "over across into divided_into split_into spread_over divided_over split_over broken_into "
    "divided_across in en",
    "between": "between",
    "and": "and + & plus y",
    "or": "or o",
    "to": "to",
    "for": "for during throughout_the throughout_this para durante_el",
    "of": "of de at @",
    # what says nothing of the amount
    "~": ASIDE_WORDS,
    "": FILLER_WORDS,
}  # fmt: skip


def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Turn the lists round: from each wording, as its words, to the plain words."""
    return {
        tuple(wording.split("_")): tuple(plain.split())
        for plain, wordings in _WORDS.items()
        for wording in wordings.split()
    }


VOCABULARY: Final = _table()
VOCABULARY_WORDS: Final = frozenset(
    without_accents(part)
    for word in (*NOT_NAMES, *(word for wording in VOCABULARY for word in wording))
    for part in word.split("'")
)
"""Every single word of them, and the words that are never taken for a name, without accents."""
LONGEST: Final = max(map(len, VOCABULARY))
"""The most words that one wording has."""
