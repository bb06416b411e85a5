"""What the owner of the machine can do about people: look, confirm as the second person, reset, close."""

from django.db import transaction
from django.db.models import QuerySet

from makegood.web.clock import now, today
from makegood.web.people import invite
from makegood.web.people.models import Person, Relation, Renewal
from makegood.web.people.shown import OWNER, right_each, whom_each
from makegood.web.words.all import site_words


def listed() -> list[tuple[str, str, str]]:
    """Return everybody's sign-in, name, and what they are to whom today."""
    day = today()
    relations = [relation for relation in Relation.objects.order_by("pk") if relation.holds_on(day)]
    what: dict[int, list[str]] = {}
    for relation, says in zip(relations, whom_each(relations, site_words("en")), strict=True):
        what.setdefault(relation.person_id, []).append(says)
    return [
        (
            person.login,
            person.name + (" (closed)" if person.ended_at else ""),
            "; ".join(what.get(person.pk, ["nothing today"])),
        )
        for person in Person.objects.order_by("login")
    ]


def waiting() -> list[tuple[int, str, str]]:
    """Return what waits for a second person: number, what it gives and to whom, and who made it."""
    names = dict(Person.objects.values_list("ref", "name"))
    rows = list(invite.waiting_for_second().select_related("person"))
    gives = right_each(rows, site_words("en"), by_name=False)
    return [
        (row.pk, f"{what}, for {row.person.name}" if row.person else what, names.get(row.made_by, row.made_by))
        for row, what in zip(rows, gives, strict=True)
    ]


def confirm(number: int) -> bool:
    """Confirm an invitation as its second person; return whether there was one."""
    return invite.confirm(number, by=OWNER)


def reset(login: str, password: str) -> bool:
    """Give a person another password, which ends their visits and skips no second factor; return whether they exist."""
    person = _people(login).first()
    if person is None:
        return False
    person.set_password(password)
    with transaction.atomic():
        person.save(update_fields=["password"])
        Renewal.objects.create(person=person, what="password", at=now())
    return True


def forget_factor(login: str) -> bool:
    """Take away a lost second factor: the next sign-in sets up a new one. Return whether the person exists."""
    person = _people(login).first()
    if person is None:
        return False
    person.factor, person.factor_step = "", 0
    with transaction.atomic():
        person.codes.all().delete()
        person.save(update_fields=["factor", "factor_step"])
        Renewal.objects.create(person=person, what="factor", at=now())
    return True


def close(login: str) -> bool:
    """Close an account; what its person wrote stays. Return whether it was open."""
    person = _people(login).first()
    return person is not None and invite.close(person, by=OWNER)


def _people(login: str) -> QuerySet[Person]:
    """Return the one who signs in so, or nobody."""
    return Person.objects.filter(login=login.strip().casefold())
