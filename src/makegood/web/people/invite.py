"""Rights that wait: an invitation (one use, 14 days, opened with a second item), or more for who has an account."""

import datetime as dt
import secrets
from typing import Any, Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F, Q, QuerySet

from makegood.web.clock import now, today
from makegood.web.people.hashing import sum_of
from makegood.web.people.kinds import ABOUT, Kind
from makegood.web.people.models import CaseloadChild, Invitation, Person, Relation

DAYS: Final = 14
TRIES: Final = 5
_DIGITS: Final = "0123456789"
_FIRST_LINK: Final = Q(second="") & Q(person=None)
"""The way in for the first person of an empty site."""


def invite(kind: Kind, *, by: str, seconded_by: str = "", **scope: Any) -> tuple[Invitation, str, str]:
    """Make an invitation.

    Args:
        kind: The relation that it gives.
        by: Who makes it: a person's ref.
        seconded_by: A second person who has agreed already.
        scope: `student_id`, `provider_id`, `school_id`, `children`, `begins` and `ends` of the relation.

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


def offer(kind: Kind, person: Person, *, by: str, relation: Relation | None = None, **scope: Any) -> Invitation:
    """Offer a right to somebody who has an account: they have it as soon as a second person has confirmed it.

    Args:
        kind: The relation that it gives.
        person: Who gets it.
        by: Who offers it: a person's ref.
        relation: The relation that only gets more children.
        scope: As of `invite`.
    """
    moment = now()
    return Invitation.objects.create(
        hashed=sum_of(secrets.token_urlsafe(24)), kind=kind, person=person, relation=relation, made_by=by,
        made_at=moment, until=moment + dt.timedelta(days=DAYS), **scope,
    )  # fmt: skip


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
    found = _of(link)
    if found is None or (ABOUT[found.kind].second_person and not found.seconded_by):
        return None
    return found


def only_waits(link: str) -> bool:
    """Return whether a link will work once a second person has confirmed its invitation."""
    found = _of(link)
    return found is not None and not found.seconded_by


def _of(link: str) -> Invitation | None:
    return _open().filter(_lasts(), hashed=sum_of(link), until__gte=now(), tries__lt=TRIES).first()


def is_over(invitation: Invitation) -> bool:
    """Return whether the right that it gives is over already, so that nobody can get it any more."""
    return invitation.ends is not None and invitation.ends < today()


def _lasts() -> Q:
    """Return the condition of what gives a right that is not over: one whose last day is past would never hold."""
    return Q(ends=None) | Q(ends__gte=today())


def _open() -> QuerySet[Invitation]:
    """Return what nobody has used and nobody has taken back, also after its time; never the first person's link."""
    return Invitation.objects.filter(used_at=None, taken_back_at=None)


def unused(since: dt.datetime | None = None) -> QuerySet[Invitation]:
    """Return the rights that were offered and nobody has, those that ran out before a given moment left out."""
    found = _open().exclude(_FIRST_LINK).order_by("pk")
    return found if since is None else found.filter(until__gte=since)


def used(since: dt.datetime) -> QuerySet[Invitation]:
    """Return the rights that somebody got since a given moment; never the first person's."""
    return Invitation.objects.filter(used_at__gte=since).exclude(_FIRST_LINK).order_by("pk")


def waiting_for_second() -> QuerySet[Invitation]:
    """Return the rights that wait for a second person and can still be used."""
    return unused(now()).filter(_lasts(), seconded_by="", tries__lt=TRIES)


def confirm(number: int, *, by: str) -> bool:
    """Confirm a right as its second person, neither who offered it nor who gets it; return whether there was one.

    Args:
        number: The invitation's number.
        by: The second person's ref.
    """
    with transaction.atomic():
        may = waiting_for_second().filter(pk=number).exclude(made_by=by).exclude(person__ref=by)
        # What has ended meanwhile is not filled again.
        may = may.filter(Q(person=None) | Q(person__ended_at=None))
        may = may.filter(Q(relation=None) | Q(relation__ends=None) | Q(relation__ends__gte=today()))
        if not may.update(seconded_by=by):
            return False
        made = Invitation.objects.select_related("person", "relation").get(pk=number)
        if made.person is not None:
            accept(made, made.person)
    return True


def order_of(person: Person, student_id: str) -> str | None:
    """Return who saw the order by which a parent sees less of a child, or nothing; None if no order is on record."""
    barred = (
        person.relations.filter(kind="family", student_id=student_id).exclude(rights="full").order_by("-pk").first()
    )
    return None if barred is None else barred.order_seen


def take_back(number: int, *, by: str) -> bool:
    """Take a right back that nobody has used yet; return whether there was one."""
    fresh = unused().filter(pk=number)
    return bool(fresh.update(taken_back_at=now(), taken_back_by=by))


def close(person: Person, *, by: str) -> bool:
    """Close an account, and take back what was offered to it or by it and nobody has; return whether it was open.

    Whoever made an invitation has read its link and digits: they are no way back in.
    """
    with transaction.atomic():
        if not Person.objects.filter(pk=person.pk, ended_at=None).update(ended_at=now()):
            return False
        left = unused().filter(Q(made_by=person.ref) | Q(person=person))
        left.update(taken_back_at=now(), taken_back_by=by)
    return True


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
        fresh = Invitation.objects.filter(pk=invitation.pk, used_at=None, taken_back_at=None)
        if not fresh.update(used_at=now(), used_by=person):
            return None
        begins = invitation.begins or today()
        if invitation.relation is not None:
            _name(invitation, invitation.relation, begins, invitation.ends)
            return [invitation.relation]
        made = [
            Relation.objects.create(
                person=person, kind=kind, student_id=invitation.student_id, provider_id=invitation.provider_id,
                school_id=invitation.school_id, begins=begins, ends=invitation.ends, granted_by=invitation.made_by,
                granted_at=invitation.made_at, seconded_by=invitation.seconded_by, seconded_at=now(),
            )
            for kind in kinds or (invitation.kind,)
        ]  # fmt: skip
        for relation in made:
            # For as long as the relation itself: a child's own last day is given later.
            _name(invitation, relation, begins, None)
        return made


def _name(invitation: Invitation, relation: Relation, begins: dt.date, ends: dt.date | None) -> None:
    """Write the children whom an invitation names for a relation."""
    CaseloadChild.objects.bulk_create(
        CaseloadChild(
            relation=relation, student_id=student, begins=begins, ends=ends, granted_by=invitation.made_by,
            seconded_by=invitation.seconded_by,
        )
        for student in invitation.children
    )  # fmt: skip
