"""Which rows of the log were replaced: a row with `corrects` takes the place of the row that it names."""

from dataclasses import dataclass, field

from makegood.records import Sessions


@dataclass(frozen=True, slots=True)
class Corrections:
    """The log after its corrections.

    Attributes:
        counts: For each row of the table, whether it still counts (no row took its place).
        sessions: The table, replaced rows included.
        replaced_by: The session_id that took the place of another.
        replaced: The session_id whose place another took.
    """

    counts: list[bool]
    sessions: Sessions = field(repr=False)
    replaced_by: dict[str, str]
    replaced: dict[str, str] = field(repr=False)

    @property
    def place(self) -> dict[str, int]:
        """The table's place of each session_id, replaced rows included."""
        return self.sessions.index()

    def stands_for(self, session_id: str) -> int:
        """Return the place of the row that stands for a session now, at the end of its corrections."""
        return self.place[self.last(session_id)]

    def last(self, session_id: str) -> str:
        """Return the session_id at the end of a row's corrections; rows in a circle end where they close it."""
        seen = set()
        while session_id in self.replaced_by and session_id not in seen:
            seen.add(session_id)
            session_id = self.replaced_by[session_id]
        return session_id

    def history(self, session_id: str) -> list[str]:
        """Return the rows that a row took the place of, newest first."""
        rows = []
        while session_id in self.replaced:
            session_id = self.replaced[session_id]
            rows.append(session_id)
        return rows


def corrections_of(sessions: Sessions, every: Sessions | None = None) -> Corrections:
    """Follow the corrections of a log.

    Args:
        sessions: The rows that are asked about.
        every: The whole log, if some of its rows are not asked about because they could not be read: such a row still
            takes the place of the one that it names. Ids in it may be None.
    """
    every = sessions if every is None else every
    replaced: dict[str, str] = {}
    for at, old in every.filled_cells("corrects"):
        new: str | None = every.session_id[at]
        if new is not None:
            replaced[new] = old
    replaced_by = {old: new for new, old in replaced.items()}
    ids = sessions.session_id
    return Corrections(
        counts=[id_ not in replaced_by for id_ in ids] if replaced_by else [True] * len(ids),
        sessions=sessions,
        replaced_by=replaced_by,
        replaced=replaced,
    )
