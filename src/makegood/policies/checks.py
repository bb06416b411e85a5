"""What must hold between the lines of a pack, and between packs."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from makegood.policies.document import Document, Place
from makegood.policies.pack import Pack, Version
from makegood.terms.reasons import REASONS


def check_pack(document: Document, pack: Pack) -> None:
    """Add what is wrong between the lines of a pack that are each well written."""
    for place, version in enumerate(pack.versions):
        first, last = version.first_day, version.last_day
        if first and last and last < first:
            document.refuse(
                ("versions", place, "to"),
                "to_before_from",
                f"This version ends on {last}, before it begins on {first}.",
                found=last,
                expected=f"{first} or later",
            )
    for (one, earlier), (other, later) in combinations(enumerate(pack.versions), 2):
        if _overlap(earlier, later):
            document.refuse(
                ("versions", other),
                "overlapping_versions",
                f"Versions {one + 1} and {other + 1} hold on the same days. Only one version may hold on a day.",
                expected="a version that ends before the other begins, or the other way round",
            )
    for path, source in _sources_named(pack):
        if source not in pack.sources:
            document.refuse(
                path,
                "unlisted_source",
                f"The source “{source}” is named here but not listed under “sources”.",
                found=source,
                expected=", ".join(pack.sources) or "a list of sources",
            )
    for path, codes in [(("codes",), pack.codes)] + [
        (("versions", place, "codes"), version.codes) for place, version in enumerate(pack.versions)
    ]:
        for code, reason in codes.items():
            if code in REASONS and code != reason:
                document.refuse(
                    (*path, code),
                    "code_is_a_reason",
                    f"“{code}” is itself a reason and cannot stand for another.",
                    found=reason,
                    expected=code,
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


def unfounded(packs: Mapping[str, Pack], known: set[str]) -> dict[str, tuple[str, str]]:
    """Return, for each pack whose line of inheritance does not end, an error's code and message.

    Args:
        packs: The packs that are sound by themselves.
        known: The ids of all packs that were seen, sound or not.
    """
    return {pack_id: why for pack_id in packs if (why := _lost(packs, known, pack_id))}


def _lost(packs: Mapping[str, Pack], known: set[str], pack_id: str) -> tuple[str, str] | None:
    seen = [pack_id]
    while (inherits := packs[seen[-1]].inherits) is not None:
        if inherits == pack_id:
            circle = " inherits ".join([*seen, inherits])
            return "circular_inherits", f"Inheritance runs in a circle: {circle}."
        if inherits not in packs and inherits not in known and len(seen) == 1:
            return "unknown_inherits", f"There is no pack “{inherits}”."
        if inherits not in packs or inherits in seen:
            nearest = packs[pack_id].inherits
            return "broken_inherits", f"The pack “{nearest}” cannot be used: it has errors itself."
        seen.append(inherits)
    return None
