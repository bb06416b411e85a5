"""What makes a child's sums: their form, the program, the day, what all children share, and the child's own rows."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db.models import Sum

import makegood
from makegood.answers.sums import form_of_sums
from makegood.web.clock import today
from makegood.web.records.models import MODELS, Touched
from makegood.web.records.touched import SHARED
from makegood.web.records.versions import holding


def keys_of(students: Collection[str] | None = None) -> Mapping[str, str]:
    """Return the key of each of some children, or of all."""
    rows = holding(MODELS["students"])
    ids = rows.values_list("student_id", flat=True) if students is None else students
    numbers = dict(Touched.objects.values_list("student_id", "number"))
    begin = f"{form_of_sums()}|{makegood.__version__}|{today().isoformat()}|{numbers.get(SHARED, 0)}"
    return {id_: f"{begin}|{numbers.get(id_, 0)}" for id_ in ids}


def is_readable(key: str) -> bool:
    """Return whether sums that were kept under a key have all that is asked of them now."""
    return key.startswith(f"{form_of_sums()}|")


def changes() -> tuple[dt.date, int]:
    """Return what is another as soon as any key is: to compare all keys takes much longer."""
    return today(), Touched.objects.aggregate(all=Sum("number", default=0))["all"]
