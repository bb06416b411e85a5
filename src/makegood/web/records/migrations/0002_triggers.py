"""Keep every row of a table that a figure rests on as it was written. A later table gets its triggers in its own migration."""

from typing import Any

from django.db import migrations

from makegood.web.records.triggers import put_triggers

TABLES = (
    "schools", "students", "terms", "calendar", "services", "schedule", "sessions", "determinations", "awards", "offers",
    "notices", "signatures", "family_notes", "providers", "student_absences", "provider_absences", "availability", "bell",
    "student_times", "travel", "limits", "pinned", "policies", "batch",
)  # fmt: skip


def put(_: Any, schema_editor: Any) -> None:
    """Write the triggers."""
    put_triggers(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    """The triggers."""

    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(put, migrations.RunPython.noop)]
