"""Tags that put a phrase's figures into it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final, cast

from django import template

from makegood.terms.counted import Counted, counted
from makegood.terms.findings import Finding, errors
from makegood.terms.reasons import REASONS
from makegood.web.found import Found, found
from makegood.web.log_end import log_end
from makegood.web.words.all import SiteWords

_HOUR: Final = 60
register = template.Library()


@register.simple_tag
def say(phrase: str, **parts: Any) -> str:
    """Return a phrase with its parts; what comes from records is escaped by the template."""
    return phrase.format(**parts)


@register.simple_tag
def count(phrase: Counted, n: int, **parts: Any) -> str:
    """Return what a phrase says of a number."""
    return phrase.of(n, **parts)


@register.simple_tag(takes_context=True, name="log_end")
def end_of_log(context: Any) -> dt.date | None:
    """Return the last day of the log that was brought in, where what came after is not here yet."""
    return log_end(context["asked"])


@register.filter
def day(value: dt.date, w: SiteWords) -> str:
    """Return a date in full."""
    return w.statement.day(value)


@register.filter
def dated(value: dt.date, w: SiteWords) -> str:
    """Return a short date with its weekday."""
    return w.statement.dated(value)


@register.filter
def clock(value: int | None, w: SiteWords) -> str:
    """Return a time of day from minutes after midnight."""
    return "" if value is None else w.statement.clock(value)


@register.filter
def number(value: int, w: SiteWords) -> str:
    """Return a number with its thousands set off."""
    return w.statement.number(value)


@register.filter
def minutes(value: int, w: SiteWords) -> str:
    """Return minutes in words."""
    return w.statement.minutes(value)


@register.filter
def service(value: str, w: SiteWords) -> str:
    """Return what a type of service is called."""
    return w.statement.service(value)


@register.filter
def reason(value: str, w: SiteWords) -> str:
    """Return why minutes were missed."""
    return w.statement.reason(value)


@register.filter
def button(value: str, w: SiteWords) -> str:
    """Return a reason as the button for it says it, or as it is written where there is no button."""
    said = cast("dict[str, str]", w.today.reasons).get(value)
    return said or (w.statement.reason(value) if value in REASONS else value)


@register.filter
def period(value: str | None, w: SiteWords) -> str:
    """Return the period of a promise, such as "this month"; nothing for a block of several periods."""
    return w.today.periods.get(value or "") or cast("dict[str, str]", w.statement.promises.this).get(value or "", "")


@register.filter
def saw(value: str, w: SiteWords) -> str:
    """Return what a family saw, as its note says it."""
    return w.more.saw.get(value, "")


@register.filter
def students(n: int, w: SiteWords) -> str:
    """Return a number of students, in words."""
    return counted(n, "student", w.lang)


@register.filter
def sessions(n: int, w: SiteWords) -> str:
    """Return a number of sessions, in words."""
    return counted(n, "session", w.lang)


@register.filter
def rows(n: int, w: SiteWords) -> str:
    """Return a number of rows, in words."""
    return counted(n, "row", w.lang)


@register.filter
def times(n: int, w: SiteWords) -> str:
    """Return how often something is there, in words."""
    return counted(n, "time", w.lang)


@register.filter(name="found")
def found_in_words(finding: Finding, w: SiteWords) -> Found:
    """Return a finding in the words of the page."""
    return found(finding, w)


@register.filter(name="errors")
def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that refuse the records."""
    return errors(findings)


@register.filter
def spent(value: int) -> str:
    """Return minutes as hours and minutes: to the minute, so that the lines of a table add up to its sum."""
    hours, minutes = divmod(value, _HOUR)
    said = [f"{hours:,} h"] if hours else []
    return " ".join([*said, f"{minutes} min"] if minutes or not hours else said)
