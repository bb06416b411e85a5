"""What the regular week is made from: working hours, limits of a provider, goals. Their rows stay as they were written."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import makegood.web.records.ids
from makegood.web.records.triggers import put_triggers


def put(_: Any, schema_editor: Any) -> None:
    """Write the triggers."""
    put_triggers(schema_editor.connection, ("limits", "services", "working_hours"))


class Migration(migrations.Migration):
    """The table of working hours, and the columns that the week reads."""

    dependencies = [
        ("records", "0003_sources"),
    ]

    operations = [
        migrations.AddField(
            model_name="limits",
            name="direct_day",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="limits",
            name="direct_week",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="limits",
            name="documentation",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="limits",
            name="lunch",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="limits",
            name="provider_id",
            field=models.TextField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name="services",
            name="goals",
            field=models.TextField(null=True),
        ),
        migrations.CreateModel(
            name="WorkingHours",
            fields=[
                ("entry", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.CharField(db_index=True, default=makegood.web.records.ids.new_ref, max_length=20)),
                ("withdrawn", models.BooleanField(default=False)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.TextField()),
                ("entered_why", models.TextField(null=True)),
                ("posted", models.CharField(max_length=64, null=True, unique=True)),
                ("provider_id", models.TextField(db_index=True, null=True)),
                ("weekday", models.TextField(null=True)),
                ("start", models.TextField(null=True)),
                ("end", models.TextField(null=True)),
                ("use", models.TextField(null=True)),
                ("school_id", models.TextField(db_index=True, null=True)),
                ("from", models.TextField(null=True)),
                ("until", models.TextField(null=True)),
                ("recorded_at", models.TextField(null=True)),
                ("batch", models.BigIntegerField(null=True)),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="records.workinghours",
                    ),
                ),
            ],
            options={
                "db_table": "working_hours",
                "abstract": False,
            },
        ),
        migrations.RunPython(put, migrations.RunPython.noop),
    ]
