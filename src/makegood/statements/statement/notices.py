"""Notices to the family, as a statement tells of them: asked for by which rule, sent or not."""

from collections.abc import Iterator

from makegood.policies import read_packs
from makegood.statements.notices.notice import NoticeDue
from makegood.statements.notices.notices import notices_of
from makegood.statements.statement.case import Case


def notice_lines(case: Case) -> Iterator[str]:
    """Yield each notice whose event was complete in the window, oldest first."""
    packs, _ = read_packs(case.records.policies)
    for due in notices_of(case.records, case.ledger, packs, case.student_id):
        if case.window.holds(due.event.complete):
            yield _line(case, due)


def _line(case: Case, due: NoticeDue) -> str:
    words, say, rule = case.words, case.words.say, due.rule
    began = words.short_day(due.event.began)
    if rule.when.lapse is not None:
        when = say("n_lapse", n=rule.when.lapse.n, unit=say(rule.when.lapse.unit), began=began)
    elif rule.when.run_of is not None:
        when = say("n_run_of", n=rule.when.run_of, began=began)
    else:
        when = say("n_each_miss", began=began)
    acts = []
    if rule.tell:
        acts.append(say("n_tell_parent") if rule.tell == "parent" else say("n_tell", who=rule.tell.replace("_", " ")))
    if rule.do:
        acts.append(say("n_iep_meeting") if rule.do == "iep_meeting" else rule.do.replace("_", " "))
    sent = words.short_day(due.sent_on) if due.sent_on else ""
    by = words.short_day(due.due_by) if due.due_by else say("no_day")
    stands = say(f"n_{due.status}", sent=sent, due=by)
    binding = say("binding" if rule.binding else "not_binding")
    source = say("source", citation=rule.citation)
    line = f"{words.service(due.event.service_type)}: {when}, {words.listed(acts)}. {stands} {source} ({binding}). "
    inferred = f" {say('n_inferred')}" if due.event.inferred else ""
    return line + say(f"verified_{rule.verification}") + inferred
