"""Which policies there are to choose from."""

from makegood.policies import read_packs


def policies() -> dict[str, str]:
    """Return the title of each built-in policy pack, by id, in the order of the ids."""
    packs, _ = read_packs(None)
    return {pack_id: pack.title for pack_id, pack in packs.items()}
