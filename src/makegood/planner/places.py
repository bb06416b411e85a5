"""Which schools a provider may be at, and how long the way between two of them takes."""

from makegood.plans.instance import Instance


class Places:
    """Schools, ways and the people who travel them."""

    def __init__(self, instance: Instance) -> None:
        """Sort the ways by school."""
        self._way = {(row.start, row.end): row.minutes for row in instance.travel}
        self._provider = {provider.provider_id: provider for provider in instance.providers}

    def way(self, start: str, end: str) -> int | None:
        """Return the minutes from one school to another, or None if nobody said."""
        if start == end:
            return 0
        return self._way.get((start, end), self._way.get((end, start)))

    def between(self, provider_id: str, start: str, end: str) -> int | None:
        """Return the minutes that a provider needs on the way; none for one who works over a screen."""
        return 0 if self._provider[provider_id].remote else self.way(start, end)

    def may_be(self, provider_id: str, row_school: str | None, school_id: str) -> bool:
        """Return whether a row of availability for a school, or for none, holds at a school."""
        if row_school is not None:
            return row_school == school_id
        provider = self._provider[provider_id]
        return (
            provider.remote
            or provider.school_id is None
            or provider.school_id == school_id
            or self.way(provider.school_id, school_id) is not None
        )
