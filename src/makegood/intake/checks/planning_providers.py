"""Checks of what the providers with free time may give."""

from collections.abc import Iterator

from makegood.intake.aliases import plain
from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding, Origin


@check("availability.provider_id", "providers.provider_id", "providers.service_types", whole=("providers",))
def provider_without_credential(facts: Facts) -> Iterator[Finding]:
    """Yield providers with free time of whom the records do not say what they may give."""
    providers, given = facts.provider, facts.records.providers
    first: dict[str, int] = {}
    for provider, row in zip(facts.records.availability.provider_id, facts.records.availability.row, strict=True):
        first.setdefault(provider, row)
    for provider, row in first.items():
        place = providers.get(provider)
        if place is not None and given.service_types[place]:
            continue
        table, at = ("providers", given.row[place]) if place is not None else ("availability", row)
        says = (
            f"Provider '{provider}' has free time in 'availability', but the table 'providers' does not say which "
            "services they may give, so they cannot be planned."
        )
        expected = "service_types in 'providers', such as speech"
        column = "service_types" if place is not None else "provider_id"
        found = "" if place is not None else provider
        yield Finding(
            "warning", "provider_without_credential", says, Origin(table, at, column), found=found, expected=expected
        )


@check(
    "availability.provider_id",
    "providers.provider_id",
    "providers.service_types",
    "services.service_type",
    whole=("services",),
)
def near_credentials(facts: Facts) -> Iterator[Finding]:
    """Yield what a provider with free time may give that `services` spells otherwise, so that nobody can plan it."""
    providers = facts.records.providers
    promised = {name.casefold() for name in facts.records.services.service_type}
    near: dict[str, str] = {}
    # Of types that are nearly alike, the one that is written last is named.
    for name in dict.fromkeys(reversed(facts.records.services.service_type)):
        near.setdefault(plain(name), name)
    for provider in dict.fromkeys(facts.records.availability.provider_id):
        place = facts.provider.get(provider)
        for name in (providers.service_types[place] if place is not None else None) or ():
            other = near.get(plain(name))
            if other is None or not plain(name) or name.casefold() in promised:
                continue
            row = providers.row[place or 0]
            says = (
                f"The table 'services' spells this service type differently. They count as two, so provider "
                f"'{provider}' cannot be planned for it."
            )
            yield Finding(
                "warning",
                "near_credential",
                says,
                Origin("providers", row, "service_types"),
                found=name,
                expected=other,
            )
