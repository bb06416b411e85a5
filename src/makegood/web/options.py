"""The settings of a site that its people choose: few, and each with what holds where nothing was chosen."""

from makegood.web.people.models import Option


def option(name: str) -> str | None:
    """Return what was chosen, or None."""
    found = Option.objects.filter(name=name).first()
    return found.value if found else None


def choose(name: str, value: str) -> None:
    """Write down what was chosen."""
    Option.objects.update_or_create(name=name, defaults={"value": value})
