"""A statement as a paper: the same words and figures as on the page, laid out for PDF."""

from collections.abc import Iterator
from html import escape
from typing import Final

from makegood.documents.blocks import Block, Paper, heading, item, paragraph, table
from makegood.documents.own import STATEMENT_MARK
from makegood.statements.picture.picture import BARS, Bar, Picture
from makegood.statements.picture.svg import FILLS, PATTERNS, closed_mark, picture_svg
from makegood.statements.statement.statement import MissLine, ServiceStatement, Statement, Sum
from makegood.statements.wording.words import Words, words_of

_INSIDE: Final = PATTERNS[PATTERNS.index("<defs>") : PATTERNS.index("</svg>")]
_STYLE: Final = "<style>.axis { font-size: 13px; fill: #333; font-family: 'Libertinus Serif'; }</style>"


def statement_paper(statement: Statement) -> Paper:
    """Return a statement as a paper."""
    words = words_of(statement.lang)
    day = statement.as_of
    title = (
        f"{statement.title} {words.page.of_child.format(name=statement.name)}" if statement.name else statement.title
    )
    return {
        "kind": "statement",
        "lang": statement.lang,
        "title": title,
        "date": [day.year, day.month, day.day],
        "foot": f"{title} · {words.page.records_up_to.format(day=words.up_to(day, statement.known_on))}",
        "made": STATEMENT_MARK,
        "blocks": list(statement_blocks(statement, words)),
    }


def statement_blocks(statement: Statement, words: Words) -> Iterator[Block]:
    """Yield a statement's blocks; the title is not among them."""
    for at, line in enumerate(statement.about):
        yield {"type": "line", "level": 0 if at else 1, "runs": [{"text": line}]}
    for note in statement.notes:
        yield paragraph(note)
    for lead in statement.leads:
        yield from _list(lead.heading, lead.lines)
    if statement.due:
        phrases = words.misses
        yield heading(phrases.due_heading)
        yield table(
            [phrases.due_by, words.accounts.minutes, phrases.service, phrases.missed_on],
            [
                [
                    f"{each.due_words} {phrases.past_date}" if each.overdue else each.due_words,
                    words.minutes(each.open),
                    each.service,
                    each.date_words,
                ]
                for each in statement.due
            ],
            [4, 3, 5, 4],
        )
        yield paragraph(phrases.district)
    for number, service in enumerate(statement.services):
        yield from _service(service, words, f"s{number}")
    for title, lines in (
        (words.log.make_ups, statement.make_ups),
        (words.log.awards, statement.awards),
        (words.log.outside, statement.outside),
        (words.log.corrections, statement.corrections),
        (words.notices.heading, statement.notices),
        (words.findings.heading, statement.findings),
    ):
        yield from _list(title, lines)
    if statement.rules:
        yield heading(words.rules.heading)
        for rule in statement.rules:
            parts = [f"{words.rules.numbered.format(n=rule.number)}: {rule.title}.", *rule.says]
            parts += [words.rules.source.format(citation=rule.citation) + "."] if rule.citation else []
            parts += [words.rules.quote.format(quote=rule.quote)] if rule.quote else []
            parts += [rule.verified or "", rule.href or ""]
            yield paragraph(" ".join(part for part in parts if part))
    yield from _next_steps(statement, words)
    yield heading(words.page.who_decides)
    yield paragraph(statement.last_word)


def _next_steps(statement: Statement, words: Words) -> Iterator[Block]:
    if statement.next_steps:
        yield heading(words.steps.heading)
    for step in statement.next_steps:
        yield item(f"{step.text} ({step.citation}. {step.checked}) {step.href}")


def _list(title: str, lines: tuple[str, ...], level: int = 2) -> Iterator[Block]:
    if lines:
        yield heading(title, level)
    for line in lines:
        yield item(line)


def _service(service: ServiceStatement, words: Words, key: str) -> Iterator[Block]:
    yield heading(f"{service.service}: {service.promise}")
    for line in service.about:
        yield paragraph(line)
    for each in service.sums:
        if each.whole.minutes:
            yield _sum(each, words)
    if service.picture is not None and service.picture.tallest:
        title = f"{service.service}: {words.picture.heading}"
        for svg in _pictures(str(picture_svg(service.picture, words, title, key))):
            yield {"type": "picture", "svg": svg, "alt": f"{title}. {words.picture.description}"}
        bars = [name for name in BARS if any(week.minutes(name) for week in service.picture.own)]
        yield _legend(service.picture, bars, words)
        yield _weeks(service.picture, bars, words)
    if service.misses:
        yield heading(words.misses.heading, 3)
        yield table(
            [words.misses.date, words.misses.why, words.misses.follows, words.rules.rule],
            [_miss(each, words) for each in service.misses],
            [4, 6, 8, 2],
        )
    for title, lines in (
        (words.misses.unrecorded_heading, service.unrecorded),
        (words.misses.pending_heading, service.pending),
        (words.misses.cured_heading, service.cured),
        (words.misses.not_due_heading, service.not_due),
    ):
        yield from _list(title, lines, 3)


def _legend(picture: Picture, bars: list[Bar], words: Words) -> Block:
    """Return what each pattern of a picture means, the ground of weeks without school too."""
    names: dict[Bar | None, str] = {name: words.picture.bars[name] for name in bars}
    if any(week.state == "closed" for week in picture.own):
        names[None] = words.picture.states["closed"]
    drawn = []
    for at, (name, called) in enumerate(names.items()):
        y = at * 18
        if name is None:
            mark = closed_mark(1, y + 13, 12, 12)
        elif name == "make_up":
            mark = f'<path d="M1 {y + 7}h12M7 {y + 1}v12" stroke="#1d6b2b" stroke-width="3"/>'
        else:
            mark = f'<rect x="1" y="{y + 1}" width="12" height="12" {FILLS[name]}/>'
        drawn.append(f'{mark}<text class="axis" x="20" y="{y + 12}">{escape(called)}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 {len(names) * 18 + 2}">'
    svg = f"{head}{_STYLE}{_INSIDE}{''.join(drawn)}</svg>"
    return {"type": "picture", "svg": svg, "alt": "; ".join(names.values())}


def _weeks(picture: Picture, bars: list[Bar], words: Words) -> Block:
    """Return a picture's figures: a row for each week in which anything was due or held."""
    rows = [
        [words.short_day(week.monday), *(words.number(week.minutes(name)) for name in bars)]
        for week in picture.own
        if any(week.minutes(name) for name in bars)
    ]
    header = [words.picture.week_of, *(words.picture.bars[name] for name in bars)]
    return table(header, rows, [3] * len(header))


def _miss(miss: MissLine, words: Words) -> list[str]:
    why = "; ".join([f"{words.minutes(miss.minutes)}: {miss.why}", *miss.labels])
    return [miss.date_words, why, ". ".join(miss.follows) + ".", str(miss.rule)]


def _sum(each: Sum, words: Words) -> Block:
    """Return a sum as a table: the whole, and the parts that add up to it."""
    rows = [[each.whole.label, words.number(each.whole.minutes)]]
    parts = [part for part in each.parts if part.minutes]
    signs = ["=", *("+" for _ in parts[1:])]
    rows += [[f"{sign} {part.label}", words.number(part.minutes)] for sign, part in zip(signs, parts, strict=False)]
    return table([each.title, words.accounts.minutes], rows, [5, 1])


def _pictures(html: str) -> Iterator[str]:
    """Yield each half year's picture of a service as an SVG of its own, its patterns inside."""
    for part in html.split("<svg ")[1:]:
        head, rest = part.split(">", 1)
        yield f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{_STYLE}{_INSIDE}{rest.split("</svg>")[0]}</svg>'
