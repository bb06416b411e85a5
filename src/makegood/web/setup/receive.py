"""Receiving files: streamed to the site's own folder, with a cap, and only from who may bring files."""

from typing import Any, Final

from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

from makegood.files.limits import CSV_BYTES
from makegood.web.site import site

FILES: Final = 12
"""So many files are taken at once."""
BYTES: Final = CSV_BYTES
"""All files of one form together."""
CUT: Final = "uploads_cut"
"""On the request: whether something was not taken, because it was too large or too much."""


class Capped(TemporaryFileUploadHandler):
    """Streams files to the disk; what is beyond the cap, or sent elsewhere, is read and thrown away."""

    def __init__(self, *args: Any, **more: Any) -> None:
        """Begin with nothing taken."""
        super().__init__(*args, **more)
        self._count = self._bytes = 0

    def new_file(self, *args: Any, **more: Any) -> None:
        """Begin a file.

        Raises:
            SkipFile: If it is not to be taken.
        """
        self._count += 1
        request: Any = self.request
        if getattr(request, "person", None) is None or not request.path.endswith("/bring/"):
            raise SkipFile
        if self._count > FILES:
            self._cut()
        # Django removes what lies there when the request ends.
        site().incoming.mkdir(mode=0o700, exist_ok=True)
        super().new_file(*args, **more)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece of a file.

        Raises:
            SkipFile: If it is too much.
        """
        self._bytes += len(raw_data)
        if self._bytes > BYTES:
            self._cut()
        super().receive_data_chunk(raw_data, start)

    def _cut(self) -> None:
        setattr(self.request, CUT, True)
        raise SkipFile
