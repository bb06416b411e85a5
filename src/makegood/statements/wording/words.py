"""The words of one language, for one reader: phrases by topic, and minutes, dates and reasons in words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, cast

from makegood.log import Difference
from makegood.policies import Span, Within
from makegood.records import Services
from makegood.statements.wording.accounts import ACCOUNTS, AccountName, AccountPhrases
from makegood.statements.wording.dates import DATES, DatePhrases
from makegood.statements.wording.findings import FINDINGS, FindingPhrases
from makegood.statements.wording.leads import LEADS, LeadPhrases
from makegood.statements.wording.log import LOG, LogPhrases
from makegood.statements.wording.misses import MISSES, MissPhrases
from makegood.statements.wording.notices import NOTICES, NoticePhrases
from makegood.statements.wording.page import PAGE, PagePhrases
from makegood.statements.wording.picture import PICTURE, PicturePhrases
from makegood.statements.wording.promises import PROMISES, PromisePhrases
from makegood.statements.wording.rules import RULES, RulePhrases
from makegood.statements.wording.services import SERVICES
from makegood.statements.wording.steps import STEPS, StepPhrases
from makegood.statements.wording.summary import SUMMARY, SummaryPhrases
from makegood.terms.accounts import Per
from makegood.terms.counted import Noun, counted
from makegood.terms.language import Lang
from makegood.terms.reason_words import STUDENT, YOUR_CHILD, reason_in_words

_SHORT: Final = 3
_HOUR: Final = 60
_NOON: Final = 12
_UNITS: Final[dict[str, Noun]] = {
    "school_days": "school_day", "calendar_days": "calendar_day", "business_days": "business_day", "weeks": "week",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, for one reader.

    Attributes:
        child: What the child is called in a sentence: a first name, "your child" or "the student".
    """

    lang: Lang
    child: str
    accounts: AccountPhrases
    dates: DatePhrases
    findings: FindingPhrases
    leads: LeadPhrases
    log: LogPhrases
    misses: MissPhrases
    notices: NoticePhrases
    page: PagePhrases
    picture: PicturePhrases
    promises: PromisePhrases
    rules: RulePhrases
    steps: StepPhrases
    summary: SummaryPhrases

    def number(self, n: int) -> str:
        """Return a number with its thousands set off."""
        return f"{n:,}"

    def minutes(self, n: int) -> str:
        """Return minutes, such as "1,440 minutes"."""
        return counted(n, "minute", self.lang)

    def weeks(self, n: int) -> str:
        """Return a number of weeks."""
        return counted(n, "week", self.lang)

    def day(self, day: dt.date) -> str:
        """Return a date in full, such as "September 15, 2026"."""
        return self.dates.day.format(month=self._month(day), d=day.day, y=day.year)

    def up_to(self, day: dt.date, known_on: dt.date | None) -> str:
        """Return the last day that counts in full; beside it the day of knowledge, if later rows were left out."""
        if known_on is None:
            return self.day(day)
        return self.page.day_known.format(day=self.day(day), known=self.day(known_on))

    def month_and_year(self, day: dt.date) -> str:
        """Return the month in which a day lies, such as "October 2026"."""
        return self.dates.month_year.format(month=self._month(day), y=day.year)

    def short_day(self, day: dt.date) -> str:
        """Return a date that takes little room, such as "Sep 15, 2026"."""
        return self.dates.short_day.format(month=self.month(day), d=day.day, y=day.year)

    def dated(self, day: dt.date) -> str:
        """Return a short date with its weekday, such as "Tue, Sep 15, 2026"."""
        return self.dates.dated.format(weekday=self.dates.weekdays[day.weekday()], day=self.short_day(day))

    def clock(self, minutes: int) -> str:
        """Return a time of day, such as "1:05 p.m.", from minutes after midnight."""
        hour, minute = divmod(minutes, _HOUR)
        phrase = self.dates.before_noon if hour < _NOON else self.dates.after_noon
        return phrase.format(hour=(hour - 1) % _NOON + 1, minute=f"{minute:02d}")

    def month(self, day: dt.date) -> str:
        """Return the short name of a day's month."""
        return self._month(day)[:_SHORT]

    def _month(self, day: dt.date) -> str:
        return self.dates.months[day.month - 1]

    def span_of_days(self, first: dt.date | None, last: dt.date | None) -> str:
        """Return from which to which day something holds; nothing where neither is known."""
        if first and last:
            return self.dates.span.format(first=self.short_day(first), last=self.short_day(last))
        if first:
            return self.dates.since.format(first=self.short_day(first))
        return self.dates.until.format(last=self.short_day(last)) if last else ""

    def reason(self, reason: str) -> str:
        """Return why minutes were missed. No reason blames a person."""
        return reason_in_words(reason, self.lang, self.child)

    def different(self, way: Difference) -> str:
        """Return in what way a session was given otherwise than the IEP says."""
        return self.log.differences[way.kind].format(held=way.held, promised=way.promised)

    def account(self, name: AccountName, per: Per | None = None) -> str:
        """Return what an account is called.

        Args:
            name: The account.
            per: The service's period, for `still_due`: it says until when; None for a block of several.
        """
        phrases = self.accounts
        return capital(phrases.still_due[per] if name == "still_due" and per else phrases.labels[name])

    def service(self, service_type: str) -> str:
        """Return a service type as people call it, such as "Occupational therapy", however its words are set apart."""
        known, parts = SERVICES.of(self.lang), service_type.replace("_", " ").split()
        return capital(known.get("_".join(parts).replace("-", "_").casefold(), " ".join(parts)))

    def listed(self, parts: Iterable[str]) -> str:
        """Return parts as a list in a sentence: "a, b and c"."""
        *most, last = list(parts) or [""]
        return self.dates.listed.format(most=", ".join(most), last=last) if most else last

    def promise(self, services: Services, row: int) -> str:
        """Return what a service promises, such as "2 sessions of 30 minutes a week"."""
        minutes, sessions, phrases = (
            self.minutes(services.minutes[row] or 0),
            services.sessions[row] or 1,
            self.promises,
        )
        what = minutes if sessions == 1 else phrases.sessions.format(n=sessions, minutes=minutes)
        per, every = cast("Per | None", services.per[row]), services.every[row]
        if per is None:
            return what
        if every > 1 and per == "week":
            return phrases.in_weeks.format(what=what, n=every)
        if every > 1 and per == "month":
            return phrases.in_months.format(what=what, n=every)
        return phrases.per[per].format(what=what, n=every)

    def span(self, span: Span) -> str:
        """Return a span of time, such as "10 school days"."""
        return self._span(span.n, span)

    def _span(self, n: int, span: Span | Within) -> str:
        unit = span.unit or "calendar_days"
        return counted(n, _UNITS[unit], self.lang)

    def within(self, within: Within | None) -> str:
        """Return by when a rule wants minutes made up."""
        if within is None:
            return self.rules.no_deadline
        return self.rules.within.format(time=self._time(within))

    def undated(self, within: Within | None) -> str:
        """Return by when minutes are to be made up where no day is known: no deadline is set, or the records end first.

        Args:
            within: The rule's time, if it sets one (`Miss.unreached`).
        """
        if within is None:
            return self.rules.no_deadline
        frame = self.rules.calendar_ends if within.end_of is None else self.rules.no_term
        return frame.format(time=self._time(within))

    def _time(self, within: Within) -> str:
        """Return the time that a rule sets: within a span, or by the end of a term."""
        if within.end_of is not None:
            return self.rules.at_end.format(end=self.rules.ends[within.end_of])
        return self.rules.in_span.format(span=self._span(within.n or 0, within))


def capital(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def words_of(lang: Lang, child: str | None = None) -> Words:
    """Return the words of a language for a reader.

    Args:
        lang: The language.
        child: What the child is called; None for a school's reader: "the student".
    """
    return Words(
        lang=lang,
        child=child or STUDENT.of(lang),
        accounts=ACCOUNTS.of(lang),
        dates=DATES.of(lang),
        findings=FINDINGS.of(lang),
        leads=LEADS.of(lang),
        log=LOG.of(lang),
        misses=MISSES.of(lang),
        notices=NOTICES.of(lang),
        page=PAGE.of(lang),
        picture=PICTURE.of(lang),
        promises=PROMISES.of(lang),
        rules=RULES.of(lang),
        steps=STEPS.of(lang),
        summary=SUMMARY.of(lang),
    )


def words_for_family(lang: Lang, given_name: str | None) -> Words:
    """Return the words of a language for a child's family: they read the first name, else "your child"."""
    return words_of(lang, given_name or YOUR_CHILD.of(lang))
