"""All words of the site in one language, by page, with the statement's own for minutes, dates and reasons."""

from dataclasses import dataclass

from makegood.statements.wording.words import Words, words_of
from makegood.terms.language import Lang
from makegood.web.words.alone import ALONE, AloneWords
from makegood.web.words.child import CHILD, ChildWords
from makegood.web.words.common import COMMON, CommonWords
from makegood.web.words.more import MORE, MoreWords
from makegood.web.words.papers import PAPERS, PapersWords
from makegood.web.words.people import PEOPLE, PeopleWords
from makegood.web.words.policy import POLICY, PolicyWords
from makegood.web.words.replies import REPLIES, RepliesWords
from makegood.web.words.rights import RIGHTS, RightsWords
from makegood.web.words.school import SCHOOL, SchoolWords
from makegood.web.words.setup import SETUP, SetupWords
from makegood.web.words.today import TODAY, TodayWords
from makegood.web.words.year import YEAR, YearWords


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """All words of the site in one language.

    Attributes:
        statement: The words of statements: minutes, dates, times, services and reasons.
    """

    lang: Lang
    statement: Words
    common: CommonWords
    people: PeopleWords
    today: TodayWords
    child: ChildWords
    school: SchoolWords
    setup: SetupWords
    alone: AloneWords
    more: MoreWords
    papers: PapersWords
    replies: RepliesWords
    rights: RightsWords
    policy: PolicyWords
    year: YearWords


def site_words(lang: Lang) -> SiteWords:
    """Return the words of a language."""
    return SiteWords(
        lang=lang,
        statement=words_of(lang),
        common=COMMON.of(lang),
        people=PEOPLE.of(lang),
        today=TODAY.of(lang),
        child=CHILD.of(lang),
        school=SCHOOL.of(lang),
        setup=SETUP.of(lang),
        alone=ALONE.of(lang),
        more=MORE.of(lang),
        papers=PAPERS.of(lang),
        replies=REPLIES.of(lang),
        rights=RIGHTS.of(lang),
        policy=POLICY.of(lang),
        year=YEAR.of(lang),
    )
