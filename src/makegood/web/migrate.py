"""Making the databases, or bringing them to what this program expects, and refusing those that were tampered with."""

import os
import secrets
import stat

from makegood.web.site import DATA, DEMO, Site

_PRIVATE = stat.S_IRUSR | stat.S_IWUSR


def begin(site: Site) -> None:
    """Make the site's folder and key where they are missing, and start Django for it."""
    os.environ[DATA], os.environ[DEMO] = str(site.data), "1" if site.demo else "0"
    os.environ["DJANGO_SETTINGS_MODULE"] = "makegood.web.settings"
    site.data.mkdir(parents=True, exist_ok=True)
    site.data.chmod(stat.S_IRWXU)
    if not site.secret.exists():
        with os.fdopen(os.open(site.secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "w") as file:
            file.write(secrets.token_urlsafe(50))
    import django

    django.setup()


def bring_up_to_date() -> None:
    """Make the tables, or change them to what this program expects."""
    from django.core.management import call_command

    for database in ("default", "aside"):
        call_command("migrate", database=database, verbosity=0, interactive=False)


def is_up_to_date() -> bool:
    """Return whether the tables of records are those that this program expects."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def tampered_with() -> list[str]:
    """Return the names of the triggers that are missing or changed: with one of them the site does not start."""
    from makegood.web.records.triggers import missing_triggers

    return sorted(missing_triggers())
