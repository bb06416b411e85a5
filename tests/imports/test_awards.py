"""Time under an award in a log: it is given under the award that the row names, and under nothing else."""

from pathlib import Path

import pytest
from tests.imports.made import CASELOAD, DAYS, asked, imported, mapping_for, seen, written
from tests.imports.test_folder import rows

from makegood.imports.report import counts, session_in_words
from makegood.imports.result import Import
from makegood.intake import read_folder
from makegood.ledger import ledger_of

HEAD = "award_id,student_id,service_type,minutes,start,end\n"
ONE = "A01,S-0001,speech,420,2026-09-01,\n"
LOG = """\
Date,Student,Svc,Min,Code,Type,{}
9/8/26,Lee Tompkins,SLP,30,held,regular,
9/17/26,Lee Tompkins,SLP,45,held,{},{}
"""


@pytest.fixture
def account(tmp_path: Path) -> Path:
    """Return a folder with two children's services, and no award yet."""
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    imported([written(tmp_path, "team.csv", CASELOAD)], into)
    return into


def of_log(into: Path, awards: str | None, heading: str, kind: str, cell: str) -> Import:
    """Return what a log becomes whose second row names an award."""
    if awards is not None:
        written(into, "awards.csv", HEAD + awards)
    return seen([written(into.parent, "log.csv", LOG.format(heading, kind, cell))], into)


@pytest.mark.parametrize("heading", ["Award", "Comp award", "Compensatory for", "Award ID", "Compensación"])
@pytest.mark.parametrize("cell", ["A01", "a01", "yes", "hearing"])
@pytest.mark.parametrize("kind", ["comp ed", "make-up", ""])
def test_a_row_that_names_an_award_is_given_under_it(heading: str, cell: str, kind: str, account: Path) -> None:
    made = of_log(account, ONE, heading, kind, cell)
    assert asked(made) == []
    _, row = (row for _, row in made.rows)
    assert row is not None
    assert (row.kind, row.award, row.minutes, row.makeup_day) == ("compensatory", "A01", 45, None)
    assert session_in_words(made.rows[1][0]).endswith("speech, compensatory, award A01, 45 min")


def test_its_minutes_count_for_the_award_and_not_for_the_promise(account: Path) -> None:
    of_log(account, ONE, "Award", "", "A01")
    imported([account.parent / "log.csv"], account)
    assert [(row["kind"], row["award_id"]) for row in rows(account / "sessions.csv")] == [
        ("", ""), ("compensatory", "A01"),
    ]  # fmt: skip
    records, _ = read_folder(account)
    assert records is not None
    ledger = ledger_of(records, records.sessions.date[-1])
    assert [(award.delivered, award.remaining) for award in ledger.awards] == [(45, 375)]
    assert ledger.totals["delivered"] == 30
    again = seen([account.parent / "log.csv"], account)
    assert (again.again.same, again.again.new, again.again.changed) == (2, [], [])


@pytest.mark.parametrize(
    ("awards", "cell"),
    [
        (None, "A01"),
        (None, "yes"),
        (ONE, "A02"),
        ("A01,S-0002,speech,420,2026-09-01,\n", "A01"),
        ("A01,S-0001,occupational_therapy,420,2026-09-01,\n", "A01"),
        (f"{ONE}A02,S-0001,speech,60,2026-09-01,\n", "yes"),
    ],
    ids=["no awards", "no awards, in words", "another number", "another child's", "another service's", "one of two"],
)
def test_time_under_an_award_that_is_not_known_is_left_out_and_named(
    awards: str | None, cell: str, account: Path
) -> None:
    made = of_log(account, awards, "Award", "", cell)
    assert [row.minutes for _, row in made.rows if row] == [30]
    assert (counts(made)["sessions"], counts(made)["minutes"]) == (1, 30)
    assert [(each.why, each.where.row) for each in made.drafts.left_out] == [
        ("time under an award that is not on record", 3)
    ]


def test_of_two_awards_words_mean_the_one_that_runs_on_the_day(account: Path) -> None:
    made = of_log(account, f"A00,S-0001,speech,60,2025-09-01,2026-06-01\n{ONE}", "Award", "", "yes")
    assert [row.award for _, row in made.rows if row] == [None, "A01"]


@pytest.mark.parametrize("cell", ["no", "n/a", ""])
def test_a_row_that_says_that_there_is_no_award_is_a_session_like_any_other(cell: str, account: Path) -> None:
    made = of_log(account, ONE, "Award", "", cell)
    assert [row.kind for _, row in made.rows if row] == [None, None]


def test_time_that_is_compensatory_for_a_day_makes_up_the_miss_of_that_day(account: Path) -> None:
    made = of_log(account, ONE, "Compensatory for", "", "9/15/2026")
    row = made.rows[1][1]
    assert row is not None
    assert (row.kind, row.award, str(row.makeup_day)) == ("make_up", None, "2026-09-15")
