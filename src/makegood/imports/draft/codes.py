"""What a code or a word of a file says of a session: by its mapping, by a key on the sheet, by the word lists."""

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.outcome_words import answers_for_code, outcome_in_words
from makegood.imports.look.titles import meaning_in_key
from makegood.imports.words import alike, outcome_of, phrase_outcomes


def meaning_of_code(code: str, desk: Desk, where: Place, *, sentence: bool = False) -> str | None:
    """Return what a code or word says of a session; None if it has to be asked, which is then done.

    Args:
        code: The code as it is written.
        desk: Where it is looked up and asked.
        where: Where it is written.
        sentence: Whether it may be a sentence, in which a phrase is looked for.
    """
    answer = desk.answer_for_code(code)
    if isinstance(answer, str):
        desk.take("codes", code, answer)
        return answer
    words = _in_key(code, desk)
    meaning = (meaning_in_key(words) if words else None) or (None if words else outcome_of(code))
    if meaning is None and sentence and words is None:
        said = set(phrase_outcomes(code)) - {"held"}
        meaning = said.pop() if len(said) == 1 else None
    if meaning is not None:
        desk.take("codes", code, meaning)
        return meaning
    ask_code(code, desk, where, words)
    return None


def minutes_of_code(code: str, desk: Desk) -> int | None:
    """Return the minutes that a cell was answered to mean, such as 75 for `1:15`; None if it was not."""
    answer = desk.answer_for_code(code)
    return answer if isinstance(answer, int) else None


def meaning_of_zero(desk: Desk, where: Place) -> str | None:
    """Return what sessions of 0 minutes are of which nothing says why; None if it has to be asked."""
    answer = desk.answer_for_code("0")
    if isinstance(answer, str):
        return answer
    says = "Sessions of 0 minutes were missed, and nothing beside them says why. Is it known?"
    likely = tuple(Answer(each, outcome_in_words(each)) for each in ("missed", "student_absent", "provider_absent"))
    desk.ask(Question("code", "0", says, ("codes", "0"), desk.file, likely=likely, any_text=True), where)
    return None


def ask_code(code: str, desk: Desk, where: Place, words: str | None = None, first: str | None = None) -> None:
    """Ask what a code or word says of a session.

    Args:
        code: The code.
        desk: Where it is asked.
        where: Where it is written.
        words: What a key says of it.
        first: The likeliest answer, where the place tells it.
    """
    explained = f" The sheet says of it: {words!r}." if words else ""
    says = f"What does {code!r} say of a session?{explained}"
    key = next((each for each in desk.questions if each[0] == "codes" and alike(each[-1]) == alike(code)), None)
    if key is not None:
        desk.ask(desk.questions[key], where)
        return
    likely = answers_for_code(words or code, code)
    if first is not None:
        likely = (Answer(first, outcome_in_words(first)), *(each for each in likely if each.value != first))
    desk.ask(Question("code", code, says, ("codes", code), desk.file, likely=likely, any_text=True), where)


def _in_key(code: str, desk: Desk) -> str | None:
    """Return the words by which the file itself explains a code; None if it does not."""
    found = desk.key.get(code)
    if found is None:
        same = [words for each, words in desk.key.items() if alike(each) == alike(code)]
        found = same[0] if len(same) == 1 else None
    return found
