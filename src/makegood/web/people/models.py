"""People: accounts, what they are to whom, invitations and recovery codes. Ordinary tables: no figure rests on them."""

import datetime as dt
from typing import Any, ClassVar, cast

from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.db.models import Q

from makegood.web.people.kinds import ABOUT, KINDS, RIGHTS, About, Kind
from makegood.web.records.ids import LENGTH, new_ref


class Option(models.Model):
    """A setting that the site's people chose."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.TextField()


class Person(models.Model):
    """An account.

    Attributes:
        ref: A random id.
        login: What the person signs in with, folded to one case: an e-mail address or a name of their own choice.
        name: What others read.
        password: Its Argon2 hash; blank until one was chosen.
        lang: The language of the pages; blank: the browser's.
        factor: The secret of the second factor; blank if none is set up.
        factor_step: The last step of time that was used: a code works once.
        ended_at: Since when the account is closed.
    """

    ref = models.CharField(max_length=LENGTH, default=new_ref, unique=True)
    login = models.CharField(max_length=254, unique=True)
    name = models.TextField()
    password = models.TextField(blank=True)
    lang = models.CharField(max_length=2, blank=True)
    factor = models.CharField(max_length=64, blank=True)
    factor_step = models.BigIntegerField(default=0)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Person"]] = models.Manager()

    def set_password(self, password: str) -> None:
        """Take a password; it is kept as a hash."""
        self.password = make_password(password)

    def has_password(self, password: str) -> bool:
        """Return whether this is the password."""
        return bool(self.password) and check_password(password, self.password)


class RecoveryCode(models.Model):
    """A code that takes the place of the second factor once."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="codes")
    hashed = models.TextField()
    used_at = models.DateTimeField(null=True)


class Relation(models.Model):
    """What a person is to a child, a school or the district, from when to when.

    Attributes:
        student_id: The child of a family relation.
        provider_id: Whose sessions a therapist or contractor gives.
        school_id: The school of a leader.
        begins: The first day.
        ends: The last day; None if none is set.
        rights: Of a family: full, limited or none, by an order.
        order_seen: Who saw the order, and when, in words.
        granted_by: Who gave it: a person's ref, or the program's own words for the first one.
        seconded_by: Who confirmed it; blank while nobody has. Until then it does not hold.
        ended_by: Who gave it its last day, or entered the order, and `ended_why` why, in their words.
    """

    ref = models.CharField(max_length=LENGTH, default=new_ref, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="relations")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in KINDS])
    student_id = models.TextField(blank=True, db_index=True)
    provider_id = models.TextField(blank=True)
    school_id = models.TextField(blank=True)
    begins = models.DateField()
    ends = models.DateField(null=True)
    rights = models.CharField(max_length=8, default="full", choices=[(word, word) for word in RIGHTS])
    order_seen = models.TextField(blank=True)
    granted_by = models.TextField()
    granted_at = models.DateTimeField()
    seconded_by = models.TextField(blank=True)
    seconded_at = models.DateTimeField(null=True)
    ended_by = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True)

    objects: ClassVar[models.Manager["Relation"]] = models.Manager()

    @property
    def its_kind(self) -> Kind:
        """Its kind, as one of those that there are."""
        return cast("Kind", self.kind)

    @property
    def about(self) -> About:
        """What goes with its kind."""
        return ABOUT[self.its_kind]

    def holds_on(self, day: dt.date) -> bool:
        """Return whether it holds on a day: begun, not ended, confirmed, and not barred by an order."""
        return self._was_given and self.begins <= day and (self.ends is None or day <= self.ends)

    def is_over(self, day: dt.date) -> bool:
        """Return whether its last day is over, or comes before the first: then it was ended before it began."""
        return self.ends is not None and (self.ends < day or self.ends < self.begins)

    def has_ended(self, day: dt.date) -> bool:
        """Return whether it was given and is over; of one that an order bars nothing is said."""
        return self._was_given and self.is_over(day)

    def is_to_begin(self, day: dt.date) -> bool:
        """Return whether it was given and its first day is still to come."""
        return self._was_given and self.begins > day and not self.is_over(day)

    @property
    def _was_given(self) -> bool:
        """Whether it is confirmed where it has to be, and no order bars it."""
        return self.rights != "none" and (bool(self.seconded_by) or not self.about.second_person)


class CaseloadChild(models.Model):
    """A child who was named for a relation, such as a case manager's, from when to when.

    It is written once a second person has confirmed it.

    Attributes:
        granted_by: Who named the child: a person's ref; blank where that is the relation's own.
        seconded_by: Who confirmed it; blank in the same case.
        ended_by: Who gave it its last day.
    """

    relation = models.ForeignKey(Relation, models.PROTECT, related_name="children")
    student_id = models.TextField(db_index=True)
    begins = models.DateField()
    ends = models.DateField(null=True)
    granted_by = models.TextField(blank=True)
    seconded_by = models.TextField(blank=True)
    ended_by = models.TextField(blank=True)


class Renewal(models.Model):
    """A way to sign in that the owner of the machine gave a person anew, who had lost it.

    Attributes:
        what: `password`, or `factor` for the second factor.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    what = models.CharField(max_length=8)
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["Renewal"]] = models.Manager()


class Device(models.Model):
    """A browser in which a person has signed in: whoever guesses passwords elsewhere cannot lock it out.

    Attributes:
        hashed: The sum of its cookie.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="devices")
    hashed = models.CharField(max_length=64)
    seen_at = models.DateTimeField()

    class Meta:
        """One row for each browser."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "hashed"], name="device_once")]

    objects: ClassVar[models.Manager["Device"]] = models.Manager()


class Invitation(models.Model):
    """A right that waits: for a person who is invited, once, within 14 days; or for one who has an account already.

    Attributes:
        hashed: The sum of the link's secret; the link itself is not kept.
        second: The hash of the second item, given in another way than the link; blank where there is no link to give.
        tries: How often a wrong second item was given.
        called: Who is invited, as who made it wrote it: whoever confirms it needs to know.
        kind, student_id, provider_id, school_id, begins, ends: The relation that it gives.
        children: The children whom it names, by student_id.
        person: Who gets it, if they have an account; then it is given as soon as it is confirmed.
        relation: The relation to which it adds children, if it does only that.
        seconded_by: The second person who agreed; until then it does not open.
        taken_back_at: Since when it is taken back, and `taken_back_by` who did that.
    """

    hashed = models.CharField(max_length=64, unique=True)
    second = models.TextField(blank=True)
    tries = models.PositiveIntegerField(default=0)
    called = models.TextField(blank=True)
    kind = models.CharField(max_length=20)
    student_id = models.TextField(blank=True)
    provider_id = models.TextField(blank=True)
    school_id = models.TextField(blank=True)
    children: Any = models.JSONField(default=list)
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    relation = models.ForeignKey(Relation, models.PROTECT, null=True, related_name="+")
    made_by = models.TextField()
    seconded_by = models.TextField(blank=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.TextField(blank=True)

    objects: ClassVar[models.Manager["Invitation"]] = models.Manager()

    @property
    def about(self) -> About:
        """What goes with its kind."""
        return ABOUT[cast("Kind", self.kind)]


def holding_on(day: dt.date) -> Any:
    """Return the condition of relations that are within their dates on a day."""
    return Q(begins__lte=day) & (Q(ends=None) | Q(ends__gte=day))
