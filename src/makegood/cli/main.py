"""The command `makegood`: one verb a file."""

import signal
import sys

import typer

from makegood import __version__
from makegood.cli import (
    accept,
    calendar,
    capacity,
    check,
    explain,
    import_files,
    ledger,
    mandate,
    notices,
    owed,
    pace,
    plan,
    policy,
    reasons,
    simulate,
    statement,
    store,
    template,
    weekday,
)
from makegood.cli.fail import FAILED, STOPPED, one_line

app = typer.Typer(
    name="makegood",
    help="An account of every minute that an IEP promises.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (
    import_files,
    template,
    check,
    mandate,
    ledger,
    statement,
    explain,
    owed,
    pace,
    weekday,
    notices,
    plan,
    accept,
    capacity,
    reasons,
    calendar,
    store,
    simulate,
):
    app.command(name=module.NAME, help=module.HELP)(module.command)
app.add_typer(policy.app, name=policy.NAME, help=policy.HELP)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        typer.echo(f"makegood {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(  # noqa: FBT001 - typer's own form
        False,  # noqa: FBT003
        "--version",
        callback=_version,
        is_eager=True,
        help="Show the version and leave.",
    ),
) -> None:
    """Account for every minute that an IEP promises."""


def run() -> None:
    """Run the command line: 0 done, 1 an unforeseen failure, 2 input that cannot be used, 130 Ctrl-C."""
    if hasattr(signal, "SIGPIPE"):
        # When the reader (`head`, a pager) has seen enough, stop without a word, as other commands do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        app()
    except SystemExit as left:
        if left.code == STOPPED:
            typer.echo("makegood: stopped before it was done.", err=True)
        raise
    except Exception as failure:  # noqa: BLE001 - the one place that keeps a traceback from a user
        typer.echo(one_line(failure), err=True)
        sys.exit(FAILED)
