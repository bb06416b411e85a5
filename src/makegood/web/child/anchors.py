"""Where a figure or a miss is on a page, so that *back* from its *why?* leads to it and not to the top of the page."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.urls import reverse

from makegood.statements.statement.statement import Figure, ServiceStatement
from makegood.web.access.asked import Asked
from makegood.web.converters import FigureInPath

AT: Final = "at"
"""What a child's page is asked to show open: a figure or a miss by what its *why?* is found by."""
OF: Final = "of"
"""The figure from whose page a *why?* was opened."""
_FIGURE: Final = re.compile(FigureInPath.regex, re.ASCII)


def anchor_of(thing: str) -> str:
    """Return what a figure or a miss is found by on a page."""
    return f"at-{thing.replace('.', '-')}"


def each_once(things: Iterable[str]) -> Iterator[str]:
    """Yield the anchor of each thing where it is first, and nothing where it is again: a page has an anchor once."""
    seen: set[str] = set()
    for thing in things:
        yield "" if thing in seen else anchor_of(thing)
        seen.add(thing)


def figures_of(service: ServiceStatement, ref: str) -> list[list[tuple[Figure, str]]]:
    """Return the sums of a service, each as its whole and its parts, with the anchor of each figure.

    Args:
        service: The service.
        ref: Its random id.
    """
    sums = [[sum_.whole, *sum_.parts] for sum_ in service.sums if sum_.whole.minutes]
    anchors = each_once(f"{ref}.{figure.name}" for figures in sums for figure in figures)
    return [[(figure, next(anchors)) for figure in figures] for figures in sums]


def is_of(at: str, ref: str) -> bool:
    """Return whether what a page is asked to show open is a figure of the service of this random id."""
    return bool(_FIGURE.fullmatch(at)) and at.startswith(f"{ref}.")


def back_to(asked: Asked, thing: str, of: str = "") -> str:
    """Return the address of a figure or miss on the child's page, or of a row on the page of a figure.

    Args:
        asked: What the page was asked.
        thing: What the *why?* is found by.
        of: The figure from whose page it was opened; anything else is as good as blank.
    """
    about: dict[str, Any] = {"relation": asked.relation.ref, "child": asked.the_child.ref}
    if _FIGURE.fullmatch(of):
        return f"{reverse('figure', kwargs=about | {'figure': of})}#{anchor_of(thing)}"
    return f"{reverse('child', kwargs=about)}?{AT}={thing}#{anchor_of(thing)}"
