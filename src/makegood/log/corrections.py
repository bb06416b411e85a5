"""Which rows of the log were replaced: a row with `corrects` takes the place of the row that it names."""

from dataclasses import dataclass, field

from makegood.records import Sessions


@dataclass(frozen=True, slots=True)
class Corrections:
    """The log after its corrections.

    Attributes:
        counts: For each row of the table, whether it still counts (no row took its place).
        place: The table's place of each session_id, replaced rows included.
        replaced_by: The session_id that took the place of another.
        replaced: The session_id whose place another took.
    """

    counts: list[bool]
    place: dict[str, int]
    replaced_by: dict[str, str]
    replaced: dict[str, str] = field(repr=False)

    def stands_for(self, session_id: str) -> int:
        """Return the place of the row that stands for a session now, at the end of its corrections."""
        while session_id in self.replaced_by:
            session_id = self.replaced_by[session_id]
        return self.place[session_id]

    def history(self, session_id: str) -> list[str]:
        """Return the rows that a row took the place of, newest first."""
        rows = []
        while session_id in self.replaced:
            session_id = self.replaced[session_id]
            rows.append(session_id)
        return rows


def corrections_of(sessions: Sessions) -> Corrections:
    """Follow the corrections of a log."""
    pairs = zip(sessions.session_id, sessions.corrects, strict=True)
    replaced = {new: old for new, old in pairs if old is not None}
    replaced_by = {old: new for new, old in replaced.items()}
    return Corrections(
        counts=[id_ not in replaced_by for id_ in sessions.session_id],
        place=sessions.index(),
        replaced_by=replaced_by,
        replaced=replaced,
    )
