"""An import in two tabs, by old forms and buttons pressed twice: an answer is taken where it was meant or nowhere."""

import json
import re

import pytest
from tests.web.cast import client_of, relation
from tests.web.test_answers_taken_back import EITHER, TEAM, answers, begun
from tests.web.test_attacks import at_once
from tests.web.test_setup import CASELOAD, EXPORTS, LOG, answer_all, asked_about, count, named, selects, send, waits

from makegood.imports.ask import Answer, Question
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.setup.field_names import field_of_question
from makegood.web.site import site

pytestmark = pytest.mark.usefixtures("empty")

TWO = """Date,Student,Service,Minutes,Code,Reason
10/12/2026,"Example, Ana",speech,30,P,
10/13/2026,"Sample, Ben",OT,30,P,
"""
ANA, BEN = "Ana Example: Speech-language therapy", "Ben Sample: Occupational therapy"


def test_what_an_old_form_says_of_one_iep_is_not_taken_for_another() -> None:
    client, at = begun(named(TWO, "log.csv"))
    old = waits(answer_all(client, at))
    assert list(old) == [ANA, BEN]
    client.post(at, {old[ANA]: "3 x 30 min weekly"})
    answer_all(client, at)
    # Back, and sent once more: Ana's is known by now, and Ben's is the first that waits.
    client.post(at, {old[ANA]: "1 x 30 min weekly"})
    page = answer_all(client, at)
    assert list(waits(page)) == [BEN]
    assert answers(page)[f"What does the IEP promise {ANA}?"][0] == "3 x 30 min weekly"
    client.post(at, {old[BEN]: "2 x 30 min weekly"})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    written = holding(MODELS["services"]).values_list("service_type", "mandate")
    assert sorted(written) == [("occupational_therapy", "2 x 30 min weekly"), ("speech", "3 x 30 min weekly")]


def test_a_form_that_offered_other_answers_answers_nothing() -> None:
    def of(*offered: str) -> str:
        likely = tuple(Answer(each, each) for each in offered)
        return field_of_question(
            Question("student", "Ana", "Who is Ana?", ("students", "Ana"), "log.csv", likely=likely)
        )

    assert of("7", "new") == of("7", "new")
    # The first of these answers is another student: a tick at the first is not taken for it.
    assert of("7", "new") != of("8", "7", "new")


def test_bring_it_in_pressed_twice_brings_it_in_once_and_says_so() -> None:
    client, at = begun(named(EITHER, "log.csv"), named(TEAM, "team.csv"))
    answer_all(client, at)
    others = [client_of("director") for _ in range(3)]
    statuses = at_once(3, lambda number: others[number].post(f"{at}write/").status_code)
    assert sorted(statuses) == [200, 404, 404]
    assert count("sessions") == 2


def test_answers_of_two_tabs_at_once_lose_nothing() -> None:
    client, at = begun(named(EITHER, "log.csv"), named(TEAM, "team.csv"))
    order = asked_about(client.get(at).content.decode(), "dates such as")
    tabs = [client_of("director") for _ in range(4)]
    ways = [
        lambda tab: tab.post(at, {order: "1"}),
        lambda tab: tab.post(at, {order: "1"}),
        lambda tab: tab.get(at),
        lambda tab: tab.post(f"{at}write/"),
    ]
    assert at_once(4, lambda number: ways[number](tabs[number]).status_code) == [302, 302, 200, 302]
    (answer, _) = next(given for says, given in answers(client.get(at).content.decode()).items() if "such as" in says)
    assert answer == "Day first: 9/10/2026 is October 9"


def test_files_that_are_sent_twice_at_once_are_one_import() -> None:
    made = relation("director", "director")
    clients = [client_of("director") for _ in range(3)]
    statuses = at_once(3, lambda number: send(clients[number], made, named(EITHER, "log.csv")).status_code)
    assert statuses == [302, 302, 302]
    assert len(list((site().data / "uploads").iterdir())) == 1


def test_what_was_asked_and_typed_is_whole_at_any_moment() -> None:
    client, at = begun(named(TWO, "log.csv"))
    fields = waits(answer_all(client, at))
    client.post(at, {fields[ANA]: "3 x 30 min weekly"})
    (work,) = (site().data / "uploads").iterdir()
    kept = (work / "asked.json", work / "records" / "caseload.csv")
    whole = [path.read_bytes() for path in kept]
    # Whoever has opened it reads it to its end; a site that is killed has written the next one or not.
    with kept[0].open("rb") as asked, kept[1].open("rb") as typed:
        button = answers(client.get(at).content.decode())["What does 'P' say of a session?"][1]
        client.post(at, {"change": button})
        answer_all(client, at)
        client.post(at, {fields[BEN]: "2 x 30 min weekly"})
        assert [asked.read(), typed.read()] == whole
    assert [path.read_bytes() == before for path, before in zip(kept, whole, strict=True)] == [False, False]
    assert json.loads(kept[0].read_bytes())["given"]


@pytest.mark.parametrize("typed", ["2 x 30 min\x00 weekly", "\x1b2 x 30\r\nmin weekly", "2 x 30 min weekly\u202e\x85"])
def test_unseen_characters_in_what_is_typed_damage_no_file(typed: str) -> None:
    client, at = begun(named(LOG.replace(",XQ,", ",P,student absent"), "log.csv"))
    (field,) = waits(answer_all(client, at)).values()
    client.post(at, {field: typed})
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
    assert list(holding(MODELS["services"]).values_list("mandate", flat=True)) == ["2 x 30 min weekly"]


@pytest.mark.parametrize("name", ["\u5b66" * 110, "\U0001f600" * 120, "n\u0303" * 120])
def test_a_file_may_have_a_longer_name_than_a_disk_takes(name: str) -> None:
    made = relation("director", "director")
    client = client_of("director")
    at = send(client, made, named(LOG, f"{name}.csv"), named(LOG, f"{name}.csv"), named(CASELOAD, "team.csv"))
    page = answer_all(client, at["Location"])
    shown = re.findall(r'<span class="who">(.*?)</span>', page)
    assert len(set(shown)) == 3
    assert client.post(f"{at['Location']}write/").status_code == 200


def test_what_would_make_the_files_unreadable_is_refused_and_the_import_goes_on() -> None:
    made = relation("director", "director")
    client = client_of("director")
    at = send(client, made, *(path.open("rb") for path in sorted(EXPORTS.glob("*.csv"))))["Location"]
    page = client.get(at).content.decode()
    (field,) = [name for name, chosen in selects(page).values() if chosen == "label"]
    refused = client.post(at, {field: "school"})
    assert refused.status_code == 400
    assert "Nothing was written, because of this:" in refused.content.decode()
    after = client.get(at)
    assert after.status_code == 200
    assert [chosen for name, chosen in selects(after.content.decode()).values() if name == field] == ["label"]
    answer_all(client, at)
    assert client.post(f"{at}write/").status_code == 200
