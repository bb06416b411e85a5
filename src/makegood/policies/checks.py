"""What must be true between the lines of a pack, and between packs."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from makegood.files.limits import VERSIONS
from makegood.policies.codes import spelled
from makegood.policies.document import Document, Place
from makegood.policies.pack import Pack, Version
from makegood.policies.times import Days
from makegood.terms.reasons import REASONS


def check_pack(document: Document, pack: Pack) -> None:
    """Add what is wrong between the lines of a pack that are each well written."""
    if len(pack.versions) > VERSIONS:
        message = f"This pack has more than {VERSIONS} versions."
        document.refuse(("versions",), "too_many_versions", message, expected="one for each change of the rule")
        return
    for place, version in enumerate(pack.versions):
        _check_order(document, ("versions", place, "to"), version)
    for name, source in pack.sources.items():
        if source.speaks_of is not None:
            _check_order(document, ("sources", name, "speaks_of", "to"), source.speaks_of)
    for (one, earlier), (other, later) in combinations(enumerate(pack.versions), 2):
        if _overlap(earlier, later):
            document.refuse(
                ("versions", other),
                "overlapping_versions",
                f"Versions {one + 1} and {other + 1} are in force on the same days. Only one may be in force on a day.",
                expected="a version that ends before the other begins, or the other way round",
            )
    for path, named in _sources_named(pack):
        if named in pack.sources:
            _check_time(document, pack, path, named)
        else:
            document.refuse(
                path,
                "unlisted_source",
                f"The source “{named}” is named here but not listed under “sources”.",
                found=named,
                expected=", ".join(pack.sources) or "a list of sources",
            )
    for path, codes in [(("codes",), pack.codes)] + [
        (("versions", place, "codes"), version.codes) for place, version in enumerate(pack.versions)
    ]:
        _check_codes(document, path, codes)


def _check_order(document: Document, path: Place, days: Days) -> None:
    first, last = days.first_day, days.last_day
    if first and last and last < first:
        document.refuse(
            path,
            "to_before_from",
            f"The last day, {last}, is before the first, {first}.",
            found=last,
            expected=f"{first} or later",
        )


def _check_codes(document: Document, path: Place, codes: Mapping[str, str]) -> None:
    first: dict[str, str] = {}
    for code, reason in codes.items():
        word = spelled(code)
        if word in REASONS and word != reason:
            document.refuse(
                (*path, code),
                "code_is_a_reason",
                f"“{code}” is a reason itself, so it cannot be a code for another one.",
                found=reason,
                expected=word,
            )
        known = first.setdefault(word, code)
        if codes[known] != reason:
            document.refuse(
                (*path, code),
                "code_twice",
                f"“{code}” and “{known}” are one code, because capitals do not count, but they mean two reasons.",
                found=reason,
                expected=codes[known],
            )


def _check_time(document: Document, pack: Pack, path: Place, name: str) -> None:
    """Refuse a line that decides, or asks for a notice, on days of which its source does not speak."""
    source, version = pack.sources[name], pack.versions[int(path[1])]
    line = version.reasons.get(str(path[3]))
    acts = source.decides and (line is None or line.disposition in {"owed", "not_owed"})
    if acts and source.speaks_of is not None and not source.speaks_of.holds(version):
        document.refuse(
            path,
            "out_of_time",
            f"The source “{name}” is about the days {source.speaks_of.in_words}."
            f" This version is in force {version.in_words}.",
            found=name,
            expected="a version within those days, another source, or team_decides",
        )


def _overlap(one: Version, other: Version) -> bool:
    def ends_before(first: Version, second: Version) -> bool:
        ends, begins = first.last_day, second.first_day
        return ends is not None and begins is not None and ends < begins

    return not ends_before(one, other) and not ends_before(other, one)


def _sources_named(pack: Pack) -> Iterator[tuple[Place, str]]:
    for place, version in enumerate(pack.versions):
        for reason, line in version.reasons.items():
            yield ("versions", place, "reasons", reason, "source"), line.source
        for number, notice in enumerate(version.notices):
            yield ("versions", place, "notices", number, "source"), notice.source


def unfounded(packs: Mapping[str, Pack], doubtful: Iterable[str], known: set[str]) -> dict[str, tuple[str, str]]:
    """Return, for each pack whose line of inheritance does not end, an error's code and message.

    Args:
        packs: The packs that are sound by themselves.
        doubtful: The ids of those of them that are looked at.
        known: The ids of all packs that were seen, sound or not.
    """
    return {pack_id: why for pack_id in doubtful if (why := _lost(packs, known, pack_id))}


def _lost(packs: Mapping[str, Pack], known: set[str], pack_id: str) -> tuple[str, str] | None:
    seen = {pack_id: None}  # in their order
    last = pack_id
    while (inherits := packs[last].inherits) is not None:
        if inherits == pack_id:
            circle = " inherits ".join([*seen, inherits])
            return "circular_inherits", f"Inheritance runs in a circle: {circle}."
        if inherits not in packs and inherits not in known and len(seen) == 1:
            return "unknown_inherits", f"There is no pack “{inherits}”."
        if inherits not in packs or inherits in seen:
            nearest = packs[pack_id].inherits
            return "broken_inherits", f"The pack “{nearest}” cannot be used: it has errors itself."
        seen[inherits] = None
        last = inherits
    return None
