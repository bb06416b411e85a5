"""What is more than a person's file ever has is refused with a sentence, and soon."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.limits_page import PAGE, page
from tests.files.measured import measured
from tests.intake.folders import SOUND, write_folder

from makegood.files import limits
from makegood.intake import read_folder
from makegood.intake.ics import read_ics
from makegood.planner.what_if import read_what_if
from makegood.plans.instance_file import read_instance
from makegood.plans.plan_json import read_plan
from makegood.policies import read_packs

LOG = SOUND["sessions"].splitlines()[0] + "\n"
DAY = "DTSTART;VALUE=DATE:20260907"
PACK = (
    "id: {id}\ntitle: Made up\nlevel: district_policy\nbinding: true\nversions: [{{from: 2020-07-01}}]\nsources: {{}}\n"
)


def entries(number: int, *lines: str) -> str:
    """Return a calendar file of so many entries with these lines."""
    each = "".join(f"{line}\r\n" for line in ("BEGIN:VEVENT", DAY, *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\r\n{each * number}END:VCALENDAR\r\n"


TABLES = {
    "a line without end": (lambda: "x" * 30_000_000, "A line of this file has more than 1,000,000 characters"),
    "a line of commas": (lambda: LOG + "," * 30_000_000, "A line of this file has more than 1,000,000 characters"),
    "a hundred thousand columns": (lambda: LOG.strip() + ",a" * 100_000 + "\n", "The header has more than 500 columns"),
    "a header of many lines": (lambda: '"a\n",' * 100_000 + "\n", "The header has more than 500 columns"),
    "an endless cell": (lambda: f'{LOG}L1,"' + "x\n" * 400_000, "From here on the file cannot be split into cells"),
    "NUL": (lambda: LOG + "\0" * 1000, "This file holds NUL characters"),
    "a million short rows": (lambda: LOG + "1\n" * 300_000, "does not have as many cells as the header"),
    "one row again and again": (
        lambda: LOG + "L1,SV1,2026-09-14,30,09:00,,,,,P01,2,\n" * 50_000, "There are 49,999 like this",
    ),
    "corrections in a circle": (
        lambda: LOG + "".join(f"L{n},SV1,2026-09-14,0,,vacancy,,,,,,L{(n + 1) % 20_000}\n" for n in range(20_000)),
        "and 19,980 more correct one another in a circle",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", TABLES)
def test_a_nasty_table_is_refused_in_a_sentence_and_soon(tmp_path: Path, what: str) -> None:
    text, says = TABLES[what]
    folder = write_folder(tmp_path / "f", {"sessions": text()})
    done = measured(lambda: read_folder(folder)[1])
    assert says in done.told
    assert len(done.told) < 5_000
    assert done.seconds < 15
    assert done.megabytes < 400


CALENDARS = {
    "too many bytes": (lambda: "x" * 5_000_001, "This file has more than 5,000,000 bytes"),
    "too many entries": (lambda: entries(5_001), "This file has more than 5,000 entries"),
    "entries without end": (lambda: "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 300_000, "more than 5,000 entries"),
    "too many days listed": (
        lambda: entries(20, "RDATE;VALUE=DATE:" + "20260908," * 9_999 + "20260909"), "more than 1,000,000 characters",
    ),
    "too many lines": (lambda: entries(1, *["SUMMARY:x"] * 200_000), "more than 1,000,000 characters"),
    "lines that cannot be read": (lambda: entries(1, *["DTEND:zzz"] * 200_000), "more than 1,000,000 characters"),
    "zones without number": (lambda: entries(1) + "X-WR-TIMEZONE:A\r\n" * 250_000, ""),
    "a title of signs": (lambda: entries(1, "SUMMARY:" + "<" * 200_000), ""),
    "titles of signs": (lambda: entries(200, "SUMMARY:" + "<" * 20_000), ""),
    "rules without end": (lambda: entries(2_000, "RRULE:FREQ=DAILY"), ""),
    "every 0 days": (lambda: entries(2_000, "RRULE:FREQ=DAILY;INTERVAL=0"), ""),
    "by the second": (lambda: entries(2_000, "RRULE:FREQ=SECONDLY"), ""),
    "over a century": (lambda: entries(2_000, "RRULE:FREQ=YEARLY;UNTIL=21260907"), ""),
    "of many days of the month": (
        lambda: entries(100, "RRULE:FREQ=MONTHLY;BYMONTHDAY=" + ",".join(str(1 + n % 28) for n in range(3_000))),
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CALENDARS)
def test_a_nasty_calendar_ends_soon_with_a_sentence(tmp_path: Path, what: str) -> None:
    text, says = CALENDARS[what]
    (tmp_path / "year.ics").write_text(text())
    done = measured(lambda: read_ics(tmp_path / "year.ics", "C26")[1])
    assert says in done.told
    assert len(done.told) < 10_000
    assert done.seconds < 15
    assert done.megabytes < 400


PACKS: dict[str, tuple[Callable[[], dict[str, str]], str]] = {
    "a large pack": (lambda: {"own": "a: b\n" * 20_000}, "This file has more than 50,000 bytes"),
    "many keys": (lambda: {"own": "".join(f"k{n}: 1\n" for n in range(4_500))}, "This file has more than 100 errors"),
    "one key": (lambda: {"own": "a: 1\n" * 9_000}, "This file has more than 100 errors"),
    "brackets in brackets": (lambda: {"own": "[" * 40_000}, "Brackets stand inside one another here"),
    "lists in lists": (lambda: {"own": "- " * 20_000}, "cannot be read"),
    "versions": (
        lambda: {"own": PACK.format(id="own").replace("{from: 2020-07-01}", "{}," * 3_000)},
        "This pack has more than 100 versions",
    ),
    "a circle": (
        lambda: {f"p{n}": PACK.format(id=f"p{n}") + f"inherits: p{(n + 1) % 50}\n" for n in range(50)},
        "Inheritance runs in a circle",
    ),
    "many packs": (
        lambda: {f"p{n}": PACK.format(id=f"p{n}") for n in range(51)},
        "This folder has more than 50 policy packs",
    ),
    "many large packs": (lambda: {f"p{n}": "#" * 49_000 for n in range(4)}, "more than 150,000 bytes of them"),
}  # fmt: skip


@pytest.mark.parametrize("what", PACKS)
def test_nasty_packs_are_refused_in_a_sentence_and_soon(tmp_path: Path, what: str) -> None:
    texts, says = PACKS[what]
    (tmp_path / "policies").mkdir()
    for name, text in texts().items():
        (tmp_path / "policies" / f"{name}.yaml").write_text(text)
    done = measured(lambda: read_packs(tmp_path / "policies")[1])
    assert says in done.told
    assert done.told.count("\n") < 110
    assert done.seconds < 15
    assert done.megabytes < 100


@pytest.mark.parametrize("text", ["[" * 5_000_000, "9" * 5_000_000, '{"sessions": [' + "{}," * 100_000 + "{}]}"])
def test_nasty_json_is_refused_and_soon(tmp_path: Path, text: str) -> None:
    (tmp_path / "plan.json").write_text(text)
    done = measured(lambda: read_plan(tmp_path / "plan.json")[1])
    assert done.told.startswith("error: plan.json")
    assert done.told.count("\n") <= 100
    assert done.seconds < 15
    assert done.megabytes < 600


def test_every_limit_is_in_the_table_of_limits() -> None:
    named = {name: value for name, value in vars(limits).items() if name.isupper() and isinstance(value, int)}
    assert sorted(named.values()) == sorted(limit.most for limit in limits.ALL)


def test_the_page_about_limits_says_what_the_limits_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.files.limits_page"


def test_a_district_lies_far_within_the_limits() -> None:
    # The log of 10,000 students: 614,000 rows of 12 columns, 28 MB as text, 242 MB as a sheet.
    assert limits.CSV_BYTES > 8 * 28_000_000
    assert limits.SHEET_CELLS > 3 * 614_000 * 12
    assert limits.WORKBOOK_UNPACKED > 2 * 242_000_000


@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
@settings(max_examples=100, deadline=None)
def test_any_bytes_in_a_pack_a_plan_or_an_instance_give_findings(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as room:
        for name, read in (("a.yaml", read_what_if), ("a.json", read_plan), ("a.json.gz", read_instance)):
            path = Path(room) / name
            path.write_bytes(data)
            assert read(path)[1]
        read_packs(Path(room))


@given(
    value=st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["sessions", "students", "settles", "date", "minutes", "summary"]), inner),
        ),
        max_leaves=12,
    )
)
@settings(max_examples=100, deadline=None)
def test_any_value_in_a_plan_gives_a_plan_or_findings(value: object) -> None:
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "plan.json"
        path.write_text(json.dumps(value))
        plan, findings = read_plan(path)
        assert (plan is None) == bool(findings)
        (Path(room) / "instance.json").write_text(
            json.dumps({"format": "makegood-plan-instance", "version": 1, "providers": value})
        )
        assert read_instance(Path(room) / "instance.json")[0] is None
