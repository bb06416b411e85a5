"""What happens when the system ends a command, or its terminal closes: it cleans up, then goes."""

import signal
import sys
from types import FrameType
from typing import Final, NoReturn

ENDED: Final = 143
"""What a shell says of a command that was told to end (SIGTERM)."""

_SIGNALS: Final = ("SIGTERM", "SIGHUP")
_SIGNALLED: Final = 128


def end_when_told() -> None:
    """Let SIGTERM and SIGHUP end a command as an exception does, so that what it had not finished is removed.

    Who asked for one of them to be ignored, as `nohup` does, is obeyed.
    """
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    for name in _SIGNALS:
        if hasattr(signal, name):
            # Told once more, it goes on cleaning up.
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    sys.exit(_SIGNALLED + number)
