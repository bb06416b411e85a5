"""The worker that `makegood serve` starts: it counts children whose sums are out of date, after writes and at midnight.

A new day is another key, so all children are counted again soon after midnight in the district, and no clock is set.
"""

import os
import signal
import time
from typing import Final

from makegood.web.migrate import begin
from makegood.web.orphan import leave_with_parent
from makegood.web.site import site

_PAUSE: Final = 3
_LONGEST: Final = 5 * 60
"""After so long all keys are compared again: a page that counted slowly may have kept sums that were stale by then."""
_TOGETHER: Final = 200


def work() -> None:
    """Count what is stale, and again after each write and at midnight, for as long as the site is served."""
    leave_with_parent()
    # A terminal sends Ctrl-C to this process too; `serve` ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin(site())
    # Pages come first: people wait for them.
    if hasattr(os, "nice"):
        os.nice(10)
    while True:
        before = _changes()
        while once():
            pass
        until = time.monotonic() + _LONGEST
        while _changes() == before and time.monotonic() < until:
            time.sleep(_PAUSE)


def _changes() -> object:
    from makegood.web.kept.keys import changes

    return changes()


def once() -> int:
    """Count one portion of what is stale; return how many children that were."""
    from django.db import close_old_connections

    from makegood.web.kept.keys import keys_of
    from makegood.web.kept.models import KeptSums
    from makegood.web.kept.sums import count

    close_old_connections()
    keys = keys_of()
    kept = dict(KeptSums.objects.values_list("student_id", "key"))
    stale = [id_ for id_, key in keys.items() if kept.get(id_) != key][:_TOGETHER]
    if stale:
        count(stale, keys)
    return len(stale)


if __name__ == "__main__":
    work()
