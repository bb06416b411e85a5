"""Records in a database: every column is there, nothing is changed or lost, and what was known stays known."""

import datetime as dt
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, migrations, models
from django.db.utils import DatabaseError
from tests.web.conftest import MARCH_12, ROOT, close

from makegood.answers.known_words import unknown_reasons
from makegood.answers.statement import statement
from makegood.intake import read_folder_report
from makegood.records import TABLES
from makegood.web.clock import now
from makegood.web.site import Site

pytestmark = pytest.mark.usefixtures("district")
FOLDER = ROOT / "examples" / "maple-ridge"
TAMPERING = (
    "UPDATE {table} SET entered_by = 'me'",
    "DELETE FROM {table}",
    "INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    "REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    "INSERT OR IGNORE INTO {table} SELECT * FROM {table} LIMIT 1",
)


def columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.NAME)
def test_each_column_of_each_table_is_in_the_database(table: type) -> None:
    assert set(table.columns()) <= set(columns(table.NAME))


def test_each_table_that_a_figure_rests_on_has_its_triggers() -> None:
    from makegood.web.records.triggers import every_trigger, missing_triggers

    assert not list(missing_triggers())
    assert len(every_trigger()) == 3 * (len(TABLES) + 2)


@pytest.mark.parametrize("sql", TAMPERING)
def test_rows_cannot_be_changed_removed_or_written_over_by_sql(sql: str, district: Site) -> None:
    close()
    raw = sqlite3.connect(district.records)
    for table in ("sessions", "services", "calendar", "schedule", "policies", "determinations", "family_notes"):
        before = raw.execute(f"SELECT * FROM {table}").fetchall()
        assert before
        with pytest.raises(sqlite3.DatabaseError, match="never changed"):
            raw.execute(sql.format(table=table))
        raw.rollback()
        assert raw.execute(f"SELECT * FROM {table}").fetchall() == before
    raw.close()


def test_a_row_with_an_id_that_is_on_record_is_refused_however_it_is_written(district: Site) -> None:
    close()
    raw = sqlite3.connect(district.records)
    for column, value in (("session_id", "L000001"), ("entry", 1)):
        with pytest.raises(sqlite3.DatabaseError, match="never changed"):
            raw.execute(
                f"INSERT OR REPLACE INTO sessions (ref, withdrawn, entered_at, entered_by, {column}) "
                "VALUES ('new', 0, '2027-03-12', 'me', ?)",
                [value],
            )
    raw.close()


def test_a_filled_database_keeps_its_triggers_when_a_table_gains_a_column(district: Site) -> None:
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    state = loader.project_state()
    operation = migrations.AddField("sessions", "later", models.TextField(null=True))
    after = state.clone()
    operation.state_forwards("records", after)
    with connection.schema_editor(atomic=True) as editor:
        operation.database_forwards("records", editor, state, after)
    assert "later" in columns("sessions")
    from makegood.web.records.triggers import missing_triggers

    assert not list(missing_triggers())
    with pytest.raises(DatabaseError, match="never changed"), connection.cursor() as cursor:
        cursor.execute("UPDATE sessions SET later = 'x'")
    close()
    raw = sqlite3.connect(district.records)
    for sql in TAMPERING:
        with pytest.raises(sqlite3.DatabaseError, match="never changed"):
            raw.execute(sql.format(table="sessions"))
        raw.rollback()
    raw.close()


def test_a_site_whose_triggers_were_taken_away_says_which(district: Site) -> None:
    from makegood.web.migrate import tampered_with

    close()
    raw = sqlite3.connect(district.records)
    raw.execute("DROP TRIGGER sessions_never_goes")
    raw.execute("DROP TRIGGER calendar_never_changes")
    raw.execute("CREATE TRIGGER calendar_never_changes BEFORE UPDATE ON calendar BEGIN SELECT 1; END")
    raw.commit()
    raw.close()
    assert tampered_with() == ["calendar_never_changes", "sessions_never_goes"]


@pytest.mark.parametrize("student", ["004312", "003262", "004305", "003228", "004404", "003162", "004518", "003284"])
def test_a_childs_statement_is_the_same_from_the_database_and_from_the_folder(student: str) -> None:
    from makegood.web.records.read import records_of_children

    read = read_folder_report(FOLDER, as_of=MARCH_12, only={student}, more=(unknown_reasons,))
    kept = records_of_children({student}, MARCH_12)
    assert read.records is not None
    assert kept.records is not None
    one = statement(read.records, student, MARCH_12, findings=read.every).value
    other = statement(kept.records, student, MARCH_12, findings=kept.every).value
    assert one is not None
    assert one == other


def test_a_childs_account_reads_the_providers_who_are_named_and_nothing_of_planning() -> None:
    from makegood.web.records.models import MODELS, Entry
    from makegood.web.records.read import records_of_all, records_of_children

    kept = records_of_children({"004312"}, MARCH_12).records
    assert kept is not None
    # In the tables of the example: speech by P01 and P05, occupational therapy by P04.
    assert set(kept.providers.provider_id) == {"P01", "P04", "P05"}
    assert not any(len(kept.table(name)) for name in ("bell", "limits", "travel", "working_hours"))
    bell: type[Entry] = MODELS["bell"]
    bell._default_manager.create(entered_at=now(), entered_by="me", school_id="MRE", start="a typing error")
    assert records_of_all(MARCH_12).records is None
    assert records_of_children({"004312"}, MARCH_12).records == kept


def test_a_provider_who_is_named_and_not_there_is_an_error_that_says_who_may_be_meant() -> None:
    from makegood.web.records.read import records_of_children
    from makegood.web.records.write import add

    cells = {"session_id": "X1", "service_id": "SV007", "date": "2027-03-11", "minutes_delivered": "30"}
    add("sessions", {**cells, "provider_id": "p02"}, by="me")
    refused = records_of_children({"004312"}, MARCH_12)
    assert refused.records is None
    assert [(each.column, each.found, each.expected) for each in refused.findings if each.level == "error"] == [
        ("provider_id", "p02", "P02")
    ]


def test_what_was_known_on_a_day_is_answered_from_the_versions() -> None:
    from makegood.web.records.models import MODELS
    from makegood.web.records.read import records_of_children
    from makegood.web.records.versions import holding
    from makegood.web.records.write import change

    # README of the example: logged as 30 on 18 February, corrected on 10 March to 20.
    then = records_of_children({"003262"}, dt.date(2027, 2, 26), known_on=dt.date(2027, 2, 26)).records
    assert then is not None
    row = next(at for at, day in enumerate(then.sessions.date) if day == dt.date(2027, 2, 18)
               and then.sessions.service_id[at] == "SV074")  # fmt: skip
    assert then.sessions.minutes_delivered[row] == 30
    # The promise is lowered today: yesterday it was not.
    old = holding(MODELS["services"]).get(service_id="SV074")
    change(old, {"minutes": "10", "per": "week", "sessions": "1", "mandate": None}, by="test", why="a slip")
    assert records_of_children({"003262"}, MARCH_12).records.services.minutes[0] != then.services.minutes[0]
    before = records_of_children({"003262"}, MARCH_12, known_on=dt.date(2027, 3, 11)).records
    place = before.services.index()["SV074"]
    assert before.services.minutes[place] == then.services.minutes[then.services.index()["SV074"]]


def test_two_people_cannot_both_replace_one_version() -> None:
    from makegood.web.records.models import MODELS
    from makegood.web.records.versions import holding
    from makegood.web.records.write import change

    old = holding(MODELS["calendar"]).first()
    change(old, {"label": "First"}, by="a", why="x")
    with pytest.raises(IntegrityError):
        change(old, {"label": "Second"}, by="b", why="y")


def test_the_same_folder_brought_twice_writes_nothing_twice() -> None:
    from makegood.web.records.bring import bring
    from makegood.web.records.models import MODELS

    before = MODELS["sessions"]._default_manager.count()
    again = bring(FOLDER, by="test", named="again", as_of=MARCH_12)
    assert not again.new
    assert not again.different
    assert again.same["sessions"] == 2594
    assert MODELS["sessions"]._default_manager.count() == before


def test_a_cell_that_cannot_be_read_is_not_written() -> None:
    from makegood.web.records.write import NotWrittenError, add

    with pytest.raises(NotWrittenError) as refused:
        add(
            "sessions",
            {"session_id": "X1", "service_id": "SV074", "date": "3/12/27", "minutes_delivered": "-5"},
            by="t",
        )
    assert {finding.column for finding in refused.value.findings} == {"date", "minutes_delivered"}


def test_readers_that_come_at_once_all_find_a_policy_that_nobody_laid_out_before(district: Site) -> None:
    from makegood.web.records.read import records_of_all

    def read() -> bool:
        try:
            start.wait()
            return records_of_all(MARCH_12).records is not None
        finally:
            close()

    for _ in range(3):
        shutil.rmtree(district.policies, ignore_errors=True)
        start = Barrier(8)
        with ThreadPoolExecutor(8) as readers:
            assert all(each.result() for each in [readers.submit(read) for _ in range(8)])
        assert [path.name for path in district.policies.iterdir() if path.name.startswith(".")] == []
