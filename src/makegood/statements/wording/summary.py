"""Phrases for one service in short: what was promised, and where it went."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.statements.wording.promises import PerPhrases
from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


class Shares(TypedDict):
    """Where promised minutes went, as parts of a sentence."""

    delivered: Counted
    delivered_differently: Counted
    not_in_session: Counted
    missed: Counted
    unrecorded: Counted


class Settlements(TypedDict):
    """What has become of owed minutes, as parts of a sentence."""

    made_up: Counted
    released: Counted
    open: Counted
    overdue: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPhrases:
    """Phrases for one service in short.

    Attributes:
        up_to: Opens the sentence of a whole account.
        from_to: Opens the sentence of a window.
        promised: What was promised and where it went.
        still_due: Minutes that can still be given, by the period that has not ended.
        still_due_in_block: The same in a block of several weeks or months.
        pace: How far a period has come that has not ended.
        pace_unrecorded: In how many weeks of it nothing is on record, which count as not given there.
        running: How many of the minutes due can still be given, beside their number.
    """

    service: str
    up_to: str
    from_to: str
    promised: str
    nothing_promised: str
    shares: Shares
    still_due: PerPhrases
    still_due_in_block: str
    none_missed: str
    settlements: Settlements
    pace: str
    pace_unrecorded: str
    given_otherwise: Counted
    running: Counted


SUMMARY: Final = Bilingual(
    en=SummaryPhrases(
        service="{service}: {promise}.",
        up_to="Up to {day}, ",
        from_to="In the periods that begin from {first} to {last}, ",
        promised="{when}{promised} were promised: {shares}.",
        nothing_promised="{when}nothing was promised yet.",
        shares=Shares(
            delivered=Counted("1 given", "{n} given"),
            delivered_differently=Counted("1 given but not as the IEP says", "{n} given but not as the IEP says"),
            not_in_session=Counted("1 on days without school", "{n} on days without school"),
            missed=Counted("1 missed", "{n} missed"),
            unrecorded=Counted("1 with nothing on record", "{n} with nothing on record"),
        ),
        still_due=PerPhrases(
            day="{n} that can still be given today",
            week="{n} that can still be given this week",
            cycle="{n} that can still be given in this cycle",
            month="{n} that can still be given this month",
            quarter="{n} that can still be given this quarter",
            semester="{n} that can still be given this semester",
            year="{n} that can still be given this school year",
            iep="{n} that can still be given before the service ends",
        ),
        still_due_in_block="{n} that can still be given in this period",
        none_missed="No minutes are missed.",
        settlements=Settlements(
            made_up=Counted("1 made up", "{n} made up"),
            released=Counted("1 closed because an offer was declined", "{n} closed because an offer was declined"),
            open=Counted("1 still to be made up", "{n} still to be made up"),
            overdue=Counted("1 still to be made up and past its date", "{n} still to be made up and past their date"),
        ),
        pace="The period from {first} to {last} has not ended: {held} of {due} are given; at a steady pace it would "
        "be {pace} by now.",
        pace_unrecorded="In {weeks} of it there is nothing on record; what was given then and not written down is not "
        "counted here.",
        given_otherwise=Counted("{given} (1 of them not as the IEP says)", "{given} ({n} of them not as the IEP says)"),
        running=Counted("(1 of them can still be given)", "({n} of them can still be given)"),
    ),
    es=SummaryPhrases(
        service="{service}: {promise}.",
        up_to="Al {day}, ",
        from_to="En los períodos que comienzan del {first} al {last}, ",
        promised="{when}se habían prometido {promised}: {shares}.",
        nothing_promised="{when}todavía no se había prometido nada.",
        shares=Shares(
            delivered=Counted("1 recibido", "{n} recibidos"),
            delivered_differently=Counted(
                "1 recibido de otra forma que en el IEP",
                "{n} recibidos de otra forma que en el IEP",
            ),
            not_in_session=Counted("1 en días sin clases", "{n} en días sin clases"),
            missed=Counted("1 no recibido", "{n} no recibidos"),
            unrecorded=Counted("1 sin registro", "{n} sin registro"),
        ),
        still_due=PerPhrases(
            day="{n} que todavía se pueden dar hoy",
            week="{n} que todavía se pueden dar esta semana",
            cycle="{n} que todavía se pueden dar en este ciclo",
            month="{n} que todavía se pueden dar este mes",
            quarter="{n} que todavía se pueden dar este trimestre",
            semester="{n} que todavía se pueden dar este semestre",
            year="{n} que todavía se pueden dar este año escolar",
            iep="{n} que todavía se pueden dar antes de que termine el servicio",
        ),
        still_due_in_block="{n} que todavía se pueden dar en este período",
        none_missed="No consta ningún minuto no recibido.",
        settlements=Settlements(
            made_up=Counted("1 repuesto", "{n} repuestos"),
            released=Counted(
                "1 cerrado porque la familia no aceptó la oferta",
                "{n} cerrados porque la familia no aceptó la oferta",
            ),
            open=Counted("1 por reponer", "{n} por reponer"),
            overdue=Counted("1 por reponer con el plazo vencido", "{n} por reponer con el plazo vencido"),
        ),
        pace="El período del {first} al {last} no ha terminado: se han recibido {held} de {due}; a un ritmo constante "
        "ya serían {pace}.",
        pace_unrecorded="En {weeks} de ese período no hay registro; lo que se haya dado entonces sin anotarlo no se "
        "cuenta aquí.",
        given_otherwise=Counted(
            "{given} (1 de ellos de otra forma que en el IEP)", "{given} ({n} de ellos de otra forma que en el IEP)"
        ),
        running=Counted("(1 de ellos todavía se puede dar)", "({n} de ellos todavía se pueden dar)"),
    ),
)
