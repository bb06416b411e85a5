"""Sums that are kept beside the records: never wrong, and counted again after writes, imports and at midnight."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from tests.web.cast import client_of, ref_of, relation
from tests.web.conftest import MARCH_12, ROOT, put_back

from makegood.answers.owed import owed
from makegood.web.kept import keys
from makegood.web.kept import sums as kept_sums
from makegood.web.kept.models import KeptSums
from makegood.web.kept.sums import sums_for
from makegood.web.kept.worker import once
from makegood.web.people.models import CaseloadChild
from makegood.web.records.bring import bring
from makegood.web.records.models import MODELS
from makegood.web.records.read import records_of_all
from makegood.web.records.versions import holding
from makegood.web.records.write import add, change, withdraw
from makegood.web.school.sums import sums_of
from makegood.web.site import Site

pytestmark = pytest.mark.usefixtures("district")

SESSION = {"session_id": "X1", "service_id": "SV007", "date": "2027-03-01", "minutes_delivered": "0"}


def test_the_sums_of_schools_are_those_of_the_ledger() -> None:
    while once():
        pass
    records = records_of_all(MARCH_12).records
    assert records is not None
    answer = owed(records, MARCH_12, "school", with_team=True).value
    assert answer is not None
    for line in answer.lines:
        sums = sums_of(line.key[0])
        assert (sums.overdue, sums.open, sums.team) == tuple(line.sums[n] for n in ("overdue", "open", "team_decides"))
        assert sums.overdue == sum(each.overdue for each in sums.by_service) == sum(e.overdue for e in sums.by_reason)
        assert not sums.stale


def test_a_director_reads_first_what_is_open_by_school_and_each_leads_to_its_school() -> None:
    while once():
        pass
    records = records_of_all(MARCH_12).records
    assert records is not None
    answer = owed(records, MARCH_12, "school", with_team=True).value
    assert answer is not None
    wanted = {
        line.key[0]: [line.sums["overdue"], line.sums["open"], line.sums["team_decides"], len(line.students)]
        for line in answer.lines
    }
    assert len(wanted) == 2
    add("schools", {"school_id": "NEW", "name": "A new school", "calendar_id": "mre-2026-27"}, by="t")
    director = relation("director", "director")
    client = client_of("director")
    first = client.get(f"/as/{director.ref}/", follow=True)
    assert first.redirect_chain[-1][0] == f"/as/{director.ref}/sums/"
    schools = client.get(f"/as/{director.ref}/schools/")
    for page, empty in ((first, []), (schools, ["NEW"])):
        read = _by_school(page.content.decode())
        assert read == {ref_of("schools", school_id=id_): wanted.get(id_, [0, 0, 0, 0]) for id_ in [*wanted, *empty]}


def test_schools_that_are_in_no_table_of_schools_are_named_by_their_ids_and_add_up(made: Site, tmp_path: Path) -> None:
    put_back(made.data, made.data / "empty")
    folder = tmp_path / "records"
    shutil.copytree(ROOT / "examples" / "maple-ridge", folder)
    (folder / "schools.csv").unlink()
    students = (folder / "students.csv").read_text(encoding="utf-8").splitlines()
    kept = {"MRE": "mre-2026-27", "MRM": "mrm-2026-27"}
    with_calendar = [f"{line},{kept[line.split(',')[1]]},maple-ridge" for line in students[1:]]
    # Of one student nobody has said the school.
    with_calendar[0] = with_calendar[0].replace(",MRE,", ",,", 1)
    lines = "\n".join([f"{students[0]},calendar_id,policy_id", *with_calendar, ""])
    (folder / "students.csv").write_text(lines, encoding="utf-8")
    assert bring(folder, by="t", named="", as_of=MARCH_12).batch is not None
    while once():
        pass
    records = records_of_all(MARCH_12).records
    assert records is not None
    answer = owed(records, MARCH_12, "school", with_team=True).value
    assert answer is not None
    whole = [sum(line.sums[name] for line in answer.lines) for name in ("overdue", "open", "team_decides")]
    director = relation("director", "director")
    client = client_of("director")
    for page in ("sums", "schools"):
        shown = client.get(f"/as/{director.ref}/{page}/")
        found = re.findall(r'<th role="rowheader" scope="row">([^<]*)</th>(.*?)</tr>', shown.content.decode())
        of_school = {
            name: [*map(_minutes, re.findall(r"</span>([^<]+)</td>", cells)[:3])]
            for name, cells in found
            if name in {"MRE", "MRM", "No school on record"}
        }
        assert sorted(of_school) == ["MRE", "MRM", "No school on record"], page
        assert [*map(sum, zip(*of_school.values(), strict=True))] == whole


def test_a_case_manager_with_children_at_two_schools_reads_no_lines_of_schools_that_lead_nowhere() -> None:
    casey = relation("casey", "case_manager")
    for id_ in ("004312", "003206"):
        CaseloadChild.objects.create(relation=casey, student_id=id_, begins=casey.begins)
    page = client_of("casey").get(f"/as/{casey.ref}/sums/").content.decode()
    assert "2 students with an IEP" in page
    assert "by school" not in page
    assert ">MRM<" not in page


def _by_school(page: str) -> dict[str, list[int]]:
    """Return the figures of a page's table by school, in minutes, by the id of each school in addresses."""
    found = {}
    for ref, cells in re.findall(r'<th role="rowheader" scope="row"><a href="/as/\w+/school/(\w+)/">(.*?)</tr>', page):
        said = re.findall(r"</span>([^<]+)</td>", cells)
        found[ref] = [*map(_minutes, said[:3]), int(said[3])]
    return found


def _minutes(said: str) -> int:
    hours, minutes = (re.search(rf"(\d+) {unit}", said) for unit in ("h", "min"))
    return (int(hours[1]) * 60 if hours else 0) + (int(minutes[1]) if minutes else 0)


def test_a_written_row_makes_that_childs_sums_stale_and_no_others() -> None:
    while once():
        pass
    add("sessions", {**SESSION, "reason": "provider_absent"}, by="test")
    assert once() == 1
    assert once() == 0


def test_the_worker_sees_every_write_that_makes_sums_stale_and_a_new_day(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = [keys.changes()]
    add("sessions", {**SESSION, "reason": "provider_absent"}, by="test")
    seen.append(keys.changes())
    change(holding(MODELS["calendar"]).filter(calendar_id="mre-2026-27").first(), {"label": "x"}, by="t", why="y")
    seen.append(keys.changes())
    assert keys.changes() == seen[-1], "nothing was written"
    monkeypatch.setattr(keys, "today", lambda: MARCH_12 + dt.timedelta(days=1))
    seen.append(keys.changes())
    assert len(set(seen)) == 4


def test_a_page_that_finds_few_stale_children_counts_them_before_it_answers() -> None:
    while once():
        pass
    before = sums_of("MRE")
    # 30 minutes of 22 February are owed and open; the row is corrected: they were given.
    missed = holding(MODELS["sessions"]).get(service_id="SV007", date="2027-02-22")
    row = {**SESSION, "date": "2027-02-22", "minutes_delivered": "30", "corrects": missed.session_id}
    add("sessions", row, by="test")
    after = sums_of("MRE")
    assert not after.stale
    assert after.open + after.overdue == before.open + before.overdue - 30


def test_sums_that_an_older_program_kept_the_same_day_are_counted_again_and_never_shown_without_their_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    while once():
        pass
    before = sums_of("MRE")
    assert before.next_due is not None
    for row in KeptSums.objects.all():
        assert row.sums is not None
        lines = [{name: cell for name, cell in line.items() if name != "next_due"} for line in row.sums["lines"]]
        row.sums, row.key = {**row.sums, "lines": lines, "gone": 1}, row.key.partition("|")[2]
        row.save()
    # More than are counted at once: nothing is shown that has no date.
    monkeypatch.setattr(kept_sums, "AT_ONCE", 0)
    waits = sums_of("MRE")
    assert (waits.students, waits.open) == (0, 0)
    assert waits.stale == before.students + before.left_out
    while once():
        pass
    assert sums_of("MRE") == before


def test_a_gap_of_a_service_without_a_schedule_is_among_the_minutes_with_nothing_on_record() -> None:
    while once():
        pass
    before = sums_of("MRE")
    # Two times 30 minutes a week are promised and given in the week of March 1; one row is withdrawn.
    withdraw(holding(MODELS["sessions"]).get(service_id="SV004", date="2027-03-03"), by="test", why="a wrong row")
    after = sums_of("MRE")
    assert after.unrecorded - before.unrecorded == 30
    assert len(after.empty) == len(before.empty)
    leader = relation("leader", "school_leader", school_id="MRE")
    client, address = client_of("leader"), f"/as/{leader.ref}/school/{ref_of('schools', school_id='MRE')}/"
    page = client.get(address).content.decode()
    assert "in the schedule, or taken back and not noted again" in page
    assert "also without a schedule: " in page
    client.post("/language/", {"lang": "es"})
    page = client.get(address).content.decode()
    assert "del horario, o retiradas y sin anotar de nuevo" in page
    assert "también sin horario: " in page


def test_a_new_day_of_the_calendar_makes_everybody_stale_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    while once():
        pass
    monkeypatch.setattr(kept_sums, "AT_ONCE", 3)
    change(holding(MODELS["calendar"]).filter(calendar_id="mre-2026-27").first(), {"label": "x"}, by="t", why="y")
    leader = relation("leader", "school_leader", school_id="MRE")
    address = f"/as/{leader.ref}/school/{ref_of('schools', school_id='MRE')}/"
    page = client_of("leader").get(address).content.decode()
    assert "are being counted again. Their figures are those of March 12, 2027." in page
    while once():
        pass
    assert "counted again" not in client_of("leader").get(address).content.decode()


def test_at_midnight_every_key_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    while once():
        pass
    monkeypatch.setattr(keys, "today", lambda: MARCH_12 + dt.timedelta(days=1))
    assert once() == 46


def test_a_child_that_cannot_be_counted_is_left_out_and_counted_beside() -> None:
    # A session that corrects itself: this child's records do not fit together.
    add("sessions", {**SESSION, "corrects": "X1"}, by="test")
    sums = sums_for(["004312", "004251"])
    assert sums.left_out == {"004312"}
    assert set(sums.of) == {"004251"}
    family = relation("family", "family", student_id="004312")
    page = client_of("family").get(f"/as/{family.ref}/child/{ref_of('students', student_id='004312')}/")
    assert page.status_code == 200
    assert "This account cannot be counted yet" in page.content.decode()
    while once():
        pass
    assert sums_of("MRE").left_out == 1
    assert KeptSums.objects.get(student_id="004312").sums is None


def in_minutes(shown: str) -> int:
    hours, minutes = (re.search(rf"(\d+) {unit}", shown) for unit in ("h", "min"))
    return 60 * int(hours[1] if hours else 0) + int(minutes[1] if minutes else 0)


def test_a_leader_sees_which_students_have_minutes_past_their_date() -> None:
    leader = relation("leader", "school_leader", school_id="MRE")
    page = client_of("leader").get(f"/as/{leader.ref}/children/").content.decode()
    table = page[page.index("<tbody") : page.index("</tbody>")]
    past = [in_minutes(cell) for cell in re.findall(r"Past its date</span>([^<]+)<", table)]
    sums = sums_of("MRE")
    assert past == sorted(past, reverse=True)
    assert sum(n > 0 for n in past) == sums.children["overdue"] > 0
    # What is shown of each adds up to what is shown of all, to the minute.
    assert sum(past) == sums.overdue
    school = client_of("leader").get(f"/as/{leader.ref}/school/{ref_of('schools', school_id='MRE')}/").content.decode()
    for name, whole in (("Past its date", sums.overdue), ("In time", sums.open), ("Waiting for teams", sums.team)):
        for lines in school.split("<tbody")[1:]:
            assert sum(map(in_minutes, re.findall(rf"{name}</span>([^<]+)<", lines))) == whole
    assert f'<p class="big">{sums.overdue // 60} h {sums.overdue % 60} min</p>' in school
    therapist = relation("ingrid", "therapist", provider_id="P01")
    assert "<tbody" not in client_of("ingrid").get(f"/as/{therapist.ref}/children/").content.decode()


def test_a_leader_reads_what_comes_due_next_of_the_school_and_of_each_student() -> None:
    leader = relation("leader", "school_leader", school_id="MRE")
    client = client_of("leader")
    page = client.get(f"/as/{leader.ref}/children/").content.decode().partition("</tbody>")[0]
    dates = dict(re.findall(r"/child/[^>]+>([^<]+)</a>.*?Next date</span>([^<]+)<", page))
    # As each family reads it: Mateo's 30 minutes by March 24 and 30 by the 26th; Percival's first 30 by the 22nd.
    assert (dates["Mateo Piedraluna"], dates["Percival Dapplestone"]) == ("Wed, Mar 24, 2027", "Mon, Mar 22, 2027")
    # All of Barnaby's minutes are past their date.
    assert not dates["Barnaby Lilydale"].endswith("2027")
    school = client.get(f"/as/{leader.ref}/school/{ref_of('schools', school_id='MRE')}/").content.decode()
    (shown,) = re.findall(r"Next date: ([^<]+)<", school)
    in_march = {int(day) for day in re.findall(r"Mar (\d+), 2027", " ".join(dates.values()))}
    assert shown.endswith(f"Mar {min(in_march)}, 2027")
