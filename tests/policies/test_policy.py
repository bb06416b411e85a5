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
          no_substitute:
            {disposition: owed, make_up_within: {end_of: quarter}, declined_offer: releases, source: reading}
          assessment: {disposition: team_decides, make_up_within: {n: 1, unit: weeks}, source: letter}
        notices:
          - {when: {run_of: 3}, do: iep_meeting, source: handbook}
    """
STATE = """\
    inherits: us-federal
    codes: {sa: other, pa: vacancy, " fT ": school_activity}
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


@pytest.mark.parametrize(("reason", "verification"), [("vacancy", "unverified"), ("no_substitute", "inferred")])
def test_what_was_not_verified_or_is_our_reading_is_shown_and_never_decides(
    packs: dict[str, Pack], reason: str, verification: str
) -> None:
    rule = policy_in_force(packs, "made-up-county").rule(reason, date(2021, 9, 1))
    assert rule is not None
    assert (rule.verification, rule.decides) == (verification, False)
    assert (rule.written_disposition, rule.written_make_up_within) == ("owed", Within(end_of="quarter"))
    assert rule.disposition == "team_decides"
    assert rule.make_up_within is None, "no deadline is set, also where the team then says that it is owed"
    assert not rule.declined_offer_releases


def test_a_rule_that_leaves_it_to_the_team_decides_by_when(packs: dict[str, Pack]) -> None:
    rule = policy_in_force(packs, "made-up-county").rule("assessment", date(2021, 9, 1))
    assert rule is not None
    assert rule.decides
    assert (rule.disposition, rule.make_up_within) == ("team_decides", Within(n=1, unit="weeks"))


def test_a_source_s_own_level_is_shown_beside_its_rule(packs: dict[str, Pack]) -> None:
    policy = policy_in_force(packs, "made-up-county")
    letter, handbook = (policy.rule(reason, date(2021, 9, 1)) for reason in ("assessment", "provider_absent"))
    assert letter is not None
    assert handbook is not None
    assert (letter.level, letter.binding) == ("federal_guidance", False)
    assert (handbook.level, handbook.binding) == ("district_policy", True)


CLOSED = """\
    inherits: made-up-state
    versions:
      - from: 2021-07-01
        reasons:
          no_school: {disposition: not_owed, source: handbook}
          weather_closure: {disposition: owed, make_up_within: {end_of: year}, source: handbook}
    """
CLOSED_STATE = """\
    inherits: us-federal
    versions:
      - reasons:
          holiday: {disposition: owed, source: handbook}
          strike: {disposition: owed, source: handbook}
    """


@pytest.mark.parametrize(
    ("asked", "rule", "disposition"),
    [
        ("made-up-county no_school", "made-up-county 2021-07-01 no_school", "not_owed"),
        ("made-up-county in_service", "made-up-county 2021-07-01 no_school", "not_owed"),
        ("made-up-county emergency_closure", "made-up-county 2021-07-01 no_school", "not_owed"),
        ("made-up-county weather_closure", "made-up-county 2021-07-01 weather_closure", "owed"),
        # The county has no line for a holiday, but one for `no_school`, and it is nearer than the State's for holidays.
        ("made-up-county holiday", "made-up-county 2021-07-01 no_school", "not_owed"),
        ("made-up-county strike", "made-up-state strike", "owed"),
        ("made-up-county delayed_start", "us-federal 2006-10-13 delayed_start", "team_decides"),
        ("made-up-state holiday", "made-up-state holiday", "owed"),
        ("made-up-state no_school", "us-federal 2006-10-13 no_school", "team_decides"),
    ],
)
def test_a_rule_for_days_without_school_applies_to_their_kinds_unless_the_same_pack_has_one(
    write_pack: Write, packs_of: Read, asked: str, rule: str, disposition: str
) -> None:
    write_pack("made-up-county", CLOSED)
    write_pack("made-up-state", CLOSED_STATE)
    policy, reason = asked.split()
    found = policy_in_force(packs_of(), policy).rule(reason, date(2021, 9, 1))
    assert found is not None
    assert (found.name, found.disposition) == (rule, disposition)


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
        ("pa", date(2021, 9, 1), "provider_absent"),
        ("sa", date(2021, 9, 1), "student_absent"),
        ("SA", date(2021, 9, 1), "student_absent"),
        ("MTG", date(2021, 9, 1), "provider_other_duty"),
        ("mtg", date(2021, 9, 1), "provider_other_duty"),
        ("MTG", date(2022, 9, 1), None),
        (" mtg ", date(2021, 9, 1), "provider_other_duty"),
        ("M T G", date(2021, 9, 1), None),
        ("MTGS", date(2021, 9, 1), None),
        ("ft", date(2021, 9, 1), "school_activity"),
        ("Holiday", date(2021, 9, 1), "holiday"),
        ("", date(2021, 9, 1), None),
    ],
)
def test_a_log_s_word_is_a_reason_or_a_whole_code_in_any_capitals_and_the_nearest_pack_s_comes_first(
    packs: dict[str, Pack], code: str, day: date, reason: str | None
) -> None:
    assert policy_in_force(packs, "made-up-county").reason_of(code, day) == reason


def test_codes_are_listed_as_written_and_once_the_nearest_pack_s_first(packs: dict[str, Pack]) -> None:
    codes = policy_in_force(packs, "made-up-county").codes(date(2021, 9, 1))
    assert list(codes) == ["MTG", "PA", "sa", " fT "]
    assert codes["PA"] == "provider_absent"


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
