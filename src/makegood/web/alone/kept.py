"""Writing several rows as one: together they must be records that can be read, or none of them is written."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from makegood.terms.findings import errors
from makegood.web.records.read import records_of_all
from makegood.web.records.write import NotWrittenError


@contextmanager
def as_one(day: dt.date) -> Iterator[None]:
    """Write what is written inside, if all records can be read with it.

    Raises:
        NotWrittenError: If they cannot; nothing is written then.
    """
    with transaction.atomic():
        yield
        report = records_of_all(day)
        if report.records is None:
            raise NotWrittenError(errors(report.findings))
