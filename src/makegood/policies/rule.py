"""What a pack says on one day of one reason, ready to be shown with its source."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from makegood.policies.pack import DECIDING, Level, NoticeLine, Pack, Version
from makegood.policies.times import Span, When, Within
from makegood.terms.accounts import Disposition, Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sourced:
    """The pack, version and source that every rule carries wherever it is shown.

    Attributes:
        level: What the source is: a statute, a letter, a district's policy. The pack's level where the source has none.
        binding: Whether the source binds those whom it addresses.
        version_from: The version's first day; None from the beginning.
        version_to: The version's last day; None if open-ended.
        citation: The source's title and the place in it.
        verification: How far the source's own words were read.
    """

    pack_id: str
    pack_title: str
    level: Level
    binding: bool
    version_from: date | None
    version_to: date | None
    citation: str
    href: str | None
    quote: str | None
    verification: Verification

    @property
    def decides(self) -> bool:
        """Whether what the pack says counts: its source was read, or is reported by someone reliable."""
        return self.verification in DECIDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(_Sourced):
    """What follows from a miss with a reason.

    A rule whose source was not verified, or says it only by our reading, is shown and does not decide: then the
    miss waits for the team, and no deadline is set even if the team says that it is owed.

    Attributes:
        reason: The reason that the pack has a line for: `no_school` where that line holds for a holiday too.
        disposition: What follows: `team_decides` where the rule does not decide.
        written_disposition: What the pack says.
        make_up_within: By when it is to be made up. None without a deadline, and where the rule does not decide.
        written_make_up_within: By when, as the pack says.
        declined_offer_releases: Whether an offer that the family declined ends the debt.
    """

    reason: str
    disposition: Disposition
    written_disposition: Disposition
    make_up_within: Within | None
    written_make_up_within: Within | None
    declined_offer_releases: bool

    @property
    def name(self) -> str:
        """Name pack, version and reason, such as `us-mo 2008-05-23 provider_absent`.

        A version without a first day is named by its last (`until 2008-05-22`); one without
        either, by neither.
        """
        if self.version_from is not None:
            version = f" {self.version_from.isoformat()}"
        else:
            version = f" until {self.version_to.isoformat()}" if self.version_to else ""
        return f"{self.pack_id}{version} {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule(_Sourced):
    """Whom to tell, or what to do, after a miss, a lapse without service or a run of misses.

    Attributes:
        within: The time for it, counted from what it follows. None if the source names none.
    """

    when: When
    tell: str | None
    do: str | None
    within: Span | None


def rule_of(pack: Pack, version: Version, reason: str) -> Rule:
    """Return what a version of a pack says of a reason that it has a line for."""
    line = version.reasons[reason]
    sourced = _sourced(pack, version, line.source)
    decides = pack.sources[line.source].decides
    return Rule(
        reason=reason,
        disposition=line.disposition if decides else "team_decides",
        written_disposition=line.disposition,
        make_up_within=line.make_up_within if decides else None,
        written_make_up_within=line.make_up_within,
        declined_offer_releases=decides and line.declined_offer == "releases",
        **sourced,
    )


def notice_of(pack: Pack, version: Version, line: NoticeLine) -> NoticeRule:
    """Return one notice of a version of a pack."""
    return NoticeRule(
        when=line.when,
        tell=line.tell,
        do=line.do,
        within=line.within,
        **_sourced(pack, version, line.source),
    )


def _sourced(pack: Pack, version: Version, source_id: str) -> dict[str, Any]:
    source = pack.sources[source_id]
    return {
        "pack_id": pack.id,
        "pack_title": pack.title,
        "level": source.level or pack.level,
        "binding": pack.binding if source.binding is None else source.binding,
        "version_from": version.first_day,
        "version_to": version.last_day,
        "citation": source.reference,
        "href": source.href,
        "quote": source.quote,
        "verification": source.verification,
    }
