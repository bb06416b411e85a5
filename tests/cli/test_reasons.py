"""What `makegood reasons` prints can be written back, in either language."""

import json

import pytest
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.terms.reasons import REASONS, reason_of


@pytest.mark.parametrize("lang", ["en", "es"])
def test_each_phrase_that_is_printed_is_read_as_its_reason(lang: str) -> None:
    told = json.loads(CliRunner().invoke(app, ["reasons", "--lang", lang, "--format", "json"]).stdout)["reasons"]
    assert sorted(one["reason"] for one in told) == sorted(REASONS)
    for one in told:
        assert reason_of(one["in_words"]) in {one["reason"], "no_school" if one["reason"] == "holiday" else None}


def test_the_table_has_the_words_of_its_language() -> None:
    told = CliRunner().invoke(app, ["reasons", "--lang", "es"]).stdout
    assert "el/la estudiante falt\u00f3" in told
    assert "the student" not in told
