"""The command `makegood`: one verb a file."""

import gc
import signal
import sys
from contextlib import suppress

import typer

from makegood import __version__
from makegood.cli.ended import ENDED, end_when_told
from makegood.cli.fail import STOPPED, failed
from makegood.cli.out import finish, print_line, print_note, speak_to_any_terminal
from makegood.cli.verbs import VERBS, Verbs, not_loaded

app = typer.Typer(
    name="makegood",
    cls=Verbs,
    help="An account of every minute that an IEP promises.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for verb, says in VERBS.items():
    app.command(name=verb, help=says)(not_loaded)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        print_line(f"makegood {__version__}")
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
    """Run the command line and leave with its exit code.

    0 done, 1 an unforeseen failure, 2 what a person can put right, 130 Ctrl-C, 143 or 129 if the system ended it or
    its terminal closed.
    """
    if hasattr(signal, "SIGPIPE"):
        # When the reader (`head`, a pager) has seen enough, stop without a word, as other commands do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    end_when_told()
    speak_to_any_terminal()
    # Last, since from here on Ctrl-C is an exception, and only `leave` catches it.
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    code = leave()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # All is said and written: from here on Ctrl-C ends the rest without a word.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What is left is given back to the system at once, so the collector need not walk through it.
    gc.freeze()
    sys.exit(code)


def leave() -> int | str | None:
    """Run a command and return its exit code, whatever happens."""
    try:
        try:
            app()
        except SystemExit as left:
            if left.code in {STOPPED, ENDED}:
                print_note("makegood: stopped before it was done.")
            finish()
            return left.code
    except BaseException as failure:  # noqa: BLE001 - the one place that keeps a traceback from a user
        with suppress(OSError):
            finish()
        sentence, code = failed(failure)
        print_note(sentence)
        return code
    return 0
