"""The ledger's book: each page is a small log, what it comes to, and why. Counted by hand.

Unless a page says otherwise: one student, speech, 30 minutes a week, school from Monday 7 September 2026; a provider's
absence is owed within 5 school days, a student's is not, a vacancy is owed until a make-up is declined.
"""

from pathlib import Path

import pytest
from tests.statements.small_folder import house, read

from makegood.ledger import Ledger

TERMS = "calendar_id name kind start end\nC Y year 2026-09-07 2026-12-18"
SERVICE = "service_id student_id service_type minutes per sessions start end\nA S-1 speech 30 week 1 2026-09-07 "
LOG = "session_id service_id date minutes_delivered reason kind makeup_for corrects as_written"
PACK = house(
    "{reasons: {provider_absent: {disposition: owed, make_up_within: {n: 5, unit: school_days}, source: us}, "
    "vacancy: {disposition: owed, declined_offer: releases, source: us}, "
    "student_absent: {disposition: not_owed, source: us}}}"
)


class Page:
    """A folder in the making, and its account."""

    def __init__(self, folder: Path) -> None:
        """Begin with one student and one week of service."""
        self.folder = folder
        self.pack = PACK
        self.tables = {
            "students": "student_id policy_id\nS-1 house",
            "terms": TERMS,
            "services": SERVICE + "2026-09-13",
        }

    def log(self, *rows: str) -> None:
        """Write the log: session, service, date, minutes, reason, kind, makeup_for, corrects, as_written."""
        self.tables["sessions"] = "\n".join([LOG, *(" ".join([*row.split(), *"-----"][:9]) for row in rows)])

    def service(self, *rows: str) -> None:
        """Write the services: id, minutes, per, sessions, start, end."""
        lines = [row.split() for row in rows]
        self.tables["services"] = "\n".join(
            [SERVICE.splitlines()[0], *(" ".join([line[0], "S-1 speech", *line[1:]]) for line in lines)]
        )

    def ledger(self, as_of: str) -> Ledger:
        """Account for the folder."""
        return read(self.folder, as_of, self.pack, **self.tables)[1]

    def figures(self, as_of: str) -> dict[str, object]:
        """Return the totals that are not nought."""
        return {name: figure for name, figure in self.ledger(as_of).totals.items() if figure}

    def misses(self, as_of: str) -> list[tuple[object, ...]]:
        """Return each miss: session, minutes, what of it is made up, released and open, status."""
        misses = self.ledger(as_of).misses
        return [(m.session_id, m.minutes, m.made_up, m.released, m.open, m.status) for m in misses]


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(tmp_path)


def test_an_amended_iep_keeps_the_debt(page: Page) -> None:
    """Old line A misses 30 in its last week. New line B begins; its make-up of 30 pays A's debt, not B's week."""
    page.service("A 30 week 1 2026-09-07 2026-09-13", "B 20 week 1 2026-09-14 2026-09-20")
    page.log("1 A 2026-09-09 0 provider_absent", "2 B 2026-09-15 20", "3 B 2026-09-16 30 - make_up")
    assert page.misses("2026-09-20") == [("1", 30, 30, 0, 0, "made_up")]
    assert page.figures("2026-09-20") == {
        "promised": 50,
        "due": 50,
        "delivered": 20,
        "missed": 30,
        "missed_by_reason": {"provider_absent": 30},
        "owed": 30,
        "made_up": 30,
    }


def test_a_later_session_cures_the_oldest_gap(page: Page) -> None:
    """Due 60: Monday 0, Tuesday 0, Thursday 40. Short by 20, laid on Tuesday; Monday is cured, Tuesday in part."""
    page.service("A 30 week 2 2026-09-07 2026-09-13")
    page.log("1 A 2026-09-07 0 provider_absent", "2 A 2026-09-08 0 provider_absent", "3 A 2026-09-10 40")
    assert page.misses("2026-09-13") == [("1", 0, 0, 0, 0, "cured"), ("2", 20, 0, 0, 20, "open")]


def test_on_one_day_the_higher_id_as_text_is_the_newer(page: Page) -> None:
    """Due 30 with two gaps of 30 on one day: "9" is after "10" as text, so it bears the miss and "10" is cured."""
    page.log("9 A 2026-09-08 0 provider_absent", "10 A 2026-09-08 0 student_absent")
    assert page.misses("2026-09-13") == [("10", 0, 0, 0, 0, "cured"), ("9", 30, 0, 0, 30, "open")]


def test_what_no_gap_explains_is_unrecorded_and_proves_nothing(page: Page) -> None:
    """Due 60, one row with a gap of 30 and no other: 30 missed, 30 unrecorded, dated the Friday."""
    page.service("A 30 week 2 2026-09-07 2026-09-13")
    page.log("1 A 2026-09-08 0 provider_absent")
    assert page.misses("2026-09-13") == [("1", 30, 0, 0, 30, "open"), (None, 30, 0, 0, 0, "unknown")]
    assert page.ledger("2026-09-13").misses[1].missed_on.isoformat() == "2026-09-11"


def test_links_settle_before_dates(page: Page) -> None:
    """Two debts of 30. The make-up names the younger: the younger is paid, the older stays open."""
    page.service("A 30 week 1 2026-09-07 2026-09-20")
    page.log("1 A 2026-09-08 0 provider_absent", "2 A 2026-09-15 0 provider_absent", "3 A 2026-09-17 30 - make_up 2")
    assert page.misses("2026-09-20") == [("1", 30, 0, 0, 30, "overdue"), ("2", 30, 30, 0, 0, "made_up")]


def test_what_a_link_leaves_over_settles_the_oldest(page: Page) -> None:
    """The make-up of 50 names the younger debt of 30; its other 20 go to the older."""
    page.service("A 30 week 1 2026-09-07 2026-09-20")
    page.log("1 A 2026-09-08 0 provider_absent", "2 A 2026-09-15 0 provider_absent", "3 A 2026-09-17 50 - make_up 2")
    assert page.misses("2026-09-20") == [("1", 30, 20, 0, 10, "overdue"), ("2", 30, 30, 0, 0, "made_up")]


@pytest.mark.parametrize(("link", "made_up", "extra"), [("1", 30, 0), ("-", 0, 30)])
def test_a_make_up_before_its_miss_settles_only_by_its_link(page: Page, link: str, made_up: int, extra: int) -> None:
    """Held on Monday for Tuesday's miss. Named, it pays; unnamed, it finds no debt of before and is extra."""
    page.log("1 A 2026-09-08 0 provider_absent", f"2 A 2026-09-07 30 - make_up {link}")
    totals = page.ledger("2026-09-13").totals
    assert (totals["made_up"], totals["open"], totals["extra"]) == (made_up, 30 - made_up, extra)


def test_a_make_up_on_the_day_of_the_miss_settles_it(page: Page) -> None:
    """Missed in the morning, made up in the afternoon: dated on or before."""
    page.log("1 A 2026-09-08 0 provider_absent", "2 A 2026-09-08 30 - make_up")
    assert page.misses("2026-09-13") == [("1", 30, 30, 0, 0, "made_up")]


def test_a_make_up_pays_no_miss_that_is_not_owed(page: Page) -> None:
    """The child was absent: nothing is owed. A make-up that names it all the same is extra."""
    page.log("1 A 2026-09-08 0 student_absent", "2 A 2026-09-10 30 - make_up 1")
    assert page.misses("2026-09-13") == [("1", 30, 0, 0, 0, "not_owed")]
    assert page.ledger("2026-09-13").totals["extra"] == 30


def test_an_award_is_never_filled_beyond_its_minutes(page: Page) -> None:
    """An award of 50, sessions of 30 and 30 under it: 50 compensatory, 10 extra. The week's miss stays open."""
    page.tables["awards"] = "award_id student_id service_type minutes start\nW S-1 speech 50 2026-09-01"
    page.tables["sessions"] = (
        "session_id service_id date minutes_delivered award_id reason\n"
        "1 A 2026-09-08 0 - provider_absent\n2 A 2026-09-09 30 W -\n3 A 2026-09-10 30 W -"
    )
    ledger = page.ledger("2026-09-13")
    (award,) = ledger.awards
    assert (award.minutes, award.delivered, award.remaining) == (50, 50, 0)
    assert (ledger.services[0].compensatory, ledger.services[0].extra, ledger.services[0].open) == (50, 10, 30)


def test_a_declined_offer_releases_only_the_open_rest(page: Page) -> None:
    """A vacancy of 30; 10 are made up, then an offer is declined: 20 are released. Another vacancy stays open."""
    page.service("A 30 week 1 2026-09-07 2026-09-20")
    page.log("1 A 2026-09-08 0 vacancy", "2 A 2026-09-10 10 - make_up 1", "3 A 2026-09-15 0 vacancy")
    page.tables["offers"] = "offer_id session_id date response\nO1 1 2026-09-18 declined\nO2 3 2026-09-18 no_answer"
    assert page.misses("2026-09-17")[0] == ("1", 30, 10, 0, 20, "open")
    assert page.misses("2026-09-20") == [("1", 30, 10, 20, 0, "released"), ("3", 30, 0, 0, 30, "open")]


def test_a_declined_offer_releases_nothing_where_no_rule_says_so(page: Page) -> None:
    """The rule for a provider's absence is silent on declined offers: the debt stands."""
    page.log("1 A 2026-09-08 0 provider_absent")
    page.tables["offers"] = "offer_id session_id date response\nO1 1 2026-09-09 declined"
    assert page.misses("2026-09-13") == [("1", 30, 0, 0, 30, "open")]


def test_an_unverified_rule_never_decides(page: Page) -> None:
    """The pack says owed within 5 days, but its source was never read: the team decides, and there is no deadline."""
    page.pack = PACK.replace("verification: found", "verification: unverified")
    page.log("1 A 2026-09-08 0 provider_absent")
    (miss,) = page.ledger("2026-12-31").misses
    assert (miss.disposition, miss.due_by, miss.verification) == ("team_decides", None, "unverified")


def test_the_rule_of_the_day_of_the_miss_counts_and_a_gap_between_versions_is_silent(page: Page) -> None:
    """Owed until the 8th, nothing on the 15th, not owed from the 21st; the federal pack leaves the 15th to the team."""
    page.pack = house(
        "{to: 2026-09-08, reasons: {provider_absent: {disposition: owed, source: us}}}",
        "{from: 2026-09-21, reasons: {provider_absent: {disposition: not_owed, source: us}}}",
    )
    page.service("A 30 week 1 2026-09-07 2026-09-27")
    page.log(*(f"{n} A 2026-09-{day} 0 provider_absent" for n, day in enumerate(("08", "15", "22"))))
    assert [status for *_, status in page.misses("2026-09-27")] == ["open", "team_decides", "not_owed"]


def test_a_pack_may_hold_from_the_first_day_there_is(page: Page) -> None:
    """A district that writes `from: 0001-01-01` means always."""
    page.pack = house("{from: 0001-01-01, reasons: {provider_absent: {disposition: owed, source: us}}}")
    page.log("1 A 2026-09-08 0 provider_absent")
    assert page.misses("2026-09-13") == [("1", 30, 0, 0, 30, "open")]


def test_a_determination_beats_the_rule_and_splits_a_miss(page: Page) -> None:
    """Not owed by rule; from the 20th on the team owes 10 of the 30, and the other 20 are not owed."""
    page.log("1 A 2026-09-08 0 student_absent")
    page.tables["determinations"] = (
        "determination_id session_id disposition minutes decided_on\nD1 1 owed 10 2026-09-20"
    )
    assert page.misses("2026-09-19") == [("1", 30, 0, 0, 0, "not_owed")]
    assert page.misses("2026-09-20") == [("1", 10, 0, 0, 10, "open"), ("1", 20, 0, 0, 0, "not_owed")]


def test_a_correction_of_a_correction_stands_for_the_first_row(page: Page) -> None:
    """1 said absent, 2 said 20 were given, 3 says 25: only 3 counts; the make-up that names 1 means it."""
    page.log(
        "1 A 2026-09-08 0 provider_absent",
        "2 A 2026-09-08 20 provider_late - - 1",
        "3 A 2026-09-08 25 provider_absent - - 2",
        "4 A 2026-09-10 30 - make_up 1",
    )
    assert page.misses("2026-09-13") == [("3", 5, 5, 0, 0, "made_up")]
    totals = page.ledger("2026-09-13").totals
    assert (totals["delivered"], totals["extra"]) == (25, 25)


def test_in_mid_period_nothing_is_missed_yet(page: Page) -> None:
    """Thursday: 20 are still due, and the gap is on record but not yet counted. Friday closes the week."""
    page.log("1 A 2026-09-08 10 provider_absent")
    assert page.figures("2026-09-10") == {"promised": 30, "due": 30, "delivered": 10, "still_due": 20}
    assert page.misses("2026-09-10") == [("1", 0, 0, 0, 0, "pending")]
    assert page.misses("2026-09-11") == [("1", 20, 0, 0, 20, "open")]


def test_a_row_of_the_weekend_still_cures_a_week_that_is_over(page: Page) -> None:
    """On Friday 30 are missed; the row of Saturday gives them after all."""
    page.log("1 A 2026-09-08 0 provider_absent", "2 A 2026-09-12 30")
    assert page.misses("2026-09-11") == [("1", 30, 0, 0, 30, "open")]
    assert page.misses("2026-09-12") == [("1", 0, 0, 0, 0, "cured")]


def test_what_is_after_the_as_of_date_does_not_count(page: Page) -> None:
    """The make-up of the 15th is not there on the 14th."""
    page.log("1 A 2026-09-08 0 provider_absent", "2 A 2026-09-15 30 - make_up 1")
    assert page.misses("2026-09-14") == [("1", 30, 0, 0, 30, "open")]
    assert page.misses("2026-09-15") == [("1", 30, 30, 0, 0, "made_up")]


def test_a_debt_is_overdue_the_day_after_its_deadline(page: Page) -> None:
    """Missed on Tuesday the 8th, 5 school days: the 15th. Open on the 15th, overdue on the 16th."""
    page.log("1 A 2026-09-08 0 provider_absent")
    assert [page.misses(f"2026-09-{day}")[0][-1] for day in (15, 16)] == ["open", "overdue"]


def test_half_a_minute_counts_up(page: Page) -> None:
    """45 a week, from Tuesday to Thursday: 45 x 3 / 5 = 27. From Thursday: 45 x 2 / 5 = 18.

    A year of four days, from Monday to Thursday, and one of them served: 26 x 1 / 4 = 6.5, which is 7.
    """
    page.service("A 45 week 1 2026-09-08 2026-09-10", "B 45 week 1 2026-09-17 2026-09-20")
    assert [service.promised for service in page.ledger("2026-09-20").services] == [27, 18]
    page.tables["terms"] = TERMS.replace("2026-12-18", "2026-09-10")
    page.service("A 26 week 1 2026-09-07 2026-09-07")
    assert page.figures("2026-09-20") == {"promised": 7, "due": 7, "unrecorded": 7, "unknown": 7}


@pytest.mark.parametrize(("rule", "due"), [("full", 60), ("by_school_days", 36)])
def test_a_short_week_by_the_policys_rule(page: Page, rule: str, due: int) -> None:
    """60 a week, closed on Monday and Friday. Full: 60 are due. By school days: 60 x 3 / 5 = 36, and 24 are not."""
    page.pack = house(f"{{short_period: {rule}}}")
    page.service("A 60 week 1 2026-09-07 2026-09-13")
    page.tables["calendar"] = "calendar_id date kind\nC 2026-09-07 holiday\nC 2026-09-11 in_service"
    totals = page.ledger("2026-09-13").totals
    assert (totals["promised"], totals["due"], totals["not_in_session"]) == (60, due, 60 - due)


@pytest.mark.parametrize("rule", ["full", "by_school_days"])
def test_a_week_without_school_owes_nothing(page: Page, rule: str) -> None:
    """A break from Monday to Friday: 30 promised, none due, and the row that fell out was not due."""
    page.pack = house(f"{{short_period: {rule}}}")
    page.tables["calendar"] = "calendar_id date kind until\nC 2026-09-07 break 2026-09-11"
    page.log("1 A 2026-09-08 0 no_school")
    assert page.figures("2026-09-13") == {"promised": 30, "not_in_session": 30}
    assert page.misses("2026-09-13") == [("1", 0, 0, 0, 0, "not_due")]


def test_what_is_given_otherwise_than_written_is_neither_held_nor_missed(page: Page) -> None:
    """Due 60: 20 as written, 50 otherwise. Delivered 20, differently 40, extra 10, nothing missed."""
    page.service("A 30 week 2 2026-09-07 2026-09-13")
    page.log("1 A 2026-09-08 20", "2 A 2026-09-09 50 - - - - no")
    assert page.figures("2026-09-13") == {
        "promised": 60,
        "due": 60,
        "delivered": 20,
        "delivered_differently": 40,
        "extra": 10,
    }


def test_two_slots_of_a_day_are_two_inferred_gaps_and_a_row_takes_the_place_of_one(page: Page) -> None:
    """Slots of 10 and 20 on Tuesday with nothing logged: 30 inferred, of which nothing is on record.

    A row without a time tells of the first: 4 of its 10 were given, so 6 are missed and 20 still unrecorded.
    """
    page.tables["schedule"] = "service_id weekday start_time minutes\nA Tuesday 09:00 10\nA Tuesday 14:00 20"
    told = [(m.inferred, m.reason, m.minutes) for m in page.ledger("2026-09-13").misses]
    assert told == [(True, "unrecorded", 10), (True, "unrecorded", 20)]
    page.log("1 A 2026-09-08 4 provider_absent")
    told = [(m.inferred, m.reason, m.minutes) for m in page.ledger("2026-09-13").misses]
    assert told == [(False, "provider_absent", 6), (True, "unrecorded", 20)]


def test_a_saturday_slot_counts_only_where_the_calendar_adds_the_day(page: Page) -> None:
    """A slot every Saturday, and school on the 19th only: one inferred gap."""
    page.service("A 30 week 1 2026-09-07 2026-09-27")
    page.tables["schedule"] = "service_id weekday start_time minutes\nA Saturday 09:00 30"
    page.tables["calendar"] = "calendar_id date kind\nC 2026-09-19 school_day"
    inferred = [miss.missed_on.isoformat() for miss in page.ledger("2026-09-27").misses if miss.inferred]
    assert inferred == ["2026-09-19"]
