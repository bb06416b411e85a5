"""`makegood user`: people of the site, for the owner of the machine."""

from pathlib import Path
from typing import Annotated

import typer

from makegood.cli.fail import refuse_input
from makegood.cli.out import print_line
from makegood.cli.paper import show_table
from makegood.cli.serve import DATA
from makegood.cli.verbs import VERBS
from makegood.web.migrate import begin, bring_up_to_date
from makegood.web.site import Site

app = typer.Typer(name="user", help=VERBS["user"], add_completion=False, no_args_is_help=True, rich_markup_mode=None)

Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="The site's folder.")]
Login = Annotated[str, typer.Argument(metavar="LOGIN", help="What the person signs in with.")]
SHORTEST = 12


@app.command("list")
def list_(data: Data = DATA) -> None:
    """List who can sign in, as what, and which invitations wait for a second person."""
    _open(data)
    from makegood.web.keeping import listed, waiting  # noqa: PLC0415 - the site is open by now

    rows = [list(row) for row in listed()]
    show_table("People", [("sign-in", "id"), ("name", "words"), ("as", "words")], rows)
    for number, kind, by in waiting():
        print_line(f"Invitation {number} ({kind}, made by {by}) waits: makegood user confirm {number}")


@app.command()
def confirm(number: Annotated[int, typer.Argument(metavar="NUMBER")], data: Data = DATA) -> None:
    """Confirm an invitation as the second person."""
    _open(data)
    from makegood.web import keeping  # noqa: PLC0415 - the same

    if not keeping.confirm(number):
        refuse_input(f"no invitation {number} waits.", expected="a number of 'makegood user list'")
    print_line(f"Confirmed: invitation {number}.")


@app.command()
def password(login: Login, data: Data = DATA) -> None:
    """Give a person another password. It ends their visits; the second factor is still asked for."""
    _open(data)
    from makegood.web import keeping  # noqa: PLC0415 - the same

    new = typer.prompt("New password", hide_input=True, confirmation_prompt=True)
    if len(new) < SHORTEST:
        refuse_input("this password is too short.", expected=f"at least {SHORTEST} letters, digits or signs")
    _done(login, done=keeping.reset(login, new))


@app.command()
def factor(login: Login, data: Data = DATA) -> None:
    """Take away a second factor that was lost. Make sure by voice or in person who asks for it."""
    _open(data)
    from makegood.web import keeping  # noqa: PLC0415 - the same

    _done(login, done=keeping.forget_factor(login))


@app.command()
def close(login: Login, data: Data = DATA) -> None:
    """Close an account. What its person wrote stays on record."""
    _open(data)
    from makegood.web import keeping  # noqa: PLC0415 - the same

    _done(login, done=keeping.close(login))


def _open(data: Path) -> None:
    site = Site(data.absolute(), demo=False)
    if not site.records.is_file():
        refuse_input(f"{data} is no site.", expected="the folder of 'makegood serve --data'")
    begin(site)
    bring_up_to_date()


def _done(login: str, *, done: bool) -> None:
    if not done:
        refuse_input(f"nobody signs in with {login!r}.", expected="a sign-in of 'makegood user list'")
    print_line("Done.")
