"""Phrases for the log: make-up sessions, awards, sessions outside a service's dates, corrections."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.language import Bilingual


class Columns(TypedDict):
    """The columns whose change a correction is shown with."""

    date: str
    minutes_delivered: str
    minutes_planned: str
    reason: str
    kind: str
    makeup_for: str
    group_size: str
    setting: str
    as_written: str


class Kinds(TypedDict):
    """The kinds of session."""

    regular: str
    make_up: str
    compensatory: str


class Differences(TypedDict):
    """In what way a session was given otherwise than the IEP says."""

    not_as_written: str
    group: str
    setting: str
    provider: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPhrases:
    """Phrases for the log.

    Attributes:
        settles: What of a make-up session went to the miss of a day.
        settles_nothing: A make-up session for which nothing was left to make up.
        also_extra: What of a make-up session settled nothing.
        waits: A make-up session of a session whose period still runs.
        not_owed: A make-up session of a session that is not owed.
        undecided: What of a make-up session was for minutes that nobody has decided about.
        which_rows: Which row replaces which, for a school.
        award_from: When an award without an end is to be given.
        changed: A figure before and after a correction.
    """

    kinds: Kinds
    differences: Differences
    make_ups: str
    settles: str
    settles_nothing: str
    also_extra: str
    waits: str
    not_owed: str
    undecided: str
    awards: str
    award: str
    award_account: str
    award_from: str
    award_from_to: str
    award_basis: str
    outside: str
    outside_session: str
    corrections: str
    corrected: str
    which_rows: str
    columns: Columns
    changed: str
    nothing_changed: str
    recorded_by_on: str
    recorded_by: str
    recorded_on: str
    blank: str
    yes: str
    no: str


LOG: Final = Bilingual(
    en=LogPhrases(
        kinds=Kinds(regular="regular session", make_up="make-up session", compensatory="compensatory session"),
        differences=Differences(
            not_as_written="the log says that it was not given as written",
            group="a group of {held} where the IEP says at most {promised}",
            setting="given in '{held}' where the IEP says '{promised}'",
            provider="the provider's service types do not list this service",
        ),
        make_ups="Make-up sessions, and what each made up",
        settles="{minutes} for {day}",
        settles_nothing="nothing was left to make up: {minutes} are extra",
        also_extra="{minutes} extra",
        waits="{minutes} wait, because {this} is not over; they are for {day}",
        not_owed="{minutes} are for {day}, which is not owed, so they are extra",
        undecided="{minutes} for {day}, before any decision",
        awards="Compensatory services",
        award="Award",
        award_account="{service}: {total} = {delivered} given + {remaining} remaining",
        award_from="to be given from {first}",
        award_from_to="to be given from {first} to {last}",
        award_basis="Basis: {basis}",
        outside="Sessions outside the dates of the service",
        outside_session="{day}, {service}: {minutes} given outside the dates of the service. They count as extra.",
        corrections="What was corrected in the log",
        corrected="{day}, {service}.",
        which_rows="Row {new} replaces row {old}.",
        columns=Columns(
            date="date",
            minutes_delivered="minutes given",
            minutes_planned="minutes planned",
            reason="reason",
            kind="kind",
            makeup_for="makes up",
            group_size="group size",
            setting="place",
            as_written="given as the IEP says",
        ),
        changed="{column}: {old} became {new}",
        nothing_changed="No figure changed.",
        recorded_by_on="Recorded by {who}, {when}.",
        recorded_by="Recorded by {who}.",
        recorded_on="Recorded {when}.",
        blank="blank",
        yes="yes",
        no="no",
    ),
    es=LogPhrases(
        kinds=Kinds(regular="sesión regular", make_up="sesión de reposición", compensatory="sesión compensatoria"),
        differences=Differences(
            not_as_written="según el registro, no se dio como dice el IEP",
            group="en un grupo de {held}; el IEP dice {promised} como máximo",
            setting="según el registro, en «{held}»; el IEP dice «{promised}»",
            provider="según el registro, quien la dio no tiene este servicio entre los suyos",
        ),
        make_ups="Sesiones de reposición, y qué repuso cada una",
        settles="{minutes} del {day}",
        settles_nothing="no quedaba nada por reponer: {minutes} adicionales",
        also_extra="{minutes} adicionales",
        waits="{minutes} quedan en espera, porque {this} no ha terminado; son por la del {day}",
        not_owed="{minutes} son por la del {day}, que no hay que reponer: son adicionales",
        undecided="{minutes} del {day}, antes de cualquier decisión",
        awards="Servicios compensatorios",
        award="Compensación",
        award_account="{service}: {total} = {delivered} recibidos + {remaining} por recibir",
        award_from="para darse a partir del {first}",
        award_from_to="para darse del {first} al {last}",
        award_basis="Base: {basis}",
        outside="Sesiones fuera de las fechas del servicio",
        outside_session="{day}, {service}: {minutes} recibidos fuera de las fechas del servicio. Cuentan como "
        "adicionales.",
        corrections="Lo que se corrigió en el registro",
        corrected="{day}, {service}.",
        which_rows="La fila {new} reemplaza a la fila {old}.",
        columns=Columns(
            date="fecha",
            minutes_delivered="minutos dados",
            minutes_planned="minutos previstos",
            reason="motivo",
            kind="tipo",
            makeup_for="repone",
            group_size="tamaño del grupo",
            setting="lugar",
            as_written="como dice el IEP",
        ),
        changed="{column}: {new} (antes: {old})",
        nothing_changed="No cambió ninguna cifra.",
        recorded_by_on="Registro de {who}, {when}.",
        recorded_by="Registro de {who}.",
        recorded_on="Registro del {when}.",
        blank="en blanco",
        yes="sí",
        no="no",
    ),
)
