"""Numbers of students that have lost the zeros that they begin with, as spreadsheets make of them."""

from collections.abc import Mapping

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import Desk, StudentRef
from makegood.imports.mapping import OPEN
from makegood.imports.match.names import may_be_one
from makegood.imports.match.student import Student, key_of


def with_zeros(known: Mapping[str, Student], refs: Mapping[StudentRef, Place], desk: Desk) -> dict[StudentRef, str]:
    """Return the numbers with the zeros that they have lost, as the mapping says; `?` where it has to be asked.

    A number has lost them if with zeros in front it is that of a student of the same or a like name, or if other
    numbers of the file begin with zeros and are longer. A file that has lost them has lost all of them.

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
    others: dict[StudentRef, str] = {}
    for ref in own:
        if not ref.id.isdigit() or ref.id.startswith("0") or ref.id_of != "local" or ref.id in known:
            continue
        other = full.get(ref.id)
        key = key_of(ref)
        if other is not None and (key in {names[other], ""} or may_be_one(key, names[other])):
            found[ref] = other
        elif other is not None:
            others[ref] = other
        elif len(ref.id) < width:
            found[ref] = ref.id.zfill(width)
    answer = desk.answer(("zeros",))
    if not found or answer == "none":
        return {}
    found |= others
    if answer == "lost":
        desk.assume("Numbers of students were given back the zeros that they begin with.")
        return found
    pairs = list(dict.fromkeys((ref.id, number) for ref, number in found.items()))[:3]
    shown = ", ".join(id_ for id_, _ in pairs)
    meant = ", ".join(f"{id_} is {number}" for id_, number in pairs)
    says = f"Have the numbers of students lost the zeros that they begin with, so that {meant}?"
    likely = (Answer("lost", "yes: they have lost them"), Answer("none", "no: they are other students"))
    question = Question("zeros", shown, says, ("zeros",), desk.file, likely=likely)
    for ref in found:
        desk.ask(question, refs[ref])
    return dict.fromkeys(found, OPEN)
