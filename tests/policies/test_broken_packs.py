"""Every kind of error has a broken pack, which shows its message."""

import re
from functools import cache
from pathlib import Path

import pytest

from makegood.policies import Pack, read_packs
from makegood.terms.findings import Finding

BROKEN = Path(__file__).parent / "broken"

EXPECTED = {
    "a-list.yaml": (1, None, "wrong_kind", "does not consist of keys with values"),
    "anchor.yaml": (2, "title", "yaml_shortcut", "without anchors (&)"),
    "circle-one.yaml": (
        5,
        "inherits",
        "circular_inherits",
        "in a circle: circle-one inherits circle-two inherits circle-one",
    ),
    "circle-two.yaml": (5, "inherits", "circular_inherits", "circle-two inherits circle-one"),
    "code-is-a-reason.yaml": (5, "codes.vacancy", "code_is_a_reason", "“vacancy” is a reason itself"),
    "code-is-a-reason-in-capitals.yaml": (
        6,
        "versions[1].codes.Vacancy",
        "code_is_a_reason",
        "“Vacancy” is a reason itself",
    ),
    "code-twice.yaml": (5, "codes.pa", "code_twice", "“pa” and “Pa” are one code"),
    "date-in-quotes.yaml": (6, "versions[1].from", "wrong_kind", "The value of “from”"),
    "duplicate-key.yaml": (
        9,
        "versions[1].reasons.provider_absent",
        "duplicate_key",
        "“provider_absent” appears twice here, first on line 8",
    ),
    "empty.yaml": (1, None, "empty_file", "This file is empty"),
    "impossible-date.yaml": (6, "versions[1].from", "impossible_date", "no such day as 2024-02-30"),
    "inherits-broken.yaml": (5, "inherits", "broken_inherits", "“unknown-key” cannot be used"),
    "long-quote.yaml": (12, "sources.handbook.quote", "quote_too_long", "has 40 words"),
    "missing-source.yaml": (
        10,
        "versions[1].notices[1].source",
        "missing_key",
        "“source” is missing here",
    ),
    "no-days.yaml": (
        8,
        "versions[1].reasons.provider_absent.make_up_within.n",
        "too_small",
        "“n” is too small",
    ),
    "no-versions.yaml": (5, "versions", "empty_value", "“versions” is empty"),
    "notice-without-act.yaml": (
        10,
        "versions[1].notices[1]",
        "notice_without_act",
        "neither whom to tell nor what to do",
    ),
    "open-bracket.yaml": (9, None, "not_yaml", "From this line on"),
    "out-of-time.yaml": (
        8,
        "versions[1].reasons.emergency_closure.source",
        "out_of_time",
        "is about the days from 2020-03-16 to 2020-06-30. This version is in force from 2020-03-16 on",
    ),
    "out-of-time-notice.yaml": (7, "versions[1].notices[1].source", "out_of_time", "in force on all days"),
    "overlapping-versions.yaml": (
        12,
        "versions[2]",
        "overlapping_versions",
        "Versions 1 and 2 are in force on the same days",
    ),
    "same-id-b.yaml": (1, "id", "duplicate_pack", "same-id-a.yaml already has a pack with this id"),
    "script-for-address.yaml": (12, "sources.handbook.href", "wrong_kind", "The value of “href”"),
    "speaks-of-backwards.yaml": (
        10,
        "sources.spring.speaks_of.to",
        "to_before_from",
        "The last day, 2020-03-16, is before the first, 2020-06-30",
    ),
    "to-before-from.yaml": (
        7,
        "versions[1].to",
        "to_before_from",
        "The last day, 2024-06-30, is before the first, 2024-07-01",
    ),
    "too-many-days.yaml": (
        8,
        "versions[1].reasons.provider_absent.make_up_within.n",
        "too_large",
        "“n” is too large",
    ),
    "unclear-days.yaml": (
        8,
        "sources.spring.speaks_of",
        "unclear_days",
        "does not say of which days the source speaks",
    ),
    "unclear-time.yaml": (
        8,
        "versions[1].reasons.provider_absent.make_up_within",
        "unclear_time",
        "does not say one length of time",
    ),
    "unclear-when.yaml": (
        10,
        "versions[1].notices[1].when",
        "unclear_when",
        "“when” does not say one thing",
    ),
    "unknown-disposition.yaml": (
        8,
        "versions[1].reasons.provider_absent.disposition",
        "unknown_disposition",
        "“disposition” cannot be “owing”",
    ),
    "unknown-inherits.yaml": (5, "inherits", "unknown_inherits", "There is no pack “us-xx”"),
    "unknown-key.yaml": (
        8,
        "versions[1].reasons.provider_absent.make_up_witin",
        "unknown_key",
        "“make_up_witin” is not a key that is known here. Is “make_up_within” meant?",
    ),
    "unknown-level.yaml": (3, "level", "unknown_level", "“level” cannot be “district”"),
    "unknown-reason.yaml": (
        8,
        "versions[1].reasons.provider_abscent",
        "unknown_reason",
        "“provider_abscent” is not a reason. Is “provider_absent” meant?",
    ),
    "unknown-unit.yaml": (
        8,
        "versions[1].reasons.provider_absent.make_up_within.unit",
        "unknown_unit",
        "“unit” cannot be “school days”",
    ),
    "unknown-verification.yaml": (
        12,
        "sources.handbook.verification",
        "unknown_verification",
        "“verification” cannot be “yes”",
    ),
    "unlisted-code-target.yaml": (
        7,
        "versions[1].codes.PA",
        "unlisted_code_target",
        "The code “PA” means “provider_away”, which is not a reason",
    ),
    "unlisted-notice-source.yaml": (
        10,
        "versions[1].notices[1].source",
        "unlisted_source",
        "The source “memo” is named here but not listed",
    ),
    "unlisted-source.yaml": (
        8,
        "versions[1].reasons.provider_absent.source",
        "unlisted_source",
        "The source “hanbook” is named here but not listed",
    ),
    "wrong-name.yml": (1, None, "wrong_file_name", "does not end in .yaml"),
    "yes-for-true.yaml": (4, "binding", "wrong_kind", "The value of “binding”"),
}
"""For each broken file: line, key, code and the deciding words of the message."""


@cache
def read() -> tuple[dict[str, Pack], list[Finding]]:
    return read_packs(BROKEN)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_pack_shows_one_error_with_its_file_line_key_and_plain_words(name: str) -> None:
    findings = [finding for finding in read()[1] if finding.table == name]
    line, key, code, words = EXPECTED[name]
    assert len(findings) == 1
    found = findings[0]
    assert (found.level, found.row, found.column, found.code) == ("error", line, key, code)
    assert words in found.message


def test_every_broken_file_has_its_error_and_no_other_file_has_one() -> None:
    files = {path.name for path in BROKEN.iterdir()} - {"same-id-a.yaml"}
    assert {finding.table for finding in read()[1]} == files == set(EXPECTED)


def test_a_broken_pack_is_left_out_and_the_sound_ones_stay() -> None:
    assert set(read()[0]) == set(read_packs(None)[0]) | {"same-id"}


def test_no_message_speaks_the_checker_s_own_language() -> None:
    jargon = {"pydantic", "input", "type", "str", "dict", "tuple", "none", "literal", "validation"}
    jargon |= {"string", "integer", "boolean", "mapping", "instance", "valid", "field"}
    for finding in read()[1]:
        said = f"{finding.message} {finding.expected or ''}".lower()
        assert not jargon & set(re.findall(r"\w+", said)), said


def test_one_look_shows_every_error_of_a_file(tmp_path: Path) -> None:
    text = (BROKEN / "unknown-key.yaml").read_text(encoding="utf-8")
    text = text.replace("title: Made-up County\n", "").replace("each_miss", "always")
    (tmp_path / "three.yaml").write_text(text, encoding="utf-8")
    codes = sorted(finding.code for finding in read_packs(tmp_path)[1])
    assert codes == ["missing_key", "unclear_when", "unknown_key"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe\x00", "not_utf8"),
        (b"id: \x01", "not_yaml"),
        (b"[" * 20_000, "not_yaml"),
        (b"a: &a [*a]", "yaml_shortcut"),
        (b"a: 1\n--- \nb: 2\n", "not_yaml"),
        (b"? [a, b]\n: 1\n", "wrong_kind"),
        (b"id: !!python/name:os.system\n", "yaml_shortcut"),
        (b"just a sentence", "wrong_kind"),
        (b"%YAML 1.1\n---\nbinding: no\n", "wrong_kind"),
    ],
)
def test_whatever_stands_in_a_file_it_is_a_finding_and_never_a_crash(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "odd.yaml").write_bytes(content)
    packs, findings = read_packs(tmp_path)
    assert packs.keys() == read_packs(None)[0].keys()
    assert code in {finding.code for finding in findings}


def test_a_file_that_is_a_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    assert [finding.code for finding in read_packs(tmp_path)[1]] == ["no_regular_file"]
