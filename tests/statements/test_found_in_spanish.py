"""Every sentence of a finding that can come to a page has its Spanish: they are read out of the source."""

import re
import string
from pathlib import Path
from typing import Final

import pytest
from tests.house.conftest import ROOT
from tests.house.said import BLANK, Said, Source, filled
from tests.intake.broken import ALL, Broken
from tests.intake.folders import write_folder
from tests.intake.test_broken import AS_OF

from makegood.intake import read_folder
from makegood.statements.wording import found_es
from makegood.statements.wording.forms import Forms, fits, form_of
from makegood.statements.wording.found_es import found_in_spanish, needed_in_spanish
from makegood.statements.wording.found_es.words import in_words

ELSEWHERE: Final = (
    "cli/", "planner/", "plans/", "week/", "exports/", "policies/", "simulation/", "ledger/state/", "documents/packet/",
    "files/outputs.py", "files/writing.py", "files/parquet.py", "web/outside.py", "documents/letter.py",
    "documents/texts.py",
)  # fmt: skip
"""What only a command says: no page plans, exports, stores a state, or looks through a district's own templates."""
HANDED_ON: Final = frozenset({
    "files/refusal.py", "intake/table.py", "web/records/write.py", "intake/checks/reasons.py", "imports/calendars.py",
    "documents/produce.py", "imports/layouts/apply.py",
})  # fmt: skip
"""Where a sentence that was made elsewhere becomes a finding; templates say of themselves what is wrong in them."""


KNOWN: Final = re.compile(r"('?<\d+>'?[-:,; ]*)+|1|us-federal|start|end|terms|esy")
"""Marks of blanks, a figure, and names of columns, tables and packs."""


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(ROOT / "src" / "makegood")


def astray(text: str, forms: Forms) -> list[str]:
    """Return what a form takes for a part that only the records know, and is words of the sentence itself."""
    found = form_of(text, forms)
    kept = found[1] if found else ()
    return [each for each in kept if not KNOWN.fullmatch(each) and in_words(each) == each]


def of_pages(said: Said) -> bool:
    return not said.where.startswith(ELSEWHERE)


def test_every_sentence_of_a_finding_of_a_page_has_its_spanish(source: Source) -> None:
    forms = {each.form: each.where for each in source.said() if of_pages(each)}
    bare = {where for form, where in forms.items() if not form.strip(BLANK + " .{}")}
    assert {each.partition(":")[0] for each in bare} <= HANDED_ON
    without = {
        form.replace(BLANK, "{}"): where
        for form, where in forms.items()
        if where not in bare and found_in_spanish(filled(form)) is None
    }
    assert len(forms) > 250
    assert without == {}
    assert {form: left for form in forms if (left := astray(filled(form), found_es.SAID))} == {}


@pytest.mark.parametrize("broken", ALL, ids=lambda broken: broken.code)
def test_what_is_found_in_a_broken_folder_is_said_in_spanish(broken: Broken, tmp_path: Path) -> None:
    _, findings = read_folder(write_folder(tmp_path / "broken", broken.changes), as_of=AS_OF)
    assert findings
    assert [each.message for each in findings if found_in_spanish(each.message) is None] == []


def test_no_spanish_is_kept_for_a_sentence_that_nobody_says(source: Source) -> None:
    said = [filled(each.form) for each in source.said() if of_pages(each)]
    assert [form for form, _ in found_es.SAID if not any(fits(form, each) is not None for each in said)] == []


def test_what_a_finding_needs_has_its_spanish_where_it_names_what_the_sentence_does_not(source: Source) -> None:
    said = {each.form: each.where for each in source.needed() if of_pages(each)}
    needed = {form: where for form, where in said.items() if BLANK in form and form.strip(BLANK)}
    assert len(needed) > 40
    assert {form: where for form, where in needed.items() if needed_in_spanish(filled(form)) is None} == {}
    assert {form: left for form in said if form != BLANK and (left := astray(filled(form), found_es.NEEDED))} == {}


@pytest.mark.parametrize("forms", [found_es.SAID, found_es.NEEDED], ids=["said", "needed"])
def test_the_spanish_keeps_each_figure_and_word_of_the_file(forms: tuple[tuple[str, str], ...]) -> None:
    for english, spanish in forms:
        fields = [name for _, name, _, _ in string.Formatter().parse(spanish) if name is not None]
        numbered = [int(name) if name else at for at, name in enumerate(fields)]
        assert sorted(numbered) == list(range(english.count("{}"))), english
    assert len({english for english, _ in forms}) == len(forms)


def test_of_two_forms_that_fit_the_one_with_more_words_is_said() -> None:
    assert found_in_spanish("No row of the table 'terms' has this id.") == (
        "Ninguna fila de la tabla 'terms' tiene este identificador."
    )
    assert found_in_spanish("12,000 session(s) of service SV-1 lie in none of its periods; what was delivered in them "
                            "counts as extra.") == (
        "Hay 12,000 sesiones del servicio SV-1 fuera de todos sus períodos. Lo que se dio en ellas cuenta como "
        "adicional."
    )  # fmt: skip
    assert found_in_spanish("What nobody wrote") is None


def test_a_sentence_that_is_put_together_in_the_code_is_read_in_each_of_its_forms(tmp_path: Path) -> None:
    (tmp_path / "room.py").write_text(
        "from makegood.terms.findings import Finding, Origin\n"
        "_KINDS = {1: 'a log', 2: 'a grid'}\n"
        "def look(n: int, many: bool) -> Finding:\n"
        "    says = f'Row {n} is {_KINDS[n]}.'\n"
        "    if many:\n"
        "        says += ' There are more.'\n"
        "    return _made(says)\n"
        "def _made(words: str) -> Finding:\n"
        "    return Finding('error', 'any', words, Origin(), expected=f'at most {len(words)} of them')\n",
        encoding="utf-8",
    )
    source = Source(tmp_path)
    assert {each.form for each in source.said()} == {
        f"Row {BLANK} is {what}.{more}" for what in ("a log", "a grid") for more in ("", " There are more.")
    }
    assert [each.form for each in source.needed()] == [f"at most {BLANK} of them"]
    assert found_in_spanish("Row 3 is a log.") is None
