"""Invitations: one use, 14 days, bound to one child, school or provider, and opened with a second item."""

import datetime as dt
import secrets
from typing import Any, Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F, QuerySet

from makegood.web.clock import now, today
from makegood.web.people.hashing import sum_of
from makegood.web.people.kinds import ABOUT, Kind
from makegood.web.people.models import Invitation, Person, Relation

DAYS: Final = 14
TRIES: Final = 5
_DIGITS: Final = "0123456789"


def invite(kind: Kind, *, by: str, seconded_by: str = "", **scope: Any) -> tuple[Invitation, str, str]:
    """Make an invitation.

    Args:
        kind: The relation that it gives.
        by: Who makes it: a person's ref.
        seconded_by: A second person who has agreed already.
        scope: `student_id`, `provider_id`, `school_id` and `ends` of the relation.

    Returns:
        The invitation, the secret of its link, and the second item. Neither secret is kept: they are shown once.
    """
    link, second = secrets.token_urlsafe(24), "".join(secrets.choice(_DIGITS) for _ in range(8))
    moment = now()
    made = Invitation.objects.create(
        hashed=sum_of(link), second=make_password(second), kind=kind, made_by=by, seconded_by=seconded_by,
        made_at=moment, until=moment + dt.timedelta(days=DAYS), **scope,
    )  # fmt: skip
    return made, link, second


def first_link(by: str) -> str:
    """Make the way in for the first person of an empty site, in place of an older one; return the link's secret."""
    Invitation.objects.filter(kind="administrator", second="", used_at=None).delete()
    link = secrets.token_urlsafe(24)
    Invitation.objects.create(
        hashed=sum_of(link), kind="administrator", made_by=by, seconded_by=by, made_at=now(),
        until=now() + dt.timedelta(days=DAYS),
    )  # fmt: skip
    return link


def find(link: str) -> Invitation | None:
    """Return the invitation of a link, if it can still be used."""
    found = Invitation.objects.filter(hashed=sum_of(link), used_at=None, until__gte=now(), tries__lt=TRIES).first()
    if found is None or (ABOUT[found.kind].second_person and not found.seconded_by):
        return None
    return found


def waiting_for_second() -> QuerySet[Invitation]:
    """Return the invitations that wait for a second person and can still be used."""
    return Invitation.objects.filter(seconded_by="", used_at=None, until__gte=now()).exclude(second="")


def opens(invitation: Invitation, second: str) -> bool:
    """Return whether the second item is right; a wrong one is counted, and after five the invitation is void."""
    if not invitation.second:
        return True
    if check_password(second.replace(" ", ""), invitation.second):
        return True
    Invitation.objects.filter(pk=invitation.pk).update(tries=F("tries") + 1)
    return False


def accept(invitation: Invitation, person: Person, kinds: tuple[Kind, ...] = ()) -> list[Relation] | None:
    """Give a person the relation, and use the invitation up; None if somebody else was quicker.

    Args:
        invitation: The invitation.
        person: Who accepts it.
        kinds: What the first person of a site becomes; else the invitation's own kind.
    """
    with transaction.atomic():
        fresh = Invitation.objects.filter(pk=invitation.pk, used_at=None)
        if not fresh.update(used_at=now(), used_by=person):
            return None
        return [
            Relation.objects.create(
                person=person, kind=kind, student_id=invitation.student_id, provider_id=invitation.provider_id,
                school_id=invitation.school_id, begins=today(), ends=invitation.ends, granted_by=invitation.made_by,
                granted_at=invitation.made_at, seconded_by=invitation.seconded_by, seconded_at=now(),
            )
            for kind in kinds or (invitation.kind,)
        ]  # fmt: skip
