"""Notices to the family: asked for by which rule, sent or not."""

from collections.abc import Iterator

from makegood.policies import NoticeRule, read_packs
from makegood.statements.notices.notice import NoticeDue
from makegood.statements.notices.notices import notices_of
from makegood.statements.statement.case import Case
from makegood.statements.wording.words import Words


def notice_lines(case: Case) -> Iterator[str]:
    """Yield each notice whose event was complete in the window, oldest first."""
    packs, _ = read_packs(case.records.policies)
    for due in notices_of(case.log, case.ledger, packs, case.student_id):
        if case.window.holds(due.event.complete):
            yield _line(case, due)


def _line(case: Case, due: NoticeDue) -> str:
    words, phrases, rule = case.words, case.words.notices, due.rule
    asked = phrases.asked.format(
        service=words.service(due.event.service_type), when=_when(words, due), acts=words.listed(_acts(words, rule))
    )
    undated = due.status == "sent" and due.due_by is None
    status = (phrases.sent_undated if undated else phrases.statuses[due.status]).format(
        sent=words.short_day(due.sent_on) if due.sent_on else "",
        due=words.short_day(due.due_by) if due.due_by else "",
    )
    binding = words.rules.binding if rule.binding else words.rules.not_binding
    source = words.rules.source.format(citation=rule.citation)
    line = f"{asked} {status} {source} ({binding}). {words.rules.verifications[rule.verification]}"
    return f"{line} {phrases.inferred}" if due.event.inferred else line


def _when(words: Words, due: NoticeDue) -> str:
    phrases, when, began = words.notices, due.rule.when, words.short_day(due.event.began)
    if when.lapse is not None:
        return phrases.after_lapse.format(span=words.span(when.lapse), began=began)
    if when.run_of is not None:
        return phrases.after_run.of(when.run_of, began=began)
    return phrases.after_miss.format(began=began)


def _acts(words: Words, rule: NoticeRule) -> Iterator[str]:
    phrases = words.notices
    if rule.tell:
        tell = rule.tell.replace("_", " ")
        yield phrases.tell_parent if tell == "parent" else phrases.tell.format(who=tell)
    if rule.do:
        yield phrases.iep_meeting if rule.do == "iep_meeting" else rule.do.replace("_", " ")
