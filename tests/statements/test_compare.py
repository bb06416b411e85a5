"""The same records under several policies."""

from datetime import date
from pathlib import Path

from tests.statements.small_folder import house, read

from makegood.statements.compare.comparison import Comparison
from makegood.statements.compare.policies import compare

WEEKLY = "service_id student_id service_type minutes per end\nSL S-1 speech 30 week {end}"
HEAD = "session_id service_id date minutes_delivered reason\n"
OF_2025 = {
    "terms": "calendar_id kind start end\nCAL year 2025-09-01 2026-06-12",
    "services": WEEKLY.format(end="2025-09-26"),
    # Three misses of 30 and one session held.
    "sessions": HEAD
    + "L1 SL 2025-09-03 0 provider_absent\nL2 SL 2025-09-10 0 student_absent\n"
    + "L3 SL 2025-09-17 0 vacancy\nL4 SL 2025-09-24 30 -\n",
}
OF_2008 = {
    "terms": "calendar_id kind start end\nCAL year 2007-08-20 2008-06-06",
    "services": "service_id student_id service_type minutes per sessions start end\n"
    "SL S-1 speech 30 week 2 2008-05-19 2008-05-23",
    "sessions": HEAD + "L1 SL 2008-05-22 0 provider_absent\nL2 SL 2008-05-23 0 provider_absent\n",
}


def compared(folder: Path, ids: list[str], as_of: str, tables: dict[str, str], pack: str | None = None) -> Comparison:
    records, _ = read(folder, as_of, pack, **tables)
    return compare(records, ids, date.fromisoformat(as_of))


def test_the_same_three_misses_come_to_something_else_under_each_policy(tmp_path: Path) -> None:
    found = compared(tmp_path, ["us-federal", "us-tx-hcde", "us-me-cds"], "2025-09-30", OF_2025)
    told = found.as_dict()
    assert told["totals"]["missed"] == {"us-federal": 90, "us-tx-hcde": 90, "us-me-cds": 90}
    # Texas advice: provider owed, student not, vacancy silent. Maine: neither is owed, the vacancy is the team's.
    assert told["totals"]["owed"] == {"us-federal": 0, "us-tx-hcde": 30, "us-me-cds": 0}
    assert told["totals"]["not_owed"] == {"us-federal": 0, "us-tx-hcde": 30, "us-me-cds": 60}
    assert told["totals"]["team_decides"] == {"us-federal": 90, "us-tx-hcde": 30, "us-me-cds": 30}
    assert [(miss["session_id"], miss["changes"]) for miss in told["changed"]] == [
        ("L1", ["disposition"]),
        ("L2", ["disposition"]),
    ]
    under = told["changed"][0]["under"]
    assert [under[id_]["disposition"] for id_ in found.policy_ids] == ["team_decides", "owed", "not_owed"]
    assert under["us-me-cds"]["rule"] == "us-me-cds 2013-04-10 provider_absent"
    assert under["us-me-cds"]["citation"].startswith("CDS Administrative Letter 11")
    assert (told["misses"], told["same_by_another_rule"]) == (3, 1)


def test_reasons_are_shown_side_by_side_and_add_up(tmp_path: Path) -> None:
    found = compared(tmp_path, ["us-tx-hcde", "us-me-cds"], "2025-09-30", OF_2025)
    by_reason = found.as_dict()["by_reason"]
    assert list(by_reason) == ["student_absent", "provider_absent", "vacancy"]
    assert by_reason["provider_absent"]["us-tx-hcde"] == {"owed": 30, "not_owed": 0, "team_decides": 0, "unknown": 0}
    assert by_reason["provider_absent"]["us-me-cds"]["not_owed"] == 30


def test_missouris_memo_changes_the_rule_and_not_the_outcome(tmp_path: Path) -> None:
    found = compared(tmp_path, ["us-federal", "us-mo"], "2008-05-31", OF_2008)
    told = found.as_dict()
    assert told["totals"]["team_decides"] == {"us-federal": 60, "us-mo": 60}
    assert (told["changed"], told["same_by_another_rule"]) == ([], 2)
    rules = [miss.under[1].rule for miss in found.misses if miss.under[1]]
    assert rules == ["us-mo until 2008-05-22 provider_absent", "us-mo 2008-05-23 provider_absent"]


def test_a_deadline_alone_is_a_change(tmp_path: Path) -> None:
    rule = (
        "{{reasons: {{provider_absent: {{disposition: owed, make_up_within: {{n: {n}, unit: weeks}}, source: us}}}}}}"
    )
    (tmp_path / "policies").mkdir()
    other = house(rule.format(n=4)).replace("id: house", "id: cottage")
    (tmp_path / "policies" / "cottage.yaml").write_text(other, encoding="utf-8")
    found = compared(tmp_path, ["house", "cottage"], "2025-09-30", OF_2025, house(rule.format(n=2)))
    (changed,) = found.changed
    assert changed.changes == ("due_by",)
    assert [miss.due_by for miss in changed.under if miss] == [date(2025, 9, 17), date(2025, 10, 1)]


def test_a_short_period_rule_changes_the_minutes(tmp_path: Path) -> None:
    # Mon 1 to Wed 3 Sep are closed: 30 x 2 / 5 = 12 due under the one, 30 under the other; nothing was held.
    shorter = house("{short_period: by_school_days}")
    tables = OF_2025 | {
        "calendar": "calendar_id date kind until\nCAL 2025-09-01 break 2025-09-03",
        "sessions": HEAD + "L1 SL 2025-09-04 0 provider_absent\n",
        "services": WEEKLY.format(end="2025-09-05"),
    }
    found = compared(tmp_path, ["us-federal", "house"], "2025-09-30", tables, shorter)
    assert found.as_dict()["totals"]["due"] == {"us-federal": 30, "house": 12}
    (changed,) = found.changed
    assert (changed.changes, [miss.minutes for miss in changed.under if miss]) == (("minutes",), [30, 12])


def test_a_local_code_keeps_the_meaning_that_the_students_policy_gives_it(tmp_path: Path) -> None:
    coded = house("{codes: {OUT: provider_absent}}")
    tables = OF_2025 | {
        "students": "student_id policy_id\nS-1 house",
        "sessions": HEAD + "L1 SL 2025-09-03 0 OUT\n",
        "services": WEEKLY.format(end="2025-09-05"),
    }
    found = compared(tmp_path, ["house", "us-tx-hcde"], "2025-09-30", tables, coded)
    assert found.as_dict()["totals"]["owed"] == {"house": 0, "us-tx-hcde": 30}


def test_a_decision_on_record_stands_under_every_policy(tmp_path: Path) -> None:
    decided = OF_2025 | {
        "determinations": "determination_id session_id disposition\nD1 L1 owed\nD2 L2 owed\nD3 L3 owed"
    }
    found = compared(tmp_path, ["us-federal", "us-tx-hcde", "us-me-cds"], "2025-09-30", decided)
    assert found.changed == []
    assert set(found.as_dict()["totals"]["owed"].values()) == {90}


def test_the_accounts_of_a_comparison_add_up_to_what_was_promised(tmp_path: Path) -> None:
    # Two weeks of 30: one given otherwise than written; in the other, not over yet, 30 can still be given. A third has
    # no school.
    tables = OF_2025 | {
        "services": WEEKLY.format(end="2025-09-19"),
        "calendar": "calendar_id date kind until\nCAL 2025-09-08 break 2025-09-12",
        "sessions": "session_id service_id date minutes_delivered as_written\nL1 SL 2025-09-03 30 no",
    }
    sums = compared(tmp_path, ["us-federal", "us-me-cds"], "2025-09-16", tables).as_dict()["totals"]
    told = {name: sides["us-federal"] for name, sides in sums.items()}
    assert (told["promised"], told["not_in_session"], told["due"]) == (90, 30, 60)
    assert (told["delivered_differently"], told["still_due"]) == (30, 30)
    assert told["delivered"] + told["missed"] + told["unrecorded"] == 0
