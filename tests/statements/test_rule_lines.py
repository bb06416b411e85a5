"""A rule says once who decides, and names the reasons as the misses do."""

from pathlib import Path

import pytest
from tests.statements.statement_folder import AS_OF, TABLES, read

from makegood.statements.statement.child import statement_of
from makegood.terms.language import Lang

# Federal law leaves all to the team; of the session of 16 September nobody wrote down a reason.
LOG = TABLES["sessions"].replace("provider_absent", "vacancy").replace("c2,S,2026-09-16,0,TRIP", "c2,S,2026-09-16,0,")
NO_OFFERS = "offer_id,session_id,date,response\n"
STUDENTS = TABLES["students"].replace("own", "us-federal")
SAYS = {
    "en": ("the IEP team decides", "no reason known", "another reason"),
    "es": ("decide el equipo del IEP", "no se sabe el motivo", "otro motivo"),
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_who_decides_is_said_once_and_no_reason_is_called_another(tmp_path: Path, lang: Lang) -> None:
    records, ledger = read(
        tmp_path, AS_OF, sessions=LOG, students=STUDENTS, offers="offer_id,session_id,date,response\n"
    )
    statement = statement_of(records, ledger, "1", lang=lang)
    decides, none, another = SAYS[lang]
    said = [" ".join(line.says) for line in statement.rules]
    assert any(none in each for each in said)
    assert not any(another in each for each in said)
    assert [each.casefold().count(decides.casefold()) for each in said if none in each] == [1]
