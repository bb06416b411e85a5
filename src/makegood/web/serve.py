"""Starting a site: its databases are made or brought up to date, looked at, and served on this machine."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from typing import Final

from makegood.web.migrate import begin, bring_up_to_date, tampered_with
from makegood.web.site import Site

HOST: Final = "127.0.0.1"
_THREADS: Final = 8
_PATIENCE: Final = 60
_PAUSE: Final = 0.1


class NotServedError(Exception):
    """The site does not start.

    Attributes:
        says: Why, and what to do, in one sentence each.
        expected: What is needed instead.
    """

    def __init__(self, says: str, expected: str) -> None:
        """Keep both."""
        super().__init__(says)
        self.says, self.expected = says, expected


def prepare(site: Site, examples: Path) -> str | None:
    """Make the site ready.

    Args:
        site: The site.
        examples: The example district, for a demonstration.

    Returns:
        The secret of the link for the first person; None if somebody is here already.

    Raises:
        NotServedError: If the database was tampered with, or is of the other kind.
    """
    fresh = not site.records.exists()
    begin(site)
    from makegood.web import demo
    from makegood.web.people.invite import first_link
    from makegood.web.people.models import Person

    if not fresh:
        _look(site)
    bring_up_to_date()
    if site.demo and fresh:
        demo.fill(examples)
    _look(site)
    if demo.is_demo() != site.demo:
        raise NotServedError(
            "this folder holds a demonstration, whose passwords everybody knows"
            if demo.is_demo()
            else "this folder holds a real site, and --demo would let anybody in",
            "another folder, or the start that made it",
        )
    return None if site.demo or Person.objects.exists() else first_link("makegood serve")


def who_may_sign_in() -> list[str]:
    """Return lines that name the people of a demonstration, once one was made ready."""
    from makegood.web import demo

    width = max(len(sample.job) for sample in demo.PEOPLE)
    lines = [f"  {sample.job:<{width}}  {sample.login}" for sample in demo.PEOPLE]
    return ["Sign in as (the password of all of them is below):", *lines, "", f"  Password: {demo.PASSWORD}"]


def serve(port: int, ready: Callable[[], None]) -> None:
    """Serve the site until it is stopped.

    Args:
        port: The port on this machine.
        ready: Called once it answers.
    """
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        "makegood.web.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=_THREADS,
        websockets=False,
        log_enabled=False,
        respawn_failed_workers=True,
    )
    worker = subprocess.Popen([sys.executable, "-m", "makegood.web.kept.worker"])
    Thread(target=_call_when_it_answers, args=(port, ready), daemon=True).start()
    try:
        server.serve()
    finally:
        worker.terminate()


def _call_when_it_answers(port: int, ready: Callable[[], None]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with suppress(OSError), closing(socket.create_connection((HOST, port), timeout=1)) as asked:
            asked.sendall(b"HEAD /sign-in/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
            if asked.recv(12).startswith(b"HTTP/"):
                ready()
                return
        time.sleep(_PAUSE)


def is_free(port: int) -> bool:
    """Return whether nobody answers at a port of this machine."""
    with closing(socket.socket()) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((HOST, port))
        except OSError:
            return False
    return True


def _look(site: Site) -> None:
    lacking = tampered_with()
    if lacking:
        raise NotServedError(
            f"the database of {site.data} was changed by another program: {', '.join(lacking)} "
            f"{'is' if len(lacking) == 1 else 'are'} missing or changed",
            "a backup from before that ('makegood restore')",
        )
