"""Each wording that we know, and the plain words that it stands for. New wordings go here, and only here."""

from typing import Final

_NUMBERS: Final = {
    "1": "one una un uno", "2": "two dos", "3": "three tres", "4": "four cuatro", "5": "five cinco",
    "6": "six seis", "7": "seven siete", "8": "eight ocho", "9": "nine nueve", "10": "ten diez",
    "11": "eleven", "12": "twelve", "15": "fifteen quince", "20": "twenty veinte",
    "25": "twenty_five", "30": "thirty treinta", "40": "forty cuarenta", "45": "forty_five",
    "50": "fifty cincuenta", "60": "sixty sesenta", "90": "ninety noventa",
}  # fmt: skip

_WORDS: Final = {
    # amounts
    "minute": "minute minutes min mins m minuto minutos",
    "hour": "hour hours hr hrs h hora horas",
    "half": "and_a_half",
    "30 minute": "half_hour half_an_hour half_hours media_hora",
    # counts
    "x": "x xs x_'_s",
    "time": "time times vez veces",
    "1 time": "once",
    "2 time": "twice",
    "3 time": "thrice",
    "session": "session visit meeting sesión sesion sess",
    "sessions": "sessions visits meetings sesiones",
    "lesson": "class_period class_periods period periods class classes block blocks trip trips",
    "percent": "%_of_day %_of_the_day %_of_school_day %_of_the_school_day %",
    "all_day": "all_day full_day throughout_the_day throughout_the_school_day throughout",
    # periods
    "day": "day día dia",
    "days": "days días dias",
    "week": "week wk semana",
    "weeks": "weeks wks semanas",
    "cycle": "cycle cycles rotation rotations",
    "month": "month mo mes",
    "months": "months mos meses",
    "quarter": "quarter quarters qtr qtrs trimestre",
    "semester": "semester semesters sem semestre",
    "year": "year years yr yrs año años",
    "iep": "iep iep_year iep_period iep_term duration_of_iep duration_of_the_iep life_of_the_iep",
    "per day": "daily diario diaria diarios diarias",
    "per week": "p_/_w weekly wkly semanal semanales",
    "per month": "p_/_m monthly mensual mensuales",
    "per quarter": "quarterly qtrly",
    "per year": "yearly annually annual per_annum anual",
    "every 2 week": "fortnightly per_fortnight a_fortnight alternate_weeks",
    "biweek": "biweekly bi_weekly",
    "bimonth": "bimonthly bi_monthly",
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
    "other": "other second alternate",
    "out_of": "out_of out_of_every out_of_each of_every",
    # people
    "individual": "individual individually indiv ind i one_on_one one_to_one 1_on_1 1_on_-_1 1_to_1 1_to_-_1",
    "group": "group groups grp gp g small_group small_groups large_group grupo grupos grupo_pequeño",
    "consult": "consult consultation consultative consulting consulta",
    "indirect": "indirect indirectly indirecto",
    "direct": "direct directly directo",
    # how sure
    "at_most": "up_to at_most no_more_than not_more_than maximum_of maximum max not_to_exceed < ≤ hasta",
    "limit": "at_least minimum_of a_minimum_of minimum no_less_than no_fewer_than > ≥ about "
    "approximately approx around ~",
    "as_needed": "as_needed as_often_as_needed as_required when_needed if_needed prn as_appropriate on_request",
    # joints
    "total_of": "for_a_total_of a_total_of total_of totaling totalling",
    "total": "total in_total in_all altogether en_total",
    "into": "over across into divided_into split_into spread_over divided_over split_over broken_into "
    "divided_across in en",
    "between": "between",
    "and": "and + & plus y",
    "or": "or o",
    "to": "to",
    "for": "for during",
    "of": "of de at @",
    # Places say where, not how much: the service's setting column holds them.
    "": "the will receive receives shall be is provided delivered served service services support "
    "therapy instruction student students child children school academic calendar with . ' \" "
    "push_in pull_out push_in_/_pull_out in_person los las el durante",
}  # fmt: skip


def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Turn the lists round: from each wording, as its words, to the plain words."""
    return {
        tuple(wording.split("_")): tuple(plain.split())
        for words in (_NUMBERS, _WORDS)
        for plain, wordings in words.items()
        for wording in wordings.split()
    }


VOCABULARY: Final = _table()
LONGEST: Final = max(map(len, VOCABULARY))
"""The most words that one wording has."""
