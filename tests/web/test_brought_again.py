"""What somebody took back stays taken back when the file comes again, and its number is given to no other row."""

import pytest
from tests.web.cast import client_of, relation
from tests.web.conftest import MARCH_12, ROOT
from tests.web.test_setup import CASELOAD, LOG, answer_all, count, named, send

from makegood.web.records.bring import bring
from makegood.web.records.models import MODELS
from makegood.web.records.taken_back import NO_SESSION
from makegood.web.records.versions import holding
from makegood.web.records.write import withdraw

GROWN = LOG + '10/19/2026,"Example, Ana",speech,30,P,\n'
OTHERWISE = LOG.replace('10/12/2026,"Example, Ana",speech,30', '10/12/2026,"Example, Ana",speech,20')


def log() -> list[tuple[str, str, str]]:
    """Return id, day and minutes of each session that holds."""
    columns = ("session_id", "date", "minutes_delivered")
    return list(holding(MODELS["sessions"]).order_by("session_id").values_list(*columns))


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("gone", ["L-0001", "L-0002"])
def test_a_session_that_was_taken_back_is_not_brought_back_by_the_same_file(gone: str) -> None:
    made = relation("director", "director")
    client = client_of("director")
    first = send(client, made, named(LOG, "log.csv"), named(CASELOAD, "caseload fall.csv"))["Location"]
    answer_all(client, first)
    client.post(f"{first}write/")
    both = [("L-0001", "2026-10-12", "30"), ("L-0002", "2026-10-14", "0")]
    assert log() == both
    withdraw(holding(MODELS["sessions"]).get(session_id=gone), by="test", why=NO_SESSION)
    left = [row for row in both if row[0] != gone]
    for name, text, then in (
        ("log.csv", LOG, left),
        ("log of november.csv", GROWN, [*left, ("L-0003", "2026-10-19", "30")]),
    ):
        again = send(client, made, named(text, name))["Location"]
        page = answer_all(client, again)
        assert "Sessions that somebody took back after they were brought in stay taken back." in page
        assert client.post(f"{again}write/").status_code == 200
        assert log() == then


@pytest.mark.usefixtures("empty")
def test_a_session_of_which_the_file_says_another_thing_by_now_is_brought() -> None:
    made = relation("director", "director")
    client = client_of("director")
    first = send(client, made, named(LOG, "log.csv"), named(CASELOAD, "caseload fall.csv"))["Location"]
    answer_all(client, first)
    client.post(f"{first}write/")
    withdraw(holding(MODELS["sessions"]).get(session_id="L-0001"), by="test", why=NO_SESSION)
    again = send(client, made, named(OTHERWISE, "log.csv"))["Location"]
    page = answer_all(client, again)
    assert "stay taken back" not in page
    assert client.post(f"{again}write/").status_code == 200
    assert log() == [("L-0002", "2026-10-14", "0"), ("L-0003", "2026-10-12", "20")]


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize("table", ["sessions", "schedule", "calendar"])
def test_a_folder_that_comes_again_brings_nothing_back(table: str) -> None:
    before = count(table)
    row = holding(MODELS[table]).order_by("entry").first()
    assert row is not None
    withdraw(row, by="test", why="not so")
    again = bring(ROOT / "examples" / "maple-ridge", by="test", named="Maple Ridge", as_of=MARCH_12)
    assert (again.different, sum(again.new.values())) == ([], 0)
    assert count(table) == before - 1
