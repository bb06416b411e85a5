"""`makegood serve`: the site, on this machine."""

import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Final

import typer

import makegood
from makegood.cli.fail import refuse_input
from makegood.cli.out import print_line
from makegood.web.serve import NotServedError, is_free, prepare, serve, who_may_sign_in
from makegood.web.site import Site

PORT: Final = 8765
DATA: Final = Path("makegood-data")
EXAMPLE: Final = Path(makegood.__file__).parents[2] / "examples" / "maple-ridge"


def command(
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="The site's folder; makegood-data if none is named.")
    ] = None,
    port: Annotated[
        int, typer.Option("--port", metavar="N", help="The port on this machine.", min=1, max=65535)
    ] = PORT,
    *,
    demo: Annotated[
        bool, typer.Option("--demo", help="Show the example district, with a person for each job.")
    ] = False,
) -> None:
    """Serve the site until Ctrl-C. Only a browser on this machine can reach it."""
    if not is_free(port):
        refuse_input(f"port {port} of this machine is taken.", expected="another one, such as --port 8766")
    if demo and not EXAMPLE.is_dir():
        refuse_input("the example district is not here.", expected="Makegood's own folder, with examples/maple-ridge")
    passing = Path(tempfile.mkdtemp(prefix="makegood-demo-")) if demo and data is None else None
    try:
        link = prepare(Site((passing or data or DATA).absolute(), demo=demo), EXAMPLE)
        lines = who_may_sign_in() if demo else []
        serve(port, lambda: _say(port, link, lines))
    except NotServedError as refused:
        refuse_input(f"{refused.says}.", expected=refused.expected)
    finally:
        if passing is not None:
            shutil.rmtree(passing, ignore_errors=True)


def _say(port: int, link: str | None, lines: list[str]) -> None:
    address = f"http://localhost:{port}"
    print_line()
    if link is None:
        print_line(f"Makegood is at {address}/ (Ctrl-C stops it).")
        for line in lines:
            print_line(line)
    else:
        print_line("Makegood is ready. Nobody is here yet: open this address once, in a browser on this machine.")
        print_line(f"  {address}/start/{link}/")
        print_line("Ctrl-C stops it.")
