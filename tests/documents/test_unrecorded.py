"""Minutes with nothing on record are listed apart from those that were not given."""

import datetime as dt
from pathlib import Path

import pytest
from tests.documents.conftest import AS_OF, child, made, word_text
from tests.statements.statement_folder import read

from makegood.documents import tables
from makegood.documents.ask import draft
from makegood.documents.subject import Subject, case_of
from makegood.terms.language import Lang

# By the files of the example: nobody came on February 9 as the therapist was away; of February 16 there is no row.
APART = {
    "en": ("Tue, Feb 9, 2027", "Tue, Feb 16, 2027", "Nothing is on record for these."),
    "es": ("martes 9 feb 2027", "martes 16 feb 2027", "De estos no consta nada."),
}
KINDS = ("missed_question", "state_complaint", "meeting_request", "504_request", "504_grievance", "not_given_notice")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", [*KINDS, "missed_notice"])
def test_a_gap_in_the_record_is_in_no_list_of_what_was_not_given(kind: str, lang: Lang) -> None:
    missed, gap, says = APART[lang]
    letter = draft(child("004518"), "004518", kind, AS_OF, lang=lang).letter
    assert letter is not None
    days = [[row[0] for row in block["rows"]] for block in letter.paper["blocks"] if block["type"] == "table"]
    notes = [gap]  # the family's own note is of the same day
    own = [each for each in days if each in ([missed], [gap])]
    assert own[:2] == [[missed], [gap]]
    assert own[2:] in ([], [notes])
    heads = [block["header"] for block in letter.paper["blocks"] if block["type"] == "table" and block["rows"]]
    of_gap = heads[days.index([gap])]
    assert of_gap[2] in {"Minutes", "Minutos"}
    text = word_text(made(kind, lang).files[f"{kind}.docx"])
    assert says in text
    assert "30 minutes: nothing on record" not in text


def test_a_week_with_nothing_on_record_is_listed_by_its_monday(tmp_path: Path) -> None:
    as_of = dt.date(2026, 9, 13)
    none = {
        "sessions": "session_id,service_id,date,minutes_delivered\n",
        "offers": "offer_id,session_id,date,response\n",
    }
    records, ledger = read(tmp_path, as_of, **none)
    for lang, monday in (("en", "week of August 31, 2026"), ("es", "semana del 31 de agosto de 2026")):
        case = case_of(records, ledger, Subject(student_id="1", lang=lang, writer="family", fields={}))  # type: ignore[arg-type]
        rows = tables.unrecorded(case, sorted(case.window.misses, key=lambda miss: miss.missed_on))["rows"]
        assert rows[0][0] == monday
