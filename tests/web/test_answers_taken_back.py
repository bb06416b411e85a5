"""An answer to a question of an import can be seen and taken back before anything is written."""

import html
import re

import pytest
from django.test import Client
from tests.web.cast import client_of, relation
from tests.web.test_setup import CASELOAD, LOG, answer_all, asked_about, count, named, send, waits

from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding

pytestmark = pytest.mark.usefixtures("empty")

# Each of these days is one of two: the fifth of September or the ninth of May, and so on.
EITHER = LOG.replace("10/12", "9/10").replace("10/14", "10/9").replace(",XQ,", ",P,student absent")
# Its days say nothing of the order in the log.
TEAM = CASELOAD.replace("8/24/2026", "2026-08-24").replace("6/4/2027", "2027-06-04")


def answers(page: str) -> dict[str, tuple[str, str]]:
    """Return what was answered so far and the value of its button, by what was asked."""
    found = re.findall(r'<li>([^<]*)<br>\s*<b>(.*?)</b> <button class="plain" name="change" value="(\w+)"', page)
    return {html.unescape(says): (html.unescape(answer), value) for says, answer, value in found}


def begun(*files: object) -> tuple[Client, str]:
    made = relation("director", "director")
    client = client_of("director")
    return client, send(client, made, *files)["Location"]


def test_a_wrong_order_of_dates_is_seen_and_taken_back_and_the_days_are_read_as_answered_anew() -> None:
    client, at = begun(named(EITHER, "log.csv"), named(TEAM, "team.csv"))
    page = client.get(at).content.decode()
    assert answers(page) == {}
    order = asked_about(page, "dates such as")
    client.post(at, {order: "1"})
    page = answer_all(client, at)
    (asked,) = [says for says in answers(page) if "dates such as" in says]
    answer, button = answers(page)[asked]
    assert answer == "Day first: 9/10/2026 is October 9"
    back = client.post(at, {"change": button})
    assert (back.status_code, back["Location"]) == (302, f"{at}#asked")
    page = client.get(at).content.decode()
    assert asked not in answers(page)
    assert 'id="asked"' in page
    assert client.post(f"{at}write/")["Location"] == at, "it is asked again, so nothing can be brought in"
    client.post(at, {asked_about(page, "dates such as"): "0"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    assert sorted(holding(MODELS["sessions"]).values_list("date", flat=True)) == ["2026-09-10", "2026-10-09"]


def test_what_a_code_was_said_to_mean_is_asked_once_and_taken_back_however_the_file_writes_it() -> None:
    log = LOG + '10/19/2026,"Example, Ana",speech,0,xq,\n'
    client, at = begun(named(log, "log.csv"), named(CASELOAD, "team.csv"))
    page = client.get(at).content.decode()
    # Two codes, and the first and the last day of school.
    assert page.count("<fieldset") == 4
    code = asked_about(page, "XQ")
    client.post(at, {code: "own", f"{code}-own": "vacancy"})
    page = answer_all(client, at)
    (asked,) = [says for says in answers(page) if "XQ" in says]
    assert answers(page)[asked][0] == "The position was vacant"
    client.post(at, {"change": answers(page)[asked][1]})
    page = client.get(at).content.decode()
    code = asked_about(page, "XQ")
    client.post(at, {code: "own", f"{code}-own": "student_absent"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    missed = holding(MODELS["sessions"]).filter(minutes_delivered="0").values_list("reason", flat=True)
    assert list(missed) == ["student_absent", "student_absent"]


def test_what_was_typed_of_an_iep_is_taken_back_and_waits_again() -> None:
    client, at = begun(named(LOG.replace(",XQ,", ",P,student absent"), "log.csv"))
    (field,) = waits(answer_all(client, at)).values()
    client.post(at, {field: "3 x 30 min weekly"})
    page = answer_all(client, at)
    asked = "What does the IEP promise Ana Example: Speech-language therapy?"
    assert answers(page)[asked][0] == "3 x 30 min weekly"
    assert client.post(at, {"change": answers(page)[asked][1]})["Location"] == f"{at}#asked"
    page = client.get(at).content.decode()
    assert list(waits(page).values()) == [field]
    assert asked not in answers(page)
    client.post(at, {field: "2 x 30 min weekly"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    assert list(holding(MODELS["services"]).values_list("mandate", flat=True)) == ["2 x 30 min weekly"]


def test_words_of_an_iep_with_two_meanings_are_asked_about_once_and_the_answer_is_kept_and_taken_back() -> None:
    client, at = begun(named(LOG.replace(",XQ,", ",P,student absent"), "log.csv"))
    (field,) = waits(answer_all(client, at)).values()
    client.post(at, {field: "30 min biweekly"})
    page = answer_all(client, at)
    assert "<fieldset" not in page
    (asked,) = [says for says in answers(page) if "can be read in more than one way" in says or "biweekly" in says][:1]
    client.post(at, {"change": answers(page)[asked][1]})
    assert "<fieldset" in client.get(at).content.decode()
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    assert count("services") == 1


@pytest.mark.parametrize("name", ["log.csv", "next month.csv"])
def test_what_an_earlier_file_answered_can_be_asked_again(name: str) -> None:
    client, at = begun(named(LOG, "log.csv"), named(CASELOAD, "team.csv"))
    code = asked_about(client.get(at).content.decode(), "XQ")
    client.post(at, {code: "own", f"{code}-own": "vacancy"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    later = LOG.replace("10/12", "11/16").replace("10/14", "11/18")
    client, at = begun(named(later, name))
    page = client.get(at).content.decode()
    assert "<fieldset" not in page
    (again,) = re.findall(r'name="afresh" value="(\w+)"', page)
    assert client.post(at, {"afresh": again}).status_code == 302
    page = client.get(at).content.decode()
    assert "What was answered then" not in page
    code = asked_about(page, "XQ")
    client.post(at, {code: "own", f"{code}-own": "student_absent"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    missed = holding(MODELS["sessions"]).filter(minutes_delivered="0", date="2026-11-18").get()
    assert missed.reason == "student_absent"


def test_the_answers_are_in_spanish_too() -> None:
    client, at = begun(named(EITHER, "log.csv"), named(TEAM, "team.csv"))
    page = client.get(at).content.decode()
    client.post(at, {asked_about(page, "dates such as"): "1"})
    answer_all(client, at)
    client.post("/language/", {"lang": "es"})
    page = client.get(at).content.decode()
    (asked,) = [says for says in answers(page) if "fechas como" in says]
    assert answers(page)[asked][0] == "Primero el día"
    assert "Cambiar esta respuesta" in page
    days = [answer for says, (answer, _) in answers(page).items() if "primer o el último día" in says]
    assert days == ["Lunes 24 ago 2026", "Viernes 4 jun 2027"]


def test_a_button_of_another_import_takes_nothing_back() -> None:
    client, at = begun(named(EITHER, "log.csv"), named(TEAM, "team.csv"))
    page = answer_all(client, at)
    before = answers(page)
    assert before
    client.post(at, {"change": "q0000000000000000", "afresh": "f0000000000000000"})
    assert answers(client.get(at).content.decode()) == before
