"""A statement on a terminal of 80 columns or more."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from makegood.statements.picture.text import picture_lines
from makegood.statements.statement.statement import MissLine, RuleLine, ServiceStatement, Statement, Sum
from makegood.statements.wording.words import Words, words_of


def print_statement(statement: Statement, console: Console) -> None:
    """Print a statement. Every value is printed as it is: nothing in it is taken for markup."""
    words = words_of(statement.lang)
    _head(console, statement)
    for lead in statement.leads:
        _heading(console, lead.heading)
        _lines(console, lead.lines)
    if statement.findings:
        _heading(console, words.findings.heading)
        console.print(Text(words.findings.note))
        _lines(console, statement.findings)
    _next_steps(console, statement, words)
    _heading(console, words.page.who_decides)
    console.print(Text(statement.last_word))
    if statement.due:
        _heading(console, words.misses.due_heading)
        _due(console, statement, words)
    for service in statement.services:
        _service(console, service, words, for_school=statement.audience == "school")
    for sum_ in (each for each in statement.held if each.whole.minutes):
        _sums(console, (sum_,), words, sum_.title)
    for heading, lines in (
        (words.log.make_ups, statement.make_ups),
        (words.log.awards, statement.awards),
        (words.log.outside, statement.outside),
        (words.log.corrections, statement.corrections),
        (words.notices.heading, statement.notices),
    ):
        if lines:
            _heading(console, heading)
            _lines(console, lines)
    if statement.rules:
        _heading(console, words.rules.heading)
        _rules(console, statement.rules, words)
    if statement.audience == "school":
        console.print()
        console.print(Text(words.page.explain_hint))


def _next_steps(console: Console, statement: Statement, words: Words) -> None:
    if statement.next_steps:
        _heading(console, words.steps.heading)
        _lines(console, [f"{step.text} [{step.citation}]" for step in statement.next_steps])


def _head(console: Console, statement: Statement) -> None:
    words, title = words_of(statement.lang), statement.title
    if statement.name:
        title += " " + words.page.of_child.format(name=statement.name)
    console.print(Text(title, style="bold"))
    console.print(Text((" | " if _plain(console) else " · ").join(statement.about)))
    _lines(console, statement.notes)


def _rules(console: Console, rules: Iterable[RuleLine], words: Words) -> None:
    for rule in rules:
        name = f" ({rule.name})" if rule.name != rule.title else ""
        console.print(Text(f"{rule.number}. {rule.title}{name}"))
        lines = [*rule.says]
        if rule.citation:
            lines.append(words.rules.source.format(citation=rule.citation))
        if rule.quote:
            lines.append(words.rules.quote.format(quote=rule.quote))
        lines += [line for line in (rule.href, rule.verified) if line]
        for line in lines:
            console.print(Padding(Text(line), (0, 0, 0, 3)))


def _service(console: Console, service: ServiceStatement, words: Words, *, for_school: bool) -> None:
    _heading(console, f"{service.service} ({service.service_id})" if for_school else service.service)
    _lines(console, [service.promise, *service.about])
    if service.picture is not None and service.picture.weeks:
        console.print()
        for line in picture_lines(service.picture, words, plain=_plain(console)):
            console.print(Text(line, no_wrap=True))
    if service.misses:
        _misses(console, service.misses, words, for_school=for_school)
    else:
        console.print()
        console.print(Text(words.misses.none))
    if service.unrecorded:
        console.print()
        console.print(Text(words.misses.unrecorded_heading, style="bold"))
        console.print(Text(words.misses.unrecorded_note))
        _lines(console, service.unrecorded)
    for heading, lines in (
        (words.misses.pending_heading, service.pending),
        (words.misses.cured_heading, service.cured),
        (words.misses.not_due_heading, service.not_due),
    ):
        if lines:
            console.print()
            console.print(Text(heading, style="bold"))
            _lines(console, lines)
    _sums(console, service.sums, words, words.accounts.heading)


def _misses(console: Console, misses: Iterable[MissLine], words: Words, *, for_school: bool) -> None:
    table = _table(words.misses.heading)
    table.add_column(words.misses.date, min_width=12)
    table.add_column(words.dates.minutes_short, justify="right")
    table.add_column(words.misses.why, ratio=3)
    table.add_column(words.misses.follows, ratio=4)
    table.add_column(words.rules.rule, justify="right")
    for miss in misses:
        table.add_row(
            Text(f"{miss.date_words}\n{miss.ref}" if for_school else miss.date_words),
            Text(words.number(miss.minutes)),
            Text("; ".join([miss.why, *miss.labels])),
            Text(". ".join(miss.follows) + "."),
            Text(str(miss.rule)),
        )
    console.print()
    console.print(table)


def _due(console: Console, statement: Statement, words: Words) -> None:
    table = _table(None)
    table.add_column(words.misses.due_by)
    table.add_column(words.accounts.minutes, justify="right")
    table.add_column(words.misses.service)
    table.add_column(words.misses.missed_on)
    table.add_column(words.rules.rule, justify="right")
    for miss in statement.due:
        due = f"{miss.due_words} {words.misses.past_date}" if miss.overdue else miss.due_words
        table.add_row(
            Text(due, style="bold" if miss.overdue else ""),
            Text(words.number(miss.open)),
            Text(miss.service),
            Text(miss.date_words),
            Text(str(miss.rule)),
        )
    console.print(table)
    console.print(Text(words.misses.district))


def _sums(console: Console, sums: Iterable[Sum], words: Words, title: str) -> None:
    table = _table(title)
    table.add_column(words.accounts.account, ratio=1)
    table.add_column(words.accounts.minutes, justify="right")
    for sum_ in sums:
        if not sum_.whole.minutes:
            continue
        for part in (part for part in sum_.parts if part.minutes):
            table.add_row(Text(part.label), Text(words.number(part.minutes)))
        table.add_row(
            Text(
                f"= {sum_.whole.label}. {words.accounts.adds_up if sum_.adds_up else words.accounts.does_not_add_up}.",
                style="bold",
            ),
            Text(words.number(sum_.whole.minutes), style="bold"),
        )
        table.add_section()
    console.print()
    console.print(table)


def _table(title: str | None) -> Table:
    return Table(
        title=title and Text(title, style="bold"), title_justify="left", expand=True, pad_edge=False, box=SIMPLE_HEAD
    )


def _heading(console: Console, text: str) -> None:
    console.print()
    console.rule(Text(text, style="bold"), align="left", characters="-" if _plain(console) else "─")


def _lines(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        table = Table.grid(padding=(0, 1))
        table.add_row(Text("-"), Text(line))
        console.print(table)


def _plain(console: Console) -> bool:
    """Return whether the terminal cannot show blocks."""
    return console.options.ascii_only
