import datetime as dt
import json
import re
import shutil
import subprocess
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.statements.long_folder import tell_long
from tests.statements.statement_folder import tell

from makegood.statements.picture.picture import Picture, Week
from makegood.statements.picture.svg import picture_svg
from makegood.statements.statement.page import PAGES, statement_html
from makegood.statements.wording.words import words_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on PATH: apt-get install chromium")
PHONE = """
const seen = [...document.querySelectorAll("iframe")].map((frame) => {
  const page = frame.contentDocument;
  const shown = (e) => e.getClientRects().length && !e.closest(".unseen, .cards thead, title, desc, svg");
  const texts = [...page.body.querySelectorAll("*")].filter(
    (e) => shown(e) && [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const taps = [...page.querySelectorAll(".jump a, .tap, summary")].filter(shown);
  return {
    wide: page.documentElement.scrollWidth,
    smallest: Math.min(...texts.map((e) => parseFloat(frame.contentWindow.getComputedStyle(e).fontSize))),
    lowest: Math.min(...taps.map((e) => e.getBoundingClientRect().height)),
    narrow: [...page.querySelectorAll("table")].every((e) => e.getBoundingClientRect().right <= 360),
  };
});
"""
LABELS = """
const seen = [...document.querySelectorAll(".half-years > svg")].map((svg) =>
  [...svg.querySelectorAll("text")].map((e) => {
    const box = e.getBBox();
    return [e.textContent, box.x, box.y, box.width, box.height];
  }));
"""


def chromium(*arguments: str) -> str:
    assert CHROMIUM is not None
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    done = subprocess.run([CHROMIUM, *quiet, *arguments], capture_output=True, text=True, timeout=90, check=True)
    return done.stdout


def measured(path: Path, body: str, script: str) -> Any:
    """Show a body in a browser, and return what a script has seen of it."""
    tail = 'onload = () => { %s; document.getElementById("seen").textContent = JSON.stringify(seen) }' % script  # noqa: UP031
    path.write_text(f'<meta charset="utf-8">{body}<pre id="seen"></pre><script>{tail}</script>', encoding="utf-8")
    shown = re.search(r'<pre id="seen">(.*?)</pre>', chromium("--dump-dom", path.as_uri()), re.DOTALL)
    assert shown is not None
    return json.loads(unescape(shown[1]))


def test_on_a_phone_nothing_scrolls_sideways_and_nothing_is_too_small_to_read_or_to_tap(tmp_path: Path) -> None:
    told = {
        "short": tell(tmp_path / "short"),
        "long": tell_long(tmp_path / "long"),
        "spanish": tell_long(tmp_path / "spanish", "es"),
    }
    frames = ""
    for name, statement in told.items():
        page = statement_html(statement).replace("<details>", "<details open>")
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
        frames += f'<iframe src="{name}.html" style="width:360px;height:800px;border:0"></iframe>'
    for page in measured(tmp_path / "phone.html", frames, PHONE):
        assert page["wide"] <= 360
        assert page["narrow"]
        assert page["smallest"] >= 16
        assert page["lowest"] >= 24


def test_no_name_of_a_month_or_year_is_printed_over_another_or_out_of_the_picture(tmp_path: Path) -> None:
    pictures = []
    begins = (dt.date(2026, 8, 31), dt.date(2026, 9, 28), dt.date(2026, 12, 14), dt.date(2026, 12, 28))
    for first, n, lang in product(begins, (1, 2, 3, 5, 9, 20, 27, 28, 40, 53, 110), ("en", "es")):
        weeks = tuple(week(first + dt.timedelta(7 * k)) for k in range(n))
        key = f"k{len(pictures)}"
        pictures.append(picture_svg(Picture(service_id="S", weeks=weeks), words_of(lang), "Speech", key))
    css = (PAGES / "statement.css").read_text(encoding="utf-8")
    rows = measured(tmp_path / "labels.html", f"<style>{css}</style>{''.join(pictures)}", LABELS)
    assert len(rows) > len(pictures)
    for texts in rows:
        assert len(texts) >= 4, "the two numbers of the axis, a month and its year"
        for (one, *a), (other, *b) in ((a, b) for n, a in enumerate(texts) for b in texts[n + 1 :]):
            # Two lines of text may touch: their letters do not fill the boxes.
            apart = a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0] or a[1] + 14 <= b[1] or b[1] + 14 <= a[1]
            assert apart, (one, a, other, b)
        for text, x, _, width, _ in texts:
            assert x >= 0, text
            assert x + width <= 340, text


def week(monday: dt.date) -> Week:
    return Week(
        monday=monday, given=1440, differently=0, make_up=0, missed=0, unrecorded=0, pending=0, state="all"
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on PATH: apt-get install poppler-utils")
def test_on_paper_every_sheet_is_numbered_and_used_and_no_heading_is_left_at_its_end(tmp_path: Path) -> None:
    page = statement_html(tell_long(tmp_path / "long", "es"))
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    pdf = tmp_path / "page.pdf"
    chromium("--no-pdf-header-footer", f"--print-to-pdf={pdf}", (tmp_path / "page.html").as_uri())
    headings = {unescape(re.sub(r"<[^>]+>", "", h)) for h in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", page)}
    sheets = [lines_of(text) for text in re.findall(r"<page .*?</page>", told_boxes(pdf), re.DOTALL)]
    assert len(sheets) >= 3
    for n, lines in enumerate(sheets, 1):
        feet = [line for low, line in lines if low > 0.93]
        text = [(low, line) for low, line in lines if low <= 0.93]
        assert f"{n} / {len(sheets)}" in " ".join(feet)
        assert "Informe de los servicios" in " ".join(feet)
        assert text[-1][1] not in headings
        assert "Minutos" not in text[-1][1], "the head of a table without a row"
        if n < len(sheets):
            assert text[-1][0] > 0.6, f"sheet {n} of {len(sheets)} ends at {text[-1][0]:.0%}"


def told_boxes(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def lines_of(sheet: str) -> list[tuple[float, str]]:
    """Return the lines of a sheet from its top, each with how far down it ends (1 is the sheet's end)."""
    height = re.search(r'<page width="[\d.]+" height="([\d.]+)"', sheet)
    assert height is not None
    found = []
    for low, line in re.findall(r'<line [^>]*yMax="([\d.]+)">(.*?)</line>', sheet, re.DOTALL):
        words = re.findall(r"<word [^>]*>(.*?)</word>", line)
        found.append((float(low) / float(height[1]), unescape(" ".join(words))))
    return sorted(found)
