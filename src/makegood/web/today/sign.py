"""One tap signs a day: everything that the provider noted and has not signed yet."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from makegood.web.access.asked import asked_of
from makegood.web.clock import local, now
from makegood.web.records.ids import new_id
from makegood.web.records.write import add
from makegood.web.refusals import not_here
from makegood.web.today.page import may_show
from makegood.web.today.slots import day_of


def sign_day(request: HttpRequest, *, date: dt.date, **_: Any) -> HttpResponse:
    """Sign the day."""
    asked = asked_of(request)
    if not may_show(request, date):
        return not_here(request)
    moment = local(now()).replace(tzinfo=None).isoformat(" ", "minutes")
    with transaction.atomic():
        for line in day_of(asked, date).to_sign:
            row = line.slot.row
            if row is not None:
                cells = {
                    "signature_id": new_id("S"), "session_id": row.session_id, "signed_by": asked.person.name,
                    "signed_at": moment, "as": "provider",
                }  # fmt: skip
                add("signatures", cells, by=asked.person.ref)
    return redirect("today", relation=asked.relation.ref, date=date)
