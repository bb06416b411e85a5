"""Where the minutes of one held session went."""

from typing import Final

from makegood.ledger.result import UseWord
from makegood.statements.explain.explanation import Part
from makegood.statements.statement.case import Case
from makegood.statements.window.held import Held

_WHY_EXTRA: Final[dict[UseWord, str]] = {
    "waiting": "wait: the session that it names is in a period that has not ended.",
    "names_not_owed": "are for a session that is not owed, so they make up nothing: extra.",
    "nothing_to_settle": "had nothing left to make up: extra.",
}


def use(case: Case, held: Held) -> Part:
    """Return where a session's minutes went: to its period, to older misses, to an award, or nowhere."""
    lines = {"make_up": _make_up, "compensatory": _compensatory}.get(held.kind, _regular)
    return Part("Where its minutes went", tuple(lines(case, held)))


def _regular(case: Case, held: Held) -> list[str]:
    words, minutes = case.words, case.words.minutes(held.minutes)
    if held.period is None:
        return [f"{minutes} given, but the day is in no period of the service: they are extra."]
    different = [words.different(each) for each in held.different]
    if not held.minutes:
        return ["No minutes were given."]
    if different:
        lines = [f"{minutes} given, but not as the IEP says: {'; '.join(different)}."]
    else:
        lines = [f"{minutes} given as the IEP says."]
    counted, beyond = held.used("delivered", "delivered_differently"), held.used("over_promise")
    if counted:
        lines.append(f"{words.minutes(counted)} count to what was due in the period.")
    if beyond:
        lines.append(f"{words.minutes(beyond)} are beyond what was due in the period: extra.")
    return lines


def _make_up(case: Case, held: Held) -> list[str]:
    words, misses, sessions = case.words, case.ledger.misses, case.records.sessions
    named = sessions.makeup_for[held.place] is not None
    order = "It makes up first the miss that it names, then" if named else "It names no miss, so it makes up"
    lines = [f"{words.minutes(held.minutes)} given as a make-up. {order} the oldest misses still to be made up."]
    lines += [
        f"{words.minutes(payment.minutes)} made up the miss of {words.dated(misses[payment.miss].missed_on)}"
        f" ({misses[payment.miss].session_id or 'no row'})."
        for payment in held.payments
    ]
    for word, why in _WHY_EXTRA.items():
        if held.used(word):
            lines.append(f"{words.minutes(held.used(word))} {why}")
    return lines


def _compensatory(case: Case, held: Held) -> list[str]:
    words, award_id = case.words, case.records.sessions.award_id[held.place]
    if award_id is None:
        return [f"{words.minutes(held.minutes)} given as compensatory, but no award is named: they are extra."]
    lines = [f"{words.minutes(held.compensatory)} count to award {award_id}."]
    if held.extra:
        lines.append(f"{words.minutes(held.extra)} are beyond the award: extra.")
    award = next(award for award in case.ledger.awards if award.award_id == award_id)
    lines.append(
        f"The award: {words.minutes(award.minutes)} = {award.delivered} given + {award.remaining} remaining. "
        "No rule and no decision of a school makes an award smaller."
    )
    return lines
