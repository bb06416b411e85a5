"""What families asked for. Its rows stay as they were written, too."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import makegood.web.records.ids
from makegood.web.records.triggers import put_triggers


def put(_: Any, schema_editor: Any) -> None:
    """Write the triggers."""
    put_triggers(schema_editor.connection, ("requests",))


class Migration(migrations.Migration):
    """The table of requests."""

    dependencies = [
        ("records", "0004_week"),
    ]

    operations = [
        migrations.CreateModel(
            name="Requests",
            fields=[
                ("entry", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.CharField(db_index=True, default=makegood.web.records.ids.new_ref, max_length=20)),
                ("withdrawn", models.BooleanField(default=False)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.TextField()),
                ("entered_why", models.TextField(null=True)),
                ("posted", models.CharField(max_length=64, null=True, unique=True)),
                ("request_id", models.TextField(db_index=True, null=True)),
                ("student_id", models.TextField(db_index=True, null=True)),
                ("kind", models.TextField(null=True)),
                ("received_on", models.TextField(null=True)),
                ("answered_on", models.TextField(null=True)),
                ("answer", models.TextField(null=True)),
                ("recorded_at", models.TextField(null=True)),
                ("batch", models.BigIntegerField(null=True)),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="records.requests",
                    ),
                ),
            ],
            options={
                "db_table": "requests",
                "abstract": False,
            },
        ),
        migrations.RunPython(put, migrations.RunPython.noop),
    ]
