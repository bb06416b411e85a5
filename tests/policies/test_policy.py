"""What a line of packs says on a day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from makegood.policies import (
    TEMPLATE,
    Pack,
    Within,
    policy_in_force,
    read_packs,
    rules_side_by_side,
)
from makegood.terms.reasons import REASONS

Write = Callable[[str, str], None]
Read = Callable[[], dict[str, Pack]]

COUNTY = """\
    inherits: made-up-state
    codes: {PA: provider_absent, sa: student_absent}
    versions:
      - to: 2020-06-30
        reasons:
          provider_absent: {disposition: not_owed, source: handbook}
      - from: 2021-07-01
        to: 2022-06-30
        short_period: by_school_days
        codes: {MTG: provider_other_duty}
        reasons:
          provider_absent:
            disposition: owed
            make_up_within: {n: 30, unit: school_days}
            declined_offer: releases
            source: handbook
          vacancy: {disposition: owed, make_up_within: {end_of: quarter}, declined_offer: releases, source: hearsay}
        notices:
          - {when: {run_of: 3}, do: iep_meeting, source: handbook}
    """
STATE = """\
    inherits: us-federal
    codes: {sa: other, Pa: vacancy, pa: assessment}
    versions:
      - from: 2019-01-01
        short_period: full
        reasons:
          provider_absent: {disposition: unknown, source: handbook}
          student_absent: {disposition: not_owed, source: handbook}
        notices:
          - {when: each_miss, tell: parent, within: {n: 1, unit: school_days}, source: handbook}
    """


@pytest.fixture
def packs(write_pack: Write, packs_of: Read) -> dict[str, Pack]:
    write_pack("made-up-county", COUNTY)
    write_pack("made-up-state", STATE)
    return packs_of()


@pytest.mark.parametrize(
    ("day", "disposition", "pack_id"),
    [
        (date(2020, 6, 30), "not_owed", "made-up-county"),
        (date(2020, 7, 1), "unknown", "made-up-state"),
        (date(2021, 6, 30), "unknown", "made-up-state"),
        (date(2021, 7, 1), "owed", "made-up-county"),
        (date(2022, 6, 30), "owed", "made-up-county"),
        (date(2022, 7, 1), "unknown", "made-up-state"),
    ],
)
def test_the_version_in_force_on_the_day_of_the_miss_counts_and_its_ends_are_inside_it(
    packs: dict[str, Pack], day: date, disposition: str, pack_id: str
) -> None:
    rule = policy_in_force(packs, "made-up-county").rule("provider_absent", day)
    assert rule is not None
    assert (rule.disposition, rule.pack_id) == (disposition, pack_id)


def test_what_a_pack_is_silent_on_is_looked_up_along_the_whole_line(
    packs: dict[str, Pack],
) -> None:
    policy = policy_in_force(packs, "made-up-county")
    asked = [policy.rule(reason, date(2021, 9, 1)) for reason in ("student_absent", "strike")]
    assert [rule and rule.pack_id for rule in asked] == ["made-up-state", "us-federal"]
    assert policy.rule("unrecorded", date(2021, 9, 1)) is None
    assert [pack.id for pack in policy.line] == ["made-up-county", "made-up-state", "us-federal"]


def test_an_unverified_value_is_shown_but_never_decides(packs: dict[str, Pack]) -> None:
    rule = policy_in_force(packs, "made-up-county").rule("vacancy", date(2021, 9, 1))
    assert rule is not None
    assert rule.written_disposition == "owed"
    assert rule.disposition == "team_decides"
    assert rule.make_up_within is None
    assert not rule.declined_offer_releases
    assert rule.verification == "unverified"


def test_a_rule_carries_its_source_wherever_it_is_shown(packs: dict[str, Pack]) -> None:
    rule = policy_in_force(packs, "made-up-county").rule("provider_absent", date(2021, 9, 1))
    assert rule is not None
    assert rule.name == "made-up-county 2021-07-01 provider_absent"
    assert rule.citation == "Handbook, 4.2"
    assert (rule.href, rule.verification) == ("https://example.org", "found")
    assert (rule.level, rule.binding) == ("district_policy", True)
    assert (rule.version_from, rule.version_to) == (date(2021, 7, 1), date(2022, 6, 30))
    assert rule.make_up_within == Within(n=30, unit="school_days")
    assert rule.make_up_within.in_words == "within 30 school days"
    assert rule.declined_offer_releases


def test_a_version_without_a_first_day_is_named_by_its_last(packs: dict[str, Pack]) -> None:
    rule = policy_in_force(packs, "made-up-county").rule("provider_absent", date(1990, 1, 1))
    assert rule is not None
    assert rule.name == "made-up-county until 2020-06-30 provider_absent"


def test_a_short_period_counts_as_the_first_pack_says_that_says_so(
    packs: dict[str, Pack],
) -> None:
    policy = policy_in_force(packs, "made-up-county")
    days = [date(2018, 1, 1), date(2019, 1, 1), date(2021, 9, 1), date(2023, 1, 1)]
    asked = [policy.short_period(day) for day in days]
    assert asked == ["full", "full", "by_school_days", "full"]


def test_notices_are_the_pack_s_own_and_else_the_line_s(packs: dict[str, Pack]) -> None:
    policy = policy_in_force(packs, "made-up-county")
    (own,) = policy.notices(date(2021, 9, 1))
    assert (own.when.run_of, own.do, own.tell, own.within) == (3, "iep_meeting", None, None)
    assert own.when.in_words == "after 3 misses in a row"
    (state,) = policy.notices(date(2023, 1, 1))
    assert state.when.each_miss
    assert (state.pack_id, state.tell) == ("made-up-state", "parent")
    assert state.within is not None
    assert state.within.in_words == "within 1 school day"
    assert policy.notices(date(2018, 1, 1)) == ()


def test_the_days_of_change_are_those_on_which_any_version_begins_or_has_ended(
    packs: dict[str, Pack],
) -> None:
    changes = policy_in_force(packs, "made-up-county").changes()
    assert [day.isoformat() for day in changes] == [
        "2006-10-13",
        "2019-01-01",
        "2020-07-01",
        "2021-07-01",
        "2022-07-01",
    ]


@pytest.mark.parametrize(
    ("code", "day", "reason"),
    [
        ("holiday", date(2021, 9, 1), "holiday"),
        ("PA", date(2021, 9, 1), "provider_absent"),
        (" PA ", date(2021, 9, 1), "provider_absent"),
        ("pa", date(2021, 9, 1), "assessment"),
        ("sa", date(2021, 9, 1), "student_absent"),
        ("SA", date(2021, 9, 1), "student_absent"),
        ("MTG", date(2021, 9, 1), "provider_other_duty"),
        ("mtg", date(2021, 9, 1), "provider_other_duty"),
        ("MTG", date(2022, 9, 1), None),
        ("Holiday", date(2021, 9, 1), None),
        ("", date(2021, 9, 1), None),
    ],
)
def test_a_log_s_word_is_a_reason_or_a_code_as_written_or_a_code_in_other_capitals(
    packs: dict[str, Pack], code: str, day: date, reason: str | None
) -> None:
    assert policy_in_force(packs, "made-up-county").reason_of(code, day) == reason


def test_a_code_with_two_meanings_but_for_capitals_has_none(packs: dict[str, Pack]) -> None:
    state = policy_in_force(packs, "made-up-state")
    assert state.reason_of("PA", date(2021, 9, 1)) is None
    assert state.reason_of("Pa", date(2021, 9, 1)) == "vacancy"


def test_a_folder_s_pack_replaces_the_built_in_one_of_its_id(write_pack: Write, packs_of: Read) -> None:
    write_pack("us-il", "versions: [{from: 2024-07-01}]\n")
    packs = packs_of()
    assert packs["us-il"].title == "Made-up County"
    assert policy_in_force(packs, "us-il").rule("holiday", date(2025, 1, 1)) is None


def test_a_broken_pack_does_not_let_the_built_in_one_of_its_id_speak(tmp_path: Path, write_pack: Write) -> None:
    write_pack("us-il", "versions: []\n")
    packs, findings = read_packs(tmp_path)
    assert "us-il" not in packs
    assert len(findings) == 1


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_packs(tmp_path / "policies") == read_packs(None)


def test_policies_stand_side_by_side_for_every_reason() -> None:
    packs, _ = read_packs(None)
    policies = [policy_in_force(packs, name) for name in ("us-federal", "us-tx-hcde")]
    rows = rules_side_by_side(policies, date(2024, 3, 4))
    assert tuple(row.reason for row in rows) == REASONS
    asked = {row.reason: [rule and rule.disposition for rule in row.rules] for row in rows}
    assert asked["provider_absent"] == ["team_decides", "owed"]
    assert asked["unrecorded"] == [None, None]
    assert {row.reason for row in rows if row.differs} == {
        "provider_absent",
        "school_activity",
        "student_absent",
    }


def test_the_template_is_a_sound_pack_and_is_not_built_in(tmp_path: Path) -> None:
    (tmp_path / "us-xx-template.yaml").write_bytes(TEMPLATE.read_bytes())
    packs, findings = read_packs(tmp_path)
    assert findings == []
    assert set(packs) - set(read_packs(None)[0]) == {"us-xx-template"}
    rule = policy_in_force(packs, "us-xx-template").rule("provider_absent", date(2025, 10, 14))
    assert rule is not None
    assert rule.disposition == "owed"
