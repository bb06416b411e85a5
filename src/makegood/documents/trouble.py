"""What keeps a paper from being made: a template or layout that cannot be used."""


class TroubleError(ValueError):
    """A template or layout that cannot be used.

    Attributes:
        where: The file.
        says: What is wrong, in plain words.
        line: Its line, if that is known.
    """

    def __init__(self, where: str, says: str, line: int | None = None) -> None:
        """Keep place and reason."""
        super().__init__(says)
        self.where = where
        self.says = says
        self.line = line
