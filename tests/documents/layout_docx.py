"""Makes the layout of the word processor's file: `python -m tests.documents.layout_docx` writes it again.

It is a Word file, so it cannot be read in a review; this is what it is made from.
"""

import io
import re
from pathlib import Path

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

import makegood.documents
from makegood.documents.docx_file import same_bytes

PLACE = Path(makegood.documents.__file__).parent / "layout" / "paper.docx"
FONT = "Calibri"
"""The font of everything: a style that names none falls to another where the theme's fonts are not there."""
SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
MORE_LINES = "loop.nextitem is defined and loop.nextitem.type == 'line' and not loop.nextitem.level"
BLOCKS = (
    ("{%p if b.type == 'heading' and b.level == 2 %}", None),
    ("{{ b.text }}", "Heading 2"),
    ("{%p elif b.type == 'heading' %}", None),
    ("{{ b.text }}", "Heading 3"),
    ("{%p elif b.type == 'item' %}", None),
    ("{{ b.words }}", "List Bullet"),
    (f"{{%p elif b.type == 'line' and {MORE_LINES} %}}", None),
    ("{{ b.words }}", "No Spacing"),
    ("{%p elif b.type == 'line' %}", None),
    ("{{ b.words }}", "Last Line"),
    ("{%p elif b.type == 'box' %}", None),
    ("{{ b.words }}", "Intense Quote"),
    ("{%p elif b.type == 'paragraph' and loop.previtem is defined and loop.previtem.type == 'table' %}", None),
    ("{{ b.words }}", "After Table"),
    ("{%p elif b.type == 'paragraph' %}", None),
    ("{{ b.words }}", "Normal"),
    ("{%p elif b.type == 'sign' %}", None),
    ("{%p for label in b.labels %}", None),
    ("______________________________________", "Sign"),
    ("{{ label }}", "No Spacing"),
    ("{%p endfor %}", None),
    ("{%p elif b.type == 'page' %}", None),
    ("\f", "Normal"),
    ("{%p elif b.type == 'table' %}", None),
    ("TABLE", None),
    ("{%p endif %}", None),
)


def layout() -> bytes:
    """Return the layout as a Word file."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1)
    section.top_margin = section.bottom_margin = Inches(0.9)
    normal = made.styles["Normal"]
    normal.font.size = Pt(11.5)
    normal.paragraph_format.space_after = Pt(8)
    for name, size in (("Heading 1", 17), ("Heading 2", 13), ("Heading 3", 11.5)):
        made.styles[name].font.size = Pt(size)
        made.styles[name].font.color.rgb = RGBColor(0, 0, 0)
    # As it comes, the style has a letter of its own: papers would be set in two.
    made.styles["No Spacing"].base_style = normal
    _style(made, "Last Line", before=0, after=8)
    _style(made, "After Table", before=8, after=8)
    quote = made.styles["Intense Quote"]
    quote.font.color.rgb, quote.font.italic, quote.font.bold = RGBColor(0, 0, 0), False, False
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Inches(0.1)
    _box(quote)
    _style(made, "Sign", before=22, after=0)
    _one_font(made)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-US")
    defaults = made.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(lang)
    section.footer.paragraphs[0].text = "{{ foot }}"
    made.add_paragraph("{{ title }}", style="Heading 1")
    made.add_paragraph("{%p for b in blocks %}")
    for text, style in BLOCKS:
        if text == "TABLE":
            _table(made)
        elif text == "\f":
            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            made.add_paragraph(text, style=style)
    made.add_paragraph("{%p endfor %}")
    file = io.BytesIO()
    made.save(file)
    return same_bytes(file.getvalue(), None)


def _one_font(made: docx.document.Document) -> None:
    """Name one font in every style that names one, in place of those of the theme, and in the theme."""
    for fonts in made.styles.element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for script in SCRIPTS:
            fonts.set(qn(f"w:{script}"), FONT)
    (theme,) = (part for part in made.part.package.iter_parts() if part.partname.startswith("/word/theme/"))
    theme._blob = re.sub(
        rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rb"\g<1>" + FONT.encode(), theme.blob
    )


def _style(made: docx.document.Document, name: str, *, before: int, after: int) -> None:
    style = made.styles.add_style(name, 1)
    style.base_style = made.styles["Normal"]
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _box(style: docx.styles.style.ParagraphStyle) -> None:
    """Draw a thin line on all four sides, in no colour."""
    borders = style.element.pPr.find(qn("w:pBdr"))
    for old in list(borders):
        borders.remove(old)
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "6"), ("color", "595959")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)


def _table(made: docx.document.Document) -> None:
    table = made.add_table(rows=4, cols=3, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    cells = (
        ("{%tc for cell in b.header %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr for row in b.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for at, (row, texts) in enumerate(zip(table.rows, cells, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].style = made.styles["No Spacing"]
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(10)
            run.font.bold = at == 0 or None
    first = table.rows[0]._tr.get_or_add_trPr()
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    first.append(head)


if __name__ == "__main__":
    PLACE.write_bytes(layout())
