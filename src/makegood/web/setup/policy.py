"""Which rule holds beside federal law: one pack for the whole site, or none."""

from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from makegood.answers.policies import FEDERAL, policies_in_short, policy_in_short
from makegood.web.access.asked import Asked, asked_of
from makegood.web.options import choose, option
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import change
from makegood.web.refusals import not_here
from makegood.web.setup.in_short import says
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for

POLICY: Final = "policy"
_LAID: Final = "policy_spread"


def policy(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show the packs, and take the choice of one."""
    asked = asked_of(request)
    packs = policies_in_short(asked.day)
    if request.method == "POST":
        chosen = request.POST.get(POLICY, "")
        if chosen not in packs:
            return not_here(request)
        with transaction.atomic():
            old = option(_LAID)
            choose(POLICY, chosen)
            spread(by=asked.person.ref, old=old)
        return redirect(f"{reverse('setup', kwargs={'relation': asked.relation.ref})}#rule")
    words = words_for(request)
    listed = [(pack, says(pack, words)) for pack in packs.values() if pack.policy_id != FEDERAL]
    # Those that hold today come first: nobody reads through twenty rules of another year to find theirs.
    listed.sort(key=lambda each: (not each[0].in_force, each[0].title))
    return render(request, "setup/policy.html", {"packs": listed, "chosen": option(POLICY), "federal": FEDERAL})


def chosen_in_short(asked: Asked, w: SiteWords) -> tuple[str, list[str]] | None:
    """Return the title of the policy that was chosen, and what it says today; None if none or only federal law was."""
    pack = policy_in_short(option(POLICY) or FEDERAL, asked.day)
    return None if pack is None or pack.policy_id == FEDERAL else (pack.title, says(pack, w, in_full=True))


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
