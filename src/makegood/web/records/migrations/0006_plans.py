"""What a plan is made from: who works by video, from when to when free time holds. Their rows stay as they were written."""

from typing import Any

from django.db import migrations, models

from makegood.web.records.triggers import put_triggers


def put(_: Any, schema_editor: Any) -> None:
    """Write the triggers."""
    put_triggers(schema_editor.connection, ("availability", "providers"))


class Migration(migrations.Migration):
    """The columns that a plan reads."""

    dependencies = [
        ("records", "0005_requests"),
    ]

    operations = [
        migrations.AddField(
            model_name="availability",
            name="first_day",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="availability",
            name="last_day",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="providers",
            name="by_video",
            field=models.TextField(null=True),
        ),
        migrations.RunPython(put, migrations.RunPython.noop),
    ]
