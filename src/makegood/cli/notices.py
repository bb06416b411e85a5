"""`makegood notices`: which notice to whom is due when, and which is late."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Final, Literal

import typer

from makegood.answers.notices import notices
from makegood.cli.fail import show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, as_known, asked, day, known_day, records_asked
from makegood.cli.out import print_data
from makegood.cli.paper import say, show_table
from makegood.cli.policy_words import source_in_words
from makegood.cli.write import json_text
from makegood.policies import NoticeRule
from makegood.statements.notices.notice import NoticeDue, NoticeStatus
from makegood.statements.notices.running import RunningClock

STATUS_WORDS: Final[dict[NoticeStatus, str]] = {
    "sent": "sent in time",
    "sent_late": "SENT LATE",
    "late": "LATE, none on record",
    "due": "none on record yet",
    "no_time": "none on record; no day known",
}


def command(
    folder: Folder,
    *,
    late: Annotated[bool, typer.Option("--late", help="Only those that are late or were sent late.")] = False,
    student: Annotated[str | None, typer.Option("--student", metavar="ID", help="Only this student.")] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    dates: Dates = "iso",
) -> None:
    """Print the notices, oldest event first."""
    upto, known = day(as_of), known_day(known_on)
    records = records_asked(folder, student, upto, dates, known_on=known, quiet=format_ == "json")
    found, findings = asked(lambda: notices(records, upto, student))
    if format_ == "json":
        print_data(json_text(found.as_dict(late=late)))
        return
    show(findings)
    _print(upto, known, found.late if late else found.every, found.every)
    if not late:
        _print_running(found.running)
    if found.unasked:
        say(f"{len(found.unasked)} on record that no rule asked for: {', '.join(found.unasked)}.")


def _print(upto: dt.date, known_on: dt.date | None, shown: Sequence[NoticeDue], every: Sequence[NoticeDue]) -> None:
    rules: list[NoticeRule] = []
    for due in shown:
        if due.rule not in rules:
            rules.append(due.rule)
    if shown:
        columns = [("student", "id"), ("service, what to do", "words"), ("since, complete", "id"), ("due by", "id")]
        columns += [("stands", "words"), ("rule", "id")]
        title = f"Notices on {upto}{as_known(known_on)}, oldest first"
        show_table(title, columns, [_row(due, rules) for due in shown])
        for number, rule in enumerate(rules, 1):
            say(_rule_in_words(number, rule))
        if any(due.event.inferred for due in shown):
            say("* rests wholly or in part on days or slots with nothing on record.")
    how_many = Counter(due.status for due in every)
    parts = [f"{how_many[status]} {words}" for status, words in STATUS_WORDS.items() if how_many[status]]
    day = f"{upto}{as_known(known_on)}"
    say(f"Notices asked for up to {day}: {', '.join(parts)}." if every else f"No notice was due up to {day}.")
    if not every:
        say("Either nothing asked for one, or the policies name none (`makegood policy show ID --folder FOLDER`).")


def _print_running(running: Sequence[RunningClock]) -> None:
    if not running:
        return
    columns = [("student", "id"), ("service", "words"), ("since", "id"), ("days without", "left")]
    columns += [("complete on", "id")]
    rows = [
        [
            clock.student_id,
            clock.service_type.replace("_", " "),
            f"{clock.began}",
            f"{clock.days} of {clock.of_days}",
            f"{clock.complete_on}",
        ]
        for clock in running
    ]
    say()
    show_table("Still running: minutes given up to and on the last day stop these", columns, rows)


def _row(due: NoticeDue, rules: list[NoticeRule]) -> list[str]:
    event = due.event
    return [
        event.student_id,
        f"{event.service_type.replace('_', ' ')}\n{due.act}",
        f"{event.began}{'*' if event.inferred else ''}" + ("" if event.kind == "each_miss" else f"\n{event.complete}"),
        str(due.due_by or "-"),
        STATUS_WORDS[due.status] + (f"\n{due.sent_on}" if due.sent_on else ""),
        f"[{rules.index(due.rule) + 1}]" + ("" if due.rule.decides else "?"),
    ]


def _rule_in_words(number: int, rule: NoticeRule) -> str:
    time = rule.within.in_words if rule.within else "no time named"
    return f"[{number}] {rule.when.in_words}, {time}: {source_in_words(rule)}"
