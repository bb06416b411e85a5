"""The verbs of the command line: what each is for, and its module, which is loaded when the verb is asked for.

Loading every library for every verb would take longer than most verbs do.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from typer._click import Command, Context

VERBS: Final = {
    "import": "Bring what you have: any log, grid or export becomes records.",
    "template": "Write empty tables to fill in, and a page that explains them.",
    "check": "Say what in these records cannot be used, or needs a look.",
    "mandate": "Read an IEP's wording, such as '2 x 30 min weekly'.",
    "ledger": "Account for every minute that the IEPs promise.",
    "statement": "One child's statement: promised, given, missed, and why.",
    "statements": "Every child's statement as PDF; a stopped run goes on.",
    "packet": "All that one child's account rests on, to be recounted.",
    "verify": "Find any change of a packet; count each figure once more.",
    "reconcile": "A family's notes beside the log; it judges neither.",
    "record": "Enter a reply, a request, an agreement, a notice, a decision.",
    "letter": "Write a letter about one child: to ask, to tell, to agree.",
    "explain": "Why one session stands as it does: its rule and its rows.",
    "owed": "What is owed, to whom and by when, worst first.",
    "pace": "Who will fall short at this rate, and what would make it up.",
    "weekday": "What each weekday costs: days closed, minutes lost.",
    "notices": "Which letters and meetings are asked for, and which are late.",
    "plan": "Plan make-ups; say why the rest cannot be, and its price.",
    "schedule": "Propose the regular week; say what does not fit and why.",
    "accept": "Take a plan or a week as agreed, and write it down.",
    "capacity": "What is promised, owed and free by week, and what fails.",
    "reasons": "The words for why minutes were missed, and whose they are.",
    "calendar": "Suggest calendar rows from an .ics file, to be confirmed.",
    "export": "Write records and accounts in other programs' formats.",
    "store": "Gather many districts' folders for one large account.",
    "simulate": "Write a made-up state of any size, to try and to measure.",
    "serve": "Open the site: log a day, read a child's account.",
    "user": "People of the site, for the owner of the machine.",
    "backup": "Copy the site, also while people work in it.",
    "restore": "Put a copy of the site into a new folder.",
    "policy": "Show, test and compare the rules of states and districts.",
}
"""Each verb with its line of help. The module of its name holds its `command`, or an `app` with verbs of its own."""
_MODULES: Final = {"import": "import_files"}
"""The modules of verbs that no module can be named after."""


class Verbs(TyperGroup):
    """The verbs: the help lists them as they are registered, and the one that is asked for is loaded."""

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """Return the verb that the arguments begin with, loaded, and the rest of them."""
        verb, command, rest = super().resolve_command(ctx, args)
        return verb, command if verb is None else load(verb), rest


def load(verb: str) -> "Command":
    """Return a verb's command, its module loaded."""
    module = import_module(f"makegood.cli.{_MODULES.get(verb, verb)}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
        app.command(name=verb, help=VERBS[verb])(module.command)
    return get_command(app)


def not_loaded() -> None:
    """Stand for a verb in the help until it is loaded."""
