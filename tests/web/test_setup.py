"""Set-up by screens: files are sent, looked at, asked about, confirmed; a policy; one who keeps it alone."""

import datetime as dt
import html
import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.web.cast import client_of, ref_of, relation
from tests.web.conftest import ROOT

from makegood.web.people.models import Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import add, change
from makegood.web.site import site

EXPORTS = ROOT / "examples" / "director-exports"
LOG = """Date,Student,Service,Minutes,Code,Reason
10/12/2026,"Example, Ana",speech,30,P,
10/14/2026,"Example, Ana",speech,0,XQ,
"""
CASELOAD = """Student ID,Student,Service,Frequency,Start date,End date
7,"Example, Ana",speech,2 x 30 min weekly,8/24/2026,6/4/2027
"""


def named(text: str | bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(text.encode() if isinstance(text, str) else text)
    file.name = name
    return file


def send(client: Client, of: Relation, *files: Any) -> Any:
    return client.post(f"/as/{of.ref}/bring/", {"files": list(files)})


def answer_all(client: Client, address: str) -> str:
    """Answer what is asked: the first likely answer, or the days of the school year; return the page."""
    for _ in range(8):
        page = client.get(address).content.decode()
        form: dict[str, str] = {}
        for name in re.findall(r'name="(q[0-9a-f]{16})" value="0"', page):
            form[name] = "0"
        for legend, name in re.findall(
            r"<legend>([^<]*)</legend>(?:(?!</fieldset>).)*?name=\"(q[0-9a-f]{16}-own)\" type=\"date\"", page, re.DOTALL
        ):
            form[name] = "2026-08-24" if "first" in legend else "2027-06-04"
        if not form:
            return page
        assert client.post(address, form).status_code == 302
    raise AssertionError("it asks and asks")


def waits(page: str) -> dict[str, str]:
    """Return the names of the fields for what an IEP promises, by whose and which service it is."""
    return {whose: name for name, whose in re.findall(r'<label for="(p[0-9a-f]{16})">([^<]*?) \(', page)}


def count(table: str) -> int:
    return holding(MODELS[table]).count()


@pytest.mark.usefixtures("empty")
def test_exports_of_two_systems_come_in_by_screens_once_and_again() -> None:
    made = relation("director", "director")
    client = client_of("director")
    files = sorted(EXPORTS.glob("*.csv"))
    answer = send(client, made, *(path.open("rb") for path in files))
    assert answer.status_code == 302, answer.content.decode()
    assert re.fullmatch(rf"/as/{made.ref}/bring/[2-9a-hjkmnp-z]{{20}}/", answer["Location"]), "no name in an address"
    page = answer_all(client, answer["Location"])
    assert count("students") == 0
    assert "Nothing is saved until you say so" in page
    assert "<dt>sessions to bring in</dt>" in page
    done = client.post(f"{answer['Location']}write/")
    assert done.status_code == 200, done.content.decode()
    assert "<dt>sessions brought in</dt>" in done.content.decode()
    assert "sessions to bring in" not in done.content.decode()
    written = {table: count(table) for table in ("students", "services", "sessions", "imports")}
    assert written["imports"] == 4
    assert min(written.values()) > 0
    assert not list((site().data / "uploads").iterdir())
    again = send(client, made, *(path.open("rb") for path in files))
    page = client.get(again["Location"]).content.decode()
    assert "questions" not in page
    assert "sessions on record already" in page
    assert client.post(f"{again['Location']}write/").status_code == 200
    assert {table: count(table) for table in written} == written


@pytest.mark.usefixtures("empty")
def test_what_is_asked_is_asked_once_and_remembered_and_a_grown_file_adds_its_rows() -> None:
    made = relation("director", "director")
    client = client_of("director")
    answer = send(client, made, named(LOG, "log.csv"), named(CASELOAD, "caseload fall.csv"))
    page = client.get(answer["Location"]).content.decode()
    assert "XQ" in page
    assert client.post(f"{answer['Location']}write/")["Location"] == answer["Location"], "a question is open"
    answer_all(client, answer["Location"])
    assert client.post(f"{answer['Location']}write/").status_code == 200
    assert (count("students"), count("services"), count("sessions")) == (1, 1, 2)
    grown = LOG + '10/19/2026,"Example, Ana",speech,30,XQ,\n'
    again = send(client, made, named(grown, "log.csv"))
    page = client.get(again["Location"]).content.decode()
    assert "<fieldset" not in page, "the answers are kept"
    assert client.post(f"{again['Location']}write/").status_code == 200
    assert count("sessions") == 3
    november = grown.replace("10/", "11/")
    other = send(client, made, named(november, "november.csv"))
    page = client.get(other["Location"]).content.decode()
    assert "<fieldset" not in page, "the answers are kept for a file of another name with the same headings"
    assert "An earlier file had the same headings." in page
    changed = grown.replace('10/12/2026,"Example, Ana",speech,30', '10/12/2026,"Example, Ana",speech,20')
    third = send(client, made, named(changed, "log.csv"))
    assert client.post(f"{third['Location']}write/").status_code == 200
    assert list(holding(MODELS["sessions"]).exclude(corrects=None).values_list("minutes_delivered")) == [("20",)]


def asked_about(page: str, words: str) -> str:
    """Return the name of the field of a question that begins with these words."""
    (fieldset,) = [each for each in page.split("<fieldset")[1:] if words in each.partition("</legend>")[0]]
    return re.findall(r'name="(q[0-9a-f]{16})', fieldset)[0]


@pytest.mark.usefixtures("empty")
def test_a_last_day_of_school_before_the_first_is_asked_again_and_why() -> None:
    made = relation("director", "director")
    client = client_of("director")
    at = send(client, made, named(LOG, "log.csv"), named(CASELOAD, "caseload.csv"))["Location"]
    page = client.get(at).content.decode()
    first, last = (asked_about(page, f"What is the {which} day of school") for which in ("first", "last"))
    for form in ({f"{first}-own": "2026-08-24", f"{last}-own": "2026-06-04"}, {f"{last}-own": "2026-06-04"}):
        refused = client.post(at, form)
        page = refused.content.decode()
        assert (refused.status_code, page.count("the last day must come after the first")) == (400, len(form))
        assert 'type="date" autocomplete="off" value="2026-06-04"' in page
        assert "Bring it in" not in page
        client.post(at, {f"{first}-own": "2026-08-24"})
    client.post(at, {f"{first}-own": "2026-08-24", f"{last}-own": "2027-06-04"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    assert list(holding(MODELS["terms"]).values_list("start", "end")) == [("2026-08-24", "2027-06-04")]


@pytest.mark.usefixtures("empty")
def test_an_answer_of_ones_own_counts_without_a_tick_and_one_that_cannot_be_stays_to_be_mended() -> None:
    made = relation("director", "director")
    client = client_of("director")
    log = LOG.replace("Minutes", "Done").replace(",30,P,", ",30,held,").replace("XQ", "ill")
    log = log.replace("Reason", "Who").replace("held,", "held,Smith").replace("ill,", "ill,Jones")
    caseload = CASELOAD.replace("2 x 30 min weekly", "as agreed")
    at = send(client, made, named(log, "log.csv"), named(caseload, "caseload.csv"))["Location"]
    page = client.get(at).content.decode()
    promise = asked_about(page, "What does the IEP promise by")
    refused = client.post(at, {promise: "own", f"{promise}-own": "half an hour"})
    assert refused.status_code == 400
    assert 'role="alert"><p>This cannot be used as an answer.' in refused.content.decode()
    assert 'value="half an hour"' in refused.content.decode()
    # Nothing is ticked: what was typed is the answer.
    assert client.post(at, {f"{promise}-own": "2 x 30 min weekly"}).status_code == 302
    assert "<legend>What does the IEP promise by" not in client.get(at).content.decode()


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    ("lang", "asked", "other"), [("en", "Sessions of 0 minutes", "another reason"), ("es", "0 minutos", "otro motivo")]
)
def test_why_sessions_of_0_minutes_were_missed_is_chosen_from_every_reason_each_there_once(
    lang: str, asked: str, other: str
) -> None:
    made = relation("director", "director")
    client = client_of("director")
    client.post("/language/", {"lang": lang})
    log = LOG.replace("0,XQ,", "0,,")
    at = send(client, made, named(log, "log.csv"), named(CASELOAD, "team.csv"))["Location"]
    page = client.get(at).content.decode()
    (fieldset,) = [each for each in page.split("<fieldset")[1:] if asked in each.partition("</legend>")[0]]
    fieldset = fieldset.partition("</fieldset>")[0]
    assert fieldset.count(other) == 1
    values = re.findall(r'<option value="(\w+)"', fieldset)
    # Three reasons are offered first; of 27 that can be given two are among them, and held, make_up, no_row, leave_out.
    assert len(values) == len(set(values)) == 27 - 2 + 4
    field = asked_about(page, asked)
    assert client.post(at, {field: "own", f"{field}-own": "no_substitute"}).status_code == 302
    client.post("/language/", {"lang": "en"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    assert holding(MODELS["sessions"]).get(minutes_delivered="0").reason == "no_substitute"


@pytest.mark.usefixtures("empty")
def test_bring_it_in_pressed_twice_says_that_it_was_brought_in() -> None:
    made = relation("director", "director")
    client = client_of("director")
    at = send(client, made, named(LOG, "log.csv"), named(CASELOAD, "caseload.csv"))["Location"]
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    for again in (client.post(f"{at}write/"), client.get(at), client.post(f"{at}drop/")):
        assert again.status_code == 404
        assert "they were brought in, or given up" in again.content.decode()
    assert count("sessions") == 2


@pytest.mark.usefixtures("empty")
def test_a_district_without_records_is_not_told_that_nothing_is_to_be_made_up() -> None:
    made = relation("director", "director")
    client = client_of("director")
    sums = f"/as/{made.ref}/sums/"
    page = client.get(sums).content.decode()
    assert f'There are no records yet. <a href="/as/{made.ref}/setup/">Set-up</a>' in page
    at = send(client, made, named(CASELOAD, "caseload.csv"))["Location"]
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    page = client.get(sums).content.decode()
    assert "Nothing that is on record is to be made up. Where nothing is on record, that is not known." in page
    assert "Nothing is to be made up." not in page


@pytest.mark.usefixtures("empty")
def test_what_cannot_be_read_ends_in_a_sentence_and_is_not_kept() -> None:
    made = relation("director", "director")
    client = client_of("director")
    nested = b"PK\x03\x04" + b"\x00" * 200
    for name, data in (
        ("a.pdf", b"%PDF-1.4"),
        ("a.xlsx", nested),
        ("a.exe", b"MZ"),
        ("a.csv", b""),
        ("a.xml", b"<a/>"),
    ):
        answer = send(client, made, named(data, name))
        assert answer.status_code == 400, name
        assert "This cannot be read" in answer.content.decode() or "Choose at least" in answer.content.decode()
    assert not list((site().data / "uploads").iterdir())
    assert client.post(f"/as/{made.ref}/bring/", {}).status_code == 400


@pytest.mark.usefixtures("empty")
def test_too_much_is_thrown_away_while_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("makegood.web.setup.receive.BYTES", 1_000_000)
    made = relation("director", "director")
    answer = send(client_of("director"), made, named(b"a,b\n" * 500_000, "long.csv"))
    assert answer.status_code == 400
    assert "too large" in answer.content.decode()
    assert not list((site().data / "incoming").iterdir())


@pytest.mark.usefixtures("empty")
def test_a_name_that_leads_elsewhere_is_only_a_name() -> None:
    made = relation("director", "director")
    client = client_of("director")
    answer = send(client, made, named(LOG, "../../..\\x\u202e.csv"), named(CASELOAD, "caseload.csv"))
    assert answer.status_code == 302
    kept = [path.name for path in (site().data / "uploads").glob("*/files/*")]
    assert len(kept) == 2
    assert not any("/" in name or "\\" in name or name.startswith(".") for name in kept)


@pytest.mark.usefixtures("empty")
def test_an_import_of_another_relation_is_not_here() -> None:
    mine, other = relation("director", "director"), relation("second", "director")
    answer = send(client_of("director"), mine, named(LOG, "log.csv"))
    stranger = client_of("second")
    upload = Path(answer["Location"]).name
    for method, end in (("get", ""), ("post", ""), ("post", "write/"), ("post", "drop/")):
        assert getattr(stranger, method)(f"/as/{other.ref}/bring/{upload}/{end}").status_code == 404
        assert getattr(stranger, method)(f"/as/{mine.ref}/bring/{upload}/{end}").status_code == 404


@pytest.mark.usefixtures("empty")
def test_a_policy_holds_for_schools_that_are_there_and_that_come_later() -> None:
    made = relation("director", "director")
    client = client_of("director")
    assert client.post(f"/as/{made.ref}/setup/policy/", {"policy": "us-nowhere"}).status_code == 404
    assert client.post(f"/as/{made.ref}/setup/policy/", {"policy": "us-il"}).status_code == 302
    answer = send(client, made, *(path.open("rb") for path in sorted(EXPORTS.glob("*.csv"))))
    answer_all(client, answer["Location"])
    client.post(f"{answer['Location']}write/")
    assert set(holding(MODELS["schools"]).values_list("policy_id", flat=True)) == {"us-il"}
    client.post(f"/as/{made.ref}/setup/policy/", {"policy": "us-federal"})
    assert set(holding(MODELS["schools"]).values_list("policy_id", flat=True)) == {"us-federal"}


def start() -> tuple[Relation, Client]:
    return relation("ada", "alone"), client_of("ada")


def school(client: Client, of: Relation) -> None:
    days = {"first": "2026-08-24", "last": "2027-06-04"}
    assert client.post(f"/as/{of.ref}/my/days/", days)["Location"] == f"/as/{of.ref}/my/child/?days=1"


def line(client: Client, of: Relation, words: str, **more: str) -> Any:
    form = {"name": "Ana", "service": "speech", "words": words, "start": "", "end": "", **more}
    return client.post(f"/as/{of.ref}/my/child/", form)


@pytest.mark.usefixtures("empty")
def test_a_parent_types_a_line_and_days_and_taps_what_was_missed() -> None:
    made, client = start()
    assert client.get("/", follow=True).redirect_chain[-1][0] == f"/as/{made.ref}/setup/"
    days = {"first": "2027-02-22", "last": "2027-06-04", "from1": "2027-03-01", "to1": "2027-03-05"}
    assert client.post(f"/as/{made.ref}/my/days/", days).status_code == 302
    assert "2 sessions of 30 minutes" in line(client, made, "2 x 30 min weekly").content.decode()
    assert count("students") == 0, "nothing is kept before the person agrees"
    answer = line(client, made, "2 x 30 min weekly", reading="0")
    assert answer.status_code == 302, answer.content.decode()
    child = holding(MODELS["students"]).get().ref
    address = f"/as/{made.ref}/my/child/{child}/sessions/2027-03-01/"
    page = client.get(address).content.decode()
    # Up to March 12, the first week being a break, March has five days of school.
    fields = re.findall(r'<select id="([^"]+)"', page)
    assert [name[-2:] for name in fields] == ["08", "09", "10", "11", "12"]
    # No schedule is on record: the parent says on which weekdays sessions are, before any is supposed.
    refused = client.post(address, {fields[1]: "provider_absent", "rest": "held"})
    assert refused.status_code == 400
    assert "tick the weekdays" in refused.content.decode()
    assert '<option value="provider_absent" selected>' in refused.content.decode(), "what was tapped is not lost"
    assert count("sessions") == 0
    (days_of,) = set(re.findall(r'name="(on\.[^"]+)"', refused.content.decode()))
    form = {fields[1]: "provider_absent", "rest": "held", days_of: ["1", "2"]}
    assert client.post(address, form).status_code == 302
    rows = list(
        holding(MODELS["sessions"]).order_by("date").values_list("date", "minutes_delivered", "reason", "source")
    )
    # Two are promised each week, on Tuesdays and Wednesdays: one was missed, so one is supposed, and marked so.
    assert rows == [("2027-03-09", "0", "provider_absent", None), ("2027-03-10", "30", None, "assumed")]
    page = client.get(address).content.decode()
    assert "given: supposed by Ada, not recorded" in page
    client.post(address, {fields[2]: "missed", "rest": "unknown"})
    newest: Any = holding(MODELS["sessions"]).order_by("-entry").first()
    assert (newest.minutes_delivered, newest.corrects is not None) == ("0", True)
    assert client.get(f"/as/{made.ref}/child/{child}/").status_code == 200


@pytest.mark.usefixtures("empty")
def test_sessions_are_supposed_on_the_days_of_the_slots_only_and_all_that_rests_on_them_says_so() -> None:
    made, client = start()
    school(client, made)
    assert line(client, made, "2 x 30 min weekly", reading="0").status_code == 302
    service: Any = holding(MODELS["services"]).get()
    slot = {"service_id": service.service_id, "weekday": "Thursday", "start_time": "09:30", "minutes": "30"}
    add("schedule", slot, by=made.person.ref)
    child = holding(MODELS["students"]).get().ref
    month = f"/as/{made.ref}/my/child/{child}/sessions/2027-02-01/"
    assert 'name="on.' not in client.get(month).content.decode(), "the schedule says on which day"
    assert client.post(month, {"rest": "held"}).status_code == 302
    days = sorted(holding(MODELS["sessions"]).values_list("date", flat=True))
    # The Thursdays of February 2027: two sessions a week are promised, and one has a slot.
    assert days == ["2027-02-04", "2027-02-11", "2027-02-18", "2027-02-25"]
    there = f"/as/{made.ref}/child/{child}/"
    for lang, says in (
        ("en", "Of the minutes given, 120 minutes are supposed, not recorded (Feb 4, 2027, Feb 11, 2027"),
        ("es", "De los minutos recibidos, 120 minutos son supuestos, no registrados (4 feb 2027, 11 feb 2027"),
    ):
        client.post("/language/", {"lang": lang})
        for at in ("", "letters/missed_question/"):
            assert says in html.unescape(client.get(f"{there}{at}").content.decode()), (lang, at)
    client.post("/language/", {"lang": "en"})
    figure = client.get(f"{there}figure/{service.ref}.delivered/").content.decode()
    assert figure.count("supposed, not recorded") == 4


@pytest.mark.usefixtures("empty")
def test_letters_of_a_parent_alone_speak_of_her_own_notes_and_of_no_student_number() -> None:
    made, client = start()
    school(client, made)
    assert line(client, made, "2 x 30 min weekly", reading="0").status_code == 302
    row = holding(MODELS["students"]).get()
    for lang, says, never in (
        ("en", "By what I noted up to", ("school&#x27;s own records", "school&#x27;s records", "student number")),
        ("es", "Según mis propias anotaciones al", ("los registros de la escuela", "número de estudiante")),
    ):
        client.post("/language/", {"lang": lang})
        for kind in ("missed_question", "state_complaint"):
            page = html.unescape(client.get(f"/as/{made.ref}/child/{row.ref}/letters/{kind}/").content.decode())
            assert says in page, (kind, lang)
            assert [each for each in never if html.unescape(each) in page] == []
            assert row.student_id not in page


def test_what_was_brought_in_from_files_is_the_schools_record_for_one_alone_too(district: Any) -> None:
    del district
    made, client = start()
    child = holding(MODELS["students"]).get(student_id="004518").ref
    page = html.unescape(client.get(f"/as/{made.ref}/child/{child}/letters/missed_question/").content.decode())
    assert "By the school's own records up to" in page
    assert "student number 004518" in page


@pytest.mark.usefixtures("empty")
def test_words_with_two_meanings_are_asked_about_and_words_without_an_amount_are_refused() -> None:
    made, client = start()
    assert client.get(f"/as/{made.ref}/my/child/")["Location"] == f"/as/{made.ref}/my/days/?first=1"
    school(client, made)
    page = line(client, made, "60 minutes weekly, 2 sessions").content.decode()
    assert page.count('name="reading"') >= 1
    assert line(client, made, "as needed").status_code == 400
    assert line(client, made, "2 x 30 min weekly", reading="9").status_code == 200
    assert count("services") == 0


@pytest.mark.usefixtures("empty")
def test_wrong_days_are_refused_in_a_sentence() -> None:
    made, client = start()
    for form in ({"first": "2027-06-04", "last": "2026-08-24"}, {"first": "x", "last": "y"}, {}):
        assert client.post(f"/as/{made.ref}/my/days/", form).status_code == 400
    assert count("terms") == 0


@pytest.mark.usefixtures("empty")
def test_a_therapist_drops_a_workbook_says_what_is_promised_and_reads_a_statement() -> None:
    made, client = start()
    log = LOG.replace("XQ", "TA").replace("Example, Ana", "Sample, Bo")
    answer = send(client, made, named(log, "log.csv"))
    page = answer_all(client, answer["Location"])
    assert "What does each IEP promise?" in page
    client.post(answer["Location"], {waits(page)["Bo Sample: Speech-language therapy"]: "2 x 30 min weekly"})
    answer_all(client, answer["Location"])
    assert client.post(f"{answer['Location']}write/").status_code == 200
    assert (count("services"), count("sessions")) == (1, 2)
    child = holding(MODELS["students"]).get().ref
    assert "Bo" in client.get(f"/as/{made.ref}/child/{child}/").content.decode()


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "Another reason In your log: “Ferret in the hallway”"), ("es", "Otro motivo En su registro: “Ferret in")],
)
def test_a_reason_typed_in_own_words_is_shown_beside_what_it_counts_as_to_who_keeps_the_log(
    lang: str, says: str
) -> None:
    made, client = start()
    log = LOG.replace("0,XQ,", "0,,Ferret in the hallway")
    answer = send(client, made, named(log, "log.csv"), named(CASELOAD, "caseload.csv"))
    page = client.get(answer["Location"]).content.decode()
    asked = html.unescape(page).split("<fieldset")
    (field,) = [
        found[1] for part in asked if "Ferret" in part and (found := re.search(r'name="(q[0-9a-f]{16})"', part))
    ]
    client.post(answer["Location"], {field: "own", f"{field}-own": "other"})
    answer_all(client, answer["Location"])
    assert client.post(f"{answer['Location']}write/").status_code == 200
    (row,) = holding(MODELS["sessions"]).filter(minutes_delivered="0").values_list("ref", "reason", "reason_words")
    assert row[1:] == ("other", "Ferret in the hallway")
    child = holding(MODELS["students"]).get().ref
    client.post("/language/", {"lang": lang})
    there = f"/as/{made.ref}/child/{child}/"
    for address in ("", f"why/{row[0]}/"):
        page = html.unescape(client.get(f"{there}{address}").content.decode())
        assert says.lower() in " ".join(re.sub(r"<[^>]+>", " ", page).split()).lower(), address
    month = html.unescape(client.get(f"/as/{made.ref}/my/child/{child}/sessions/2026-10-01/").content.decode())
    assert "Ferret in the hallway" in month
    # On a site of several people a note stays with the school.
    relation("eve", "family", student_id=holding(MODELS["students"]).get().student_id)
    page = client_of("eve").get("/", follow=True).content.decode()
    assert "What was missed" in page
    assert "Ferret" not in page


@pytest.mark.usefixtures("empty")
def test_all_of_it_is_in_spanish_too() -> None:
    made, client = start()
    school(client, made)
    client.post("/language/", {"lang": "es"})
    for address in ("setup/", "bring/", "setup/policy/", "my/child/", "my/days/"):
        page = client.get(f"/as/{made.ref}/{address}")
        assert 'lang="es"' in page.content.decode()
        assert page.status_code == 200
    assert "2 sesiones de 30 minutos" in line(client, made, "2 x 30 min weekly").content.decode()


def test_the_days_of_a_month_that_is_to_come_are_not_here(district: Any) -> None:
    del district
    made = relation("ada", "alone")
    child = holding(MODELS["students"]).get(student_id="004312").ref
    day = dt.date(2027, 4, 1)
    assert client_of("ada").get(f"/as/{made.ref}/my/child/{child}/sessions/{day}/").status_code == 404


CLOSED = """Date,Title
2027-04-16,Staff development day (no school)
2027-05-14,Spring holiday (no school)
"""


def closed_days(calendar: str) -> set[str]:
    days = {"2027-04-16", "2027-05-14"}
    held = holding(MODELS["calendar"]).filter(calendar_id=calendar, date__in=days)
    return set(held.values_list("date", flat=True))


@pytest.mark.parametrize(
    ("chosen", "north", "south"),
    [(0, 2, 0), (1, 0, 2), (2, 2, 2)],
    ids=["the first school", "the second", "every school"],
)
def test_a_calendar_file_comes_in_where_there_are_two_calendars(
    district: Any, chosen: int, north: int, south: int
) -> None:
    del district
    made = relation("director", "director")
    client = client_of("director")
    address = send(client, made, named(CLOSED, "closed.csv"))["Location"]
    page = client.get(address).content.decode()
    assert "Which school&#x27;s calendar is this?" in page
    assert "Maple Ridge Elementary" in page
    (field,) = set(re.findall(r'name="(q[0-9a-f]{16})"', page))
    assert client.post(address, {field: str(chosen)}).status_code == 302
    assert client.post(f"{address}write/").status_code == 200
    assert (len(closed_days("mre-2026-27")), len(closed_days("mrm-2026-27"))) == (north, south)


TWO_SCHOOLS = """Student ID,Student,School,Service,Frequency,Start date,End date
7,"Example, Ana",Oak School,speech,2 x 30 min weekly,8/24/2026,6/4/2027
8,"Sample, Ben",Elm School,speech,2 x 30 min weekly,8/24/2026,6/4/2027
"""
OF_OAK = "Date,Title\n2026-08-24,First day of school\n2026-10-12,Holiday - no school\n2027-06-04,Last day of school\n"
OF_ELM = "Date,Title\n2026-08-31,First day of school\n2026-10-05,Holiday - no school\n2027-06-11,Last day of school\n"


def whose(page: str) -> list[str]:
    """Return the fields of the questions whose calendar a file is, in the order of the files."""
    found = re.findall(
        r"<legend>[^<]*Which school&#x27;s calendar is this\?(?:(?!</fieldset>).)*?name=\"(q[0-9a-f]{16})\"",
        page,
        re.DOTALL,
    )
    assert len(found) == 2, page
    return found


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("apart", [True, False], ids=["each its own", "only one of them named"])
def test_a_new_districts_calendars_of_two_schools_are_kept_apart_or_refused(*, apart: bool) -> None:
    made = relation("director", "director")
    client = client_of("director")
    files = (named(TWO_SCHOOLS, "lines.csv"), named(OF_OAK, "a.csv"), named(OF_ELM, "b.csv"))
    address = send(client, made, *files)["Location"]
    first, second = whose(client.get(address).content.decode())
    answer = client.post(address, {first: "0", second: "1" if apart else "0"})
    done = client.post(f"{address}write/")
    if apart:
        assert answer.status_code == 302
        assert done.status_code == 200, done.content.decode()
        days = holding(MODELS["calendar"]).values_list("calendar_id", "date")
        assert set(days) == {("Oak School", "2026-10-12"), ("Elm School", "2026-10-05")}
    else:
        assert answer.status_code == 400
        assert "together with this one, so that each school gets its own" in answer.content.decode()
        assert done["Location"] == address
        assert len(whose(client.get(address).content.decode())) == 2, "it can be answered otherwise"
        assert (count("calendar"), count("students")) == (0, 0)


def selects(page: str) -> dict[str, tuple[str, str]]:
    """Return each column's field and what it is said to hold, by the column's name."""
    found = re.findall(
        r'<label class="vh" for="(c[0-9a-f]{16})">(.+?): .*?<option value="(\w+)" selected>', page, re.DOTALL
    )
    return {html.unescape(name): (field, chosen) for field, name, chosen in found}


@pytest.mark.usefixtures("empty")
def test_what_a_column_holds_can_be_changed_before_anything_is_written() -> None:
    made = relation("director", "director")
    client = client_of("director")
    log = LOG.replace("Code,Reason", "Code,Ref 2").replace(",XQ,", ",XQ,student absent")
    address = send(client, made, named(log, "log.csv"), named(CASELOAD, "team.csv"))["Location"]
    page = answer_all(client, address)
    columns = selects(page)
    assert columns["Ref 2"][1] == "reason"
    assert columns["Minutes"][1] == "minutes_delivered"
    # The column is given away, and what had its meaning is no longer read.
    changed = client.post(f"{address}write/", {columns["Ref 2"][0]: "note", columns["Service"][0]: "nonsense"})
    assert (changed.status_code, changed["Location"]) == (302, address)
    assert count("students") == 0, "what the change gives is shown first"
    page = client.get(address).content.decode()
    assert selects(page)["Ref 2"][1] == "note"
    client.post(address, {selects(page)["Ref 2"][0]: "code"})
    page = client.get(address).content.decode()
    assert (selects(page)["Ref 2"][1], selects(page)["Code"][1]) == ("code", "leave_out")
    assert "Not used: Code" in page


@pytest.mark.usefixtures("empty")
def test_a_question_about_a_column_offers_all_that_its_table_may_hold() -> None:
    made = relation("director", "director")
    client = client_of("director")
    log = "Fecha;Alumno;Código;Min\n13/10/2026;Ana Example;K-11;30\n14/10/2026;Ben Sample;K-12;30\n"
    address = send(client, made, named(log, "log.csv"))["Location"]
    page = client.get(address).content.decode()
    assert "&#x27;Código&#x27;" in page
    assert page.casefold().count("something else:") == 0, "the last choice has a list beside it"
    assert "What does &#x27;K-11&#x27; say" not in page
    field = re.findall(r'<select id="(q[0-9a-f]{16})-own"', page)[0]
    assert client.post(address, {field: "own", f"{field}-own": "student_id"}).status_code == 302
    page = client.get(address).content.decode()
    assert selects(page)["Código"][1] == "student_id"


@pytest.mark.usefixtures("empty")
def test_what_is_typed_of_one_iep_stays_when_the_next_is_typed() -> None:
    made = relation("director", "director")
    client = client_of("director")
    log = LOG.replace(",XQ,", ",P,student absent") + '10/15/2026,"Sample, Ben",speech,30,P,\n'
    address = send(client, made, named(log, "log.csv"))["Location"]
    page = answer_all(client, address)
    client.post(address, {waits(page)["Ben Sample: Speech-language therapy"]: "30 min weekly"})
    page = answer_all(client, address)
    assert list(waits(page)) == ["Ana Example: Speech-language therapy"]
    client.post(address, {waits(page)["Ana Example: Speech-language therapy"]: "2 x 30 min weekly"})
    page = answer_all(client, address)
    assert waits(page) == {}
    assert client.post(f"{address}write/").status_code == 200
    assert sorted(holding(MODELS["services"]).values_list("mandate", flat=True)) == [
        "2 x 30 min weekly",
        "30 min weekly",
    ]


@pytest.mark.usefixtures("empty")
def test_a_file_keeps_the_name_that_its_owner_gave_it_beside_what_is_typed_here() -> None:
    made = relation("director", "director")
    client = client_of("director")
    blank = CASELOAD.replace("2 x 30 min weekly", "")
    address = send(
        client, made, named(LOG.replace(",XQ,", ",P,student absent"), "log.csv"), named(blank, "caseload.csv")
    )
    address = address["Location"]
    page = answer_all(client, address)
    client.post(address, {waits(page)["Ana Example: Speech-language therapy"]: "2 x 30 min weekly"})
    page = answer_all(client, address)
    assert re.findall(r'<span class="who">(.*?)</span>', page) == ["caseload.csv", "log.csv"]
    assert client.post(f"{address}write/").status_code == 200
    assert sorted(holding(MODELS["imports"]).values_list("file", flat=True)) == ["caseload.csv", "log.csv"]


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(("lang", "label"), [("en", "reason as written"), ("es", "motivo como se escribió")])
def test_staff_read_a_reason_word_for_word_with_its_file_and_a_family_reads_it_as_it_was_read(
    lang: str, label: str
) -> None:
    made = relation("director", "director")
    client = client_of("director")
    log = LOG.replace("Code,Reason", "Code,Reason,Who").replace("30,P,", "30,P,,Ada Sample")
    log = log.replace("0,XQ,", "0,,Slow walk over from class,Ada Sample")
    address = send(client, made, named(log, "log.csv"), named(CASELOAD, "team.csv"))["Location"]
    page = client.get(address).content.decode()
    (asked,) = [part for part in page.split("<fieldset")[1:] if "Slow walk" in part.partition("</legend>")[0]]
    field = re.findall(r'name="(q[0-9a-f]{16})"', asked)[0]
    client.post(address, {field: "own", f"{field}-own": "not_released_by_teacher"})
    answer_all(client, address)
    assert client.post(f"{address}write/").status_code == 200
    row = holding(MODELS["sessions"]).get(minutes_delivered="0")
    assert (row.reason, row.reason_words, row.note) == ("not_released_by_teacher", "Slow walk over from class", None)
    child = holding(MODELS["students"]).get()
    client.post("/language/", {"lang": lang})
    page = html.unescape(client.get(f"/as/{made.ref}/child/{child.ref}/why/{row.ref}/").content.decode())
    assert f"<dt>{label}</dt><dd>“Slow walk over from class”</dd>" in page
    assert "<dd>Ada Sample</dd>" in page
    assert f"<dd>log.csv, {'fila' if lang == 'es' else 'row'} 3</dd>" in page
    family = relation("eve", "family", student_id=child.student_id)
    page = html.unescape(client_of("eve").get(f"/as/{family.ref}/child/{child.ref}/why/{row.ref}/").content.decode())
    assert "kept in class" in page
    assert "Slow walk" not in page


@pytest.mark.usefixtures("empty")
def test_a_share_of_a_total_is_said_in_minutes_and_staff_see_the_students_number() -> None:
    made = relation("director", "director")
    client = client_of("director")
    # 90 minutes in each of the months: no sessions are promised that could be counted.
    caseload = CASELOAD.replace("2 x 30 min weekly", "90 min per month").replace("\n7,", "\nK-7,")
    log = LOG.replace(",XQ,", ",P,student absent")
    address = send(client, made, named(log, "log.csv"), named(caseload, "team.csv"))["Location"]
    answer_all(client, address)
    assert client.post(f"{address}write/").status_code == 200
    child = holding(MODELS["students"]).get()
    page = client.get(f"/as/{made.ref}/child/{child.ref}/").content.decode()
    assert re.search(r'<p class="big">30 of [\d,]+ minutes</p>', page)
    assert "Student&#x27;s number: K-7" in page
    family = relation("eve", "family", student_id=child.student_id)
    assert "K-7" not in client_of("eve").get(f"/as/{family.ref}/child/{child.ref}/").content.decode()


@pytest.mark.usefixtures("district")
def test_each_rule_says_what_it_decides_and_the_chosen_one_where_it_says_nothing() -> None:
    made, client = relation("director", "director"), client_of("director")
    page = " ".join(client.get(f"/as/{made.ref}/setup/policy/").content.decode().split())
    # San Diego's pack has five lines: four say owed, without a deadline, and one not owed. 27 reasons less five are 22.
    assert "San Diego Unified School District, California" in page
    assert "The minutes are owed, no deadline is set: the therapist was absent;" in page
    assert "It says nothing of 22 other reasons" in page
    # Fairfax's pack ends on June 10, 2022.
    assert "Not in force today: it held from Apr 14, 2020 to Jun 10, 2022." in page
    chosen = client.post(f"/as/{made.ref}/setup/policy/", {"policy": "us-va-fairfax"}, follow=True)
    steps = " ".join(chosen.content.decode().split())
    assert "The rule here: Fairfax County Public Schools, Virginia" in steps
    assert "For what is missed now only federal law is asked" in steps


@pytest.mark.usefixtures("district")
def test_why_names_the_chosen_rule_where_it_has_nothing_on_a_miss() -> None:
    made, client = relation("director", "director"), client_of("director")
    child, miss = ref_of("students", student_id="004312"), ref_of("sessions", session_id="L000535")
    why = f"/as/{made.ref}/child/{child}/why/{miss}/"
    assert "The rule chosen here" not in client.get(why).content.decode()
    for row in holding(MODELS["schools"]):
        change(row, {"policy_id": "us-va-fairfax"}, by="test", why="chosen")
    page = client.get(why).content.decode()
    assert "The rule chosen here, Fairfax County Public Schools, Virginia, was not in force on this day." in page


TEAM = """Pupil No,Pupil,Therapy,Lengths,Ref 3,Begins,Ends
P-101,Zed Plumstone,Speech,30,2,8/31/2026,6/11/2027
P-102,Ana Faketree,Speech,45,1,8/31/2026,6/11/2027
"""


@pytest.mark.usefixtures("empty")
def test_what_a_column_holds_can_be_changed_while_a_question_is_open() -> None:
    made = relation("director", "director")
    client = client_of("director")
    address = send(client, made, named(TEAM, "team.csv"))["Location"]
    page = client.get(address).content.decode()
    assert "&#x27;Lengths&#x27;" in page
    assert selects(page)["Ref 3"][1] == "leave_out"
    assert client.post(address, {selects(page)["Ref 3"][0]: "sessions"}).status_code == 302
    page = client.get(address).content.decode()
    assert selects(page)["Ref 3"][1] == "sessions"
    question = re.findall(r'name="(q[0-9a-f]{16})" value="0"', page)[0]
    # Both at once are kept too.
    client.post(address, {selects(page)["Ref 3"][0]: "grade", question: "0"})
    page = client.get(address).content.decode()
    assert (selects(page)["Ref 3"][1], selects(page)["Lengths"][1]) == ("grade", "session_minutes")


SEEN_LOG = """Day seen,Pupil No,Pupil,Therapy,Min given,What happened,Why not
10/12/2026,7,"Example, Ana",speech,30,Held,
10/14/2026,7,"Example, Ana",speech,23,Held,late start
10/19/2026,7,"Example, Ana",speech,0,Missed,student absent
"""


def shape_field(page: str) -> str:
    found = re.search(r'<select id="(s[0-9a-f]{16})"', page)
    assert found
    return found.group(1)


@pytest.mark.usefixtures("empty")
def test_a_session_that_was_cut_short_is_shown_with_the_minutes_that_were_given() -> None:
    made = relation("director", "director")
    client = client_of("director")
    address = send(client, made, named(SEEN_LOG, "log.csv"), named(CASELOAD, "team.csv"))["Location"]
    page = answer_all(client, address)
    assert "a log of sessions · 3 rows · headings in row 1" in page, "the row of headings is no row of the log"
    assert "a list of students and services · 1 row · headings in row 1" in page
    assert "23 of 30 minutes given; 7 missed: late start" in page
    assert "Given in part; the rest missed: late start" in page
    assert "Missed: late start" not in page
    assert client.post(f"{address}write/").status_code == 200
    given = holding(MODELS["sessions"]).order_by("date").values_list("minutes_delivered", flat=True)
    assert list(given) == ["30", "23", "0"]


@pytest.mark.usefixtures("empty")
def test_who_brings_a_file_says_what_a_sheet_is_and_its_columns_are_read_afresh() -> None:
    made = relation("director", "director")
    client = client_of("director")
    # One row only: no cell shows that the day is one of a session.
    one = 'Noted,Pupil No,Pupil,Therapy,Min given,What happened\n10/12/2026,7,"Example, Ana",speech,30,Held\n'
    address = send(client, made, named(one, "log.csv"), named(CASELOAD, "team.csv"))["Location"]
    page = client.get(address).content.decode()
    assert "a list of students and services · 1 row" in page
    field = shape_field(page)
    assert client.post(address, {field: "nonsense"}).status_code == 302
    assert client.post(address, {field: "log"}).status_code == 302
    page = answer_all(client, address)
    assert (selects(page)["Noted"][1], selects(page)["Min given"][1]) == ("date", "minutes_delivered")
    assert "<dt>sessions to bring in</dt><dd>1</dd>" in page
    client.post(address, {field: "leave_out"})
    page = client.get(address).content.decode()
    assert "Noted" not in page
    client.post(address, {field: "log"})
    assert selects(client.get(address).content.decode())["Noted"][1] == "date"


@pytest.mark.usefixtures("empty")
def test_a_file_without_headings_that_are_known_can_be_said_to_be_a_log() -> None:
    made = relation("director", "director")
    client = client_of("director")
    address = send(client, made, named("Aa,Bb,Cc\n1,2,3\n", "log.csv"), named(CASELOAD, "team.csv"))["Location"]
    page = client.get(address).content.decode()
    question = re.findall(r'name="(q[0-9a-f]{16})" value="1"> a log', page)[0]
    client.post(address, {question: "1"})
    assert shape_field(client.get(address).content.decode())


@pytest.mark.usefixtures("empty")
def test_a_file_of_which_nothing_is_written_does_not_end_in_words_of_success() -> None:
    made = relation("director", "director")
    client = client_of("director")
    address = send(client, made, named(CASELOAD, "team.csv"))["Location"]
    answer_all(client, address)
    assert client.post(f"{address}write/").status_code == 200
    one = 'Pupil No,Pupil,Therapy,Extra 9\n7,"Example, Ana",speech,Mm\n'
    address = send(client, made, named(one, "log.csv"))["Location"]
    answer_all(client, address)
    page = client.post(f"{address}write/").content.decode()
    assert "Nothing new was written" in page
    assert "No session was read in what you sent." in page
    assert "Not used: Extra 9" in page
    assert "It is on record" not in page
    assert "on record already" not in page
    address = send(client, made, named(CASELOAD, "team.csv"))["Location"]
    page = client.post(f"{address}write/").content.decode()
    assert "All of it was on record already. Nothing was changed." in page
    assert "No session was read" not in page
