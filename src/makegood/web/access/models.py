"""The record of access, and what limits look at: in the second database, so that a read never waits for a write."""

from typing import ClassVar

from django.db import models


class Reading(models.Model):
    """Somebody opened or changed something about a child.

    Attributes:
        person: The ref of who.
        relation: The ref of the relation as which they looked, and `kind` what it is.
        student_id: About whom.
        route: Which page.
        method: GET to read, POST to write.
        within: Whether the relation held on that day; it may be completed for 30 days after its end.
    """

    at = models.DateTimeField(db_index=True)
    person = models.CharField(max_length=20)
    relation = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    student_id = models.TextField(db_index=True)
    route = models.TextField()
    method = models.CharField(max_length=8)
    within = models.BooleanField(default=True)

    objects: ClassVar[models.Manager["Reading"]] = models.Manager()


class Attempt(models.Model):
    """A sign-in that failed: limits count them by account and device, by account, and by address.

    Attributes:
        key: The sum of what is counted; no login is kept.
    """

    at = models.DateTimeField(db_index=True)
    key = models.CharField(max_length=64, db_index=True)

    objects: ClassVar[models.Manager["Attempt"]] = models.Manager()
