"""How much of what was due was given: minutes, sessions and percent."""

from makegood.ledger import ServiceAccount
from makegood.statements.statement.case import Case
from makegood.statements.statement.statement import Share


def share_of(case: Case, account: ServiceAccount) -> Share | None:
    """Return how much of what was due so far was given; None if nothing was due.

    The percent is of minutes, given as the IEP says or otherwise, rounded down. Sessions that were due are the minutes
    due over the minutes of one session; where a short period makes that no whole number, no sessions are counted.
    Sessions given are regular rows of which any minute counts to what was due: those as long as the IEP says are given
    in full, shorter ones in part. What is beyond the promise fills nothing, so it is no session given.
    """
    if not account.due:
        return None
    services, place = case.records.services, case.place(account.service_id)
    length = services.minutes[place] or 0
    sessions = None
    if services.sessions[place] is not None and length and account.due % length == 0:
        sessions = account.due // length
    counted = [
        held
        for held in case.window.held
        if held.service_id == account.service_id and held.used("delivered", "delivered_differently")
    ]
    in_full = sum(held.minutes >= length for held in counted)
    given = account.delivered + account.delivered_differently
    return Share(
        given=given,
        due=account.due,
        percent=100 * given // account.due,
        sessions=sessions,
        in_full=in_full,
        in_part=len(counted) - in_full,
    )


def share_line(case: Case, share: Share) -> str:
    """Return the share in words."""
    words, phrases = case.words, case.words.leads
    given, due = words.number(share.given), words.minutes(share.due)
    if share.sessions is None:
        return phrases.given.format(given=given, due=due, percent=share.percent)
    if share.in_part:
        return phrases.sessions_in_part.of(
            share.sessions, given=given, due=due, full=share.in_full, part=share.in_part, percent=share.percent
        )
    sessions = words.dates.sessions_of.of(share.sessions, held=share.in_full, percent=share.percent)
    return phrases.sessions.format(given=given, due=due, sessions=sessions)
