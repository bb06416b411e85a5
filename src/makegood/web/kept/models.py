"""What is kept: in the second database, since it can be made again from the first at any time."""

from typing import ClassVar

from django.db import models


class KeptSums(models.Model):
    """A child's sums.

    Attributes:
        key: What made them: form, program, day, shared tables, the child's own rows.
        day: The day of the figures.
        sums: `ChildSums` as JSON; None if the child cannot be counted yet.
    """

    student_id = models.TextField(primary_key=True)
    key = models.TextField()
    day = models.DateField()
    sums = models.JSONField(null=True)

    objects: ClassVar[models.Manager["KeptSums"]] = models.Manager()
