"""One export of another system: the headings that identify it, and what is below them."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from makegood.imports.mapping import Mapping

_OF_FILE = ("codes", "service_types", "periods", "calendar", "pairs", "minutes_beside_miss")


class Layout(BaseModel):
    """A layout, as its YAML file says it.

    Attributes:
        export: What it is, so that `This looks like ...` can be said: `an Infinite Campus export of services`.
        source: Where the layout is documented, and how far that was read.
        checked_on: When that was.
        needs: Headings that must all be there.
        lacks: Headings that must not be there: they are another version's.
        shape: What a sheet of it is, as a mapping says it; `leave_out` where nothing of it is read, `said` tells why.
        said: What to tell a person about this export, in one or two sentences.
        order: Whether its dates have the month or the day first.
        columns: What each column holds; those that are not named are not read.
        agree: Two columns that must say the same in a row; where they differ, the second shows both, and is asked.
        adds: Columns that every row has by what the export is, such as an outcome, with their one cell.
        one_value: Columns that must have one value throughout, such as the school of a calendar.
        codes: What its codes say of a session.
        service_types: Which services its codes are.
        periods: Which periods its codes are.
        calendar: What its words for days mean.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    export: str
    source: str
    checked_on: Any
    needs: Annotated[tuple[str, ...], Field(min_length=2)]
    lacks: tuple[str, ...] = ()
    shape: Literal["log", "caseload", "calendar", "absences", "leave_out"]
    said: str = ""
    order: Literal["month_first", "day_first"] | None = None
    columns: dict[str, str] = Field(default_factory=dict)
    agree: tuple[str, str] | None = None
    adds: dict[str, str] = Field(default_factory=dict)
    one_value: dict[str, str] = Field(default_factory=dict)
    codes: dict[str, str] = Field(default_factory=dict)
    service_types: dict[str, str] = Field(default_factory=dict)
    periods: dict[str, str] = Field(default_factory=dict)
    calendar: dict[str, str] = Field(default_factory=dict)

    def of_file(self) -> dict[str, dict[str, str]]:
        """Return what a mapping says of the whole file."""
        return {name: dict(getattr(self, name)) for name in _OF_FILE if getattr(self, name, None)}

    def check(self) -> Mapping:
        """Return the layout as a mapping, which shows that every word in it is one that a mapping may have.

        Raises:
            pydantic.ValidationError: If a word is none.
        """
        sheet = {"shape": self.shape, "columns": {**self.columns, **self.adds_as_columns()}}
        return Mapping.model_validate({"sheets": {"": sheet}, **self.of_file()})

    def adds_as_columns(self) -> dict[str, str]:
        """Return the columns that it adds, each of which is called what it means."""
        return {meaning: meaning for meaning in self.adds}
