"""Phrases for notices that a rule asks for."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


class NoticeStatuses(TypedDict):
    """Whether a notice was sent."""

    sent: str
    sent_late: str
    late: str
    due: str
    no_time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePhrases:
    """Phrases for notices.

    Attributes:
        asked: What a rule asks for, after what.
        after_miss: The event is one miss.
        after_lapse: The event is a time without the service.
        after_run: The event is several misses in a row.
        sent_undated: A notice was sent, and no day is known by which it was due.
        inferred: The label of a notice that rests on what is not logged.
    """

    heading: str
    asked: str
    after_miss: str
    after_lapse: str
    after_run: Counted
    tell_parent: str
    tell: str
    iep_meeting: str
    statuses: NoticeStatuses
    sent_undated: str
    inferred: str


NOTICES: Final = Bilingual(
    en=NoticePhrases(
        heading="Notices to the family",
        asked="{service}: {when}, the rule asks to {acts}.",
        after_miss="after the session missed on {began}",
        after_lapse="after {span} without the service, counted from {began}",
        after_run=Counted(
            "after 1 session missed, on {began}", "after {n} sessions missed in a row, the first on {began}"
        ),
        tell_parent="notify the family",
        tell="notify the {who}",
        iep_meeting="hold a meeting of the IEP team",
        statuses=NoticeStatuses(
            sent="A notice of {sent} is on record (due by {due}).",
            sent_late="A notice of {sent} is on record. It was LATE: it was due by {due}.",
            late="LATE: it was due by {due}, and none is on record.",
            due="Due by {due}.",
            no_time="No notice is on record. No day is known by which it was due.",
        ),
        sent_undated="A notice of {sent} is on record.",
        inferred="This is based wholly or in part on days with nothing on record.",
    ),
    es=NoticePhrases(
        heading="Avisos a la familia",
        asked="{service}: {when}, la regla pide {acts}.",
        after_miss="después de la sesión no recibida el {began}",
        after_lapse="después de {span} sin el servicio, contando desde el {began}",
        after_run=Counted(
            "después de 1 sesión no recibida, el {began}",
            "después de {n} sesiones seguidas no recibidas, la primera el {began}",
        ),
        tell_parent="avisar a la familia",
        tell="avisar a: {who}",
        iep_meeting="reunir al equipo del IEP",
        statuses=NoticeStatuses(
            sent="Hay un aviso del {sent} (fecha límite: {due}).",
            sent_late="Hay un aviso del {sent}. Llegó TARDE: la fecha límite era {due}.",
            late="TARDE: la fecha límite era {due}, y no hay ningún aviso en el registro.",
            due="Fecha límite: {due}.",
            no_time="No hay ningún aviso en el registro. No se conoce la fecha límite.",
        ),
        sent_undated="Hay un aviso del {sent}.",
        inferred="Esto se basa, en todo o en parte, en días sin registro.",
    ),
)
