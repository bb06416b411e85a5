"""Who somebody is in an export: the id, the name where a format needs it, initials where a name is too much."""

from functools import cached_property

from makegood.records import Records


class People:
    """Looks up students and providers by their ids."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def student(self, student_id: str, column: str) -> str | None:
        """Return a cell of a student's row; None if it is blank or there is no such student."""
        students = self._records.students
        place = students.index().get(student_id)
        value = None if place is None else students.values(column)[place]
        return None if value is None else str(value)

    def initials(self, student_id: str) -> str:
        """Return a student's initials, such as A.E.; the id where a name is not on record."""
        given, family = self.student(student_id, "given_name"), self.student(student_id, "family_name")
        if not given or not family:
            return student_id
        return f"{given[0].upper()}.{family[0].upper()}."

    def provider(self, provider_id: str | None) -> str | None:
        """Return a provider's name; None if it is not on record."""
        return None if provider_id is None else self._provider.get(provider_id)

    @cached_property
    def _provider(self) -> dict[str, str | None]:
        providers = self._records.providers
        return dict(zip(providers.provider_id, providers.name, strict=True))
