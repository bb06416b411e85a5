"""Students' time by the day of a cycle, such as A and B days. Rows stay as they were written."""

from typing import Any

from django.db import migrations, models

from makegood.web.records.triggers import put_triggers


def put(_: Any, schema_editor: Any) -> None:
    """Write the triggers."""
    put_triggers(schema_editor.connection, ("student_times",))


class Migration(migrations.Migration):
    """The columns that say on which day of a cycle a row holds."""

    dependencies = [
        ("records", "0006_plans"),
    ]

    operations = [
        migrations.AddField(
            model_name="studenttimes",
            name="cycle",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="studenttimes",
            name="cycle_day",
            field=models.TextField(null=True),
        ),
        migrations.RunPython(put, migrations.RunPython.noop),
    ]
