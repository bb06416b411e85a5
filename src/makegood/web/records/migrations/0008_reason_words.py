"""Reasons in the words of the log that they were read from. Rows stay as they were written."""

from typing import Any

from django.db import migrations, models

from makegood.web.records.triggers import put_triggers


def put(_: Any, schema_editor: Any) -> None:
    """Write the triggers."""
    put_triggers(schema_editor.connection, ("sessions",))


class Migration(migrations.Migration):
    """The column of sessions that keeps what a file said."""

    dependencies = [
        ("records", "0007_student_cycles"),
    ]

    operations = [
        migrations.AddField(
            model_name="sessions",
            name="reason_words",
            field=models.TextField(null=True),
        ),
        migrations.RunPython(put, migrations.RunPython.noop),
    ]
