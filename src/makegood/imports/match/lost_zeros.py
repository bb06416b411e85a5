"""Numbers of students that have lost the zeros that they begin with, as spreadsheets make of them."""

from collections.abc import Mapping

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import Desk, StudentRef
from makegood.imports.mapping import OPEN
from makegood.imports.match.student import Student, key_of


def with_zeros(known: Mapping[str, Student], refs: Mapping[StudentRef, Place], desk: Desk) -> dict[StudentRef, str]:
    """Return the numbers with the zeros that they have lost, as the mapping says; `?` where it has to be asked.

    A number has lost them if with zeros in front it is that of a student of the same name, or if other numbers of
    the file begin with zeros and are longer.

    Args:
        known: The students on record, by id.
        refs: All students that files name, with the places where they do.
        desk: The desk of the file whose numbers are meant.
    """
    own = [ref for ref, where in refs.items() if where.file == desk.file]
    names = {one.id: one.key for one in known.values()} | {ref.id: key_of(ref) for ref in refs if ref.id}
    full = {id_.lstrip("0"): id_ for id_ in names if id_.startswith("0") and id_.isdigit()}
    width = max((len(ref.id) for ref in own if ref.id.startswith("0") and ref.id.isdigit()), default=0)
    found: dict[StudentRef, str] = {}
    for ref in own:
        if not ref.id.isdigit() or ref.id.startswith("0") or ref.id_of != "local" or ref.id in known:
            continue
        other = full.get(ref.id)
        if other is not None and key_of(ref) in {names[other], ""}:
            found[ref] = other
        elif len(ref.id) < width:
            found[ref] = ref.id.zfill(width)
    answer = desk.answer(("zeros",))
    if not found or answer == "none":
        return {}
    if answer == "lost":
        desk.assume("Numbers of students were given back the zeros that they begin with.")
        return found
    shown = ", ".join(list(dict.fromkeys(ref.id for ref in found))[:3])
    meant = ", ".join(list(dict.fromkeys(found.values()))[:3])
    says = f"Have the numbers of students lost the zeros that they begin with: is {shown} the same as {meant}?"
    likely = (Answer("lost", f"yes: {shown} is {meant}"), Answer("none", "no: they are other students"))
    question = Question("zeros", shown, says, ("zeros",), desk.file, likely=likely)
    for ref in found:
        desk.ask(question, refs[ref])
    return dict.fromkeys(found, OPEN)
