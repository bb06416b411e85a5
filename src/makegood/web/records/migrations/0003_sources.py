"""Where rows come from: the files of imports. Their rows stay as they were written, too."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import makegood.web.records.ids
from makegood.web.records.triggers import put_triggers


def put(_: Any, schema_editor: Any) -> None:
    """Write the triggers."""
    put_triggers(schema_editor.connection, ("sessions", "imports"))


class Migration(migrations.Migration):
    """The table of imports, and the column of sessions that names one."""

    dependencies = [
        ("records", "0002_triggers"),
    ]

    operations = [
        migrations.AddField(
            model_name="sessions",
            name="source",
            field=models.TextField(null=True),
        ),
        migrations.CreateModel(
            name="Imports",
            fields=[
                ("entry", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.CharField(db_index=True, default=makegood.web.records.ids.new_ref, max_length=20)),
                ("withdrawn", models.BooleanField(default=False)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.TextField()),
                ("entered_why", models.TextField(null=True)),
                ("posted", models.CharField(max_length=64, null=True, unique=True)),
                ("import_id", models.TextField(db_index=True, null=True)),
                ("file", models.TextField(null=True)),
                ("bytes", models.TextField(null=True)),
                ("sha256", models.TextField(null=True)),
                ("imported_at", models.TextField(null=True)),
                ("mapping", models.TextField(null=True)),
                ("recorded_at", models.TextField(null=True)),
                ("batch", models.BigIntegerField(null=True)),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="records.imports",
                    ),
                ),
            ],
            options={
                "db_table": "imports",
                "abstract": False,
            },
        ),
        migrations.RunPython(put, migrations.RunPython.noop),
    ]
