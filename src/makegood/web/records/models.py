"""The tables of records as models, made from the columns that `makegood.records` declares.

A cell is kept as the text that is read from a file or workbook too, so that what a cell means is said once. A row is
never changed: a new version names the one that it replaces.
"""

from typing import Any, ClassVar, Final

from django.db import models

from makegood.records import TABLES, Table
from makegood.web.records.ids import LENGTH, new_ref

INDEXED: Final = frozenset({"group_id", "corrects", "together_with", "pinned_id", "date"})


class Batch(models.Model):
    """What was brought in at once: a folder or a workbook.

    Attributes:
        sums: How many rows of each table were new, as words.
    """

    number = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=LENGTH, default=new_ref)
    brought_at = models.DateTimeField()
    brought_by = models.TextField()
    named = models.TextField()
    sums = models.JSONField()

    class Meta:
        """The table's name."""

        db_table = "batch"


class Entry(models.Model):
    """A version of a row.

    Attributes:
        entry: Its number in the order of writing.
        ref: A random id, the same for all versions of a row.
        replaces: The version that this one takes the place of.
        withdrawn: Whether the row no longer holds from this version on.
        entered_at: When it was written (UTC, the server's clock).
        entered_by: Who wrote it: a person's ref.
        entered_why: Why a version took the place of another.
        batch: The number of the batch that it was brought in with.
        posted: The form that wrote it, so that the same form sent twice writes once.
    """

    entry = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=LENGTH, default=new_ref, db_index=True)
    replaces: Any = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    withdrawn = models.BooleanField(default=False)
    entered_at = models.DateTimeField()
    entered_by = models.TextField()
    entered_why = models.TextField(null=True)  # noqa: DJ001 - blank is not the same as not said
    # No foreign key: one from each table to one other would have Django build all of them again for each migration.
    batch = models.BigIntegerField(null=True)
    posted = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - unique where it is given

    class Meta:
        """A base only."""

        abstract = True


class Touched(models.Model):
    """How often what an account rests on was written to: by student_id, and under a blank one what all share."""

    student_id = models.TextField(primary_key=True)
    number = models.BigIntegerField()

    objects: ClassVar[models.Manager["Touched"]] = models.Manager()

    class Meta:
        """The table's name."""

        db_table = "touched"


class Policy(Entry):
    """A file of the district's own policies, as it is written."""

    name = models.TextField(db_index=True)
    text = models.TextField()

    class Meta(Entry.Meta):
        """The table's name."""

        abstract = False
        db_table = "policies"


def _model(table: type[Table]) -> type[Entry]:
    """Return the model of a table: a text column for each of its columns."""
    columns = {
        name: models.TextField(null=True, db_index=spec.key or spec.refers is not None or name in INDEXED)
        for name, spec in table.columns().items()
    }
    meta = type("Meta", (Entry.Meta,), {"abstract": False, "db_table": table.NAME})
    attributes: dict[str, Any] = {"__module__": __name__, "__doc__": table.SAYS, "Meta": meta, **columns}
    return type(table.__name__, (Entry,), attributes)


MODELS: Final[dict[str, type[Entry]]] = {table.NAME: _model(table) for table in TABLES}
"""The model of each table, by the table's name."""

TABLE_OF: Final[dict[str, type[Table]]] = {table.NAME: table for table in TABLES}

VERSIONED: Final[tuple[type[Entry], ...]] = (*MODELS.values(), Policy)
"""Everything that a figure rests on."""

KEYS: Final[dict[str, str | None]] = {name: table.key() for name, table in TABLE_OF.items()} | {"policies": "name"}
"""The column of each table that names its rows; None where rows have no id of their own."""
