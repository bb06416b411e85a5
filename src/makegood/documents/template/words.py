"""The words that a template may use: blanks, sources, tables and the like, each known to what it is filled with."""

from collections.abc import Callable, Mapping
from typing import Any

from makegood.documents.glyphs import written
from makegood.documents.template.filling import Filling
from makegood.documents.template.marks import Marked, mark
from makegood.documents.trouble import TroubleError


class TemplateWords:
    """The words that a template may use."""

    def __init__(self, filling: Filling) -> None:
        self._filling = filling
        self.asked: dict[str, None] = {}
        """The fields that the template asked for, in order."""

    def words(self) -> dict[str, Callable[..., Any]]:
        """Return each word with what it gives."""
        return {
            "blank": self.blank,
            "later": lambda name: self._of("later", name, self._filling.labels),
            "filled": self.filled,
            "source": lambda key: self._of("source", key, self._filling.sources),
            "table": lambda name: self._of("table", name, self._filling.tables),
            "sign": lambda name: self._of("sign", name, self._filling.signs),
            "holds": lambda name: mark("holds", name),
            "page": lambda: mark("page"),
            "kept_page": lambda: mark("kept_page"),
            "sources": lambda: mark("sources"),
        }

    def blank(self, name: str) -> Marked | str:
        """Return what was filled in, or a blank line."""
        if name not in self._filling.labels:
            raise _unknown("field", name)
        self.asked[name] = None
        return self._filling.fields.get(name) or mark("blank", name)

    def filled(self, name: str) -> str:
        """Return what was filled in, or nothing."""
        if name in self._filling.labels:
            self.asked[name] = None
        return self._filling.fields.get(name, "")

    @staticmethod
    def _of(what: str, key: str, known: Mapping[str, Any]) -> Marked:
        if key not in known:
            raise _unknown(what, key)
        return mark(what, key)


def _unknown(what: str, name: str) -> TroubleError:
    return TroubleError("", f"There is no {what} {written(str(name))[:40]!r}.")
