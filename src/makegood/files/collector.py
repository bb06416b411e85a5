"""The garbage collector, out of the way while millions of cells are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the collector from walking what is made again and again.

    It takes half the time of reading a district or of explaining its plan, a quarter of its ledger's; nothing that is
    made there refers to itself, so nothing is left behind.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def all_stays() -> Iterator[None]:
    """Keep the collector from what a command makes and holds until it ends: it need not walk through it even once.

    Turned on again, the collector would walk through all that was made meanwhile. Not for a program that goes on.
    """
    with without_collector():
        yield
        gc.freeze()
