"""Nothing in these tests may wait: what hangs fails."""

import signal
from collections.abc import Iterator

import pytest

SECONDS = 60


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
