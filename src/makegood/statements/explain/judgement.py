"""What follows from a miss: the rule and its source, the deadline, offers, what settled it, who decides."""

import datetime as dt

from makegood.calendars import date_of, day_number
from makegood.ledger import Miss
from makegood.policies import Rule, Within
from makegood.statements.explain.explanation import Part
from makegood.statements.statement.case import Case
from makegood.statements.statement.misses import by_decision, named_by, who_decides
from makegood.statements.statement.rules import RuleBook
from makegood.statements.wording.words import capital

_FEW = 12
_ENDS = 3


def follows(case: Case, miss: Miss) -> Part:
    """Return what follows and by which rule or decision, with its source."""
    words = case.words
    rules = RuleBook(case.records, words, "school")
    rules.number(miss)
    (line,) = rules.lines()
    outcome = by_decision(case, miss) or words.accounts.labels[miss.disposition or "team_decides"]
    lines = [f"{words.minutes(miss.minutes)}: {outcome}."]
    name = f" ({line.name})" if line.name != line.title else ""
    title = line.title if miss.determination_id is None else line.title[:1].lower() + line.title[1:]
    by = f"By {title}{name}." if miss.judged_by or miss.determination_id else f"{title}."
    lines += [by, *line.says[: -1 if miss.determination_id is None else None]]
    if line.citation:
        lines.append(words.rules.source.format(citation=line.citation))
    if line.href:
        lines.append(line.href)
    if line.quote:
        lines.append(words.rules.quote.format(quote=line.quote))
    if line.verified:
        lines.append(line.verified)
    if miss.determination_id is not None and miss.judged_by is not None:
        lines.append(f"The decision replaces what the rule {miss.judged_by.name} says.")
    return Part("What follows, and by which rule", tuple(lines))


def deadline(case: Case, miss: Miss) -> Part:
    """Return by when the minutes are due, and how the day was counted."""
    rule, words = miss.judged_by, case.words
    within = rule.make_up_within if rule else None
    if rule is None or within is None or miss.due_by is None:
        return Part("By when", (f"{capital(words.undated(miss.unreached))}.",))
    span = within.in_words
    return Part("By when", (f"{words.dated(miss.due_by)}: {span}.", *_counted(case, miss, within, miss.due_by)))


def _counted(case: Case, miss: Miss, within: Within, due_by: dt.date) -> list[str]:
    words, missed_on = case.words, case.words.dated(miss.missed_on)
    if within.end_of is not None:
        return [f"The miss of {missed_on} is in {words.rules.ends[within.end_of]} that ends on {words.dated(due_by)}."]
    calendar = case.calendar(miss.service_id)
    if within.unit != "school_days" or calendar is None:
        counts = " (Monday to Friday)" if within.unit == "business_days" else ""
        return [f"Counted: {words.within(within).removeprefix('to be made up within ')}{counts} after {missed_on}."]
    first, last = day_number(miss.missed_on), day_number(due_by)
    days = [date_of(number) for number in calendar.school_days if first < number <= last]
    skipped = sum((miss.missed_on + dt.timedelta(n + 1)).weekday() < 5 for n in range(last - first)) - sum(  # noqa: PLR2004
        day.weekday() < 5  # noqa: PLR2004 - Monday to Friday
        for day in days
    )
    if len(days) <= _FEW:
        listed = "; ".join(words.short_day(day) for day in days)
    else:
        head, tail = ("; ".join(words.short_day(day) for day in part) for part in (days[:_ENDS], days[-_ENDS:]))
        listed = f"{head}; ...; {tail}"
    lines = [f"School days counted after {missed_on}: {listed} ({len(days)} in all)."]
    if skipped:
        lines.append(f"Weekdays without school in between, not counted: {skipped}.")
    return lines


def offers(case: Case, miss: Miss) -> Part:
    """Return the make-ups that were offered for a miss, and the answers."""
    table, words = case.records.offers, case.words
    corrections = case.log.corrections
    answers = {"accepted": "accepted", "declined": "declined", "no_answer": "no answer is on record"}
    lines = []
    for place, session_id in enumerate(table.session_id):
        named = case.records.sessions.session_id[corrections.stands_for(session_id)]
        if miss.session_id is not None and named == miss.session_id and table.date[place] <= case.ledger.as_of:
            method = f" ({table.method[place]})" if table.method[place] else ""
            lines.append(
                f"{words.dated(table.date[place])}: a make-up was offered{method}; {answers[table.response[place]]}."
            )
    if lines and _declined_does_not_release(miss.judged_by):
        lines.append("Under this rule a declined offer does not end what is owed.")
    return Part("Offers", tuple(lines))


def _declined_does_not_release(rule: Rule | None) -> bool:
    return rule is None or not rule.declined_offer_releases


def settled(case: Case, miss: Miss) -> Part:
    """Return what settled a miss."""
    words, sessions = case.words, case.records.sessions
    lines = []
    for payment in case.paid(miss.place):
        named = sessions.makeup_for[sessions.index()[payment.session_id]]
        how = (
            "it names this miss"
            if named is not None and _same(case, named, miss)
            else "the oldest miss then still to be made up"
        )
        lines.append(
            f"{words.minutes(payment.minutes)} by the make-up of {words.dated(payment.held_on)}, "
            f"row {payment.session_id} ({how})."
        )
    if miss.disposition == "not_owed":
        lines += [f"{line}." for line in named_by(case, miss)]
    if miss.released:
        lines.append(f"{capital(words.misses.closed.format(minutes=words.minutes(miss.released)))}.")
    return Part("What made it up", tuple(lines))


def _same(case: Case, session_id: str, miss: Miss) -> bool:
    sessions = case.records.sessions
    return sessions.session_id[case.log.corrections.stands_for(session_id)] == miss.session_id


def outcome(case: Case, miss: Miss) -> Part:
    """Return what has become of a miss, and who decides."""
    words = case.words
    lines = []
    if miss.disposition == "owed":
        late = ", past its date" if miss.status == "overdue" else ""
        lines.append(
            f"{miss.minutes} owed = {miss.made_up} made up + {miss.released} closed + "
            f"{miss.open} still to be made up{late}."
        )
        if miss.open:
            lines.append(words.misses.district)
    lines += [who_decides(case, miss), "The IEP team has the last word."]
    return Part("What has become of it, and who decides", tuple(lines))
