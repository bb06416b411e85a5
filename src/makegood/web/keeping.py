"""What the owner of the machine can do about people: look, confirm as the second person, reset, close."""

from typing import Final

from makegood.web.clock import now, today
from makegood.web.people.models import Invitation, Person
from makegood.web.people.shown import whom
from makegood.web.words.all import site_words

OWNER: Final = "the owner of the machine"


def listed() -> list[tuple[str, str, str]]:
    """Return everybody's sign-in, name, and what they are to whom today."""
    words, day = site_words("en"), today()
    return [
        (
            person.login,
            person.name + (" (closed)" if person.ended_at else ""),
            "; ".join(whom(each, words) for each in person.relations.all() if each.holds_on(day)) or "nothing today",
        )
        for person in Person.objects.order_by("login")
    ]


def waiting() -> list[tuple[int, str, str]]:
    """Return the invitations that wait for a second person: number, kind, and who made it."""
    names = dict(Person.objects.values_list("ref", "name"))
    rows = Invitation.objects.filter(seconded_by="", used_at=None, until__gte=now()).exclude(second="")
    return [(row.pk, row.kind, names.get(row.made_by, row.made_by)) for row in rows]


def confirm(number: int) -> bool:
    """Confirm an invitation as its second person; return whether there was one."""
    rows = Invitation.objects.filter(pk=number, seconded_by="", used_at=None)
    return bool(rows.update(seconded_by=OWNER))


def reset(login: str, password: str) -> bool:
    """Give a person another password, which ends their visits and skips no second factor; return whether they exist."""
    person = Person.objects.filter(login=login.strip().casefold()).first()
    if person is None:
        return False
    person.set_password(password)
    person.save(update_fields=["password"])
    return True


def forget_factor(login: str) -> bool:
    """Take away a lost second factor: the next sign-in sets up a new one. Return whether the person exists."""
    person = Person.objects.filter(login=login.strip().casefold()).first()
    if person is None:
        return False
    person.codes.all().delete()
    person.factor, person.factor_step = "", 0
    person.save(update_fields=["factor", "factor_step"])
    return True


def close(login: str) -> bool:
    """Close an account; what its person wrote stays. Return whether it was open."""
    return bool(Person.objects.filter(login=login.strip().casefold(), ended_at=None).update(ended_at=now()))
