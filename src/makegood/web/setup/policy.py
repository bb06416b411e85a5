"""Which rule holds beside federal law: one pack for the whole site, or none."""

from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.answers.policies import policies
from makegood.web.access.asked import asked_of
from makegood.web.options import choose, option
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import change
from makegood.web.refusals import not_here

POLICY: Final = "policy"
FEDERAL: Final = "us-federal"
_LAID: Final = "policy_spread"


def policy(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show the packs, and take the choice of one."""
    asked = asked_of(request)
    packs = policies()
    if request.method == "POST":
        chosen = request.POST.get(POLICY, "")
        if chosen not in packs:
            return not_here(request)
        with transaction.atomic():
            old = option(_LAID)
            choose(POLICY, chosen)
            spread(by=asked.person.ref, old=old)
        return redirect("setup", relation=asked.relation.ref)
    listed = sorted(((id_, title) for id_, title in packs.items() if id_ != FEDERAL), key=lambda pack: pack[1])
    return render(request, "setup/policy.html", {"packs": listed, "chosen": option(POLICY), "federal": FEDERAL})


def spread(*, by: str, old: str | None = None) -> None:
    """Write the choice on each school, and on each student without one, that has no policy or the former choice.

    Args:
        by: Who writes it: a person's ref.
        old: The former choice.
    """
    chosen = option(POLICY)
    if chosen is None:
        return
    other = (Q(policy_id=None) | Q(policy_id=old)) & ~Q(policy_id=chosen)
    schools = holding(MODELS["schools"]).filter(other)
    without_school = holding(MODELS["students"]).filter(other, school_id=None)
    for row in [*schools, *without_school]:
        change(row, {"policy_id": chosen}, by=by, why="the policy of the site was chosen")
    choose(_LAID, chosen)
