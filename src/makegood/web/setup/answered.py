"""The answers that were given in an import under way: kept with the words of their questions, shown, and taken back.

What was answered stands in the mappings of the files alone. Beside them lies only what was asked, so that a page can
say what an answer answers.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from makegood.files.limits import MAPPING_BYTES
from makegood.files.reading import is_there, read_bytes
from makegood.files.writing import write_whole
from makegood.imports.ask import Question
from makegood.imports.mapping import Mapping as FileMapping
from makegood.imports.result import Import
from makegood.web.setup.field_names import field_of_file, field_of_question
from makegood.web.setup.promises import CHANGE
from makegood.web.setup.work import Work

AFRESH: Final = "afresh"
"""The button by which all is asked again that an earlier file answered."""
_ASKED: Final = "asked.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that was given.

    Attributes:
        kind, of, says, key, file: Those of its question.
        chosen: What was chosen, in the words that were offered; blank for an answer of one's own.
        value: What the mapping said then; None for a day.
    """

    kind: str
    of: str
    says: str
    key: tuple[str, ...]
    file: str
    chosen: str
    value: str | int | None

    @property
    def question(self) -> Question:
        """What was asked."""
        return Question(self.kind, self.of, self.says, self.key, self.file)  # type: ignore[arg-type] # of a question


def note_begun(work: Work, made: Import, known: Iterable[str]) -> None:
    """Note of which files something was answered in an earlier import.

    Args:
        work: The import, in which nothing was answered yet.
        made: What its files become.
        known: The files of which the site keeps a mapping by their names.
    """
    like = {file.name: True for file in made.loaded.files if file.like}
    _write(work, {"earlier": like | dict.fromkeys(known, False), "given": []})


def earlier_in(work: Work) -> dict[str, bool]:
    """Return the files of which an earlier import answered something that still holds: whether of one like it."""
    return dict(_read(work)["earlier"])


def given_in(work: Work, made: Import) -> list[Given]:
    """Return the answers that were given here and still hold, in the order in which they were asked."""
    mappings = _mappings(made)
    every = (Given(**{**each, "key": tuple(each["key"])}) for each in _read(work)["given"])
    return [one for one in every if one.file in mappings and mappings[one.file].answer(one.key) is not None]


def note_given(work: Work, made: Import) -> None:
    """Note which of the questions have an answer now: what is asked about them is read from no file any more."""
    kept = {(one.file, one.key): one for one in given_in(work, made)}
    mappings = _mappings(made)
    for question in made.questions:
        value = mappings[question.file].answer(question.key)
        if value is None:
            continue
        chosen = next((each.says for each in question.likely if each.value == value), "")
        plain = value if isinstance(value, str | int) else None
        kept[question.file, question.key] = Given(
            kind=question.kind, of=question.of, says=question.says, key=question.key, file=question.file, chosen=chosen,
            value=plain,
        )  # fmt: skip
    _write(work, _read(work) | {"given": [asdict(one) for one in kept.values()]})


def take_back(work: Work, made: Import, form: Mapping[str, str]) -> bool:
    """Take the answer back that a form names, or all that an earlier import answered about a file.

    The mappings are changed and not written down yet.

    Returns:
        Whether there was such an answer or file.
    """
    change, afresh = form.get(CHANGE, ""), form.get(AFRESH, "")
    for one in given_in(work, made):
        if change and field_of_question(one.question) == change:
            file = next(each for each in made.loaded.files if each.name == one.file)
            file.mapping = file.mapping.without(one.key)
            return True
    noted = _read(work)
    for file in made.loaded.files:
        if afresh and file.name in noted["earlier"] and field_of_file(file.name) == afresh:
            file.mapping = file.afresh
            given = [each for each in noted["given"] if each["file"] != file.name]
            earlier = {name: is_like for name, is_like in noted["earlier"].items() if name != file.name}
            _write(work, {"earlier": earlier, "given": given})
            return True
    return False


def _mappings(made: Import) -> dict[str, FileMapping]:
    return {file.name: file.mapping for file in made.loaded.files}


def _read(work: Work) -> dict[str, Any]:
    path = work.folder / _ASKED
    kept = read_bytes(path, MAPPING_BYTES) if is_there(path) else b"{}"
    found: dict[str, Any] = json.loads(kept) if isinstance(kept, bytes) else {}
    return {"earlier": {}, "given": []} | found


def _write(work: Work, noted: Mapping[str, Any]) -> None:
    write_whole(work.folder / _ASKED, json.dumps(noted).encode())
