"""A letter is the same whenever it is made, takes any name, and no template of a district can do harm with it."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import page
import pikepdf
import pytest
from docx.oxml.ns import qn
from tests.documents.conftest import AS_OF, EXAMPLE, child, made, pdf_text, run, word_text
from tests.documents.layout_docx import PLACE, layout

from makegood.documents.ask import draft, letter
from makegood.documents.glyphs import printed
from makegood.documents.kinds import KINDS
from makegood.documents.letter import Templates
from makegood.documents.never import forbidden
from makegood.documents.packet.make import packet_of
from makegood.documents.texts import PAPERS, own, with_district

EVERYTHING = os.environ.get("MAKEGOOD_EVERY_PAGE") == "all"
NAMES = {
    "Latin": "Nguyễn Thị Ánh-Đào",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Дар'я Шевченко",
    "Armenian": "Արամ Խաչատրյան",
    "Georgian": "ნინო ბერიძე",
    "Hebrew": "דוד כהן",
    "Arabic": "محمد علي",
    "Devanagari": "अनिल कुमार",
    "Han": "王小明",
    "Hangul": "김민수",
    "Thai": "สมชาย",
    "Ethiopic": "ሰላም",
}
OF_LENGTHS = "PDFA3A-STREAM-LENGTH-001"
"""The checker takes a stream whose last byte is a carriage return for one byte too short; here each is measured."""
LACKING = {"Han": 3, "Hangul": 3, "Thai": 5, "Ethiopic": 3}


def stream_lengths(data: bytes) -> list[bool]:
    """Return for each stream of a PDF whether it ends where its length says."""
    streams = re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", data)
    return [re.match(rb"\r?\nendstream", data[s.end() + int(s[1]) :][:12]) is not None for s in streams]


def with_text(name: str, text: str) -> Templates:
    return replace(own(), texts=dict(own().texts) | {name: text}, foreign=True)


@pytest.mark.parametrize("kind", ["missed_question", "make_up_offer"])
def test_the_same_records_give_the_same_bytes(kind: str) -> None:
    again = letter(child("004518"), "004518", kind, AS_OF)
    assert again.files == made(kind, "en").files


@pytest.mark.parametrize("script", NAMES)
def test_a_name_in_any_script_stops_no_letter(script: str) -> None:
    name = NAMES[script]
    said = letter(child("004518"), "004518", "missed_question", AS_OF, fields={"parent_name": name})
    assert sorted(said.files) == ["missed_question.docx", "missed_question.pdf"]
    assert name in word_text(said.files["missed_question.docx"])
    codes = [finding.code for finding in said.findings]
    assert codes == (["lacking_glyphs"] if script in LACKING else [])
    assert printed(name)[1] == LACKING.get(script, 0)
    assert ("\ufffd" in pdf_text(said.files["missed_question.pdf"])) == (script in LACKING)


@pytest.mark.parametrize(
    "name",
    [
        "{{ 7 * 7 }}",
        "# Title\n## Other",
        "#panic()",
        "</w:t> & <b>",
        "\x02blank:why\x03",
        "\u202eevil",
        "x" * 5000,
        "\ud800",
    ],
)
def test_what_is_filled_in_is_words_and_never_a_sign_of_a_template(name: str) -> None:
    said = letter(child("004518"), "004518", "missed_question", AS_OF, fields={"parent_name": name})
    assert [finding.level for finding in said.findings if finding.level == "error"] == []
    text = word_text(said.files["missed_question.docx"])
    kept = re.sub("[\x02\x03\u202e\ud800]", "", name)
    assert " ".join(kept.split()) in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# T\n\n{{ nothing_such }}\n", 3),
        ("# T\n\n{% for %}\n", 3),
        ("# T\n{{ blank('no_such_field') }}\n", 2),
        ("No title\n", 1),
        ("# T\n{{ ''.__class__.__mro__ }}\n", 2),
        ("# T\n\n{% include '/etc/passwd' %}\n", 3),
        ("# T\n{{ child.update({'name': 'x'}) }}\n", 2),
    ],
)
def test_a_broken_or_hostile_template_is_refused_with_its_line(text: str, line: int) -> None:
    # In this process: what a district's own templates come to in theirs is tested below.
    templates = replace(with_text("missed_question.en.txt", text), foreign=False)
    said = letter(child("004518"), "004518", "missed_question", AS_OF, templates=templates, formats=("pdf",))
    assert said.files == {}
    assert [(f.code, f.table, f.row) for f in said.findings] == [("bad_template", "missed_question.en.txt", line)]


def test_a_districts_broken_template_is_refused_with_its_line_by_the_process_that_reads_it() -> None:
    templates = with_text("missed_question.en.txt", "# T\n\n{{ ''.__class__.__mro__ }}\n")
    said = letter(child("004518"), "004518", "missed_question", AS_OF, templates=templates, formats=("pdf",))
    assert [(f.code, f.table, f.row) for f in said.findings] == [("bad_template", "missed_question.en.txt", 3)]


@pytest.mark.parametrize(
    "source",
    [
        '#read("/etc/passwd")',
        '#import "@preview/cetz:0.3.0": canvas\n= T',
        "#let f(n) = f(n + 1)\n#f(0)",
    ],
)
def test_a_hostile_layout_reads_nothing_and_loads_nothing(source: str) -> None:
    templates = replace(own(), typst=source, foreign=True)
    said = letter(child("004518"), "004518", "missed_question", AS_OF, templates=templates, formats=("pdf",))
    assert said.files == {}
    assert [finding.code for finding in said.findings] == ["bad_template"]


def test_a_layout_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("makegood.documents.apart._WAIT", 4)
    templates = replace(own(), typst="#while true { [x] }\n= T", foreign=True)
    said = letter(child("004518"), "004518", "missed_question", AS_OF, templates=templates, formats=("pdf",))
    assert said.files == {}
    assert said.findings[0].code in {"template_too_slow", "bad_template"}


@pytest.mark.parametrize(
    "words", ["{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ cycler.__init__.__globals__ }}", "{% if %}"]
)
def test_a_hostile_word_file_is_refused(words: str) -> None:
    file = io.BytesIO()
    hostile = docx.Document()
    hostile.add_paragraph(words)
    hostile.save(file)
    templates = replace(own(), word=file.getvalue(), foreign=True)
    said = letter(child("004518"), "004518", "missed_question", AS_OF, templates=templates, formats=("docx",))
    assert said.files == {}
    assert said.findings[0].code == "bad_template"


def test_a_district_changes_the_words_of_one_kind_and_is_warned_of_what_no_paper_says(
    tmp_path: Path,
) -> None:
    text = own().texts["agreement.en.txt"] + "\nThe family waives all claims.\n"
    (tmp_path / "agreement.en.txt").write_text(text, encoding="utf-8")
    templates, findings = with_district(tmp_path)
    assert findings == []
    said = letter(child("004518"), "004518", "agreement", AS_OF, templates=templates, formats=("docx",))
    assert "The family waives all claims." in word_text(said.files["agreement.docx"])
    codes = [(finding.code, finding.row) for finding in said.findings]
    assert codes == [("never_said", len(text.splitlines()))]
    assert "Ask a lawyer or your parent center before you sign" in said.findings[0].message


def test_a_districts_template_that_leaves_out_what_is_on_no_record_is_warned_of(tmp_path: Path) -> None:
    text = own().texts["missed_question.en.txt"].replace('{% include "_unrecorded.en.txt" %}', "")
    (tmp_path / "missed_question.en.txt").write_text(text, encoding="utf-8")
    templates, _ = with_district(tmp_path)
    # Of 004518 there is no row on 16 February; of 004217 every session is on record.
    codes = [
        [each.code for each in letter(child(id_), id_, "missed_question", AS_OF, templates=templates).findings]
        for id_ in ("004518", "004217")
    ]
    assert codes == [["leaves_out_unrecorded"], []]


def test_a_file_that_is_no_template_is_named(tmp_path: Path) -> None:
    (tmp_path / "agreement.fr.txt").write_text("# T\n")
    templates, findings = with_district(tmp_path)
    assert templates is None
    assert [(finding.code, finding.table) for finding in findings] == [("unknown_template", "agreement.fr.txt")]


@pytest.mark.parametrize("path", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.name)
def test_no_template_says_what_no_paper_says(path: Path) -> None:
    assert [found for line in path.read_text(encoding="utf-8").splitlines() for found in forbidden(line)] == []


@pytest.mark.parametrize(
    "words",
    [
        "The school violated the IEP.", "They failed to give it.", "FAPE was denied.", "Es ilegal.",
        "You should file now.",
        "If you do not answer, you agree.", "due to staff shortage", "minute for minute", "The parent waives it.",
        "La escuela violó el plan.", "por falta de personal", "Debe presentar una queja.", "renuncia a sus derechos",
    ],
)  # fmt: skip
def test_the_list_of_what_is_never_said_catches_it(words: str) -> None:
    assert list(forbidden(words))


@pytest.mark.parametrize("path", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.name)
def test_each_sentence_with_a_figure_or_a_rule_has_its_source(path: Path) -> None:
    lacking = []
    for line in path.read_text(encoding="utf-8").splitlines():
        figure = re.search(
            r"totals\.|look_back\.|\b\d+ (?:days|días|years|años)|\b(?:CFR|U\.S\.C\.)|\bThe rule\b|\bLa norma\b", line
        )
        if figure and "source(" not in line and "{% if" not in line[:5]:
            lacking.append(line[:80])
    assert lacking == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_is_tagged_has_its_language_and_names_nobody_in_its_description(kind: str) -> None:
    for lang in ("en", "es"):
        with pikepdf.open(io.BytesIO(made(kind, lang).files[f"{kind}.pdf"])) as pdf:
            assert str(pdf.Root.Lang) == f"{lang}-US"
            assert pdf.Root.MarkInfo.Marked
            assert "/Author" not in pdf.docinfo
            info = pdf.open_metadata()
            assert info.pdfa_status == "3A"
            assert info["pdfuaid:part"] == "1"
            assert "Duskwater" not in str(info)
            kinds = {
                str(each.S)
                for each in pdf.objects
                if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/P" in each
            }
            assert "/H1" in kinds or "/Title" in kinds
            if "/Table" in kinds:
                assert "/TH" in kinds


@pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice is not installed")
def test_word_files_keep_their_words_and_shape_through_another_program(tmp_path: Path) -> None:
    """Between them the four have every kind of block; `make walk` takes every kind in both languages."""
    out, files = tmp_path / "out", []
    every = [(kind, lang) for kind in KINDS for lang in ("en", "es")]
    four = [("state_complaint", "es"), ("make_up_offer", "en"), ("agreement", "es"), ("records_answer", "en")]
    papers = {f"{kind}-{lang}": made(kind, lang) for kind, lang in (every if EVERYTHING else four)}
    names = {"parent_name": "; ".join(NAMES.values())}
    papers["names"] = letter(child("004518"), "004518", "missed_question", AS_OF, fields=names, formats=("docx",))
    for name, paper in papers.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(next(data for file, data in paper.files.items() if file.endswith(".docx")))
    words = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    # Started once for all of them: to start takes it longer than a file does.
    subprocess.run(
        [*words, "--convert-to", "docx", "--outdir", str(out), *map(str, files)], check=True, capture_output=True
    )
    changed = [file.name for file in files if word_shape(out / file.name) != word_shape(file)]
    assert changed == []
    assert all(name in word_text((out / "names.docx").read_bytes()) for name in NAMES.values())


def word_shape(file: Path) -> tuple[Any, ...]:
    """Return what a Word file says and how: its words, headings, tables with their header rows, and its language."""
    opened = docx.Document(str(file))
    styles = [(each.style.name if each.style else "", each.text) for each in opened.paragraphs]
    headings = [(style, text) for style, text in styles if style and style.startswith("Heading")]
    tables = [
        (len(each.rows), len(each.columns), bool(each.rows[0]._tr.xpath(".//w:tblHeader"))) for each in opened.tables
    ]
    assert headings
    languages = {each.get(qn("w:val")) for each in opened.styles.element.iter(qn("w:lang"))}
    return word_text(file.read_bytes()), headings, tables, languages


def test_a_word_file_is_set_in_one_letter_and_its_columns_are_as_wide_as_on_the_printed_page() -> None:
    file = docx.Document(io.BytesIO(made("make_up_offer", "en").files["make_up_offer.docx"]))
    (table,) = file.tables
    paragraphs = [*file.paragraphs, *(paragraph for cell in table._cells for paragraph in cell.paragraphs)]
    assert {_first_style(paragraph.style).name for paragraph in paragraphs} == {"Normal"}
    assert all(run.font.bold for cell in table.rows[0].cells for run in cell.paragraphs[0].runs)
    widths = [round(column.width.inches, 1) for column in table.columns]
    assert sum(widths) == pytest.approx(6.5, abs=0.2)
    assert widths[-1] < widths[0] < widths[3], "the rule's number needs least room, and what follows most"


def _first_style(style: Any) -> Any:
    return style if style.base_style is None else _first_style(style.base_style)


def test_the_layout_of_the_word_file_is_what_its_script_makes() -> None:
    assert PLACE.read_bytes() == layout()


def test_headings_and_text_of_the_word_file_are_of_one_named_font() -> None:
    # A font of the theme (`asciiTheme`) goes before a named one, and is another where the theme's fonts are not there.
    with zipfile.ZipFile(io.BytesIO(made("missed_question", "es").files["missed_question.docx"])) as file:
        styles = docx.oxml.parse_xml(file.read("word/styles.xml"))
        theme = file.read("word/theme/theme1.xml").decode()
    named = [dict(fonts.attrib) for fonts in styles.iter(qn("w:rFonts"))]
    assert len(named) > 3
    assert {name for fonts in named for name in fonts} == {
        qn(f"w:{each}") for each in ("ascii", "hAnsi", "cs", "eastAsia")
    }
    assert {font for fonts in named for font in fonts.values()} == {"Calibri"}
    assert re.findall(r'<a:(?:major|minor)Font>\s*<a:latin typeface="([^"]*)"', theme) == ["Calibri", "Calibri"]


@pytest.mark.parametrize(
    ("kind", "lang", "sent", "kept"),
    [("agreement", "en", 2, 1), ("state_complaint", "en", 3, 2), ("make_up_offer", "es", 4, 1)],
)
def test_pages_that_stay_with_the_sender_are_not_counted_among_those_of_the_letter(
    kind: str, lang: str, sent: int, kept: int
) -> None:
    words = pdf_text(made(kind, lang, "004217").files[f"{kind}.pdf"])
    own = {"en": "For you: keep this page.", "es": "Para usted: guarde esta página."}[lang]
    feet = re.findall(rf"(?: (\d) ?/ ?(\d)(?!\S)|({own}))", words)
    assert feet == [(str(n), str(sent), "") for n in range(1, sent + 1)] + [("", "", own)] * kept


def test_a_spanish_letter_names_the_language_of_the_home_in_spanish() -> None:
    words = word_text(made("meeting_request", "es", "004217").files["meeting_request.docx"])
    assert "Necesito intérprete: español." in words


def test_two_services_of_one_name_are_told_apart_by_their_dates() -> None:
    words = word_text(made("missed_question", "en", "004217").files["missed_question.docx"])
    assert "Speech-language therapy (Jun 22, 2026 to Jul 24, 2026): 2 sessions of 30 minutes a week" in words
    assert "Jun 21, 2027" not in words  # the next summer's has nothing yet


def test_the_command_writes_both_files_and_lists_what_is_missing(tmp_path: Path) -> None:
    out = tmp_path / "letter"
    code, said = run("letter", "state_complaint", EXAMPLE, "--student", "004518", "--as-of", "2027-03-12", "--out", out)
    assert code == 0
    assert sorted(path.name for path in out.iterdir()) == ["state_complaint.docx", "state_complaint.pdf"]
    assert "violation:" in said


def test_a_word_file_that_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "letter"
    words = ("letter", "understanding", EXAMPLE, "--student", "004518", "--as-of", "2027-03-12", "--out")
    assert run(*words, out)[0] == 0
    assert run(*words, out)[0] == 0
    changed = docx.Document(str(out / "understanding.docx"))
    changed.add_paragraph("My own words.")
    changed.save(str(out / "understanding.docx"))
    code, said = run(*words, out)
    assert (code, "not overwritten" in said) == (2, True)
    code, said = run(*words, EXAMPLE / "out")
    assert (code, "lies inside the records" in said) == (2, True)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_each_pdf_passes_a_checker_of_accessibility_and_of_archives(profile: str) -> None:
    papers = {(kind, lang): made(kind, lang).files[f"{kind}.pdf"] for kind in KINDS for lang in ("en", "es")}
    papers["packet", "en"] = packet_of(child("004312"), "004312", AS_OF).files["packet.pdf"]
    found = {
        which: [
            (failure.rule_id, failure.message)
            for failure in page.validate_pdf_bytes(data, profile=profile).failures
            if failure.rule_id != OF_LENGTHS or not all(stream_lengths(data))
        ]
        for which, data in papers.items()
    }
    assert {which: failures for which, failures in found.items() if failures} == {}


def blocks_of(student: str, kind: str) -> list[Any]:
    drafted = draft(child(student), student, kind, AS_OF)
    assert drafted.letter is not None
    return list(drafted.letter.paper["blocks"])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].writer == "family"])
def test_a_family_s_letter_tells_the_school_no_doubt_about_a_source_and_its_kept_page_does(kind: str) -> None:
    blocks = blocks_of("004518", kind)
    kept = next(at for at, block in enumerate(blocks) if block.get("kept"))
    sent = str(blocks[:kept])
    assert "general knowledge" not in sent
    if "34 CFR 300.616" in sent:
        assert "34 CFR 300.616: Cited from general knowledge" in str(blocks[kept:])


def test_a_letter_names_the_minutes_that_were_given_in_another_way() -> None:
    # Three sessions of 30 minutes were held in a group of 4; the IEP says 3 at most.
    text = str(blocks_of("004251", "missed_question"))
    assert "(90 of them not as the IEP says) were given of the" in text
