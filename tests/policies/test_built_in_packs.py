"""The packs that come with Makegood."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from makegood.policies import (
    BUILT_IN,
    Pack,
    PackTestResult,
    Version,
    pack_test_files,
    policy_in_force,
    read_packs,
    run_pack_tests,
)
from makegood.terms.reasons import REASONS

# Read as a folder's own, so that every one is read, and its findings are seen.
PACKS, FINDINGS = read_packs(BUILT_IN)


def results(folder: Path | None = None) -> Iterator[tuple[str, PackTestResult]]:
    packs, _ = read_packs(folder)
    for path in pack_test_files(folder):
        for result in run_pack_tests(packs, path):
            yield path.stem, result


def test_every_built_in_pack_is_sound_and_is_named_as_its_file() -> None:
    assert FINDINGS == []
    assert set(PACKS) == {path.stem for path in BUILT_IN.glob("*.yaml")}
    assert len(PACKS) == 27
    assert dict(read_packs(None)[0]) == dict(PACKS)


def test_every_built_in_pack_has_tests_beside_it() -> None:
    assert {path.stem for path in pack_test_files(None)} == set(PACKS)


@pytest.mark.parametrize(("pack_id", "result"), list(results()))
def test_every_sentence_of_the_packs_holds(pack_id: str, result: PackTestResult) -> None:
    assert result.passed, f"{pack_id}: {result}"


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())
def test_every_source_can_be_looked_up_and_says_how_far_it_was_read(pack: Pack) -> None:
    for source in pack.sources.values():
        assert source.href
        assert source.citation
        assert source.verification in {"found", "secondary", "inferred", "unverified"}


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())
def test_every_rule_that_was_found_shows_the_words_that_were_read(pack: Pack) -> None:
    for version in pack.versions:
        for line in (*version.reasons.values(), *version.notices):
            source = pack.sources[line.source]
            assert source.quote or source.verification not in {"found", "inferred"}


def test_no_value_that_decides_is_inferred_unverified_or_outside_the_time_that_its_source_speaks_of() -> None:
    deciding = 0
    for pack_id, pack in PACKS.items():
        policy = policy_in_force(PACKS, pack_id)
        for version in pack.versions:
            for day in days_of(version):
                for reason in version.reasons:
                    rule = policy.rule(reason, day)
                    assert rule is not None
                    if rule.disposition not in {"owed", "not_owed"}:
                        continue
                    deciding += 1
                    source = pack.sources[version.reasons[reason].source]
                    assert rule.verification in {"found", "secondary"}, rule.name
                    assert source.speaks_of is not None, f"{rule.name}: of which days does its source speak?"
                    assert source.speaks_of.covers(day), f"{rule.name} decides on {day}"
                    undated = source.speaks_of.first_day is None and source.speaks_of.last_day is None
                    assert not undated or (version.first_day is None and version.last_day is None), rule.name
    # San Diego 5, Indiana 5, Maine CDS 4, Harris County 3, Delaware County 2, the Texas slides 2, North Carolina 1
    # and Insight PA 1: each on the first and on the last day of its version.
    assert deciding == 2 * 23


def days_of(version: Version) -> tuple[date, date]:
    """The ends of a version: a source that speaks of both speaks of all days between them."""
    return version.first_day or date.min, version.last_day or date.max


def test_today_six_packs_decide_something() -> None:
    today = {pack_id for pack_id in PACKS if own_decisions(pack_id, date(2026, 11, 27))}
    assert today == {
        "us-ca-san-diego",
        "us-in-first-steps",
        "us-me-cds",
        "us-pa-delco-ei",
        "us-tx-day-without",
        "us-tx-hcde",
    }


def own_decisions(pack_id: str, on: date) -> list[str]:
    rules = [policy_in_force(PACKS, pack_id).rule(reason, on) for reason in REASONS]
    return [
        rule.name for rule in rules if rule and rule.pack_id == pack_id and rule.disposition in {"owed", "not_owed"}
    ]


def test_no_rule_is_shown_as_a_law_that_does_not_bind() -> None:
    for pack_id, pack in PACKS.items():
        for version in pack.versions:
            for reason in version.reasons:
                rule = policy_in_force(PACKS, pack_id).rule(reason, days_of(version)[0])
                assert rule is not None
                assert rule.binding or rule.level not in {"statute", "regulation"}, rule.name


def test_the_federal_pack_leaves_every_reason_to_the_team_and_is_silent_on_what_is_unrecorded() -> None:
    federal = policy_in_force(PACKS, "us-federal")
    for reason in REASONS:
        rule = federal.rule(reason, date(2026, 3, 2))
        if reason == "unrecorded":
            assert rule is None
        else:
            assert rule is not None
            assert rule.disposition == "team_decides"


def test_every_pack_falls_back_on_the_federal_one() -> None:
    assert {policy_in_force(PACKS, pack_id).line[-1].id for pack_id in PACKS} == {"us-federal"}


def test_no_pack_says_anything_of_minutes_that_nobody_recorded() -> None:
    for pack in PACKS.values():
        assert not [v for v in pack.versions if "unrecorded" in v.reasons], pack.id


def test_a_sentence_that_does_not_hold_says_what_was_expected_and_what_came(
    tmp_path: Path,
) -> None:
    path = tmp_path / "us-il.tests.yaml"
    path.write_text(
        "- name: An illness is owed\n  policy: us-il\n  date: 2025-10-06\n"
        "  miss: {reason: provider_absent}\n  expect: {disposition: owed, pack: us-il}\n"
        "- name: No such pack\n  policy: us-zz\n  date: 2025-10-06\n  expect: {short_period: full}\n",
        encoding="utf-8",
    )
    first, second = run_pack_tests(PACKS, path)
    assert first == PackTestResult(
        "An illness is owed",
        passed=False,
        expected="disposition owed, pack us-il",
        came="disposition team_decides, pack us-federal",
    )
    assert not second.passed
    assert second.came == "there is no pack “us-zz”"


def test_a_tests_file_that_cannot_be_read_does_not_pass_and_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "us-il.tests.yaml"
    path.write_text(
        "- name: A slip of the pen\n  policy: us-il\n  date: 2025-10-06\n  expect: {dispositon: owed}\n",
        encoding="utf-8",
    )
    (result,) = run_pack_tests(PACKS, path)
    assert not result.passed
    assert result.name.startswith("us-il.tests.yaml, line 4: “dispositon” is not a key")


def test_a_folder_s_tests_are_run_and_are_not_read_as_packs(
    tmp_path: Path, write_pack: Callable[[str, str], None]
) -> None:
    write_pack("us-xx", "versions: [{reasons: {vacancy: {disposition: owed, source: handbook}}}]\n")
    (tmp_path / "us-xx.tests.yaml").write_text(
        "- name: A vacancy is owed\n  policy: us-xx\n  date: 2025-10-06\n"
        "  miss: {reason: vacancy}\n"
        "  expect: {disposition: owed, no_deadline: true, rule: us-xx vacancy}\n",
        encoding="utf-8",
    )
    packs, findings = read_packs(tmp_path)
    assert findings == []
    assert set(packs) == {*PACKS, "us-xx"}
    own = [result for stem, result in results(tmp_path) if stem == "us-xx.tests"]
    assert [result.passed for result in own] == [True]
