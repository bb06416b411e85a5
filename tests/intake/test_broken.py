import datetime as dt
import re
from pathlib import Path

import pytest
from tests.intake.broken import ALL, ELSEWHERE, PROMISES, Broken
from tests.intake.folders import PLANNED, write_folder

import makegood.intake
import makegood.log.doubts
from makegood.intake import read_folder

AS_OF = dt.date(2026, 11, 20)
NAMES = ("Ana", "Ben", "Cleo")


def test_a_sound_folder_gives_records_and_no_finding(tmp_path: Path) -> None:
    records, findings = read_folder(write_folder(tmp_path / "sound"), as_of=AS_OF)
    assert findings == []
    assert records is not None
    assert len(records.sessions) == 4


def test_the_planners_tables_give_records_and_no_finding(tmp_path: Path) -> None:
    records, findings = read_folder(write_folder(tmp_path / "sound", dict(PLANNED)), as_of=AS_OF)
    assert findings == []
    assert records is not None
    assert (records.availability.start[0], records.travel.from_[0], records.pinned.settles[0]) == (780, "MRE", 20)


@pytest.mark.parametrize("broken", ALL, ids=lambda broken: broken.code)
def test_each_broken_input_is_found_and_said_in_plain_words(broken: Broken, tmp_path: Path) -> None:
    records, findings = read_folder(write_folder(tmp_path / "broken", broken.changes), as_of=AS_OF)
    found = [finding for finding in findings if finding.code == broken.code]
    assert found, f"found only {[(f.code, f.message) for f in findings]}"
    assert found[0].level == broken.level
    assert any(broken.words in finding.line() for finding in found), [f.line() for f in found]
    assert (records is None) == any(finding.level == "error" for finding in findings)
    assert not any(name in finding.line() for finding in findings for name in NAMES)


@pytest.mark.parametrize("broken", [one for one in ALL if one not in PROMISES], ids=lambda broken: broken.code)
def test_a_message_does_not_repeat_the_place_that_stands_beside_it(broken: Broken, tmp_path: Path) -> None:
    for finding in read_folder(write_folder(tmp_path / "broken", broken.changes), as_of=AS_OF)[1]:
        if finding.row is not None and finding.code != "not_confirmed":
            assert not re.search(rf"\brow {finding.row}\b|column '{finding.column}'|\.csv", finding.message)


def test_every_code_has_its_broken_input() -> None:
    room = Path(makegood.intake.__file__).parent
    sources = [p.read_text() for p in room.rglob("*.py") if "mandate" not in p.relative_to(room).parts]
    sources += [p.read_text() for p in Path(makegood.log.doubts.__file__).parent.glob("*.py")]
    quoted = {word for source in sources for word in re.findall(r'"([a-z]+(?:_[a-z]+)*)"', source)}
    raised = {
        code
        for source in sources
        for code in re.findall(
            r'(?:Finding\(\s*"(?:error|warning)",|Doubt\(|code =|code, expected =)\s*"([a-z_]+)"', source
        )
    }
    covered = {broken.code for broken in ALL} | ELSEWHERE.keys()
    assert covered <= quoted, f"no code says {covered - quoted}"
    assert raised <= covered, f"no broken input for {raised - covered}"
