"""The door by which text leaves for a terminal or a pipe: nothing in it acts on the terminal, all of it can be read.

No other file of this room writes to standard output or standard error by itself.
"""

import codecs
import errno
import os
import sys
import unicodedata
from typing import Final, TextIO

from makegood.terms.visible import visible_lines

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
        "\u2026": "...",
        "\u00b7": "|",
        "\u2022": "*",
        "\u00d7": "x",
        "\u2192": "->",
        "\u2264": "<=",
        "\u2265": ">=",
    }
)
"""What is printed in place of a character that the terminal does not have."""


def speak_to_any_terminal() -> None:
    """Let a terminal that knows few letters (such as ASCII) be given those that are nearest, and never an error."""
    codecs.register_error("makegood", _nearest)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="makegood")


def print_line(text: str = "") -> None:
    """Print a line, or several, to standard output.

    Raises:
        OSError: If it cannot be written.
    """
    standard_output().write(f"{visible_lines(text)}\n")


def print_data(text: str) -> None:
    """Print JSON or CSV to standard output: in UTF-8 whatever the terminal, since programs read it.

    Raises:
        OSError: If it cannot be written.
    """
    stream = standard_output()
    raw = getattr(stream, "buffer", None)
    if raw is None:
        stream.write(text)
        return
    stream.flush()
    raw.write(text.encode("utf-8", "backslashreplace"))
    raw.flush()


def print_note(text: str) -> None:
    """Print a line, or several, to standard error; where nobody can be told, nobody is."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{visible_lines(text)}\n")
            sys.stderr.flush()
    except (OSError, ValueError):
        _silence("stderr")


def finish() -> None:
    """Write what still waits to be written to standard output.

    Raises:
        OSError: If it cannot be written. What waits is then dropped, so that Python does not try once more.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _silence("stdout")
        raise


def standard_output() -> TextIO:
    """Return the stream that results are written to.

    Raises:
        OSError: If it was closed before the program began.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def _silence(name: str) -> None:
    """Let a stream that cannot be written to end without a word."""
    setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - it stays open to the end


def _nearest(problem: UnicodeError) -> tuple[str, int]:
    """Return what to write instead of letters that a terminal does not have."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    return "".join(map(_letter, problem.object[problem.start : problem.end])), problem.end


def _letter(sign: str) -> str:
    near = sign.translate(_PLAIN)
    if not near.isascii():
        near = "".join(part for part in unicodedata.normalize("NFKD", near) if part.isascii())
    return near or f"[U+{ord(sign):04X}]"
